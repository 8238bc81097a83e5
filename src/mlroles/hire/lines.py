"""On which line of a file words stand that were found in its text.

The text of a file is not the file: marks of Markdown are gone, and lines that were broken at a
margin are joined. So words are looked for again, the same time of their standing there.
"""

import re
from bisect import bisect_right
from typing import Final

FEW: Final = 4
"""So many words are enough to find the others."""


class Lines:
    """The lines of a file; None for a file that has none."""

    def __init__(self, raw: str | None) -> None:
        self._raw = raw or ""
        self._ends = [each.start() for each in re.finditer("\n", self._raw)]

    def of(self, text: str, start: int, words: str) -> int | None:
        """Return the line, from 1, of ``words``, which begin at ``start`` in ``text``.

        None where they are not found.
        """
        parts = words.split()[:FEW]
        if not parts or not self._raw:
            return None
        ways = re.compile(r"\s+".join(map(re.escape, parts)))
        before = sum(1 for _ in ways.finditer(text, 0, start))
        places = [each.start() for each in ways.finditer(self._raw)]
        if not places:
            return None
        return bisect_right(self._ends, places[min(before, len(places) - 1)]) + 1
