"""Tables of answer sheets, a row a person: what kind a file is, and reading it row by row.

Of text no more than a row is held, of Parquet some rows; a spreadsheet or a list in JSON has to be
held whole, and has a bound. A row that is wrong is told as such and leaves the rows around it
alone.
"""

import errno
import gzip
import io
import zlib
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import PurePath
from typing import BinaryIO, Final

from mlroles.batch.rows import Part, Table, TableFormat
from mlroles.errors import SheetError

_SUFFIXES: Final = {
    "csv": TableFormat.CSV,
    "tsv": TableFormat.CSV,
    "tab": TableFormat.CSV,
    "txt": TableFormat.CSV,
    "jsonl": TableFormat.JSONL,
    "ndjson": TableFormat.JSONL,
    "json": TableFormat.JSONL,
    "parquet": TableFormat.PARQUET,
    "xlsx": TableFormat.WORKBOOK,
    "xlsm": TableFormat.WORKBOOK,
    "xls": TableFormat.WORKBOOK,
    "ods": TableFormat.WORKBOOK,
}

LARGE: Final = 5_000_000
"""Bytes of a table, about 25,000 rows, from which on it is read in blocks."""

PACKED: Final = 10
"""How many times smaller a packed table is."""

_PARQUET: Final = b"PAR1"
_PACKED: Final = b"\x1f\x8b"

_STARTS: Final = (
    (_PARQUET, TableFormat.PARQUET),
    (b"PK\x03\x04", TableFormat.WORKBOOK),
    (b"\xd0\xcf\x11\xe0", TableFormat.WORKBOOK),
)
"""How files that are no text begin."""

_LOOK: Final = 512


def format_of(name: str) -> TableFormat | None:
    """Return the format that a file's suffix stands for; None where it stands for none."""
    return _SUFFIXES.get(PurePath(name.removesuffix(".gz")).suffix.lower().removeprefix("."))


def read_table(  # noqa: PLR0913
    stream: BinaryIO,
    format_: TableFormat | None,
    known: Callable[[Sequence[str]], int],
    questions: Sequence[str],
    *,
    name: str,
    sheet: str | None = None,
) -> Table:
    """Return the table in ``stream``; what it is, the file itself says where ``format_`` does not.

    ``known`` says how many of some headings are known, ``questions`` are the ids of the questions,
    ``name`` is what a single answer sheet is called, ``sheet`` which sheet of a spreadsheet is
    read. Raises SheetError where the file is no such table, OSError where it cannot be read,
    MlrolesError where a library that it needs is not installed.
    """
    part = part_read(stream)
    stream, start = _begun(stream)
    if start.startswith(_PACKED):
        stream, start = _begun(io.BufferedReader(Unpacked(stream)))  # type: ignore[type-var]
    kind = next((own for begins, own in _STARTS if start.startswith(begins)), None)
    text = start.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x00")
    kind = kind or format_ or (TableFormat.JSONL if text[:1] in {b"{", b"["} else TableFormat.CSV)
    if kind is TableFormat.CSV:
        from mlroles.batch.csv_rows import read_csv

        return read_csv(stream, known)._replace(part=part)
    if kind is TableFormat.JSONL:
        from mlroles.batch.jsonl_rows import read_json

        table = read_json(stream, questions, name)
        return table if table.part else table._replace(part=part)
    if not stream.seekable():
        raise SheetError(
            f"A table of this kind ({kind}) cannot be read through a pipe or out of a gzip file.",
            "Give the file itself.",
        )
    if kind is TableFormat.WORKBOOK:
        from mlroles.batch.workbook_rows import read_workbook

        return read_workbook(stream, known, sheet)
    from mlroles.batch.parquet_rows import read_parquet

    return read_parquet(stream, known)


def part_read(stream: BinaryIO) -> Part | None:
    """Return what says which part of a file is read so far; None where it comes through a pipe.

    It does not look at how many rows are done: they may be longer or shorter than others.
    """
    if not stream.seekable():
        return None
    start = stream.tell()
    size = stream.seek(0, io.SEEK_END) - start
    stream.seek(start)
    return lambda _: (stream.tell() - start) / size if size else 1.0


def blocks_pay(stream: BinaryIO) -> bool:
    """Say whether a table is large enough to be read in blocks, and Arrow and NumPy are there.

    They take longer to load than a small table takes to score. How much comes through a pipe,
    nobody knows.
    """
    if not stream.seekable():
        return False
    start = stream.tell()
    packed = stream.read(len(_PARQUET)).startswith((_PACKED, _PARQUET))
    size = stream.seek(0, io.SEEK_END) - start
    stream.seek(start)
    return size >= LARGE // (PACKED if packed else 1) and all(map(find_spec, ("numpy", "pyarrow")))


def _begun(stream: BinaryIO) -> tuple[BinaryIO, bytes]:
    """Return a stream that holds all of ``stream``, and how it begins."""
    if stream.seekable():
        start = stream.read(_LOOK)
        stream.seek(-len(start), io.SEEK_CUR)
        return stream, start
    buffered = stream if isinstance(stream, io.BufferedReader) else io.BufferedReader(stream)  # type: ignore[type-var]
    return buffered, buffered.peek(_LOOK)[:_LOOK]


class Unpacked(io.RawIOBase):
    """What a gzip file holds; one that is broken fails as a file does."""

    def __init__(self, stream: BinaryIO) -> None:
        self._file = gzip.GzipFile(fileobj=stream)

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """Unpack into a buffer; return how many bytes. Raises OSError."""
        try:
            piece = self._file.read(len(buffer))
        except (EOFError, zlib.error) as error:
            raise OSError(errno.EINVAL, f"the packed file is broken: {error}") from None
        buffer[: len(piece)] = piece
        return len(piece)
