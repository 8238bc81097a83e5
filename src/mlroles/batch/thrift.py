"""Values in Thrift's compact protocol, in which Parquet writes what it says about its data.

https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md
"""

from typing import BinaryIO

MOST_DEEP = 10
"""Structures and lists within one another; what Parquet says of a column has six."""

LONGEST = 2**31
"""Bytes that a text, or a list, may be said to take."""

_TRUE, _FALSE, _BYTE, _DOUBLE, _BINARY, _LIST, _SET, _STRUCT = 1, 2, 3, 7, 8, 9, 10, 12
_NUMBERS = (4, 5, 6)
"""The types of a value in the compact protocol."""

_SIZES = {_TRUE: 1, _FALSE: 1, _BYTE: 1, _DOUBLE: 8}
"""Bytes of the values that have no length of their own; of truth, in a list."""

_TOO_DEEP = "too many structures within one another"


class ThriftError(ValueError):
    """The bytes are no value in the compact protocol."""


class Reader:
    """Reads values from where ``stream`` stands; texts are passed over."""

    def __init__(self, stream: BinaryIO) -> None:
        """Read from where ``stream`` stands."""
        self._stream = stream

    def structure(self, depth: int = 0) -> dict[int, object]:
        """Return the fields of a structure by their number; raises ThriftError."""
        if depth > MOST_DEEP:
            raise ThriftError(_TOO_DEEP)
        fields: dict[int, object] = {}
        field = 0
        while head := self._byte():
            step = head >> 4
            field = field + step if step else self._number()
            kind = head & 15
            fields[field] = kind == _TRUE if kind in {_TRUE, _FALSE} else self._value(kind, depth)
        return fields

    def _value(self, kind: int, depth: int) -> object:
        if kind in _NUMBERS:
            return self._number()
        if kind == _STRUCT:
            return self.structure(depth + 1)
        if kind in {_LIST, _SET}:
            return self._list(depth + 1)
        if kind == _BINARY:
            self._pass_over(self._varint())
        elif kind in _SIZES:
            self._pass_over(_SIZES[kind])
        else:
            raise ThriftError("a field of an unknown type")
        return None

    def _list(self, depth: int) -> list[object]:
        if depth > MOST_DEEP:
            raise ThriftError(_TOO_DEEP)
        head = self._byte()
        kind, count = head & 15, head >> 4
        if count == 15:  # noqa: PLR2004 - the count follows
            count = self._varint()
        if kind in _SIZES:
            self._pass_over(count * _SIZES[kind])
            return []
        return [self._value(kind, depth) for _ in range(count)]  # each takes a byte or more

    def _pass_over(self, size: int) -> None:
        if size > LONGEST:
            raise ThriftError("a text that is too long")
        self._stream.seek(size, 1)

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
                raise ThriftError("a number that is too long")

    def _byte(self) -> int:
        found = self._stream.read(1)
        if not found:
            raise ThriftError("the file ends too early")
        return found[0]
