"""Words that say something where they stand alone: "London | Hybrid | Permanent".

In a sentence the same words may mean anything: a hybrid search, a permanent solution.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Final

from mlroles.adverts.terms.patterns import any_of

_BLANKS: Final = " \t\u00a0\u202f*"
"""What may stand between words and the signs that set them apart; a star is Markdown's."""

_BEFORE: Final = ("\n", "·", "|", "•", "▪", "●", "◦", "–", "—", ".", " /", " -")
_BEHIND: Final = ("\n", "·", "|", "•", "▪", "●", "◦", "–", "—", ".", ",", ";", "/ ", "- ", ")")
"""Signs before and behind words that stand alone; behind them more may be said of them."""

_FAR: Final = 20
"""Signs that are looked through, at most."""


class Alone:
    """Words in small letters that count where they stand alone."""

    def __init__(self, words: Iterable[str]) -> None:
        """Take in the words."""
        self._words = tuple(words)

    @cached_property
    def _expression(self) -> "re.Pattern[str]":
        return re.compile(any_of(self._words))

    def spans(self, small: str) -> Iterator[tuple[int, int]]:
        """Yield where in a text in small letters they stand alone."""
        if any(map(small.__contains__, self._words)):
            spans = (match.span() for match in self._expression.finditer(small))
            yield from (each for each in spans if stands_alone(small, *each))


def stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether ``[start:end]`` is a line of ``text``, or a part that signs set apart in it."""
    before = text[max(0, start - _FAR) : start].rstrip(_BLANKS)
    behind = text[end : end + _FAR].lstrip(_BLANKS)
    begins = before.endswith(_BEFORE) or (not before and start < _FAR)
    return begins and (not behind or behind.startswith(_BEHIND))
