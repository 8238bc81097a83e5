"""What many answer sheets say together, rounded so that it says nothing of a single person.

The rules are those of HESA, the agency that publishes figures about British students: counts are
rounded to the nearest multiple of 5, percentages of fewer than 22.5 people and averages of 7 or
fewer are left out. Only what is rounded leaves this module.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from mlroles.batch.scorer import Scored, ScoredHalf
from mlroles.errors import SheetError
from mlroles.quiz.models import Half, Questionnaire
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
    """How many people a half names one thing to; percentages are None with too few people."""

    id: str
    """The id of the role, or of the job beside the roles."""
    people: int
    """To how many people it is named alone, rounded."""
    percent: int | None
    """What percentage of those who answered the half they are."""
    clearly: int | None
    """How many of them lean to it clearly, rounded; None where the half is measured."""
    mean_share: int | None
    """Its mean share among those who answered the half, in percent; None where it is not measured.
    Of a role it is the share among the roles, of a job beside them the share of all.
    """


@dataclass(frozen=True)
class Quantile:
    """One point of the distribution of the leader's share."""

    percent: int
    """The percentage of people whose leader has at most this share."""
    share: int
    """That share, in percent."""


@dataclass(frozen=True)
class HalfGroup:
    """What one half says of some people; counts are rounded, percentages whole or None."""

    half: str
    """The id of the half."""
    title: str
    """Its heading."""
    measured: bool
    """Whether it is measured, and so has shares."""
    answered: int
    """How many people answered at least one of its questions."""
    leans: tuple[Lean, ...]
    """How many people lean to each role."""
    beside: tuple[Lean, ...]
    """How many people are told each job beside the roles, in place of a role."""
    undecided: int
    """How many of those who answered it lean to no role alone."""
    undecided_percent: int | None
    """What percentage of those who answered it they are."""
    none: int
    """How many of those who answered it are told that none of these fits."""
    none_percent: int | None
    """What percentage of those who answered it they are."""
    spread: tuple[Quantile, ...]
    """How the leader's share among the roles is distributed over those to whom a role is named;
    empty where it is not measured, or where there are too few people to say.
    """


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
    agree: int
    """Of how many people the halves that they answered agree."""
    differ: int
    """Of how many people they do not."""
    differ_percent: int | None
    """What percentage of those who answered more than one half they are."""
    halves: tuple[HalfGroup, ...]
    """What each half says of them."""


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
    results: Iterable[Scored], questionnaire: Questionnaire, grouped_by: str | None = None
) -> Cohort:
    """Return the summary of ``results``, which were scored by all halves of ``questionnaire``.

    Raises SheetError where there are more than ``MOST_GROUPS`` groups.
    """
    everybody = _Tally(questionnaire)
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
                groups[name] = _Tally(questionnaire)
            groups[name].add(scored)
    named = {name: tally for name, tally in sorted(groups.items()) if rounded(tally.people)}
    return Cohort(
        questionnaire=questionnaire.id,
        questions=len(questionnaire.questions),
        wrong_rows=rounded(wrong),
        everybody=everybody.group(None),
        grouped_by=grouped_by,
        groups=tuple(tally.group(name) for name, tally in named.items()),
        groups_left_out=len(named) < len(groups),
        rules=Rules(),
    )


class _Tally:
    """The true counts of a group, which stay in here."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        self._questions = len(questionnaire.questions)
        self._halves = [_HalfTally(questionnaire, half) for half in questionnaire.halves]
        self.people = 0
        self._answered = 0
        self._few_answers = 0
        self._agree = 0
        self._differ = 0

    def add(self, scored: Scored) -> None:
        self.people += 1
        if not scored.answered:
            return
        self._answered += 1
        self._few_answers += 2 * scored.answered < self._questions
        self._agree += scored.agree is True
        self._differ += scored.agree is False
        for tally, half in zip(self._halves, scored.halves, strict=True):
            if half.answered:
                tally.add(half)

    def group(self, name: str | None) -> Group:
        """Return what may be told."""
        return Group(
            name=name,
            people=rounded(self.people),
            answered=rounded(self._answered),
            few_answers=rounded(self._few_answers),
            agree=rounded(self._agree),
            differ=rounded(self._differ),
            differ_percent=percentage(self._differ, self._agree + self._differ),
            halves=tuple(tally.group() for tally in self._halves),
        )


class _HalfTally:
    """The true counts of a half in a group, which stay in here."""

    def __init__(self, questionnaire: Questionnaire, half: Half) -> None:
        self._half = half
        self._roles = questionnaire.roles
        self._answered = 0
        self._undecided = 0
        self._none = 0
        self._named: Counter[str] = Counter()
        self._clearly: Counter[str] = Counter()
        self._shares = [0.0] * len(self._roles)
        """The sum of each role's shares."""
        self._wide = [0.0] * len(half.beside)
        """The sum of the shares of all that each job beside the roles has."""
        self._leading = [0] * 101
        """For each whole percentage, how many people's leader has it as its share."""

    def add(self, half: ScoredHalf) -> None:
        self._answered += 1
        self._none += half.none
        self._undecided += len(half.leaders) > 1
        if half.beside:
            self._named[half.beside] += 1
        elif len(half.leaders) == 1:
            self._named[half.leaders[0]] += 1
            self._clearly[half.leaders[0]] += half.lean == "clearly"
        if half.shares:
            self._shares = [
                each + more for each, more in zip(self._shares, half.shares, strict=True)
            ]
            wide = half.wide[len(self._roles) :]
            self._wide = [each + more for each, more in zip(self._wide, wide, strict=True)]
            if half.leaders:
                self._leading[_whole(100 * max(half.shares))] += 1

    def group(self) -> HalfGroup:
        """Return what may be told."""
        beside = tuple(
            self._lean(each.id, self._wide[place])
            for place, each in enumerate(self._half.beside)
            if not each.none
        )
        return HalfGroup(
            half=self._half.id,
            title=self._half.title,
            measured=self._half.measured is not None,
            answered=rounded(self._answered),
            leans=tuple(
                self._lean(role, share)
                for role, share in zip(self._roles, self._shares, strict=True)
            ),
            beside=beside,
            undecided=rounded(self._undecided),
            undecided_percent=percentage(self._undecided, self._answered),
            none=rounded(self._none),
            none_percent=percentage(self._none, self._answered),
            spread=tuple(Quantile(percent, self._quantile(percent)) for percent in self._told()),
        )

    def _lean(self, name: str, share: float) -> Lean:
        people = self._named[name]
        measured = self._half.measured is not None
        return Lean(
            id=name,
            people=rounded(people),
            percent=percentage(people, self._answered),
            clearly=None if measured else rounded(self._clearly[name]),
            mean_share=self._mean(share) if measured else None,
        )

    def _mean(self, share: float) -> int | None:
        if self._answered < FEWEST_FOR_AVERAGES:
            return None
        return _whole(100 * share / self._answered)

    def _told(self) -> tuple[int, ...]:
        """Return the quantiles that may be told: each is somebody's share, as a percentage."""
        return QUANTILES if sum(self._leading) >= FEWEST_FOR_PERCENTAGES else ()

    def _quantile(self, percent: int) -> int:
        """Return the smallest share that so many percent of the people do not exceed."""
        below = 0
        share = -1
        while 100 * below < percent * sum(self._leading):
            share += 1
            below += self._leading[share]
        return share


def _whole(number: float) -> int:
    return int(number + 0.5)
