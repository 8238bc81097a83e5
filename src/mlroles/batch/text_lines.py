"""The lines of a text file, numbered and of bounded length."""

import io
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import BinaryIO

from mlroles.batch.rows import LONGEST_TEXT, is_text

MOST_LINES = 20
"""How many more lines a quoted cell may take before its quote counts as never closed."""


class Lines:
    """Numbered lines; what was looked at ahead still comes."""

    def __init__(self, numbered: Iterator[tuple[int, str]]) -> None:
        self._rest = numbered
        self._ahead: deque[tuple[int, str]] = deque()

    def __iter__(self) -> Iterator[tuple[int, str]]:
        while each := self._ahead.popleft() if self._ahead else next(self._rest, None):
            yield each

    def ahead(self) -> Iterator[str]:
        """Yield the lines that come next; they stay to come."""
        for place in range(MOST_LINES):
            if place == len(self._ahead):
                self._ahead.extend(islice(self._rest, 1))
            if place == len(self._ahead):
                return
            yield self._ahead[place][1]

    def skip(self, count: int) -> None:
        """Pass over so many of the lines that were looked at."""
        for _ in range(count):
            self._ahead.popleft()


class TextLines(Lines):
    """The lines of a text file."""

    def __init__(self, stream: BinaryIO, codec: str = "utf-8-sig") -> None:
        # A lone byte can be carried as half a character; half a pair of bytes cannot.
        errors = "replace" if codec.startswith("utf-16") else "surrogateescape"
        text = io.TextIOWrapper(stream, codec, errors=errors, newline="")
        self._text: io.TextIOBase = text
        self._number = 0
        super().__init__(self._numbered(text))

    def _numbered(self, text: io.TextIOWrapper) -> Iterator[tuple[int, str]]:
        try:
            while line := self._line():
                self._number += 1
                yield self._number, line
        finally:
            with suppress(ValueError):  # the stream is closed already
                text.detach()  # it is the caller's to close
            self._text = io.StringIO()

    def _line(self) -> str:
        """Return the next line; of one that is too long, only more than ``LONGEST_TEXT`` of it."""
        line = part = self._text.readline(LONGEST_TEXT + 1)
        while len(part) > LONGEST_TEXT and part[-1] not in "\r\n":
            part = self._text.readline(LONGEST_TEXT + 1)
        return line

    def piece(self, size: int) -> tuple[int, str]:
        """Return the number of the next line, and it and those after it: ``size`` letters or more.

        Its lines are whole, but those that are too long. The text is empty where nothing is left.
        """
        text = "".join(line for _, line in self._ahead)
        first = self._ahead[0][0] if self._ahead else self._number + 1
        self._ahead.clear()
        read = self._text.read(size)
        read += self._line() if read else ""
        self._number += _count(read)
        return first, text + read

    def again(self, first: int, text: str) -> None:
        """Let the lines of a piece come again, one by one."""
        lines = (line[: LONGEST_TEXT + 1] for line in io.StringIO(text, newline=""))
        self._ahead.extend(enumerate(lines, start=first))


def has_lone_return(text: str) -> bool:
    """Say whether a line ends with a carriage return alone, as on old machines."""
    return "\r" in text and text.count("\r") != text.count("\r\n")


def _count(text: str) -> int:
    """Return how many lines a text has."""
    ends = text.count("\n")
    if has_lone_return(text):
        ends += text.count("\r") - text.count("\r\n")
    return ends + bool(text and text[-1] not in "\r\n")


def wrong_text(line: str) -> str:
    """Return what is wrong with a line whatever its format; empty where nothing is."""
    if len(line) > LONGEST_TEXT:
        return f"the line is longer than {LONGEST_TEXT:,} characters"
    right = line.isascii() or (is_text(line) and "\ufffd" not in line)
    return (
        "" if right else "a letter on the line is broken: it is in another encoding than the rest"
    )
