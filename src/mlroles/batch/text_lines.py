"""The lines of a text file, numbered and of bounded length."""

import io
from collections import deque
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import BinaryIO

from mlroles.batch.rows import LONGEST_TEXT, is_text

MOST_LINES = 20
"""How many more lines a quoted cell may take before its quote counts as never closed."""


class Lines:
    """The lines of a text with their numbers; what was looked at ahead still comes."""

    def __init__(self, stream: BinaryIO, codec: str = "utf-8-sig") -> None:
        # A lone byte can be carried as half a character; half a pair of bytes cannot.
        errors = "replace" if codec.startswith("utf-16") else "surrogateescape"
        text = io.TextIOWrapper(stream, codec, errors=errors, newline="")
        self._rest = enumerate(_bounded(text), start=1)
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


def _bounded(text: io.TextIOWrapper) -> Iterator[str]:
    """Yield each line; of a line that is too long, only more than ``LONGEST_TEXT`` of it."""
    try:
        for line in iter(partial(text.readline, LONGEST_TEXT + 1), ""):
            yield line
            part = line
            while len(part) > LONGEST_TEXT and part[-1] not in "\r\n":
                part = text.readline(LONGEST_TEXT + 1)
    finally:
        with suppress(ValueError):  # the stream is closed already
            text.detach()  # it is the caller's to close


def wrong_text(line: str) -> str:
    """Return what is wrong with a line whatever its format; empty where nothing is."""
    if len(line) > LONGEST_TEXT:
        return f"the line is longer than {LONGEST_TEXT:,} characters"
    right = line.isascii() or (is_text(line) and "\ufffd" not in line)
    return (
        "" if right else "a letter on the line is broken: it is in another encoding than the rest"
    )
