"""Tables of answer sheets, a row a person: CSV, JSON Lines or Parquet, read and written row by row.

Nothing here holds more of a table than a row (CSV, JSON Lines) or a batch of rows (Parquet), and
a row that is wrong is told as such and leaves the rows around it alone.
"""

import csv
import io
import json
import re
from collections import deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from enum import StrEnum
from functools import partial
from itertools import islice
from pathlib import PurePath
from typing import Any, BinaryIO, NamedTuple

from mlroles.datafile.strictjson import JsonError, JsonObject, loads
from mlroles.errors import MlrolesError, SheetError
from mlroles.text import quoted

ID = "id"
"""The column that names the person."""

SEPARATOR = ";"
"""Stands between the answers of one cell."""

LONGEST_LINE = 1_000_000
"""The longest line that is read, in characters; of a longer one only the beginning is kept."""

MOST_LINES = 20
"""How many more lines a quoted cell may take before its quote counts as never closed."""

BATCH = 4096
"""Rows of a Parquet file that are held at a time, or lines that are written at a time."""

MOST_TOLD = 5
"""How many problems of one header or row are told."""


class TableFormat(StrEnum):
    """How a table is stored."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


Cell = str | tuple[str, ...]
"""Text in which ``SEPARATOR`` stands between answers, or the answers one by one."""


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

    Reading rows raises OSError where the file fails.
    """

    columns: tuple[str, ...]
    rows: Iterator[Row]


def format_of(name: str) -> TableFormat | None:
    """Return the format that a file's suffix stands for; None where it stands for none."""
    suffix = PurePath(name).suffix.lower().removeprefix(".")
    return {"ndjson": TableFormat.JSONL}.get(suffix) or next(
        (each for each in TableFormat if each == suffix), None
    )


def read_table(
    stream: BinaryIO, format_: TableFormat, known: Sequence[str], grouped_by: str | None = None
) -> Table:
    """Return the table in ``stream``.

    ``known`` are the columns that may stand beside ``ID``; ``grouped_by`` is one more, which then
    has to be there. Raises SheetError where the header is wrong or the file is not of that format,
    OSError where it cannot be read, MlrolesError where Parquet is not installed.
    """
    read = {
        TableFormat.CSV: _read_csv,
        TableFormat.JSONL: _read_jsonl,
        TableFormat.PARQUET: _read_parquet,
    }[format_]
    needed = (ID,) if grouped_by is None else (ID, grouped_by)
    return read(stream, tuple(dict.fromkeys((*needed, *known))), needed)


def _joined(problems: Sequence[str]) -> str:
    """Return the problems as one text of bounded length."""
    more = ("and more",) if len(problems) > MOST_TOLD else ()
    return "; ".join((*problems[:MOST_TOLD], *more))


def _checked(columns: Sequence[str], allowed: tuple[str, ...], needed: tuple[str, ...]) -> None:
    """Raise SheetError where the columns are not those of a table of answer sheets."""
    problems = [f"the column {quoted(each)} is missing" for each in needed if each not in columns]
    for place, column in enumerate(columns):
        if column in columns[:place]:
            problems.append(f"the column {quoted(column)} stands there twice")
        elif column not in allowed:
            problems.append(f"the column {quoted(column)} is unknown")
    if not problems:
        return
    separated = len(columns) == 1 and any(sign in columns[0] for sign in ";\t")
    raise SheetError(
        f"The header is wrong: {_joined(problems)}.",
        "Columns are separated by commas."
        if separated
        else "“mlroles score --template” writes a header with every question.",
    )


# Lines of text


class _Lines:
    """The lines of a text with their numbers; what was looked at ahead still comes."""

    def __init__(self, stream: BinaryIO) -> None:
        text = io.TextIOWrapper(stream, "utf-8-sig", errors="surrogateescape", newline="")
        self._rest = enumerate(_bounded(text), start=1)
        self._ahead: deque[tuple[int, str]] = deque()

    def __iter__(self) -> Iterator[tuple[int, str]]:
        while each := self._ahead.popleft() if self._ahead else next(self._rest, None):
            yield each

    def ahead(self) -> Iterator[str]:
        """Yield the lines that come next; they stay to come."""
        for place in range(MOST_LINES):
            if place == len(self._ahead):
                self._ahead.extend(islice(self._rest, 1))
            if place == len(self._ahead):
                return
            yield self._ahead[place][1]

    def skip(self, count: int) -> None:
        """Pass over so many of the lines that were looked at."""
        for _ in range(count):
            self._ahead.popleft()


def _bounded(text: io.TextIOWrapper) -> Iterator[str]:
    """Yield each line; of a line that is too long, only more than ``LONGEST_LINE`` of it."""
    try:
        for line in iter(partial(text.readline, LONGEST_LINE + 1), ""):
            yield line
            part = line
            while len(part) > LONGEST_LINE and part[-1] not in "\r\n":
                part = text.readline(LONGEST_LINE + 1)
    finally:
        with suppress(ValueError):  # the stream is closed already
            text.detach()  # it is the caller's to close


def _wrong_text(line: str) -> str:
    """Return what is wrong with a line whatever its format; empty where nothing is."""
    if len(line) > LONGEST_LINE:
        return f"the line is longer than {LONGEST_LINE:,} characters"
    return "" if line.isascii() or _is_text(line) else "the line is not UTF-8"


def _is_text(text: str) -> bool:
    """Return whether UTF-8 can carry ``text``: it holds no half of a character."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


# CSV

_BLANK = ' \t,"\r\n'
"""A line of these alone is nobody: spreadsheets leave such lines at the end."""


def _read_csv(stream: BinaryIO, allowed: tuple[str, ...], needed: tuple[str, ...]) -> Table:
    lines = _Lines(stream)
    for _, line in lines:
        if line.strip():
            break
    else:
        raise SheetError("The table is empty.", "The first line names the columns.")
    if problem := _wrong_text(line):
        raise SheetError(f"The header is wrong: {problem}.", "Save the table as CSV in UTF-8.")
    cells, problem, _ = _csv_cells(line, lines, None)
    if problem:
        raise SheetError(f"The header is wrong: {problem}.", "Save the table as CSV in UTF-8.")
    columns = tuple(each.strip() for each in cells)
    _checked(columns, allowed, needed)
    free = frozenset(place for place, column in enumerate(columns) if column in needed)
    return Table(columns, _csv_rows(lines, len(columns), free))


def _csv_rows(lines: _Lines, width: int, free: frozenset[int]) -> Iterator[Row]:
    for number, line in lines:
        if not line.strip(_BLANK):
            continue
        if '"' not in line and line.isascii() and len(line) <= LONGEST_LINE:
            cells, problem = line.rstrip("\r\n").split(","), ""
        elif problem := _wrong_text(line):
            cells = line[:LONGEST_LINE].encode("utf-8", "replace").decode().split(",", 1)[:1]
        else:
            cells, problem, taken = _csv_cells(line, lines, (width, free))
            lines.skip(taken)
        if len(cells) != width and not problem:
            problem = f"{len(cells)} cells where the header has {width}"
        yield Row(number, cells, problem)


def _csv_cells(
    line: str, lines: _Lines, fits: tuple[int, frozenset[int]] | None
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
            if len(cells) == fits[0] and broken <= fits[1] and not _wrong_text("".join(text)):
                return cells, "", taken
            break
        problem = "a quotation mark is not closed on this line, or stands where none may"
    return line.rstrip("\r\n").replace('"', "").split(","), problem, 0


# JSON Lines


def _read_jsonl(stream: BinaryIO, allowed: tuple[str, ...], needed: tuple[str, ...]) -> Table:
    return Table(allowed, _jsonl_rows(_Lines(stream), allowed, needed))


def _jsonl_rows(lines: _Lines, allowed: tuple[str, ...], needed: tuple[str, ...]) -> Iterator[Row]:
    for number, line in lines:
        if not line.strip():
            continue
        if problem := _wrong_text(line):
            yield Row(number, (), problem)
            continue
        try:
            found = loads(line.strip())
        except JsonError as error:
            yield Row(number, (), error.message.replace("at line 1, column", "at column"))
            continue
        if not isinstance(found, JsonObject):
            yield Row(number, (), "not a JSON object")
            continue
        problems = [f"the key {quoted(key)} stands there twice" for key in found.repeated]
        problems += [f"the key {quoted(key)} is missing" for key in needed if key not in found]
        problems += [f"the key {quoted(key)} is unknown" for key in found if key not in allowed]
        values = ((key, found.get(key)) for key in allowed)
        yield _typed_row(number, values, needed, problems)


def _typed_row(
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
            kind = "text" if column in needed else "text, or a list of texts"
            problems.append(f"{quoted(column)} is not {kind}")
        elif isinstance(cell, str) and not (cell.isascii() or _is_text(cell)):
            problems.append(f"{quoted(column)} is not Unicode")
            cell = cell.encode("utf-8", "replace").decode()
        cells.append(cell or "")
    return Row(number, cells, _joined(problems))


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


# Parquet


def _pyarrow() -> Any:  # noqa: ANN401 - it has no types
    """Return the library for Parquet; raises MlrolesError where it is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.parquet
    except ImportError:
        raise MlrolesError(
            "Parquet needs a library that is not installed.",
            "Install it with: pip install 'mlroles[parquet]'",
        ) from None
    return pa


def _read_parquet(stream: BinaryIO, allowed: tuple[str, ...], needed: tuple[str, ...]) -> Table:
    pa = _pyarrow()
    try:
        file = pa.parquet.ParquetFile(stream)
    except (pa.ArrowException, UnicodeDecodeError) as error:
        raise _not_parquet(error) from None
    columns = tuple(file.schema_arrow.names)
    _checked(columns, allowed, needed)
    return Table(columns, _parquet_rows(file, columns, needed, pa))


def _parquet_rows(
    file: Any,  # noqa: ANN401 - pyarrow has no types
    columns: tuple[str, ...],
    needed: tuple[str, ...],
    pa: Any,  # noqa: ANN401
) -> Iterator[Row]:
    start = 1
    try:
        for batch in file.iter_batches(batch_size=BATCH):
            held = [_values(column) for column in batch.columns]
            for number, values in enumerate(zip(*held, strict=True), start):
                yield _typed_row(number, zip(columns, values, strict=True), needed)
            start += batch.num_rows
    except (pa.ArrowException, OSError) as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise  # the file cannot be read, whatever stands in it
        raise _not_parquet(error) from None


def _values(column: Any) -> list[object]:  # noqa: ANN401 - pyarrow has no types
    """Return the values of a column; one that is not Unicode as bytes, which no cell can be."""
    try:
        return list(column.to_pylist())
    except UnicodeDecodeError:
        return [_value(each) for each in column]


def _value(scalar: Any) -> object:  # noqa: ANN401 - pyarrow has no types
    try:
        return scalar.as_py()
    except UnicodeDecodeError:
        return b""


def _not_parquet(error: Exception) -> SheetError:
    return SheetError(
        f"The table cannot be read as Parquet: {quoted(str(error))}.",
        "--input-format says what it is, where its name does not.",
    )


# Writing

Value = str | float | int | None
"""What stands in a table that is written; None where a number is not known."""

Kind = type[str] | type[float] | type[int]
"""What stands in a column; a number with a fraction is written with ``DECIMALS``."""

DECIMALS = 6
_QUOTES = re.compile(r'["\r]')
_NEEDS_QUOTES = re.compile(r'[",\r\n]')


def write_table(
    stream: BinaryIO,
    format_: TableFormat,
    columns: Mapping[str, Kind],
    rows: Iterable[Sequence[Value]],
) -> None:
    """Write ``rows`` to ``stream`` as they come; the same rows always give the same bytes.

    Raises OSError where the stream fails, MlrolesError where Parquet is not installed.
    """
    if format_ is TableFormat.PARQUET:
        _write_parquet(stream, columns, rows)
        return
    lines = _csv_lines(columns, rows) if format_ is TableFormat.CSV else _json_lines(columns, rows)
    while some := "".join(islice(lines, BATCH)):
        stream.write(some.encode())


def _csv_lines(columns: Mapping[str, Kind], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    signs = {str: "%s", float: f"%.{DECIMALS}f", int: "%d"}
    kinds = [signs[kind] for kind in columns.values()]
    pattern = ",".join(kinds) + "\n"
    commas = len(kinds) - 1
    yield ",".join(map(_csv_cell, columns)) + "\n"
    for row in rows:
        try:
            line = pattern % tuple(row)
        except TypeError:  # a number is None
            line = ""
        # One look at the line is quicker than one at each cell, of which hardly any needs quotes.
        if line.count(",") == commas and line.count("\n") == 1 and not _QUOTES.search(line):
            yield line
        else:
            cells = (
                "" if cell is None else kind % cell for kind, cell in zip(kinds, row, strict=True)
            )
            yield ",".join(map(_csv_cell, cells)) + "\n"


def _csv_cell(text: str) -> str:
    return text if _NEEDS_QUOTES.search(text) is None else '"' + text.replace('"', '""') + '"'


def _json_lines(columns: Mapping[str, Kind], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    for row in rows:
        values = (round(each, DECIMALS) if isinstance(each, float) else each for each in row)
        yield json.dumps(dict(zip(columns, values, strict=True))) + "\n"


def _write_parquet(
    stream: BinaryIO, columns: Mapping[str, Kind], rows: Iterable[Sequence[Value]]
) -> None:
    pa = _pyarrow()
    kinds = {str: pa.string(), float: pa.float64(), int: pa.int64()}
    schema = pa.schema([(name, kinds[kind]) for name, kind in columns.items()])
    coming = iter(rows)
    with pa.parquet.ParquetWriter(stream, schema) as writer:
        while some := list(islice(coming, 16 * BATCH)):
            held = [
                [round(each, DECIMALS) if isinstance(each, float) else each for each in column]
                for column in zip(*some, strict=True)
            ]
            writer.write_table(pa.table(held, schema=schema))
