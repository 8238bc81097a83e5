"""The few blocks that every screen is made of.

A view says *what* stands on a screen with these values; a walker (``terminal``, ``plain``,
``markdown``) decides how it looks. Nothing here knows a width, a colour or a format.

The blocks are named tuples because those are made several times faster than dataclasses, and
every start of the program makes them. What can stand where a plain tuple can stand as well
(``Phrase`` in a cell, ``Group`` among the rows) is a dataclass, so that the two are told apart.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple


@dataclass(frozen=True, slots=True)
class Phrase:
    """A run of text with what is known about it.

    ``role`` is the position of a role in its catalogue (it chooses a colour);
    ``gauge`` is (filled, of), drawn as dots before the text; ``notes`` are footnote numbers;
    ``disputed`` marks that the sources contradict one another.
    """

    text: str
    role: int | None = None
    strong: bool = False
    muted: bool = False
    gauge: tuple[int, int] | None = None
    notes: tuple[int, ...] = ()
    disputed: bool = False


Text = str | Phrase
Cell = str | Phrase | tuple[str | Phrase, ...]
"""What stands in a table's cell; a tuple is several items, each on a line of its own."""


class Heading(NamedTuple):
    """A title; level 1 opens a screen, level 2 a part of it."""

    text: Text
    level: int = 1


class Paragraph(NamedTuple):
    """Running text."""

    text: Text


class Fields(NamedTuple):
    """Labels, each with its value."""

    items: tuple[tuple[Text, Cell], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A row of a table that names the rows below it."""

    text: Text


class Table(NamedTuple):
    """Rows under headers; the first cell of a row is its label.

    Every row that is not a ``Group`` has as many cells as there are headers.
    """

    headers: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...] | Group, ...]


class Bar(NamedTuple):
    """A label and a share from 0 to 1, drawn to scale."""

    label: Text
    share: float


class Bars(NamedTuple):
    """Shares drawn one below the other, on one scale."""

    items: tuple[Bar, ...]


class Mark(NamedTuple):
    """A point on a scale, and what it is."""

    value: float
    text: Text


class Range(NamedTuple):
    """A label and the 10th, 25th, 50th, 75th and 90th percentile, drawn to scale.

    ``note`` says what the figures rest on and always stands beside them.
    """

    label: Text
    percentiles: tuple[float, float, float, float, float]
    note: Text = ""
    marks: tuple[Mark, ...] = ()


class Ranges(NamedTuple):
    """Ranges drawn one below the other on one axis; a ``Group`` names those below it."""

    items: tuple[Range | Group, ...]


class Items(NamedTuple):
    """A list; a ``sign`` such as ``+`` or ``−`` stands before an item in place of the bullet."""

    items: tuple[Cell, ...]
    signs: tuple[str, ...] = ()


class Footnote(NamedTuple):
    """A numbered source; ``address`` is its id, under which more of it is found."""

    number: int
    text: str
    address: str


class Footnotes(NamedTuple):
    """The numbered sources of a screen, and what the dispute mark means where it was used."""

    items: tuple[Footnote, ...]
    disputed: str = ""


class Command(NamedTuple):
    """A command of mlroles: its name, its arguments and its options, word by word."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        """Return the command as it is typed in a shell."""
        from shlex import join

        return join(("mlroles", *self.words))


def command(*words: str) -> Command:
    """Return the command of these words."""
    return Command(words)


class Next(NamedTuple):
    """Commands worth trying from here."""

    commands: tuple[Command, ...]


Block = Heading | Paragraph | Fields | Table | Bars | Ranges | Items | Footnotes | Next


class Document(NamedTuple):
    """One screen, from top to bottom."""

    blocks: tuple[Block, ...]

    def suggesting(
        self, options: tuple[str, ...], leads_on: Callable[[Command], bool]
    ) -> "Document":
        """Return the screen with ``options`` repeated in each command that it suggests.

        They stand before the command's name, where every command takes them. A command of which
        ``leads_on`` says no is not suggested.
        """
        return Document(
            tuple(
                Next(
                    tuple(
                        Command((*options, *each.words))
                        for each in block.commands
                        if leads_on(each)
                    )
                )
                if isinstance(block, Next)
                else block
                for block in self.blocks
            )
        )
