"""Whether a text is plain, Markdown or HTML, by its own signs."""

import re
from typing import Final

from mlroles.documents.text import Kind

_LOOK: Final = 20_000
_PAGE: Final = (
    r"(?is)\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)?<(?:!doctype|html|head|body)\b"
)
_TAG: Final = (
    r"(?i)</?(?:p|br|ul|ol|li|div|h[1-6]|strong|em|b|i|span|table|tr|td|section|article)\b"
    r"[^<>]{0,300}>"
)
_ESCAPED: Final = r"(?i)&lt;/?(?:p|br|ul|ol|li|div|h[1-6]|strong|span)\b"
_HEADING: Final = r"(?m)^ {0,3}#{1,6} \S|^\*\*[^*\n]{1,200}\*\*:?\s*$"
_MARKS: Final = r"\*\*[^*\n]{1,200}\*\*|\[[^\]\n]{1,200}\]\([^)\n]{1,400}\)"
LEAST_TAGS: Final = 2
"""So many tags make a text HTML: a single one may be a sign that somebody typed."""


def markup_of(text: str, name: str = "") -> Kind:
    """Return whether ``text``, of a file called ``name``, is plain, Markdown or HTML."""
    start = text[:_LOOK]
    # Most texts have none of these signs: to look for them is quick, and no expression is made.
    if "<" in start and (re.match(_PAGE, start) or _tags(_TAG, start)):
        return "html"
    if "&" in start and _tags(_ESCAPED, start):
        return "html"
    heading = ("#" in start or "**" in start) and re.search(_HEADING, start)
    marked = heading or (("**" in start or "](" in start) and _tags(_MARKS, start))
    return "markdown" if marked or name.lower().endswith((".md", ".markdown")) else "text"


def _tags(pattern: str, text: str) -> bool:
    return len(re.findall(pattern, text)) >= LEAST_TAGS
