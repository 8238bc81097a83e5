"""What each sentence of an advert says that counts; titles of jobs are left out of it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import compress, count, product
from typing import Protocol

from mlroles.adverts.models import CuePoints, Masks
from mlroles.adverts.sentences import Sentence, words_of

MASK = "#"
"""Stands for each sign of what is left out, so that places in the text stay what they were."""

JOINING = " \t\u00a0/,&-"
"""What may stand between the words of a title."""

ANY_WORD = re.compile(r"[A-Za-z0-9+#]+")
"""A word, in letters of any size: to make them small may change their number."""

SHORT = 3
"""Letters of the longest word whose final s belongs to it."""


class Named(Protocol):
    """A skill or a cue that a text names, as ``mentions`` finds it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def start(self) -> int:
        """Where it begins in the text."""

    @property
    def negated(self) -> bool:
        """Whether the text says that it is not needed."""


class Masker:
    """Leaves the titles of jobs out of sentences."""

    def __init__(self, masks: Masks) -> None:
        self._before = frozenset(masks.before)
        self._last = frozenset(masks.last)
        self._whole = {tuple(each.split()) for each in masks.whole}
        self._ends = self._last.union(row[-1] for row in self._whole)
        self._lengths = sorted({len(row) for row in self._whole}, reverse=True)

    def masked(self, sentence: Sentence, title: str) -> str:
        """Return the text of ``sentence`` with a mask for each title in it.

        ``title`` is the advert's own, in small letters; empty where it is not there.
        """
        text = sentence.text
        if title and title in text.lower():
            text = re.sub(re.escape(title), _mask, text, flags=re.IGNORECASE)
        if self._ends.isdisjoint(sentence.words):
            return text
        places = [(each.start(), each.end()) for each in ANY_WORD.finditer(text)]
        words = [text[start:end].lower() for start, end in places]
        parts, done = [], 0
        for last, word in enumerate(words):
            if word in self._ends and (first := self._first(text, words, places, last)) >= 0:
                start, end = places[first][0], places[last][1]
                parts += [text[done:start], MASK * (end - start)]
                done = end
        return "".join([*parts, text[done:]])

    def _first(self, text: str, words: list[str], places: list[tuple[int, int]], last: int) -> int:
        """Return where the title begins that ends with word ``last``; −1 where there is none."""
        if words[last] not in self._last:
            starts = (last + 1 - length for length in self._lengths if length <= last + 1)
            return next(
                (each for each in starts if tuple(words[each : last + 1]) in self._whole), -1
            )
        first = last
        while (
            first
            and words[first - 1] in self._before
            and not text[places[first - 1][1] : places[first][0]].strip(JOINING)
        ):
            first -= 1
        return first


def _mask(found: re.Match[str]) -> str:
    return MASK * len(found.group())


def said(
    masker: Masker, sentences: Sequence[Sentence], mentions: Sequence[Named], title: str | None
) -> Iterator[tuple[Sentence, tuple[str, ...], set[str]]]:
    """Yield each sentence about the work, its words, and the ids of what it names.

    Words of titles are masked, and what is named within a title does not count; nor does what
    the text says is not needed. A title of one word is no title to look for.
    """
    own = title.strip().lower() if title and len(title.split()) > 1 else ""
    if own and own not in "\n".join(each.text for each in sentences).lower():
        own = ""
    place, last = 0, len(mentions)
    for sentence in sentences:
        if sentence.boilerplate:
            continue
        text = masker.masked(sentence, own)
        changed = text is not sentence.text
        start = sentence.start
        while place < last and mentions[place].start < start:
            place += 1
        ids: set[str] = set()
        while place < last and mentions[place].start < sentence.end:
            each = mentions[place]
            place += 1
            if not each.negated and not (changed and text[each.start - start] == MASK):
                ids.add(each.id)
        yield sentence, words_of(text) if changed else sentence.words, ids


def stem(word: str) -> str:
    """Return ``word`` without the s of its plural."""
    return word[:-1] if len(word) > SHORT and word[-1] == "s" and word[-2] not in "isu" else word


class Vocabulary:
    """The words of cues, in all of their forms, looked up at once."""

    def __init__(self, cues: Sequence[CuePoints]) -> None:
        self.ids: Mapping[str, int] = {
            cue.id: place for place, cue in enumerate(cues) if cue.words is None
        }
        self._begun: dict[str, dict[str, int]] = {}
        for place, cue in enumerate(cues):
            for first, *rest in _forms(cue.words or ""):
                self._begun.setdefault(first, {})[" ".join(rest)] = place

    def found(self, words: tuple[str, ...], ids: set[str]) -> set[int]:
        """Return the places of the cues that stand in a sentence."""
        found = {self.ids[each] for each in ids if each in self.ids}
        begun, last = self._begun, len(words) - 1
        for place in compress(count(), map(begun.__contains__, words)):
            cues = begun[words[place]]
            if "" in cues:
                found.add(cues[""])
            if place < last and words[place + 1] in cues:
                found.add(cues[words[place + 1]])
        return found


def _forms(words: str) -> Iterator[tuple[str, ...]]:
    """Yield ``words`` with and without the s of a plural at each of them."""
    if words:
        each = [
            (word, f"{word}s") if stem(f"{word}s") == word else (word,) for word in words.split()
        ]
        yield from product(*each)
