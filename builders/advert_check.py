"""``python -m builders.advert_check ADVERTS.csv.gz``: what the check of adverts finds in real ones.

It checks each advert of the table with the rules in ``data/advert_rules.json``, each in the year it
was posted, and writes ``docs/advert-check.md``. How many findings were right is read by a person
and kept in ``builders/advert_check_read.json``; no words of an advert are.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from builders.titles.counting import rows
from mlroles.documents.read import text_in
from mlroles.errors import DocumentError
from mlroles.hire.advert_check import AdvertCheck, AdvertChecker
from mlroles.hire.advert_models import AdvertRulesFile
from mlroles.parts import ADVERT_RULES, advert_tools, neighbours, quoted, title_reader
from mlroles.roles.load import load_catalogue

ROOT = Path(__file__).parents[1]
READ = Path(__file__).with_name("advert_check_read.json")

QUANTILES = (1, 5, 25, 50, 75, 95, 99)
"""The percentiles that are shown of what is counted in each advert."""


def check_all(
    checker: AdvertChecker, adverts: Iterable[Mapping[str, str]]
) -> tuple[list[AdvertCheck], int]:
    """Return what is found in each advert, and how many are refused."""
    found, refused = [], 0
    for each in adverts:
        year = int(each["year"][:4]) if each["year"][:4].isdecimal() else date.today().year  # noqa: DTZ011
        try:
            found.append(
                checker.check(text_in(each["description"]), None, each["title"], year=year)
            )
        except DocumentError:
            refused += 1
    return found, refused


def page(
    rules: AdvertRulesFile,
    found: Sequence[AdvertCheck],
    refused: int,
    read: Mapping[str, Mapping[str, int]],
) -> str:
    """Return the page."""
    return "\n\n".join(_page(rules, found, refused, read)) + "\n"


def _page(
    rules: AdvertRulesFile,
    found: Sequence[AdvertCheck],
    refused: int,
    read: Mapping[str, Mapping[str, int]],
) -> Iterator[str]:
    yield "# What the check of adverts finds"
    yield (
        "`mlroles advert --check FILE` looks at an advert before it is posted. This page says how "
        "often it finds something in real ones. It is written by "
        "`python -m builders.advert_check`; no words of an advert are kept."
    )
    yield f"**{rules.not_for}** Nothing here reads an application."
    yield "## How often"
    yield (
        f"{len(found):,} adverts of 2018 to 2025 from public collections, each checked in its own "
        f"year; {refused:,} more were refused as no adverts. An ordinary advert is not a good one, "
        "so what is found is not a false alarm by that; but a check that finds much in all of them "
        "would say nothing."
    )
    yield _by_kind(rules, found)
    yield _per_advert(found)
    yield (
        "Pay stands apart: most of these adverts are from before the laws, and many collectors "
        "kept the text without the field in which a job board shows pay."
    )
    yield "## How much of it is right"
    number = sum(sum(each.values()) for each in read.values())
    yield (
        f"The {number} findings beside pay in the first 50 adverts that had any, in an order drawn "
        "at random, were read by hand. Arguable is what is there and may be meant so. Wrong is "
        "mostly the collectors’ damage: lists that have lost their line breaks."
    )
    yield _judged(rules, read)
    yield "## From where on"
    yield "\n".join(_limits(rules))
    yield "## What is counted in an advert"
    yield _counted(found)
    yield "## What the words of stereotypes are worth"
    yield f"{rules.coded.worth} {rules.coded.left_out_reason}"
    yield "\n".join(
        f"- {each.cite}." + (f" <{each.url}>" if each.url else "") for each in rules.references
    )
    yield "## Where adverts have to state pay"
    yield f"Looked through on {rules.pay_laws.looked}. {rules.pay_laws.note}"
    yield "\n".join(
        f"- **{each.place}**, since {each.since}: {each.who}. {each.law}. <{each.url}>"
        for each in rules.pay_laws.laws
    )


def _by_kind(rules: AdvertRulesFile, found: Sequence[AdvertCheck]) -> str:
    counts = Counter(each.id for result in found for each in result.findings)
    lines = ["| Finding | Adverts | Share |", "| --- | --: | --: |"]
    lines += [
        f"| {kind.title} | {counts[kind.id]:,} | {_percent(counts[kind.id], len(found))} |"
        for kind in rules.kinds
    ]
    return "\n".join(lines)


def _per_advert(found: Sequence[AdvertCheck]) -> str:
    each = Counter(sum(finding.id != "no-pay" for finding in result.findings) for result in found)
    whole = sum(number * times for number, times in each.items())
    lines = ["| Findings beside pay | Adverts | Share |", "| --: | --: | --: |"]
    lines += [
        f"| {number} | {times:,} | {_percent(times, len(found))} |"
        for number, times in sorted(each.items())
    ]
    mean = f"\n\nThat is {whole / max(1, len(found)):.2f} an advert."
    return "\n".join(lines) + mean


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / max(1, whole):.1f} %"


def _judged(rules: AdvertRulesFile, read: Mapping[str, Mapping[str, int]]) -> str:
    lines = ["| Finding | Read | Right | Arguable | Wrong |", "| --- | --: | --: | --: | --: |"]
    total: Counter[str] = Counter()
    for kind in rules.kinds:
        own = read.get(kind.id)
        if own:
            total.update(own)
            lines.append(_judgement(kind.title, own))
    lines.append(_judgement("**All**", total))
    return "\n".join(lines)


def _judgement(title: str, own: Mapping[str, int]) -> str:
    counts = [own.get(name, 0) for name in ("right", "arguable", "wrong")]
    return f"| {title} | {sum(counts)} | {counts[0]} | {counts[1]} | {counts[2]} |"


def _limits(rules: AdvertRulesFile) -> Iterator[str]:
    for name, own in rules.limits:
        yield f"- `{name}` {own.value:g}: {own.reason}"


def _counted(found: Sequence[AdvertCheck]) -> str:
    columns: Mapping[str, Sequence[float]] = {
        "Words": [each.words for each in found],
        "Reading ease": [each.reading_ease for each in found if each.reading_ease is not None],
        "Musts": [each.musts for each in found],
    }
    head = " | ".join(f"{each} %" for each in QUANTILES)
    lines = [f"| | {head} |", f"| --- | {' | '.join(['--:'] * len(QUANTILES))} |"]
    for name, values in columns.items():
        row = sorted(values)
        shown = [f"{row[len(row) * each // 100]:.0f}" for each in QUANTILES] if row else []
        lines.append(f"| {name} | {' | '.join(shown)} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the page; return the exit code."""
    parser = argparse.ArgumentParser(prog="python -m builders.advert_check", description=__doc__)
    parser.add_argument("adverts", type=Path, help="the table of adverts, compressed")
    parser.add_argument("--root", type=Path, default=ROOT, help="the checkout to write into")
    given = parser.parse_args(arguments)
    catalogue = replace(
        load_catalogue(given.root / "data"),
        quote=quoted,
        read_neighbours=neighbours,
        title_reader=title_reader,
    )
    rules = ADVERT_RULES.load(catalogue)
    checker = AdvertChecker(catalogue, advert_tools(catalogue), rules)
    found, refused = check_all(checker, rows(given.adverts))
    read: dict[str, dict[str, int]] = json.loads(READ.read_bytes())
    text = page(rules, found, refused, read)
    (given.root / "docs" / "advert-check.md").write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
