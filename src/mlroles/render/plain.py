"""A document as linear text that a screen reader reads well.

One statement a line, no drawing, no column, and a word in place of every sign that means
something.
"""

from collections.abc import Iterator
from itertools import chain, zip_longest
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
    Interval,
    Intervals,
    Items,
    Next,
    Paragraph,
    Range,
    Ranges,
    Table,
    Text,
)
from mlroles.render.phrases import phrase, phrases
from mlroles.text import clean, percentages, whole

_SIGN_WORDS = {"+": "for:", "−": "against:", "-": "against:"}


_LEGEND = {"≠": "", "✗": "", "●○○": "Level: "}
"""How a mark is called where it is said in words."""


def to_plain(document: Document) -> str:
    """Return ``document`` as plain text, ended by one newline."""
    parts = ("\n".join(_block(block)) for block in document.blocks)
    return "\n\n".join(part for part in parts if part) + "\n"


def _block(block: Block) -> Iterator[str]:  # noqa: C901 - a case for each block
    match block:
        case Heading() | Paragraph():
            yield _text(block.text)
        case Fields():
            yield from chain.from_iterable(
                _entry(_text(label), value) for label, value in block.items
            )
        case Table():
            yield "\n\n".join("\n".join(record) for record in _records(block) if record)
        case Bars():
            yield from _bars(block)
        case Ranges():
            for item in block.items:
                yield from (
                    _range(item) if isinstance(item, Range) else filter(None, (_text(item.text),))
                )
        case Intervals():
            yield from map(_interval, block.items)
        case Items():
            yield from _items(block)
        case Footnotes():
            yield from (f"[{number}] {clean(text)}" for number, text, _ in block.items)
            said = (clean(_LEGEND.get(sign, f"{sign} ") + what) for sign, what in block.legend)
            yield from filter(str.strip, said)
        case Next():
            yield from (f"Next: {clean(str(command))}" for command in block.commands)
        case _:
            assert_never(block)


def _bars(block: Bars) -> Iterator[str]:
    shares = percentages([bar.share for bar in block.items])
    for bar, percent in zip(block.items, shares, strict=True):
        yield f"{_text(bar.label)}: {percent} percent"


def _interval(item: Interval) -> str:
    share, low, high = (whole(100 * each) for each in (item.share, item.low, item.high))
    note = _text(item.note)
    said = f"{_text(item.label)}: {share} percent, interval from {low} to {high}"
    return f"{said}; {note}" if note else said


def _range(item: Range) -> Iterator[str]:
    lowest, low, middle, high, highest = map(whole, item.percentiles)
    said = f"median {middle}, half from {low} to {high}, four in five from {lowest} to {highest}"
    label, note = _text(item.label), _text(item.note)
    yield f"{label}: {said}" + (f"; {note}" if note else "")


def _records(table: Table) -> Iterator[list[str]]:
    """Yield the lines of each row; of several columns the first is what the row is about."""
    first, *others = (_text(header) for header in table.headers)
    for row in table.rows:
        if isinstance(row, Group):
            yield list(filter(None, (_text(row.text),)))
            continue
        record = list(_entry(first, row[0]))
        for header, cell in zip(others, row[1:], strict=True):
            record += _entry(header, cell)
        yield record


def _entry(label: str, value: Cell) -> Iterator[str]:
    """Yield "label: value"; several items stand below the label, and nothing is not said."""
    items = [_text(item) for item in phrases(value)]
    match items:
        case []:
            pass
        case [only]:
            yield f"{label}: {only}" if label else only
        case _:
            if label:
                yield f"{label}:"
            yield from (f"- {item}" for item in items)


def _items(block: Items) -> Iterator[str]:
    signs = block.signs[: len(block.items)]
    for item, sign in zip_longest(block.items, signs, fillvalue=""):
        opening = _SIGN_WORDS.get(str(sign), clean(str(sign))) or "-"
        first, *others = [_text(part) for part in phrases(item)] or [""]
        yield f"{opening} {first}"
        yield from (f"  {other}" for other in others)


def _text(text: Text) -> str:
    """Return a text followed by what is known about it, in words."""
    said = phrase(text)
    words = [said.text.strip()]
    if said.gauge:
        level = "level {} of {}".format(*said.gauge)
        words.append(f"({level})" if words[0] else level)
    if said.contradicted:
        words.append("(figures contradict it)")
    if said.disputed:
        words.append("(sources disagree)")
    words += [f"[{number}]" for number in said.notes]
    return " ".join(filter(None, words))
