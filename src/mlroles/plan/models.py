"""The shapes of ``plan.json`` and ``resources.json``: what leads to a skill.

Shapes only; what must hold between their parts, and with the catalogue, is in ``check``.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mlroles.datafile.model import Day, Id, Model, Sentence, Share

Hours = Annotated[int, Field(ge=1, le=5_000)]
"""Hours of learning and doing."""

# plan.json ----------------------------------------------------------------------------------


class Able(Model):
    """One step of being able to do something."""

    title: Sentence
    """What it is called, in a word."""
    text: Sentence
    """What it means."""


class Wanted(Model):
    """How well one has to be able to do what a role or an advert asks for."""

    by_level: Annotated[tuple[Annotated[int, Field(ge=0, le=9)], ...], Field(min_length=1)]
    """By the level that a source names for a role (0: not named), the step that is taken to do."""
    unnamed: Annotated[int, Field(ge=1, le=9)]
    """The step where no level is named, and adverts ask for it or many people use it."""
    reason: Sentence
    """Why, and who says so."""


class LevelWorth(Model):
    """What the level that a source names does to the order."""

    times: Annotated[float, Field(ge=0, le=10)]
    """By how much the share of adverts counts."""
    least: Share
    """The share that it counts for at least, as adverts leave out what goes without saying."""


class Worth(Model):
    """What a skill counts for in the order."""

    by_level: Annotated[tuple[LevelWorth, ...], Field(min_length=1)]
    """By the level that a source names (0: not named)."""
    must: Share
    """What the words of one advert count for where it says that it must be."""
    named: Share
    """Where it is named, and no more is said."""
    helpful: Share
    """Where it says that it helps."""
    reason: Sentence
    """Why."""


class Link(Model):
    """Another skill, and what it has to do with this one."""

    skill: Id
    """The id of the other skill."""
    reason: Sentence
    """Why."""
    claims: tuple[Id, ...] = ()
    """The ids of the claims that say so; none where it is our own judgement."""


class Way(Model):
    """Tools that do the same: one is enough."""

    by: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The ids of their skills."""
    enough: tuple[Id, ...] = ()
    """Those of them that are enough for who has one; all where none is named."""
    of: Id | None = None
    """The id of the skill that they are ways of; None where it is none of the catalogue."""
    reason: Sentence
    """Why one is enough."""


class Sooner(Model):
    """How much quicker somebody is who has another skill already."""

    skill: Id
    """The id of the other skill."""
    hours: Annotated[tuple[Hours, ...], Field(min_length=1, max_length=9)]
    """Hours from nothing to each step, for them."""
    reason: Sentence
    """Why."""


class SkillPath(Model):
    """What leads to one skill, and how it is seen."""

    skill: Id
    """The id of the skill."""
    hours: Annotated[tuple[Hours, ...], Field(min_length=1, max_length=9)]
    """Hours from nothing to each step of being able to do it, roughly."""
    sooner: Sooner | None = None
    """The hours of who has a skill that makes it quicker; None where none does."""
    after: tuple[Link, ...] = ()
    """The skills that it rests on."""
    includes: tuple[Link, ...] = ()
    """The skills that whoever has it has as well."""
    can: Sentence
    """What one can do then, after "you can"."""
    make: Sentence
    """A thing to make that shows it."""
    official: Id | None = None
    """The id of the nearest skill of the framework whose lines are quoted; None without one."""


class PlanFile(Model):
    """The whole of ``plan.json``."""

    schema_version: Literal[1]
    """The version of the file's shape."""
    title: Sentence
    """What it is about."""
    able: Annotated[tuple[Able, ...], Field(min_length=1, max_length=9)]
    """The steps of being able to do something, from 1; 0 is not at all."""
    wanted: Wanted
    """Which step is taken to do."""
    worth: Worth
    """What counts in the order where adverts do not say."""
    hours_rest_on: Sentence
    """What the hours rest on."""
    hours_per_week: Annotated[int, Field(ge=1, le=80)]
    """Hours in a week where the person does not say."""
    cannot_know: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    """What no plan can know."""
    framework: Id | None = None
    """The id of the framework whose lines are quoted; None for none."""
    ways: tuple[Way, ...] = ()
    """Tools of which one is enough."""
    skills: tuple[SkillPath, ...]
    """What leads to each skill."""

    def path(self, skill: str) -> SkillPath | None:
        """Return what leads to the skill of this id; None where nothing is known of it."""
        return next((each for each in self.skills if each.skill == skill), None)


# resources.json -----------------------------------------------------------------------------

Address = Annotated[str, StringConstraints(pattern=r"^https?://[^\s<>\"]+$", max_length=500)]
"""Where something is found."""


class Resource(Model):
    """Something to learn from."""

    id: Id
    """Its id."""
    title: Sentence
    """Its title."""
    url: Address
    """Where it is."""
    publisher: Sentence
    """Who made it or offers it."""
    kind: Sentence
    """What it is: a book, a course."""
    cost: Sentence
    """What it costs, in words."""
    free: bool
    """Whether one can learn all of it without paying."""
    licence: Sentence
    """Its licence as far as it is known, or "link only"."""
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    """The language in which it is, two letters of ISO 639-1."""
    level: Literal["first", "further", "deep"]
    """For whom: who begins, who goes on, or who wants it thoroughly."""
    skills: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The ids of the skills that it teaches, and for which it is recommended."""
    seen_in: Sentence
    """The public list in which it was seen, as a repository and a file."""
    seen: Day
    """The day of that list."""
    opened: Day | None = None
    """The day on which its address was last opened by a program; None for never."""
    answer: Annotated[str, StringConstraints(pattern=r"\S", max_length=200)] | None = None
    """What came then: a number of HTTP, or why nothing did; None for never opened."""


class ResourcesFile(Model):
    """The whole of ``resources.json``."""

    schema_version: Literal[1]
    """The version of the file's shape."""
    title: Sentence
    """What it is about."""
    chosen_by: Sentence
    """How they were chosen."""
    open_by: Day
    """The day by which what was never opened has to be."""
    open_every_days: Annotated[int, Field(ge=1, le=3_650)]
    """Days after which an address is opened again."""
    source: Id
    """The id of the source that the lists are."""
    resources: tuple[Resource, ...]
    """The resources, of each skill the first to recommend first."""
