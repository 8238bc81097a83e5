"""The rows of a CSV table some at a time, read by Arrow."""

import numpy as np
import pyarrow as pa
import pyarrow.csv
from numpy.typing import NDArray

from mlroles.batch.blocks import Block, Flags
from mlroles.batch.pieces import (
    NEWLINE,
    QUOTE,
    RETURN,
    BlockReader,
    Buffer,
    Piece,
    Places,
    ReadRows,
)
from mlroles.batch.rows import LONGEST_TEXT


class CsvBlocks(BlockReader):
    """Reads rows of so many cells, between which ``sign`` stands, one character of ASCII."""

    def __init__(self, width: int, read: ReadRows, sign: str) -> None:
        """Take what ``BlockReader`` takes, and the sign."""
        super().__init__(width, read)
        self._sign = ord(sign)
        self._blank = f' ,"\t\r\n{sign}'.encode()
        self._names = [str(place) for place in range(width)]
        self._parsing = pa.csv.ParseOptions(delimiter=sign, ignore_empty_lines=False)
        self._converting = pa.csv.ConvertOptions(
            column_types=dict.fromkeys(self._names, pa.string()),
            check_utf8=False,
            strings_can_be_null=False,
        )

    def looked_at(self, piece: Piece) -> tuple[Flags, Flags]:
        """Say which lines are blank, and which Arrow might not read as we do."""
        signs = np.flatnonzero(piece.data == self._sign)
        quotes = np.flatnonzero(piece.data == QUOTE)
        doubtful = np.zeros(len(piece.ends), bool)
        if len(quotes):
            first = np.searchsorted(quotes, piece.starts)
            doubtful |= self._misquoted(piece, quotes, first)
            inside = np.searchsorted(quotes, signs) - first[piece.lines(signs)]
            signs = signs[inside % 2 == 0]
        doubtful |= piece.counts(signs) != self.width - 1
        return self._are_blank(piece), doubtful

    def parsed(self, data: Buffer, lines: NDArray[np.int64]) -> Block:
        """Return the rows of some plain lines, whose numbers are ``lines``."""
        reading = pa.csv.ReadOptions(
            use_threads=False, block_size=data.size + 1, column_names=self._names
        )
        table = pa.csv.read_csv(pa.BufferReader(data), reading, self._parsing, self._converting)
        return Block([column.combine_chunks() for column in table.columns], lines)

    def _are_blank(self, piece: Piece) -> Flags:
        """Say which lines hold nothing but separators, spaces and quotation marks."""
        blank = np.zeros(len(piece.ends), bool)
        for line in np.flatnonzero(np.isin(piece.data[piece.starts], [*self._blank])):
            text = piece.bytes[piece.starts[line] : piece.ends[line]]
            blank[line] = len(text) < LONGEST_TEXT and not text.strip(self._blank)
        return blank

    def _misquoted(self, piece: Piece, quotes: Places, first: Places) -> Flags:
        """Say in which lines a quotation mark stands where none may, or is not closed.

        A mark opens a cell at its beginning, closes it at its end, or stands beside another.
        ``first`` is for each line which is the first of its marks.
        """
        lines = piece.lines(quotes)
        opens = (np.arange(len(quotes)) - first[lines]) % 2 == 0
        # Before a mark at the very beginning stands, so to say, the last line break.
        beside = np.where(opens, piece.data[quotes - 1], piece.data[quotes + 1])
        right = (beside == self._sign) | (beside == NEWLINE) | (beside == QUOTE)
        right |= ~opens & (beside == RETURN)
        misquoted: Flags = piece.counts(quotes) % 2 == 1
        misquoted[lines[~right]] = True
        return misquoted
