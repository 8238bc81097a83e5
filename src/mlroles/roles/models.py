"""The shapes of ``sources.json``, ``roles.json`` and ``neighbours.json``.

Shapes only: what one file may hold. What must hold *between* the parts (references, unique ids,
levels inside their scale) is in ``check``. Building is deferred so that only the root
models are ever compiled: a screen that needs one file pays for one.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mlroles.datafile.model import Amount, Dated, Day, Id, Level, Model, Sentence

ClaimIds = Annotated[tuple[Id, ...], Field(min_length=1)]
"""The claims that a statement rests on."""


# sources.json -------------------------------------------------------------------------------


class Section(Model):
    """A part of a source in which claims stand."""

    id: Id
    """Its id, by which claims name it."""
    title: Sentence
    """Its heading in the source."""


class Source(Model):
    """Who says something: an article, or a data set."""

    id: Id
    """Its id, by which claims name it."""
    title: Sentence
    """Its title."""
    author: Sentence
    """Who wrote it."""
    publisher: Sentence
    """Where it appeared."""
    published: Dated | None
    """The date as far as it is known, as 2022-06-09, 2022-06 or 2022; None where the source
    gives none.
    """
    cite: Sentence
    """The short form that stands in footnotes."""
    kind: Sentence
    """What sort of text it is, in a few words."""
    licence: Sentence | None = None
    """The licence under which it may be used; None where that is not known."""
    review_by: Day | None = None
    """The day by which somebody should look for a newer edition; None where its data say it."""
    credit: Sentence | None = None
    """The line that the licence asks to be printed, word for word; None where it asks for none."""
    caveats: tuple[Sentence, ...] = ()
    """What a reader should keep in mind about it."""
    sections: tuple[Section, ...] = ()
    """The parts of the source in which claims stand."""


class Claim(Model):
    """One thing that a source says, in our words."""

    id: Id
    """Its id, by which statements cite it."""
    source: Id
    """The id of the source that makes it."""
    section: Id
    """The id of the section of that source in which it stands."""
    kind: Id
    """A word of your choice for what sort of claim it is; nothing has to cite a `provenance`."""
    text: Sentence
    """What is said, in your own words."""


class Side(Model):
    """One answer to the question of a dispute."""

    says: Sentence
    """The answer of this side."""
    claims: ClaimIds
    """The ids of the claims that say so."""


class Dispute(Model):
    """Claims that contradict one another, and the reading that mlroles takes."""

    id: Id
    """Its id."""
    about: Sentence
    """The question that is answered differently."""
    sides: Annotated[tuple[Side, ...], Field(min_length=1)]
    """What each side says; a single side contradicts itself, or what everyone knows."""
    reading: Sentence
    """The answer that the catalogue goes by."""
    reason: Sentence
    """Why the catalogue goes by that answer."""


class SourcesFile(Model):
    """Who says what: the sources, their claims, and where claims contradict one another."""

    schema_version: Literal[1]
    """The version of the file's shape, now 1."""
    sources: tuple[Source, ...]
    """The sources, in the order in which they are listed."""
    claims: tuple[Claim, ...]
    """Everything that the sources say, a claim each."""
    disputes: tuple[Dispute, ...] = ()
    """Where claims contradict one another."""


# roles.json ---------------------------------------------------------------------------------


class Statement(Model):
    """A sentence and the claims that it rests on."""

    id: Id
    """Its id."""
    text: Sentence
    """What is true."""
    claims: ClaimIds
    """The ids of the claims that it rests on."""


class Stage(Model):
    """A stage of a data-science project's life, in the file's order."""

    id: Id
    """Its id, by which responsibilities name it."""
    title: Sentence
    """Its name on the screen."""
    text: Sentence
    """What is done at this stage."""
    claims: ClaimIds
    """The ids of the claims that it rests on."""
    gap: Sentence | None = None
    """What the sources leave unsaid about who does this; None where they say it."""


class Aspect(Model):
    """A row of the comparison."""

    id: Id
    """Its id, by which what is said of a role names it."""
    title: Sentence
    """Its name on the screen."""
    question: Sentence
    """The question that the row answers, as a person would ask it."""
    scale: Annotated[tuple[Sentence, ...], Field(min_length=2, max_length=10)] | None = None
    """The words of its scale, from the lowest (level 0) to the highest; None without a scale."""
    headline: bool = False
    """Whether it is among the few that tell the roles apart most, which a short answer shows."""


class Category(Model):
    """A group of skills."""

    id: Id
    """Its id, by which skills name it."""
    title: Sentence
    """Its name on the screen."""


class Skill(Model):
    """Something that a person can learn."""

    id: Id
    """Its id, by which roles name it."""
    title: Sentence
    """Its name on the screen."""
    category: Id
    """The id of the group that it belongs to."""
    aliases: tuple[Sentence, ...] = ()
    """Other names by which it is found."""
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
    """Something that has to be done."""

    id: Id
    """Its id, by which roles name it."""
    title: Sentence
    """Its name on the screen."""
    stage: Id | None
    """The id of its stage; None where it stands outside the lifecycle."""


class Figure(Model):
    """An amount of money that a source states."""

    amount: Amount
    """The amount, in whole units of the currency."""
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    """The currency, as three capital letters such as USD."""
    basis: Sentence
    """What is counted, base salary for instance."""
    region: Sentence
    """Where it is earned."""
    reported_by: Sentence
    """The site or survey that reports it."""


class AspectStatement(Model):
    """What is true of a role in one aspect."""

    aspect: Id
    """The id of the aspect."""
    text: Sentence
    """What is true of the role."""
    level: Level | None = None
    """The place on the aspect's scale, counted from 0; None where the aspect has no scale."""
    figure: Figure | None = None
    """An amount of money, where the statement is about one."""
    claims: ClaimIds
    """The ids of the claims that it rests on."""


class RoleResponsibility(Model):
    """A responsibility that a role leads or helps with."""

    responsibility: Id
    """The id of the responsibility."""
    part: Literal["leads", "helps"]
    """Whether the role leads it or helps with it."""
    text: Sentence | None = None
    """What the role does about it, where there is more to say."""
    claims: ClaimIds
    """The ids of the claims that it rests on."""


class RoleSkill(Model):
    """A skill of a role."""

    skill: Id
    """The id of the skill."""
    level: Annotated[Level, Field(ge=1)]
    """The place on `skill_scale`, from 1 upwards, as 0 means that it is not named."""
    text: Sentence | None = None
    """What the role needs it for, where there is more to say."""
    claims: ClaimIds
    """The ids of the claims that it rests on."""


class Alias(Model):
    """Another name under which a role goes."""

    name: Sentence
    """The name."""
    claims: tuple[Id, ...] = ()
    """The ids of the claims that give the name; empty for a mere abbreviation or spelling."""


class Role(Model):
    """A job, told apart from the others."""

    id: Id
    """Its id."""
    title: Sentence
    """Its name on the screen."""
    short_title: Sentence
    """Its name where room is short."""
    letter: Annotated[str, StringConstraints(pattern=r"^\S{1,3}$")]
    """One to three letters that stand beside the role's colour."""
    summary: Statement
    """The role in one sentence."""
    aliases: tuple[Alias, ...] = ()
    """Other names under which it goes."""
    aspects: tuple[AspectStatement, ...] = ()
    """What is true of the role in each aspect."""
    responsibilities: tuple[RoleResponsibility, ...] = ()
    """What it leads or helps with."""
    does_not: tuple[Statement, ...] = ()
    """What it does not do."""
    skills: tuple[RoleSkill, ...] = ()
    """The skills that it needs."""
    choose_if: tuple[Statement, ...] = ()
    """To whom the role is recommended."""
    think_twice_if: tuple[Statement, ...] = ()
    """Who should think twice before choosing it."""


class RolesFile(Model):
    """The roles, and what they are compared by; every screen keeps the order of the file."""

    schema_version: Literal[1]
    """The version of the file's shape, now 1."""
    title: Sentence
    """The heading of the overview."""
    stages: tuple[Stage, ...] = ()
    """The stages of a project, from first to last."""
    aspects: tuple[Aspect, ...] = ()
    """The rows of the comparison."""
    categories: tuple[Category, ...] = ()
    """The groups of skills."""
    skill_scale: Annotated[tuple[Sentence, ...], Field(min_length=2, max_length=10)]
    """The words for a skill's level from 0 (not named for the role) upwards."""
    skills: tuple[Skill, ...] = ()
    """Every skill that a role may name."""
    responsibilities: tuple[Responsibility, ...] = ()
    """Everything that has to be done and that a role may name."""
    roles: Annotated[tuple[Role, ...], Field(min_length=1)]
    """The roles."""
    core: tuple[Id, ...] = ()
    """The ids of the roles that a screen is about where none is named; empty for all of them."""
    overlap: tuple[Statement, ...] = ()
    """What the roles have in common, and how they are mixed up."""
    team_sizes: tuple[Statement, ...] = ()
    """Who does what in small and in large organisations."""


# neighbours.json ----------------------------------------------------------------------------


class Nearest(Model):
    """A role that a neighbouring job is near to, and how the two differ."""

    role: Id
    """The id of the role."""
    text: Sentence
    """How the job differs from the role."""
    claims: ClaimIds
    """The ids of the claims that it rests on."""


class Neighbour(Model):
    """A job beside the roles of which too little is known for a whole profile."""

    id: Id
    """Its id, which no role has."""
    title: Sentence
    """Its name on the screen."""
    aliases: tuple[Alias, ...] = ()
    """Other names under which it goes."""
    what: Statement | None = None
    """What the job is, in a sentence or two; None where no source says it."""
    nearest: tuple[Nearest, ...] = ()
    """The roles that it is near to, the nearest first; empty where no source says it."""
    notes: tuple[Statement, ...] = ()
    """What else is known of it: degree, tools, how common the title is."""


class NeighboursFile(Model):
    """The jobs beside the roles, a short entry each."""

    schema_version: Literal[1]
    """The version of the file's shape, now 1."""
    neighbours: tuple[Neighbour, ...]
    """The jobs, in the order in which they are listed."""
