"""Counts from slices of the Stack Overflow surveys: people of data roles who stated their pay.

An empty answer to a question (NA in 2024) is in no base. In 2024 data scientists and
machine-learning specialists are one title, so those figures are nobody's role.
"""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from builders.evidence.counting import Json, Row, Spec, measure

BEFORE, LATER = "stack-overflow-2024", "stack-overflow-2025"

TITLES_2024 = {
    "Data scientist or machine learning specialist": "scientists-or-ml-specialists",
    "Developer, AI": "ai-developers",
    "Data engineer": "data-engineer",
    "Data or business analyst": "data-analyst",
}
TITLES_2025 = {
    "Data scientist": "data-scientist",
    "AI/ML engineer": "ml-engineer",
    "Applied scientist": "applied-scientists",
    "Academic researcher": "academic-researchers",
    "Data engineer": "data-engineer",
    "Data or business analyst": "data-analyst",
}

WORKED = "Which have you worked with in the past year? (several)"

DATABASES, PLATFORMS, WEB = "Database", "Platform", "Webframe"
MISC, TOOLS, EDITORS, LANGUAGES = "MiscTech", "ToolsTech", "NEWCollabTools", "Language"

WORKED_WITH: tuple[tuple[str, str, str, tuple[str, ...], int], ...] = (
    ("docker", "Docker", TOOLS, ("Docker",), 1),
    ("kubernetes", "Kubernetes", TOOLS, ("Kubernetes",), 1),
    (
        "infrastructure-as-code",
        "Terraform, Ansible or Pulumi",
        TOOLS,
        ("Terraform", "Ansible", "Pulumi"),
        1,
    ),
    ("scikit-learn", "scikit-learn", MISC, ("Scikit-Learn",), 1),
    ("pytorch", "PyTorch", MISC, ("Torch/PyTorch",), 1),
    ("tensorflow", "TensorFlow", MISC, ("TensorFlow",), 1),
    ("jax", "JAX", MISC, ("JAX",), 1),
    ("hugging-face", "Hugging Face Transformers", MISC, ("Hugging Face Transformers",), 1),
    ("spark", "Spark", MISC, ("Apache Spark",), 1),
    ("kafka", "Kafka", MISC, ("Apache Kafka",), 1),
    ("experiment-tracking", "MLflow", MISC, ("mlflow",), 1),
    ("gpu-programming", "CUDA", MISC, ("CUDA",), 1),
    ("pandas-numpy", "pandas or NumPy", MISC, ("Pandas", "NumPy"), 1),
    ("snowflake", "Snowflake", DATABASES, ("Snowflake",), 1),
    ("warehouse-engines", "BigQuery or Presto", DATABASES, ("BigQuery", "Presto"), 1),
    (
        "nosql",
        "MongoDB, Redis, Cassandra, DynamoDB or Elasticsearch",
        DATABASES,
        ("MongoDB", "Redis", "Cassandra", "Dynamodb", "Elasticsearch"),
        1,
    ),
    ("databricks", "Databricks", PLATFORMS, ("Databricks",), 1),
    ("aws", "AWS", PLATFORMS, ("Amazon Web Services (AWS)",), 1),
    ("azure", "Azure", PLATFORMS, ("Microsoft Azure",), 1),
    ("google-cloud", "Google Cloud", PLATFORMS, ("Google Cloud",), 1),
    ("api-development", "FastAPI, Flask or Django", WEB, ("FastAPI", "Flask", "Django"), 1),
    ("notebooks", "Jupyter", EDITORS, ("Jupyter Notebook/JupyterLab",), 1),
    ("sql", "SQL", LANGUAGES, ("SQL",), 1),
    ("python", "Python", LANGUAGES, ("Python",), 1),
    ("r", "R", LANGUAGES, ("R",), 1),
)
"""Skill, name, question, the survey's words, and how many of them it takes."""

CLOUDS = ("Amazon Web Services (AWS)", "Microsoft Azure", "Google Cloud")

SPOKEN: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("python", "Python", ("Python",)),
    ("r", "R", ("R",)),
    ("sql", "SQL", ("SQL",)),
    ("cpp", "C or C++", ("C", "C++")),
    ("java", "Java", ("Java",)),
    ("shell", "a shell", ("Bash/Shell (all shells)",)),
)

TEN = 10
"""Years."""

DOCTOR = "Professional degree (JD, MD, Ph.D, Ed.D, etc.)"
MASTER = "Master’s degree (M.A., M.S., M.Eng., MBA, etc.)"
OTHER = "Other (please specify):"
SCHOOLING = "Which best describes the highest level of education that you have completed?"


def _rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _several(
    id_: str,
    title: str,
    column: str,
    texts: tuple[str, ...],
    least: int,
    groups: tuple[str, ...],
    skill: str | None,
) -> Spec:
    def answers(row: Row) -> set[str]:
        return {each.strip() for each in row[column].split(";")} - {"", "NA"}

    return Spec(
        id_,
        title,
        WORKED,
        tuple(f"{column}: {text}" for text in texts),
        lambda row: bool(answers(row)),
        lambda row: len(answers(row) & set(texts)) >= least,
        groups,
        skill,
    )


def _schooling(id_: str, title: str, texts: tuple[str, ...], groups: tuple[str, ...]) -> Spec:
    return Spec(
        id_,
        title,
        SCHOOLING,
        ("EdLevel",),
        lambda row: row["EdLevel"] not in ("", OTHER),
        lambda row: row["EdLevel"] in texts,
        groups,
    )


def _grouping(titles: dict[str, str], column: str) -> Callable[[Row], Iterator[str]]:
    def groups_of(row: Row) -> Iterator[str]:
        if row[column] in titles:
            yield titles[row[column]]

    return groups_of


def measures_2024(path: Path) -> list[Json]:
    """Return the measures of the 2024 slice."""
    groups = tuple(TITLES_2024.values())
    specs = [
        _several(
            f"so24-{skill}",
            f"have worked with {name}",
            f"{column}HaveWorkedWith",
            texts,
            least,
            groups,
            skill,
        )
        for skill, name, column, texts, least in WORKED_WITH
    ]
    specs += [
        _several(
            "so24-cloud",
            "have worked with a big cloud",
            "PlatformHaveWorkedWith",
            CLOUDS,
            1,
            groups,
            "cloud",
        ),
        _several(
            "so24-twoclouds",
            "have worked with two or three big clouds",
            "PlatformHaveWorkedWith",
            CLOUDS,
            2,
            groups,
            None,
        ),
    ]
    rows = _rows(path)
    grouping = _grouping(TITLES_2024, "DevType")
    return [measure(spec, BEFORE, rows, grouping, {}) for spec in specs]


def measures_2025(path: Path) -> list[Json]:
    """Return the measures of the 2025 slice."""
    groups = tuple(TITLES_2025.values())
    specs = [
        _several(
            f"so25-{skill}",
            f"have worked with {name} in the past year",
            "languages",
            texts,
            1,
            groups,
            None if skill == "shell" else skill,
        )
        for skill, name, texts in SPOKEN
    ]
    specs += [
        _several(
            "so25-pyr",
            "have worked with Python or R in the past year",
            "languages",
            ("Python", "R"),
            1,
            groups,
            None,
        ),
        _schooling(
            "so25-doctorate", "hold a doctorate or a professional degree", (DOCTOR,), groups
        ),
        _schooling("so25-master", "hold a master’s degree and no higher one", (MASTER,), groups),
        _schooling(
            "so25-masterplus", "hold a master’s degree or a higher one", (MASTER, DOCTOR), groups
        ),
        Spec(
            "so25-code10",
            "have coded for ten years or more",
            "For how many years have you coded?",
            ("YearsCode",),
            lambda row: bool(row["YearsCode"]),
            lambda row: float(row["YearsCode"]) >= TEN,
            groups,
        ),
    ]
    rows = _rows(path)
    grouping = _grouping(TITLES_2025, "PrimaryRole")
    return [measure(spec, LATER, rows, grouping, {}) for spec in specs]


def pay_2025(path: Path) -> Json:
    """Return the median yearly pay that people in the United States stated, by title."""
    pay: dict[str, list[float]] = {title: [] for title in TITLES_2025}
    for row in _rows(path):
        if row["Country"] == "United States of America" and row["PrimaryRole"] in pay:
            pay[row["PrimaryRole"]].append(float(row["salary"]))
    return {
        "id": "so25-pay-us",
        "dataset": LATER,
        "title": "median pay a year that people in the United States stated, 2025",
        "unit": "US dollars a year",
        "columns": ["salary", "Country", "PrimaryRole"],
        "aspects": ["pay"],
        "values": [
            {"of": f"{title} ({len(stated)} people)", "value": median(stated)}
            for title, stated in pay.items()
            if stated
        ],
    }
