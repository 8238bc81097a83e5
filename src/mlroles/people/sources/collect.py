"""Collecting what a file names: skills, each with its place, and jobs."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from mlroles.mentions.find import Mention
from mlroles.people.models import MOST_JOBS, Found, HeldJob, short
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.find import normal

Kind = Literal["resume", "linkedin", "document"]
"""What a file is: JSON Resume, an export of LinkedIn, or a document such as a CV."""

MOST_OTHERS = 200
"""Names that are no skill of the catalogue of which each is told."""

MOST_LETTERS = 500_000
"""Letters of a file that are looked through; a CV of fifty pages has fewer."""

_BETWEEN_NAMES = re.compile(r"[,;|•·\n]+")
_WORD = re.compile(r"\S+")
_ADDRESS = re.compile(r"@|://|www\.|\w\.(?:com|org|net|io|dev|me|ai)\b")
"""What stands in addresses of mail and of pages, in which words are names."""


class Finder(Protocol):
    """Finds skills in text, as ``MentionFinder`` does."""

    def find(self, text: str) -> Sequence[Mention]:
        """Return what ``text`` names, in its order."""
        ...


@dataclass(frozen=True)
class ReadFile:
    """What a file of a person names."""

    file: str
    """The name of the file, without its folders."""
    kind: Kind
    """What it is."""
    skills: Mapping[str, Found]
    """Where each skill stands first, by its id."""
    jobs: tuple[HeldJob, ...]
    """The jobs held."""
    others: tuple[str, ...]
    """What it names that is no skill of the catalogue, as it stands there."""


class Collector:
    """Collects from one file, called ``file``; without a finder only whole names are known."""

    def __init__(self, catalogue: Catalogue, finder: Finder | None, file: str) -> None:
        """Start with nothing found."""
        self.file = short(file) or "file"
        self._find: Callable[[str], Sequence[Mention]] = finder.find if finder else lambda _: ()
        self._names = _names(catalogue)
        self._skills: dict[str, Found] = {}
        self._jobs: list[HeldJob] = []
        self._others: dict[str, None] = {}
        self._left = MOST_LETTERS

    def names(self, text: str, place: str, stated: str | None = None) -> None:
        """Take a name of a skill, or several with commas between; ``stated`` is how well."""
        for name in _BETWEEN_NAMES.split(self._taken(text)):
            if not (kept := short(name)):
                continue
            key = self._names.get(normal(kept))
            found = [key] if key else [each.id for each in self._mentions(kept)]
            for each in found:
                self._keep(each, place, kept, stated)
            if not found and len(self._others) < MOST_OTHERS:
                self._others.setdefault(kept)

    def text(self, text: str, place: str) -> None:
        """Take running text: the skills that it names, and does not say to be missing."""
        for each in self._mentions(self._taken(text)):
            self._keep(each.id, place, each.words)

    def document(self, text: str) -> None:
        """Take a whole document, whose lines are counted from 1."""
        text = self._taken(text)
        ends = [found.start() for found in re.finditer("\n", text)]
        line = 0
        for each in self._mentions(text):
            while line < len(ends) and ends[line] < each.start:
                line += 1
            self._keep(each.id, f"line {line + 1}", each.words)

    def job(self, title: str, start: str | None, end: str | None) -> None:
        """Take a job that was held."""
        if (kept := short(title)) and len(self._jobs) < MOST_JOBS:
            self._jobs.append(HeldJob(title=kept, start=start, end=end))

    def result(self, kind: Kind) -> ReadFile:
        """Return what was found."""
        return ReadFile(self.file, kind, self._skills, tuple(self._jobs), tuple(self._others))

    def _mentions(self, text: str) -> list[Mention]:
        """Return the skills that ``text`` names; those of other kinds are told as others."""
        named = [each for each in self._find(_WORD.sub(_unless_address, text)) if not each.negated]
        for each in named:
            if each.kind == "further" and len(self._others) < MOST_OTHERS and short(each.words):
                self._others.setdefault(short(each.words))
        return [each for each in named if each.kind == "skill"]

    def _keep(self, key: str, place: str, words: str, stated: str | None = None) -> None:
        if key not in self._skills:
            self._skills[key] = Found(
                file=self.file,
                place=short(place),
                words=short(words),
                stated=short(stated) or None if stated else None,
            )

    def _taken(self, text: str) -> str:
        """Return as much of ``text`` as is still looked through."""
        text = text[: self._left]
        self._left -= len(text)
        return text


def _unless_address(word: re.Match[str]) -> str:
    """Return a word, or as many blanks where it is an address."""
    return " " * len(word[0]) if _ADDRESS.search(word[0]) else word[0]


def _names(catalogue: Catalogue) -> dict[str, str]:
    """Return each skill by every name that it has; an earlier name wins."""
    names: dict[str, str] = {}
    for rank in ("id", "title"):
        for each in catalogue.file.skills:
            names.setdefault(normal(getattr(each, rank)), each.id)
    for each in catalogue.file.skills:
        for alias in each.aliases:
            names.setdefault(normal(alias), each.id)
    names.pop("", None)
    return names
