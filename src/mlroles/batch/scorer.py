"""Scoring many answer sheets: a table in, a result a row out, one row at a time.

A result is what ``quiz.verdict`` says of the same answers. It comes quickly because a cell is
taken apart only when it is first met, and because points are added as whole numbers.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from itertools import chain, zip_longest
from math import exp
from operator import getitem, itemgetter
from struct import Struct
from typing import NamedTuple

from mlroles.batch.results import Kind, Value
from mlroles.batch.rows import ID, SEPARATOR, Cell, Table
from mlroles.quiz.faults import faults
from mlroles.quiz.models import Question, Questionnaire
from mlroles.quiz.scorecard import DECIMALS, points_of

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
"""Points for all roles stand side by side in one whole number, so that one addition adds for all.

Each role has so many bits; above them all stands how many questions are answered.
"""

LIFT = 10**17
"""Added to each role's points once a half, so that none is below 0. It is the same for every role,
and only what lies between the roles counts.
"""


Shares = tuple[float, ...]
"""A share for each role, in the catalogue's order; they sum to one."""


class Scored(NamedTuple):
    """The result of a row.

    ``name`` is the person's id, ``group`` what stands in the column that groups are made by,
    empty where there is none. ``halves`` are in the questionnaire's order, and ``combined`` rests
    on all of them. ``leaders`` are as in ``quiz.verdict``: none while nothing is answered, several
    where it is undecided. Where ``problem`` says what is wrong with the row, there are no shares.
    """

    line: int
    name: str
    group: str
    halves: Sequence[Shares]
    combined: Shares
    leaders: tuple[str, ...]
    answered: int
    problem: str


class _WrongCellError(ValueError):
    """A cell that does not answer its question."""


class _Column(dict[Cell, int]):
    """What each cell under a question adds; worked out when a cell is first met."""

    def __init__(self, question: Question, roles: tuple[str, ...]) -> None:
        super().__init__()
        self._question = question
        self._roles = roles

    def __missing__(self, cell: Cell) -> int:
        given = self._answers(cell)
        points = points_of(self._question, given)
        sums = (round(FINE * math.fsum(each[role] for each in points)) for role in self._roles)
        added = _side_by_side((*sums, int(bool(given))))
        if len(self) < MOST_CELLS and len(cell) <= LONGEST_CELL:
            self[cell] = added
        return added

    def _answers(self, cell: Cell) -> tuple[str, ...]:
        """Return the ids of the answers in ``cell``; _WrongCellError where they are not right."""
        parts = cell.split(SEPARATOR) if isinstance(cell, str) else cell
        given = [part for each in parts if (part := each.strip())]
        if given and (found := faults(self._question, given)):
            raise _WrongCellError(f"{self._question.id}: {found[0].message}")
        return tuple(given)


class Scorer:
    """Scores tables by one questionnaire; ``halves`` are ids, all of them where empty."""

    def __init__(
        self, questionnaire: Questionnaire, halves: tuple[str, ...], roles: tuple[str, ...]
    ) -> None:
        self._questionnaire = questionnaire.only(halves)
        self._roles = roles
        self._margin = round(
            10**DECIMALS * round(math.log(questionnaire.undecided_ratio), DECIMALS)
        )
        self._halves = [half.id for half in self._questionnaire.halves]
        self._questions = {
            question.id: (question.half, _Column(question, roles))
            for question in self._questionnaire.questions
        }

    @property
    def columns(self) -> dict[str, Kind]:
        """The columns of a table of results, with what stands in them."""
        parts = (*self._halves, "combined")
        shares = {f"{part}.{role}": float for part in parts for role in self._roles}
        return {ID: str, **shares, "verdict": str, "answered": int, "problem": str}

    def values(self, scored: Scored) -> Sequence[Value]:
        """Return a result as a row of the table that ``columns`` describes."""
        if scored.problem:
            empty = [None] * len(self._roles) * (len(self._halves) + 1)
            return [scored.name, *empty, "", None, scored.problem]
        verdict = SEPARATOR.join(scored.leaders)
        shares = chain.from_iterable((*scored.halves, scored.combined))
        return (scored.name, *shares, verdict, scored.answered, "")

    def score(self, table: Table, grouped_by: str | None = None) -> Iterator[Scored]:
        """Yield the result of each row, in their order; ``grouped_by`` names a column of them."""
        named = table.columns.index(ID)
        grouped = None if grouped_by is None else table.columns.index(grouped_by)
        nothing = _side_by_side((LIFT,) * len(self._roles))
        lanes = Struct(f"<{len(self._roles)}Q").unpack_from
        above = LANE * len(self._roles)
        size = above // 8 + 8
        halves = [self._half(half, table.columns) for half in self._halves]
        for line, cells, problem in table.rows:
            wrong = problem
            sums = []
            if not wrong:
                try:
                    sums = [
                        sum(map(getitem, columns, pick(cells)), nothing) for columns, pick in halves
                    ]
                except _WrongCellError:
                    wrong = self._problems(table.columns, cells)
            name = _text(cells, named)
            group = "" if grouped is None else _text(cells, grouped)
            if wrong:
                yield Scored(line, name, group, (), (), (), 0, wrong)
                continue
            sums.append(sum(sums))
            points = [lanes(part.to_bytes(size, "little")) for part in sums]
            answered = sums[-1] >> above
            leaders = self._leaders(points[-1]) if answered else ()
            *by_half, combined = map(_shares, points)
            yield Scored(line, name, group, by_half, combined, leaders, answered, "")

    def _half(
        self, half: str, columns: Sequence[str]
    ) -> tuple[list[_Column], Callable[[Sequence[Cell]], Sequence[Cell]]]:
        """Return what the half's columns add, and what picks their cells from a row."""
        places = [
            place
            for place, column in enumerate(columns)
            if column in self._questions and self._questions[column][0] == half
        ]
        own = [self._questions[columns[place]][1] for place in places]
        if len(places) > 1:
            return own, itemgetter(*places)
        only = slice(places[0], places[0] + 1) if places else slice(0)
        return own, itemgetter(only)  # itemgetter of a single place would return no sequence

    def _problems(self, columns: Sequence[str], cells: Sequence[Cell]) -> str:
        """Return everything that is wrong with the cells of a row."""
        found = []
        for column, cell in zip(columns, cells, strict=True):
            if column in self._questions:
                try:
                    self._questions[column][1][cell]
                except _WrongCellError as error:
                    found.append(str(error))
        return "; ".join(found)

    def _leaders(self, points: Sequence[int]) -> tuple[str, ...]:
        """Return what ``verdict.leaders_of`` does, without a float."""
        rounded = [(each + COARSE // 2) // COARSE for each in points]
        highest = max(rounded)
        close = highest - self._margin
        near = [(-each, role) for each, role in zip(rounded, self._roles) if each > close]  # noqa: B905
        if len(near) > 1:
            near.sort(key=itemgetter(0))  # ties stay in the catalogue's order
        return tuple([role for _, role in near]) or (self._roles[rounded.index(highest)],)


def _shares(points: Sequence[int]) -> Shares:
    """Return what ``scorecard.softmax`` does."""
    highest = max(points)
    weights = [exp((each - highest) * UNIT) for each in points]
    whole = sum(weights)
    return tuple([weight / whole for weight in weights])


def _side_by_side(values: Sequence[int]) -> int:
    return sum(value << LANE * place for place, value in enumerate(values))


def _text(cells: Sequence[Cell], place: int) -> str:
    """Return the text in a cell that names something; empty where the row breaks off before it."""
    return str(cells[place]) if place < len(cells) else ""


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
