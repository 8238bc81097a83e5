"""Numbers from official tables: statistics of the United States, O*NET, and two frameworks."""

import csv
import gzip
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from builders.evidence.counting import Json, Row

OCCUPATIONS = {"15-2051": "data scientists", "15-1221": "research scientists in computing"}

INDUSTRIES = {
    "000000": "all employers",
    "611300": "universities and colleges",
    "999101": "the federal government",
    "541500": "computer systems design",
    "541700": "scientific research services",
    "519000": "search portals and information services",
}

LEVELS = {"Awareness": 1, "Working": 2, "Practitioner": 3, "Expert": 4}

UK_ROLES = (
    "Data scientist",
    "Lead data scientist",
    "Senior machine learning engineer",
    "Lead machine learning engineer",
)
UK_SKILLS = (
    "Applied maths, statistics and scientific practices",
    "Programming and build (data science)",
    "Programming and build (software engineering)",
    "Systems integration",
    "Delivering business impact",
)

TASKS = {
    "cleaning data": r"\bclean",
    "feature selection": r"feature selection",
    "comparing or testing models": r"compare models|validate, and reformulate models",
    "visualising": r"visualization",
    "business problems": r"business problems",
}
"""What O*NET's tasks are searched for."""

ADVERTISED = (
    "Data Scientist",
    "Machine Learning Engineer",
    "Machine Learning Researcher",
    "Research Scientist",
)


def _rows(path: Path) -> Iterator[Row]:
    opener = gzip.open if path.suffix == ".gz" else open
    with opener(path, "rt", encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _quantity(
    id_: str,
    dataset: str,
    title: str,
    unit: str,
    columns: tuple[str, ...],
    values: list[tuple[str, float]],
    aspects: tuple[str, ...] = (),
) -> Json:
    found: Json = {"id": id_, "dataset": dataset, "title": title, "unit": unit}
    found["columns"] = list(columns)
    if aspects:
        found["aspects"] = list(aspects)
    found["values"] = [{"of": of, "value": float(value)} for of, value in values]
    return found


def wages(national: Path, industries: Path) -> list[Json]:
    """Return people in work and pay from the tables of occupations, and of them by industry."""
    rows = [*_rows(national), *_rows(industries)]
    found = {(row["soc"], row["industry"]): row for row in rows}
    cells = [
        (f"{who}, {where}", found[code.replace("-", ""), industry])
        for code, who in OCCUPATIONS.items()
        for industry, where in INDUSTRIES.items()
        if (code.replace("-", ""), industry) in found
    ]
    named = (
        ("oews-employment", "people in work, United States, May 2025", "people", "employment",
         "demand"),
        ("oews-median", "median pay a year, United States, May 2025", "US dollars a year", "a50",
         "pay"),
        ("oews-top-tenth", "pay a year from which the top tenth starts", "US dollars a year",
         "a90", "pay"),
    )  # fmt: skip
    return [
        _quantity(
            id_, "oews-2025", title, unit, (f"{column}, by soc and industry",),
            [(who, float(row[column])) for who, row in cells if row[column].isdigit()], (aspect,),
        )
        for id_, title, unit, column, aspect in named
    ]  # fmt: skip


def projections(path: Path) -> list[Json]:
    """Return growth, openings and schooling from the projections to 2034."""
    wanted = (
        ("bls-growth", "growth in employment, 2024 to 2034", "per cent", "Table 1.2",
         "Employment change, percent, 2024–34", 1, "demand"),
        ("bls-openings", "openings a year, average of 2024 to 2034", "openings a year",
         "Table 1.2", "Occupational openings, 2024–34 annual average", 1000, "demand"),
        ("bls-doctorate", "workers with a doctorate or a professional degree", "per cent",
         "Table 5.3", "Doctoral or professional degree", 1, "education"),
        ("bls-master", "workers whose highest degree is a master’s", "per cent", "Table 5.3",
         "Master's degree", 1, "education"),
    )  # fmt: skip
    values = {(row["table"], row["code"], row["measure"]): row["value"] for row in _rows(path)}
    return [
        _quantity(
            id_, "bls-projections-2024", title, unit, (f"{table}: {measure}",),
            [(who, round(float(values[table, code, measure]) * times, 1))
             for code, who in OCCUPATIONS.items()], (aspect,),
        )
        for id_, title, unit, table, measure, times, aspect in wanted
    ]  # fmt: skip


def onet(titles: Path, tasks: Path) -> list[Json]:
    """Return under how many codes titles stand, and what the tasks of two codes speak of."""
    named = {"Data Scientist", "Machine Learning Engineer", "Research Scientist"}
    codes = [(row["title"], float(row["codes"])) for row in _rows(titles) if row["title"] in named]
    texts = [
        (row["O*NET-SOC Code"][:7], row["Task"])
        for row in _rows(tasks)
        if row["O*NET-SOC Code"].endswith(".00")
    ]
    found = [
        (
            f"{who}, {what}",
            sum(
                bool(re.search(pattern, task, re.IGNORECASE)) for own, task in texts if own == code
            ),
        )
        for code, who in OCCUPATIONS.items()
        for what, pattern in TASKS.items()
    ]
    return [
        _quantity("onet-titles", "onet-30-1", "O*NET codes under which a title is listed", "codes",
                  ("title", "codes"), codes),
        _quantity("onet-tasks", "onet-30-1", "listed tasks that speak of something", "tasks",
                  ("Task, by O*NET-SOC Code",), [(who, float(count)) for who, count in found]),
    ]  # fmt: skip


def framework(path: Path) -> Json:
    """Return the levels that the UK government's framework asks for."""
    rows = {(row["Role Level"], row["Skill Name"]): row["Skill Level"] for row in _rows(path)}
    values = [
        (f"{role}: {skill}", float(LEVELS[rows[role, skill]]))
        for role in UK_ROLES
        for skill in UK_SKILLS
        if (role, skill) in rows
    ]
    return _quantity(
        "uk-levels", "uk-framework-2025", "level asked for, from 1 (awareness) to 4 (expert)",
        "level", ("Role Level, Skill Name, Skill Level",), values,
        ("mathematics", "programming", "deployment"),
    )  # fmt: skip


def advertised(path: Path) -> Json:
    """Return the rows of full-time pay in 2024 by title; each advert has two rows."""
    counts = Counter(
        row["job_title"]
        for row in _rows(path)
        if row["work_year"] == "2024" and row["employment_type"] == "FT"
    )
    return _quantity(
        "advertised-2024", "aijobs-2025", "rows of advertised pay, 2024, two an advert", "rows",
        ("job_title, work_year, employment_type",),
        [(title, float(counts[title])) for title in ADVERTISED], ("demand",),
    )  # fmt: skip
