"""The rows of Parquet and of JSON Lines some at a time, as Arrow gives them."""

import io
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json
from numpy.typing import NDArray

from mlroles.batch.blocks import Block, Column, Flags, Texts
from mlroles.batch.pieces import NEWLINE, RETURN, BlockReader, Buffer, Piece, ReadRows
from mlroles.batch.rows import LONGEST_LIST, LONGEST_TEXT, Cell, as_cell
from mlroles.batch.text_lines import Lines
from mlroles.datafile.strictjson import JsonError, JsonObject, loads

FEW: Final = 64
"""So few lines, one of which Arrow refuses, are read one by one."""

EXACT: Final = 2.0**53
"""From here on a number with a fraction does not hold every whole number."""


class UnfitError(ValueError):
    """A column holds a value that is no cell, or perhaps not the one that stands in the file."""


class Shared:
    """Columns that hold each different text once, and mostly the same ones in every block."""

    def __init__(self) -> None:
        """Begin with no text."""
        self._texts, self._ready = pa.array([], pa.string()), pa.array([""])

    def cells(self, array: Any) -> Any:  # noqa: ANN401 - Arrow has no types
        """Return a column that holds each different text once; what is null becomes an empty one.

        Raises as ``cells_of`` does.
        """
        texts = array.dictionary
        if not texts.equals(self._texts):
            texts.validate(full=True)
            if _short(texts).null_count or len(texts) > len(array):  # many are for other rows
                array.validate(full=True)
                return array.cast(pa.string()).fill_null("")
            self._texts, self._ready = texts, pa.concat_arrays([texts, pa.array([""])])
        ends = pc.min_max(array.indices).as_py()
        if ends["max"] is not None and not 0 <= ends["min"] <= ends["max"] < len(texts):
            raise UnfitError
        places = array.indices.cast(pa.int32()).fill_null(len(texts))
        return pa.DictionaryArray.from_arrays(places, self._ready, safe=False)


def cells_of(array: Any) -> Texts | list[Cell]:  # noqa: ANN401
    """Return the values of a column as cells, as ``rows.as_cell`` reads each.

    Raises UnfitError, or ArrowException, where that is not sure.
    """
    array.validate(full=True)  # that texts are Unicode, and places in a list there
    kind, types = array.type, pa.types
    if types.is_string(kind) or types.is_large_string(kind):
        return _short(array).cast(pa.string()).fill_null("")
    if types.is_integer(kind):
        return array.cast(pa.string()).fill_null("")
    if types.is_boolean(kind):
        return pc.if_else(array, "yes", "no").fill_null("")
    if types.is_floating(kind):
        return pa.array([as_cell(value) for value in array.to_pylist()], pa.string())
    if types.is_list(kind) and types.is_string(kind.value_type):
        _short(array.flatten())
        cells = [as_cell(value) for value in array.to_pylist()]
        if all(each is not None and len(each) <= LONGEST_LIST for each in cells):
            return [each or "" for each in cells if each is not None]
    raise UnfitError


def _short(texts: Texts) -> Texts:
    """Return texts, none of which is too long."""
    if (pc.max(pc.binary_length(texts)).as_py() or 0) > LONGEST_TEXT:
        raise UnfitError
    return texts


def parquet_block(batch: Any, shared: Mapping[str, Shared], start: int) -> Block:  # noqa: ANN401
    """Return some rows of Parquet, the first of which is number ``start``.

    ``shared`` names the columns to take. Raises as ``cells_of`` does.
    """
    columns: list[Column] = []
    for name, own in shared.items():
        array = batch.column(name)
        kind = array.type
        once = pa.types.is_dictionary(kind) and pa.types.is_string(kind.value_type)
        columns.append(own.cells(array) if once else cells_of(array))
    return Block(columns, np.arange(start, start + batch.num_rows))


class JsonBlocks(BlockReader):
    """Reads objects, one a line, whose keys are ``columns``."""

    def __init__(self, columns: Sequence[str], read: ReadRows) -> None:
        """Take the keys, and what reads objects one by one."""
        super().__init__(len(columns), read)
        self._columns = columns
        self._kinds: dict[str, Any] = dict.fromkeys(columns, pa.string())

    def looked_at(self, piece: Piece) -> tuple[Flags, Flags]:
        """Say which lines are blank, and which Arrow might not read as we do.

        It reads objects, whatever lines they stand on; the halves of a character it does not
        look for. So a line has to be one object, in which no other stands.
        """
        data = piece.data
        opens, closes = (np.flatnonzero(data == sign) for sign in b"{}")
        right = (piece.counts(opens) == 1) & (data[piece.starts] == ord("{"))
        last = piece.ends - 1
        last = last - (data[last] == RETURN)
        right &= (piece.counts(closes) == 1) & (data[last] == ord("}"))
        halves = np.flatnonzero(
            (data[:-2] == ord("\\")) & (data[1:-1] == ord("u")) & np.isin(data[2:], [*b"dD"])
        )
        right[piece.lines(halves)] = False
        return np.zeros(len(right), bool), ~right

    def parsed(self, data: Buffer, lines: NDArray[np.int64]) -> Block:
        """Return the rows of some plain lines, whose numbers are ``lines``.

        Where Arrow refuses one it does not say which: halves are tried until few lines are left.
        """
        try:
            return self._parsed(data, lines)
        except (UnfitError, pa.ArrowException):
            text = data.to_pybytes()
        if len(lines) <= FEW:
            numbered = zip(lines.tolist(), io.StringIO(text.decode(), newline="\n"), strict=True)
            return Block.of([*self._read(Lines(numbered))], self.width)
        middle = len(lines) // 2
        ends = np.flatnonzero(np.frombuffer(text, np.uint8) == NEWLINE)
        start = int(ends[middle - 1]) + 1
        before = self.parsed(data.slice(0, start), lines[:middle])
        return before.merged(self.parsed(data.slice(start), lines[middle:]))

    def _parsed(self, data: Buffer, lines: NDArray[np.int64]) -> Block:
        self._kinds |= _kinds(data.to_pybytes().split(b"\n", 1)[0].decode())
        table = pa.json.read_json(
            pa.BufferReader(data),
            pa.json.ReadOptions(use_threads=False, block_size=data.size + 1),
            pa.json.ParseOptions(
                explicit_schema=pa.schema([*self._kinds.items()]),
                newlines_in_values=False,
                unexpected_field_behavior="error",
            ),
        )
        arrays = [column.combine_chunks() for column in table.select(self._columns).columns]
        for array in arrays:
            # A whole number among such with a fraction is read as one of these.
            if pa.types.is_floating(array.type) and (pc.max(pc.abs(array)).as_py() or 0) >= EXACT:
                raise UnfitError
        return Block([cells_of(array) for array in arrays], lines)


def _kinds(line: str) -> dict[str, Any]:
    """Return of which kind the values of an object on a line are; raises UnfitError."""
    try:
        found = loads(line)
    except JsonError:
        raise UnfitError from None
    values = found.items() if isinstance(found, JsonObject) else ()
    kinds = {bool: pa.bool_(), int: pa.int64(), float: pa.float64(), str: pa.string()}
    kinds[list] = pa.list_(pa.string())
    return {key: kinds[type(each)] for key, each in values if type(each) in kinds}
