"""Text that is read in pieces: lines that Arrow reads as we do, and lines that it might not.

Arrow gets the lines of which one look at their bytes says that it reads them as we do. Any other is
read as a small table reads it, so that what is said of a wrong line is said there alone.
"""

import io
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator
from typing import Any, Final

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from mlroles.batch.blocks import Block, Flags, blocks_of
from mlroles.batch.rows import LONGEST_TEXT, Row
from mlroles.batch.text_lines import MOST_LINES, Lines, TextLines, has_lone_return

PIECE: Final = 4_000_000
"""Characters that are looked at together."""

NEWLINE, RETURN, QUOTE = b'\n\r"'

Buffer = Any
"""Bytes of Arrow, which has no types."""

Places = NDArray[np.intp]

ReadRows = Callable[[Lines], Iterator[Row]]
"""Reads rows of lines one by one."""


class Piece:
    """Some lines as bytes: where each begins, and where its line break stands."""

    def __init__(self, text: str) -> None:
        """Take the text; the last line may lack its line break."""
        self._ascii = text.isascii()
        whole = text if text[-1] == "\n" else text + "\n"
        self.bytes = whole.encode("utf-8", "surrogatepass")
        self.data: NDArray[np.uint8] = np.frombuffer(self.bytes, np.uint8)
        self.ends = np.flatnonzero(self.data == NEWLINE)
        self.starts = np.concatenate([[0], self.ends[:-1] + 1])

    def only(self, lines: Flags) -> Buffer:
        """Return the bytes of these lines."""
        if lines.all():
            return pa.py_buffer(self.bytes)
        return pa.py_buffer(self.data[np.repeat(lines, self.ends - self.starts + 1)])

    def lines(self, places: Places) -> Places:
        """Return the lines in which these bytes stand."""
        return np.searchsorted(self.ends, places)

    def counts(self, places: Places) -> Places:
        """Return how many of these bytes stand in each line."""
        return np.diff(np.searchsorted(places, self.ends), prepend=0)

    def wrong(self) -> Flags:
        """Say which lines are too long, or hold a letter that is broken or half."""
        wrong: Flags = self.ends - self.starts >= LONGEST_TEXT
        if not self._ascii:
            data = np.append(self.data, [NEWLINE, NEWLINE])
            one, two, three = data[:-2], data[1:-1], data[2:]
            half = (one == 0xED) & (two >= 0xA0)  # noqa: PLR2004 - so UTF-8 writes D800 to DFFF
            sign = (one == 0xEF) & (two == 0xBF) & (three == 0xBD)  # noqa: PLR2004 - FFFD
            wrong[self.lines(np.flatnonzero(half | sign))] = True
        return wrong


class BlockReader(ABC):
    """Reads the rows of a text some at a time, ``width`` cells each."""

    def __init__(self, width: int, read: ReadRows) -> None:
        """Take how many cells a row has, and what reads the doubtful ones."""
        self.width = width
        self._read = read

    @abstractmethod
    def looked_at(self, piece: Piece) -> tuple[Flags, Flags]:
        """Say which lines are blank, and which Arrow might not read as we do."""

    @abstractmethod
    def parsed(self, data: Buffer, lines: NDArray[np.int64]) -> Block:
        """Return the rows of some plain lines, whose numbers are ``lines``."""

    def blocks(self, lines: TextLines) -> Iterator[Block]:
        """Yield the rows of all lines that are left."""
        first, text = lines.piece(PIECE)
        while text:
            if has_lone_return(text):  # lines that end so are not told apart here
                lines.again(first, text)
                yield from blocks_of(self._read(lines), self.width)
                return
            piece = Piece(text)
            blank, doubtful = self.looked_at(piece)
            doubtful = (doubtful | piece.wrong()) & ~blank
            rows: list[Row] = []
            if doubtful.any():
                rows, doubtful = self._odd_rows(text, first, doubtful, lines)
            plain = ~(doubtful | blank)
            if plain.any():
                block = self.parsed(piece.only(plain), np.flatnonzero(plain) + first)
                yield block.merged(Block.of(rows, self.width)) if rows else block
            elif rows:
                yield Block.of(rows, self.width)
            first, text = lines.piece(PIECE)

    def _odd_rows(
        self, text: str, first: int, doubtful: Flags, lines: TextLines
    ) -> tuple[list[Row], Flags]:
        """Return the rows that begin on doubtful lines, and which lines they take."""
        own = [*enumerate(io.StringIO(text, newline="\n"), start=first)]
        taken = doubtful.copy()
        rows = []
        free = 0
        for place in np.flatnonzero(doubtful).tolist():
            if place < free:  # the row before took this line
                continue
            some = own[place : place + 1 + MOST_LINES]
            if len(some) <= MOST_LINES:
                some += enumerate(lines.ahead(), start=first + len(own))
            local = Lines(iter(some))
            row = next(self._read(local), None)
            free = place + 1
            if row is not None and row.line == first + place:  # else nothing stands on it
                rows.append(row)
                free = place + len(some) - sum(1 for _ in local)
            taken[place:free] = True
        lines.skip(max(0, free - len(own)))
        return rows, taken
