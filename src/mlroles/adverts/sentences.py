"""Takes the text of an advert apart into sentences, with the heading over each.

Adverts often come with their line breaks lost, or with remains of markup in them: a sentence also
ends at a tag, at a bullet, at an escaped line break, and where the next one follows a full stop
without a space.
"""

import re
from collections.abc import Collection, Iterator
from itertools import chain
from typing import NamedTuple

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

BULLETS = ("-", "*", "•", "·", "▪", "●", "◦", "–")
"""Signs before an item of a list."""

EDGES = " \t\u00a0*-–—#>_|~'\"[](){}\u200b\ufeff"
"""What stands around a line and is not part of it."""

LONGEST = 500
"""Signs of a sentence; in a text that has lost its stops a longer one is cut."""

PART = 250
"""Signs of each part of it, at most."""

LONGEST_HEADING = 8
"""Words of a heading, at most."""


_KEPT = "abcdefghijklmnopqrstuvwxyz0123456789+#"
_TABLE = "".join(each if each in _KEPT else " " for each in map(chr, range(256))).encode()


class Sentence(NamedTuple):
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


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of ``text`` in small letters: rows of letters from a to z, digits, + and #.

    The same as an expression finds, in a fraction of its time.
    """
    small = text.lower().encode("latin-1", "replace")
    return tuple(small.translate(_TABLE).decode("ascii").split())


class Phrases:
    """Rows of words, to be looked up in other rows without a loop over all of them."""

    def __init__(self, phrases: Collection[str]) -> None:
        self._rows: dict[str, list[tuple[str, ...]]] = {}
        self._begun: dict[str, list[tuple[str, ...]]] = {}
        for each in phrases:
            row = tuple(each.split())
            self._rows.setdefault(max(row, key=len), []).append(row)
            self._begun.setdefault(row[0], []).append(row)
        self._longest = frozenset(self._rows)

    def found(self, words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        """Yield the different phrases that stand in ``words``, those of one word first."""
        longest = self._longest.intersection(words)
        rows = chain.from_iterable(self._rows[each] for each in longest)
        for row in sorted(rows, key=len):
            if len(row) == 1 or _stands(row, words):
                yield row

    def any(self, words: tuple[str, ...]) -> bool:
        """Say whether one of the phrases stands in ``words``."""
        return not self._longest.isdisjoint(words) and any(
            row if len(row) == 1 else _stands(row, words)
            for longest in self._longest.intersection(words)
            for row in self._rows[longest]
        )

    def begins(self, words: tuple[str, ...]) -> bool:
        """Say whether ``words`` begin with one of the phrases."""
        rows = self._begun.get(words[0]) if words else None
        return rows is not None and any(words[: len(row)] == row for row in rows)


def _stands(row: tuple[str, ...], words: tuple[str, ...]) -> bool:
    place = -1
    for _ in range(words.count(row[0])):
        place = words.index(row[0], place + 1)
        if words[place : place + len(row)] == row:
            return True
    return False


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
            words = words_of(line)
            if not words and line.isascii():
                continue
            first = len(line) if start in known else self._heading(line, words)
            if 0 < first < len(line) and self._is_item(text, start, line[:first]):
                first = 0
            if first:
                heading, idle = line[:first].rstrip(" :"), self._idle.begins(words)
                if first == len(line):
                    continue
                line = line[first:]  # noqa: PLW2901
                words = words_of(line)
            boilerplate = idle or self._boilerplate.any(words)
            found.append(Sentence(start + first, end, line, heading, boilerplate, words))
        return tuple(found)

    def _is_item(self, text: str, start: int, head: str) -> bool:
        """Say whether an item of a list stands at ``start``, and its head is no usual heading."""
        before = text[max(0, start - 2) : start].rstrip()
        return before.endswith(BULLETS) and not self._usual.issuperset(words_of(head))

    def _heading(self, line: str, words: tuple[str, ...]) -> int:
        """Return how many signs of ``line`` are a heading: all of it, up to a colon, or none."""
        begins = self._known.begins(words)
        if begins and self._usual.issuperset(words):
            return len(line)
        if ":" not in line:
            return 0
        head, _, rest = line.partition(":")
        if (rest and not begins) or len(words_of(head)) > LONGEST_HEADING:
            return 0
        return len(line) - len(rest.lstrip())


def sentences(
    text: str, heading_lines: Collection[int] = (), boilerplate: Boilerplate | None = None
) -> tuple[Sentence, ...]:
    """Return the sentences of ``text``; without ``boilerplate`` none is taken for such."""
    return SentenceReader(boilerplate).sentences(text, heading_lines)


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield where each piece between two breaks starts and ends, and its text, without its edges.

    One without stops is cut between words.
    """
    start = 0
    for each in chain(BREAK.finditer(text), [None]):
        stop, following = each.span() if each else (len(text), 0)
        if each and text[stop] != "<":
            stop = following  # the sign belongs to the sentence; a tag does not
        while start < stop:
            cut = -1 if stop - start <= LONGEST else text.rfind(" ", start + 1, start + PART)
            end = cut if cut > 0 else stop
            piece = text[start:end].rstrip()
            if line := piece.lstrip(EDGES):
                first = start + len(piece) - len(line)
                yield first, first + len(line), line
            start = end
        start = following


def _spans(text: str, heading_lines: Collection[int]) -> frozenset[int]:
    """Return where the known headings start."""
    starts, at = [], 0
    for number, line in enumerate(text.split("\n")):
        if number in heading_lines:
            starts.append(at + len(line.rstrip()) - len(line.rstrip().lstrip(EDGES)))
        at += len(line) + 1
    return frozenset(starts)
