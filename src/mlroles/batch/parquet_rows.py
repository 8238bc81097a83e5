"""Tables stored as Parquet, read a bounded part at a time.

A few bytes of Parquet can stand for gigabytes of text. So the length of a cell is looked at before
the cell becomes a Python string, and as many rows are read at a time as fit where the widest stand
together. A column is read as it is stored, each different text once, unless all its texts together
are too many to hold.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple

from mlroles.batch.parquet_pages import Page, PageError, chunks, pages
from mlroles.batch.rows import (
    LONGEST_LIST,
    LONGEST_TEXT,
    TOO_LONG,
    Fact,
    Fits,
    Row,
    Table,
    Unfit,
    part_of,
    typed_row,
)
from mlroles.errors import MlrolesError, SheetError
from mlroles.text import quoted

if TYPE_CHECKING:
    from mlroles.batch.blocks import Block
    from mlroles.batch.typed_blocks import Shared

MOST_ROWS = 4096
"""Rows that are held together at the most where they are read one by one."""

MOST_IN_BLOCK = 16_384
"""Rows of a block at the most."""

BUDGET = 16_000_000
"""Bytes that a page may unpack to, and that the texts of a column may be together to be held."""

AT_A_TIME = 4_000_000
"""Bytes that the rows read at a time take: several copies of them stand in memory."""

MOST_NAMED = 5
"""Columns that are named where some are not read."""

BYTES_A_VALUE = 16
"""What a value takes beside its text."""

CODECS = {0: "", 1: "snappy", 2: "gzip", 4: "brotli", 6: "zstd"}
"""How a page may be packed, by Parquet's number, in the library's words; empty: not at all."""


def pyarrow() -> Any:  # noqa: ANN401 - it has no types
    """Return the library for Parquet; raises MlrolesError where it is not installed."""
    try:
        import pyarrow as pa
        import pyarrow.compute
        import pyarrow.parquet
    except ImportError:
        raise MlrolesError(
            "Parquet needs a library that is not installed.",
            "Install it with: pip install 'mlroles[tables]'",
        ) from None
    return pa


def read_parquet(stream: BinaryIO, known: Callable[[Sequence[str]], int]) -> Table:
    """Return the table in ``stream``; raises as ``table.read_table`` does.

    A column that ``known`` does not know is left out where its values are no cells.
    """
    pa = pyarrow()
    try:
        metadata = pa.parquet.read_metadata(stream)
        schema = metadata.schema.to_arrow_schema()
        read = [each.name for each in schema if known([each.name]) or _is_simple(each.type, pa)]
        others = [each.name for each in schema if each.name not in read]
        leaves = [metadata.schema.column(place) for place in range(metadata.num_columns)]
        texts = {leaf.path for leaf in leaves if leaf.physical_type == "BYTE_ARRAY"}
        own = {n: leaf.path for n, leaf in enumerate(leaves) if leaf.path.split(".")[0] in read}
        widths = _widths(stream, own, pa)
        stream.seek(0)
        stored = sorted(texts - {own[column] for column, each in widths.items() if each.many})
        file = pa.parquet.ParquetFile(stream, metadata=metadata, read_dictionary=stored)
    except (pa.ArrowException, OSError, PageError, UnicodeDecodeError) as error:
        raise _not_parquet(error) from None
    at_a_time = int(AT_A_TIME / sum((each.row for each in widths.values()), 1.0))
    left = f"; not read: {', '.join(map(quoted, others[:MOST_NAMED]))}" if others else ""
    facts = (Fact("format", f"Parquet{left}"),)

    def batches(most: int) -> Iterator[tuple[int, Any]]:
        return _batches(file, read, max(1, min(most, at_a_time)), pa)

    def rows(_: Fits) -> Iterator[Row]:
        return (row for each in batches(MOST_ROWS) for row in _rows(*each, read, pa))

    def blocks(_: Fits) -> "Iterator[Block]":
        from mlroles.batch.typed_blocks import Shared

        shared = {name: Shared() for name in read}
        return (block_of(*each, shared) for each in batches(MOST_IN_BLOCK))

    return Table(tuple(read), rows, facts, blocks, part_of(metadata.num_rows))


class _Width(NamedTuple):
    """How wide a column is: bytes of its widest row, and whether its texts are too many to hold."""

    row: float
    many: bool


def _widths(stream: BinaryIO, columns: Mapping[int, str], pa: Any) -> dict[int, _Width]:  # noqa: ANN401
    """Return how wide each of these columns is.

    Raises SheetError where a page is larger than the budget, PageError where one is wrong.
    """
    widths = dict.fromkeys(columns, _Width(1.0, many=False))
    for chunk in chunks(stream):
        if chunk.column not in columns:
            continue
        found = list(pages(stream, chunk.start, chunk.length))
        if too_large := next((page.size for page in found if page.size > BUDGET), 0):
            raise SheetError(
                f"The column {quoted(columns[chunk.column])} cannot be read: one of its pages "
                f"unpacks to {too_large:,} bytes.",
                f"Write it in pages of at most {BUDGET:,} bytes.",
            )
        many = sum(page.size for page in found) > BUDGET
        widest = max((page.size / page.values for page in found if not page.shared), default=0.0)
        if many:  # then a shared text is read again for every row that points there
            shared = (_longest(stream, page, chunk.codec, pa) for page in found if page.shared)
            widest = max((widest, *shared))
        row = (widest + BYTES_A_VALUE) * chunk.values / max(1, chunk.rows)
        before = widths[chunk.column]
        widths[chunk.column] = _Width(max(before.row, row), before.many or many)
    return widths


def _longest(stream: BinaryIO, page: Page, codec: int, pa: Any) -> int:  # noqa: ANN401
    """Return the length of the longest text that a page of shared texts may hold, in bytes."""
    if codec not in CODECS:
        return page.size
    stream.seek(page.start)
    held = memoryview(stream.read(page.packed))
    if name := CODECS[codec]:
        held = memoryview(pa.decompress(held, page.size, name))
    longest = place = 0
    while place + 4 <= len(held):
        length = int.from_bytes(held[place : place + 4], "little")
        longest = max(longest, min(length, page.size))
        place += 4 + length
    return longest


def _batches(
    file: Any,  # noqa: ANN401
    columns: Sequence[str],
    at_a_time: int,
    pa: Any,  # noqa: ANN401
) -> Iterator[tuple[int, Any]]:
    """Yield some rows at a time, and the number of their first."""
    start = 1
    try:
        for batch in file.iter_batches(batch_size=at_a_time, columns=[*columns]):
            yield start, batch
            start += batch.num_rows
    except (pa.ArrowException, OSError) as error:
        raise _not_parquet(error) from None


def _rows(start: int, batch: Any, columns: Sequence[str], pa: Any) -> Iterator[Row]:  # noqa: ANN401
    held = [_cells(batch.column(name), pa) for name in columns]
    for number, values in enumerate(zip(*held, strict=True), start):
        yield typed_row(number, values, columns)


def block_of(start: int, batch: Any, shared: "Mapping[str, Shared]") -> "Block":  # noqa: ANN401
    """Return some rows that Arrow holds as a block; the first is number ``start``.

    ``shared`` names the columns, and keeps the texts of each from one block to the next.
    """
    from mlroles.batch.blocks import Block
    from mlroles.batch.typed_blocks import UnfitError, parquet_block

    try:
        return parquet_block(batch, shared, start)
    except (UnfitError, (pa := pyarrow()).ArrowException):
        return Block.of([*_rows(start, batch, [*shared], pa)], len(shared))


def _cells(array: Any, pa: Any) -> list[object]:  # noqa: ANN401
    """Return the values of a column: texts, numbers, lists of texts, None, or ``Unfit``."""
    kind = array.type
    if _is_text(kind, pa):
        return _texts(array)
    if _is_number(kind, pa):
        return list(array.to_pylist())
    if _is_written(kind, pa):
        return list(array.cast(pa.string()).to_pylist())
    if _is_list(kind, pa) and _is_text(kind.value_type, pa):
        return [_list(array[place]) for place in range(len(array))]
    return [Unfit() if valid else None for valid in array.is_valid().to_pylist()]


def _is_simple(kind: Any, pa: Any) -> bool:  # noqa: ANN401
    return _is_text(kind, pa) or _is_number(kind, pa) or _is_written(kind, pa)


def _is_written(kind: Any, pa: Any) -> bool:  # noqa: ANN401
    """Say whether values are written down as text: moments, days, times of day, decimals."""
    types = pa.types
    return bool(
        types.is_timestamp(kind)
        or types.is_date(kind)
        or types.is_time(kind)
        or types.is_decimal(kind)
    )


def _is_number(kind: Any, pa: Any) -> bool:  # noqa: ANN401
    types = pa.types
    return bool(types.is_integer(kind) or types.is_floating(kind) or types.is_boolean(kind))


def _is_text(kind: Any, pa: Any) -> bool:  # noqa: ANN401
    types = pa.types
    return bool(types.is_dictionary(kind) or types.is_string(kind) or types.is_large_string(kind))


def _is_list(kind: Any, pa: Any) -> bool:  # noqa: ANN401
    types = pa.types
    return bool(types.is_list(kind) or types.is_large_list(kind) or types.is_fixed_size_list(kind))


def _texts(array: Any) -> list[object]:  # noqa: ANN401
    """Return the texts of an array, also of one that holds each different one once."""
    if not hasattr(array, "indices"):
        return [_text(scalar) for scalar in array]
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
