"""A document as one HTML page that needs nothing from anywhere.

The page has no script, and its policy forbids it any request. What stands in a document is text:
it is cleaned and escaped in one place, and never becomes markup, an address or a style.
"""

from collections.abc import Iterator
from html import escape
from itertools import zip_longest
from typing import Final, assert_never

from mlroles.palette import PALETTE
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
from mlroles.text import clean, percentages, whole

_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)

_WIDE: Final = 200
"""Units that a picture is wide."""

_STYLE: Final = """
:root { color-scheme: light dark;
  --ink: #1a1a1a; --paper: #ffffff; --soft: #5c5c5c; --line: #c4c4c4; %s}
@media (prefers-color-scheme: dark) { :root {
  --ink: #ededed; --paper: #161616; --soft: #a8a8a8; --line: #4d4d4d; %s} }
body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper);
  max-width: 60rem; margin: 0 auto; padding: 1rem; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin-top: 1.8rem; }
.scroll { overflow-x: auto; } table { border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .3rem .7rem .3rem 0; }
thead th, tbody th[scope=rowgroup] { border-bottom: 1px solid var(--line); }
tbody th { font-weight: normal; }
tbody th[scope=rowgroup] { font-weight: bold; padding-top: .8rem; }
td.figure { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
dt { font-weight: bold; } dd { margin: 0 0 .6rem 0; }
.muted, footer, sup { color: var(--soft); } .gauge { white-space: nowrap; }
a { color: inherit; } sup { line-height: 0; } code { overflow-wrap: anywhere; }
svg { width: 12rem; max-width: 40vw; height: 1rem; fill: currentColor; }
svg .ground { fill: var(--line); }
.next code { display: block; padding: .2rem 0; }
@media print { body { max-width: none; padding: 0; } .next { display: none; } }
"""


def to_html(document: Document) -> str:
    """Return ``document`` as a whole page, ended by one newline."""
    heads = (block.text for block in document.blocks if isinstance(block, Heading))
    title = escape(phrase(next(heads, "mlroles")).text) or "mlroles"
    body = "\n".join(line for block in document.blocks for line in _block(block))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        f"<title>{title}</title>\n<style>{_style()}</style>\n</head>\n<body>\n<main>\n{body}\n"
        "</main>\n</body>\n</html>\n"
    )


def _style() -> str:
    colours = [each.hex for each in PALETTE]
    names = (
        "".join(f"--role{n}: {own}; " for n, own in enumerate(each))
        for each in (colours, map(_lightened, colours))
    )
    roles = "".join(f".role{n} {{ color: var(--role{n}); }}\n" for n in range(len(colours)))
    return _STYLE % tuple(names) + roles


def _lightened(colour: str) -> str:
    """Return a colour half way to white, which is easily read on a dark page."""
    parts = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return "#" + "".join(f"{(each + 255) // 2:02x}" for each in parts)


def _block(block: Block) -> Iterator[str]:  # noqa: C901 - a case for each block
    match block:
        case Heading():
            yield f"<h{block.level}>{_text(block.text, strong=False)}</h{block.level}>"
        case Paragraph():
            yield f"<p>{_text(block.text)}</p>"
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
    yield "<dl>"
    for label, value in block.items:
        yield f"<dt>{_text(label, strong=False)}</dt><dd>{_cell(value)}</dd>"
    yield "</dl>"


def _items(block: Items) -> Iterator[str]:
    yield "<ul>"
    for item, sign in zip_longest(block.items, block.signs[: len(block.items)], fillvalue=""):
        before = f"{escape(clean(str(sign)))} " if sign else ""
        yield f"<li>{before}{_cell(item)}</li>"
    yield "</ul>"


def _table(table: Table) -> Iterator[str]:
    yield from _opened(*(_text(each, strong=False) for each in table.headers))
    for row in table.rows:
        if isinstance(row, Group):
            yield _group(row, len(table.headers))
        else:
            first, *others = row
            cells = "".join(f"<td>{_cell(each)}</td>" for each in others)
            yield f'<tr><th scope="row">{_cell(first)}</th>{cells}</tr>'
    yield _CLOSED


def _group(group: Group, columns: int) -> str:
    said = _text(group.text, strong=False)
    return f'<tr><th scope="rowgroup" colspan="{columns}">{said}</th></tr>'


def _bars(block: Bars) -> Iterator[str]:
    if not block.items:
        return
    yield from _opened("", "", "share")
    shares = [bar.share for bar in block.items]
    for bar, percent in zip(block.items, percentages(shares), strict=True):
        drawn = _picture(_box(0, _WIDE, "ground"), _box(0, _WIDE * percent / 100))
        yield _row(bar.label, drawn, f"{percent} %")
    yield _CLOSED


def _intervals(block: Intervals) -> Iterator[str]:
    if not block.items:
        return
    yield from _opened("", "", "share", "95 % interval", "")
    for item in block.items:
        low, share, high = (_WIDE * each for each in (item.low, item.share, item.high))
        drawn = _picture(
            _box(0, _WIDE, "ground", thin=True),
            _box(low, high, thin=True),
            _box(share - 2, share + 2),
        )
        figures = (
            f"{whole(100 * item.share)} %",
            f"{whole(100 * item.low)} to {whole(100 * item.high)} %",
        )
        yield _row(item.label, drawn, *figures, note=item.note)
    yield _CLOSED


def _ranges(block: Ranges) -> Iterator[str]:
    if not block.items:
        return
    own = [each for each in block.items if isinstance(each, Range)]
    least = min((each.percentiles[0] for each in own), default=0.0)
    most = max((each.percentiles[4] for each in own), default=1.0)
    scale = _WIDE / ((most - least) or 1)
    yield from _opened("", "", "10 %", "25 %", "median", "75 %", "90 %", "")
    for item in block.items:
        if isinstance(item, Group):
            yield _group(item, 8)
            continue
        places = [(each - least) * scale for each in item.percentiles]
        drawn = _picture(
            _box(places[0], places[4], thin=True), _box(places[1], places[3]),
            _box(places[2] - 2, places[2] + 2, "ground"),
        )  # fmt: skip
        yield _row(item.label, drawn, *map(whole, item.percentiles), note=item.note)
    yield _CLOSED


def _row(label: Text, drawn: str, *figures: str, note: Text | None = None) -> str:
    role = phrase(label).role
    style = "" if role is None else f' class="{_role(role)}"'
    cells = "".join(f'<td class="figure">{escape(each)}</td>' for each in figures)
    said = "" if note is None else f"<td>{_text(note)}</td>"
    return f'<tr><th scope="row">{_text(label)}</th><td{style}>{drawn}</td>{cells}{said}</tr>'


def _cell(cell: Cell) -> str:
    return "<br>".join(_text(item) for item in phrases(cell))


def _text(text: Text, *, strong: bool | None = None) -> str:
    """Return a text with its dots before it and its marks after it."""
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
    parts += (f'<sup><a href="#note{each}">{each}</a></sup>' for each in said.notes)
    return " ".join(filter(None, parts))


_CLOSED: Final = "</tbody></table></div>"


def _opened(*headers: str) -> Iterator[str]:
    cells = "".join(f'<th scope="col">{each}</th>' if each else "<td></td>" for each in headers)
    yield f'<div class="scroll" tabindex="0"><table><thead><tr>{cells}</tr></thead><tbody>'


def _picture(*boxes: str) -> str:
    # The figures stand beside it: to a screen reader the picture says nothing more.
    return (
        f'<svg viewBox="0 0 {_WIDE} 16" preserveAspectRatio="none" aria-hidden="true">'
        f"{''.join(boxes)}</svg>"
    )


def _box(start: float, end: float, kind: str = "", *, thin: bool = False) -> str:
    top, height = (6, 4) if thin else (1, 14)
    style = f' class="{kind}"' if kind else ""
    wide = f'x="{start:.1f}" width="{max(end - start, 0):.1f}"'
    return f'<rect{style} {wide} y="{top}" height="{height}"/>'


def _role(place: int) -> str:
    return f"role{place % len(PALETTE)}"


def _gauge(said: Phrase) -> str:
    if said.gauge is None:
        return ""
    filled, of = said.gauge
    drawn = dots(said.gauge)
    return f'<span class="gauge" role="img" aria-label="{filled} of {of}">{drawn}</span>'


def _footnotes(block: Footnotes) -> Iterator[str]:
    yield "<footer>"
    if block.items:
        yield "<ol>"
        for number, text, address in block.items:
            code = f"<code>mlroles sources {escape(clean(address))}</code>"
            yield f'<li id="note{number}" value="{number}">{escape(clean(text))} ({code})</li>'
        yield "</ol>"
    for sign, meaning in block.legend:
        yield f"<p>{escape(clean(sign))} {escape(clean(meaning))}</p>"
    yield "</footer>"


def _next(block: Next) -> Iterator[str]:
    if block.commands:
        yield '<nav class="next" aria-label="Next"><p>Next:</p>'
        yield from (f"<code>{escape(clean(str(each)))}</code>" for each in block.commands)
        yield "</nav>"
