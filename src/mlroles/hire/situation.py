"""What is known of who hires: an answer to a question, or nothing, which is never a "no"."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from mlroles.errors import UnknownNameError, UsageError
from mlroles.hire.models import Condition, HireFile, HireQuestion, HireRule
from mlroles.hire.roster import NOBODY
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.find import find_by_title, normal
from mlroles.roles.models import Role
from mlroles.text import quoted

MOST = 10_000_000
"""People: no employer has more."""

NONE = "none"
"""Says that no stage is covered, which is more than saying nothing."""


@dataclass(frozen=True)
class Given:
    """An answer: ids of answers, stages or jobs; where it is not ``whole`` there may be more."""

    ids: frozenset[str]
    whole: bool = True


Situation = Mapping[str, Given]
"""What is known, by the id of the question; a question without an answer is not in it."""


def holds(condition: Condition, situation: Situation) -> bool | None:
    """Return whether a condition holds; None where that is not known."""
    given = situation.get(condition.question)
    if given is None:
        return None
    if not given.ids.isdisjoint(condition.none):
        return False
    there = not condition.any or not given.ids.isdisjoint(condition.any)
    if there and (given.whole or not condition.none):
        return True
    return False if given.whole else None


def rule_holds(rule: HireRule, situation: Situation) -> bool | None:
    """Return whether everything holds that a rule asks for; None where that is not known."""
    found = [holds(each, situation) for each in rule.when]
    if False in found:
        return False
    return None if None in found else True


def led_by(catalogue: Catalogue, jobs: Iterable[str]) -> frozenset[str]:
    """Return the stages at which one of ``jobs`` (ids) leads something."""
    wanted = frozenset(jobs)
    return frozenset(
        stage for role in catalogue.roles if role.id in wanted for stage in _led(catalogue, role)
    )


def _led(catalogue: Catalogue, role: Role) -> Iterable[str]:
    stages = (
        catalogue.responsibilities[each.responsibility].stage
        for each in role.responsibilities
        if each.part == "leads"
    )
    return (stage for stage in stages if stage is not None)


def completed(file: HireFile, catalogue: Catalogue, situation: Situation) -> Situation:
    """Return the situation with the stages that the jobs which are there lead.

    There may be more, so they are no whole answer. What was said of stages stays as it is.
    """
    jobs, stages = file.question_of("jobs"), file.question_of("stages")
    if jobs is None or stages is None or jobs.id not in situation or stages.id in situation:
        return situation
    led = led_by(catalogue, situation[jobs.id].ids)
    return {**situation, stages.id: Given(led, whole=False)} if led else situation


def size(question: HireQuestion, people: int) -> Given:
    """Return the answer that so many people are; raises UsageError where nobody has so many."""
    if not 1 <= people <= MOST:
        raise UsageError(
            f"{people:,} is no number of people that an employer has.",
            f"Give a whole number from 1 to {MOST:,}.",
        )
    fitting = [each for each in question.answers if (each.least or 1) <= people]
    return Given(frozenset([max(fitting, key=lambda each: each.least or 1).id]))


def choice(question: HireQuestion, typed: str) -> Given:
    """Return the answer that is typed; raises UnknownNameError where it is none."""
    things = [(each.id, each.text) for each in question.answers]
    try:
        return Given(frozenset([find_by_title(things, typed, "answer")]))
    except UnknownNameError as error:
        raise UnknownNameError(
            f"{quoted(typed)} is no answer to “{question.text}”", error.hint
        ) from error


def stages(catalogue: Catalogue, typed: Iterable[str]) -> Given:
    """Return the stages that are typed, with commas between them; raises UnknownNameError."""
    names = [name for text in typed for name in text.split(",") if name.strip()]
    if [normal(name) for name in names] in ([NONE], [NOBODY]):
        return Given(frozenset())
    things = [(each.id, each.title) for each in catalogue.file.stages]
    return Given(frozenset(find_by_title(things, name.strip(), "stage") for name in names))
