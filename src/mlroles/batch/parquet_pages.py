"""How large the pages of a Parquet file become when they are unpacked, before any of them is.

A page is unpacked as a whole, so its size is what bounds the memory that reading takes; the
library for Parquet does not tell it. The header of each page does, and the file's own footer says
where the pages lie (https://github.com/apache/parquet-format, FileMetaData and PageHeader in
parquet.thrift). The footer is read here as well because the library ends the whole process over
some that are wrong.
"""

from collections.abc import Iterator
from io import SEEK_END, SEEK_SET, BytesIO
from typing import Any, BinaryIO, NamedTuple, TypeVar

from mlroles.batch.thrift import Reader, ThriftError

LARGEST_FOOTER = 1024 * 1024
"""Bytes of a footer that is read: enough for two hundred groups of rows with forty columns."""

_TAIL = 8
"""Bytes at the end of a file: how long its footer is, and a mark."""

_SHARED = 7
_KINDS = (5, _SHARED, 8)
"""The fields of a page's header that hold how many values it has: data, dictionary, data of v2."""

T = TypeVar("T")


class Chunk(NamedTuple):
    """The part of a column that lies in one group of rows: ``length`` bytes from ``start`` on.

    ``column`` is the place of the column among those that hold values, from 0; ``codec`` is the
    number of the way in which its pages are packed.
    """

    column: int
    start: int
    length: int
    values: int
    rows: int
    codec: int


class Page(NamedTuple):
    """One page: ``size`` in bytes once unpacked, and how many values it holds.

    ``packed`` bytes of it stand in the file from ``start`` on. A page of ``shared`` texts holds
    each different one once; others point there.
    """

    size: int
    values: int
    start: int
    packed: int
    shared: bool


class PageError(ValueError):
    """The footer, or the header of a page, cannot be read."""


def chunks(stream: BinaryIO) -> Iterator[Chunk]:
    """Yield every chunk of a Parquet file.

    Raises PageError where its footer is wrong or too long, OSError where it cannot be read.
    """
    tail = stream.seek(-_TAIL, SEEK_END)
    size = int.from_bytes(stream.read(4), "little")
    if size > min(tail, LARGEST_FOOTER):
        raise PageError(f"its footer holds more than {LARGEST_FOOTER:,} bytes")
    stream.seek(tail - size, SEEK_SET)
    footer = _structure(BytesIO(stream.read(size)))
    for group in _field(footer, 4, list):
        rows = _field(group, 3, int)
        for column, each in enumerate(_field(group, 1, list)):
            about = _field(each, 3, dict)
            # Where there are shared texts, they come first.
            start = about.get(11) or _field(about, 9, int)
            length, values, codec = (_field(about, field, int) for field in (7, 5, 4))
            yield Chunk(column, start, length, values, rows, codec)


def pages(stream: BinaryIO, start: int, length: int) -> Iterator[Page]:
    """Yield the pages of a column chunk that takes ``length`` bytes of ``stream`` from ``start``.

    Raises PageError where a header is wrong, OSError where the file cannot be read.
    """
    end = stream.seek(0, SEEK_END)
    place = start
    while place < start + length:
        if not 0 <= place < end:
            raise PageError("a page lies outside the file")
        stream.seek(place, SEEK_SET)
        header = _structure(stream)
        size, packed = _field(header, 2, int), _field(header, 3, int)
        if size < 0 or packed < 0:
            raise PageError("a page has no size")
        inner = next((header[field] for field in _KINDS if field in header), None)
        values = inner.get(1) if isinstance(inner, dict) else None
        place = stream.tell()
        known = values if isinstance(values, int) and values > 0 else 1
        yield Page(size, known, place, packed, _SHARED in header)
        place += packed


def _structure(stream: BinaryIO) -> dict[int, object]:
    try:
        return Reader(stream).structure()
    except ThriftError as error:
        raise PageError(str(error)) from None


def _field(structure: Any, number: int, kind: type[T]) -> T:  # noqa: ANN401 - what was read
    """Return a field of a structure; raises PageError where it is not of that kind."""
    found = structure.get(number) if isinstance(structure, dict) else None
    if not isinstance(found, kind):
        raise PageError("something is missing in it")
    return found
