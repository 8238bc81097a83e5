"""What a table of answer sheets is, whatever it is stored as: columns, rows, cells."""

from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from typing import NamedTuple

from mlroles.errors import SheetError
from mlroles.suggest import closest
from mlroles.text import quoted

ID = "id"
"""The column that names the person."""

SEPARATOR = ";"
"""Stands between the answers of one cell."""

LONGEST_TEXT = 1_000_000
"""The longest line, or cell, that is read, in characters."""

MOST_TOLD = 5
"""How many problems of one header or row are told."""

MOST_GUESSED = 100
"""How many unknown columns are looked at for a slip in their spelling."""


class TableFormat(StrEnum):
    """How a table is stored."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


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


class Table(NamedTuple):
    """The names of the columns, each once and one of them ``ID``, and the rows, read as asked for.

    ``passed_over`` are columns that are there as well and are not read. Reading rows raises
    OSError where the file fails.
    """

    columns: tuple[str, ...]
    rows: Iterator[Row]
    passed_over: tuple[str, ...] = ()


class Wanted(NamedTuple):
    """The columns that are read where they are there; those ``needed`` must be, and hold names."""

    allowed: tuple[str, ...]
    needed: tuple[str, ...]


def joined(problems: Sequence[str]) -> str:
    """Return the problems as one text of bounded length."""
    more = ("and more",) if len(problems) > MOST_TOLD else ()
    return "; ".join((*problems[:MOST_TOLD], *more))


def passed_over(columns: Sequence[str], wanted: Wanted) -> tuple[str, ...]:
    """Return the columns of a header that are not read.

    Raises SheetError where one is missing, stands there twice, or is nearly one that is read:
    what somebody misspelt must not be passed over.
    """
    problems = [
        f"the column {quoted(each)} is missing" for each in wanted.needed if each not in columns
    ]
    seen: set[str] = set()
    others = []
    for column in columns:
        if column in seen:
            problems.append(f"the column {quoted(column)} stands there twice")
        elif column not in wanted.allowed and column:
            others.append(column)
        seen.add(column)
        if len(problems) > MOST_TOLD:
            break
    left = [each for each in wanted.allowed if each not in seen]
    problems += [
        f"the column {quoted(column)} is unknown, {quoted(likely[0])} is missing"
        for column in others[:MOST_GUESSED]
        if (likely := closest(column, left, 1))
    ]
    if not problems:
        return tuple(others)
    separated = len(columns) == 1 and any(sign in columns[0] for sign in ";\t")
    raise SheetError(
        f"The header is wrong: {joined(problems)}.",
        "Columns are separated by commas."
        if separated
        else "“mlroles score --template” writes a header with every question.",
    )


def is_text(text: str) -> bool:
    """Return whether UTF-8 can carry ``text``: it holds no half of a character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def typed_row(
    number: int,
    values: Iterable[tuple[str, object]],
    needed: tuple[str, ...],
    problems: Sequence[str] = (),
) -> Row:
    """Return a row of values that need not be text, each with its column; ``needed`` hold names."""
    problems = [*problems]
    cells: list[Cell] = []
    for column, value in values:
        cell = _name(value) if column in needed else _given(value)
        if cell is None:
            why = "is not text" if column in needed else NOT_TEXT
            problems.append(f"{quoted(column)} {(isinstance(value, Unfit) and value.why) or why}")
        elif isinstance(cell, str) and not (cell.isascii() or is_text(cell)):
            problems.append(f"{quoted(column)} is not Unicode")
            cell = cell.encode("utf-8", "replace").decode()
        cells.append(cell or "")
    return Row(number, cells, joined(problems))


def _name(value: object) -> str | None:
    """Return what names a person or a group, as text; None where it cannot."""
    if value is None or isinstance(value, str):
        return value or ""
    return str(value) if type(value) is int else None


def _given(value: object) -> Cell | None:
    """Return the answers to a question as a cell; None where they are none."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return tuple(value)
    return None
