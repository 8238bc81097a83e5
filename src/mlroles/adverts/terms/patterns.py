"""Lists of words as expressions, which look for all of them at once.

The phrases become a tree of letters, so that a place in the text is left at the first letter that
none of them has.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TypeAlias

from mlroles.adverts.sentences import Sentence

_Tree: TypeAlias = "dict[str, _Tree]"

_GAP = r"(?:[\s\-‐‑–—/:*|]{1,4}|['\"],\s?['\"])"
"""What may stand between two words of a phrase."""
_BEGINNING = re.compile(r"[ ']")
_AROUND = 60
"""Signs on both sides of a phrase within which longer ones are looked for that hide it."""
_END = ""


def lowered(text: str) -> str:
    """Return ``text`` in small letters, as long as it was."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(each if len(each.lower()) > 1 else each.lower() for each in text)


class Phrases:
    """Phrases in small letters, to be found in a text in small letters.

    The letters with which they begin are looked for first, which runs in C; only where these
    stand is the expression tried of the phrases that begin so, and it is made when that first
    happens: one advert has few of them.
    """

    def __init__(self, phrases: Iterable[str], unless: Iterable[str] = ()) -> None:
        """Take in the phrases, and longer ones in which they do not count."""
        self._groups = _by_beginning(phrases)
        longer = tuple(unless)
        self._hiding = Phrases(longer) if longer else None
        self._longest = tuple({word for group in self._groups for word in group.longest})

    def search(self, text: str, start: int = 0) -> "re.Match[str] | None":
        """Return where the first of the phrases stands."""
        return next(self.finditer(text, start, len(text)), None)

    def finditer(self, text: str, start: int, end: int) -> "Iterator[re.Match[str]]":
        """Yield all places of the phrases between two places."""
        for match in self._matches(text, start, end):
            if not self._is_hidden(text, *match.span()):
                yield match

    def _matches(self, text: str, start: int, end: int) -> "Iterator[re.Match[str]]":
        if not any(map(text.__contains__, self._longest)):
            return
        for place, number in sorted(self._begun(text, start, end)):
            if place < start:
                continue
            match = self._groups[number].expression.match(text, place, end)
            if match:
                yield match
                start = match.end()

    def _begun(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield where phrases may begin whose longest word stands somewhere, and which these are.

        Of those that may begin at one place, the ones with more letters come first.
        """
        for number, group in enumerate(self._groups):
            if not any(map(text.__contains__, group.longest)):
                continue
            place = text.find(group.begins, start, end)
            while place >= 0:
                yield place, number
                place = text.find(group.begins, place + 1, end)

    def _is_hidden(self, text: str, start: int, end: int) -> bool:
        """Say whether one of the longer phrases begins or ends with this place, or holds it."""
        if self._hiding is None:
            return False
        longer = self._hiding.finditer(text, max(0, start - _AROUND), end + _AROUND)
        return any(each.start() <= start and each.end() >= end for each in longer)


class _Group:
    """Phrases that begin with the same letters."""

    def __init__(self, begins: str, phrases: Sequence[str]) -> None:
        self.begins = begins
        self.longest = longest_words(phrases)
        self._phrases = phrases

    @cached_property
    def expression(self) -> "re.Pattern[str]":
        """Find any of them."""
        return re.compile(any_of(self._phrases))


def _by_beginning(phrases: Iterable[str]) -> tuple[_Group, ...]:
    """Return the phrases by the letters with which they begin, the longest beginnings first."""
    found: dict[str, list[str]] = {}
    for each in phrases:
        found.setdefault(_BEGINNING.split(each, maxsplit=1)[0], []).append(each)
    return tuple(_Group(begins, found[begins]) for begins in sorted(found, key=len, reverse=True))


def holding(sentences: Sequence[Sentence], text: str, words: Iterable[str]) -> list[int]:
    """Return which of ``sentences``, parts of ``text``, hold one of ``words``, in their order."""
    starts = [each.start for each in sentences]
    found: set[int] = set()
    for word in words:
        place = text.find(word)
        while place >= 0:
            number = bisect_right(starts, place) - 1
            end = place + 1
            if number >= 0 and place < sentences[number].end:
                found.add(number)
                end = sentences[number].end
            place = text.find(word, end)
    return sorted(found)


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
