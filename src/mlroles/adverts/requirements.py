"""What an advert asks for: which skills must be, and which would be good.

The words of the sentence decide, those nearest to the skill within its part of the sentence; where
it has none, the heading over it. Where neither says anything, a skill is named, and no more.
"""

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from typing import Final, Literal, NamedTuple

from mlroles.adverts.sentences import Sentence
from mlroles.adverts.terms.found import Need
from mlroles.adverts.terms.models import NeedWords
from mlroles.adverts.terms.patterns import Phrases, lowered, phrase_words, whole_words
from mlroles.mentions.find import Mention

_REACH = 400
"""Signs of a sentence on both sides of a skill that are read."""

_HEADINGS = 1000
"""Headings that are remembered: the same ones stand over many skills."""

_SENTENCES = 100
"""Sentences that are remembered: several things stand in one."""

_ASKED: Final = ("must", "helpful")
_STRONGEST: tuple[Need, ...] = ("must", "helpful", "named", "not-needed")


class Requirement(NamedTuple):
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


class _Marks(NamedTuple):
    """What a sentence says of what must be; all places are in its text."""

    end: int
    """Its length."""
    cues: tuple[tuple[int, int, Need], ...]
    """Where words of need start and end, and which need they say, in their order."""
    apart: tuple[tuple[int, int], ...]
    """Where words stand between two parts of it of which each says its own."""


class NeedReader:
    """Tells what must be from what would be good."""

    def __init__(self, needs: NeedWords) -> None:
        """Take in the words."""
        self._must = Phrases(needs.must)
        self._helpful = Phrases(needs.helpful)
        self._must_heading = Phrases(needs.must_headings)
        self._helpful_heading = Phrases(needs.helpful_headings)
        self._apart = Phrases(needs.apart)
        self._words = phrase_words((self._must, self._helpful, self._apart))
        self.marks = lru_cache(_SENTENCES)(self._marked)
        """Returns what a sentence says of what must be."""
        self._studies = Phrases(needs.studies)
        self._studied = Phrases(needs.studied)
        self.fields = lru_cache(_SENTENCES)(self._fields)
        """Returns where a sentence lists fields of study."""
        self.under = lru_cache(_HEADINGS)(self._under)
        """Returns how much an advert needs what stands under a heading."""

    def need(self, sentence: Sentence, start: int, end: int) -> Need:
        """Return how much an advert needs what stands from ``start`` to ``end`` of its text."""
        # Of an endless sentence only what is near is read.
        reach = max(sentence.start, start - _REACH)
        marks = self.marks(sentence.text[reach - sentence.start : end - sentence.start + _REACH])
        if not marks.cues:
            return self.under(sentence.heading)
        start, end = start - reach, end - reach
        first = max((each for _, each in marks.apart if each <= start), default=0)
        last = min((each for each, _ in marks.apart if each >= end), default=marks.end)
        cues = [cue for cue in marks.cues if first <= cue[0] and cue[1] <= last]
        if cues:
            behind = [cue for cue in cues if cue[0] >= end]
            return behind[0][2] if behind else cues[-1][2]
        return self.under(sentence.heading)

    def _marked(self, sentence: str) -> _Marks:
        text = lowered(sentence)
        end = len(text)
        words = self._words.intersection(whole_words(text))
        if not (self._must.anchors.among(words) or self._helpful.anchors.among(words)):
            return _Marks(end, (), ())
        helpful = [each.span() for each in self._helpful.finditer(text, 0, end, words)]
        cues: list[tuple[int, int, Need]] = [(*each, "helpful") for each in helpful]
        cues += [
            (*each.span(), "must")
            for each in self._must.finditer(text, 0, end, words)
            if not any(begin <= each.start() < finish for begin, finish in helpful)
        ]
        apart = [each.span() for each in self._apart.finditer(text, 0, end, words)]
        return _Marks(end, tuple(sorted(cues)), tuple(apart))

    def _fields(self, sentence: str) -> tuple[tuple[int, int], ...]:
        text = lowered(sentence)
        found = []
        for match in self._studies.finditer(text, 0, len(text)):
            end = self._studied.search(text, match.end())
            found.append((match.end(), end.start() if end else len(text)))
        return tuple(found)

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
            before = found.get(mention.id)
            if before and before.need == _STRONGEST[0]:
                continue
            need: Need = "named"
            if sentence and mention.end <= sentence.end:
                if sentence.boilerplate:
                    continue
                need = self.need(sentence, mention.start, mention.end)
                place = mention.start - sentence.start
                # A degree in statistics may be asked for; statistics are only named by it.
                if need in _ASKED and any(
                    begin <= place < end for begin, end in self.fields(sentence.text)
                ):
                    need = "named"
            if mention.negated:
                need = "not-needed"
            if before is None or _STRONGEST.index(need) < _STRONGEST.index(before.need):
                found[mention.id] = Requirement(
                    mention.id, mention.kind, need, mention.words, mention.start, mention.end
                )
        return tuple(found.values())
