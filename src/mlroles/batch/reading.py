"""A table as it stands, understood: who each row is, what was answered, what is carried along.

Nothing is guessed silently: ``Understood`` says all that was made of the file, before its rows are
read.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from mlroles.batch.cells import CellReader, WrongCellError, says_nothing
from mlroles.batch.header import LONGEST, Column, Header, column_of, understand
from mlroles.batch.rows import Cell, Fact, Part, Row, Table
from mlroles.quiz.editions import by_name, editions, joined
from mlroles.quiz.faults import faults
from mlroles.quiz.models import Question, Questionnaire
from mlroles.text import normal_words

if TYPE_CHECKING:
    from mlroles.batch.blocks import Block

TOTALS: Final = frozenset(
    {"total", "totals", "grand total", "sum", "average", "mean", "count", "n", "gesamt", "summe",
     "mittelwert", "total general", "totale", "somme", "moyenne", "total général", "insgesamt",
     "subtotal", "sub total", "zwischensumme", "anzahl", "mittel", "durchschnitt", "total geral",
     "suma", "media", "promedio", "média", "soma", "totaal", "som", "gemiddelde", "summa", "i alt",
     "sammenlagt", "yhteensä", "razem", "łącznie", "celkem", "összesen", "toplam", "итого", "всего",
     "σύνολο", "合计", "总计", "合計", "総計", "합계", "median", "maximum", "minimum"}
)  # fmt: skip
"""What stands at the beginning of a row that is nobody, as words in small letters."""

_FIGURE: Final = re.compile("[0-9]").search

_HOW_MANY: Final = re.compile(r"[:=(][\s0-9.,')]+\Z")
"""What may stand after such words: "N = 6", "Total (500)"."""

UNDER_HEADINGS: Final = frozenset({"response", "open ended response", "selected choice"})
"""What survey tools write into a second row of headings, as words in small letters."""

IMPORTED: Final = '{"ImportId"'
"""How cells of a third row of headings begin, in an export of Qualtrics."""

MOST_LEFT_OUT: Final = 100
"""Lines that are named where rows are left out."""


@dataclass(frozen=True)
class QuestionColumns:
    """A question, and the columns that answer it."""

    question: str
    """The id of the question."""
    columns: tuple[str, ...]
    """The headings of its columns; several where each answer has one of its own."""


@dataclass(frozen=True)
class Understood:
    """What was made of a table."""

    facts: tuple[Fact, ...]
    """What was found out of the file: its format, its encoding, its sheet."""
    questions: tuple[QuestionColumns, ...]
    """The questions that are answered."""
    missing: tuple[str, ...]
    """The ids of the questions that no column answers."""
    passed_over: tuple[str, ...]
    """The headings of questions of earlier editions which nothing takes today."""
    name: str | None
    """The heading of the column that names the person; None where the row's number does."""
    carried: tuple[str, ...]
    """The headings of the columns that are carried along."""


@dataclass(frozen=True)
class Explained:
    """What was made of a table, and of its rows."""

    understood: Understood
    """What was made of its columns."""
    people: int
    """How many rows are people."""
    broken: int
    """How many of these cannot be read."""
    left_out: tuple[int, ...]
    """The lines of the first rows that are totals or headings, and nobody."""


class Person(NamedTuple):
    """A row: its line or number, its name, its cells, and what is wrong with it."""

    line: int
    name: str
    cells: Sequence[Cell]
    problem: str = ""


class Reading:
    """A table, read by one questionnaire."""

    def __init__(self, table: Table, questionnaire: Questionnaire) -> None:
        self._table = table
        self._asked = editions(questionnaire)
        self.header: Header = understand(table.columns, self._asked)
        self._readers = {each.id: CellReader(each) for each in self._asked}
        self._headings = [
            (
                each.place,
                (
                    self.header.columns[each.place],
                    frozenset(map(normal_words, each.asked.names)) - {""},
                ),
            )
            for each in self.header.answers
        ]
        self._questionnaire = questionnaire
        self.left_out: list[int] = []
        """The lines of rows that look like totals or headings and are nobody, as they come up."""

    @property
    def understood(self) -> Understood:
        """What was made of the table."""
        header = self.header
        ids = [each.id for each in self._questionnaire.questions]
        found = {
            each: tuple(header.columns[column.place] for column in header.of(each)) for each in ids
        }
        gone = (each for each in header.answers if each.asked.question is None)
        return Understood(
            self._table.facts,
            tuple(QuestionColumns(each, columns) for each, columns in found.items() if columns),
            tuple(each for each, columns in found.items() if not columns),
            tuple(header.columns[each.place] for each in gone),
            None if header.name is None else header.columns[header.name],
            tuple(header.columns[place] for place in header.carried),
        )

    @property
    def part(self) -> Part | None:
        """What says which part of the table is read; None where nobody knows."""
        return self._table.part

    def people(self) -> Iterator[Person]:
        """Yield the rows that are people, as they are read."""
        for row in self._table.read(self._fits):
            if self.is_nobody(row):
                self.left_out.append(row.line)
                continue
            name = self.text(row.cells, self.header.name) or str(row.line)
            yield Person(row.line, name, row.cells, row.problem)

    def blocks(self) -> "Iterator[Block] | None":
        """Return what yields the rows, some at a time; None where the table comes row by row."""
        return self._table.blocks and self._table.blocks(self._fits)

    def carried(self, cells: Sequence[Cell]) -> tuple[str, ...]:
        """Return the texts of a row that are carried along, a column each."""
        return tuple([self.text(cells, place) for place in self.header.carried])

    @staticmethod
    def text(cells: Sequence[Cell], place: int | None) -> str:
        """Return the text in a cell; empty where the row breaks off before it."""
        if place is None or place >= len(cells):
            return ""
        cell = cells[place]
        return cell if isinstance(cell, str) else "; ".join(cell)

    def given(self, question: Question, cells: Sequence[Cell]) -> tuple[str, ...]:
        """Return the ids of the answers that a whole row gives; raises as ``answers`` does."""
        return self.answers(question, [cells[each.place] for each in self.header.of(question.id)])

    def answers(self, question: Question, cells: Sequence[Cell]) -> tuple[str, ...]:
        """Return the ids of the answers that a row's ``cells`` give to a question.

        ``cells`` are those of the question's columns, in the order of ``header.of``. Raises
        WrongCellError where they do not answer it.
        """
        parts: dict[str, tuple[str, ...]] = {}
        for column, cell in zip(self.header.of(question.id), cells, strict=True):
            read = column.asked.counted(self._read(column, cell))
            parts[column.asked.id] = parts.get(column.asked.id, ()) + read
        given = joined(question, [*parts.values()]) if len(parts) > 1 else sum(parts.values(), ())
        if given and (found := faults(question, given)):
            raise WrongCellError(found[0].message)
        return given

    def _read(self, column: Column, cell: Cell) -> tuple[str, ...]:
        reader = self._readers[column.asked.id]
        if column.option is None:
            return reader.read(cell)
        return (column.option,) if reader.ticked(cell, column.option) else ()

    def _fits(self, cells: Sequence[Cell]) -> bool:
        """Say whether the broken lines of a record stand where they make sense."""
        broken = {place for place, each in enumerate(cells) if "\n" in each or "\r" in each}
        for column in self.header.answers:
            if column.place in broken:
                try:
                    self._read(column, cells[column.place])
                except WrongCellError:
                    return False
        return True

    def is_nobody(self, row: Row) -> bool:
        """Say whether a row is a sum of the others, or the headings once more."""
        if row.problem:
            return False
        first = next((each for each in row.cells if each), "")
        if isinstance(first, str) and is_total(first):
            return all(_is_figure(row.cells[place]) for place, _ in self._headings)
        # Hardly a row goes beyond its first question here.
        return all(_heads(row.cells[place], *own) for place, own in self._headings)

    def may_head(self, cell: Cell) -> bool:
        """Say whether a row may be the headings, where ``cell`` stands under its first question."""
        _, own = self._headings[0]
        return _heads(cell, *own)


def _heads(cell: Cell, heading: str, names: frozenset[str]) -> bool:
    if not isinstance(cell, str):
        return False
    return cell == heading or cell.startswith(IMPORTED) or _words(cell) in names | UNDER_HEADINGS


@lru_cache(4096)  # the same few answers stand in a column again and again
def _remembered(cell: str) -> str:
    return normal_words(cell)


def _words(cell: str) -> str:
    """Return the words of a cell; none of one that is too long for a heading."""
    return _remembered(cell) if len(cell) <= LONGEST else ""


def is_total(cell: str) -> bool:
    """Say whether a cell says what stands before a sum of others."""
    # Hardly a name is so: what has a figure in it, as ids have, need not be taken apart.
    own = _HOW_MANY.sub("", cell[:LONGEST], 1) if _FIGURE(cell) else cell
    return not _FIGURE(own) and _words(own) in TOTALS


def explained(reading: Reading) -> Explained:
    """Return what was made of a table, whose rows are read to the end."""
    people = broken = 0
    for person in reading.people():
        people += 1
        broken += bool(person.problem)
    return Explained(reading.understood, people, broken, tuple(reading.left_out[:MOST_LEFT_OUT]))


def _is_figure(cell: Cell) -> bool:
    """Say whether a cell is empty or a number, as in a row of totals."""
    return isinstance(cell, str) and (
        says_nothing(cell) or cell.strip().replace(".", "").replace(",", "").isdigit()
    )


def known_headings(questionnaire: Questionnaire) -> Callable[[Sequence[str]], int]:
    """Return what says how many of some headings are questions or answers of the questionnaire."""
    names = by_name(editions(questionnaire))
    return lambda columns: sum(column_of(0, each, names) is not None for each in columns)
