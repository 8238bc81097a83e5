"""What a job is by the duties and skills that its advert names; the title is left out."""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import chain, islice
from math import ceil, exp, fsum, log2
from typing import Literal, NamedTuple, Protocol

from mlroles.adverts.models import AdvertsFile
from mlroles.adverts.points import Masker, Named, Vocabulary, said
from mlroles.adverts.sentences import Phrases, Sentence, SentenceReader

Outcome = Literal["role", "mixed", "none", "too-short", "not-an-advert", "other-language"]
"""What comes out; of the last three nothing can be told."""

LETTERS = 9
"""Signs of a word, at most: so that texts without Latin letters have a length."""

SHORT = 150
"""Words of a text from which on it must have words of adverts."""

LONG = 500
"""Words of a text from which on it must have more of them, in proportion."""


NEAR = 2
"""Within how many margins of the leader another role makes it doubtful."""


class Finder(Protocol):
    """What finds skills and cues in a text."""

    def find(self, text: str) -> Sequence[Named]:
        """Return what ``text`` names, in its order."""


class Speaking(NamedTuple):
    """A sentence that speaks for a role.

    ``points`` is by how many points it speaks more for ``role`` than for the next; ``cues`` are
    the ids of what counts in it.
    """

    role: str
    start: int
    end: int
    points: int
    cues: tuple[str, ...]


class Mix(NamedTuple):
    """What a job is.

    ``shares`` are calibrated, in the order of the file, and sum to one; ``roles`` one for the
    outcome "role", two or three for "mixed", none else. ``none_share`` is the calibrated chance
    that it is none of these roles, ``nearest`` the id of the job that it then is, where one is
    known. ``cues`` is how many it rests on.
    """

    shares: tuple[tuple[str, float], ...]
    outcome: Outcome
    roles: tuple[str, ...]
    none_share: float
    nearest: str | None
    speaking: tuple[Speaking, ...]
    cues: int


class MixReader:
    """Reads what jobs are by one file of points, and takes texts apart for it."""

    def __init__(self, file: AdvertsFile, finder: Finder) -> None:
        self._file = file
        self._finder = finder
        self._reader = SentenceReader(file.boilerplate)
        self._masker = Masker(file.masks)
        self._vocabulary = Vocabulary(file.cues)
        self._english = frozenset(file.limits.english)
        self._advert = Phrases(file.limits.advert)
        rows = [(*cue.points, cue.none, *cue.jobs) for cue in file.cues]
        self._columns = tuple(zip(*rows, strict=True))
        self._start = (*file.start, file.none_start, *file.jobs_start)

    def sentences(self, text: str, heading_lines: Collection[int] = ()) -> tuple[Sentence, ...]:
        """Return the sentences of ``text``, boilerplate marked."""
        return self._reader.sentences(text, heading_lines)

    def read(self, text: str, title: str | None = None) -> Mix:
        """Return what the job of an advert is."""
        return self.mix(self.sentences(text), self._finder.find(text), title)

    def mix(
        self,
        sentences: Sequence[Sentence],
        mentions: Sequence[Named],
        title: str | None = None,
        *,
        speaking: bool = True,
    ) -> Mix:
        """Return what the job is; ``title`` is looked for in the text and left out.

        ``mentions`` stand in the order of the text. Without ``speaking`` no sentences are named,
        which is faster.
        """
        rows = [
            (sentence, found)
            for sentence, words, ids in said(self._masker, sentences, mentions, title)
            if (found := self._vocabulary.found(words, ids))
        ]
        times = Counter(chain.from_iterable(found for _, found in rows))
        weights = [(place, log2(1 + times[place])) for place in sorted(times)]
        number = len(self._file.roles)
        *sums, none = (self._sum(column, weights) for column in range(number + 1))
        shares = softmax(tuple(each / self._file.temperature for each in sums))
        none_share = _logistic(none / self._file.none_temperature)
        outcome = self._unread(sentences, len(times)) or self._outcome(shares, none_share)
        return Mix(
            shares=tuple(zip(self._file.roles, shares, strict=True)),
            outcome=outcome,
            roles=self._leaders(shares) if outcome in {"role", "mixed"} else (),
            none_share=none_share,
            nearest=self._nearest(weights) if outcome == "none" else None,
            speaking=tuple(self._speaking(rows)) if speaking else (),
            cues=len(times),
        )

    def _sum(self, column: int, weights: Sequence[tuple[int, float]]) -> float:
        """Return the points of one column."""
        points = self._columns[column]
        return fsum([self._start[column], *[weight * points[place] for place, weight in weights]])

    def _outcome(self, shares: tuple[float, ...], none_share: float) -> Outcome:
        """Return "none" where that is likely, or likelier than a leader that is not far ahead."""
        second, first = sorted(shares)[-2:]
        limits = self._file.limits
        near = first - second < NEAR * limits.mixed
        if none_share >= limits.none or (near and none_share > (1 - none_share) * first):
            return "none"
        return "mixed" if len(self._leaders(shares)) > 1 else "role"

    def _leaders(self, shares: tuple[float, ...]) -> tuple[str, ...]:
        """Return the roles with the highest share or one that is not clearly lower, it first."""
        least = max(shares) - self._file.limits.mixed
        ranked = sorted(zip(shares, self._file.roles, strict=True), key=lambda each: -each[0])
        return (ranked[0][1], *(role for share, role in ranked[1:] if share > least))

    def _nearest(self, weights: Sequence[tuple[int, float]]) -> str | None:
        """Return the id of the other job that it is most like; None where it has none."""
        first = len(self._file.roles) + 1
        sums = [self._sum(first + n, weights) for n in range(len(self._file.jobs))]
        return self._file.jobs[sums.index(max(sums))].job if sums else None

    def _unread(self, sentences: Sequence[Sentence], cues: int) -> Outcome | None:
        """Say why nothing can be told; None where something can."""
        limits = self._file.limits
        words = tuple(chain.from_iterable(each.words for each in sentences))
        number = len(words)
        length = max(number, sum(len(each.text) for each in sentences) / LETTERS)
        if length < limits.least_words:
            return "too-short"
        english = sum(map(self._english.__contains__, words))
        if english < limits.least_english * length:
            return "other-language"
        least = ceil(limits.least_advert * max(1, number / LONG))
        if number >= SHORT and len([*islice(self._advert.found(words), least)]) < least:
            return "not-an-advert"
        return "too-short" if cues < limits.least_cues else None

    def _speaking(self, rows: Sequence[tuple[Sentence, set[int]]]) -> Iterator[Speaking]:
        """Yield the sentences that speak more for one role than for any other, in their order."""
        for sentence, found in rows:
            places = sorted(found)
            sums = [
                sum(each) for each in zip(*(self._file.cues[n].points for n in places), strict=True)
            ]
            second, first = sorted(sums)[-2:]
            if first > second:
                ids = tuple(self._file.cues[place].id for place in places)
                role = self._file.roles[sums.index(first)]
                yield Speaking(role, sentence.start, sentence.end, first - second, ids)


def softmax(points: Sequence[float]) -> tuple[float, ...]:
    """Return shares that sum to one: e to the power of each number, over their total."""
    highest = max(points)
    weights = [exp(value - highest) for value in points]
    whole = fsum(weights)
    return tuple(weight / whole for weight in weights)


def _logistic(value: float) -> float:
    """Return the share of the first of two: half where ``value`` is 0."""
    return softmax((value, 0.0))[0]
