"""The measured screens in our words, and where each answer stands in the survey.

A screen asks about one theme, and takes its answers from one or several questions of the survey.
A survey answer is given by its question and its exact text, without the spaces around it. Where
several stand for one of our answers, ticking any of them counts. The builder chooses which of
the answers of a screen are shown.
"""

from dataclasses import dataclass
from typing import Literal

ROLES = {
    "data-scientist": ("Data Scientist",),
    "ml-engineer": ("Machine Learning Engineer",),
    "ml-researcher": ("Research Scientist",),
}
"""The survey's titles for each role; nobody in it is called a machine-learning researcher."""

RESEARCHER = "ml-researcher"
"""The role whose title in the survey is that of scientists of every field."""

NONE_OF_THESE = "none-of-these"

BESIDE = {
    "data-analyst": ("Data Analyst", "Business Analyst"),
    "data-engineer": ("Data Engineer",),
    "software-engineer": ("Software Engineer",),
    NONE_OF_THESE: (
        "Other",
        "Program/Project Manager",
        "Product Manager",
        "DBA/Database Engineer",
        "Developer Relations/Advocacy",
    ),
}
"""What the answers may look like beside the roles: neighbours, and all other work."""

BESIDE_TITLES = {
    "data-analyst": "Data Analyst",
    "data-engineer": "Data Engineer",
    "software-engineer": "Software Engineer",
    NONE_OF_THESE: "none of these",
}

TOLD_ONLY = ("Statistician", "Currently not employed", "Student")
"""Titles that nothing is fitted to, of which the page says what their people are told.

Statisticians are too few; the other two do no work at the time, and were not asked about it.
"""

STUDENT = "Student"

THE_WORK = "activities"
"""The screen on which work of a role shows; there "none of these" has points of its own."""

NONE = "none"

NEVER_CODED = ("Q6", "I have never written code")
NO_ML = ("Q15", "I do not use machine learning methods")
ADVANCES_ML = ("Q24", "Do research that advances the state of the art of machine learning")
"""The answer that sets researchers of machine learning apart from those of other sciences."""


@dataclass(frozen=True)
class Option:
    """One answer: its id and text here, and the survey's (question, text) that mean it.

    Without any it is "none of these": given by who answered and ticked no other.
    """

    id: str
    text: str
    survey: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Part:
    """A question of the survey; ``routed`` names the earlier answers after which it was not shown.

    Each of those answers means "none of these": who has never written code uses no language.
    ``unanswered`` holds survey answers that say nothing.
    """

    question: str
    routed: tuple[tuple[str, str], ...] = ()
    unanswered: tuple[str, ...] = ()


@dataclass(frozen=True)
class Screen:
    """One question of ours, made of one or several ``parts`` of the survey.

    ``none`` is the text of "none of these" where it adds nothing to the base; else it is empty.
    """

    id: str
    pick: Literal["one", "several"]
    text: str
    why: str
    parts: tuple[Part, ...]
    options: tuple[Option, ...]
    none: str = ""


def _options(question: str, *rows: tuple[str, ...]) -> tuple[Option, ...]:
    """Return options of one survey question from rows of id, our text and the survey's texts.

    A text that stands in another question is written "Q9: its text".
    """
    return tuple(
        Option(key, text, tuple(_place(question, each) for each in survey))
        for key, text, *survey in rows
    )


def _place(question: str, text: str) -> tuple[str, str]:
    named, colon, rest = text.partition(": ")
    return (named, rest) if colon and named[1:].isdigit() else (question, text)


SCREENS = (
    Screen(
        "education",
        "one",
        "Which is the highest degree that you hold, or plan to hold within two years?",
        "Of all the questions this one tells the roles apart best: most research scientists in "
        "the survey hold a doctorate, and few of the others do.",
        (Part("Q4", unanswered=("I prefer not to answer",)),),
        _options(
            "Q4",
            ("school", "none: school only", "No formal education past high school"),
            (
                "some-university",
                "none: some time at a university",
                "Some college/university study without earning a bachelor’s degree",
            ),
            ("bachelor", "a bachelor's degree", "Bachelor’s degree"),
            ("master", "a master's degree", "Master’s degree"),
            ("doctorate", "a doctorate (PhD)", "Doctoral degree"),
            (
                "professional-doctorate",
                "a professional doctorate, as in medicine or law",
                "Professional doctorate",
            ),
        ),
    ),
    Screen(
        "software",
        "several",
        "Which of these languages and tools do you use regularly, or plan to?",
        "The tools differ: more data scientists and analysts use SQL and R, more software "
        "engineers JavaScript, more researchers MATLAB.",
        (
            Part("Q7", routed=(NEVER_CODED,)),
            Part("Q9", routed=(NEVER_CODED,)),
        ),
        _options(
            "Q7",
            ("python", "Python", "Python"),
            ("r", "R, or RStudio", "R", "Q9: RStudio"),
            ("sql", "SQL", "SQL"),
            ("c", "C", "C"),
            ("cpp", "C++", "C++"),
            ("java", "Java", "Java"),
            ("javascript", "JavaScript", "Javascript"),
            ("julia", "Julia", "Julia"),
            ("swift", "Swift", "Swift"),
            ("bash", "Bash or another shell", "Bash"),
            ("matlab", "MATLAB", "MATLAB", "Q9: MATLAB"),
        )
        + _options(
            "Q9",
            (
                "jupyter",
                "Jupyter notebooks or JupyterLab",
                "Jupyter (JupyterLab, Jupyter Notebooks, etc)",
                "Jupyter Notebook",
            ),
            ("visual-studio", "Visual Studio", "Visual Studio"),
            ("vscode", "Visual Studio Code", "Visual Studio Code (VSCode)"),
            ("pycharm", "PyCharm", "PyCharm"),
            ("spyder", "Spyder", "Spyder"),
            ("notepad", "Notepad++", "Notepad++"),
            ("sublime", "Sublime Text", "Sublime Text"),
            ("vim-emacs", "Vim or Emacs", "Vim / Emacs"),
        ),
        none="none of these",
    ),
    Screen(
        "activities",
        "several",
        "Which of these are an important part of your work, or would be in the job you plan?",
        "What a person does all day is the nearest thing to the role itself.",
        (Part("Q24"),),
        _options(
            "Q24",
            (
                "influence-decisions",
                "analysing data to influence product or business decisions",
                "Analyze and understand data to influence product or business decisions",
            ),
            (
                "data-infrastructure",
                "building or running the place where a business keeps and works on its data",
                "Build and/or run the data infrastructure that my business uses for storing, "
                "analyzing, and operationalizing data",
            ),
            (
                "prototypes",
                "building prototypes to try machine learning somewhere new",
                "Build prototypes to explore applying machine learning to new areas",
            ),
            (
                "ml-service",
                "building or running a machine-learning service that people depend on",
                "Build and/or run a machine learning service that operationally improves my "
                "product or workflows",
            ),
            (
                "improve-models",
                "improving models that exist, experiment by experiment",
                "Experimentation and iteration to improve existing ML models",
            ),
            (
                "advance-the-art",
                "research that moves machine learning itself forward",
                ADVANCES_ML[1],
            ),
            (NONE, "none of these"),
        ),
    ),
    Screen(
        "algorithms",
        "several",
        "Which of these methods do you use regularly, or plan to?",
        "Tables of business data call for other methods than pictures and text do.",
        (
            Part("Q17", routed=(NEVER_CODED, NO_ML)),
            Part("Q18", routed=(NEVER_CODED, NO_ML)),
            Part("Q19", routed=(NEVER_CODED, NO_ML)),
        ),
        _options(
            "Q17",
            ("regression", "linear or logistic regression", "Linear or Logistic Regression"),
            ("trees", "decision trees or random forests", "Decision Trees or Random Forests"),
            (
                "boosting",
                "gradient boosting (XGBoost, LightGBM and the like)",
                "Gradient Boosting Machines (xgboost, lightgbm, etc)",
            ),
            ("bayesian", "Bayesian methods", "Bayesian Approaches"),
            ("evolutionary", "evolutionary methods", "Evolutionary Approaches"),
            (
                "dense-networks",
                "plain (dense) neural networks",
                "Dense Neural Networks (MLPs, etc)",
            ),
            (
                "convolutional",
                "convolutional networks, as used on pictures",
                "Convolutional Neural Networks",
            ),
            (
                "adversarial",
                "networks that make pictures (GAN, VAE and the like)",
                "Generative Adversarial Networks",
                "Q18: Generative Networks (GAN, VAE, etc)",
            ),
            ("recurrent", "recurrent networks", "Recurrent Neural Networks"),
            (
                "transformers",
                "transformers (BERT, GPT and the like)",
                "Transformer Networks (BERT, gpt-3, etc)",
                "Q19: Transformer language models (GPT-3, BERT, XLnet, etc)",
            ),
        )
        + _options(
            "Q18",
            (
                "image-tools",
                "general tools for pictures and video (PIL, OpenCV)",
                "General purpose image/video tools (PIL, cv2, skimage, etc)",
            ),
            (
                "segmentation",
                "image segmentation (U-Net, Mask R-CNN and the like)",
                "Image segmentation methods (U-Net, Mask R-CNN, etc)",
            ),
            (
                "object-detection",
                "finding objects in pictures (YOLO and the like)",
                "Object detection methods (YOLOv3, RetinaNet, etc)",
            ),
            (
                "image-classification",
                "image classification (ResNet and the like)",
                "Image classification and other general purpose networks (VGG, Inception, ResNet, "
                "ResNeXt, NASNet, EfficientNet, etc)",
            ),
        )
        + _options(
            "Q19",
            (
                "word-vectors",
                "word vectors (word2vec, GloVe, fastText)",
                "Word embeddings/vectors (GLoVe, fastText, word2vec)",
            ),
            (
                "encoder-decoder",
                "encoder-decoder models, as used to translate text",
                "Encoder-decorder models (seq2seq, vanilla transformers)",
            ),
            (
                "contextual-vectors",
                "word vectors in context (ELMo, CoVe)",
                "Contextualized embeddings (ELMo, CoVe)",
            ),
        ),
        none="none of these",
    ),
    Screen(
        "reading",
        "several",
        "Where do you read or learn about data science?",
        "Who reads journals is more often a researcher; the other places tell less.",
        (Part("Q42"), Part("Q40")),
        _options(
            "Q42",
            ("twitter", "Twitter (now X)", "Twitter (data science influencers)"),
            (
                "newsletters",
                "newsletters by e-mail",
                "Email newsletters (Data Elixir, O'Reilly Data & AI, etc)",
            ),
            ("reddit", "Reddit", "Reddit (r/machinelearning, etc)"),
            ("kaggle", "Kaggle's notebooks and forums", "Kaggle (notebooks, forums, etc)"),
            (
                "course-forums",
                "the forums of courses",
                "Course Forums (forums.fast.ai, Coursera forums, etc)",
            ),
            ("youtube", "YouTube", "YouTube (Kaggle YouTube, Cloud AI Adventures, etc)"),
            (
                "podcasts",
                "podcasts",
                "Podcasts (Chai Time Data Science, O’Reilly Data Show, etc)",
            ),
            ("blogs", "blogs", "Blogs (Towards Data Science, Analytics Vidhya, etc)"),
            (
                "journals",
                "journals and conference papers",
                "Journal Publications (peer-reviewed journals, conference proceedings, etc)",
            ),
            ("slack", "Slack groups", "Slack Communities (ods.ai, kagglenoobs, etc)"),
        )
        + _options(
            "Q40",
            ("coursera", "courses on Coursera", "Coursera"),
            ("edx", "courses on edX", "edX"),
            ("kaggle-learn", "courses on Kaggle", "Kaggle Learn Courses"),
            ("datacamp", "courses on DataCamp", "DataCamp"),
            ("fast-ai", "courses of fast.ai", "Fast.ai"),
            ("udacity", "courses on Udacity", "Udacity"),
            ("udemy", "courses on Udemy", "Udemy"),
            ("linkedin-learning", "courses on LinkedIn", "LinkedIn Learning"),
            (
                "cloud-certificates",
                "courses for a cloud certificate (AWS, Azure, Google)",
                "Cloud-certification programs (direct from AWS, Azure, GCP, or similar)",
            ),
            (
                "university",
                "university courses that lead to a degree",
                "University Courses (resulting in a university degree)",
            ),
        ),
        none="none of these",
    ),
    Screen(
        "maturity",
        "one",
        "How far is machine learning where you work, or where you plan to?",
        "Engineers and data scientists are found where models are in use; many researchers work "
        "where none is.",
        (Part("Q23"),),
        _options(
            "Q23",
            ("not-used", "it is not used", "No (we do not use ML methods)"),
            (
                "exploring",
                "it is being tried, and may be used one day",
                "We are exploring ML methods (and may one day put a model into production)",
            ),
            (
                "insights",
                "it gives insights, but no model is in use",
                "We use ML methods for generating insights (but do not put working models into "
                "production)",
            ),
            (
                "recent",
                "models have been in use for less than two years",
                "We recently started using ML methods (i.e., models in production for less than "
                "2 years)",
            ),
            (
                "established",
                "models have been in use for more than two years",
                "We have well established ML methods (i.e., models in production for more than "
                "2 years)",
            ),
            ("unknown", "I do not know", "I do not know"),
        ),
    ),
)

MORE_QUESTIONS = (
    "Q8",
    "Q10",
    "Q11",
    "Q12",
    "Q13",
    "Q14",
    "Q16",
    "Q39",
    "Q41",
)
"""What else the boosted trees may look at.

Left out is what describes people, pay, spending and employer, and Q27 to Q38, which were shown
only to people who had spent money: "not shown" would smuggle spending in as evidence.
"""

AGE = "age"

AUDITED = {"gender": "Q2", AGE: "Q1", "country": "Q3"}
"""Looked at only to see whether the points serve every group alike; never used as evidence."""
