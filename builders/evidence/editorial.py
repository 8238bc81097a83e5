"""Joins the written part, ``editorial.json``, to the counts, and holds it against them.

A verdict that the tests of its words rule out stops the builder, and so does a share in a
sentence that is none of the measures' that the sentence rests on.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mlroles.evidence.intervals import wilson
from mlroles.evidence.models import Measure, WordTest
from mlroles.evidence.rules import outcome, possible_verdicts

SHARES = re.compile(r"((?:\d+(?:, | and | or | against ))*\d+) %")
"""One whole share, or several of which the last carries the sign."""


def shares(measure: Measure, text: str = "") -> set[int]:
    """Return the shares of the measure's cells in whole per cent.

    Those of a reading are among them where its title stands in ``text``.
    """
    named = (each for each in measure.readings if each.title in text)
    cells = [*measure.cells, *(cell for each in named for cell in each.cells)]
    return {round(100 * cell.count / cell.base) for cell in cells}


def stated(text: str) -> set[int]:
    """Return the whole shares that a sentence states."""
    return {int(each) for run in SHARES.findall(text) for each in re.findall(r"\d+", run)}


def faults(written: Mapping[str, Any], measures: Mapping[str, Measure]) -> Iterator[str]:
    """Yield what is wrong with one finding or dispute of the written part, in words."""
    name = written.get("claim") or written["dispute"]
    named = [measures[each] for each in written.get("measures", ()) if each in measures]
    known = {share for each in named for share in shares(each, written["text"])} | set(
        written.get("given", ())
    )
    if strangers := stated(written["text"]) - known:
        yield f"{name}: {sorted(strangers)} % are in none of its measures"
    tests = [WordTest(**each) for each in written.get("tests", ())]
    outcomes = [outcome(each, measures[each.measure]) for each in tests]
    if "verdict" in written and written["verdict"] not in possible_verdicts(outcomes):
        yield f"{name}: {written['verdict']} is ruled out by {', '.join(outcomes)}"


def mark(written: Mapping[str, Any], measures: Mapping[str, Measure]) -> str | None:
    """Return the decisive figure in a few letters; None for a finding without tests.

    It is that of the first test that failed, where one did and the verdict is not supported;
    else that of the first.
    """
    tests = [WordTest(**each) for each in written.get("tests", ())]
    failed = [each for each in tests if outcome(each, measures[each.measure]) == "failed"]
    if not tests:
        return None
    test = (failed or tests)[0]
    share = _percent(measures[test.measure], test.group)
    of = "of adverts" if measures[test.measure].dataset.startswith("adverts") else "do"
    if test.than is None:
        return f"{share} % {of}"
    return f"{share} against {_percent(measures[test.measure], test.than)} %"


def _percent(measure: Measure, group: str) -> int:
    cell = next(each for each in measure.cells if each.group == group)
    return round(100 * wilson(cell.count, cell.base).value)
