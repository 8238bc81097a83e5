"""The words for how well somebody can do something, and what somebody says in them.

They stand in ``plan.json``, of which no more is read here. A catalogue without one goes by the
words of the one that comes along, since they are about people and not about a field.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from pydantic import ConfigDict, Field
from typing_extensions import TypedDict

from mlroles.datafile.model import Level, Model, Sentence
from mlroles.datafile.read import read_part
from mlroles.errors import UnknownNameError, UsageError
from mlroles.locations import data_directory
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.find import find_by_title, matching, normal
from mlroles.suggest import closest, offer
from mlroles.text import quoted

FILE = "plan.json"
"""The file's name in a catalogue's directory."""

NONE = "not at all"
"""The word for level 0, which is below the lowest step."""

NONES = frozenset({"none", "no", "not", NONE})
"""What people type for it."""


class _Able(TypedDict):
    title: Sentence
    text: Sentence


class _Wanted(TypedDict):
    unnamed: Level


class _Part(Model):
    """What is looked at of the file; the rest of it is not."""

    model_config = ConfigDict(extra="ignore")
    able: Annotated[tuple[_Able, ...], Field(min_length=1, max_length=9)]
    wanted: _Wanted


@dataclass(frozen=True)
class Levels:
    """How well somebody can do something: ``titles`` and ``texts`` are the steps from 1."""

    titles: tuple[str, ...]
    """What each is called, in a word or two."""
    texts: tuple[str, ...]
    """What each means."""
    usual: int
    """The level of who says only that they can do it."""

    @classmethod
    def of(cls, steps: Iterable[tuple[str, str]], unnamed: int) -> "Levels":
        """Return the steps, each with its title and its text; ``unnamed`` is the usual one."""
        titles, texts = zip(*steps, strict=True)
        return cls(titles, texts, min(unnamed, len(titles)))

    @property
    def highest(self) -> int:
        """The highest level."""
        return len(self.titles)

    def title(self, level: int) -> str:
        """Return what a level is called; one above the highest by its number."""
        if level > self.highest:
            return f"level {level}"
        return self.titles[level - 1] if level else NONE

    def __str__(self) -> str:
        """Return all of them in a line."""
        return ", ".join(f"{n} {self.title(n)}" for n in range(self.highest + 1))

    def read(self, text: str) -> int | None:
        """Return the level that a number or a word means; None where it means none, or several."""
        if text.isascii() and text.isdigit():
            number = int(text[:9])
            return number if number <= self.highest else None
        wanted = normal(text)
        if wanted in NONES:
            return 0
        titles = [normal(each) for each in self.titles]
        for fits in (str.__eq__, _has_word):
            found = [n for n, title in enumerate(titles, start=1) if fits(title, wanted)]
            if len(found) == 1:
                return found[0]
        return None


def _has_word(title: str, wanted: str) -> bool:
    return bool(wanted) and f" {wanted} " in f" {title} "


def load_levels(directory: Path) -> Levels:
    """Return the levels of the catalogue in ``directory``; raises DataError where they are wrong.

    Those that come along where the catalogue has none.
    """
    path = directory / FILE
    part = read_part(path if path.is_file() else data_directory() / FILE, _Part)
    steps = ((each["title"], each["text"]) for each in part.able)
    return Levels.of(steps, part.wanted["unnamed"])


def said(catalogue: Catalogue, levels: Levels, typed: Iterable[str]) -> dict[str, int]:
    """Return how well somebody can do something, by skill: 0 for not at all.

    Each of ``typed`` is names of skills with commas between, each perhaps with ``=`` and a number
    or a word; without one it can be used. Raises UsageError, UnknownNameError.
    """
    found: dict[str, int] = {}
    for each in (part.strip() for text in typed for part in text.split(",")):
        if each:
            name, _, level = each.partition("=")
            found[find_skill(catalogue, name.strip())] = _level(levels, each, level.strip())
    return found


def _level(levels: Levels, each: str, level: str) -> int:
    if not level:
        return levels.usual
    found = levels.read(level)
    if found is None:
        raise UsageError(
            f"{quoted(each)} has no number of a step, and no word for one.", f"{levels}."
        )
    return found


def find_skill(catalogue: Catalogue, name: str) -> str:
    """Return the id of the skill that has this name; raises UnknownNameError."""
    skills = catalogue.file.skills
    if found := named_skill(catalogue, name):
        return found
    try:
        return find_by_title([(each.id, each.title) for each in skills], name, "skill")
    except UnknownNameError as error:
        if error.hint.startswith("There are:"):  # too many to read
            likely = offer(closest(name, (each.id for each in skills)))
            error.hint = likely or "“mlroles skills --all --full” lists them."
        raise


def named_skill(catalogue: Catalogue, name: str) -> str | None:
    """Return the id of the skill that has this very name; None where none has."""
    skills = ((each.id, each.title, *each.aliases) for each in catalogue.file.skills)
    found = matching(skills, name)
    return found[0] if found else None
