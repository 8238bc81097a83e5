"""HTML as lines: what a person sees of it, each block on a line of its own."""

import html
import re
from html.parser import HTMLParser
from typing import Final

from mlroles.documents.text import Line, Text, text_from

_BLOCKS: Final = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "dd", "details", "dialog", "div",
        "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4",
        "h5", "h6", "header", "hr", "html", "legend", "li", "main", "ol", "p", "pre", "section",
        "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "legend", "summary"})
_BOLD: Final = frozenset({"b", "strong"})
_HIDDEN: Final = frozenset(
    {"script", "style", "head", "template", "noscript", "svg", "nav", "iframe", "select", "button"}
)
_VOID: Final = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"}
)
MOST_OPEN: Final = 1000
"""Signs that open a tag and do not close it, above which they are text: no page has so many, and
the parser goes through all that follows at each of them."""
_OPEN: Final = re.compile(r"<(?=[^<>]*(?:<|\Z))")
LONGEST_HEADING: Final = 80
"""Letters of a line all in bold that is taken for a heading."""


def html_text(text: str) -> Text:
    """Return what a page, or a piece of one, says; one that is escaped once more too."""
    if "<" not in text:
        text = html.unescape(text)
    if text.count("<") > text.count(">") + MOST_OPEN:
        text = _OPEN.sub("&lt;", text)
    page = _Page()
    page.feed(text)
    page.close()
    page.end_line()
    return text_from(page.lines, "html")


class _Page(HTMLParser):
    """Collects the lines of a page.

    Of open elements only those are kept that hide what is in them, so that no page, however deep,
    costs more than its length.
    """

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []
        self._parts: list[str] = []
        self._hidden: list[str] = []
        self._heading = False
        self._bold = 0
        self._all_bold = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a line at a block; hide what a person does not see."""
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.append(tag)
            return
        if tag not in _VOID and (tag in _HIDDEN or _is_hidden(dict(attrs))):
            self.end_line()
            self._hidden.append(tag)
            return
        if tag in _BLOCKS:
            self.end_line()
            self._heading = tag in _HEADINGS
            if tag == "li":
                self._parts.append("- ")
        self._bold += tag in _BOLD

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """End the line at a break."""
        if tag in _BLOCKS and not self._hidden:
            self.end_line()

    def handle_endtag(self, tag: str) -> None:
        """End a line at a block."""
        if self._hidden:
            if tag == self._hidden[-1]:
                self._hidden.pop()
            return
        if tag in _BLOCKS:
            self.end_line()
        self._bold = max(0, self._bold - (tag in _BOLD))

    def handle_data(self, data: str) -> None:
        """Keep a text that can be seen."""
        if not self._hidden:
            self._parts.append(data)
            self._all_bold &= bool(self._bold) or not data.strip(" \t\r\n:")

    def end_line(self) -> None:
        """Put what was collected on a line of its own."""
        line = " ".join("".join(self._parts).split())
        bold = self._all_bold and len(line) <= LONGEST_HEADING and not line.startswith("-")
        if line and line != "-":
            self.lines.append(Line(line, heading=self._heading or bold))
        self._parts, self._heading, self._all_bold = [], False, True


def _is_hidden(attributes: dict[str, str | None]) -> bool:
    style = (attributes.get("style") or "").replace(" ", "").lower()
    hidden = "display:none" in style or "visibility:hidden" in style
    return "hidden" in attributes or attributes.get("aria-hidden") == "true" or hidden
