"""A document on a terminal: colours, columns and rules, with Rich for the colours.

The layout is our own, because here no word is ever cut: a column is at least as wide as its
longest word, and a table that does not fit becomes records, one below the other. Only a word
longer than the whole line is folded.
"""

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, groupby, zip_longest
from operator import itemgetter
from typing import NamedTuple, assert_never

from rich.cells import cell_len, chop_cells
from rich.color import Color
from rich.console import Console
from rich.segment import Segment, Segments
from rich.style import Style

from mlroles.palette import MUTED, PALETTE
from mlroles.render.document import (
    Bars,
    Block,
    Cell,
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
    Table,
    Text,
)
from mlroles.render.phrases import dots, phrase, phrases
from mlroles.text import clean, encodable, percentages, superscript, whole

MOST_WORDS = 4096
"""So many words of a style are kept."""

MEASURE = 88
"""The longest line of running text: longer ones are hard to read."""

_NARROW = 60
"""Below this many columns a table whose cells would have to wrap becomes records."""
_LEAST_COLUMN = 14
"""A column whose cells wrap is at least this wide."""
_MOST_COLUMNS = 6
"""A table with more columns becomes records: five things beside a label can be compared."""
_IN_SIGHT = 20
"""After so many lines of a table of roles their names stand again, so that no screen lacks them."""
_GAP = 2
_LONGEST_BAR, _SHORTEST_BAR = 40, 8
_PERCENT = 5  # the width of "100 %"
PERCENT = (0.0, 100.0)
"""What an axis of shares shows, whatever the shares."""

_SHORTEST_PLOT = 24
_TICK = 10
"""About how many columns there are from one number of an axis to the next."""

_NORMAL = Style.null()
_STRONG = Style(bold=True)
_MUTED = Style(color=Color.from_ansi(MUTED.number))


class Word(NamedTuple):
    """A run of characters in one style, so many cells wide: a word, or the space between two."""

    text: str
    style: Style
    width: int


_text_of, _style_of = itemgetter(0), itemgetter(1)

Unit = tuple[Word, ...]
"""Words that stay on one line where the width allows it."""

Line = list[Word]


class Content(NamedTuple):
    """What stands in a cell, measured: as wide as it likes to be, and as it has to be."""

    items: list[list[Unit]]
    natural: int
    least: int


def render(document: Document, console: Console) -> None:
    """Write ``document`` to ``console``, in its width and in what its encoding can carry."""
    lines = _page(document.blocks, Medium(console.width, console.encoding))
    console.print(Segments(_segments(lines)), crop=False, end="")


def _segments(lines: Iterable[Line]) -> Iterator[Segment]:
    for line in lines:
        for style, words in groupby(line, key=_style_of):
            yield Segment("".join(map(_text_of, words)), style)
        yield Segment.line()


@lru_cache
def _style(role: int | None, strong: bool, muted: bool) -> Style:
    colour = None if role is None else PALETTE[role % len(PALETTE)]
    colour = MUTED if muted else colour
    return Style(color=colour and Color.from_ansi(colour.number), bold=strong or None)


@dataclass(frozen=True, slots=True)
class Medium:
    """What is written on: so many columns, in an encoding. It turns text into units."""

    width: int
    encoding: str

    @property
    def inset(self) -> int:
        """How far a part stands in from what it belongs to."""
        return min(2, self.width // 8)

    def inside(self, indent: int) -> "Medium":
        """Return what is left of this medium to the right of ``indent``."""
        return Medium(self.width - indent, self.encoding)

    def words(self, text: str, style: Style = _NORMAL) -> Unit:
        """Return the words of clean ``text``, in characters that can be written."""
        written = encodable(text, self.encoding)
        known = _words_in(style)
        return tuple([known[word] for word in written.split(" ") if word])

    def units(self, text: Text, *, strong: bool = False, muted: bool = False) -> list[Unit]:
        """Return a text as units: its dots stay with its first word, its marks with its last."""
        said = phrase(text)
        style = _style(said.role, said.strong or strong, said.muted or muted)
        units: list[Unit] = []
        for word in self.words(said.text, style):
            if word.text.startswith("%") and units:  # it stays with its number
                units[-1] += (word,)
            else:
                units.append((word,))
        units = units or [()]
        units[0] = self._gauge(said, style) + units[0]
        units[-1] += self._marks(said)
        return [unit for unit in units if unit]

    def _gauge(self, said: Phrase, style: Style) -> Unit:
        if said.gauge is None:
            return ()
        return self.words(dots(said.gauge), style)

    def _marks(self, said: Phrase) -> Unit:
        if not (said.notes or said.disputed or said.contradicted):
            return ()
        notes = " ".join(superscript(number, self.encoding) for number in said.notes)
        signs = "✗" * said.contradicted + "≠" * said.disputed
        return self.words(signs, _STRONG) + self.words(notes, _MUTED)

    def content(self, cell: Cell, *, strong: bool = False, muted: bool = False) -> Content:
        """Return what stands in ``cell``, measured."""
        items = [self.units(item, strong=strong, muted=muted) for item in phrases(cell)]
        hang = _GAP if len(items) > 1 else 0
        widths = [[_unit_width(unit) for unit in item] for item in items]
        return Content(
            items,
            natural=max((sum(each) + len(each) - 1 for each in widths), default=0),
            least=hang + max(chain(*widths), default=0),
        )


# Lines ---------------------------------------------------------------------------------------


class _Words(dict[str, Word]):
    """Words in one style, as they are met: a long table has few different ones."""

    def __init__(self, style: Style) -> None:
        super().__init__()
        self._style = style

    def __missing__(self, text: str) -> Word:
        word = Word(text, self._style, cell_len(text))
        if len(self) < MOST_WORDS:
            self[text] = word
        return word


_words_in = lru_cache(_Words)  # to look up a style takes longer than to look up a word in it


def _word(text: str, style: Style = _NORMAL) -> Word:
    return _words_in(style)[text]


@lru_cache
def _space(width: int, style: Style = _NORMAL) -> Word:
    return Word(" " * width, style, width)


def _line_width(line: Sequence[Word]) -> int:
    return sum([word.width for word in line])


def _unit_width(unit: Unit) -> int:
    """Return how wide the words are with a space between each two."""
    if len(unit) == 1:
        return unit[0].width
    return _line_width(unit) + len(unit) - 1


def _fill(
    units: Iterable[Unit], width: int, hang: int = 0, gap: int = 1, measure: int | None = None
) -> list[Line]:
    """Return ``units`` on lines of ``width``; all but the first line stand in by ``hang``.

    ``gap`` is the space between two units. A unit wider than a line gives up its words one
    by one, a word wider than a line is folded. Lines longer than ``measure`` are made only
    for a unit that needs them.
    """
    hang = min(hang, width // 4)
    full = min(width, measure or width)
    lines: list[Line] = []
    line: Line = []
    room = full
    for space, piece in _pieces(filter(None, units), width - hang, gap):
        needed = _unit_width(piece)
        if line and space + needed > room:
            lines.append(line)
            line, room = [], full - hang
        if line and space:
            line.append(_space(space, piece[0].style))
            room -= space
        line += _spaced(piece)
        room -= needed
    if line:
        lines.append(line)
    return [*lines[:1], *_indented(lines[1:], hang)]


def _prose(units: Iterable[Unit], medium: Medium, hang: int = 0, gap: int = 1) -> list[Line]:
    """Return running text on lines that can be read with ease."""
    return _fill(units, medium.width, hang, gap, MEASURE)


def _pieces(units: Iterable[Unit], room: int, gap: int) -> Iterator[tuple[int, Unit]]:
    """Yield what is put on a line as one, no wider than ``room``, with the space before it."""
    for unit in units:
        if _unit_width(unit) <= room:
            yield gap, unit
            continue
        space = gap
        for word in unit:
            for part in _folded(word, room):
                yield space, (part,)
                space = 0
            space = 1


def _folded(word: Word, room: int) -> Iterator[Word]:
    if word.width <= room:
        yield word
    else:
        for part in filter(None, chop_cells(word.text, max(room, 1))):
            yield _word(part, word.style)


def _spaced(unit: Unit) -> Sequence[Word]:
    if len(unit) == 1:
        return unit
    words: list[Word] = []
    for word in unit:
        # A space is in the style of what follows, so that a run of one style stays one run.
        words += (_words_in(word.style)[" "], word)
    return words[1:]


def _strong(lines: Iterable[Line]) -> list[Line]:
    return [[word._replace(style=word.style + _STRONG) for word in line] for line in lines]


def _indented(lines: Iterable[Line], indent: int) -> list[Line]:
    return [[_space(indent), *line] if indent and line else line for line in lines]


# Blocks --------------------------------------------------------------------------------------


def _page(blocks: Sequence[Block], medium: Medium) -> Iterator[Line]:
    """Yield the lines of a screen: a blank line between blocks, parts set in below their title."""
    started = False
    under_title = False
    indent = 0
    for block in blocks:
        if isinstance(block, Heading | Footnotes | Next):
            indent = 0
        lines = list(_block(block, medium.inside(indent)))
        if lines and started and not under_title:
            yield []
        yield from _indented(lines, indent)
        started = started or bool(lines)
        under_title = isinstance(block, Heading) and block.level > 1
        if under_title:
            indent = medium.inset


def _block(block: Block, medium: Medium) -> Iterator[Line]:  # noqa: C901 - a case for each block
    match block:
        case Heading():
            yield from _prose(medium.units(block.text, strong=True), medium)
        case Paragraph():
            yield from _prose(medium.units(block.text), medium)
        case Fields():
            yield from _fields(block, medium)
        case Table():
            yield from _table(block, medium)
        case Bars():
            yield from _bars(block, medium)
        case Ranges():
            yield from _ranges(block, medium)
        case Intervals():
            yield from _intervals(block, medium)
        case Items():
            yield from _items(block, medium)
        case Footnotes():
            yield from _footnotes(block, medium)
        case Next():
            yield from _next(block, medium)
        case _:
            assert_never(block)


def _fields(block: Fields, medium: Medium) -> list[Line]:
    rows = [
        [medium.content(label, muted=True), medium.content(value)] for label, value in block.items
    ]
    widths = _column_widths(rows, min(medium.width, MEASURE))
    if widths is None:
        return [line for label, value in rows for line in _entry(label, value, medium)]
    return [line for row in rows for line in _row(row, widths)]


def _items(block: Items, medium: Medium) -> list[Line]:
    lines: list[Line] = []
    signs = block.signs[: len(block.items)]
    for cell, sign in zip_longest(block.items, signs, fillvalue=""):
        bullet = medium.words(clean(str(sign)) or "•", _STRONG if sign else _MUTED)
        first, *others = medium.content(cell).items or [[]]
        glued = [bullet + first[0], *first[1:]] if first else [bullet]
        hang = _unit_width(bullet) + 1
        lines += _prose(glued, medium, hang)
        for item in others:
            hang = min(hang, medium.width // 4)
            lines += _indented(_prose(item, medium.inside(hang)), hang)
    return lines


def _footnotes(block: Footnotes, medium: Medium) -> list[Line]:
    notes = [
        medium.words(f"{superscript(number, medium.encoding)} {clean(text)}", _MUTED)
        for number, text, _ in block.items
    ]
    lines = _prose(notes, medium, gap=3)
    for sign, meaning in block.legend:
        words = medium.words(clean(f"{sign} {meaning}"), _MUTED)
        lines += _prose([(word,) for word in words], medium, _GAP)
    return lines


def _next(block: Next, medium: Medium) -> list[Line]:
    commands = [medium.words(clean(str(command))) for command in block.commands]
    dot = medium.words("·", _MUTED)
    units = [*(command + dot for command in commands[:-1]), *commands[-1:]]
    label = medium.words("Next:", _MUTED)
    return _prose([label, *units], medium, _unit_width(label) + 1) if units else []


def _bars(block: Bars, medium: Medium) -> list[Line]:
    labels = [medium.content(bar.label) for bar in block.items]
    shares = percentages([bar.share for bar in block.items])
    column = max((label.natural for label in labels), default=0)
    beside = min(_LONGEST_BAR, medium.width - column - 2 * _GAP - _PERCENT)
    lines: list[Line] = []
    for label, percent in zip(labels, shares, strict=True):
        style = label.items[0][0][0].style if label.items else _NORMAL
        said = _word(f"{percent:>3} %")
        if beside >= _SHORTEST_BAR:
            bar = [*_bar(percent, beside, style, medium), _space(_GAP), said]
            [name] = _fill(label.items[0], column) if label.items else [[]]
            lines.append([*name, _space(column - _line_width(name) + _GAP), *bar])
        else:
            units = [unit for item in label.items for unit in item]
            lines += _fill([*units, medium.words(said.text)], medium.width, medium.inset)
            lines.append(_bar(percent, min(_LONGEST_BAR, medium.width), style, medium))
    return lines


def _bar(percent: int, length: int, style: Style, medium: Medium) -> Line:
    filled = max(0, min(length, round(length * percent / 100)))
    return [*medium.words("█" * filled, style), *medium.words("░" * (length - filled), _MUTED)]


# Ranges --------------------------------------------------------------------------------------


class Axis(NamedTuple):
    """A scale from ``low`` to ``high`` on so many columns, with a number at every ``step``."""

    low: float
    high: float
    step: float
    length: int

    @classmethod
    def over(cls, values: Sequence[float], length: int) -> "Axis":
        """Return an axis that holds ``values`` and begins and ends at a round number."""
        lowest, highest = min(values), max(values)
        least = max((highest - lowest) * _TICK / length, abs(highest) / 1000, 1e-9)
        power = 10.0 ** math.floor(math.log10(least))
        step = next(power * factor for factor in (1, 2, 5, 10) if power * factor >= least)
        low = math.floor(lowest / step) * step
        return cls(low, max(math.ceil(highest / step) * step, low + step), step, length)

    def column(self, value: float) -> int:
        """Return the column in which ``value`` stands, counted from 0."""
        return round((value - self.low) / (self.high - self.low) * (self.length - 1))


def _intervals(block: Intervals, medium: Medium) -> list[Line]:
    """Return shares as ranges of which the box is a single point, on an axis up to 100."""
    items = [
        Range(each.label, _percent(each.low, *[each.share] * 3, each.high), each.note)
        for each in block.items
    ]
    return _ranges(
        Ranges(tuple(items)), medium, lambda item: f"{whole(item.percentiles[2])} %", PERCENT
    )


def _percent(*shares: float) -> tuple[float, float, float, float, float]:
    one, two, three, four, five = (100 * share for share in shares)
    return one, two, three, four, five


def _median(item: Range) -> str:
    return f"median {whole(item.percentiles[2])}"


def _ranges(
    block: Ranges,
    medium: Medium,
    middle: Callable[[Range], str] = _median,
    shown: tuple[float, ...] = (),
) -> list[Line]:
    """Return ranges on one axis; ``middle`` words the middle of one, ``shown`` is on the axis."""
    ranges = [item for item in block.items if isinstance(item, Range)]
    labels = {id(item): medium.content(item.label) for item in ranges}
    medians = [middle(item) for item in ranges]
    column = max((label.natural for label in labels.values()), default=0)
    indent = column + _GAP
    beside = medium.width - indent - _GAP - max(map(len, medians), default=0)
    stacked = beside < _SHORTEST_PLOT
    if stacked:
        indent, beside = 0, medium.width
    values = [*shown, *(value for item in ranges for value in item.percentiles)]
    axis = Axis.over(values or [0], beside)
    lines = _indented([_ticks(axis)], indent) if ranges else []
    for item in block.items:
        if isinstance(item, Group):
            title = _fill(medium.units(item.text, strong=True), medium.width)
            lines += [[], *title] if title else []
            continue
        label = labels[id(item)]
        style = label.items[0][0][0].style if label.items else _NORMAL
        plot = _plot(item, axis, style, medium)
        median = medium.words(middle(item))
        if stacked:
            units = [unit for each in label.items for unit in each]
            lines += [*_fill(units, medium.width, medium.inset), plot, *_fill([median], beside)]
        else:
            [name] = _fill(label.items[0], column) if label.items else [[]]
            gap = _space(indent - _line_width(name))
            after = _space(beside - _line_width(plot) + _GAP)
            lines.append([*name, gap, *plot, after, *_spaced(median)])
        lines += _range_notes(item, indent, medium)
    return lines


def _range_notes(item: Range, indent: int, medium: Medium) -> list[Line]:
    """Return what stands below a range: what it rests on.

    They stand in as far as the drawing does, unless a word would have to be folded for it.
    """
    units = medium.units(item.note, muted=True)
    widest = max(map(_unit_width, units), default=0)
    if widest > medium.width - indent - medium.inset:
        indent = 0
    inside = medium.inside(indent)
    return _indented(_fill(units, inside.width, inside.inset), indent)


def _ticks(axis: Axis) -> Line:
    """Return the numbers of an axis, each in the middle above its column, as many as have room."""
    line: Line = []
    end = 0
    for number in range(round((axis.high - axis.low) / axis.step) + 1):
        value = axis.low + number * axis.step
        said = _word(whole(value), _MUTED)
        start = min(max(0, axis.column(value) - said.width // 2), max(0, axis.length - said.width))
        if start < end:
            continue
        line += [_space(start - end), said] if start > end else [said]
        end = start + said.width + 1
        line.append(_space(1))
    return line[:-1]


def _plot(item: Range, axis: Axis, style: Style, medium: Medium) -> Line:
    """Return the drawing: a line from the 10th to the 90th percentile, a box over the middle."""
    lowest, low, middle, high, highest = map(axis.column, item.percentiles)
    signs = [" "] * axis.length
    signs[lowest : highest + 1] = "─" * (highest + 1 - lowest)
    signs[lowest], signs[highest] = "├", "┤"
    signs[low : high + 1] = "▓" * (high + 1 - low)
    signs[middle] = "┃"
    drawn = "".join(signs).rstrip()
    runs = groupby(drawn, key=lambda sign: _NORMAL if sign == " " else style)
    return [_word(encodable("".join(run), medium.encoding), each) for each, run in runs]


# Tables --------------------------------------------------------------------------------------


def _table(table: Table, medium: Medium) -> list[Line]:
    headers = [medium.content(header, strong=True) for header in table.headers]
    rows = [
        row if isinstance(row, Group) else [medium.content(cell) for cell in row]
        for row in table.rows
    ]
    cells = [row for row in rows if not isinstance(row, Group)]
    fits = len(headers) <= _MOST_COLUMNS
    widths = _column_widths([headers, *cells], medium.width) if fits else None
    if widths is None:
        return _records(headers, rows, medium)
    roles = [header for header in map(phrase, table.headers) if header.role is not None]
    return _grid(headers, rows, widths, medium, again=len(roles) > 1)


def _column_widths(rows: Sequence[Sequence[Content]], width: int) -> list[int] | None:
    """Return how wide each column is, or None where the columns do not fit.

    Columns grow alike, each from what it needs to what it likes, until the line is full.
    """
    columns = list(zip(*rows, strict=True))
    naturals = [max(content.natural for content in column) for column in columns]
    leasts = [
        max(min(natural, _LEAST_COLUMN), *(content.least for content in column))
        for natural, column in zip(naturals, columns, strict=True)
    ]
    available = width - _GAP * (len(columns) - 1)

    def at(level: int) -> list[int]:
        return [
            max(least, min(level, natural)) for least, natural in zip(leasts, naturals, strict=True)
        ]

    widest = max(naturals, default=0)
    if sum(at(widest)) <= available:
        return at(widest)
    if width < _NARROW or sum(leasts) > available:
        return None
    return at(bisect_right(range(widest), available, key=lambda level: sum(at(level))) - 1)


def _grid(
    headers: list[Content],
    rows: list[Group | list[Content]],
    widths: list[int],
    medium: Medium,
    *,
    again: bool,
) -> list[Line]:
    """Return a table's lines; with ``again`` a long one has its headers several times."""
    total = sum(widths) + _GAP * (len(widths) - 1)
    head = _row(headers, widths)
    if head:
        head.append(list(medium.words("─" * total, _MUTED)))
    lines = list(head)
    below_head = True
    below_title = False
    since = 0  # lines below the headers that are in sight
    for row in rows:
        # Between the title of a group and its first row they would part what belongs together.
        if again and since >= _IN_SIGHT and not below_title:
            lines += [[], *head]
            below_head, since = True, 0
        below_title = isinstance(row, Group)
        if isinstance(row, Group):
            own = _fill(medium.units(row.text, strong=True), medium.width)
            own = own if below_head or not own else [[], *own]
        else:
            own = _row(row, widths)
        lines += own
        since += len(own)
        below_head = False
    return lines


def _row(contents: Sequence[Content], widths: Sequence[int]) -> list[Line]:
    """Return the lines of contents side by side."""
    columns = [_cell(content, width) for content, width in zip(contents, widths, strict=True)]
    return [_beside(lines, widths) for lines in zip_longest(*columns, fillvalue=[])]


def _cell(content: Content, width: int) -> list[Line]:
    """Return the lines of a cell; where there are several items, each hangs below its start."""
    if content.natural <= width:
        return [[*_spaced(tuple(chain(*item)))] for item in content.items]
    hang = _GAP if len(content.items) > 1 else 0
    return [line for item in content.items for line in _fill(item, width, hang)]


def _beside(lines: Sequence[Line], widths: Sequence[int]) -> Line:
    """Return one line of lines side by side, with nothing after the last that holds anything."""
    whole: Line = []
    missing = 0
    for line, width in zip(lines, widths, strict=True):
        if line:
            whole += [_space(missing), *line] if missing else line
            missing = 0
        missing += width - _line_width(line) + _GAP
    return whole


def _records(
    headers: list[Content], rows: list[Group | list[Content]], medium: Medium
) -> list[Line]:
    """Return a table as records: the row's label, then "header: value" for every other cell."""
    lines: list[Line] = []
    for row in rows:
        if isinstance(row, Group):
            record = _fill(medium.units(row.text, strong=True), medium.width)
        else:
            record = _record(headers, row, medium)
        lines += [[], *record] if lines and record else record
    return lines


def _record(headers: list[Content], row: list[Content], medium: Medium) -> list[Line]:
    lines = _strong(_entry(headers[0], row[0], medium))
    set_in = medium.inside(medium.inset)
    for header, content in zip(headers[1:], row[1:], strict=True):
        lines += _indented(_entry(header, content, set_in), medium.inset)
    return lines


def _entry(label: Content, value: Content, medium: Medium) -> list[Line]:
    """Return "label: value", hanging; several items stand below the label, none are not said."""
    if not value.items:
        return []
    title = [unit for item in label.items for unit in item]
    if title:
        *others, last = title
        title = [*others, (*last[:-1], _word(f"{last[-1].text}:", last[-1].style))]
    if len(value.items) == 1:
        return _fill(title + value.items[0], medium.width, medium.inset)
    lines = _fill(title, medium.width, medium.inset)
    for item in value.items:
        lines += _indented(
            _fill(item, medium.width - medium.inset, medium.inset), medium.inset if title else 0
        )
    return lines
