"""Tables stored as Parquet, read a bounded part at a time.

A few bytes of Parquet can stand for gigabytes of text. So text is kept as it is stored, each
different cell once, the length of a cell is looked at before the cell becomes a Python string,
and as many rows are read at a time as their share of the file lets fit.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO

from mlroles.batch.parquet_pages import PageError, chunks, pages
from mlroles.batch.rows import (
    LONGEST_TEXT,
    TOO_LONG,
    Row,
    Table,
    Unfit,
    Wanted,
    passed_over,
    typed_row,
)
from mlroles.errors import MlrolesError, SheetError
from mlroles.text import quoted

MOST_ROWS = 4096
"""Rows that are read at a time at the most."""

BUDGET = 16_000_000
"""Bytes that the rows read at a time may take."""

LONGEST_LIST = 1000
"""Answers in a list; no question has so many."""

BYTES_A_VALUE = 16
"""What a value takes beside its text."""


def pyarrow() -> Any:  # noqa: ANN401 - it has no types
    """Return the library for Parquet; raises MlrolesError where it is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.compute
        import pyarrow.parquet
    except ImportError:
        raise MlrolesError(
            "Parquet needs a library that is not installed.",
            "Install it with: pip install 'mlroles[parquet]'",
        ) from None
    return pa


def read_parquet(stream: BinaryIO, wanted: Wanted) -> Table:
    """Return the table in ``stream``; raises as ``table.read_table`` does."""
    pa = pyarrow()
    try:
        metadata = pa.parquet.read_metadata(stream)
        columns = tuple(metadata.schema.to_arrow_schema().names)
        others = passed_over(columns, wanted)
        read = [name for name in columns if name in wanted.allowed]
        leaves = [metadata.schema.column(place) for place in range(metadata.num_columns)]
        texts = [leaf.path for leaf in leaves if leaf.physical_type == "BYTE_ARRAY"]
        stream.seek(0)
        file = pa.parquet.ParquetFile(stream, metadata=metadata, read_dictionary=texts)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        raise _not_parquet(error) from None
    own = {place: leaf.path for place, leaf in enumerate(leaves) if leaf.path.split(".")[0] in read}
    try:
        at_a_time = _rows_at_a_time(stream, own)
    except PageError as error:
        raise _not_parquet(error) from None
    return Table(tuple(read), _rows(file, read, at_a_time, wanted, pa), others)


def _rows_at_a_time(stream: BinaryIO, columns: Mapping[int, str]) -> int:
    """Return how many rows fit the budget, by the widest page of each of these columns.

    Raises SheetError where a page is larger than the budget, PageError where one is wrong.
    """
    wide = dict.fromkeys(columns, 1.0)
    for chunk in chunks(stream):
        if chunk.column not in columns:
            continue
        each_row = chunk.values / max(1, chunk.rows)
        for page in pages(stream, chunk.start, chunk.length):
            if page.size > BUDGET:
                raise SheetError(
                    f"The column {quoted(columns[chunk.column])} cannot be read: one of its "
                    f"pages unpacks to {page.size:,} bytes.",
                    f"Write it in pages of at most {BUDGET:,} bytes.",
                )
            taken = each_row * (page.size / page.values + BYTES_A_VALUE)
            wide[chunk.column] = max(wide[chunk.column], taken)
    return max(1, min(MOST_ROWS, int(BUDGET / sum(wide.values(), 1.0))))


def _rows(
    file: Any,  # noqa: ANN401
    columns: Sequence[str],
    at_a_time: int,
    wanted: Wanted,
    pa: Any,  # noqa: ANN401
) -> Iterator[Row]:
    start = 1
    try:
        for batch in file.iter_batches(batch_size=at_a_time, columns=[*columns]):
            held = [_cells(batch.column(name), pa) for name in columns]
            for number, values in enumerate(zip(*held, strict=True), start):
                yield typed_row(number, zip(columns, values, strict=True), wanted.needed)
            start += batch.num_rows
    except (pa.ArrowException, OSError) as error:
        raise _not_parquet(error) from None


def _cells(array: Any, pa: Any) -> list[object]:  # noqa: ANN401
    """Return the values of a column: text, whole numbers, lists of texts, None, or ``Unfit``."""
    kind = array.type
    if pa.types.is_dictionary(kind):
        return _texts(array)
    if pa.types.is_integer(kind):
        return list(array.to_pylist())
    if _is_list(kind, pa) and pa.types.is_dictionary(kind.value_type):
        return [_list(array[place]) for place in range(len(array))]
    return [Unfit() if valid else None for valid in array.is_valid().to_pylist()]


def _is_list(kind: Any, pa: Any) -> bool:  # noqa: ANN401
    types = pa.types
    return bool(types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind))


def _texts(array: Any) -> list[object]:  # noqa: ANN401
    """Return the texts of an array that holds each different one once."""
    indices = array.indices.to_pylist()
    known: dict[int | None, object] = {None: None}
    for index in {*indices} - {None}:
        there = 0 <= index < len(array.dictionary)  # a wrong file may name what is not
        known[index] = _text(array.dictionary[index]) if there else Unfit()
    return [known[index] for index in indices]


def _text(scalar: Any) -> object:  # noqa: ANN401
    buffer = scalar.as_buffer()
    if buffer is None:
        return None
    if buffer.size > LONGEST_TEXT:
        return Unfit(TOO_LONG)
    try:
        return buffer.to_pybytes().decode()
    except UnicodeDecodeError:
        return Unfit("is not Unicode")


def _list(scalar: Any) -> object:  # noqa: ANN401
    if not scalar.is_valid:
        return None
    if len(scalar.values) > LONGEST_LIST:
        return Unfit(f"has more than {LONGEST_LIST:,} answers")
    return _texts(scalar.values)


def _not_parquet(error: Exception) -> SheetError | OSError:
    if isinstance(error, OSError) and error.errno is not None:
        return error  # the file cannot be read, whatever stands in it
    return SheetError(
        f"The table cannot be read as Parquet: {quoted(str(error))}.",
        "--input-format says what it is, where its name does not.",
    )
