"""Level, place, remote work and contract: what an advert says of the job."""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from mlroles.adverts.terms.alone import Alone
from mlroles.adverts.terms.found import Contract, Level, Place, Remote
from mlroles.adverts.terms.models import TermsFile
from mlroles.adverts.terms.patterns import Phrases, lowered, phrase_words, whole_words

_DAYS = re.compile(
    r"\b(one|two|three|four|five|[1-5])(?:\s?(?:[-–]|to|or)\s?[1-5])?\+?\s?(?:days?|x)\b"
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_HOME = re.compile(r"home|remote|wfh")
_OFFICE = re.compile(r"office|site|person")
_WHERE = 25
"""Signs on both sides of days in which it is said where they are."""
_BEFORE_PLACE = re.compile(r"[^\S\n]{0,3}:?[^\S\n]{0,3}")
_NEXT_LINE = re.compile(r"\n[^\S\n]{0,3}")
_NAME = re.compile(r"[A-ZÀ-Þ][\w'’-]{0,29}\w")
_JOIN = re.compile(r",[ ]?|[ ]?/[ ]?|[ ]")
_ALONE = re.compile(r"\s*(?:[\n(,;/|]|$)")
"""What follows a place that has a line of its own."""
_MOST_NAMES = 4
_DAYS_BEFORE = 25
_DAYS_BEHIND = 90
_PASSING = 80
"""Signs on both sides in which it would be said that it is so only for a time."""


class LevelReader:
    """Finds the level, in the title before the text."""

    def __init__(self, file: TermsFile) -> None:
        """Take in the words."""
        self._title = [(each.id, Phrases(each.title, each.unless)) for each in file.levels]
        self._text = [(each.id, Phrases(each.text)) for each in file.levels if each.text]
        self.words = phrase_words(phrases for _, phrases in self._text)

    def level(
        self, text: str, small: str, words: AbstractSet[str], title: str | None
    ) -> Level | None:
        """Return the level that the title names, else the first that the text does."""
        named = title or ""
        small_title = lowered(named)
        title_words = {*whole_words(small_title)}
        for name, phrases in reversed(self._title):
            if match := phrases.search(small_title, 0, title_words):
                start, end = match.span()
                return Level(
                    start=start, end=end, words=named[start:end], level=name, where="title"
                )
        found = [
            (*match.span(), name)
            for name, phrases in self._text
            if (match := phrases.search(small, 0, words))
        ]
        if not found:
            return None
        start, end, name = min(found)
        return Level(start=start, end=end, words=text[start:end], level=name, where="text")


class PlaceReader:
    """Finds where the job is, and from where people work."""

    def __init__(self, file: TermsFile) -> None:
        """Take in the words."""
        self._where = [
            (each.where, Phrases(each.words, each.unless), Alone(each.alone), Phrases(each.passing))
            for each in file.work_places
        ]
        self._labels = Phrases(file.places)
        self.words = phrase_words((self._labels, *(phrases for _, phrases, _, _ in self._where)))
        self._ends = tuple(each.lower() for each in file.place_ends)

    def remote(self, text: str, small: str, words: AbstractSet[str]) -> Remote | None:
        """Return from where people work; None where it is not named."""
        for where, phrases, alone, passing in self._where:
            for start, end in _places(phrases, alone, small, words):
                if passing.search(small[max(0, start - _PASSING) : end + _PASSING]):
                    continue
                days = None if where == "remote" else _days(small, start, end)
                return Remote(start=start, end=end, words=text[start:end], where=where, days=days)
        return None

    def place(self, text: str, small: str, words: AbstractSet[str]) -> Place | None:
        """Return where the job is; None where it is not named."""
        for label in self._labels.finditer(small, 0, len(small), words):
            start = _BEFORE_PLACE.match(text, label.end()).end()  # type: ignore[union-attr]
            found = self._names(text, small, start)
            if not found and (line := _NEXT_LINE.match(text, start)):
                start = line.end()
                found = [
                    each for each in self._names(text, small, start) if _ALONE.match(text, each)
                ]
            if found:
                return Place(start=start, end=found[-1], words=text[start : found[-1]])
        return None

    def _names(self, text: str, small: str, start: int) -> list[int]:
        """Return where names end that begin at ``start``: one of them, two in a row, and so on."""
        ends: list[int] = []
        for _ in range(_MOST_NAMES):
            name = None if self._is_end(small, start) else _NAME.match(text, start)
            if not name:
                break
            ends.append(name.end())
            join = _JOIN.match(text, name.end())
            if not join:
                break
            start = join.end()
        return ends

    def _is_end(self, small: str, start: int) -> bool:
        """Say whether words begin here that are not part of a name."""
        return small.startswith(self._ends, start) and any(
            re.compile(rf"{re.escape(each)}\b").match(small, start)
            for each in self._ends
            if small.startswith(each, start)
        )


class ContractReader:
    """Finds which kinds of contract are named."""

    def __init__(self, file: TermsFile) -> None:
        """Take in the words."""
        self._kinds = [
            (each.kind, Phrases(each.words, each.unless), Alone(each.alone))
            for each in file.contracts
        ]
        self.words = phrase_words(phrases for _, phrases, _ in self._kinds)

    def contract(
        self, text: str, small: str, words: AbstractSet[str]
    ) -> tuple[Contract, ...] | None:
        """Return the kinds of contract that are named, each once; None without."""
        found = [
            Contract(start=span[0], end=span[1], words=text[slice(*span)], kind=kind)
            for kind, phrases, alone in self._kinds
            if (span := next(_places(phrases, alone, small, words), None))
        ]
        return tuple(sorted(found, key=lambda each: each.start)) or None


def _places(
    phrases: Phrases, alone: Alone, small: str, words: AbstractSet[str]
) -> Iterator[tuple[int, int]]:
    """Yield where the phrases stand, and then what stands alone; ``words`` are the text's."""
    yield from (each.span() for each in phrases.finditer(small, 0, len(small), words))
    yield from alone.spans(small)


def _days(small: str, start: int, end: int) -> int | None:
    """Return the days a week in the office that stand near a place; None without.

    What is left of a week with two days at home, the advert does not say.
    """
    found = _DAYS.search(small, max(0, start - _DAYS_BEFORE), end + _DAYS_BEHIND)
    if found is None:
        return None
    near = small[max(0, found.start() - _WHERE) : found.end() + _WHERE]
    if _HOME.search(near) and not _OFFICE.search(small, found.end(), found.end() + _WHERE):
        return None
    return _NUMBERS.get(found[1]) or int(found[1])
