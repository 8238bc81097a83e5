"""From figures to words: the rules that every screen uses.

Two sets. ``standing`` says how usual a skill is in a role; its thresholds are data. ``outcome``
and ``possible_verdicts`` say whether figures hold a word of a claim, and which verdicts that
leaves open; their limits are fixed here, and were set before a verdict was written.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Literal, Protocol

from mlroles.evidence.intervals import Z_99, Interval, difference, wilson

if TYPE_CHECKING:  # most screens ask for standings alone, and pay for no other shape
    from mlroles.evidence.models import Basis, GroupCount, Measure, Verdict, WordTest


class Limit(Protocol):
    """A share at which a word begins to hold."""

    @property
    def share(self) -> float:
        """The share."""
        ...


class Limits(Protocol):
    """When a skill is common or rare in a role: ``models.Rules``, or what is read of them."""

    @property
    def common_people(self) -> Limit:
        """Of people."""
        ...

    @property
    def common_adverts(self) -> Limit:
        """Of adverts."""
        ...

    @property
    def rare(self) -> Limit:
        """Of either."""
        ...

    @property
    def least_base(self) -> int:
        """Fewer people or adverts say nothing."""
        ...


Standing = Literal["common", "some", "rare", "rarely-asked", "unknown"]
"""How usual a skill is in a role.

Common; used or asked for by some; rare among people who were asked; named by few adverts, with no
people asked, so that who uses it is not known; not known at all.
"""

Outcome = Literal["met", "failed", "unclear"]
"""Whether figures hold a word: surely, surely not, or they cannot tell."""

AT_LEAST: Mapping[str, float] = {"most": 0.5, "often": 0.25}
"""Words that need more than this share: most is over half, often over a quarter."""

AT_MOST: Mapping[str, float] = {"minority": 0.5, "few": 0.25, "hardly": 0.1}
"""Words that need less than this share: under half, under a quarter, under a tenth."""


@dataclass(frozen=True)
class Figure:
    """One share of a role's people or adverts."""

    basis: "Basis"
    count: int
    base: int

    @cached_property
    def share(self) -> Interval:
        """The share with its 95 % interval."""
        return wilson(self.count, self.base)


def standing(figures: Iterable[Figure], rules: Limits) -> Standing:
    """Return how usual a skill is, from all figures of it in one role.

    One figure at its threshold makes it common: an advert does not name what goes without
    saying, and a survey offers only some answers, so a low figure takes nothing from a high
    one. Rare needs every figure's 95 % interval below the limit, and people among them; with
    adverts alone it is only rarely asked for. Figures of fewer than ``least_base`` say nothing,
    and without any, the standing is unknown: never "no".
    """
    common = {"people": rules.common_people.share, "adverts": rules.common_adverts.share}
    usable = [each for each in figures if each.base >= rules.least_base and each.basis in common]
    if not usable:
        return "unknown"
    if any(each.share.value >= common[each.basis] for each in usable):
        return "common"
    if any(each.share.high >= rules.rare.share for each in usable):
        return "some"
    return "rare" if any(each.basis == "people" for each in usable) else "rarely-asked"


def outcome(test: "WordTest", measure: "Measure") -> Outcome:
    """Return whether the measure holds the test's word, on 99 % intervals.

    A word holds where the whole interval lies on its side of the limit, and fails where the whole
    of it lies on the other. "Above" compares two groups by the interval of their difference.
    Raises KeyError where the measure has no cell of a group that is named.
    """
    cells = {cell.group: cell for cell in measure.cells}
    share = _sure(cells[test.group])
    if test.than is not None:
        gap = difference(share, _sure(cells[test.than]))
        return _side(gap.low > 0, gap.high < 0)
    if test.says in AT_LEAST:
        limit = AT_LEAST[test.says]
        return _side(share.low > limit, share.high < limit)
    limit = AT_MOST[test.says]
    return _side(share.high < limit, share.low > limit)


def turned_round(test: "WordTest", measure: "Measure") -> tuple[str, ...]:
    """Return the titles of the readings in which the test's outcome is the opposite one.

    A reading that lacks a group of the test, or in which it is unclear, turns nothing round.
    """
    whole = outcome(test, measure)
    opposite = {"met": "failed", "failed": "met"}.get(whole)
    groups = {test.group, test.than or test.group}
    return tuple(
        reading.title
        for reading in measure.readings
        if groups <= {cell.group for cell in reading.cells}
        and outcome(test, measure.model_copy(update={"cells": reading.cells})) == opposite
    )


def _sure(cell: "GroupCount") -> Interval:
    return wilson(cell.count, cell.base, Z_99)


def _side(met: bool, failed: bool) -> Outcome:
    return "met" if met else "failed" if failed else "unclear"


def possible_verdicts(outcomes: Collection[Outcome]) -> "frozenset[Verdict]":
    """Return the verdicts that the outcomes of a claim's tests leave open.

    Without tests the figures do not decide a word, and every verdict is open. Supported needs
    one test met and none failed; contradicted one failed and none met; mixed one of each kind
    at least of met, failed and unclear; partly is open unless all have failed. Silent and not
    testable are for claims without tests.
    """
    if not outcomes:
        return frozenset({"supported", "partly", "mixed", "contradicted", "silent", "not-testable"})
    kinds = set(outcomes)
    found: set[Verdict] = set()
    if kinds != {"failed"}:
        found.add("partly")
    if len(kinds) > 1:
        found.add("mixed")
    if "met" in kinds and "failed" not in kinds:
        found.add("supported")
    if "failed" in kinds and "met" not in kinds:
        found.add("contradicted")
    return frozenset(found)
