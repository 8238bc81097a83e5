"""How large the pages of a Parquet file become when they are unpacked, before any of them is.

A page is unpacked as a whole, so its size is what bounds the memory that reading takes; the
library for Parquet does not tell it. The header of each page does, in Thrift's compact protocol
(https://github.com/apache/parquet-format, PageHeader in parquet.thrift).
"""

from collections.abc import Iterator
from io import SEEK_SET
from typing import BinaryIO, NamedTuple

MOST_DEEP = 8
"""Structures within one another; a page's header has three."""

_KINDS = (5, 7, 8)
"""The fields of a page's header that hold how many values it has: data, dictionary, data of v2."""

_TRUE, _FALSE, _BYTE, _DOUBLE, _BINARY, _LIST, _SET, _STRUCT = 1, 2, 3, 7, 8, 9, 10, 12
_NUMBERS = (4, 5, 6)
"""The types of a field in the compact protocol."""


class Page(NamedTuple):
    """One page: ``size`` in bytes once unpacked, and how many values it holds."""

    size: int
    values: int


class PageError(ValueError):
    """The header of a page cannot be read."""


def pages(stream: BinaryIO, start: int, length: int) -> Iterator[Page]:
    """Yield the pages of a column chunk that takes ``length`` bytes of ``stream`` from ``start``.

    Raises PageError where a header is broken, OSError where the
    file cannot be read.
    """
    place = start
    while place < start + length:
        stream.seek(place, SEEK_SET)
        reader = _Reader(stream)
        header = reader.structure(0)
        size, packed = header.get(2), header.get(3)
        if not isinstance(size, int) or not isinstance(packed, int) or size < 0 or packed < 0:
            raise PageError("a page has no size")
        inner = next((header[field] for field in _KINDS if field in header), {})
        values = inner.get(1) if isinstance(inner, dict) else None
        yield Page(size, values if isinstance(values, int) and values > 0 else 1)
        place = stream.tell() + packed


class _Reader:
    """Reads values of the compact protocol from where ``stream`` stands."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def structure(self, depth: int) -> dict[int, object]:
        """Return the fields of a structure by their number."""
        if depth > MOST_DEEP:
            raise PageError("too many structures within one another")
        fields: dict[int, object] = {}
        field = 0
        while head := self._byte():
            step = head >> 4
            field = field + step if step else self._number()
            fields[field] = self._value(head & 15, depth)
        return fields

    def _value(self, kind: int, depth: int) -> object:
        if kind in {_TRUE, _FALSE}:
            return kind == _TRUE
        if kind in _NUMBERS:
            return self._number()
        if kind == _STRUCT:
            return self.structure(depth + 1)
        if kind in {_BYTE, _DOUBLE, _BINARY}:
            fixed = {_BYTE: 1, _DOUBLE: 8}
            self._stream.seek(fixed[kind] if kind in fixed else self._varint(), 1)
            return None
        raise PageError("a field of an unknown type")

    def _number(self) -> int:
        """Return a signed number, of which the lowest bit is the sign."""
        raw = self._varint()
        return raw >> 1 ^ -(raw & 1)

    def _varint(self) -> int:
        value = shift = 0
        while True:
            byte = self._byte()
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:  # noqa: PLR2004 - the highest bit says that more follows
                return value
            if shift > 63:  # noqa: PLR2004 - no number has more bits
                raise PageError("a number that is too long")

    def _byte(self) -> int:
        found = self._stream.read(1)
        if not found:
            raise PageError("the file ends within a page")
        return found[0]
