"""What a document says, whatever it is stored as, and what makes lines of it."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from mlroles.text import clean

Kind = Literal["text", "markdown", "html", "docx", "pdf"]
"""What a document is stored as."""

MOST_LETTERS: Final = 500_000
"""Letters of a document that are read: more is a book, or a file of another kind."""

NARROWEST: Final = 40
"""A text whose lines are broken at a margin has lines at least this long."""


@dataclass(frozen=True)
class Text:
    """What a file says, as lines; headings and list items stand on lines of their own."""

    text: str
    """The lines, without what a terminal would act on, joined by line breaks."""
    kind: Kind
    """What the file is."""
    heading_lines: tuple[int, ...] = ()
    """The lines, counted from 0, that are known to be headings."""


LONGEST_BROKEN: Final = 160
"""Lines that are longer than this were not broken at a margin."""


class Line(NamedTuple):
    """A line of a document; ``heading`` where the document says that it is one."""

    text: str
    heading: bool = False


_SPACES: Final = re.compile(r" {2,}")
_BULLET: Final = re.compile(r"(?:[-*+•·▪◦‣●○■□–—»>✓✔➢➤]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s")
_END: Final = (".", "!", "?", ":", ";", "…", ".”", ".)", "!”")


def text_from(lines: Iterable[Line], kind: Kind) -> Text:
    """Return the text of some lines: cleaned, with one empty line at most between two others."""
    kept: list[str] = []
    headings: list[int] = []
    for line, heading in lines:
        one = clean(line).strip()
        if "  " in one:
            one = _SPACES.sub(" ", one)
        if not one and (not kept or not kept[-1]):
            continue
        if heading and one:
            headings.append(len(kept))
        kept.append(one)
    while kept and not kept[-1]:
        kept.pop()
    return Text("\n".join(kept), kind, tuple(headings))


def paragraphs(lines: Iterable[str]) -> Sequence[str]:
    """Return the lines with those joined again that were broken at a margin.

    A line goes on in the next where it is nearly as long as the text is wide, ends no sentence,
    and no list item or heading begins.
    """
    rows = [line.rstrip() for line in lines]
    width = _margin(rows)
    joined: list[str] = []
    last = ""
    for row in rows:
        if width and _goes_on(last, row, width):
            cut = last.endswith("-") and last[-2:-1].isalpha() and row.lstrip()[0].islower()
            joined[-1] = joined[-1][:-1] if cut else f"{joined[-1]} "
            joined[-1] += row.lstrip()
        else:
            joined.append(row)
        last = row
    return joined


def _margin(rows: list[str]) -> int:
    """Return how wide a text is whose lines are broken at a margin; 0 where they are not."""
    lengths = sorted(len(row) for row in rows if row)
    if not lengths:
        return 0
    widest = lengths[len(lengths) * 95 // 100]
    near = sum(widest * 3 // 4 <= each <= widest * 5 // 4 for each in lengths)
    broken = widest >= NARROWEST and lengths[-1] <= LONGEST_BROKEN and 3 * near >= len(lengths)
    return widest if broken else 0


def _goes_on(last: str, row: str, width: int) -> bool:
    following = row.strip()
    if not following or not last or _BULLET.match(following):
        return False
    if following[0].islower():
        return not last.endswith((".", "!", "?"))
    return len(last) >= width * 3 // 4 and not last.endswith(_END)
