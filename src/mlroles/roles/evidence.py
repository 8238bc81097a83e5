"""What something measured says of a role: one figure, what it rests on, and whose it is.

Pay, surveys, adverts and frameworks all speak in this shape, so that a screen that quotes them
knows none of them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Standing = Literal["common", "some", "rare", "rarely-asked"]
"""What the figures say of a skill in a role; rarely asked: in adverts, and no people were asked."""


Verdict = Literal["supported", "partly", "mixed", "contradicted", "silent", "not-testable"]
"""What the figures say of a claim."""


@dataclass(frozen=True)
class ClaimFinding:
    """What the figures say of a claim, and the one that decides, in a few letters."""

    claim: str
    verdict: Verdict
    mark: str


@dataclass(frozen=True)
class Count:
    """How many of something a figure rests on; ``of`` is the word for one of them."""

    number: int
    of: str


@dataclass(frozen=True)
class Evidence:
    """One figure about one role.

    ``about`` names what is measured, by id and in words. ``value`` is in ``unit``; ``low`` and
    ``high`` are the ends of ``spread``, which says in words what lies between them. ``aspects``
    are the rows of the comparison beside which the figure stands, ``skill`` is the skill that it
    is about, with its ``standing``. ``population``, ``year`` and ``source`` (an id) say of whom it
    was taken, when, and by whom.
    """

    about: str
    title: str
    role: str
    statistic: Literal["median", "share"]
    value: float
    unit: str
    low: float
    high: float
    spread: str
    counts: tuple[Count, ...]
    population: str
    year: int
    source: str
    aspects: tuple[str, ...] = ()
    skill: str | None = None
    standing: Standing | None = None


@dataclass(frozen=True)
class Quoted:
    """What the files of a catalogue measure: figures about roles, and findings by claim."""

    evidence: tuple[Evidence, ...] = ()
    findings: Mapping[str, ClaimFinding] = field(default_factory=dict)


@dataclass(frozen=True)
class MeasuredRow:
    """A figure for each role, in the order of the roles; None where nothing is measured."""

    about: str
    title: str
    cells: tuple[Evidence | None, ...]


def measured_rows(
    evidence: Sequence[Evidence], roles: Sequence[str], aspects: frozenset[str] = frozenset()
) -> tuple[MeasuredRow, ...]:
    """Return what is measured of ``roles`` (ids), a row for each thing that is.

    Only what stands beside one of ``aspects`` is kept, where any are given.
    """
    rows: dict[str, dict[str, Evidence]] = {}
    for each in evidence:
        if (
            each.skill is None
            and each.role in roles
            and (not aspects or not aspects.isdisjoint(each.aspects))
        ):
            rows.setdefault(each.about, {})[each.role] = each
    return tuple(
        MeasuredRow(about, next(iter(own.values())).title, tuple(own.get(role) for role in roles))
        for about, own in rows.items()
    )
