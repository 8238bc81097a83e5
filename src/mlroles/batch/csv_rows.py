"""Tables stored as CSV."""

import csv
from collections.abc import Iterator
from typing import BinaryIO

from mlroles.batch.rows import LONGEST_TEXT, Row, Table, Wanted, passed_over
from mlroles.batch.text_lines import Lines, wrong_text
from mlroles.errors import SheetError

_BLANK = ' \t,"\r\n'
"""A line of these alone is nobody: spreadsheets leave such lines at the end."""


def read_csv(stream: BinaryIO, wanted: Wanted) -> Table:
    """Return the table in ``stream``; raises as ``table.read_table`` does."""
    csv.field_size_limit(LONGEST_TEXT + 1)  # a cell may be as long as its line
    lines = Lines(stream)
    for _, line in lines:
        if line.strip():
            break
    else:
        raise SheetError("The table is empty.", "The first line names the columns.")
    if problem := wrong_text(line):
        raise SheetError(f"The header is wrong: {problem}.", "Save the table as CSV in UTF-8.")
    cells, problem, _ = _csv_cells(line, lines, None)
    if problem:
        raise SheetError(f"The header is wrong: {problem}.", "Save the table as CSV in UTF-8.")
    columns = tuple(each.strip() for each in cells)
    others = passed_over(columns, wanted)
    questions = frozenset(wanted.allowed) - frozenset(wanted.needed)
    free = frozenset(place for place, column in enumerate(columns) if column not in questions)
    return Table(columns, _csv_rows(lines, len(columns), free), others)


def _csv_rows(lines: Lines, width: int, free: frozenset[int]) -> Iterator[Row]:
    for number, line in lines:
        if not line.strip(_BLANK):
            continue
        if '"' not in line and line.isascii() and len(line) <= LONGEST_TEXT:
            cells, problem = line.rstrip("\r\n").split(","), ""
        elif problem := wrong_text(line):
            cells = line[:LONGEST_TEXT].encode("utf-8", "replace").decode().split(",", 1)[:1]
        else:
            cells, problem, taken = _csv_cells(line, lines, (width, free))
            lines.skip(taken)
        if len(cells) != width and not problem:
            problem = f"{len(cells)} cells where the header has {width}"
        yield Row(number, cells, problem)


def _csv_cells(
    line: str, lines: Lines, fits: tuple[int, frozenset[int]] | None
) -> tuple[list[str], str, int]:
    """Return the cells of a record, what is wrong, and how many lines it takes beside ``line``.

    A quote that somebody forgot to close would swallow the rows below. A record therefore runs
    over several lines only where that makes it right: ``fits`` is how many cells it then has, and
    in which of them a line may break.
    """
    text, problem = [line], ""
    try:
        return next(csv.reader(text, strict=True)), "", 0
    except csv.Error as error:
        problem = f"not CSV: {error}"
    if fits is not None:
        for taken, following in enumerate(lines.ahead(), start=1):
            text.append(following)
            try:
                cells = next(csv.reader(text, strict=True))
            except csv.Error:
                continue
            broken = {place for place, cell in enumerate(cells) if "\n" in cell or "\r" in cell}
            if len(cells) == fits[0] and broken <= fits[1] and not wrong_text("".join(text)):
                return cells, "", taken
            break
        problem = "a quotation mark is not closed on this line, or stands where none may"
    return line.rstrip("\r\n").replace('"', "").split(","), problem, 0
