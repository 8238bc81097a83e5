"""Lists of words as expressions, which look for all of them at once.

The phrases become a tree of letters, so that a place in the text is left at the first letter that
none of them has.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TypeAlias

_Tree: TypeAlias = "dict[str, _Tree]"

_GAP = r"(?:[\s\-‐‑–—/:*|]{1,4}|['\"],\s?['\"])"
"""What may stand between two words of a phrase."""
_BEGINNING = re.compile(r"[ ']")
_END = ""
_SHORT = 400
"""Signs of a text in which looking for beginnings first gains nothing."""


def lowered(text: str) -> str:
    """Return ``text`` in small letters, as long as it was."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(each if len(each.lower()) > 1 else each.lower() for each in text)


class Phrases:
    """Phrases in small letters, to be found in a text in small letters.

    The letters with which they begin are looked for first, which runs in C; only where these
    stand is the expression tried, and it is made when that first happens.
    """

    def __init__(self, phrases: Iterable[str], unless: Iterable[str] = ()) -> None:
        """Take in the phrases, and longer ones in which they do not count."""
        self._phrases = tuple(phrases)
        self._hiding = tuple(unless)
        self._longest = longest_words(self._phrases)
        self._beginnings = tuple(
            dict.fromkeys(_BEGINNING.split(each, maxsplit=1)[0] for each in self._phrases)
        )

    def search(self, text: str, start: int = 0) -> "re.Match[str] | None":
        """Return where the first of the phrases stands."""
        return next(self.finditer(text, start, len(text)), None)

    def finditer(self, text: str, start: int, end: int) -> "Iterator[re.Match[str]]":
        """Yield all places of the phrases between two places."""
        for match in self._matches(text, start, end):
            if not (self._hiding and self._unless.match(text, match.start())):
                yield match

    def _matches(self, text: str, start: int, end: int) -> "Iterator[re.Match[str]]":
        if end - start <= _SHORT:
            if any(map(text.__contains__, self._longest)):
                yield from self._expression.finditer(text, start, end)
            return
        for place in sorted(self._begun(text, start, end)):
            if place >= start and (match := self._expression.match(text, place, end)):
                yield match
                start = match.end()

    def _begun(self, text: str, start: int, end: int) -> Iterator[int]:
        """Yield the places at which a phrase may begin."""
        for each in self._beginnings:
            place = text.find(each, start, end)
            while place >= 0:
                yield place
                place = text.find(each, place + 1, end)

    @cached_property
    def _expression(self) -> "re.Pattern[str]":
        return re.compile(any_of(self._phrases))

    @cached_property
    def _unless(self) -> "re.Pattern[str]":
        return re.compile(any_of(self._hiding))


def longest_words(phrases: Iterable[str]) -> tuple[str, ...]:
    """Return of each phrase its longest word; a text without any of them has no phrase."""
    words = (max(_BEGINNING.split(each), key=len) for each in phrases)
    return tuple(dict.fromkeys(words))


def any_of(phrases: Iterable[str]) -> str:
    """Return the source of an expression for any of the phrases, as whole words.

    A space between two words stands for a hyphen, a slash or a colon as well.
    """
    written = tuple(phrases)
    signs = tree_of(each for each in written if not _is_letter(each[0]))
    letters = tree_of(each for each in written if _is_letter(each[0]))
    return rf"(?:(?<!\w){letters}|{signs})"


def tree_of(phrases: Iterable[str]) -> str:
    """Return the source of such an expression without a bound at the start of the words."""
    tree: _Tree = {}
    for written in phrases:
        node = tree
        for sign in written:
            node = node.setdefault(sign, {})
        node[_END] = {}
    return f"(?:{_source(tree, '')})" if tree else "(?!)"


def _source(tree: _Tree, before: str) -> str:
    """Return the source of an expression for a tree of letters, longer words first."""
    parts = [_sign(sign) + _source(node, sign) for sign, node in tree.items() if sign]
    if _END in tree:
        parts.append(r"(?!\w)" if _is_letter(before) else "")
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"


def _sign(sign: str) -> str:
    if sign == " ":
        return _GAP
    return "['’]" if sign == "'" else re.escape(sign)


def _is_letter(sign: str) -> bool:
    return sign.isalnum() or sign == "_"
