"""One menu: what can be chosen, where the pointer is, and how it looks at any size.

It knows no terminal: it is moved by calls, and drawn as runs of text. So it can be drawn anew
whenever the terminal changes its size.
"""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from mlroles.text import clean, encodable

T = TypeVar("T")

Tokens = list[tuple[str, str]]
"""Runs of text, each after its style."""

NARROWEST, WIDEST = 16, 100
"""Columns that text is set in: a longer line is hard to read, a shorter one is none."""

FEWEST = 3
"""Lines that are left to the choices, however small the terminal is."""

BOLD, ITALIC, MUTED = "bold", "italic", ""
POINTER, TICKED, EMPTY = ">", "●", "○"
INSET = "  "
"""How much further in that stands which stands under a row."""


@dataclass(frozen=True, slots=True)
class Row(Generic[T]):
    """A choice, what it stands for, what stands under it, and a mark that both hang beside."""

    text: str
    value: T
    under: str = ""
    mark: str = ""


@dataclass
class Menu(Generic[T]):
    """Rows of which one is chosen by the pointer, or several by ticks.

    ``above`` stands over the ``message`` and ``below`` under the rows, a paragraph each;
    ``picture`` comes last, in lines that the caller has set. ``note`` and ``fault`` come and go.
    ``ticks`` are the rows that are ticked; None where one row is chosen.
    """

    message: str
    rows: Sequence[Row[T]]
    pointer: int = 0
    ticks: set[int] | None = None
    above: Sequence[str] = ()
    below: Sequence[str] = ()
    picture: Tokens = field(default_factory=list)
    note: str = ""
    fault: str = ""
    encoding: str = "utf-8"
    typed: str = ""
    """The digits of a number that is being typed."""

    def move(self, steps: int) -> None:
        """Move the pointer up or down; past an end it comes in at the other."""
        self.typed = ""
        self.pointer = (self.pointer + steps) % len(self.rows)

    def go(self, place: int) -> None:
        """Put the pointer on the row at ``place``, counted from the end where it is negative."""
        self.typed = ""
        self.pointer = place % len(self.rows)

    def type(self, digit: str) -> None:
        """Put the pointer on the row of the number that is being typed, if there is one."""
        number = self.typed + digit
        if not 1 <= int(number) <= len(self.rows):
            number = digit
        if 1 <= int(number) <= len(self.rows):
            self.go(int(number) - 1)
            self.typed = number

    def tick(self) -> None:
        """Tick the row under the pointer, or take its tick away."""
        if self.ticks is not None:
            self.ticks ^= {self.pointer}
            self.fault = ""

    @property
    def chosen(self) -> tuple[T, ...]:
        """What is chosen: the rows ticked, in their order, or the one under the pointer."""
        places = [self.pointer] if self.ticks is None else sorted(self.ticks)
        return tuple(self.rows[place].value for place in places)

    def draw(self, columns: int, lines: int) -> Tokens:
        """Return the menu as it stands, each line within ``columns`` and, if it can, in ``lines``.

        Where the rows do not fit, those around the pointer are drawn, and marks say how many
        there are above and below.
        """
        width = max(NARROWEST, min(columns, WIDEST)) - 1
        top: Tokens = [
            *((MUTED, line) for text in self.above for line in self._wrapped(text, width)),
            *((BOLD, line) for line in self._wrapped(self.message, width)),
            ("", ""),
        ]
        bottom: Tokens = [
            *((MUTED, line) for text in self.below for line in self._wrapped(text, width)),
            *(
                (ITALIC, line)
                for text in (self.fault, self.note)
                for line in self._note(text, width)
            ),
        ]
        room = lines - len(top) - len(bottom) - sum(text.count("\n") for _, text in self.picture)
        drawn = [*top, *self._rows(width, max(room, FEWEST)), *bottom]
        tokens: Tokens = []
        for style, line in drawn:
            tokens += [("", "\n"), (style, line)] if tokens else [(style, line)]
        return [(style, encodable(run, self.encoding)) for style, run in (*tokens, *self.picture)]

    def _rows(self, width: int, room: int) -> Iterator[tuple[str, str]]:
        blocks = [self._row(place, width) for place in range(len(self.rows))]
        first, last = _around(self.pointer, [len(block) for block in blocks], room)
        if first:
            yield MUTED, f"   ↑ {first} more"
        for place in range(first, last + 1):
            style = BOLD if place == self.pointer else ""
            yield from ((style, line) for line in blocks[place])
        if after := len(blocks) - 1 - last:
            yield MUTED, f"   ↓ {after} more"

    def _row(self, place: int, width: int) -> list[str]:
        pointer = POINTER if place == self.pointer else " "
        sign = "" if self.ticks is None else f"{TICKED if place in self.ticks else EMPTY} "
        row = self.rows[place]
        lead = f" {pointer} {sign}{row.mark}"
        rest = " " * len(lead)
        return [
            *_lines(self._said(row.text), width, lead, rest),
            *_lines(self._said(row.under), width, rest + INSET, rest + INSET),
        ]

    def _note(self, text: str, width: int) -> list[str]:
        return ["", *self._wrapped(text, width)] if text else []

    def _wrapped(self, text: str, width: int) -> list[str]:
        return _lines(self._said(text), width, " ", " ") or [""]

    def _said(self, text: str) -> str:
        """Return ``text`` clean, and as long as it will be on the terminal."""
        return encodable(clean(text), self.encoding)


def _lines(text: str, width: int, first: str, rest: str) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=first, subsequent_indent=rest)


def _around(pointer: int, heights: Sequence[int], room: int) -> tuple[int, int]:
    """Return the first and the last of the rows to draw so that they and their marks fit."""
    if sum(heights) <= room:
        return 0, len(heights) - 1
    first = last = pointer
    left = room - heights[pointer] - 2  # a mark above and one below
    for _ in heights:
        if last + 1 < len(heights) and heights[last + 1] <= left:
            last += 1
            left -= heights[last]
        if first > 0 and heights[first - 1] <= left:
            first -= 1
            left -= heights[first]
    return first, last
