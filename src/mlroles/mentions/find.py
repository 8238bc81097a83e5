"""Finding skills and cues of work in text.

All aliases are one tree of words, and a text is walked once, word by word: the time grows with
the text, not with the lists. Of the aliases of one skill the longest counts; those of different
skills may lie in one another, as SQL does in "Spark SQL".
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any, Literal

from mlroles.mentions.models import MentionsFile
from mlroles.mentions.negation import Negations
from mlroles.mentions.words import cased, forms, phrase, together, words

Kind = Literal["skill", "further", "cue"]
"""A skill of the catalogue, a further skill, or a cue of work."""

_HERE = ""
"""The key in the tree of the aliases that end at a place; no word is empty."""

_MOST_GAPS = 3
"""Signs more than one that may lie between two words of an alias, such as blanks around a dash."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a text names a skill, or has a cue: ``words`` is ``text[start:end]``."""

    id: str
    kind: Kind
    start: int
    end: int
    words: str
    negated: bool


@dataclass(frozen=True, slots=True)
class _Alias:
    """An alias: ``exact`` are its words where letters count; ``near``: only near a skill."""

    id: str
    kind: Kind | Literal["hidden"]
    exact: str
    near: bool
    several: bool


@dataclass(frozen=True, slots=True)
class _Match:
    alias: _Alias
    start: int
    end: int


class MentionFinder:
    """Finds the skills and cues of a file in text; made once, it may be used from many threads."""

    def __init__(self, file: MentionsFile, skills: Iterable[str] | None = None) -> None:
        """Take in the words of ``file``; of its ``skills`` only those that are named, if any are.

        ``skills`` are ids of the catalogue's skills; None takes all.
        """
        known = None if skills is None else frozenset(skills)
        self._near = file.near
        self._tree: dict[str, Any] = {}
        for each in file.skills:
            if known is None or each.id in known:
                self._add(each.id, "skill", each.aliases)
        for further in file.further:
            self._add(further.id, "further", further.aliases)
        for cue in file.cues:
            self._add(cue.id, "cue", cue.phrases)
        self._add("", "hidden", file.hidden)
        self._negations = Negations(file.negation)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return what ``text`` names, in its order; offsets are places in ``text``."""
        matches = sorted(self._kept(text), key=lambda each: (each.start, each.end))
        negated = self._negations.among(text, [(each.start, each.end) for each in matches])
        return tuple(
            Mention(
                each.alias.id,
                each.alias.kind,
                each.start,
                each.end,
                text[each.start : each.end],
                number in negated,
            )
            for number, each in enumerate(matches)
            if each.alias.kind != "hidden"
        )

    def _add(self, key: str, kind: Kind | Literal["hidden"], aliases: Iterable[str]) -> None:
        for written in aliases:
            plain = written.lstrip("~=")
            row = phrase(plain)
            exact = cased(plain) if written[: len(written) - len(plain)].endswith("=") else ""
            alias = _Alias(key, kind, exact, written.startswith("~"), len(row) > 1)
            for spelt in product(*([each] if exact else forms(each) for each in row)):
                node = self._tree
                for word in spelt:
                    node = node.setdefault(word, {})
                node.setdefault(_HERE, []).append(alias)

    def _kept(self, text: str) -> list[_Match]:
        """Return the matches that stand alone, or near enough to another skill."""
        found = self._longest(text)
        hidden = [each for each in found if each.alias.kind == "hidden"]
        if hidden:
            ends = [each.end for each in hidden]
            found = [each for each in found if not _lies_in(each, hidden, ends)]
        if not any(each.alias.near for each in found):
            return found
        skills = [each for each in found if not each.alias.near and each.alias.kind != "cue"]
        starts = [each.start for each in skills]
        ends = sorted(each.end for each in skills)
        return [
            each
            for each in found
            if not each.alias.near
            or bisect_left(ends, each.start - self._near) < bisect_right(starts, each.end + self._near)
            or not text[: each.start].strip() + text[each.end :].strip()
        ]

    def _longest(self, text: str) -> list[_Match]:
        """Return of each skill, cue and hidden phrase the longest matches, from left to right."""
        found, ends = words(text)
        tree = self._tree
        first = [place for place, word in enumerate(found) if word in tree and word]
        covered: dict[str, int] = {}
        matches: list[_Match] = []
        for place in first:
            start = ends[place] - len(found[place])
            longest: dict[str, _Match] = {}
            for last, aliases in self._walk(found, place):
                end = ends[last]
                for alias in aliases:
                    if covered.get(alias.id, 0) > start:
                        continue
                    if alias.several and not together(text[start:end]):
                        continue
                    if alias.exact and cased(text[start:end]) != alias.exact:
                        continue
                    longest[alias.id] = _Match(alias, start, end)
            for key, match in longest.items():
                covered[key] = match.end
                matches.append(match)
        return matches

    def _walk(self, found: list[str], place: int) -> Iterator[tuple[int, list[_Alias]]]:
        """Yield the places at which aliases end that begin at ``place``, and these aliases."""
        node: dict[str, Any] | None = self._tree[found[place]]
        while node is not None:
            if aliases := node.get(_HERE):
                yield place, aliases
            if len(node) == (1 if aliases else 0):
                return
            place += 1
            gaps = 0
            while place < len(found) and not found[place] and gaps < _MOST_GAPS:
                place += 1
                gaps += 1
            word = found[place] if place < len(found) else ""
            node = node.get(word) if word else None


def _lies_in(match: _Match, hidden: list[_Match], ends: list[int]) -> bool:
    """Say whether the match lies in one of the hidden ones, which do not overlap."""
    if match.alias.kind == "hidden":
        return False
    place = bisect_left(ends, match.end)
    return place < len(hidden) and hidden[place].start <= match.start
