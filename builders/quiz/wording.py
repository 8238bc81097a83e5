"""The measured questions in our words, and where each stands in the survey.

A survey answer is given by its exact text, without the spaces around it. Where several texts
stand for one of our answers, ticking any of them counts.
"""

from dataclasses import dataclass
from typing import Literal

TITLES = {
    "data-scientist": "Data Scientist",
    "ml-engineer": "Machine Learning Engineer",
    "ml-researcher": "Research Scientist",
}
"""The survey's job title for each role; nobody in it is called a machine-learning researcher."""

NEVER_CODED = ("Q6", "I have never written code")
NO_ML = ("Q15", "I do not use machine learning methods")


@dataclass(frozen=True)
class Option:
    """One answer: its id and text here, and its texts in the survey."""

    id: str
    text: str
    survey: tuple[str, ...]


@dataclass(frozen=True)
class Measured:
    """One question; ``routed`` names the earlier answers after which it was not shown.

    Each of those answers means "none of these": who has never written code uses no language.
    ``unanswered`` holds survey answers that say nothing.
    """

    id: str
    survey: str
    pick: Literal["one", "several"]
    text: str
    why: str
    options: tuple[Option, ...]
    none: str = ""
    routed: tuple[tuple[str, str], ...] = ()
    unanswered: tuple[str, ...] = ()


def _options(*triples: tuple[str, str, str] | tuple[str, str, str, str]) -> tuple[Option, ...]:
    return tuple(Option(key, text, tuple(survey)) for key, text, *survey in triples)


QUESTIONS = (
    Measured(
        "education",
        "Q4",
        "one",
        "Which is the highest degree that you hold, or plan to hold within two years?",
        "Of all the questions this one tells the roles apart best: most research scientists in "
        "the survey hold a doctorate, and few of the others do.",
        _options(
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
        unanswered=("I prefer not to answer",),
    ),
    Measured(
        "languages",
        "Q7",
        "several",
        "Which of these languages do you use regularly, or plan to?",
        "The languages differ: more data scientists use SQL and R, more engineers C++, more "
        "researchers MATLAB.",
        _options(
            ("python", "Python", "Python"),
            ("r", "R", "R"),
            ("sql", "SQL", "SQL"),
            ("c", "C", "C"),
            ("cpp", "C++", "C++"),
            ("java", "Java", "Java"),
            ("javascript", "JavaScript", "Javascript"),
            ("julia", "Julia", "Julia"),
            ("swift", "Swift", "Swift"),
            ("bash", "Bash or another shell", "Bash"),
            ("matlab", "MATLAB", "MATLAB"),
        ),
        none="none of these",
        routed=(NEVER_CODED,),
    ),
    Measured(
        "activities",
        "Q24",
        "several",
        "Which of these are an important part of your work, or would be in the job you plan?",
        "What a person does all day is the nearest thing to the role itself.",
        _options(
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
                "Do research that advances the state of the art of machine learning",
            ),
        ),
        none="none of these",
    ),
    Measured(
        "algorithms",
        "Q17",
        "several",
        "Which of these methods do you use regularly, or plan to?",
        "Tables of business data call for other methods than pictures and text do.",
        _options(
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
            ("adversarial", "generative adversarial networks", "Generative Adversarial Networks"),
            ("recurrent", "recurrent networks", "Recurrent Neural Networks"),
            (
                "transformers",
                "transformers (BERT, GPT and the like)",
                "Transformer Networks (BERT, gpt-3, etc)",
            ),
        ),
        none="none of these",
        routed=(NEVER_CODED, NO_ML),
    ),
    Measured(
        "media",
        "Q42",
        "several",
        "Where do you like to read, hear or watch about data science?",
        "Who reads journals is more often a researcher; the other media tell less.",
        _options(
            ("twitter", "Twitter", "Twitter (data science influencers)"),
            (
                "newsletters",
                "newsletters by e-mail",
                "Email newsletters (Data Elixir, O'Reilly Data & AI, etc)",
            ),
            ("reddit", "Reddit", "Reddit (r/machinelearning, etc)"),
            ("kaggle", "Kaggle", "Kaggle (notebooks, forums, etc)"),
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
        ),
        none="none of these",
    ),
    Measured(
        "editors",
        "Q9",
        "several",
        "Which of these do you write code in regularly, or plan to?",
        "Notebooks suit exploring, full editors suit building software, and MATLAB and Vim are "
        "more at home in research.",
        _options(
            (
                "jupyter",
                "Jupyter notebooks or JupyterLab",
                "Jupyter (JupyterLab, Jupyter Notebooks, etc)",
                "Jupyter Notebook",
            ),
            ("rstudio", "RStudio", "RStudio"),
            ("visual-studio", "Visual Studio", "Visual Studio"),
            ("vscode", "Visual Studio Code", "Visual Studio Code (VSCode)"),
            ("pycharm", "PyCharm", "PyCharm"),
            ("spyder", "Spyder", "Spyder"),
            ("notepad", "Notepad++", "Notepad++"),
            ("sublime", "Sublime Text", "Sublime Text"),
            ("vim-emacs", "Vim or Emacs", "Vim / Emacs"),
            ("matlab", "MATLAB", "MATLAB"),
        ),
        none="none of these",
        routed=(NEVER_CODED,),
    ),
    Measured(
        "maturity",
        "Q23",
        "one",
        "How far is machine learning where you work, or where you plan to?",
        "Engineers and data scientists are found where models are in use; many researchers work "
        "where none is.",
        _options(
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
    "Q18",
    "Q19",
    "Q39",
    "Q40",
    "Q41",
)
"""What else the boosted trees may look at.

Left out is what describes people, pay, spending and employer, and Q27 to Q38, which were shown
only to people who had spent money: "not shown" would smuggle spending in as evidence.
"""

STUDENT = "Student"
"""The title of the people whose answers show what a student can expect."""

AUDITED = {"gender": "Q2", "age": "Q1", "country": "Q3"}
"""Looked at only to see whether the points serve every group alike; never used as evidence."""
