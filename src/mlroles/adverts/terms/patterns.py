"""Lists of words as expressions, which look for all of them at once.

The phrases become a tree of letters, so that a place in the text is left at the first letter that
none of them has.
"""

import re
import sys
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple, TypeAlias

from mlroles.adverts.sentences import Sentence

_Tree: TypeAlias = "dict[str, _Tree]"

_MOST_GAP = 4
"""Signs that may stand between two words of a phrase."""
_GAP = rf"(?:[\s\-‐‑–—/:*|]{{1,{_MOST_GAP}}}|['\"],\s?['\"])"
"""What may stand there."""
_LATIN = "".join(map(chr, range(256)))
_TABLE = "".join(each if each.isalnum() or each == "_" else " " for each in _LATIN).encode(
    "latin-1"
)
_WHOLE = re.compile(r"\w+")
_INNER = re.compile(r"([A-Z])(?<=[a-z][A-Z])(?=(\w{0,80}))")  # no phrase is longer
_PART = re.compile(r"[^ ']+|$")
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

    Of each phrase the longest word is looked up among the words of the text, which is one look-up
    for all phrases. Only around those that stand there an expression is tried, the one of the
    phrases that begin alike, and it is made when that first happens: one advert has few of them.
    """

    def __init__(self, phrases: Iterable[str], unless: Iterable[str] = ()) -> None:
        """Take in the phrases, and longer ones in which they do not count."""
        self._groups = groups_of(phrases)
        longer = tuple(unless)
        self._hiding = Phrases(longer) if longer else None

    @cached_property
    def anchors(self) -> "Anchors":
        """The words of the phrases."""
        return Anchors(enumerate(self._groups))

    def search(
        self, text: str, start: int = 0, words: AbstractSet[str] | None = None
    ) -> "re.Match[str] | None":
        """Return where the first of the phrases stands, as ``finditer`` finds them."""
        if words is not None and not self.anchors.among(words):
            return None
        return next(self.finditer(text, start, len(text), words), None)

    def finditer(
        self, text: str, start: int, end: int, words: AbstractSet[str] | None = None
    ) -> "Iterator[re.Match[str]]":
        """Yield all places of the phrases between two places.

        ``words`` are those of ``text`` that are words of the phrases, where they are known.
        """
        if words is None:
            words = {*whole_words(text, start, end)}
        near = self.anchors.among(words)
        if not near:
            return
        for place, number in sorted(begun(near, text, start, end)):
            if place >= start and (
                match := self._groups[number].expression.match(text, place, end)
            ):
                start = match.end()
                if not self._is_hidden(text, *match.span()):
                    yield match

    def _is_hidden(self, text: str, start: int, end: int) -> bool:
        """Say whether one of the longer phrases begins or ends with this place, or holds it."""
        if self._hiding is None:
            return False
        longer = self._hiding.finditer(text, max(0, start - _AROUND), end + _AROUND)
        return any(each.start() <= start and each.end() >= end for each in longer)


class Group:
    """Phrases that begin with the same letters; ``source`` writes the expression for them."""

    def __init__(
        self, begins: str, phrases: Sequence[str], source: "Callable[[Iterable[str]], str]"
    ) -> None:
        self.begins = begins
        self.phrases = phrases
        self._source = source

    @cached_property
    def expression(self) -> "re.Pattern[str]":
        """Find any of them."""
        return re.compile(self._source(self.phrases))


def groups_of(
    phrases: Iterable[str], source: "Callable[[Iterable[str]], str] | None" = None
) -> tuple[Group, ...]:
    """Return the phrases by the letters with which they begin, the longest beginnings first."""
    found: dict[str, list[str]] = {}
    for each in phrases:
        found.setdefault(_BEGINNING.split(each, maxsplit=1)[0], []).append(each)
    begins = sorted(found, key=len, reverse=True)
    return tuple(Group(each, found[each], source or any_of) for each in begins)


class Near(NamedTuple):
    """Letters around which a phrase may stand: the part of it, between blanks, with a long word."""

    letters: str
    """The letters."""
    group: int
    """The number of the group of the phrase."""
    begins: str
    """The letters with which it begins."""
    least: int
    """So many signs at least are before the letters."""
    most: int
    """So many at most."""


class Anchors:
    """The words of phrases: a text without all words of a phrase does not have the phrase.

    Signs, and words that ``whole_words`` does not find, are looked for as letters.
    """

    def __init__(self, groups: Iterable[tuple[int, Group]]) -> None:
        words: set[str] = set()
        self._phrases: dict[str, list[tuple[int, Group, str]]] = {}
        for number, group in groups:
            for phrase in group.phrases:
                own = words_in(phrase)
                words.update(own)
                longest = max(own, key=len, default="")
                self._phrases.setdefault(longest, []).append((number, group, phrase))
        self.words = frozenset(words)
        self._longest = frozenset(self._phrases.keys() - {""})
        self._near: dict[str, list[tuple[frozenset[str], Near]]] = {}
        self._always = [near for _, near in self._around("")] if "" in self._phrases else []

    def _around(self, longest: str) -> list[tuple[frozenset[str], Near]]:
        """Return for each phrase with this longest word its words, and around what it stands."""
        if longest not in self._near:
            self._near[longest] = [
                (frozenset(words_in(phrase)), _near(number, group, phrase, longest))
                for number, group, phrase in self._phrases[longest]
            ]
        return self._near[longest]

    def among(self, words: AbstractSet[str]) -> list[Near]:
        """Return around which letters phrases may stand in a text with these ``words``."""
        if self._longest.isdisjoint(words):
            return self._always
        found = {
            near
            for longest in self._longest.intersection(words)
            for needed, near in self._around(longest)
            if needed <= words
        }
        return [*found, *self._always]


def words_in(phrase: str) -> list[str]:
    """Return the words of a phrase that ``whole_words`` finds in a text with the phrase."""
    return [each for each in _WHOLE.findall(phrase.lower()) if max(each) in _LATIN]


def _near(number: int, group: Group, phrase: str, longest: str) -> Near:
    """Return around which part of a phrase it stands: one with its longest word."""
    parts = [*_PART.finditer(phrase)]
    having = [each for each in parts if longest in words_in(each.group())]
    part = max(having or parts, key=lambda each: len(each.group()))
    least = part.start()
    most = least + (_MOST_GAP - 1) * phrase.count(" ", 0, least)
    return Near(part.group(), number, group.begins, least, most)


def begun(near: Iterable[Near], text: str, start: int, end: int) -> set[tuple[int, int]]:
    """Return where phrases may begin, and the numbers of their groups."""
    found: set[tuple[int, int]] = set()
    for letters, group, begins, least, most in near:
        at = text.find(letters, start, end)
        while at >= 0:
            if not most:
                found.add((at, group))
                at = text.find(letters, at + 1, end)
                continue
            last = at - least + len(begins)
            place = text.find(begins, max(start, at - most), last)
            while place >= 0:
                found.add((place, group))
                place = text.find(begins, place + 1, last)
            at = text.find(letters, at + 1, end)
    return found


def whole_words(text: str, start: int = 0, end: int = sys.maxsize) -> list[str]:
    """Return the words of a part of ``text``: rows of letters, digits and underscores.

    Signs outside Latin-1 divide words, which runs in C.
    """
    return text[start:end].encode("latin-1", "replace").translate(_TABLE).decode("latin-1").split()


def inner_words(text: str) -> list[str]:
    """Return the words, in small letters, that begin with a capital behind a small letter."""
    return [lowered("".join(each)) for each in _INNER.findall(text)]


def phrase_words(lists: "Iterable[Phrases]") -> frozenset[str]:
    """Return the words by which the phrases of several lists are found."""
    return frozenset().union(*(each.anchors.words for each in lists))


def holding(sentences: Sequence[Sentence], text: str, letters: Collection[str]) -> list[int]:
    """Return which of ``sentences``, parts of ``text``, have some of ``letters``, in order."""
    if not letters:
        return []
    starts = [sentence.start for sentence in sentences]
    found: set[int] = set()
    for each in letters:
        place = text.find(each)
        while place >= 0:
            number = bisect_right(starts, place) - 1
            end = place + 1
            if number >= 0 and place < sentences[number].end:
                found.add(number)
                end = sentences[number].end
            place = text.find(each, end)
    return sorted(found)


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
