"""A document as HTML: one page that needs nothing from anywhere, or a part of a larger page.

What stands in a document is text: it is cleaned and escaped in one place, and never becomes
markup, an address or a style.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import zip_longest
from typing import Final, NamedTuple, assert_never

from mlroles.palette import PALETTE
from mlroles.render import pictures
from mlroles.render.document import (
    Bars,
    Block,
    Cell,
    Command,
    Document,
    Fields,
    Footnotes,
    Group,
    Heading,
    Intervals,
    Items,
    Next,
    Paragraph,
    Phrase,
    Range,
    Ranges,
    Sign,
    Table,
    Text,
)
from mlroles.render.html_page import html_page
from mlroles.render.phrases import dots, phrase, phrases
from mlroles.text import clean, percentages, whole

MANY: Final = 5
"""A table of so many columns becomes records earlier than others, where there is little room."""

DEEPEST: Final = 6
"""The lowest level of a heading in HTML."""


class Link(NamedTuple):
    """A place in the page, and what stands there."""

    address: str
    title: str


def _no_anchor(words: str) -> str:  # noqa: ARG001 - nothing leads to a part of a page by itself
    return ""


def _nowhere(command: Command) -> Link | None:  # noqa: ARG001 - a page by itself has no other places
    return None


@dataclass(frozen=True)
class Place:
    """Where a document stands in a page that holds several.

    ``name`` begins the ids of its footnotes; ``depth`` is how much lower its headings are; ``find``
    says where in the page is what a command shows, None where it is nowhere; ``anchor`` gives what
    begins with these words an id that links lead to, or nothing.
    """

    name: str = ""
    depth: int = 0
    find: Callable[[Command], Link | None] = _nowhere
    anchor: Callable[[str], str] = _no_anchor


def to_html(document: Document) -> str:
    """Return ``document`` as a whole page, ended by one newline."""
    heads = (block.text for block in document.blocks if isinstance(block, Heading))
    title = phrase(next(heads, "mlroles")).text or "mlroles"
    return html_page(title, f"<main>\n{to_part(document, Place())}\n</main>")


def to_part(document: Document, place: Place) -> str:
    """Return ``document`` as a part of a page."""
    walker = _Walker(place)
    return "\n".join(line for block in document.blocks for line in walker.block(block))


def openings(document: Document) -> Iterator[str]:
    """Yield the words of whatever ``Place.anchor`` is asked about, as they are shown."""
    for block in document.blocks:
        match block:
            case Heading():
                yield phrase(block.text).text
            case Fields():
                yield from (phrase(label).text for label, _ in block.items)
            case Table():
                rows = (row for row in block.rows if not isinstance(row, Group))
                yield from (each.text for row in rows for each in phrases(row[0])[:1])
            case _:
                pass


class _Walker:
    """Writes the blocks of one document."""

    def __init__(self, place: Place) -> None:
        self._place = place
        self._caption = ""
        """The words of the last heading, which name the tables under it."""

    def block(self, block: Block) -> Iterator[str]:  # noqa: C901 - a case for each block
        """Yield a block, line by line."""
        match block:
            case Heading():
                yield self._heading(block)
            case Paragraph():
                yield f"<p>{self._text(block.text)}</p>"
            case Fields():
                yield from self._fields(block)
            case Table():
                yield from self._table(block)
            case Bars():
                yield from self._bars(block)
            case Ranges():
                yield from self._ranges(block)
            case Intervals():
                yield from self._intervals(block)
            case Items():
                yield from self._items(block)
            case Footnotes():
                yield from self._footnotes(block)
            case Next():
                yield from self._next(block)
            case _:
                assert_never(block)

    def _heading(self, heading: Heading) -> str:
        words = self._text(heading.text, strong=False)
        self._caption = escape(phrase(heading.text).text)
        level = min(heading.level + self._place.depth, DEEPEST)
        return f"<h{level}{self._anchor(heading.text)}>{words}</h{level}>"

    def _fields(self, block: Fields) -> Iterator[str]:
        yield "<dl>"
        for label, value in block.items:
            term = f"<dt{self._anchor(label)}>{self._text(label, strong=False)}</dt>"
            yield f"{term}<dd>{self._cell(value)}</dd>"
        yield "</dl>"

    def _items(self, block: Items) -> Iterator[str]:
        yield "<ul>"
        for item, sign in zip_longest(block.items, block.signs[: len(block.items)], fillvalue=""):
            before = f"{escape(clean(str(sign)))} " if sign else ""
            yield f"<li>{before}{self._cell(item)}</li>"
        yield "</ul>"

    # Tables and pictures ----------------------------------------------------------------------

    def _table(self, table: Table) -> Iterator[str]:
        yield self._opened(*(self._text(each, strong=False) for each in table.headers))
        columns = [_of(phrase(each).text) for each in table.headers]
        for row in table.rows:
            if isinstance(row, Group):
                yield self._group(row, len(table.headers))
                continue
            first, *others = (self._cell(each) for each in row)
            own = next((self._anchor(each) for each in phrases(row[0])), "")
            cells = (
                f"<td{of if each else ''}>{each}</td>"
                for of, each in zip(columns[1:], others, strict=True)
            )
            yield f'<tr><th scope="row"{own}>{first}</th>{"".join(cells)}</tr>'
        yield _CLOSED

    def _opened(self, *headers: str, figures: frozenset[int] = frozenset()) -> str:
        """Return the start of a table; ``figures`` are the places of columns of numbers."""
        cells = (
            f'<th scope="col"{_FIGURE if place in figures else ""}>{each}</th>'
            if each
            else "<td></td>"
            for place, each in enumerate(headers)
        )
        kind = ' class="many"' if len(headers) >= MANY else ""
        caption = f"<caption>{self._caption}</caption>" if self._caption else ""
        return f"<table{kind}>{caption}<thead><tr>{''.join(cells)}</tr></thead><tbody>"

    def _group(self, group: Group, columns: int) -> str:
        said = self._text(group.text, strong=False)
        return f'<tr><th scope="rowgroup" colspan="{columns}">{said}</th></tr>'

    def _bars(self, block: Bars) -> Iterator[str]:
        if not block.items:
            return
        yield self._opened("", "", "share", figures=frozenset({2}))
        shares = [bar.share for bar in block.items]
        for bar, percent in zip(block.items, percentages(shares), strict=True):
            yield self._row(bar.label, pictures.bar(percent), {"share": f"{percent} %"})
        yield _CLOSED

    def _intervals(self, block: Intervals) -> Iterator[str]:
        if not block.items:
            return
        yield self._opened("", "", "share", "95 % interval", "", figures=frozenset({2, 3}))
        for item in block.items:
            figures = {
                "share": f"{whole(100 * item.share)} %",
                "95 % interval": f"{whole(100 * item.low)} to {whole(100 * item.high)} %",
            }
            yield self._row(item.label, pictures.interval(item), figures, note=item.note)
        yield _CLOSED

    def _ranges(self, block: Ranges) -> Iterator[str]:
        if not block.items:
            return
        own = [each for each in block.items if isinstance(each, Range)]
        least = min((each.percentiles[0] for each in own), default=0.0)
        most = max((each.percentiles[4] for each in own), default=1.0)
        yield self._opened("", "", *_PERCENTILES, "", figures=frozenset(range(2, 7)))
        for item in block.items:
            if isinstance(item, Group):
                yield self._group(item, 8)
                continue
            figures = dict(zip(_PERCENTILES, map(whole, item.percentiles), strict=True))
            drawn = pictures.spread(item, least, most)
            yield self._row(item.label, drawn, figures, note=item.note)
        yield _CLOSED

    def _row(
        self, label: Text, drawn: str, figures: dict[str, str], note: Text | None = None
    ) -> str:
        role = phrase(label).role
        style = "" if role is None else f' class="{_role(role)}"'
        cells = "".join(
            f"<td{_FIGURE}{_of(name)}>{escape(each)}</td>" for name, each in figures.items()
        )
        said = "" if note is None else f"<td>{self._text(note)}</td>"
        head = f'<th scope="row">{self._text(label)}</th>'
        return f"<tr>{head}<td{style}>{drawn}</td>{cells}{said}</tr>"

    # Text -------------------------------------------------------------------------------------

    def _cell(self, cell: Cell) -> str:
        return "<br>".join(self._text(item) for item in phrases(cell))

    def _text(self, text: Text, *, strong: bool | None = None) -> str:
        """Return a text with its dots before it and its marks after it."""
        if isinstance(text, str):  # as most are
            return escape(clean(text))
        said = phrase(text)
        words = escape(said.text)
        kinds = [] if said.role is None else [_role(said.role)]
        kinds += ["muted"] if said.muted else []
        if words and kinds:
            words = f'<span class="{" ".join(kinds)}">{words}</span>'
        if words and (said.strong if strong is None else strong):
            words = f"<strong>{words}</strong>"
        parts = [_gauge(said), words]
        if said.contradicted:
            parts.append("✗")
        if said.disputed:
            parts.append("≠")
        parts += (f"<sup>{self._note(each)}</sup>" for each in said.notes)
        return " ".join(filter(None, parts))

    def _anchor(self, text: Text) -> str:
        """Return the attribute by which links lead to what begins with a text."""
        own = self._place.anchor(phrase(text).text)
        return f' id="{escape(own)}"' if own else ""

    def _note(self, number: int) -> str:
        return f'<a href="#{self._id(number)}">{number}</a>'

    def _id(self, number: int) -> str:
        return f"{self._place.name}note{number}"

    # What stands at the end -------------------------------------------------------------------

    def _footnotes(self, block: Footnotes) -> Iterator[str]:
        yield "<footer>"
        if block.items:
            yield "<ol>"
            for number, text, address in block.items:
                said = escape(clean(text))
                link = self._place.find(Command(("sources", address)))
                if link:
                    said = f'<a href="{escape(link.address)}">{said}</a>'
                else:
                    said += f" (<code>mlroles sources {escape(clean(address))}</code>)"
                yield f'<li id="{self._id(number)}" value="{number}">{said}</li>'
            yield "</ol>"
        for sign in block.legend:
            yield f"<p>{escape(clean(sign.sign))} {self._meaning(sign)}</p>"
        yield "</footer>"

    def _meaning(self, sign: Sign) -> str:
        """Return what a sign means, with a link in place of the command that says more of it."""
        before, command, words = sign.meaning.partition(f"{_PROGRAM} ")
        link = self._place.find(Command(tuple(words.split()))) if command else None
        if link is None:
            return escape(clean(sign.meaning))
        return f"{escape(clean(before))}{_anchor(link)}"

    def _next(self, block: Next) -> Iterator[str]:
        if not block.commands:
            return
        found = [(each, self._place.find(each)) for each in block.commands]
        links = dict.fromkeys(link for _, link in found if link)
        if links:
            yield '<ul class="next">'
            yield from (f"<li>{_anchor(each)}</li>" for each in links)
            yield "</ul>"
        elif self._place.name == "":
            yield '<nav class="next" aria-label="Next"><p>Next:</p>'
            yield from (f"<code>{escape(clean(str(each)))}</code>" for each in block.commands)
            yield "</nav>"


_PROGRAM: Final = "mlroles"
_CLOSED: Final = "</tbody></table>"
_FIGURE: Final = ' class="figure"'
_PERCENTILES: Final = ("10 %", "25 %", "median", "75 %", "90 %")


def _anchor(link: Link) -> str:
    return f'<a href="{escape(link.address)}">{escape(clean(link.title))}</a>'


def _of(header: str) -> str:
    """Return the attribute that names a cell's column, for where a row becomes a record."""
    return f' data-of="{escape(header)}"' if header else ""


def _role(place: int) -> str:
    return f"role{place % len(PALETTE)}"


def _gauge(said: Phrase) -> str:
    if said.gauge is None:
        return ""
    filled, of = said.gauge
    drawn = dots(said.gauge)
    return f'<span class="gauge" role="img" aria-label="{filled} of {of}">{drawn}</span>'
