"""What a table of answer sheets is, whatever it is stored as: columns, rows, cells."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from mlroles.text import quoted

if TYPE_CHECKING:
    from mlroles.batch.blocks import Block

ID = "id"
"""The column that names the person."""

SEPARATOR = ";"
"""Stands between the answers of one cell."""

LONGEST_TEXT = 1_000_000
"""The longest line, or cell, that is read, in characters."""

LONGEST_LIST = 1000
"""Answers in a list; no question has so many."""

MOST_TOLD = 5
"""How many problems of one header or row are told."""

MOST_GUESSED = 100
"""How many unknown columns are looked at for a slip in their spelling."""


class TableFormat(StrEnum):
    """How a table is stored."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"
    WORKBOOK = "workbook"
    """A spreadsheet: XLSX, XLS or ODS."""


Cell = str | tuple[str, ...]
"""Text in which ``SEPARATOR`` stands between answers, or the answers one by one."""


NOT_TEXT = "is not text, or a list of texts"
TOO_LONG = f"holds more than {LONGEST_TEXT:,} characters"


class Unfit(NamedTuple):
    """What stands for a value that no cell can hold, and why where it is no other sort of value."""

    why: str = ""


class Row(NamedTuple):
    """A row that has been read, and where: its line, in Parquet its number; both from 1.

    ``cells`` stand in the order of the table's columns. Where ``problem`` says why the row cannot
    be used they may be fewer, and more than that cannot be relied on.
    """

    line: int
    cells: Sequence[Cell]
    problem: str = ""


Part = Callable[[int], float]
"""Says which part of a table is read, 0 to 1, once so many of its rows are."""

Fits = Callable[[Sequence[Cell]], bool]
"""Says whether cells that run over several lines can be what somebody meant."""


class Fact(NamedTuple):
    """One thing that was found out about a table: what about, and what."""

    about: str
    said: str


class Table(NamedTuple):
    """The headings of the columns as they stand, and what yields the rows below them.

    ``facts`` say what was found out. ``blocks`` yields the same rows, some at a time and a column
    each; it is None where nothing reads them so. ``part`` is None where nobody knows how long the
    table is. Reading rows raises OSError where the file fails, SheetError where it is no such table
    after all.
    """

    columns: tuple[str, ...]
    read: Callable[[Fits], Iterator[Row]]
    facts: tuple[Fact, ...] = ()
    blocks: "Callable[[Fits], Iterator[Block]] | None" = None
    part: Part | None = None


def part_of(rows: int) -> Part:
    """Return what says which part of so many rows is read."""
    return lambda done: done / rows if rows else 1.0


def joined(problems: Sequence[str]) -> str:
    """Return the problems as one text of bounded length."""
    more = ("and more",) if len(problems) > MOST_TOLD else ()
    return "; ".join((*problems[:MOST_TOLD], *more))


def is_text(text: str) -> bool:
    """Return whether UTF-8 can carry ``text``: it holds no half of a character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def typed_row(number: int, values: Iterable[object], columns: Sequence[str]) -> Row:
    """Return a row of values that need not be text, one for each of ``columns``."""
    problems = []
    cells: list[Cell] = []
    for value in values:
        cell = as_cell(value)
        column = quoted(columns[len(cells)])
        if cell is None:
            why = (isinstance(value, Unfit) and value.why) or NOT_TEXT
            problems.append(f"{column} {why}")
        elif isinstance(cell, str) and not (cell.isascii() or is_text(cell)):
            problems.append(f"{column} is not Unicode")
            cell = cell.encode("utf-8", "replace").decode()
        cells.append(cell or "")
    return Row(number, cells, joined(problems))


def as_cell(value: object) -> Cell | None:  # noqa: PLR0911 - a return for each kind
    """Return a value as a cell: a whole number without its fraction; None where it is none."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "yes" if value else "no"
        case int():
            return str(value)
        case float():
            return str(int(value)) if value.is_integer() else str(value)
        case date() | time() | timedelta():  # a moment is a date too
            return str(value)
        case list() if all(isinstance(each, str | int) for each in value):
            return tuple(str(each) for each in value)
        case _:
            return None
