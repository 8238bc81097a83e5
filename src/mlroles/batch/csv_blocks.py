"""The rows of a CSV table some at a time, read by Arrow.

Arrow gets lines of which one look at their bytes says that it reads them as we do. Any other is
read as ``csv_rows`` reads it, so that what is said of a wrong line is said there alone.
"""

import io
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import pyarrow as pa
import pyarrow.csv
from numpy.typing import NDArray

from mlroles.batch.blocks import Block, Flags, blocks_of
from mlroles.batch.rows import LONGEST_TEXT, Row
from mlroles.batch.text_lines import MOST_LINES, Lines, TextLines

PIECE: Final = 4_000_000
"""Characters that are looked at together."""

Bytes = NDArray[np.uint8]
Places = NDArray[np.intp]

_NEWLINE, _RETURN, _QUOTE = b'\n\r"'

ReadRows = Callable[[Lines], Iterator[Row]]


def csv_blocks(
    lines: TextLines, width: int, sign: str, read: ReadRows, coded: Collection[int]
) -> Iterator[Block]:
    """Yield the rows below the header, ``width`` cells each, between which ``sign`` stands.

    ``read`` yields rows of lines one by one; ``coded`` are the places of columns in which the same
    stands again and again.
    """
    parse = _parser(width, sign, coded)
    first, text = lines.piece(PIECE)
    while text:
        if text.count("\r") != text.count("\r\n"):  # lines that end so are not told apart here
            lines.again(first, text)
            yield from blocks_of(read(lines), width)
            return
        piece = _Piece(text)
        blank = piece.blank(f' ,"\t\r\n{sign}'.encode())
        doubtful = piece.doubtful(width, ord(sign)) & ~blank
        rows: list[Row] = []
        if doubtful.any():
            rows, doubtful = _odd_rows(text, first, doubtful, lines, read)
        plain = ~(doubtful | blank)
        block = Block(parse(piece.only(plain)), np.flatnonzero(plain) + first)
        yield block.merged(Block.of(rows, width)) if rows else block
        first, text = lines.piece(PIECE)


class _Piece:
    """Some lines as bytes, and where each begins and its line break stands."""

    def __init__(self, text: str) -> None:
        whole = text if text[-1] == "\n" else text + "\n"
        self._ascii = text.isascii()
        self._bytes = whole.encode("utf-8", "surrogatepass")
        self._data: NDArray[np.uint8] = np.frombuffer(self._bytes, np.uint8)
        self._ends = np.flatnonzero(self._data == _NEWLINE)
        self._starts = np.concatenate([[0], self._ends[:-1] + 1])

    def only(self, lines: Flags) -> Any:  # noqa: ANN401 - Arrow has no types
        """Return the bytes of these lines."""
        if lines.all():
            return pa.py_buffer(self._bytes)
        return pa.py_buffer(self._data[np.repeat(lines, self._ends - self._starts + 1)])

    def blank(self, signs: bytes) -> Flags:
        """Say which lines hold nothing but these signs."""
        blank = np.zeros(len(self._ends), bool)
        for line in np.flatnonzero(np.isin(self._data[self._starts], [*signs])):
            text = self._bytes[self._starts[line] : self._ends[line]]
            blank[line] = len(text) < LONGEST_TEXT and not text.strip(signs)
        return blank

    def doubtful(self, width: int, sign: int) -> Flags:
        """Say which lines Arrow might not read as so many cells, or not as we do."""
        doubtful: Flags = self._ends - self._starts >= LONGEST_TEXT
        signs = np.flatnonzero(self._data == sign)
        quotes = np.flatnonzero(self._data == _QUOTE)
        if len(quotes):
            first = np.searchsorted(quotes, self._starts)
            doubtful |= self._misquoted(quotes, first, sign)
            inside = np.searchsorted(quotes, signs) - first[self._line(signs)]
            signs = signs[inside % 2 == 0]
        doubtful |= np.diff(np.searchsorted(signs, self._ends), prepend=0) != width - 1
        if not self._ascii:
            doubtful[self._line(self._broken())] = True
        return doubtful

    def _line(self, places: NDArray[np.intp]) -> NDArray[np.intp]:
        """Return the lines in which these bytes stand."""
        return np.searchsorted(self._ends, places)

    def _misquoted(
        self, quotes: NDArray[np.intp], first: NDArray[np.intp], sign: int
    ) -> Flags:
        """Say in which lines a quotation mark stands where none may, or is not closed.

        A mark opens a cell at its beginning, closes it at its end, or stands beside another.
        ``first`` is for each line which is the first of its marks.
        """
        lines = self._line(quotes)
        opens = (np.arange(len(quotes)) - first[lines]) % 2 == 0
        before = self._data[quotes - 1]  # the mark at the very beginning: the last line break
        after = self._data[quotes + 1]
        beside = np.where(opens, before, after)
        right = (beside == sign) | (beside == _NEWLINE) | (beside == _QUOTE)
        right |= ~opens & (after == _RETURN)
        odd = np.diff(first, append=len(quotes)) % 2 == 1
        odd[lines[~right]] = True
        return odd

    def _broken(self) -> NDArray[np.intp]:
        """Return where a sign for a broken letter stands, or half of a character."""
        data = np.append(self._data, [_NEWLINE, _NEWLINE])
        one, two, three = data[:-2], data[1:-1], data[2:]
        half = (one == 0xED) & (two >= 0xA0)  # noqa: PLR2004 - as UTF-8 writes D800 to DFFF
        sign = (one == 0xEF) & (two == 0xBF) & (three == 0xBD)  # noqa: PLR2004 - FFFD
        return np.flatnonzero(half | sign)


def _odd_rows(
    text: str, first: int, doubtful: Flags, lines: TextLines, read: ReadRows
) -> tuple[list[Row], Flags]:
    """Return the rows that begin on doubtful lines, and which lines they take."""
    own = [*enumerate(io.StringIO(text, newline="\n"), start=first)]
    after = first + len(own)
    taken = doubtful.copy()
    rows = []
    free = 0
    for place in np.flatnonzero(doubtful).tolist():
        if place < free:
            continue
        some = own[place : place + 1 + MOST_LINES]
        if len(some) <= MOST_LINES:
            some += enumerate(lines.ahead(), start=after)
        local = Lines(iter(some))
        row = next(read(local), None)
        free = place + 1
        if row is not None and row.line == first + place:  # else nothing stands on it
            rows.append(row)
            free = place + len(some) - sum(1 for _ in local)
        taken[place:free] = True
    lines.skip(max(0, free - len(own)))
    return rows, taken


def _parser(
    width: int, sign: str, coded: Collection[int]
) -> Callable[[Any], Sequence[Any]]:
    """Return what reads the columns of plain lines."""
    names = [str(place) for place in range(width)]
    kinds = [pa.dictionary(pa.int32(), pa.string()) if n in coded else pa.string() for n in range(width)]
    parsing = pa.csv.ParseOptions(delimiter=sign, ignore_empty_lines=False)
    converting = pa.csv.ConvertOptions(
        column_types=dict(zip(names, kinds, strict=True)), check_utf8=False, strings_can_be_null=False
    )

    def parse(data: Any) -> Sequence[Any]:  # noqa: ANN401
        if not data.size:
            return [pa.array([], kind) for kind in kinds]
        reading = pa.csv.ReadOptions(
            use_threads=False, block_size=data.size + 1, column_names=names
        )
        table = pa.csv.read_csv(pa.BufferReader(data), reading, parsing, converting)
        return [column.combine_chunks() for column in table.columns]

    return parse
