"""Who answered the 2021 Kaggle survey: the file, and the groups that people belong to."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

from builders.evidence.counting import Row

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
