"""The shape of ``mentions.json``: the words by which skills, and cues of work, are found in text.

People write the lists. How an alias is matched is in ``mentions.find``; what must hold between
the parts is in ``mentions.check``.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mlroles.datafile.model import Id, Model, Sentence

Alias = Annotated[str, StringConstraints(pattern=r"^~?=?[^\s~=]+( \S+){0,7}$", max_length=80)]
"""Words, with a space between them. Blanks, hyphens, slashes and dots are alike, and letters large
or small; a final s may be there or not. With `=` before them large and small letters count, and
the s; with `~` before them, or before the `=`, they are found only near another skill.
"""

Phrase = Annotated[str, StringConstraints(pattern=r"^\S+( \S+){0,7}$", max_length=80)]
"""Words in small letters, with a space between them."""

Aliases = Annotated[tuple[Alias, ...], Field(min_length=1)]
"""The words by which something is found."""


class SkillAliases(Model):
    """The words for a skill of the catalogue."""

    id: Id
    """The id in `roles.json` of the skill."""
    aliases: Aliases
    """The words by which it is found."""


class FurtherSkill(Model):
    """A skill of which no role of the catalogue speaks, and adverts do."""

    id: Id
    """Its id; none of the catalogue's skills has it."""
    title: Sentence
    """Its name, for people."""
    category: Id
    """The id of its group: one of `roles.json`, or of `categories` here."""
    aliases: Aliases
    """The words by which it is found."""


class FurtherCategory(Model):
    """A group of further skills that the catalogue does not have."""

    id: Id
    """Its id."""
    title: Sentence
    """Its name, for people."""


class Cue(Model):
    """Words that show how somebody works, and are no skill."""

    id: Id
    """Its id, which begins with `cue-`."""
    shows: Sentence
    """What the words show, for people: it follows "the advert" or "the job"."""
    phrases: Aliases
    """The words by which it is found."""


class Negation(Model):
    """The words by which a text says that a skill is not needed."""

    before: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """Stand before the skill, as in "no Kubernetes"."""
    between: tuple[Phrase, ...]
    """May stand between these and the skill, as in "no experience with Kubernetes"."""
    after: Annotated[tuple[Phrase, ...], Field(min_length=1)]
    """Stand behind the skill, as in "Kubernetes is not required"."""
    unless: tuple[Phrase, ...]
    """Behind that, they take it back, as in "not required, but a plus"."""
    joins: tuple[Phrase, ...]
    """Join skills of which all are meant, as in "no Docker or Kubernetes"."""


class MentionsFile(Model):
    """How skills and cues of work are found in text."""

    schema_version: Literal[1]
    """The version of the file's shape, now 1."""
    near: Annotated[int, Field(ge=1, le=1000)]
    """Characters within which another skill must stand for an alias with `~`."""
    categories: tuple[FurtherCategory, ...] = ()
    """Groups of further skills that the catalogue does not have."""
    skills: tuple[SkillAliases, ...]
    """The words for the catalogue's skills."""
    further: tuple[FurtherSkill, ...] = ()
    """Skills of which no role speaks."""
    cues: tuple[Cue, ...] = ()
    """Cues of work."""
    hidden: tuple[Alias, ...] = ()
    """Words in which no skill and no cue is looked for, as in "go to market"."""
    negation: Negation
    """How a text says that a skill is not needed."""
