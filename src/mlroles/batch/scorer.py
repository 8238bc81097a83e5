"""Scoring many answer sheets: a table in, a result a row out, one row at a time.

A result is what ``quiz.verdict`` says of the same answers. It comes quickly because a cell is
taken apart only when it is first met, and because points are added as whole numbers.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from math import exp
from operator import getitem, itemgetter
from struct import Struct
from typing import NamedTuple

from mlroles.batch.cells import WrongCellError
from mlroles.batch.reading import Person, Reading
from mlroles.batch.results import Kind, Value
from mlroles.batch.rows import ID, SEPARATOR, Cell
from mlroles.quiz.models import Half, Question, Questionnaire
from mlroles.quiz.scorecard import DECIMALS, points_of
from mlroles.quiz.verdict import NONE, Word, none_fits, together

FINE = 10**12
"""Points are added as whole multiples of 1 / ``FINE``: such sums are exact, and quick."""

UNIT = 1 / FINE

COARSE = FINE // 10**DECIMALS
"""Sums are compared as multiples of this: they tie where ``quiz.scorecard`` lets them tie."""

MOST_CELLS = 4096
"""How many different cells of a column are remembered."""

LONGEST_CELL = 1000
"""The longest cell that is remembered, in characters."""

LANE = 64
"""Points for all columns stand side by side in one whole number, so that one addition adds for all.

Each column has so many bits; above them all stands how many questions are answered, how many of
these could be by "none of these", and how many are.
"""

LIFT = 10**17
"""Added to each column's points once a half, so that none is below 0. It is the same for every
column, and only what lies between them counts.
"""


TINY = 1e-200
"""Parts of a whole below this lose digits when they are set against one another."""

MOST_ROLES = 15
"""The order of more roles is no whole number of 64 bits: they are not scored in blocks."""

Shares = tuple[float, ...]
"""A share for each role, or for each column of a half, in their order; they sum to one."""


class ScoredHalf(NamedTuple):
    """What a half says, as in ``quiz.verdict``: nothing but its defaults while it is unanswered.

    ``shares`` are those of the roles and ``wide`` those of all columns, of a measured half;
    ``lean`` is the word of one that is not.
    """

    answered: int = 0
    leaders: tuple[str, ...] = ()
    beside: str = ""
    none: bool = False
    shares: Shares = ()
    wide: Shares = ()
    lean: Word | None = None


UNANSWERED = ScoredHalf()


class Scored(NamedTuple):
    """The result of a row.

    ``name`` is the person's id, ``groups`` what stands in each column that groups are made by,
    ``carried`` what stands in the columns that are carried along. ``halves`` are in the
    questionnaire's order. ``named`` are the leaders as in ``quiz.verdict``, or the one job beside
    the roles, or ``none-of-these``; nothing while nothing is answered. Where ``problem`` says what
    is wrong with the row, there is no half. ``cells`` are those of the row.
    """

    line: int
    name: str
    groups: tuple[str, ...]
    carried: tuple[str, ...]
    halves: Sequence[ScoredHalf]
    named: tuple[str, ...]
    agree: bool | None
    answered: int
    problem: str
    cells: Sequence[Cell] = ()


AGREE = {True: "yes", False: "no", None: ""}
"""How the table of results says whether the halves agree."""


Key = Cell | tuple[Cell, ...]
"""What stands under a question: a cell, or the cells of several columns."""


class CellPoints(dict[Key, int]):
    """What each cell under a question adds; worked out when a cell is first met.

    ``places`` are those of the question's columns in a row.
    """

    def __init__(self, question: Question, columns: tuple[str, ...], reading: Reading) -> None:
        super().__init__()
        self._question = question
        self._columns = columns
        self._reading = reading
        self._none = question.none
        self.places = [each.place for each in reading.header.of(question.id)]

    def __missing__(self, key: Key) -> int:
        added = _side_by_side(self.lanes(key))
        size = sum(map(len, key)) if len(self.places) > 1 else len(key)
        if len(self) < MOST_CELLS and size <= LONGEST_CELL:
            self[key] = added
        return added

    def lanes(self, key: Key) -> Sequence[int]:
        """Return what the cells add to each column, and to the three counts above the columns.

        Raises WrongCellError.
        """
        cells = [key] if len(self.places) == 1 else [*key]
        try:
            given = self._reading.answers(self._question, cells)  # type: ignore[arg-type]
        except WrongCellError as error:
            raise WrongCellError(f"{self._question.id}: {error}") from None
        points = points_of(self._question, given)
        sums = [
            round(FINE * math.fsum([each[column] for each in points])) for column in self._columns
        ]
        could = bool(given) and bool(self._none)
        none = could and self._none.issuperset(given)
        return (*sums, int(bool(given)), int(could), int(none))


class _Columns:
    """The questions of a half, with what picks their cells from a row."""

    def __init__(self, columns: Sequence[CellPoints]) -> None:
        self._all = [each for each in columns if each.places]
        self._single = [each for each in self._all if len(each.places) == 1]
        self._several = [
            (each, itemgetter(*each.places)) for each in self._all if len(each.places) > 1
        ]
        places = [each.places[0] for each in self._single]
        # ``itemgetter`` of a single place would return no sequence.
        self._pick: Callable[[Sequence[Cell]], Sequence[Cell]] = (
            itemgetter(*places)
            if len(places) > 1
            else itemgetter(slice(places[0], places[0] + 1) if places else slice(0))
        )

    def added(self, cells: Sequence[Cell], nothing: int) -> int:
        """Return what the cells of a row add to ``nothing``; raises WrongCellError."""
        total = sum(map(getitem, self._single, self._pick(cells)), nothing)
        for column, pick in self._several:
            total += column[pick(cells)]
        return total

    def problems(self, cells: Sequence[Cell]) -> Iterator[str]:
        """Yield everything that is wrong with the cells of a row."""
        for column in self._all:
            found = [cells[place] for place in column.places]
            try:
                column[found[0] if len(found) == 1 else tuple(found)]
            except WrongCellError as error:
                yield str(error)


class HalfScorer:
    """What is said of the sum of a half's points."""

    def __init__(self, questionnaire: Questionnaire, half: Half) -> None:
        self.id = half.id
        self.roles = questionnaire.roles
        self.columns = questionnaire.columns(half)
        self.measured = half.measured is not None
        self.wide = bool(half.beside)
        self.headings = _headings(half, self.roles, self.columns)
        size = len(self.columns) + 3
        self.nothing = _side_by_side((LIFT,) * len(self.columns))
        self._size = 8 * size
        self._lanes = Struct(f"<{size}Q").unpack_from
        self.beside = half.beside
        self.far = _coarse(math.log(half.measured.beside_ratio)) if half.measured else 0
        self.margin = _coarse(questionnaire.margin(half))
        self.lean = half.lean is not None
        self.clearly = _coarse(half.lean.clearly) if half.lean else 0

    def result(self, total: int) -> ScoredHalf:
        """Return what the half says, where ``total`` is what its cells add up to."""
        *points, answered, could, none = self._lanes(total.to_bytes(self._size, "little"))
        if not answered:
            return UNANSWERED
        shares: Shares = ()
        wide: Shares = ()
        if self.measured:
            shares, wide = self._shares(points)
        if none and none_fits(answered, could, none):
            return ScoredHalf(answered, (), "", True, shares, wide, "none" if self.lean else None)
        count = len(self.roles)
        rounded = [(each + COARSE // 2) // COARSE for each in points[:count]]
        highest = max(rounded)
        if self.wide and (max(points[count:]) + COARSE // 2) // COARSE - highest >= self.far:
            others = [(each + COARSE // 2) // COARSE for each in points[count:]]
            beside = self.beside[others.index(max(others))]
            name = "" if beside.none else beside.id
            return ScoredHalf(answered, (), name, beside.none, shares, wide)
        leaders = self._leaders(rounded, highest)
        word = self._word(rounded) if self.lean else None
        return ScoredHalf(answered, leaders, "", False, shares, wide, word)

    def _shares(self, points: list[int]) -> tuple[Shares, Shares]:
        """Return the shares of the roles, and of all columns where there are more than those."""
        if not self.wide:
            return _shares(points), ()
        highest = max(points)
        weights = [exp((each - highest) * UNIT) for each in points]
        whole = sum(weights)
        own = weights[: len(self.roles)]
        of_roles = sum(own)
        wide = tuple([weight / whole for weight in weights])
        if of_roles < TINY:  # too far behind to be divided
            return _shares(points[: len(self.roles)]), wide
        return tuple([weight / of_roles for weight in own]), wide

    def _leaders(self, rounded: Sequence[int], highest: int) -> tuple[str, ...]:
        """Return what ``verdict.leaders_of`` does, without a float."""
        close = highest - self.margin
        near = [role for each, role in zip(rounded, self.roles) if each > close]  # noqa: B905
        if len(near) > 1:  # the highest first; ties stay in the order of the roles
            near.sort(key=lambda role: -rounded[self.roles.index(role)])
        return tuple(near) or (self.roles[rounded.index(highest)],)

    def _word(self, rounded: Sequence[int]) -> Word:
        """Return what ``verdict.lean_word`` does, without a float."""
        highest, second = (*sorted(rounded, reverse=True), rounded[0])[:2]
        if highest - second < self.margin:
            return "mixed"
        return "leans" if highest - second < self.clearly else "clearly"


class Scorer:
    """Scores tables by one questionnaire; ``halves`` are ids, all of them where empty."""

    def __init__(self, questionnaire: Questionnaire, halves: tuple[str, ...]) -> None:
        """Take the questionnaire, and which of its halves count."""
        self._questionnaire = questionnaire.only(halves)
        self.halves = [HalfScorer(self._questionnaire, each) for each in self._questionnaire.halves]
        # The measured half is told first, as in ``quiz.verdict``.
        order = sorted(range(len(self.halves)), key=lambda n: not self.halves[n].measured)
        self._told_first = order

    def columns(self, carried: Sequence[str] = ()) -> dict[str, Kind]:
        """Return the columns of a table of results, with what stands in them.

        ``carried`` are the headings of those that are carried along: one that is called as a
        column of ours, or as another, gets a number.
        """
        own = self._own_columns()
        columns: dict[str, Kind] = {ID: str}
        for heading in carried:
            name, number = heading, 1
            while name in columns or name in own:
                number += 1
                name = f"{heading} {number}"
            columns[name] = str
        return columns | own

    def _own_columns(self) -> dict[str, Kind]:
        columns: dict[str, Kind] = {}
        for half in self.halves:
            columns |= dict.fromkeys(half.headings, float if half.measured else str)
        return {**columns, "verdict": str, "agree": str, "answered": int, "problem": str}

    def values(self, scored: Scored) -> Sequence[Value]:
        """Return a result as a row of the table that ``columns`` describes."""
        values: list[Value] = [scored.name, *scored.carried]
        for place, half in enumerate(self.halves):
            if not half.measured:
                values += self.lean(scored, place)
            elif scored.halves and (said := scored.halves[place]).shares:
                values += said.shares
                values += said.wide
            else:
                values += [None] * len(half.headings)
        return [*values, *self.end(scored).values()]

    @staticmethod
    def lean(scored: Scored, place: int) -> tuple[str, str]:
        """Return how the half at ``place`` leans, and to what, as they are written."""
        said = scored.halves[place] if scored.halves else ScoredHalf()
        return said.lean or "", SEPARATOR.join(said.leaders)

    @staticmethod
    def end(scored: Scored) -> dict[str, Value]:
        """Return the last columns of a result, in which no half is told."""
        return {
            "verdict": SEPARATOR.join(scored.named),
            "agree": AGREE[scored.agree],
            "answered": None if scored.problem else scored.answered,
            "problem": scored.problem,
        }

    def score(self, reading: Reading, groups: Sequence[int] = ()) -> Iterator[Scored]:
        """Yield the result of each person, in their order.

        ``groups`` are the places of the columns that groups are made by.
        """
        halves = [(half, _Columns(columns)) for half, columns in self.parts(reading)]
        for person in reading.people():
            wrong = person.problem
            said: list[ScoredHalf] = []
            if not wrong:
                try:
                    said = [
                        half.result(columns.added(person.cells, half.nothing))
                        for half, columns in halves
                    ]
                except WrongCellError:
                    wrong = "; ".join(p for _, each in halves for p in each.problems(person.cells))
            yield self._scored(reading, person, said, wrong, groups)

    def _scored(
        self,
        reading: Reading,
        person: Person,
        said: Sequence[ScoredHalf],
        wrong: str,
        groups: Sequence[int],
    ) -> Scored:
        own = tuple([reading.text(person.cells, place) for place in groups])
        carried = reading.carried(person.cells)
        if wrong:
            return Scored(person.line, person.name, own, carried, (), (), None, 0, wrong)
        leaders, agree, answered = self.together(said)
        cells = person.cells
        return Scored(
            person.line, person.name, own, carried, said, leaders, agree, answered, "", cells
        )

    def together(self, said: Sequence[ScoredHalf]) -> tuple[tuple[str, ...], bool | None, int]:
        """Return what is named, whether the halves agree, and how many questions are answered."""
        told = [said[n] for n in self._told_first if said[n].answered]
        leaders, agree = together([each.leaders for each in told])
        if told and not leaders:
            leaders = (next((each.beside for each in told if each.beside), NONE),)
        return leaders, agree, sum([each.answered for each in told])

    def parts(self, reading: Reading) -> list[tuple[HalfScorer, list[CellPoints]]]:
        """Return each half, and what the cells under its questions add."""
        return [
            (half, [CellPoints(each, half.columns, reading) for each in self._questions(half)])
            for half in self.halves
        ]

    def _questions(self, half: HalfScorer) -> Iterator[Question]:
        return (each for each in self._questionnaire.questions if each.half == half.id)


def _headings(half: Half, roles: Sequence[str], columns: Sequence[str]) -> tuple[str, ...]:
    """Return what heads the columns of a half in a table of results."""
    if half.measured is None:
        return (f"{half.id}.lean", f"{half.id}.leaders")
    wide = (f"{half.id}.wide.{each}" for each in (columns if half.beside else ()))
    return (*(f"{half.id}.{role}" for role in roles), *wide)


def _shares(points: Sequence[int]) -> Shares:
    """Return what ``scorecard.softmax`` does."""
    highest = max(points)
    weights = [exp((each - highest) * UNIT) for each in points]
    whole = sum(weights)
    return tuple([weight / whole for weight in weights])


def _coarse(points: float) -> int:
    """Return points as a whole number of the units in which sums are compared."""
    units: int = round(10**DECIMALS * round(points, DECIMALS))
    return units


def _side_by_side(values: Sequence[int]) -> int:
    return sum(value << LANE * place for place, value in enumerate(values))


def template_rows(questionnaire: Questionnaire, halves: tuple[str, ...]) -> Iterator[Sequence[str]]:
    """Yield the rows of a table that shows every answer id under its question.

    Each row is a right answer sheet of an invented person; the columns are ``template_columns``.
    """
    answers = (
        (answer.id for answer in question.answers)
        for question in questionnaire.only(halves).questions
    )
    for number, row in enumerate(zip_longest(*answers, fillvalue=""), start=1):
        yield (f"example-{number}", *row)


def template_columns(questionnaire: Questionnaire, halves: tuple[str, ...]) -> dict[str, Kind]:
    """Return the columns of a table of answer sheets, with what stands in them."""
    columns: dict[str, Kind] = {ID: str}
    return columns | {each.id: str for each in questionnaire.only(halves).questions}
