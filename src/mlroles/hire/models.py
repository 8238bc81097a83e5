"""The shapes of ``hire.json``: what is asked of who hires, what can be advised, and by which rules.

Shapes only; what must hold between their parts, and with the catalogue, is in ``rules_check``.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mlroles.datafile.model import Id, Model, Sentence

Size = Annotated[int, Field(ge=1, le=10_000_000)]
"""How many people there are: no employer has more."""

Word = Annotated[str, StringConstraints(pattern=r"^\S+( \S+)*$", max_length=80)]
"""A heading of a table, or the beginning of one."""


class Choice(Model):
    """One answer to a question."""

    id: Id
    """Its id, by which conditions name it, and with which it is given as an option."""
    text: Sentence
    """What the person reads."""
    when: Sentence
    """The same as it goes on after "if"."""
    least: Size | None = None
    """From how many people on it is the answer; None where the question is not how many."""


class HireQuestion(Model):
    """Something that is asked of who hires. No answer is always allowed, and is never a "no"."""

    id: Id
    """Its id."""
    of: Literal["choice", "size", "stages", "jobs"]
    """What its answers are: those below, of which one is given; how many people there are, in
    the bands below; stages of the lifecycle; jobs of the catalogue.
    """
    title: Sentence
    """What it is about, in a word or two."""
    text: Sentence
    """What the person reads."""
    why: Sentence
    """Why it is asked."""
    answers: tuple[Choice, ...] = ()
    """The answers; none where they are stages or jobs."""


class Advice(Model):
    """Something that can be advised."""

    id: Id
    """Its id."""
    title: Sentence
    """What is advised, as it goes on after "first:"."""
    job: Id | None = None
    """The id of the role, or of the job beside the roles, that it is; None where it is none."""
    text: Sentence
    """What that is, in a sentence."""
    claims: tuple[Id, ...] = ()
    """The ids of the claims that this rests on; none where it is our own judgement."""


class Condition(Model):
    """What must be so. Where the question has no answer, it is not known whether it is."""

    question: Id
    """The id of the question."""
    any: tuple[Id, ...] = ()
    """The ids of answers, stages or jobs of which one at least is given; none for whatever is."""
    none: tuple[Id, ...] = ()
    """The ids of answers, stages or jobs of which none is given."""


class Later(Model):
    """What pays next, and when."""

    advice: Id
    """The id of what is advised then."""
    when: Sentence
    """When it pays, as it goes on after its name."""
    claims: tuple[Id, ...] = ()
    """The ids of the claims that say so; none where it is our own judgement."""


class HireRule(Model):
    """When something is advised, and why. The first rule that holds counts."""

    id: Id
    """Its id."""
    when: tuple[Condition, ...]
    """What must be so; nothing in the last rule, which holds where no other does."""
    advice: Id
    """The id of what is advised."""
    why: Sentence
    """Why."""
    claims: tuple[Id, ...] = ()
    """The ids of the claims that say so; none where it is our own judgement."""
    models: bool = True
    """Whether models are built then, so that a stage which nobody leads is a gap."""
    open: tuple[Sentence, ...] = ()
    """What stays open then, beside the stages that nobody leads."""
    then: tuple[Later, ...] = ()
    """What pays next."""
    disputes: tuple[Id, ...] = ()
    """The ids of the disputes in which public advice contradicts itself about this."""


class Handover(Model):
    """What happens where one stage passes on to the next."""

    to: Id
    """The id of the stage to which the work is passed on."""
    text: Sentence
    """What is handed over, and what goes wrong there."""
    settle: Sentence
    """What to settle beforehand."""
    claims: tuple[Id, ...] = ()
    """The ids of the claims that say so; none where it is our own judgement."""


class Headings(Model):
    """By which headings the columns of a table of people are known."""

    job: Annotated[tuple[Word, ...], Field(min_length=1)]
    """Those of the column that says what somebody's job is."""
    count: tuple[Word, ...] = ()
    """Those of the column that says how many people have that job."""


class HireFile(Model):
    """The whole of ``hire.json``."""

    schema_version: Literal[1]
    """The version of the file's shape."""
    title: Sentence
    """What it is about."""
    rests_on: Sentence
    """What the rules rest on."""
    not_for: Sentence
    """What it is not for, as it goes on after "not for"."""
    questions: Annotated[tuple[HireQuestion, ...], Field(min_length=1)]
    """What is asked, in this order."""
    advice: Annotated[tuple[Advice, ...], Field(min_length=1)]
    """What can be advised."""
    rules: Annotated[tuple[HireRule, ...], Field(min_length=1)]
    """When it is advised: the first rule that holds counts."""
    handovers: tuple[Handover, ...] = ()
    """What happens between the stages."""
    headings: Headings
    """By which headings the columns of a table of people are known."""

    def question_of(self, kind: str) -> HireQuestion | None:
        """Return the question whose answers are of this kind; None where there is none."""
        return next((each for each in self.questions if each.of == kind), None)
