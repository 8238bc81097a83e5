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
    """What the figures say of a claim."""

    claim: str
    """The id of the claim."""
    verdict: Verdict
    """What they say of it."""
    mark: str
    """The figure that decides, in a few letters; empty where none can stand alone."""
    text: str
    """What they say in a sentence."""


@dataclass(frozen=True)
class Count:
    """How many of something a figure rests on."""

    number: int
    """How many there are."""
    of: str
    """The word for one of them."""


@dataclass(frozen=True)
class Evidence:
    """One figure about one role."""

    about: str
    """The id of what is measured."""
    title: str
    """What is measured, in words."""
    role: str
    """The id of the role."""
    statistic: Literal["median", "share"]
    """What the value is of what was measured: its median, or a share."""
    value: float
    """The figure."""
    unit: str
    """The unit of the value and of the ends of the spread."""
    low: float
    """The lower end of the spread."""
    high: float
    """The upper end of the spread."""
    spread: str
    """What lies between the two ends, in words."""
    counts: tuple[Count, ...]
    """How many of what the figure rests on."""
    population: str
    """Of whom or what the figure was taken."""
    year: int
    """When it was taken."""
    source: str
    """The id of the source that it comes from."""
    aspects: tuple[str, ...] = ()
    """The ids of the rows of the comparison beside which the figure stands."""
    skill: str | None = None
    """The id of the skill that the figure is about, where it is about one."""
    standing: Standing | None = None
    """What all figures say together of that skill in the role; None where they say nothing."""


@dataclass(frozen=True)
class Quoted:
    """What the files of a catalogue measure: figures about roles, and findings by claim."""

    evidence: tuple[Evidence, ...] = ()
    """The figures."""
    findings: Mapping[str, ClaimFinding] = field(default_factory=dict)
    """What figures say of claims, by the id of the claim."""


@dataclass(frozen=True)
class MeasuredRow:
    """A figure for each role."""

    about: str
    """The id of what is measured."""
    title: str
    """What is measured, in words."""
    cells: tuple[Evidence | None, ...]
    """The figures in the order of the roles, None where nothing is measured."""


def measured_rows(
    evidence: Sequence[Evidence], roles: Sequence[str], aspects: frozenset[str] = frozenset()
) -> tuple[MeasuredRow, ...]:
    """Return what is measured of ``roles`` (ids), a row for each thing that is.

    Only what stands beside one of ``aspects`` is kept, where any are given.
    """
    shown = frozenset(roles)
    rows: dict[str, dict[str, Evidence]] = {}
    for each in evidence:
        if (
            each.skill is None
            and each.role in shown
            and (not aspects or not aspects.isdisjoint(each.aspects))
        ):
            rows.setdefault(each.about, {})[each.role] = each
    return tuple(
        MeasuredRow(about, next(iter(own.values())).title, tuple(own.get(role) for role in roles))
        for about, own in rows.items()
    )
