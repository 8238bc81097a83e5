"""The shapes of ``frameworks.json``.

People write how a framework divides the family; ``builders/frameworks.py`` adds what can be read
from the framework's own files: facts, rungs and skills. Roles are named by id. The file may name
roles that a catalogue does not have. What must hold between the parts is in ``frameworks.check``.
"""

from typing import Annotated, Literal

from pydantic import Field

from mlroles.datafile.model import Dated, Day, Id, Model, Sentence

FILE = "frameworks.json"
"""The file's name in a catalogue's directory."""

Fit = Literal["exactly", "partly", "mixed"]
"""How a box covers a role: it is this role and no other, only part of it, or it with others."""

Kind = Literal["framework", "classification", "statistics", "survey"]
"""What sort of thing divides the family."""


class NamedRole(Model):
    """A role that frameworks are compared by; a catalogue need not have it."""

    id: Id
    """The role's id, the same as in ``roles.json`` where the role is there."""
    title: Sentence
    """The role's name."""


class LadderLevel(Model):
    """A step of the ladder from trainee to head, common to all frameworks."""

    id: Id
    """The level's id, which is also the word that a person types."""
    title: Sentence
    """The level's name."""
    text: Sentence
    """What a person at this level does, in a few words."""
    aliases: tuple[Sentence, ...] = ()
    """Other words for the level."""
    experience: Id | None = None
    """The level of experience in the pay data that comes closest; None where none does."""


class Cover(Model):
    """How a box covers one role."""

    role: Id
    """The role."""
    fit: Fit
    """Whether the box is the role, part of it, or it mixed with other jobs."""
    reason: Sentence
    """Why it is read so."""


class Fact(Model):
    """Something that the framework states of a box."""

    label: Sentence
    """What is stated."""
    value: Sentence
    """The value, in words or figures."""


class RungSkill(Model):
    """A skill at a rung."""

    skill: Id
    """The skill."""
    step: Id
    """How far the skill must go, a step of the framework."""


class Rung(Model):
    """A level of a box, as the framework describes it; texts are quoted."""

    id: Id
    """The rung's id within its box."""
    title: Sentence
    """The job title at this rung."""
    level: Id
    """The level of the common ladder."""
    text: Sentence
    """What a person at this rung is, in the framework's words."""
    duties: tuple[Sentence, ...] = ()
    """What the person does, in the framework's words; each goes on from "you will"."""
    skills: tuple[RungSkill, ...] = ()
    """The skills at this rung."""


class Box(Model):
    """A place into which a framework puts people or jobs."""

    id: Id
    """The box's id within its framework."""
    code: Sentence | None = None
    """The framework's own code; None where it has no codes."""
    uri: Sentence | None = None
    """The address by which the framework names the box for machines; None where it has none."""
    title: Sentence
    """The framework's own name for the box."""
    text: Sentence
    """What the box holds, in our words."""
    covers: tuple[Cover, ...] = ()
    """The roles that it covers; empty where it is only a neighbour."""
    facts: tuple[Fact, ...] = ()
    """What the framework states of it."""
    rungs: tuple[Rung, ...] = ()
    """Its levels from the lowest to the highest; empty where the framework has none."""


class NoBox(Model):
    """A role for which a framework has no box."""

    role: Id
    """The role."""
    text: Sentence
    """What comes closest, or that nothing does."""


class Step(Model):
    """How far a skill goes."""

    id: Id
    """The step's id."""
    title: Sentence
    """The step's name."""


class SkillStep(Model):
    """What a person can do who has a skill up to a step."""

    step: Id
    """The step."""
    can: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    """What the person can do, in the framework's words; each goes on from "you can"."""


class FrameworkSkill(Model):
    """A skill as a framework describes it; texts are quoted."""

    id: Id
    """The skill's id within its framework."""
    title: Sentence
    """The skill's name."""
    text: Sentence | None = None
    """What the skill is about; None where the framework does not say."""
    steps: tuple[SkillStep, ...] = ()
    """What one can do at each step that the framework describes."""


class Framework(Model):
    """Something that divides the family: a framework, a classification, statistics or a survey."""

    id: Id
    """The id by which it is asked for."""
    title: Sentence
    """Its full name."""
    short_title: Sentence
    """Its name in a table."""
    kind: Kind
    """What sort of thing it is."""
    source: Id
    """The id of the source that it comes from."""
    edition: Sentence
    """Which edition or copy was read."""
    date: Dated
    """The date of that edition or copy."""
    review_by: Day
    """The day by which somebody should look whether there is a newer one."""
    credit: Sentence
    """The credit that its licence asks for."""
    about: Sentence
    """How it divides the family, in our words."""
    limits: tuple[Sentence, ...] = ()
    """What to keep in mind about it."""
    steps: tuple[Step, ...] = ()
    """How far a skill can go, from the lowest step to the highest."""
    boxes: tuple[Box, ...]
    """Its boxes in this family."""
    no_box: tuple[NoBox, ...] = ()
    """The roles for which it has none."""
    skills: tuple[FrameworkSkill, ...] = ()
    """The skills that its rungs name."""


class FrameworksFile(Model):
    """How frameworks, classifications and surveys divide the family of roles."""

    schema_version: Literal[1]
    """The version of the file's shape, now 1."""
    title: Sentence
    """What the file is about."""
    roles: Annotated[tuple[NamedRole, ...], Field(min_length=1)]
    """The roles that every framework is held against."""
    levels: tuple[LadderLevel, ...] = ()
    """The common ladder, from the lowest level to the highest."""
    frameworks: Annotated[tuple[Framework, ...], Field(min_length=1)]
    """The frameworks, in the order in which they are shown."""
