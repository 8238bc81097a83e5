"""Tables in a spreadsheet: XLSX, XLS or ODS."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, BinaryIO, Final

from mlroles.batch.headings import joined_headings
from mlroles.batch.rows import Fact, Row, Table, part_of, typed_row
from mlroles.batch.workbook_size import refuse_cells, refuse_too_large
from mlroles.errors import SheetError
from mlroles.suggest import closest
from mlroles.text import quoted

DEEPEST: Final = 20
"""Rows above the headings at the most: a title, a logo, a note."""


def read_workbook(
    stream: BinaryIO, known: Callable[[Sequence[str]], int], sheet: str | None = None
) -> Table:
    """Return the table in ``stream``; raises as ``table.read_table`` does.

    ``known`` says how many of some headings are known. ``sheet`` is the name of the sheet to read;
    without it the first is read that has headings which are known.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    refuse_too_large(stream)
    try:
        book = CalamineWorkbook.from_filelike(stream)
        names = _chosen(book.sheet_names, sheet)
        found = [(name, *_headings(book, name, known)) for name in names]
    except CalamineError as error:
        raise SheetError(
            f"The spreadsheet cannot be read: {quoted(str(error))}.",
            "Open it, save it without a password, or save the table as CSV.",
        ) from None
    name, rows, start = max(
        found, key=lambda each: known(_texts(each[1][each[2]] if each[1] else []))
    )
    if not rows:
        raise SheetError(f"The sheet {quoted(name)} is empty.", "--sheet names another.")
    columns = _texts(rows[start])
    below = _texts(rows[start + 1]) if start + 1 < len(rows) else ()
    if both := joined_headings(columns, below, known):
        columns, start = both, start + 1
    others = [each for each in book.sheet_names if each != name]
    said = quoted(name) + (f" (not read: {', '.join(map(quoted, others[:5]))})" if others else "")
    facts = (Fact("format", "spreadsheet"), Fact("sheet", said))
    part = part_of(len(rows) - start - 1)
    return Table(columns, lambda _: _rows(rows, start, columns), facts, part=part)


def _chosen(names: Sequence[str], sheet: str | None) -> Sequence[str]:
    if not names:
        raise SheetError("The spreadsheet has no sheet.", "Save the table as CSV.")
    if sheet is None:
        return names[:DEEPEST]
    if sheet in names:
        return [sheet]
    near = closest(sheet, names, 1)
    advice = f"Did you mean {near[0]}?" if near else f"It has: {', '.join(names[:DEEPEST])}."
    raise SheetError(f"There is no sheet {quoted(sheet)}.", advice)


def _headings(
    book: Any,  # noqa: ANN401 - it has no types
    name: str,
    known: Callable[[Sequence[str]], int],
) -> tuple[list[list[object]], int]:
    """Return the rows of a sheet, and the place of the one that holds the headings."""
    own = book.get_sheet_by_name(name)
    row, column = own.end or (0, 0)
    refuse_cells((row + 1) * (column + 1))  # of an old XLS it is not known before
    rows = own.to_python(skip_empty_area=False)
    start = max(
        range(min(DEEPEST, len(rows))), key=lambda each: known(_texts(rows[each])), default=0
    )
    return rows, start


def _texts(row: Sequence[object]) -> tuple[str, ...]:
    return tuple(each.strip() if isinstance(each, str) else str(each) for each in row)


def _rows(rows: Sequence[Sequence[object]], start: int, columns: Sequence[str]) -> Iterator[Row]:
    for number, row in enumerate(rows[start + 1 :], start=start + 2):
        if any(each not in {"", None} for each in row):
            yield typed_row(number, row, columns)
