"""Counts over job adverts: of terms in their texts, and of skills in a table already counted.

The texts belong to employers and job boards: only counts leave this module.
"""

import csv
import gzip
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from builders.evidence.counting import Json, Row, Spec, measure

TEXTS, SKILLS = "adverts-terms", "adverts-skills"

ROLES = {
    "data-scientist": "data-scientist",
    "ml-engineer": "ml-engineer",
    "ml-researcher": "ml-researcher",
    "none:data-engineer": "data-engineer",
    "none:data-analyst": "data-analyst",
}

YEARS = ("2022-2023", "2024-2026")
"""The bands that are added up; earlier ones stand in readings of their own."""

EARLIER = ("2018-2019", "2020-2021")
LEAST_READING = 30

CLOUD = (r"\baws\b|amazon web services", r"\bazure\b", r"\bgcp\b|google cloud")

TERMS: tuple[tuple[str, str, tuple[str, ...], int], ...] = (
    ("api", "APIs or web services", (r"\bapis?\b|\brest(ful)?\b services?",), 1),
    ("business", "business or stakeholders", (r"\bbusiness\b|\bstakeholder",), 1),
    ("cicd", "CI/CD", (r"\bci ?/ ?cd\b|continuous (integration|delivery|deployment)",), 1),
    (
        "clean",
        "cleaning or preparing data",
        (r"\b(clean(ing|se|sing)?|wrangl\w+|munging|pre-?process\w*)\b",),
        1,
    ),
    ("cloud", "the cloud or one of the big three", (*CLOUD, r"\bcloud\b"), 1),
    ("twoclouds", "two or three of the big clouds", CLOUD, 2),
    (
        "clusters",
        "clusters, Spark or distributed computing",
        (r"\bclusters?\b|distributed (training|computing|systems?)|\bspark\b",),
        1,
    ),
    (
        "containers",
        "containers, Docker or Kubernetes",
        (r"\bcontaineri[sz]|\bcontainers?\b|\bdocker|\bkubernetes\b",),
        1,
    ),
    ("cpp", "C++", (r"c\+\+",), 1),
    ("cs", "computer science", ("computer science",), 1),
    (
        "cvnlp",
        "computer vision or language processing",
        (r"computer vision|natural language|\bnlp\b",),
        1,
    ),
    (
        "datalake",
        "databases, SQL, lakes or warehouses",
        (r"data (lakes?|warehouses?)|\bdatabases?\b|\bsql\b",),
        1,
    ),
    ("deploy", "deploying", (r"\bdeploy",), 1),
    ("devops", "DevOps", (r"\bdev ?ops\b",), 1),
    ("docker", "Docker", (r"\bdocker",), 1),
    ("domain", "knowledge of the domain", (r"domain (knowledge|expert)|subject matter",), 1),
    (
        "eda",
        "exploring data",
        (r"explorat(ory|ion)[^.]{0,25}(analys|data)|\beda\b|exploratory",),
        1,
    ),
    ("experiments", "experiments", (r"\bexperiment",), 1),
    (
        "feature",
        "engineering or selecting features",
        (r"feature (engineering|selection|extraction)",),
        1,
    ),
    ("kubernetes", "Kubernetes", (r"\bkubernetes\b|\bk8s\b",), 1),
    ("linux", "Linux or Unix", (r"\blinux\b|\bunix\b",), 1),
    ("maths", "mathematics", (r"\bmath(s|ematic\w*)?\b",), 1),
    ("mlops", "MLOps", (r"\bml ?ops\b",), 1),
    ("monitoring", "monitoring", (r"\bmonitor",), 1),
    (
        "newalg",
        "new algorithms, methods or models",
        (r"(new|novel|innovative) (\w+ ){0,3}(algorithms?|methods?|models?|techniques?)",),
        1,
    ),
    ("nn", "neural networks or deep learning", (r"neural net|deep learning",), 1),
    (
        "novel",
        "novelty or the state of the art",
        (r"\bnovel\b|state[- ]of[- ]the[- ]art|cutting[- ]edge",),
        1,
    ),
    ("phd", "a doctorate", (r"\bph\.? ?d\b|\bdoctora(l|te)",), 1),
    ("pipelines", "pipelines", (r"\bpipelines?\b",), 1),
    ("production", "production", (r"\bproduction(ali)?[sz]?|\bproductioni[sz]",), 1),
    (
        "publications",
        "publications or conferences",
        (
            r"\bpublications?\b|\bpublish|\bpeer[- ]review|\bconference papers?\b|\bpapers?\b",
            r"\b(neurips|nips|icml|iclr|cvpr|acl|emnlp)\b",
        ),
        1,
    ),
    ("pyr", "Python or R", (r"\bpython\b", r"(?-i:(?<![\w&])R(?![\w&’']))"), 1),
    (
        "reliability",
        "reliability or availability",
        (r"\breliab|\bhigh(ly)? availab|\bavailability\b",),
        1,
    ),
    (
        "reproducib",
        "repeatable or documented work, or version control",
        (r"reproducib|\bdocument(ation|ing)?\b|version control|\bgit\b",),
        1,
    ),
    ("research", "research", (r"\bresearch",), 1),
    ("retrain", "retraining", (r"\bre-?train",), 1),
    ("scalable", "scale", (r"\bscal(e|able|ability|ing)\b",), 1),
    ("stats", "statistics", (r"\bstatistic",), 1),
    ("swe", "software engineering", (r"software (engineer|development)",), 1),
    ("theory", "theory", (r"\btheor(y|etical|ies)\b",), 1),
    (
        "visual",
        "visualisation or dashboards",
        (r"\bvisuali[sz]|\btableau\b|power ?bi|\bdashboards?\b",),
        1,
    ),
)
"""Name, what it stands for, patterns, and how many of the patterns must be found."""

SHIPPED = frozenset(
    {
        "sql", "spark", "airflow", "kafka", "dbt", "snowflake", "databricks",
        "warehouse-engines", "nosql", "bi-tools", "java", "cpp", "git",
        "pandas-numpy", "notebooks", "jax", "gpu-programming", "distributed-training",
        "model-optimisation", "experiment-tracking", "ml-platforms",
        "infrastructure-as-code", "llms", "rag", "vector-databases", "prompt-engineering",
        "ai-agents", "fine-tuning", "hugging-face", "nlp", "computer-vision",
        "reinforcement-learning", "time-series", "ab-testing", "causal-inference",
        "recommenders-ranking",
    }
)  # fmt: skip
"""The skills beyond the catalogue's first 44 that it has taken from this table."""


def _spec(name: str, words: str, patterns: tuple[str, ...], least: int) -> Spec:
    compiled = [re.compile(each, re.IGNORECASE) for each in patterns]

    def true(row: Row) -> bool:
        return sum(bool(each.search(row["description"])) for each in compiled) >= least

    terms = tuple(f"description: {each}" for each in patterns)
    question = f"Does the text of the advert name {words}?"
    return Spec(
        f"ads-{name}",
        f"name {words}",
        question,
        terms,
        lambda _row: True,
        true,
        tuple(ROLES.values()),
        parts=True,
    )


def _groups_of(row: Row) -> Iterator[str]:
    if row["role"] in ROLES:
        yield ROLES[row["role"]]


PARTS: dict[str, Callable[[Row], bool]] = {
    "in adverts of 2024 and 2025": lambda row: row["year"] in ("2024", "2025")
}


def term_measures(path: Path) -> list[Json]:
    """Return the counts of terms from the gzipped table of adverts."""
    csv.field_size_limit(1 << 24)
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["role"] in ROLES]
    return [measure(_spec(*term), TEXTS, rows, _groups_of, PARTS) for term in TERMS]


def skill_measures(path: Path) -> list[Json]:
    """Return the counts of skills, from 2022 on, with earlier and later years as readings."""
    counted: dict[str, dict[str, dict[str, tuple[int, int]]]] = {}
    titles: dict[str, str] = {}
    for row in json.loads(path.read_text(encoding="utf-8"))["rows"]:
        if row["in_catalogue"] or row["skill"] in SHIPPED:
            titles[row["skill"]] = row["title"]
            bands = counted.setdefault(row["skill"], {})
            bands.setdefault(row["years"], {})[row["role"]] = (row["k"], row["n"])
    return [_skill(skill, titles[skill], bands) for skill, bands in counted.items()]


def _skill(skill: str, title: str, bands: dict[str, dict[str, tuple[int, int]]]) -> Json:
    readings = [
        (f"in adverts of {band.replace('-', ' to ')}", _cells(bands, (band,), LEAST_READING))
        for band in (*EARLIER, YEARS[-1])
    ]
    return {
        "id": f"asked-{skill}",
        "dataset": SKILLS,
        "title": f"name {title}",
        "question": "Does the advert, without its set phrases, name the skill by one of its words?",
        "columns": [f"rows: skill {skill}, years {' and '.join(YEARS)}: k, n"],
        "skill": skill,
        "cells": _cells(bands, YEARS, 1),
        "readings": [{"title": title, "cells": cells} for title, cells in readings if cells],
    }  # fmt: skip


def _cells(
    bands: dict[str, dict[str, tuple[int, int]]], names: tuple[str, ...], least: int
) -> list[Json]:
    found: list[Json] = []
    for role in ROLES.values():
        pairs = [bands[name][role] for name in names if role in bands.get(name, {})]
        count, base = sum(k for k, _ in pairs), sum(n for _, n in pairs)
        if base >= least:
            found.append({"group": role, "count": count, "base": base})
    return found
