"""Counts what sources say of the titles of each rule: rows come in, counts go out."""

import csv
import gzip
import io
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from mlroles.titles.read import TitleReader

Json = dict[str, Any]

SALARIES, ADVERTS, OCCUPATIONS = "aijobs-2025", "adverts-2025", "onet-30-1"
"""The ids of the sources."""

FAMILY_CODES = frozenset({"15-1221.00", "15-2051.00"})
"""The occupations of O*NET that hold the roles of the family."""

LEAST = 10
"""Of fewer adverts no share is told."""

LONGEST_CELL = 10_000_000
LEARNING = re.compile(r"machine[\s-]+learning|deep[\s-]+learning", re.IGNORECASE)


class Advert(NamedTuple):
    """An advert as far as it is counted."""

    title: str
    role: str
    learning: bool


def rows(path: Path) -> Iterator[Mapping[str, str]]:
    """Yield the rows of a CSV file, perhaps compressed."""
    csv.field_size_limit(LONGEST_CELL)
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from csv.DictReader(io.StringIO(data.decode(), newline=""))


def read_adverts(path: Path) -> list[Advert]:
    """Return each distinct advert: its title, its label, and whether it names the field."""
    found = {
        (row["title"], row["description"]): Advert(
            " ".join(row["title"].split()), row["role"], bool(LEARNING.search(row["description"]))
        )
        for row in rows(path)
    }
    return list(found.values())


def read_salaries(path: Path) -> Counter[str]:
    """Return how many distinct rows of the salary file have each title."""
    return Counter(title for title, *_ in {(row["job_title"], *row.values()) for row in rows(path)})


def rule_of(reader: TitleReader, title: str) -> str:
    """Return the id of the rule that says most of a title; empty where there is none."""
    return next(iter(reader.read(title).rules), "")


def counted(
    reader: TitleReader,
    salaries: Mapping[str, int],
    adverts: Iterable[Advert],
    occupations: Iterable[Mapping[str, str]],
) -> dict[str, list[Json]]:
    """Return what is counted of each rule, by the rule's id."""
    bands: Counter[str] = Counter()
    for title, count in salaries.items():
        bands[rule_of(reader, title)] += count
    named: defaultdict[str, list[bool]] = defaultdict(list)
    for advert in adverts:
        named[rule_of(reader, advert.title)].append(advert.learning)
    listed: dict[str, tuple[int, int]] = {}
    for row in occupations:
        codes = [each.strip().split(" ")[0] for each in row["where O*NET 30.1 lists it"].split(";")]
        family = sum(code in FAMILY_CODES for code in codes)
        rule = rule_of(reader, row["title"])
        listed[rule] = max(listed.get(rule, (0, 0)), (family, int(row["codes"])), key=max)
    whole = sum(salaries.values())
    found: defaultdict[str, list[Json]] = defaultdict(list)
    for rule in reader.rules:
        if bands[rule] >= LEAST:
            found[rule].append(_entry(SALARIES, "adverts", bands[rule], whole))
        if len(named[rule]) >= LEAST:
            found[rule].append(_entry(ADVERTS, "learning", sum(named[rule]), len(named[rule])))
        if rule in listed and listed[rule][1]:
            found[rule].append(_entry(OCCUPATIONS, "occupations", *listed[rule]))
    return dict(found)


def _entry(source: str, what: str, count: int, of: int) -> Json:
    return {"source": source, "what": what, "count": count, "of": of}
