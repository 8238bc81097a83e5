"""Pictures of bars, ranges and intervals as inline SVG, each with the same in words."""

from html import escape
from typing import Final

from mlroles.render.document import Interval, Range
from mlroles.text import whole

_WIDE: Final = 200
"""Units that a picture is wide."""


def bar(percent: float) -> str:
    """Return a share of a whole."""
    return _picture(f"{whole(percent)} %", _box(0, _WIDE, "ground"), _box(0, _WIDE * percent / 100))


def interval(item: Interval) -> str:
    """Return a share, with the interval around it."""
    low, share, high = (_WIDE * each for each in (item.low, item.share, item.high))
    said = f"{whole(100 * item.share)} %, between {whole(100 * item.low)} and"
    return _picture(
        f"{said} {whole(100 * item.high)} %",
        _box(0, _WIDE, "ground", thin=True),
        _box(low, high, thin=True),
        _box(share - 2, share + 2),
    )


def spread(item: Range, least: float, most: float) -> str:
    """Return a range on an axis from ``least`` to ``most``."""
    scale = _WIDE / ((most - least) or 1)
    low, lower, middle, upper, high = ((each - least) * scale for each in item.percentiles)
    tenth, quarter, median, three, nine = map(whole, item.percentiles)
    return _picture(
        f"median {median}, half from {quarter} to {three}, four in five from {tenth} to {nine}",
        _box(low, high, thin=True),
        _box(lower, upper),
        _box(middle - 2, middle + 2, "ground"),
    )


def _picture(words: str, *boxes: str) -> str:
    return (
        f'<svg viewBox="0 0 {_WIDE} 16" preserveAspectRatio="none" role="img">'
        f"<title>{escape(words)}</title>{''.join(boxes)}</svg>"
    )


def _box(start: float, end: float, kind: str = "", *, thin: bool = False) -> str:
    top, height = (6, 4) if thin else (1, 14)
    style = f' class="{kind}"' if kind else ""
    wide = f'x="{start:.1f}" width="{max(end - start, 0):.1f}"'
    return f'<rect{style} {wide} y="{top}" height="{height}"/>'
