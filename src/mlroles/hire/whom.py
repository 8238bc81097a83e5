"""Whom to hire first, why, what stays open then, and what would change the answer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from mlroles.hire.models import Condition, HireFile, HireQuestion, HireRule, Later
from mlroles.hire.situation import Situation, completed, holds, led_by, rule_holds
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited, cite
from mlroles.roles.models import Role
from mlroles.roles.names import Job
from mlroles.text import listed


@dataclass(frozen=True)
class Said:
    """A question, and what is known of its answer."""

    question: str
    """The id of the question."""
    of: Literal["choice", "size", "stages", "jobs"]
    """What its answers are."""
    title: str
    """What it is about."""
    answers: tuple[str, ...] | None
    """The ids of answers, stages or jobs; None where it is not known, which is not a no."""
    whole: bool
    """Whether that is all of it, or only what follows from something else that was said."""
    when: str
    """The same as it goes on after "if"; empty where it is not known."""


@dataclass(frozen=True)
class Advised:
    """What is advised."""

    id: str
    """Its id."""
    title: str
    """What it is."""
    job: str | None
    """The id of the job that it is; None where it is no job."""
    job_title: str | None
    """The name of that job; None where it is none."""
    role: bool
    """Whether that job is a role, rather than a job beside the roles, or none."""
    cited: Cited
    """What it is in a sentence, with the claims that this rests on."""


@dataclass(frozen=True)
class Next:
    """What pays next."""

    advised: Advised
    """What it is."""
    when: Cited
    """When it pays, with the claims that say so."""


@dataclass(frozen=True)
class Change:
    """What would change the answer, were it so; it is not known whether it is."""

    rule: str
    """The id of the rule that would hold then."""
    when: tuple[str, ...]
    """What is not known and would have to be so, each as it goes on after "if"."""
    questions: tuple[str, ...]
    """The ids of the questions that are not answered."""
    advised: Advised
    """What would be advised then."""


StageState = Literal["covered", "led", "open", "not named"]
"""Whether somebody covers a stage, whoever is there or hired leads it, nobody does, or no source
says who would.
"""


@dataclass(frozen=True)
class StageThen:
    """A stage as it is with whoever is advised."""

    stage: str
    """The id of the stage."""
    title: str
    """Its name."""
    state: StageState
    """What becomes of it."""


@dataclass(frozen=True)
class View:
    """One side of a dispute about whom to hire."""

    says: str
    """What it says."""
    claims: tuple[str, ...]
    """The ids of the claims that say so."""


@dataclass(frozen=True)
class Disputed:
    """Where public advice contradicts itself, and what is gone by here."""

    id: str
    """The id of the dispute."""
    about: str
    """The question."""
    sides: tuple[View, ...]
    """What each side says."""
    reading: str
    """The answer that is gone by."""


@dataclass(frozen=True)
class Whom:
    """Whom to hire first. No advice on any person: nothing here reads an application."""

    situation: tuple[Said, ...]
    """What is known, question by question."""
    rule: str
    """The id of the rule that holds."""
    advised: Advised
    """What is advised first."""
    rests_on: tuple[str, ...]
    """What was said and decides, each as it goes on after "if"; none where nothing decides."""
    why: Cited
    """Why, with the claims that say so and what figures say of them."""
    stages: tuple[StageThen, ...]
    """The stages with who is there and who is advised; none where no model is built."""
    open: tuple[str, ...]
    """What else stays open."""
    then: tuple[Next, ...]
    """What pays next."""
    changes: tuple[Change, ...]
    """What is not known and would change it."""
    disputes: tuple[Disputed, ...]
    """Where public advice contradicts itself about this."""
    judgement: str
    """What the rules rest on."""
    not_for: str
    """What it is not for, as it goes on after "not for"."""

    @property
    def unknown(self) -> tuple[Said, ...]:
        """The questions that have no answer."""
        return tuple(each for each in self.situation if each.answers is None)


def whom(catalogue: Catalogue, file: HireFile, situation: Situation) -> Whom:
    """Return whom to hire first in a situation; the first rule that holds counts.

    Rules before it of which it is not known whether they hold are what would change it.
    """
    known = completed(file, catalogue, situation)
    words = _Words(catalogue, file)
    states = [rule_holds(rule, known) for rule in file.rules]
    place = states.index(True)  # the last rule always holds
    rule = file.rules[place]
    perhaps = [own for own, state in zip(file.rules[:place], states, strict=False) if state is None]
    advised = words.advised(rule.advice)
    questions = {each.id: each for each in file.questions}
    return Whom(
        tuple(words.said(each, known) for each in file.questions),
        rule.id,
        advised,
        tuple(
            dict.fromkeys(words.said(questions[each.question], known).when for each in rule.when)
        ),
        cite(catalogue, rule.why, rule.claims),
        tuple(_stages(catalogue, file, known, advised)) if rule.models else (),
        rule.open,
        tuple(words.next(each) for each in rule.then),
        tuple(_changes(perhaps, rule, known, words)),
        tuple(_disputes(catalogue, rule.disputes)),
        file.rests_on,
        file.not_for,
    )


def _stages(
    catalogue: Catalogue, file: HireFile, situation: Situation, advised: Advised
) -> Iterator[StageThen]:
    """Yield each stage as it is then: with what is covered, who is there and who is advised."""
    stages, jobs = file.question_of("stages"), file.question_of("jobs")
    covered = situation[stages.id].ids if stages and stages.id in situation else frozenset()
    there = situation[jobs.id].ids if jobs and jobs.id in situation else frozenset()
    led = led_by(catalogue, {*there, *([advised.job] if advised.job else ())})
    named = led_by(catalogue, catalogue.role_index)
    for stage in catalogue.file.stages:
        state: StageState = "open"
        if stage.id in led:
            state = "led"
        elif stage.id in covered:
            state = "covered"
        elif stage.id not in named:
            state = "not named"
        yield StageThen(stage.id, stage.title, state)


def _changes(
    perhaps: Sequence[HireRule], chosen: HireRule, situation: Situation, words: "_Words"
) -> Iterator[Change]:
    """Yield what would lead elsewhere, the least that has to be so first; each advice once."""
    found: dict[str, Change] = {}
    for rule in perhaps:
        unknown = [each for each in rule.when if holds(each, situation) is None]
        change = Change(
            rule.id,
            tuple(words.condition(each) for each in unknown),
            tuple(dict.fromkeys(each.question for each in unknown)),
            words.advised(rule.advice),
        )
        before = found.get(rule.advice)
        if rule.advice != chosen.advice and (before is None or len(change.when) < len(before.when)):
            found[rule.advice] = change
    yield from sorted(found.values(), key=lambda each: len(each.when))


def _disputes(catalogue: Catalogue, names: Sequence[str]) -> Iterator[Disputed]:
    known = {each.id: each for each in catalogue.sources.disputes}
    for each in (known[name] for name in names):
        sides = tuple(View(side.says, side.claims) for side in each.sides)
        yield Disputed(each.id, each.about, sides, each.reading)


class _Words:
    """What rules say, in words."""

    def __init__(self, catalogue: Catalogue, file: HireFile) -> None:
        self._catalogue = catalogue
        self._advice = {each.id: each for each in file.advice}
        self._questions = {each.id: each for each in file.questions}
        known: tuple[Job, ...] = (*catalogue.roles, *catalogue.neighbours)
        self._jobs: dict[str, Job] = {job.id: job for job in known}

    def advised(self, name: str) -> Advised:
        each = self._advice[name]
        job = self._jobs.get(each.job or "")
        return Advised(
            each.id,
            each.title,
            job.id if job else None,
            job.title if job else None,
            isinstance(job, Role),
            cite(self._catalogue, each.text, each.claims),
        )

    def next(self, later: Later) -> Next:
        return Next(self.advised(later.advice), cite(self._catalogue, later.when, later.claims))

    def said(self, question: HireQuestion, situation: Situation) -> Said:
        given = situation.get(question.id)
        if given is None:
            return Said(question.id, question.of, question.title, None, whole=False, when="")
        ids = tuple(each for each in self._order(question) if each in given.ids)
        when = self._one_of(question, ids) if ids else self._nothing(question)
        return Said(question.id, question.of, question.title, ids, given.whole, when)

    def condition(self, condition: Condition) -> str:
        """Return what a condition asks for, as it goes on after "if"."""
        question = self._questions[condition.question]
        parts = [self._one_of(question, condition.any, "or")] if condition.any else []
        if condition.none:
            parts.append(self._none_of(question, condition.none))
        return " and ".join(parts)

    def _order(self, question: HireQuestion) -> Iterable[str]:
        if question.of == "stages":
            return self._catalogue.stages
        return self._jobs if question.of == "jobs" else [each.id for each in question.answers]

    def _one_of(self, question: HireQuestion, ids: Sequence[str], word: str = "and") -> str:
        if question.of == "stages":
            return f"somebody covers {listed([self._stage(each) for each in ids], word)}"
        if question.of == "jobs":
            return f"you have {listed([_article(self._jobs[each].title) for each in ids], word)}"
        whens = {each.id: each.when for each in question.answers}
        return ", or ".join(whens[each] for each in ids)

    def _none_of(self, question: HireQuestion, ids: Sequence[str]) -> str:
        if question.of == "stages":
            return f"nobody covers {listed([self._stage(each) for each in ids], 'or')}"
        return f"you have no {listed([self._jobs[each].title for each in ids], 'or')}"

    @staticmethod
    def _nothing(question: HireQuestion) -> str:
        return "nobody covers a stage" if question.of == "stages" else "nobody is there yet"

    def _stage(self, name: str) -> str:
        return self._catalogue.stages[name].title


def _article(title: str) -> str:
    """Return a job's name with its article."""
    return f"{'an' if title[:1].casefold() in set('aeiou') else 'a'} {title}"
