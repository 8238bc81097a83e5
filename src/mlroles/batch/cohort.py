"""What many answer sheets say together, rounded so that it says nothing of a single person.

The rules are those of HESA, the agency that publishes figures about British students: counts are
rounded to the nearest multiple of 5, percentages of fewer than 22.5 people and averages of 7 or
fewer are left out. Only what is rounded leaves this module.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from mlroles.batch.scorer import Scored
from mlroles.errors import SheetError
from mlroles.text import quoted

MULTIPLE: Final = 5
"""Counts are rounded to multiples of this, halves upwards."""

FEWEST_FOR_PERCENTAGES: Final = 22.5
FEWEST_FOR_AVERAGES: Final = 8
QUANTILES: Final = (10, 25, 50, 75, 90)

MOST_GROUPS: Final = 200
"""More groups than this are no groups, but a name for every person."""


@dataclass(frozen=True)
class Lean:
    """How many people lean to a role alone; percentages are None with too few people."""

    role: str
    """The id of the role."""
    people: int
    """How many people lean to it, rounded."""
    percent: int | None
    """What percentage of those who answered they are."""
    mean_share: int | None
    """The role's mean share among those who answered, in percent."""


@dataclass(frozen=True)
class Quantile:
    """One point of the distribution of the leader's share."""

    percent: int
    """The percentage of people whose leader has at most this share."""
    share: int
    """That share, in percent."""


@dataclass(frozen=True)
class Group:
    """What the sheets of some people say; counts are rounded, percentages whole or None."""

    name: str | None
    """What stands in the column that groups are made by; None for all people."""
    people: int
    """How many people there are."""
    answered: int
    """How many of them answered at least one question."""
    few_answers: int
    """How many of those who answered have answered fewer than half of the questions."""
    leans: tuple[Lean, ...]
    """How many people lean to each role."""
    undecided: int
    """How many of those who answered lean to no role alone."""
    undecided_percent: int | None
    """What percentage of those who answered lean to no role alone."""
    spread: tuple[Quantile, ...]
    """How the leader's share is distributed; empty where there are too few people to say."""


@dataclass(frozen=True)
class Rules:
    """How the figures are rounded, and below what they are left out."""

    counts_to_nearest: int = MULTIPLE
    """Counts of people are rounded to a multiple of this."""
    percentages_from: float = FEWEST_FOR_PERCENTAGES
    """With fewer people than this there are no percentages."""
    averages_from: int = FEWEST_FOR_AVERAGES
    """With fewer people than this there are no averages and no spread."""


@dataclass(frozen=True)
class Cohort:
    """The summary of a table of answer sheets."""

    questionnaire: str
    """The id of the questionnaire."""
    questions: int
    """How many questions it has."""
    wrong_rows: int
    """How many rows could not be read and count nowhere else, rounded."""
    everybody: Group
    """What all sheets say together."""
    grouped_by: str | None
    """The column that groups are made by; None where there are none."""
    groups: tuple[Group, ...]
    """The groups by name, without those that round to nobody."""
    groups_left_out: bool
    """Whether there is a group that rounds to nobody and is not named."""
    rules: Rules
    """How the figures are rounded, and below what they are left out."""


def rounded(count: int) -> int:
    """Return ``count`` to the nearest multiple of ``MULTIPLE``, halves upwards."""
    return (2 * count + MULTIPLE) // (2 * MULTIPLE) * MULTIPLE


def percentage(count: int, whole: int) -> int | None:
    """Return ``count`` as a whole percentage, halves upwards; None of too few people.

    It is left out as well where the count rounds to nobody: it would tell that there is somebody.
    """
    if whole < FEWEST_FOR_PERCENTAGES or not rounded(count):
        return None
    return (200 * count + whole) // (2 * whole)


def summarise(
    results: Iterable[Scored],
    roles: Sequence[str],
    questionnaire: str,
    questions: int,
    grouped_by: str | None = None,
) -> Cohort:
    """Return the summary of ``results``; ``questions`` is how many could be answered.

    Raises SheetError where there are more than ``MOST_GROUPS`` groups.
    """
    everybody = _Tally(roles, questions)
    groups: dict[str, _Tally] = {}
    wrong = 0
    for scored in results:
        if scored.problem:
            wrong += 1
            continue
        everybody.add(scored)
        if grouped_by is not None:
            name = scored.group.strip()
            if name not in groups:
                if len(groups) == MOST_GROUPS:
                    raise SheetError(
                        f"The column {quoted(grouped_by)} makes more than {MOST_GROUPS} groups.",
                        "Choose a column in which many people have the same.",
                    )
                groups[name] = _Tally(roles, questions)
            groups[name].add(scored)
    named = {name: tally for name, tally in sorted(groups.items()) if rounded(tally.people)}
    return Cohort(
        questionnaire=questionnaire,
        questions=questions,
        wrong_rows=rounded(wrong),
        everybody=everybody.group(None),
        grouped_by=grouped_by,
        groups=tuple(tally.group(name) for name, tally in named.items()),
        groups_left_out=len(named) < len(groups),
        rules=Rules(),
    )


@dataclass
class _Tally:
    """The true counts of a group, which stay in here."""

    roles: Sequence[str]
    questions: int
    people: int = 0
    answered: int = 0
    few_answers: int = 0
    undecided: int = 0
    alone: dict[str, int] = field(default_factory=dict)
    shares: list[float] = field(default_factory=list)
    """The sum of each role's shares."""
    leading: list[int] = field(default_factory=lambda: [0] * 101)
    """For each whole percentage, how many people's leader has it as its share."""

    def add(self, scored: Scored) -> None:
        self.people += 1
        if not scored.leaders:
            return
        self.answered += 1
        self.few_answers += 2 * scored.answered < self.questions
        if len(scored.leaders) > 1:
            self.undecided += 1
        else:
            role = scored.leaders[0]
            self.alone[role] = self.alone.get(role, 0) + 1
        so_far = self.shares or [0.0] * len(self.roles)
        self.shares = [each + share for each, share in zip(so_far, scored.combined, strict=True)]
        self.leading[_whole(100 * max(scored.combined))] += 1

    def group(self, name: str | None) -> Group:
        """Return what may be told."""
        return Group(
            name=name,
            people=rounded(self.people),
            answered=rounded(self.answered),
            few_answers=rounded(self.few_answers),
            leans=tuple(
                Lean(
                    role=role,
                    people=rounded(self.alone.get(role, 0)),
                    percent=percentage(self.alone.get(role, 0), self.answered),
                    mean_share=self._mean(place),
                )
                for place, role in enumerate(self.roles)
            ),
            undecided=rounded(self.undecided),
            undecided_percent=percentage(self.undecided, self.answered),
            spread=tuple(Quantile(percent, self._quantile(percent)) for percent in self._told()),
        )

    def _mean(self, place: int) -> int | None:
        if self.answered < FEWEST_FOR_AVERAGES:
            return None
        return _whole(100 * self.shares[place] / self.answered)

    def _told(self) -> tuple[int, ...]:
        """Return the quantiles that may be told: each is somebody's share, as a percentage."""
        return QUANTILES if self.answered >= FEWEST_FOR_PERCENTAGES else ()

    def _quantile(self, percent: int) -> int:
        """Return the smallest share that so many percent of the people do not exceed."""
        below = 0
        share = -1
        while 100 * below < percent * self.answered:
            share += 1
            below += self.leading[share]
        return share


def _whole(number: float) -> int:
    return int(number + 0.5)
