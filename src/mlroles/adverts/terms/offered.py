"""Level, place, remote work and contract: what an advert says of the job."""

import re
from collections.abc import Sequence

from mlroles.adverts.sentences import Sentence
from mlroles.adverts.terms.found import Contract, Level, Place, Remote
from mlroles.adverts.terms.models import ContractKind, TermsFile, WorkPlace
from mlroles.adverts.terms.patterns import any_of, words

_NAME = r"[A-ZÀ-Þ][\w'’-]{1,30}"
_DAYS = re.compile(
    r"\b(one|two|three|four|five|[1-5])(?:\s?[-–]\s?[1-5])?\+?\s(?:days?|x)(?:\s(?:a|per|each)\s|\s?/\s?)?(?:week)?",
    re.IGNORECASE,
)
_NUMBERS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
_DAYS_REACH = 120


class LevelReader:
    """Finds the level, in the title before the text."""

    def __init__(self, file: TermsFile) -> None:
        """Take in the words."""
        self._title = [(each.id, words(each.title)) for each in file.levels]
        self._text = [(each.id, words(each.text)) for each in file.levels if each.text]

    def level(self, text: str, title: str | None) -> Level | None:
        """Return the level that the title names, else the first that the text does."""
        for name, expression in reversed(self._title):
            if match := expression.search(title or ""):
                start, end = match.span()
                return Level(start=start, end=end, words=match.group(), level=name, where="title")
        found = [
            (match.start(), match, name)
            for name, expression in self._text
            if (match := expression.search(text))
        ]
        if not found:
            return None
        _, match, name = min(found, key=lambda each: each[0])
        start, end = match.span()
        return Level(start=start, end=end, words=match.group(), level=name, where="text")


class PlaceReader:
    """Finds where the job is, and from where people work."""

    def __init__(self, file: TermsFile) -> None:
        """Take in the words."""
        self._where = [(each.where, words(each.words)) for each in file.work_places]
        label = any_of(file.places)
        self._place = re.compile(
            rf"(?i:{label})\s?:?[^\S\n]{{0,3}}\n?(?P<place>{_NAME}(?:(?:,\s?|\s|\s?/\s?){_NAME}){{0,4}})"
        )

    def remote(self, text: str, title: str | None) -> Remote | None:
        """Return from where people work; None where it is not named."""
        for where, expression in self._where:
            if match := expression.search(text):
                return self._remote(text, match, where)
        return None

    def _remote(self, text: str, match: "re.Match[str]", where: WorkPlace) -> Remote:
        days: int | None = None
        if where != "remote":
            near = text[match.start() : match.end() + _DAYS_REACH]
            if found := _DAYS.search(near):
                days = _NUMBERS.get(found[1].lower()) or int(found[1])
        start, end = match.span()
        return Remote(start=start, end=end, words=match.group(), where=where, days=days)

    def place(self, text: str) -> Place | None:
        """Return where the job is; None where it is not named."""
        match = self._place.search(text)
        if match is None:
            return None
        return Place(start=match.start("place"), end=match.end("place"), words=match["place"])


class ContractReader:
    """Finds which kinds of contract are named."""

    def __init__(self, file: TermsFile) -> None:
        """Take in the words."""
        self._kinds: list[tuple[ContractKind, re.Pattern[str]]] = [
            (each.kind, words(each.words)) for each in file.contracts
        ]

    def contract(self, sentences: Sequence[Sentence], text: str) -> tuple[Contract, ...] | None:
        """Return the kinds of contract that are named, each once; None without."""
        found = [
            Contract(start=match.start(), end=match.end(), words=match.group(), kind=kind)
            for kind, expression in self._kinds
            if (match := expression.search(text))
        ]
        return tuple(sorted(found, key=lambda each: each.start)) or None
