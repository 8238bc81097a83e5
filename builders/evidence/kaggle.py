"""Counts from the 2021 Kaggle survey, with its routing undone.

Questions about cloud, data stores, business intelligence and experiment tools were shown only to
people who had spent money on them; who had spent nothing is counted as using none, which the
data set's caveats say. Whoever never wrote code or uses no machine learning was not shown the
questions about tools and methods, and is counted as using none too.
"""

import csv
import io
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from builders.evidence.counting import Json, Row, Spec, measure

DATASET = "kaggle-2021"

TITLES = {
    "Data Scientist": "data-scientist",
    "Machine Learning Engineer": "ml-engineer",
    "Research Scientist": "ml-researcher",
    "Data Engineer": "data-engineer",
    "Data Analyst": "data-analyst",
}
THREE = ("data-scientist", "ml-engineer", "ml-researcher")
FIVE = (*THREE, "data-engineer", "data-analyst")
RESEARCHERS = (
    "researchers-advancing-ml",
    "researchers-outside-academia",
    "researchers-advancing-ml-outside-academia",
)
ALL = (*FIVE, *RESEARCHERS)
SIZES = ("employers-under-50", "employers-50-999", "employers-1000")
PRODUCTION = ("with-production", "without-production")
RESEARCH_PRODUCTION = ("researchers-with-production", "researchers-without-production")

ACADEMIA = "Academics/Education"
TECHNOLOGY = ("Computers/Technology",)
ONLINE = (
    *TECHNOLOGY,
    "Online Service/Internet-based Services",
    "Online Business/Internet-based Sales",
)
SMALL = ("0-49 employees",)
MIDDLE = ("50-249 employees", "250-999 employees")
LARGE = ("1000-9,999 employees", "10,000 or more employees")
LIVE = (
    "We have well established ML methods (i.e., models in production for more than 2 years)",
    "We recently started using ML methods (i.e., models in production for less than 2 years)",
)
UNKNOWN = ("", "I prefer not to answer")
NEVER_CODED = ("Q6", "I have never written code")
NO_ML = ("Q15", "I do not use machine learning methods")
NO_MONEY = ("Q26", "$0 ($USD)")

PARTS: dict[str, Callable[[Row], bool]] = {
    "in India": lambda row: row["Q3"] == "India",
    "in the United States": lambda row: row["Q3"] == "United States of America",
    "elsewhere": lambda row: row["Q3"] not in ("India", "United States of America"),
}


def read(path: Path) -> list[Row]:
    """Return the answers of the people who hold one of five titles, stripped of blanks."""
    with zipfile.ZipFile(path) as archive:
        name = next(each for each in archive.namelist() if each.endswith(".csv"))
        text = archive.read(name).decode()
    rows = csv.DictReader(io.StringIO(text))
    return [
        {key: (value or "").strip() for key, value in row.items()}
        for row in rows
        if row["Q5"] in TITLES
    ]


def groups_of(row: Row) -> Iterator[str]:
    """Yield the groups to which a person belongs."""
    role = TITLES[row["Q5"]]
    yield role
    three = role in THREE
    size = row["Q21"]
    for group, sizes in zip(SIZES, (SMALL, MIDDLE, LARGE), strict=True):
        if three and size in sizes:
            yield group
    known = row["Q23"] not in UNKNOWN
    live = row["Q23"] in LIVE
    if three and known:
        yield PRODUCTION[not live]
    if role == "ml-researcher":
        advancing = bool(row["Q24_Part_6"])
        outside = row["Q20"] not in ("", ACADEMIA)
        yield from (
            group
            for group, inside in zip(
                RESEARCHERS, (advancing, outside, advancing and outside), strict=True
            )
            if inside
        )
        if known:
            yield RESEARCH_PRODUCTION[not live]


def _several(
    id_: str,
    title: str,
    question: str,
    number: str,
    parts: Iterable[int],
    *,
    other: bool = False,
    least: int = 1,
    routed: tuple[tuple[str, str], ...] = (),
    groups: tuple[str, ...] = ALL,
    skill: str | None = None,
    by_country: bool = False,
) -> Spec:
    """Return a spec for a question where several boxes may be ticked; at least ``least`` are.

    ``other`` counts the box for anything else as one of the parts.
    """
    columns = (*(f"{number}_Part_{part}" for part in parts), *([f"{number}_OTHER"] * other))
    boxes: list[str] = []

    def asked(row: Row) -> bool:
        if not boxes:
            boxes.extend(key for key in row if key.startswith((f"{number}_Part_", f"{number}_O")))
        return any(row[key] for key in boxes) or any(row[key] == text for key, text in routed)

    def true(row: Row) -> bool:
        return sum(bool(row[column]) for column in columns) >= least

    return Spec(id_, title, question, columns, asked, true, groups, skill, by_country)


def _one(
    id_: str,
    title: str,
    question: str,
    answers: dict[str, tuple[str, ...]],
    *,
    groups: tuple[str, ...] = ALL,
    by_country: bool = False,
) -> Spec:
    """Return a spec for questions with one answer each; true where every one is among these."""

    def asked(row: Row) -> bool:
        return all(row[column] not in UNKNOWN for column in answers)

    def true(row: Row) -> bool:
        return all(row[column] in texts for column, texts in answers.items())

    return Spec(id_, title, question, tuple(answers), asked, true, groups, parts=by_country)


ACTIVITIES = "Which activities make up an important part of your role at work? (several)"
LANGUAGES = "Which programming languages do you use on a regular basis? (several)"
METHODS = "Which machine-learning methods do you use on a regular basis? (several)"
FRAMEWORKS = "Which machine-learning frameworks do you use on a regular basis? (several)"
EDITORS = "Which development environments do you use on a regular basis? (several)"
PLOTS = "Which visualisation libraries do you use on a regular basis? (several)"
CLOUDS = "Which cloud platforms do you use on a regular basis? (several)"
STORES = "Which databases, warehouses or lakes do you use on a regular basis? (several)"
MANAGED = "Which managed machine-learning products do you use on a regular basis? (several)"
BUSINESS = "Which business-intelligence tools do you use on a regular basis? (several)"
TRACKING = "Which tools help you manage machine-learning experiments? (several)"
SCHOOLING = "What is the highest level of education that you have, or plan within two years?"
INDUSTRY = "In what industry is your employer?"
SIZE = "What is the size of the company where you are employed?"
CODING = "For how many years have you been writing code?"

CODED = (NEVER_CODED,)
MODELLED = (NEVER_CODED, NO_ML)
PAID = (NO_MONEY,)


def _activities() -> Iterator[Spec]:
    named: tuple[tuple[str, str, Iterable[int], int], ...] = (
        ("act-decisions", "analyse data to influence product or business decisions", (1,), 1),
        ("act-infra", "build or run the data infrastructure", (2,), 1),
        ("act-prototypes", "build prototypes that apply ML to new areas", (3,), 1),
        ("act-service", "build or run an ML service", (4,), 1),
        ("act-improve", "experiment to improve existing models", (5,), 1),
        ("act-sota", "do research that advances ML", (6,), 1),
        ("act-build-ops", "build or run an ML service or data infrastructure", (2, 4), 1),
        ("act-service-and-sota", "run an ML service and do research that advances ML", (4, 6), 2),
        ("act-two", "count two or more of six activities", range(1, 7), 2),
        ("act-n4", "count four or more of six activities", range(1, 7), 4),
    )
    for id_, title, parts, least in named:
        yield _several(
            id_,
            f"{title} as an important part of their work",
            ACTIVITIES,
            "Q24",
            parts,
            least=least,
            by_country=True,
        )
    broad: tuple[tuple[str, str, Iterable[int], int], ...] = (
        ("breadth-four", "count four or more of six activities", range(1, 7), 4),
        ("breadth-cores", "count decisions, an ML service and research alike", (1, 4, 6), 3),
    )
    for id_, title, parts, least in broad:
        yield _several(
            id_, f"{title} as important", ACTIVITIES, "Q24", parts, least=least, groups=SIZES
        )


def _tools() -> Iterator[Spec]:
    languages = (
        ("python", "Python", (1,)),
        ("r", "R", (2,)),
        ("sql", "SQL", (3,)),
        ("cpp", "C or C++", (4, 5)),
        ("java", "Java", (6,)),
        ("shell", "a shell", (10,)),
    )
    for skill, title, parts in languages:
        yield _several(
            f"uses-{skill}",
            f"use {title} regularly",
            LANGUAGES,
            "Q7",
            parts,
            routed=CODED,
            skill=None if skill == "shell" else skill,
            by_country=skill in ("python", "r", "sql"),
        )
    yield _several("lang-pyr", "use Python or R regularly", LANGUAGES, "Q7", (1, 2), routed=CODED)
    yield _several("lang-cpp", "use C++ regularly", LANGUAGES, "Q7", (5,), routed=CODED)
    yield _several(
        "uses-notebooks",
        "use Jupyter notebooks",
        EDITORS,
        "Q9",
        (1, 11),
        routed=CODED,
        skill="notebooks",
    )
    yield _several("ide-vscode", "use VS Code", EDITORS, "Q9", (4,), routed=CODED)
    yield _several(
        "uses-visualisation",
        "use a plotting library",
        PLOTS,
        "Q14",
        range(1, 11),
        other=True,
        routed=CODED,
        skill="visualisation",
        by_country=True,
    )
    frameworks = (
        ("scikit-learn", "scikit-learn", (1,)),
        ("tensorflow", "TensorFlow", (2,)),
        ("pytorch", "PyTorch", (4,)),
        ("jax", "JAX", (14,)),
        ("hugging-face", "Hugging Face", (16,)),
    )
    for skill, title, parts in frameworks:
        yield _several(
            f"uses-{skill}",
            f"use {title}",
            FRAMEWORKS,
            "Q16",
            parts,
            routed=MODELLED,
            skill=skill,
            by_country=len(skill) > len("jax"),
        )
    methods: tuple[tuple[str, str, Iterable[int], str | None], ...] = (
        ("alg-any", "use some method of machine learning", range(1, 11), "known-algorithms"),
        ("alg-trees", "use decision trees or random forests", (2,), None),
        ("alg-gbm", "use gradient boosting", (3,), None),
        ("alg-bayes", "use Bayesian methods", (4,), None),
        ("alg-nn", "use neural networks of some kind", range(6, 11), None),
        ("alg-transformer", "use transformers", (10,), None),
    )
    for id_, words, families, known in methods:
        yield _several(
            id_,
            words,
            METHODS,
            "Q17",
            families,
            other=id_ == "alg-any",
            routed=MODELLED,
            skill=known,
            by_country=True,
        )


def _vision(row: Row) -> bool:
    return any(row[f"Q18_Part_{part}"] for part in range(1, 6)) or bool(row["Q18_OTHER"])


def _language(row: Row) -> bool:
    return any(row[f"Q19_Part_{part}"] for part in range(1, 5)) or bool(row["Q19_OTHER"])


def _fields() -> Iterator[Spec]:
    asked = _several("", "", METHODS, "Q17", (1,), routed=MODELLED).asked
    columns = ("Q18_Part_1 to Q18_Part_5",), ("Q19_Part_1 to Q19_Part_4",)
    question = "Which vision or language methods do you use regularly? (shown by method)"
    named: tuple[tuple[str, str, tuple[str, ...], Callable[[Row], bool], str | None], ...] = (
        ("uses-computer-vision", "use vision methods", columns[0], _vision, "computer-vision"),
        ("uses-nlp", "use language methods", columns[1], _language, "nlp"),
        (
            "cvnlp",
            "use vision or language methods",
            (*columns[0], *columns[1]),
            lambda row: _vision(row) or _language(row),
            None,
        ),
    )
    for id_, title, names, true, skill in named:
        yield Spec(id_, title, question, names, asked, true, ALL, skill)


def _paid() -> Iterator[Spec]:
    named: tuple[tuple[str, str, str, str, Iterable[int], int, str | None], ...] = (
        ("uses-cloud", "use a cloud platform", CLOUDS, "Q27_A", range(1, 11), 1, "cloud"),
        ("uses-aws", "use AWS", CLOUDS, "Q27_A", (1,), 1, "aws"),
        ("uses-azure", "use Azure", CLOUDS, "Q27_A", (2,), 1, "azure"),
        ("uses-google-cloud", "use Google Cloud", CLOUDS, "Q27_A", (3,), 1, "google-cloud"),
        ("cloud-two", "use two or three of the big clouds", CLOUDS, "Q27_A", (1, 2, 3), 2, None),
        (
            "uses-data-stores",
            "use a database, warehouse or lake",
            STORES,
            "Q32_A",
            range(1, 20),
            1,
            "data-stores",
        ),
        ("uses-snowflake", "use Snowflake", STORES, "Q32_A", (6,), 1, "snowflake"),
        ("uses-nosql", "use MongoDB or DynamoDB", STORES, "Q32_A", (5, 14), 1, "nosql"),
        ("uses-databricks", "use Databricks", MANAGED, "Q31_A", (5,), 1, "databricks"),
        ("managed", "use a managed ML product", MANAGED, "Q31_A", range(1, 9), 1, None),
        (
            "uses-bi-tools",
            "use a business-intelligence tool",
            BUSINESS,
            "Q34_A",
            range(1, 16),
            1,
            "bi-tools",
        ),
        (
            "uses-experiment-tracking",
            "use a tool that records experiments",
            TRACKING,
            "Q38_A",
            range(1, 11),
            1,
            "experiment-tracking",
        ),
        ("uses-mlflow", "use MLflow", TRACKING, "Q38_A", (10,), 1, None),
    )
    for id_, title, question, number, parts, least, skill in named:
        yield _several(
            id_,
            title,
            question,
            number,
            parts,
            other=isinstance(parts, range),
            least=least,
            routed=PAID,
            skill=skill,
            by_country=skill in ("cloud", "experiment-tracking", "data-stores"),
        )
    for id_, groups in (
        ("track-production", PRODUCTION),
        ("track-production-research", RESEARCH_PRODUCTION),
    ):
        yield _several(
            id_,
            "use a tool that records experiments",
            TRACKING,
            "Q38_A",
            range(1, 11),
            other=True,
            routed=PAID,
            groups=groups,
        )


MASTER, DOCTOR = "Master’s degree", "Doctoral degree"
NO_DEGREE = (
    "Some college/university study without earning a bachelor’s degree",
    "No formal education past high school",
)


def _people() -> Iterator[Spec]:
    both = f"{INDUSTRY} {SIZE}"
    big = ("10,000 or more employees",)
    named: tuple[tuple[str, str, str, dict[str, tuple[str, ...]]], ...] = (
        ("edu-doctorate", "hold a doctorate", SCHOOLING, {"Q4": (DOCTOR,)}),
        ("edu-master", "hold a master’s degree and no higher one", SCHOOLING, {"Q4": (MASTER,)}),
        (
            "edu-masterplus",
            "hold a master’s degree or a doctorate",
            SCHOOLING,
            {"Q4": (MASTER, DOCTOR, "Professional doctorate")},
        ),
        ("edu-below-bachelor", "hold no degree", SCHOOLING, {"Q4": NO_DEGREE}),
        (
            "bg-code3",
            "have coded for less than three years",
            CODING,
            {"Q6": ("I have never written code", "< 1 years", "1-3 years")},
        ),
        (
            "bg-code10",
            "have coded for ten years or more",
            CODING,
            {"Q6": ("10-20 years", "20+ years")},
        ),
        ("bg-academia", "work in academia or education", INDUSTRY, {"Q20": (ACADEMIA,)}),
        ("emp-tech", "work in computers or technology", INDUSTRY, {"Q20": TECHNOLOGY}),
        ("emp-techonline", "work in technology or online business", INDUSTRY, {"Q20": ONLINE}),
        (
            "emp-bigtech",
            "work in technology or online business with 10,000 people or more",
            both,
            {"Q20": ONLINE, "Q21": big},
        ),
        ("emp-size-small", "work for employers with under 50 people", SIZE, {"Q21": SMALL}),
        (
            "emp-production",
            "work where models are in production",
            "Does your employer use machine learning?",
            {"Q23": LIVE},
        ),
        (
            "team-4",
            "work where at most four people do data science",
            "How many people are responsible for data-science work where you work?",
            {"Q22": ("0", "1-2", "3-4")},
        ),
        (
            "team-20",
            "work where twenty or more people do data science",
            "How many people are responsible for data-science work where you work?",
            {"Q22": ("20+",)},
        ),
        ("age-under30", "are under 30", "What is your age?", {"Q1": ("18-21", "22-24", "25-29")}),
        (
            "ml-5plus",
            "have used machine learning for five years or more",
            "For how many years have you used machine learning?",
            {"Q15": ("5-10 years", "10-20 years", "20 or more years")},
        ),
    )
    for id_, title, question, answers in named:
        yield _one(id_, title, question, answers, by_country=True)
    yield Spec(
        "emp-other",
        "work outside academia, technology and online business",
        INDUSTRY,
        ("Q20",),
        lambda row: bool(row["Q20"]),
        lambda row: row["Q20"] not in (ACADEMIA, *ONLINE),
        ALL,
    )
    yield _one(
        "solo-by-size",
        "work where at most two people do data science",
        "How many people are responsible for data-science work where you work?",
        {"Q22": ("0", "1-2")},
        groups=SIZES,
    )
    yield _several(
        "journals",
        "name journals and proceedings as a favourite source",
        "Who are your favourite media sources on data science? (several)",
        "Q42",
        (9,),
        by_country=True,
    )


def measures(path: Path) -> list[Json]:
    """Return every measure of the survey, from its zip file."""
    rows = read(path)
    specs = (*_activities(), *_tools(), *_fields(), *_paid(), *_people())
    return [measure(spec, DATASET, rows, groups_of, PARTS) for spec in specs]
