"""Takes the text of an advert apart into sentences, with the heading over each.

Adverts often come with their line breaks lost, or with remains of markup in them: a sentence also
ends at a tag, at a bullet, at an escaped line break, and where the next one follows a full stop
without a space.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from mlroles.adverts.models import Boilerplate

BREAK = re.compile(
    r"[\n\r\u2028.!?;•·▪●◦‣∙■\uf0b7<'\"\\](?:"
    r"(?<=[\n\r\u2028•·▪●◦‣∙■\uf0b7])"
    r"|(?<=[.!?;])(?<!\b\w[.])(?:[\"'’”)\]]*(?=\s+[\"'“(\[*\-–]*[A-Z0-9])|(?=[A-Z][a-z]))"
    r"|(?<=<)/?[a-zA-Z][^<>]{0,300}>"
    r"|(?<=['\"])\s*,\s*['\"]"
    r"|(?<=\\)[nr])"
)
"""Where a sentence ends."""

WORD = re.compile(r"[a-z0-9+#]+")
"""A word, in small letters."""

EDGES = " \t\u00a0*-–—#>_|~'\"[](){}\u200b\ufeff"
"""What stands around a line and is not part of it."""

LONGEST = 500
"""Signs of a sentence; in a text that has lost its stops a longer one is cut."""

PART = 250
"""Signs of each part of it, at most."""

PAIR = 2
"""Words that are found at once, without looking further."""

LONGEST_HEADING = 8
"""Words of a heading, at most."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or an item of a list, and where it stands: ``text`` is ``[start:end]``.

    ``heading`` is the one over it, None where there is none. ``boilerplate`` says nothing about
    the work. ``words`` are its words in small letters, without signs.
    """

    start: int
    end: int
    text: str
    heading: str | None
    boilerplate: bool
    words: tuple[str, ...]


class Phrases:
    """Rows of words, to be looked up in other rows without a loop over all of them."""

    def __init__(self, phrases: Collection[str]) -> None:
        rows = [tuple(each.split()) for each in phrases]
        self._single = frozenset(row[0] for row in rows if len(row) == 1)
        self._pairs = frozenset(row[:2] for row in rows if len(row) > 1)
        self._longer: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
        for row in rows:
            if len(row) > 1:
                self._longer.setdefault(row[:2], []).append(row)

    def count(self, words: tuple[str, ...]) -> int:
        """Return how many different phrases stand in ``words``."""
        found = len(self._single.intersection(words))
        for pair in self._pairs.intersection(pairwise(words)):
            found += sum(_stands(row, words) for row in self._longer[pair])
        return found

    def any(self, words: tuple[str, ...]) -> bool:
        """Say whether one of the phrases stands in ``words``."""
        if not self._single.isdisjoint(words):
            return True
        pairs = self._pairs.intersection(pairwise(words))
        return any(_stands(row, words) for pair in pairs for row in self._longer[pair])

    def begins(self, words: tuple[str, ...]) -> bool:
        """Say whether ``words`` begin with one of the phrases."""
        return not self._single.isdisjoint(words[:1]) or any(
            words[: len(row)] == row for row in self._longer.get(words[:2], ())
        )


def _stands(row: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return len(row) == PAIR or any(
        words[place : place + len(row)] == row for place in range(len(words))
    )


class SentenceReader:
    """Takes texts apart; without cues no sentence is boilerplate."""

    def __init__(self, cues: Boilerplate | None = None) -> None:
        self._boilerplate = Phrases(cues.words if cues else ())
        self._idle = Phrases(cues.headings if cues else ())
        headings = (*cues.headings, *cues.other_headings) if cues else ()
        self._known = Phrases(headings)
        self._usual = frozenset(word for each in headings for word in each.split())

    def sentences(self, text: str, heading_lines: Collection[int] = ()) -> tuple[Sentence, ...]:
        """Return the sentences of ``text`` in order, without its headings and what is empty.

        ``heading_lines`` are the places, from 0, of lines that are known to be headings.
        """
        known = _spans(text, heading_lines) if heading_lines else frozenset[int]()
        found: list[Sentence] = []
        heading: str | None = None
        idle = False
        for start, end, line in _pieces(text):
            words = tuple(WORD.findall(line.lower()))
            if not words and line.isascii():
                continue
            first = len(line) if start in known else self._heading(line, words)
            if first:
                heading, idle = line[:first].rstrip(" :"), self._idle.begins(words)
                if first == len(line):
                    continue
                words = tuple(WORD.findall(line[first:].lower()))
            boilerplate = idle or self._boilerplate.any(words)
            found.append(Sentence(start + first, end, line[first:], heading, boilerplate, words))
        return tuple(found)

    def _heading(self, line: str, words: tuple[str, ...]) -> int:
        """Return how many signs of ``line`` are a heading: all of it, up to a colon, or none."""
        begins = self._known.begins(words)
        if begins and self._usual.issuperset(words):
            return len(line)
        head, colon, rest = line.partition(":")
        if not colon or (rest and not begins) or len(WORD.findall(head.lower())) > LONGEST_HEADING:
            return 0
        return len(line) - len(rest.lstrip())


def sentences(
    text: str, heading_lines: Collection[int] = (), boilerplate: Boilerplate | None = None
) -> tuple[Sentence, ...]:
    """Return the sentences of ``text``; without ``boilerplate`` none is taken for such."""
    return SentenceReader(boilerplate).sentences(text, heading_lines)


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each piece between two breaks starts and ends, and its text."""
    start = 0
    for each in BREAK.finditer(text):
        yield from _trimmed(text, start, each.start() if each[0][0] == "<" else each.end())
        start = each.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield a piece without its edges; one without stops is cut between words."""
    while end - start > LONGEST and (cut := text.rfind(" ", start + 1, start + PART)) > 0:
        yield from _trimmed(text, start, cut)
        start = cut
    piece = text[start:end].rstrip()
    line = piece.lstrip(EDGES)
    if line:
        first = start + len(piece) - len(line)
        yield first, first + len(line), line


def _spans(text: str, heading_lines: Collection[int]) -> frozenset[int]:
    """Return where the known headings start."""
    starts, at = [], 0
    for number, line in enumerate(text.split("\n")):
        if number in heading_lines:
            starts.append(at + len(line.rstrip()) - len(line.rstrip().lstrip(EDGES)))
        at += len(line) + 1
    return frozenset(starts)
