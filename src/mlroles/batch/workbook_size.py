"""How large a spreadsheet is, found before it is opened.

A few bytes of a spreadsheet can stand for gigabytes: packed zeros, or a single cell in the last
column of the last row, around which the library that reads it makes room for all the others.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO, Final
from zipfile import BadZipFile, ZipFile

from mlroles.errors import SheetError

MOST_BYTES: Final = 200_000_000
"""Bytes that the parts of a spreadsheet may unpack to."""

MOST_CELLS: Final = 2_000_000
"""Cells from the first to the last one that is used, of all sheets."""

AT_A_TIME: Final = 1_000_000
LONGEST_TAG: Final = 2_000

_XLSX_SHEET: Final = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_XLSX: Final = re.compile(rb"<(row|c)\b(?:[^>]*?\br\s*=\s*[\"']([A-Z]*)([0-9]*)[\"'])?")
_ODS: Final = re.compile(rb"<table:(table|table-row|table-cell|covered-table-cell)(?=[\s/>])[^>]*")
_REPEATED: Final = re.compile(rb"number-(?:rows|columns)-repeated\s*=\s*[\"']([0-9]{1,18})")


def refuse_too_large(stream: BinaryIO) -> None:
    """Raise SheetError where a spreadsheet takes more memory than a table of people may.

    Of an old XLS, which is no archive, nothing is known before it is opened.
    """
    try:
        with ZipFile(stream) as packed:
            _refuse_bytes(sum(each.file_size for each in packed.infolist()))
            cells = sum(_cells(packed, name) for name in packed.namelist())
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError):
        cells = 0  # no archive, or a broken or locked one: the library says what is wrong
    stream.seek(0)
    refuse_cells(cells)


def refuse_cells(count: int) -> None:
    """Raise SheetError where a spreadsheet makes room for more cells than are read."""
    if count > MOST_CELLS:
        raise SheetError(
            f"The spreadsheet has room for {count:,} cells up to the last that is used.",
            f"At most {MOST_CELLS:,} are read: clear what stands far from the table, or save it "
            "as CSV.",
        )


def _refuse_bytes(size: int) -> None:
    if size > MOST_BYTES:
        raise SheetError(
            f"The spreadsheet unpacks to {size:,} bytes.",
            f"At most {MOST_BYTES:,} are read: save the table as CSV.",
        )


def _cells(packed: ZipFile, name: str) -> int:
    """Return how many cells a part of a spreadsheet makes room for.

    Every part is read to its end: only then is it sure that it holds no more than it says.
    """
    if _XLSX_SHEET.fullmatch(name):
        return _cells_of_xlsx(_tags(packed, name, _XLSX))
    if name == "content.xml":
        return _cells_of_ods(_tags(packed, name, _ODS))
    with packed.open(name) as part:
        while part.read(AT_A_TIME):
            pass
    return 0


def _tags(packed: ZipFile, name: str, pattern: re.Pattern[bytes]) -> Iterator[re.Match[bytes]]:
    """Yield the tags of a part, which is held some at a time."""
    rest = b""
    with packed.open(name) as part:
        while piece := part.read(AT_A_TIME):
            held = rest + piece
            # A tag that may go on in the next piece is left for then.
            cut = max(held.rfind(b"<"), len(held) - LONGEST_TAG)
            yield from pattern.finditer(held, 0, cut)
            rest = held[cut:]
    yield from pattern.finditer(rest)


def _cells_of_xlsx(tags: Iterator[re.Match[bytes]]) -> int:
    row = column = last_row = last_column = 0
    for tag in tags:
        kind, letters, number = tag.groups()
        row = int(number) if number else row + (kind == b"row")
        if kind == b"row":
            column = 0
        else:
            column = _place(letters) if letters else column + 1
            last_row, last_column = max(last_row, row), max(last_column, column)
    return last_row * last_column


def _place(letters: bytes) -> int:
    """Return the number of the column that has these letters."""
    place = 0
    for letter in letters:
        place = 26 * place + letter - 64
    return place


def _cells_of_ods(tags: Iterator[re.Match[bytes]]) -> int:
    whole = row = rows = column = last_row = last_column = 0
    for tag in tags:
        repeated = _REPEATED.search(tag[0])
        times = int(repeated[1]) if repeated else 1
        match tag[1]:
            case b"table":
                whole += last_row * last_column
                row = rows = last_row = last_column = 0
            case b"table-row":
                row, rows, column = row + rows, times, 0
            case _:
                column += times
                if b"value-type" in tag[0]:
                    last_row = row + rows
                    last_column = max(last_column, column)
    return whole + last_row * last_column
