"""What many answer sheets say together, rounded so that it says nothing of a single person.

The rules are those of HESA, the agency that publishes figures about British students: counts are
rounded to the nearest multiple of 5, percentages of fewer than 22.5 people and averages of 7 or
fewer are left out. Only what is rounded leaves this module.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from mlroles.batch.results import MILLION, millionths
from mlroles.batch.scorer import Scored, ScoredHalf
from mlroles.errors import SheetError
from mlroles.quiz.models import Half, Questionnaire
from mlroles.text import quoted

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Whole = TypeVar("Whole", int, "NDArray[np.int64]")

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
class Grouping:
    """The people in groups: in each, those with the same in one column."""

    column: str
    """The heading of that column."""
    groups: tuple[Group, ...]
    """The groups by name, without those that round to nobody."""
    left_out: bool
    """Whether there is a group that rounds to nobody and is not named."""


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
    groupings: tuple[Grouping, ...]
    """The same people in groups, once for each column that groups are made by."""
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
    results: Iterable[Scored], questionnaire: Questionnaire, by: Sequence[str] = ()
) -> Cohort:
    """Return the summary of ``results``, which were scored by all halves of ``questionnaire``.

    ``by`` are the headings of the columns that stand in each result's ``groups``. Raises
    SheetError where one makes more than ``MOST_GROUPS`` groups.
    """
    tallies = Tallies(questionnaire, by)
    for scored in results:
        if scored.problem:
            tallies.wrong += 1
            continue
        tallies.everybody.add(scored)
        for place, name in enumerate(scored.groups):
            tallies.group(place, name).add(scored)
    return tallies.cohort()


class Tallies:
    """The true counts of all people and of each group, which stay in here."""

    def __init__(self, questionnaire: Questionnaire, by: Sequence[str]) -> None:
        """Take the questionnaire, and the headings of the columns that groups are made by."""
        self._questionnaire = questionnaire
        self._by = by
        self._groups: list[dict[str, Tally]] = [{} for _ in by]
        self.everybody = Tally(questionnaire)
        self.wrong = 0
        """How many rows could not be read."""

    def group(self, place: int, text: str) -> "Tally":
        """Return the tally of those with ``text`` in the column at ``place`` of ``by``.

        Raises SheetError where that makes more than ``MOST_GROUPS`` groups.
        """
        name, groups = text.strip(), self._groups[place]
        if name not in groups:
            if len(groups) == MOST_GROUPS:
                raise SheetError(
                    f"The column {quoted(self._by[place])} makes more than {MOST_GROUPS} groups.",
                    "Choose a column in which many people have the same.",
                )
            groups[name] = Tally(self._questionnaire)
        return groups[name]

    def cohort(self) -> Cohort:
        """Return what may be told."""
        return Cohort(
            questionnaire=self._questionnaire.id,
            questions=len(self._questionnaire.questions),
            wrong_rows=rounded(self.wrong),
            everybody=self.everybody.group(None),
            groupings=tuple(map(_grouping, self._by, self._groups)),
            rules=Rules(),
        )


def _grouping(column: str, groups: Mapping[str, "Tally"]) -> Grouping:
    named = {name: tally for name, tally in sorted(groups.items()) if rounded(tally.people)}
    return Grouping(
        column,
        tuple(tally.group(name) for name, tally in named.items()),
        left_out=len(named) < len(groups),
    )


class Tally:
    """The true counts of a group."""

    def __init__(self, questionnaire: Questionnaire) -> None:
        """Take the questionnaire that the people answered."""
        self.questions = len(questionnaire.questions)
        """How many questions it has."""
        self.halves = [HalfTally(questionnaire, half) for half in questionnaire.halves]
        self.people = 0
        self.few_answers = 0
        """How many have answered fewer than half of the questions, and at least one."""
        self._answered = 0
        self._agree = 0
        self._differ = 0

    def add(self, scored: Scored) -> None:
        """Add one person."""
        self.count(scored, 1)
        self.few_answers += 0 < 2 * scored.answered < self.questions
        for tally, half in zip(self.halves, scored.halves, strict=True):
            if half.shares:
                own = [millionths(share) for share in (*half.shares, *half.wide)]
                tally.add_shares(own)
                if half.leaders:
                    tally.leading[percent(max(own[: len(half.shares)]))] += 1

    def count(self, scored: Scored, people: int) -> None:
        """Add so many people of whom the same is said, in words."""
        self.people += people
        if not scored.answered:
            return
        self._answered += people
        self._agree += people * (scored.agree is True)
        self._differ += people * (scored.agree is False)
        for tally, half in zip(self.halves, scored.halves, strict=True):
            if half.answered:
                tally.count(half, people)

    def group(self, name: str | None) -> Group:
        """Return what may be told."""
        return Group(
            name=name,
            people=rounded(self.people),
            answered=rounded(self._answered),
            few_answers=rounded(self.few_answers),
            agree=rounded(self._agree),
            differ=rounded(self._differ),
            differ_percent=percentage(self._differ, self._agree + self._differ),
            halves=tuple(tally.group() for tally in self.halves),
        )


class HalfTally:
    """The true counts of a half in a group."""

    def __init__(self, questionnaire: Questionnaire, half: Half) -> None:
        """Take the questionnaire and its half."""
        self._half = half
        self.roles = questionnaire.roles
        self._answered = 0
        self._undecided = 0
        self._none = 0
        self._named: Counter[str] = Counter()
        self._clearly: Counter[str] = Counter()
        columns = questionnaire.columns(half) if half.beside else ()
        self._shares = [0] * (len(self.roles) + len(columns))
        """The sums of the shares in millionths: the roles' among themselves, then of all columns.
        As whole numbers they are the same in whatever order people are added.
        """
        self.leading = [0] * 101
        """For each whole percentage, how many people's leader has it as its share."""

    def count(self, half: ScoredHalf, people: int) -> None:
        """Add so many people of whom the half says the same, in words."""
        self._answered += people
        self._none += people * half.none
        self._undecided += people * (len(half.leaders) > 1)
        if half.beside:
            self._named[half.beside] += people
        elif len(half.leaders) == 1:
            self._named[half.leaders[0]] += people
            self._clearly[half.leaders[0]] += people * (half.lean == "clearly")

    def add_shares(self, sums: Iterable[int]) -> None:
        """Add the shares of some people, in millionths."""
        self._shares = [each + more for each, more in zip(self._shares, sums, strict=True)]

    def group(self) -> HalfGroup:
        """Return what may be told."""
        count = len(self.roles)
        wide = self._shares[2 * count :]
        beside = tuple(
            self._lean(each.id, share)
            for each, share in zip(self._half.beside, wide, strict=True)
            if not each.none
        )
        return HalfGroup(
            half=self._half.id,
            title=self._half.title,
            measured=self._half.measured is not None,
            answered=rounded(self._answered),
            leans=tuple(
                self._lean(role, share)
                for role, share in zip(self.roles, self._shares[:count], strict=True)
            ),
            beside=beside,
            undecided=rounded(self._undecided),
            undecided_percent=percentage(self._undecided, self._answered),
            none=rounded(self._none),
            none_percent=percentage(self._none, self._answered),
            spread=tuple(Quantile(percent, self._quantile(percent)) for percent in self._told()),
        )

    def _lean(self, name: str, share: int) -> Lean:
        people = self._named[name]
        measured = self._half.measured is not None
        return Lean(
            id=name,
            people=rounded(people),
            percent=percentage(people, self._answered),
            clearly=None if measured else rounded(self._clearly[name]),
            mean_share=self._mean(share) if measured else None,
        )

    def _mean(self, share: int) -> int | None:
        if self._answered < FEWEST_FOR_AVERAGES:
            return None
        return percent(share, self._answered)

    def _told(self) -> tuple[int, ...]:
        """Return the quantiles that may be told: each is somebody's share, as a percentage."""
        return QUANTILES if sum(self.leading) >= FEWEST_FOR_PERCENTAGES else ()

    def _quantile(self, percent: int) -> int:
        """Return the smallest share that so many percent of the people do not exceed."""
        below = 0
        share = -1
        while 100 * below < percent * sum(self.leading):
            share += 1
            below += self.leading[share]
        return share


def percent(share: Whole, people: int = 1) -> Whole:
    """Return so many people's shares in millionths as their mean in percent, halves upwards."""
    found: Whole = (200 * share + MILLION * people) // (2 * MILLION * people)
    return found
