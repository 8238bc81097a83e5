"""The shape of ``titles.json``.

People write the words and the rules; ``builders/titles`` adds what is counted. A title is read
as a row of kinds of words, and a rule says what a row of kinds usually means: so titles are read
that nobody has listed. What must hold between the parts is in ``titles.check``.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mlroles.datafile.model import Count, Id, Model, Sentence

Word = Annotated[str, StringConstraints(pattern=r"^\S+( \S+){0,5}$", max_length=60)]
"""A word, or a few with a space between them, in small letters."""

Slot = Annotated[str, StringConstraints(pattern=r"^[a-z]+(-[a-z]+)*(\|[a-z]+(-[a-z]+)*){0,11}\??$")]
"""Ids of kinds of words, with ``|`` between them where any will do, and ``?`` behind them where it
may be absent.
"""

JOIN = "join"
"""Stands in a row of words for what joins two of them, such as a slash."""

Away = Literal["level", "contract", "place", "mode", "gender"]
"""What words that are taken away say: the rank, the terms, where, from where, for whom."""

Sureness = Literal["named", "usual", "near", "other"]
"""How surely a title means something: it is the role's name; it usually means it; it is a job
beside the roles, or says too little; it is other work.
"""

Counting = Literal["adverts", "learning", "occupations"]
"""What was counted: adverts with such a title; those whose text speaks of machine learning;
occupations of a classification that list the title, and those of them in the family.
"""


class WordKind(Model):
    """Words that say the same of a job."""

    id: Id
    """Its id, by which rules name it."""
    title: Sentence
    """What these words say, for people."""
    away: Away | None = None
    """What is taken away with them; None where they are part of what the job is."""
    rank: Annotated[int, Field(ge=0, le=9)] = 0
    """Of two fields side by side, as in “AI and Machine Learning”, the higher counts; 0 for no
    field.
    """
    words: Annotated[tuple[Word, ...], Field(min_length=1)]
    """The words, in small letters; a plural in s is found as well."""


class Counted(Model):
    """What a source counts about the titles of a rule."""

    source: Id
    """The id in `sources.json` of the source."""
    what: Counting
    """What was counted."""
    count: Count
    """How many there are of what was counted."""
    of: Count
    """Among how many."""


class Rule(Model):
    """What titles of one pattern mean."""

    id: Id
    """Its id."""
    title: Sentence
    """Such a title, for people."""
    words: Annotated[tuple[tuple[Slot, ...], ...], Field(min_length=1)]
    """Rows of kinds of words, any of which makes the title one of this rule; `join` stands for what
    joins two of them.
    """
    about: tuple[Id, ...] = ()
    """Kinds of words of which one must stand elsewhere in the title; empty where none has to."""
    unless: tuple[Id, ...] = ()
    """Kinds of words of which none may stand elsewhere in the title."""
    whole: bool = False
    """Whether its part of the title, up to a comma, a dash or a bracket, must hold nothing else."""
    over: bool = False
    """Whether it decides, whatever else the title holds."""
    means: tuple[Id, ...] = ()
    """The ids of the roles, or of jobs beside them, that it means, the likeliest first."""
    near: tuple[Id, ...] = ()
    """The ids of the roles that it is near to without meaning them."""
    sure: Sureness
    """How surely."""
    reason: Sentence
    """Why."""
    open: Sentence | None = None
    """What the title does not say; None where there is nothing special."""
    counted: tuple[Counted, ...] = ()
    """What sources count about such titles; a builder writes it."""


class Figures(Model):
    """How the titles of one source were placed."""

    source: Sentence
    """Where the titles come from."""
    held_out: bool
    """Whether nobody looked at them when the rules were written."""
    family: Count
    """How many titles are of a role of the family."""
    right: Count
    """How many of these were given their role, or it among two."""
    near: Count
    """How many more were told to be near their role."""
    others: Count
    """How many titles are of other jobs."""
    placed: Count
    """How many of these were given a role of the family."""


class TitlesFile(Model):
    """What job titles mean: words, rules, and how well they do."""

    schema_version: Literal[1]
    """The version of the file's shape, now 1."""
    genders: Sentence
    """The letters that stand for genders in forms such as m/f/d."""
    grades: tuple[Word, ...]
    """What may stand before the number of a grade, as in L5."""
    joins: Annotated[tuple[Word, ...], Field(min_length=1)]
    """Words that join two jobs or two fields."""
    skipped: tuple[Word, ...]
    """Small words between others that change nothing."""
    kinds: Annotated[tuple[WordKind, ...], Field(min_length=1)]
    """The kinds of words."""
    rules: Annotated[tuple[Rule, ...], Field(min_length=1)]
    """The rules; of those that fit, the one with the longest row of words counts, then the first.
    """
    measured: tuple[Figures, ...] = ()
    """How well titles of several sources are placed; a builder writes it."""
