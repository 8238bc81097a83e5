"""The shapes of ``sources.json`` and ``roles.json``.

Shapes only: what one file may hold. What must hold *between* the parts (references, unique ids,
levels inside their scale) is in ``check``. Building is deferred so that only the two root
models are ever compiled: a screen that needs one file pays for one.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mlroles.datafile.model import Id, Model, Sentence

ClaimIds = Annotated[tuple[Id, ...], Field(min_length=1)]
"""The claims that a statement rests on."""


# sources.json -------------------------------------------------------------------------------


class Section(Model):
    """A part of a source in which claims stand."""

    id: Id
    title: Sentence


class Source(Model):
    """Who says something: an article, or a data set."""

    id: Id
    title: Sentence
    author: Sentence
    publisher: Sentence
    published: Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")] | None
    """The date as far as it is given; None where the source gives none."""
    cite: Sentence
    """The short form that stands in footnotes."""
    kind: Sentence
    """What sort of text it is, in a few words."""
    licence: Sentence | None = None
    credit: Sentence | None = None
    """The line that the licence asks to be printed, word for word; None where it asks for none."""
    caveats: tuple[Sentence, ...] = ()
    sections: tuple[Section, ...] = ()


class Claim(Model):
    """One thing that a source says, in our words."""

    id: Id
    source: Id
    section: Id
    kind: Id
    text: Sentence


class Side(Model):
    """What one side of a dispute says, and the claims that say it."""

    says: Sentence
    claims: ClaimIds


class Dispute(Model):
    """Claims that contradict one another, and the reading that mlroles takes."""

    id: Id
    about: Sentence
    sides: Annotated[tuple[Side, ...], Field(min_length=1)]
    reading: Sentence
    reason: Sentence


class SourcesFile(Model):
    """``sources.json``."""

    schema_version: Literal[1]
    sources: tuple[Source, ...]
    claims: tuple[Claim, ...]
    disputes: tuple[Dispute, ...] = ()


# roles.json ---------------------------------------------------------------------------------


class Statement(Model):
    """A sentence and the claims that it rests on."""

    id: Id
    text: Sentence
    claims: ClaimIds


class Stage(Model):
    """A stage of a data-science project's life, in the file's order."""

    id: Id
    title: Sentence
    text: Sentence
    claims: ClaimIds
    gap: Sentence | None = None
    """What the sources leave unsaid about who does this, where they do."""


class Aspect(Model):
    """A row of the comparison."""

    id: Id
    title: Sentence
    question: Sentence
    """The question that the row answers, as a person would ask it."""
    scale: Annotated[tuple[Sentence, ...], Field(min_length=2, max_length=10)] | None = None
    """The words of the scale from the lowest (level 0) to the highest, where there is one."""


class Category(Model):
    """A group of skills."""

    id: Id
    title: Sentence


class Skill(Model):
    """Something that a person can learn."""

    id: Id
    title: Sentence
    category: Id
    aliases: tuple[Sentence, ...] = ()
    esco: (
        Annotated[
            str,
            StringConstraints(pattern=r"^http://data\.europa\.eu/esco/skill/[0-9a-f-]{36}$"),
        ]
        | None
    ) = None
    """The address of the same or a close skill in ESCO, where there is one."""
    onet: Annotated[str, StringConstraints(pattern=r"\S", max_length=80)] | None = None
    """The name under which O*NET lists it, where it does."""


class Responsibility(Model):
    """Something that has to be done; ``stage`` is None where it stands outside the lifecycle."""

    id: Id
    title: Sentence
    stage: Id | None


class Figure(Model):
    """An amount of money that a source states."""

    amount: Annotated[int, Field(ge=0)]
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    basis: Sentence
    region: Sentence
    reported_by: Sentence


class AspectStatement(Model):
    """What is true of a role in one aspect; ``level`` counts from 0 on the aspect's scale."""

    aspect: Id
    text: Sentence
    level: int | None = None
    figure: Figure | None = None
    claims: ClaimIds


class RoleResponsibility(Model):
    """A responsibility that a role leads or helps with."""

    responsibility: Id
    part: Literal["leads", "helps"]
    text: Sentence | None = None
    claims: ClaimIds


class RoleSkill(Model):
    """A skill of a role; ``level`` counts on the file's ``skill_scale``."""

    skill: Id
    level: Annotated[int, Field(ge=1)]
    text: Sentence | None = None
    claims: ClaimIds


class Alias(Model):
    """Another name under which a role goes."""

    name: Sentence
    claims: tuple[Id, ...] = ()
    """Empty for a mere abbreviation or spelling."""


class Role(Model):
    """A job, told apart from the others."""

    id: Id
    title: Sentence
    short_title: Sentence
    letter: Annotated[str, StringConstraints(pattern=r"^\S{1,3}$")]
    """One to three letters that stand beside the role's colour."""
    summary: Statement
    aliases: tuple[Alias, ...] = ()
    aspects: tuple[AspectStatement, ...] = ()
    responsibilities: tuple[RoleResponsibility, ...] = ()
    does_not: tuple[Statement, ...] = ()
    skills: tuple[RoleSkill, ...] = ()
    choose_if: tuple[Statement, ...] = ()
    think_twice_if: tuple[Statement, ...] = ()


class RolesFile(Model):
    """``roles.json``."""

    schema_version: Literal[1]
    title: Sentence
    stages: tuple[Stage, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    categories: tuple[Category, ...] = ()
    skill_scale: Annotated[tuple[Sentence, ...], Field(min_length=2, max_length=10)]
    """The words for a skill's level from 0 (not named for the role) upwards."""
    skills: tuple[Skill, ...] = ()
    responsibilities: tuple[Responsibility, ...] = ()
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]
    overlap: tuple[Statement, ...] = ()
    """What the roles have in common, and how they are mixed up."""
    team_sizes: tuple[Statement, ...] = ()
    """Who does what in small and in large organisations."""
