"""Writing a table of results as CSV, JSON Lines or Parquet, row by row."""

import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, TypeVar

from mlroles.batch.parquet_rows import pyarrow
from mlroles.batch.rows import TableFormat

BATCH = 16_384
"""Lines, or rows of Parquet, that are written at a time at the most."""

LARGE = 2_000_000
"""Letters after which they are written at once."""

T = TypeVar("T")

Value = str | float | int | None
"""What stands in a table that is written; None where a number is not known."""

Kind = type[str] | type[float] | type[int]
"""What stands in a column; a number with a fraction is written with ``DECIMALS``."""

DECIMALS = 6
"""Decimals of a share as it is written."""

MILLION = 10**DECIMALS
_QUOTES = re.compile(r'["\r]')
NEEDS_QUOTES = r'[",\r\n]'
_NEEDS_QUOTES = re.compile(NEEDS_QUOTES)


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
    stream.writelines("".join(some).encode() for some in some_of(lines, len))


def millionths(share: float) -> int:
    """Return a share in millionths, rounded as it is written."""
    found: int = round(MILLION * round(share, DECIMALS))
    return found


def some_of(things: Iterable[T], size: Callable[[T], int]) -> Iterator[list[T]]:
    """Yield the things some at a time: as many as ``BATCH``, or fewer that are large together."""
    some: list[T] = []
    held = 0
    for thing in things:
        some.append(thing)
        held += size(thing)
        if len(some) == BATCH or held > LARGE:
            yield some
            some, held = [], 0
    if some:
        yield some


def _letters(row: Sequence[Value]) -> int:
    return sum(len(each) for each in row if isinstance(each, str))


def _csv_lines(columns: Mapping[str, Kind], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    signs = {str: "%s", float: f"%.{DECIMALS}f", int: "%d"}
    kinds = [signs[kind] for kind in columns.values()]
    pattern = ",".join(kinds) + "\n"
    commas = len(kinds) - 1
    yield csv_header(columns)
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
            yield ",".join(map(csv_cell, cells)) + "\n"


def csv_header(columns: Iterable[str]) -> str:
    """Return the line that names the columns."""
    return ",".join(map(csv_cell, columns)) + "\n"


def csv_cell(text: str) -> str:
    """Return a cell as it stands in CSV."""
    return text if _NEEDS_QUOTES.search(text) is None else '"' + text.replace('"', '""') + '"'


def _json_lines(columns: Mapping[str, Kind], rows: Iterable[Sequence[Value]]) -> Iterator[str]:
    for row in rows:
        values = (round(each, DECIMALS) if isinstance(each, float) else each for each in row)
        yield json.dumps(dict(zip(columns, values, strict=True))) + "\n"


def arrow_schema(columns: Mapping[str, Kind]) -> Any:  # noqa: ANN401 - Arrow has no types
    """Return the schema in Arrow of a table with these columns."""
    pa = pyarrow()
    kinds = {str: pa.string(), float: pa.float64(), int: pa.int64()}
    return pa.schema([(name, kinds[kind]) for name, kind in columns.items()])


def _write_parquet(
    stream: BinaryIO, columns: Mapping[str, Kind], rows: Iterable[Sequence[Value]]
) -> None:
    pa = pyarrow()
    schema = arrow_schema(columns)
    with pa.parquet.ParquetWriter(stream, schema) as writer:
        for some in some_of(rows, _letters):
            held = [
                [round(each, DECIMALS) if isinstance(each, float) else each for each in column]
                for column in zip(*some, strict=True)
            ]
            writer.write_table(pa.table(held, schema=schema))
