"""Counts what titles mean, measures how well they are read, and writes the page about it.

    python -m builders.titles --salaries salaries.csv.gz --adverts adverts.csv.gz \
        --occupations titles-and-their-codes.csv --labels titles-by-language.csv

People write the words and the rules of ``data/titles.json``: that is kept. What is counted and
measured is written anew, and ``docs/titles.md`` with it. With ``--check`` nothing is written: it
says whether the file is up to date. ``--page`` needs no tables: it writes the page alone.
"""

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from builders.titles.counting import Advert, counted, read_adverts, read_salaries, rows
from builders.titles.measure import Labelled, figures
from builders.titles.page import page
from builders.writing import deliver
from mlroles.titles.models import TitlesFile
from mlroles.titles.read import TitleReader

ROOT = Path(__file__).parents[2]
FILE = ROOT / "data" / "titles.json"
PAGE = ROOT / "docs" / "titles.md"
HELD_OUT = Path(__file__).parent / "held_out.csv"

FIRST_READING = {
    "source": "86 openings of technology companies, May 2026",
    "held_out": True,
    "family": 22,
    "right": 20,
    "near": 1,
    "others": 64,
    "placed": 0,
}
"""What came out when ``held_out.csv`` was read for the first time."""

UNSURE = "?"
"""Ends a label that its collector was not sure of."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Build the file and the page, or say whether the file is up to date; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m builders.titles", description=__doc__)
    for name in ("salaries", "adverts", "occupations", "labels"):
        parser.add_argument(f"--{name}", type=Path, help="a table, perhaps compressed")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    parser.add_argument("--page", action="store_true", help="write the page alone")
    given = parser.parse_args(arguments)
    document = json.loads(FILE.read_bytes())
    if not given.page:
        tables = (given.salaries, given.adverts, given.occupations, given.labels)
        if None in tables:
            parser.error("the four tables are needed, save with --page")
        document = build(document, *tables)
    if given.check:
        return deliver(FILE, document, check=True)
    deliver(FILE, document, check=False)
    PAGE.write_text(page(document), encoding="utf-8")
    return 0


def build(document: Any, salaries: Path, adverts: Path, occupations: Path, labels: Path) -> Any:  # noqa: ANN401 - JSON
    """Return the file with what is counted and measured."""
    data = FILE.parent
    pay = json.loads((data / "pay.json").read_bytes())
    roles = json.loads((data / "roles.json").read_bytes())
    family = roles.get("core") or [role["id"] for role in roles["roles"]]
    reader = reader_of(document)
    bands, read = read_salaries(salaries), read_adverts(adverts)
    found = counted(reader, bands, read, rows(occupations))
    for rule in document["rules"]:
        rule.pop("counted", None)
        if rule["id"] in found:
            rule["counted"] = found[rule["id"]]
    document["measured"] = [
        figures(reader, family, titles, source, held_out=False)
        for source, titles in (
            ("titles of adverts, 2018–2025", of_adverts(read)),
            ("titles of a salary index, 2020–2025", of_pay(pay, bands)),
            ("names of data scientists in ESCO's languages", of_labels(labels)),
        )
    ]
    held_out = [Labelled(row["title"], row["right"]) for row in rows(HELD_OUT)]
    now = figures(reader, family, held_out, "the same openings, read again now", held_out=False)
    document["measured"] += [FIRST_READING, now]
    return document


def reader_of(document: Any) -> TitleReader:  # noqa: ANN401 - JSON
    """Return what reads titles by the file, whatever catalogue there is."""
    file = TitlesFile.model_validate_json(json.dumps(document))
    return TitleReader(file, {job for rule in file.rules for job in (*rule.means, *rule.near)})


def of_adverts(adverts: Sequence[Advert]) -> Iterator[Labelled]:
    """Yield the titles of adverts that somebody was sure of."""
    for each in adverts:
        if not each.role.endswith(UNSURE):
            yield Labelled(each.title, each.role)


def of_pay(pay: Any, titles: Any) -> Iterator[Labelled]:  # noqa: ANN401 - JSON, a counter
    """Yield the titles of the salary index by the usual mapping of the pay file.

    Those that the mapping leaves open, being near to a role, are not told to be anything.
    """
    mapping = {title: each["counts_as"] for each in pay["sub_titles"] for title in each["titles"]}
    usual = pay["default_mapping"]
    for title in titles:
        if title not in mapping:
            yield Labelled(title, "")
        elif usual in mapping[title]:
            yield Labelled(title, mapping[title][usual])


def of_labels(path: Path) -> Iterator[Labelled]:
    """Yield the preferred names of a data scientist in each language."""
    for row in rows(path):
        if row["occupation"] == "data scientist":
            yield Labelled(row["preferred_label"].split("/")[0].strip(), "data-scientist")


if __name__ == "__main__":
    sys.exit(main())
