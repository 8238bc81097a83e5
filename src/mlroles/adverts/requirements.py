"""What an advert asks for: which skills must be, and which would be good.

The words of the sentence decide, those nearest to the skill within its part of the sentence; where
it has none, the heading over it. Where neither says anything, a skill is named, and no more.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from mlroles.adverts.sentences import Sentence
from mlroles.adverts.terms.found import Need
from mlroles.adverts.terms.models import NeedWords
from mlroles.adverts.terms.patterns import Phrases, lowered
from mlroles.mentions.find import Mention

_REACH = 400
"""Signs of a sentence on both sides of a skill that are read."""

_HEADINGS = 1000
"""Headings that are remembered: the same ones stand over many skills."""

_STRONGEST: tuple[Need, ...] = ("must", "helpful", "named", "not-needed")


@dataclass(frozen=True)
class Requirement:
    """A skill that an advert names, and how much it needs it; ``words`` is ``[start:end]``."""

    id: str
    """The id of the skill of the catalogue, or of the further skill."""
    kind: Literal["skill", "further"]
    """Which of the two it is."""
    need: Need
    """How much it is needed: of several mentions, what asks for most."""
    words: str
    """The words of the first mention that says so."""
    start: int
    """Where they begin."""
    end: int
    """Where they end."""


class NeedReader:
    """Tells what must be from what would be good."""

    def __init__(self, needs: NeedWords) -> None:
        """Take in the words."""
        self._must = Phrases(needs.must)
        self._helpful = Phrases(needs.helpful)
        self._must_heading = Phrases(needs.must_headings)
        self._helpful_heading = Phrases(needs.helpful_headings)
        self._apart = Phrases(needs.apart)
        self.under = lru_cache(_HEADINGS)(self._under)
        """Returns how much an advert needs what stands under a heading."""

    def need(self, sentence: Sentence, start: int, end: int) -> Need:
        """Return how much an advert needs what stands from ``start`` to ``end`` of its text."""
        # Of an endless sentence only what is near is read.
        reach = max(sentence.start, start - _REACH)
        text = lowered(sentence.text[reach - sentence.start : end - sentence.start + _REACH])
        start, end = start - reach, end - reach
        first, last = self._part(text, start, end)
        helpful = [each.span() for each in self._helpful.finditer(text, first, last)]
        cues: list[tuple[int, Need]] = [(place, "helpful") for place, _ in helpful]
        cues += [
            (each.start(), "must")
            for each in self._must.finditer(text, first, last)
            if not any(begin <= each.start() < finish for begin, finish in helpful)
        ]
        if cues:
            behind = [cue for cue in cues if cue[0] >= end]
            return min(behind)[1] if behind else max(cues)[1]
        return self.under(sentence.heading)

    def _under(self, heading: str | None) -> Need:
        text = lowered(heading or "")
        if self._helpful_heading.search(text):
            return "helpful"
        return "must" if self._must_heading.search(text) else "named"

    def requirements(
        self, sentences: Sequence[Sentence], mentions: Sequence[Mention]
    ) -> tuple[Requirement, ...]:
        """Return the skills that an advert names, each once, in the order of the text.

        ``mentions`` are places in the text of which ``sentences`` are a part. What stands in a
        heading is named; what stands in boilerplate asks for nothing.
        """
        starts = [each.start for each in sentences]
        found: dict[str, Requirement] = {}
        for mention in mentions:
            if mention.kind == "cue":
                continue
            place = bisect_right(starts, mention.start) - 1
            sentence = sentences[place] if place >= 0 else None
            need: Need = "named"
            if sentence and mention.end <= sentence.end:
                if sentence.boilerplate:
                    continue
                need = self.need(sentence, mention.start, mention.end)
            if mention.negated:
                need = "not-needed"
            before = found.get(mention.id)
            if before is None or _STRONGEST.index(need) < _STRONGEST.index(before.need):
                found[mention.id] = Requirement(
                    mention.id, mention.kind, need, mention.words, mention.start, mention.end
                )
        return tuple(found.values())

    def _part(self, text: str, start: int, end: int) -> tuple[int, int]:
        """Return from where to where the part of a sentence goes that holds a place."""
        first, last = 0, len(text)
        for each in self._apart.finditer(text, 0, last):
            if each.end() <= start:
                first = each.end()
            elif each.start() >= end:
                last = each.start()
                break
        return first, last
