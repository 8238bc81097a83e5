"""Tables stored as CSV, whatever separates the cells."""

import csv
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, BinaryIO, Final

from mlroles.batch.headings import joined_headings
from mlroles.batch.rows import LONGEST_TEXT, Fact, Fits, Row, Table
from mlroles.batch.text_lines import Lines, TextLines, wrong_text
from mlroles.encoding import encoding_of
from mlroles.errors import SheetError

if TYPE_CHECKING:
    from mlroles.batch.blocks import Block

SEPARATORS: Final = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}
"""What may stand between cells, with its name in words."""

_SAYS: Final = "sep="
"""How a spreadsheet says on a line of its own what separates the cells."""

MOST_LOOKED_AT: Final = 200
"""Cells of a line that are looked at where the first line heads no question."""

Known = Callable[[Sequence[str]], int]
"""Says how many of some headings are known."""

_HINT: Final = "Save the table as CSV."


def read_csv(stream: BinaryIO, known: Known) -> Table:
    """Return the table in ``stream``; raises as ``table.read_table`` does.

    ``known`` says how many of some headings are known: that separator is taken with which there
    are most.
    """
    csv.field_size_limit(LONGEST_TEXT + 1)  # a cell may be as long as its line
    encoding, stream = encoding_of(stream)
    lines = TextLines(stream, encoding.codec)
    line, signs = _first(lines)
    cells, sign, found = _headings(line, lines, signs, known)
    if not found and (above := _above(lines, signs, known)) is not None:
        lines.skip(above)  # a title
        cells, sign, _ = _headings(next(iter(lines))[1], lines, signs, known)
    cells = _with_second(cells, lines, sign, known)
    how = "" if encoding.sure else " (recognised, not marked: look whether names are right)"
    between = SEPARATORS.get(sign, f"“{sign}”")
    facts = (
        Fact("format", f"CSV, cells separated by {between}"),
        Fact("encoding", encoding.name + how),
    )
    columns = tuple(each.strip() for each in cells)
    width = len(columns)

    def blocks(fits: Fits) -> "Iterator[Block]":
        from mlroles.batch.csv_blocks import CsvBlocks

        return CsvBlocks(width, lambda own: _rows(own, width, sign, fits), sign).blocks(lines)

    return Table(
        columns,
        lambda fits: _rows(lines, width, sign, fits),
        facts,
        blocks if sign in SEPARATORS else None,
    )


def _first(lines: Lines) -> tuple[str, Sequence[str]]:
    """Return the first line that is not empty, and what may stand between its cells."""
    said = ""
    for _, line in lines:
        text = line.strip('"\r\n')
        if text[: len(_SAYS)].casefold() == _SAYS and len(text) == len(_SAYS) + 1:
            said = text[-1]
        elif text.strip():
            return line, said or [*SEPARATORS]
    raise SheetError("The table is empty.", "The first line names the columns.")


def _headings(
    line: str, lines: Lines, signs: Sequence[str], known: Known
) -> tuple[Sequence[str], str, int]:
    """Return the headings that begin on ``line``, what separates them, and how many are known.

    Raises SheetError.
    """
    if problem := wrong_text(line):
        raise SheetError(f"The header is wrong: {problem}.", _HINT)
    found = {sign: _cells(line, lines, sign, lambda _: True) for sign in signs}
    # Ties go to more columns, and then to the comma.
    of_each = {sign: (known(cells), len(cells)) for sign, (cells, *_) in found.items()}
    sign = max(found, key=lambda each: of_each[each])
    cells, problem, taken = found[sign]
    if problem:
        raise SheetError(f"The header is wrong: {problem}.", _HINT)
    lines.skip(taken)
    return cells, sign, of_each[sign][0]


def _above(lines: Lines, signs: Sequence[str], known: Known) -> int | None:
    """Return how many lines stand above one that heads several questions; None without one."""
    for number, line in enumerate(lines.ahead()):
        cells = (line.split(sign)[:MOST_LOOKED_AT] for sign in signs)
        if any(known([each.strip(' "') for each in own]) > 1 for own in cells):
            return number
    return None


def _with_second(cells: Sequence[str], lines: Lines, sign: str, known: Known) -> Sequence[str]:
    """Return headings together with those of the next row, where that is one of headings."""
    if all(cells):
        return cells
    rows = csv.reader(lines.ahead(), delimiter=sign)
    try:
        both = joined_headings(cells, next(rows, []), known)
    except csv.Error:
        return cells
    if both:
        lines.skip(rows.line_num)
    return both or cells


def _rows(lines: Lines, width: int, sign: str, fits: Fits) -> Iterator[Row]:
    blank = f' ,"\t\r\n{sign}'  # a line of these alone is nobody: spreadsheets leave such lines

    def whole(cells: Sequence[str]) -> bool:
        return len(cells) == width and fits(cells)

    for number, line in lines:
        if not line.strip(blank):
            continue
        if '"' not in line and line.isascii() and len(line) <= LONGEST_TEXT:
            cells, problem = line.rstrip("\r\n").split(sign), ""
        elif problem := wrong_text(line):
            cells = line[:LONGEST_TEXT].encode("utf-8", "replace").decode().split(sign, 1)[:1]
        else:
            cells, problem, taken = _cells(line, lines, sign, whole)
            lines.skip(taken)
        if len(cells) > width and not "".join(cells[width:]).strip():
            del cells[width:]
        if len(cells) != width and not problem:
            problem = f"{len(cells)} cells where the header has {width}"
        yield Row(number, cells, problem)


def _cells(
    line: str, lines: Lines, sign: str, fits: Callable[[Sequence[str]], bool]
) -> tuple[list[str], str, int]:
    """Return the cells of a record, what is wrong, and how many lines it takes beside ``line``.

    A quote that somebody forgot to close would swallow the rows below. A record therefore runs
    over several lines only where its cells then ``fits``.
    """
    text = [line]
    try:
        return next(csv.reader(text, strict=True, delimiter=sign)), "", 0
    except csv.Error:
        pass
    for taken, following in enumerate(lines.ahead(), start=1):
        text.append(following)
        try:
            cells = next(csv.reader(text, strict=True, delimiter=sign))
        except csv.Error:
            continue
        if fits(cells) and not wrong_text("".join(text)):
            return cells, "", taken
        break
    problem = "a quotation mark is not closed on this line, or stands where none may"
    return line.rstrip("\r\n").replace('"', "").split(sign), problem, 0
