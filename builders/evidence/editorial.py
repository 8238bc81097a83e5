"""Joins the written part, ``editorial.json``, to the counts, and holds it against them.

A verdict that the tests of its words rule out stops the builder, and so does a share in a
sentence that is none of the measures' that the sentence rests on. A *mark* is the finding in a few
words; it stands behind statements of any role that cite the claim, so it says whom or what it
counts. Its numbers are places that are filled from the counts.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from mlroles.evidence.models import Measure, WordTest
from mlroles.evidence.rules import outcome, possible_verdicts

SHARES = re.compile(r"((?:\d+(?:, | and | or | against ))*\d+) %")
"""One whole share, or several of which the last carries the sign."""

PLACES = re.compile(r"\{(?P<measure>[a-z0-9-]+)/(?P<group>[a-z0-9-]+)\}")
"""A place in a mark that stands for the share of a measure's group, in whole per cent."""

LONGEST_MARK = 40
"""Characters: what still fits behind a statement. Longer ones break the columns of a screen."""


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
    yield from (f"{name}: {fault}" for fault in _mark_faults(written, measures))


def mark(written: Mapping[str, Any], measures: Mapping[str, Measure]) -> str | None:
    """Return the finding's mark, its places filled with shares; None where none is written.

    A place is ``{measure/group}``. Raises KeyError where one is not counted, of which ``faults``
    tells.
    """
    text = written.get("mark")
    return None if text is None else PLACES.sub(lambda place: _share(place, measures), text)


def _share(place: re.Match[str], measures: Mapping[str, Measure]) -> str:
    cells = {each.group: each for each in measures[place["measure"]].cells}
    cell = cells[place["group"]]
    return str(round(100 * cell.count / cell.base))


def _mark_faults(written: Mapping[str, Any], measures: Mapping[str, Measure]) -> Iterator[str]:
    text = written.get("mark")
    if text is None:
        return
    rests = {name: measures[name] for name in written.get("measures", ()) if name in measures}
    places = list(PLACES.finditer(text))
    counted = {(name, cell.group) for name, each in rests.items() for cell in each.cells}
    strange = [each[0] for each in places if (each["measure"], each["group"]) not in counted]
    if strange:
        yield f"the mark's {', '.join(strange)} is none of its measures"
    if not places or re.search(r"\d", PLACES.sub("", text)):
        yield "each number of the mark, and one at least, must be a {measure/group}"
    if not strange and len(filled := mark(written, rests) or "") > LONGEST_MARK:
        yield f"the mark {filled!r} has {len(filled)} characters, more than {LONGEST_MARK}"
