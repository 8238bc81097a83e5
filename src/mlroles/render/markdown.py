"""A document as GitHub-flavoured Markdown."""

import re
from collections.abc import Iterator
from itertools import groupby, zip_longest
from typing import assert_never

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
    Range,
    Ranges,
    Table,
    Text,
)
from mlroles.render.phrases import dots, phrase, phrases
from mlroles.text import clean, percentages, whole

_ACTIVE = re.compile(r"[\\`*_\[\]<>#|~$]|&(?=#?\w+;)")
_OPENS_A_BLOCK = re.compile(r"^(\d{1,9})(?=[.)](?:\s|$))|^(?=[-+=])")
_BAR_LENGTH = 20


def to_markdown(document: Document) -> str:
    """Return ``document`` as Markdown, ended by one newline."""
    parts = ("\n".join(_block(block)) for block in document.blocks)
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> Iterator[str]:  # noqa: C901 - a case for each block
    match block:
        case Heading():
            yield f"{'#' * block.level} {_text(block.text)}"
        case Paragraph():
            yield _text(block.text)
        case Fields():
            yield from _fields(block)
        case Table():
            yield from _table(block)
        case Bars():
            yield from _bars(block)
        case Ranges():
            yield from _ranges(block)
        case Intervals():
            yield from _intervals(block)
        case Items():
            yield from _items(block)
        case Footnotes():
            yield from _footnotes(block)
        case Next():
            yield from _next(block)
        case _:
            assert_never(block)


def _fields(block: Fields) -> Iterator[str]:
    # Another bullet than that of Items: two lists in a row stay two.
    for label, value in block.items:
        name = _text(label, strong=False)
        yield " ".join(filter(None, ("*", name and f"**{name}:**", _cell(value))))


def _items(block: Items) -> Iterator[str]:
    signs = block.signs[: len(block.items)]
    for item, sign in zip_longest(block.items, signs, fillvalue=""):
        yield " ".join(filter(None, ("-", escape(str(sign)), _cell(item))))


def _footnotes(block: Footnotes) -> Iterator[str]:
    notes = [f"{_marks((number,))} {escape(text)}" for number, text, _ in block.items]
    notes += [escape(f"{sign} {meaning}") for sign, meaning in block.legend]
    yield "<br>\n".join(notes)


def _next(block: Next) -> Iterator[str]:
    if block.commands:
        yield "Next:\n"
    for command in block.commands:
        yield f"- {code(str(command))}"


def _table(table: Table) -> Iterator[str]:
    yield _row([_text(header) for header in table.headers])
    yield _row(["---"] * len(table.headers))
    for row in table.rows:
        if isinstance(row, Group):
            yield _row([_text(row.text, strong=True), *[""] * (len(table.headers) - 1)])
        else:
            yield _row([_cell(cell) for cell in row])


def _bars(block: Bars) -> Iterator[str]:
    if not block.items:
        return
    yield _row(["", "", ""])
    yield _row(["---", "---", "--:"])
    shares = [bar.share for bar in block.items]
    for bar, percent in zip(block.items, percentages(shares), strict=True):
        filled = round(_BAR_LENGTH * percent / 100)
        drawn = "█" * filled + "░" * (_BAR_LENGTH - filled)
        yield _row([_text(bar.label), drawn, f"{percent} %"])


def _intervals(block: Intervals) -> Iterator[str]:
    if not block.items:
        return
    yield _row(["", "share", "95 % interval", ""])
    yield _row(["---", "--:", "--:", "---"])
    for item in block.items:
        share, low, high = (whole(100 * each) for each in (item.share, item.low, item.high))
        yield _row([_text(item.label), f"{share} %", f"{low} to {high} %", _text(item.note)])


def _ranges(block: Ranges) -> Iterator[str]:
    if not block.items:
        return
    yield _row(["", "10 %", "25 %", "median", "75 %", "90 %", ""])
    yield _row(["---", *["--:"] * 5, "---"])
    for item in block.items:
        if isinstance(item, Range):
            yield _row([_text(item.label), *map(whole, item.percentiles), _text(item.note)])
        else:
            yield _row([_text(item.text, strong=True), *[""] * 6])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell) -> str:
    return "<br>".join(_text(item) for item in phrases(cell))


def _text(text: Text, *, strong: bool | None = None) -> str:
    """Return a text with its dots before it and its marks after it."""
    said = phrase(text)
    words = escape(said.text)
    bold = words and (said.strong if strong is None else strong)
    parts = [dots(said.gauge) if said.gauge else "", f"**{words}**" if bold else words]
    if said.contradicted:
        parts.append("✗")
    if said.disputed:
        parts.append("≠")
    if said.notes:
        parts.append(_marks(said.notes))
    return " ".join(filter(None, parts))


def _marks(notes: tuple[int, ...]) -> str:
    return f"<sup>{', '.join(map(str, notes))}</sup>"


def escape(text: str) -> str:
    """Return ``text``, cleaned, so that Markdown shows it letter for letter."""
    words = clean(text).strip()
    escaped = _ACTIVE.sub(r"\\\g<0>", words)
    return _OPENS_A_BLOCK.sub(r"\1\\", escaped)


def code(text: str) -> str:
    """Return ``text``, cleaned, as a code span fenced by more backticks than it holds."""
    words = clean(text)
    runs = (len(list(run)) for sign, run in groupby(words) if sign == "`")
    longest = max(runs, default=0)
    fence = "`" * (longest + 1)
    padding = " " if longest else ""
    return f"{fence}{padding}{words}{padding}{fence}"
