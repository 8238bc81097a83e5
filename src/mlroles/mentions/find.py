"""Finding skills and cues of work in text.

All aliases are one tree of words, and a text is walked once, word by word: the time grows with
the text, not with the lists. Of the aliases of one skill the longest counts; those of different
skills may lie in one another, as SQL does in "Spark SQL".
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count, product
from operator import itemgetter
from typing import Final, Literal, NamedTuple, TypeAlias

from mlroles.mentions.models import MentionsFile
from mlroles.mentions.negation import Negations
from mlroles.mentions.words import cased, forms, phrase, together, words

Kind = Literal["skill", "further", "cue"]
"""A skill of the catalogue, a further skill, or a cue of work."""

_Kind = Kind | Literal["hidden", "before", "after"]
"""What else is looked for: words that hide others, and those that negate."""

_NAMED: Final = frozenset({"skill", "further", "cue"})

_MOST_GAPS = 3
"""Signs more than one that may lie between two words of an alias, such as blanks around a dash."""


class Mention(NamedTuple):
    """Where a text names a skill, or has a cue: ``words`` is ``text[start:end]``."""

    id: str
    """The id of the skill of the catalogue, of the further skill, or of the cue."""
    kind: Kind
    """Which of these it is."""
    start: int
    """Where it begins: signs from the start of the text."""
    end: int
    """Where it ends: the first sign that is no longer part of it."""
    words: str
    """The words, as they stand."""
    negated: bool
    """Whether the text says that it is not needed."""


class _Alias(NamedTuple):
    """An alias; ``exact`` are its words where letters count; ``near``: only near a skill."""

    id: str
    kind: _Kind
    exact: str
    near: bool


_Match: TypeAlias = tuple[int, int, _Alias]
"""Start, end, and what was matched."""

_Node: TypeAlias = tuple[list[_Alias], "dict[str, _Node]"]
"""The aliases that end here, and the words that may follow."""


class MentionFinder:
    """Finds the skills and cues of a file in text; made once, it may be used from many threads."""

    def __init__(self, file: MentionsFile, skills: Iterable[str] | None = None) -> None:
        """Take in the words of ``file``; of its ``skills`` only those that are named, if any are.

        ``skills`` are ids of the catalogue's skills; None takes all.
        """
        known = None if skills is None else frozenset(skills)
        self._near = file.near
        self._begun: dict[str, list[tuple[_Alias, Sequence[str]]]] = {}
        self._tree: dict[str, _Node] = {}
        for each in file.skills:
            if known is None or each.id in known:
                self._add(each.id, "skill", each.aliases)
        for further in file.further:
            self._add(further.id, "further", further.aliases)
        for cue in file.cues:
            self._add(cue.id, "cue", cue.phrases)
        self._add(" hidden", "hidden", file.hidden)
        self._add(" before", "before", file.negation.before)
        self._add(" after", "after", file.negation.after)
        self._negations = Negations(file.negation)

    def find(self, text: str) -> tuple[Mention, ...]:
        """Return what ``text`` names, in its order; offsets are places in ``text``."""
        before: list[int] = []
        after: set[int] = set()
        found: list[_Match] = []
        hidden: list[_Match] = []
        for match in self._longest(text):
            kind = match[2].kind
            if kind in _NAMED:
                found.append(match)
            elif kind == "hidden":
                hidden.append(match)
            elif kind == "before":
                before.append(match[1])
            elif self._negations.holds(text, match[1]):
                after.add(match[0])
        found = sorted(self._supported(text, _outside(found, hidden)), key=itemgetter(0, 1))
        negated = self._negations.among(text, found, before, after)
        return tuple(
            Mention(alias.id, alias.kind, start, end, text[start:end], number in negated)  # type: ignore[arg-type]
            for number, (start, end, alias) in enumerate(found)
        )

    def _add(self, key: str, kind: _Kind, aliases: Iterable[str]) -> None:
        for written in aliases:
            plain = written.lstrip("~=")
            exact = cased(plain) if "=" in written[:2] else ""
            alias = _Alias(key, kind, exact, written.startswith("~"))
            found = phrase(plain)
            for spelt in found[:1] if exact or not found else forms(found[0]):
                self._begun.setdefault(spelt, []).append((alias, found[1:]))

    def _node(self, word: str) -> _Node:
        """Return what begins with ``word``; the tree grows there when a text first has it."""
        node = self._tree.get(word)
        if node is None:
            node = ([], {})
            for alias, rest in self._begun[word]:
                spellings = ([each] if alias.exact else forms(each) for each in rest)
                for spelt in product(*spellings):
                    _grow(node, spelt, alias)
            self._tree[word] = node
        return node

    def _longest(self, text: str) -> list[_Match]:
        """Return of each skill, cue and so on the longest matches, from left to right."""
        found = words(text)
        places = [*compress(count(), map(self._begun.__contains__, found))]
        found.append("")
        covered: dict[str, int] = {}
        matches: list[_Match] = []
        done = start = 0  # the last word that was reached, and where it begins
        for place in places:
            word = found[place]
            aliases, children = self._node(word)
            after = found[place + 1]
            more = children and (not after or after in children)
            if not aliases and not more:
                continue
            if place > done:
                start += _width(found, done, place) + 1
                done = place
            end = start + len(word)
            longest: dict[str, _Match] = {}
            for alias in aliases:
                if not alias.exact or text[start:end] == alias.exact:
                    longest[alias.id] = (start, end, alias)
            if more:
                for last, aliases in _walk(found, place, children):
                    end = start + _width(found, place, last + 1)
                    longest |= _phrases(text, start, end, aliases)
            for key, match in longest.items():
                if covered.get(key, 0) <= start:
                    covered[key] = match[1]
                    matches.append(match)
        return matches

    def _supported(self, text: str, found: list[_Match]) -> list[_Match]:
        """Return the matches that may stand alone, or stand near enough to a skill."""
        if not any(alias.near for _, _, alias in found):
            return found
        skills = [each for each in found if not each[2].near and each[2].kind != "cue"]
        starts = [start for start, _, _ in skills]
        ends = sorted(end for _, end, _ in skills)
        near = self._near
        return [
            (start, end, alias)
            for start, end, alias in found
            if not alias.near
            or bisect_left(ends, start - near) < bisect_right(starts, end + near)
            or _all_there_is(text, start, end)
        ]


def _grow(node: _Node, words: Iterable[str], alias: _Alias) -> None:
    """Put an alias behind some words."""
    for word in words:
        node = node[1].setdefault(word, ([], {}))
    # The last that fits counts: what may stand alone, before what needs another skill.
    node[0].insert(0 if alias.near else len(node[0]), alias)


def _width(found: Sequence[str], first: int, end: int) -> int:
    """Return how many signs some words take, with one between two of them."""
    return len(" ".join(found[first:end]))


def _walk(
    found: Sequence[str], place: int, children: "dict[str, _Node]"
) -> Iterator[tuple[int, list[_Alias]]]:
    """Yield the places after ``place`` at which aliases end, and these aliases.

    ``children`` are the words that may follow; the last word of ``found`` is empty.
    """
    last = len(found) - 1
    while children:
        place += 1
        gaps = 0
        while not found[place] and place < last and gaps < _MOST_GAPS:
            place += 1
            gaps += 1
        node = children.get(found[place])
        if node is None:
            return
        aliases, children = node
        if aliases:
            yield place, aliases


def _phrases(text: str, start: int, end: int, aliases: Iterable[_Alias]) -> dict[str, _Match]:
    """Return those aliases of several words that fit what stands at a place, by their ids."""
    if not together(text[start:end]):
        return {}
    return {
        each.id: (start, end, each)
        for each in aliases
        if not each.exact or cased(text[start:end]) == each.exact
    }


def _outside(found: list[_Match], hidden: list[_Match]) -> list[_Match]:
    """Return those of ``found`` that lie in none of ``hidden``, which do not overlap.

    What is as long as the hidden phrase is meant by it.
    """
    if not hidden:
        return found
    ends = [end for _, end, _ in hidden]
    ends.append(0)
    kept = []
    for start, end, alias in found:
        place = bisect_left(ends, end, 0, len(hidden))
        if place == len(hidden) or hidden[place][0] > start or hidden[place][:2] == (start, end):
            kept.append((start, end, alias))
    return kept


def _all_there_is(text: str, start: int, end: int) -> bool:
    """Say whether nothing but blanks stands around a place: a skill in a list of names."""
    longest = 200
    return len(text) < longest and not text[:start].strip() and not text[end:].strip()
