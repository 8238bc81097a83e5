"""Counts from the 2021 Kaggle survey, with its routing undone.

Questions about cloud, data stores, business intelligence and experiment tools were shown only to
people who had spent money on them; who had spent nothing is counted as using none, which the
data set's caveats say. Whoever never wrote code or uses no machine learning was not shown the
questions about tools and methods, and is counted as using none too.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from builders.evidence.counting import Json, Row, Spec, measure
from builders.evidence.kaggle_people import (
    ACADEMIA,
    ALL,
    LIVE,
    ONLINE,
    PARTS,
    PRODUCTION,
    RESEARCH_PRODUCTION,
    SIZES,
    SMALL,
    TECHNOLOGY,
    groups_of,
    read,
)
from builders.evidence.kaggle_specs import (
    ACTIVITIES,
    BUSINESS,
    CLOUDS,
    CODED,
    CODING,
    EDITORS,
    FRAMEWORKS,
    INDUSTRY,
    LANGUAGES,
    MANAGED,
    METHODS,
    MODELLED,
    PAID,
    PLOTS,
    SCHOOLING,
    SIZE,
    STORES,
    TRACKING,
    one,
    several,
)

DATASET = "kaggle-2021"


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
        yield several(
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
        yield several(
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
        yield several(
            f"uses-{skill}",
            f"use {title} regularly",
            LANGUAGES,
            "Q7",
            parts,
            routed=CODED,
            skill=None if skill == "shell" else skill,
            by_country=skill in ("python", "r", "sql"),
        )
    yield several("lang-pyr", "use Python or R regularly", LANGUAGES, "Q7", (1, 2), routed=CODED)
    yield several("lang-cpp", "use C++ regularly", LANGUAGES, "Q7", (5,), routed=CODED)
    yield several(
        "uses-notebooks",
        "use Jupyter notebooks",
        EDITORS,
        "Q9",
        (1, 11),
        routed=CODED,
        skill="notebooks",
    )
    yield several("ide-vscode", "use VS Code", EDITORS, "Q9", (4,), routed=CODED)
    yield several(
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
        yield several(
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
        yield several(
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
    asked = several("", "", METHODS, "Q17", (1,), routed=MODELLED).asked
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
        yield several(
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
        yield several(
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
        yield one(id_, title, question, answers, by_country=True)
    yield Spec(
        "emp-other",
        "work outside academia, technology and online business",
        INDUSTRY,
        ("Q20",),
        lambda row: bool(row["Q20"]),
        lambda row: row["Q20"] not in (ACADEMIA, *ONLINE),
        ALL,
    )
    yield one(
        "solo-by-size",
        "work where at most two people do data science",
        "How many people are responsible for data-science work where you work?",
        {"Q22": ("0", "1-2")},
        groups=SIZES,
    )
    yield several(
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
