"""Adds to ``data/wages.json`` the figures of the US Bureau of Labor Statistics.

    python -m builders.wages --national national.csv --industries by_industry.csv \
        --states states.csv --projections projections.csv

People write the occupations with the roles near them, the industries and the states: that is
kept. Employees, wages and projections are taken from the bureau's tables. With ``--check``
nothing is written: it says whether the file is up to date.
"""

import argparse
import csv
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from builders.writing import deliver

FILE = Path(__file__).parents[1] / "data" / "wages.json"

Json = dict[str, Any]
Row = Mapping[str, str]

ALL_INDUSTRIES = "000000"
WHOLE_COUNTRY = "0000000"
NOT_RELEASED = frozenset({"", "-", "*", "**"})
TOP_CODED = "5"
"""The footnote that a wage is the top code or more."""

AMOUNTS = {10: "a10", 25: "a25", 50: "a50", 75: "a75", 90: "a90"}
"""The column of each percentile of a year's wage."""

MARGINS = {
    "employment": "Employment, 2024",
    "projected": "Employment, 2034",
    "change": "Employment change, percent, 2024–34",
    "openings": "Occupational openings, 2024–34 annual average",
    "entry": "Typical education needed for entry",
}
"""What is taken of the table of projections, by our names."""

THOUSANDS = frozenset({"employment", "projected", "openings"})
"""Which of these the table gives in thousands."""

MAIN_TABLE, EDUCATION_TABLE = "Table 1.2", "Table 5.3"
FOOTNOTE = "["
"""With this the table's title of an occupation goes on where the education is not its own."""


def number(text: str) -> int | None:
    """Return a whole number, or None where it is not released."""
    return None if text in NOT_RELEASED else int(text)


def footnotes(text: str) -> dict[str, str]:
    """Return the footnote of each column, from a list such as ``a75:5;a90:5``."""
    return dict(each.split(":") for each in text.split(";") if each)


def cell(row: Row, industry: str | None, state: str | None, top_code: int) -> Json:
    """Return a cell of the file; a percentile that is top-coded gets the top code."""
    notes = footnotes(row["footnotes"])
    at_least = [each for each, column in AMOUNTS.items() if notes.get(column) == TOP_CODED]
    error = row["emp_rse_pct"]
    made: Json = {
        "soc": code(row["soc"]),
        "industry": industry,
        "state": state,
        "employees": number(row["employment"]),
        "error": None if error in NOT_RELEASED else float(error),
        "mean": number(row["a_mean"]),
        "amounts": [
            top_code if each in at_least else number(row[column])
            for each, column in AMOUNTS.items()
        ],
    }
    return {**made, "at_least": at_least} if at_least else made


def code(text: str) -> str:
    """Return an occupation code with its hyphen."""
    return f"{text[:2]}-{text[2:]}"


def cells(written: Json, rows: Iterable[Row]) -> Iterator[Json]:
    """Yield the cells of the file: of the country, by industry, by state, each in its order."""
    industries = {each["code"]: each["id"] for each in written["industries"]}
    states = {each["code"]: each["id"] for each in written["states"]}
    places: dict[tuple[str, str], tuple[str | None, str | None]] = {
        (ALL_INDUSTRIES, WHOLE_COUNTRY): (None, None),
        **{(each, WHOLE_COUNTRY): (key, None) for each, key in industries.items()},
        **{(ALL_INDUSTRIES, each): (None, key) for each, key in states.items()},
    }
    found = {(row["soc"], row["industry"], row["area"]): row for row in rows}
    for occupation in written["occupations"]:
        soc = occupation["soc"].replace("-", "")
        for (industry, area), names in places.items():
            if row := found.get((soc, industry, area)):
                yield cell(row, *names, written["top_code"])


def outlooks(written: Json, rows: Sequence[Row]) -> Iterator[Json]:
    """Yield what is projected for each occupation, and the education of its workers."""
    for occupation in written["occupations"]:
        soc = occupation["soc"]
        main = {
            row["measure"]: row["value"]
            for row in rows
            if (row["table"], row["code"]) == (MAIN_TABLE, soc)
        }
        education = [row for row in rows if (row["table"], row["code"]) == (EDUCATION_TABLE, soc)]
        yield {
            "soc": soc,
            **{name: _margin(name, main[measure]) for name, measure in MARGINS.items()},
            "education": [
                {"level": row["measure"], "percent": float(row["value"])} for row in education
            ],
            "education_exact": not any(FOOTNOTE in row["title"] for row in education),
        }


def _margin(name: str, text: str) -> int | float | str:
    if name in THOUSANDS:
        return round(float(text) * 1000)
    return float(text) if name == "change" else text


def build(written: Json, wages: Sequence[Row], projected: Sequence[Row]) -> Json:
    """Return the whole file: what people wrote, with all figures added anew."""
    projections = {**written["projections"], "outlooks": list(outlooks(written, projected))}
    return {**written, "projections": projections, "cells": list(cells(written, wages))}


def table(path: Path) -> list[Row]:
    """Return the rows of a CSV file."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the file, or with ``--check`` say whether it is up to date; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--national", type=Path, required=True, help="the whole country, a CSV")
    parser.add_argument("--industries", type=Path, required=True, help="by industry, a CSV")
    parser.add_argument("--states", type=Path, required=True, help="by state, a CSV")
    parser.add_argument("--projections", type=Path, required=True, help="projections, a CSV")
    parser.add_argument("--file", type=Path, default=FILE, help="the file to write anew")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    given = parser.parse_args(arguments)
    rows = [row for path in (given.national, given.industries, given.states) for row in table(path)]
    written = json.loads(given.file.read_bytes())
    return deliver(given.file, build(written, rows, table(given.projections)), check=given.check)


if __name__ == "__main__":
    sys.exit(main())
