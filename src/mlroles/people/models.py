"""What is kept of a person: skills with levels, where each was found, and jobs held.

Nothing else is: no name, no age, no gender, no nationality, no picture, no employer and no place.
A skill that is not there is not known; level 0 says that the person cannot do it. What was only
found in a file has no level: a file names skills, and the person says how well.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mlroles.datafile.model import Dated, Day, Id, Model
from mlroles.text import clean

LONGEST = 200
"""Letters of a text that is kept of a file."""

MOST_FOUND = 5
"""So many places are kept of one skill, one a file, the newest."""

MOST_JOBS = 200
"""Jobs that are kept at the most."""

HaveLevel = Annotated[int, Field(ge=0, le=9)]
"""How well: 0 for not at all, then the steps of ``able`` in ``plan.json``, from 1."""

Short = Annotated[str, StringConstraints(pattern=r"\S", max_length=LONGEST)]
"""A few words of a file."""


class Found(Model):
    """Where a file names a skill."""

    file: Short
    """The name of the file, without its folders."""
    place: Short
    """Where in it: a line, a row, or a place in JSON."""
    words: Short
    """The words by which it was found, as they stand."""
    stated: Short | None = None
    """How well, in the file's own words; None where it does not say."""


class KnownSkill(Model):
    """What is known of one skill."""

    level: HaveLevel | None = None
    """How well, as the person says; None where it was only found."""
    said: Day | None = None
    """The day on which the person said so; None where they did not."""
    found: Annotated[tuple[Found, ...], Field(max_length=MOST_FOUND)] = ()
    """Where it was found, a place for each file, the newest first."""


class HeldJob(Model):
    """A job that a file names, without the employer and the place."""

    title: Short
    """The title, as it stands."""
    start: Dated | None = None
    """When it began, as far as the file says; None where it does not."""
    end: Dated | None = None
    """When it ended, as far as the file says; None for now, or where it does not."""


class Profile(Model):
    """The whole of ``profile.json``, which is also what is exported and imported."""

    format: Literal["mlroles/profile"] = "mlroles/profile"
    """What the file is."""
    version: Literal[1] = 1
    """The version of the file's shape."""
    skills: dict[Id, KnownSkill] = Field(default_factory=dict)
    """What is known, by the id of the skill."""
    jobs: Annotated[tuple[HeldJob, ...], Field(max_length=MOST_JOBS)] = ()
    """Jobs held, in the order of the files."""

    @property
    def levels(self) -> dict[str, int]:
        """How well, by the id of the skill, of those of which the person said so."""
        return {key: own.level for key, own in self.skills.items() if own.level is not None}

    @property
    def waiting(self) -> tuple[str, ...]:
        """The ids of the skills that were found and wait for the person to say how well."""
        return tuple(key for key, own in self.skills.items() if own.level is None)

    def saying(self, levels: Mapping[str, int | None], day: dt.date) -> "Profile":
        """Return this with levels that the person gives on ``day``; None takes a level back.

        Places where a skill was found stay.
        """
        skills = dict(self.skills)
        for key, level in levels.items():
            known = skills.get(key, KnownSkill())
            if level is not None:
                skills[key] = known.model_copy(update={"level": level, "said": day})
            elif known.found:
                skills[key] = KnownSkill(found=known.found)
            else:
                skills.pop(key, None)
        return self.model_copy(update={"skills": skills})

    def without(self, keys: Iterable[str]) -> "Profile":
        """Return this without some skills."""
        gone = set(keys)
        left = {key: own for key, own in self.skills.items() if key not in gone}
        return self.model_copy(update={"skills": left})

    def finding(self, found: Mapping[str, Found], jobs: Iterable[HeldJob]) -> "Profile":
        """Return this with what was found in a file; what the person said of it stays."""
        skills = dict(self.skills)
        for key, place in found.items():
            known = skills.get(key, KnownSkill())
            skills[key] = known.model_copy(update={"found": _newest((place,), known.found)})
        return self._with(skills, jobs)

    def joined(self, other: "Profile") -> "Profile":
        """Return this with what ``other`` knows; of a level said twice that of the later day.

        Where both were said on the same day, that of ``other``.
        """
        skills = dict(self.skills)
        for key, new in other.skills.items():
            old = skills.get(key, KnownSkill())
            said = new if _day(new) >= _day(old) else old
            skills[key] = said.model_copy(update={"found": _newest(new.found, old.found)})
        return self._with(skills, other.jobs)

    def _with(self, skills: Mapping[str, KnownSkill], jobs: Iterable[HeldJob]) -> "Profile":
        every = tuple(dict.fromkeys((*self.jobs, *jobs)))[:MOST_JOBS]
        return self.model_copy(update={"skills": skills, "jobs": every})


def short(text: str) -> str:
    """Return a text of a file as it is kept: one clean line, cut where it is long; may be empty."""
    return " ".join(clean(text[: 4 * LONGEST]).split())[:LONGEST].strip()


def _newest(new: tuple[Found, ...], old: tuple[Found, ...]) -> tuple[Found, ...]:
    """Return the places of both, one for each file."""
    by_file = {each.file: each for each in reversed((*new, *old))}
    order = dict.fromkeys(each.file for each in (*new, *old))
    return tuple(by_file[file] for file in order)[:MOST_FOUND]


def _day(known: KnownSkill) -> tuple[bool, dt.date]:
    return known.level is not None, known.said or dt.date.min
