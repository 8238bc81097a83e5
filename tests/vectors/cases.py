"""What ``quiz.json`` asks: answer sheets, walks through the questions, and what is refused.

The same questionnaire always gives the same cases, on every version of Python: chance is drawn
from ``random.random`` alone, whose numbers are fixed.
"""

import random
from collections.abc import Iterator, Sequence
from typing import Any

from mlroles.quiz.models import Question, Questionnaire
from mlroles.quiz.session import Session

Sheet = dict[str, tuple[str, ...]]
"""The answers given, by question."""

Action = tuple[str, ...] | str
"""What a person does at a question: answer with these ids, or SKIP, SKIP_HALF or BACK."""

SKIP, SKIP_HALF, BACK = "skip", "skip-half", "back"

DRAWN = 25
"""Sheets drawn by chance for each share of questions answered."""

LONGEST_WALK = 60
"""Actions, so that a walk that goes back ends too."""


class Chance:
    """Draws that depend on the seed alone."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)  # noqa: S311 - nothing here is secret

    def often(self, share: float) -> bool:
        """Return True in this share of draws."""
        return self._random.random() < share

    def share(self) -> float:
        """Return a share from 0 to 1."""
        return self._random.random()

    def answer(self, question: Question) -> tuple[str, ...]:
        """Return answers that may be given together."""
        ids = [each.id for each in question.answers]
        one = ids[int(self._random.random() * len(ids))]
        alone = {each.id for each in question.answers if each.alone}
        if question.pick == "one" or one in alone:
            return (one,)
        return tuple(each for each in ids if each == one or (each not in alone and self.often(0.4)))


def nth(question: Question, place: int) -> tuple[str, ...]:
    """Return the answer at ``place``, counted round where there are fewer."""
    return (question.answers[place % len(question.answers)].id,)


def best(question: Question, role: str) -> str:
    """Return the answer that speaks most for a role; of equals the first."""
    return max(question.answers, key=lambda each: each.points[role]).id


def sheets(questionnaire: Questionnaire) -> Iterator[tuple[tuple[str, ...], Sheet]]:
    """Yield the halves scored (none is all) and the answers of each sheet."""
    questions = questionnaire.questions
    halves = [half.id for half in questionnaire.halves]
    most = max(len(each.answers) for each in questions)
    yield (), {}
    for question in questions:
        for answer in question.answers:
            yield (), {question.id: (answer.id,)}
        together = tuple(each.id for each in question.answers if not each.alone)
        if question.pick == "several":
            yield (), {question.id: together}
            yield (), {question.id: together[:2]}
    for place in range(most):
        everything = {each.id: nth(each, place) for each in questions}
        yield (), everything
        for half in halves:
            yield (half,), everything
            yield (), {each.id: nth(each, place) for each in questions if each.half == half}
    speaking: Sheet = {}
    for role in questionnaire.roles:
        speaking = {each.id: (best(each, role),) for each in questions}
        yield (), speaking
    none: Sheet = {each.id: (last.id,) for each in questions if (last := each.answers[-1]).none}
    yield (), none
    for half in halves:
        own = {each.id for each in questions if each.half == half}
        yield (), {name: given for name, given in none.items() if name in own}
        yield (), {name: given for name, given in speaking.items() if name in own} | none
    chance = Chance(1)
    for share in (0.15, 0.5, 0.95):
        for _ in range(DRAWN):
            yield (), {each.id: chance.answer(each) for each in questions if chance.often(share)}


def walks(questionnaire: Questionnaire) -> Iterator[tuple[tuple[str, ...], bool, list[Action]]]:
    """Yield the halves asked (none is all), whether every question is asked, and the actions.

    Each walk goes on until nothing is left to ask.
    """
    most = max(len(each.answers) for each in questionnaire.questions)
    choices = [(), *((half.id,) for half in questionnaire.halves)]
    for halves in choices:
        for answer_all in (False, True):
            session = Session(questionnaire.only(halves), answer_all=answer_all)
            for place in range(most):
                yield halves, answer_all, _walk(session, by_rote=place)
            yield halves, answer_all, _walk(session, by_rote=None)
    chance = Chance(2)
    for _ in range(DRAWN):
        yield (), False, _walk(Session(questionnaire), chance=chance)


def _walk(
    session: Session, *, by_rote: int | None = None, chance: Chance | None = None
) -> list[Action]:
    """Return what is done: always the answer at one place, nothing but skips, or as drawn."""
    actions: list[Action] = []
    while session.question is not None and len(actions) < LONGEST_WALK:
        action: Action = SKIP if by_rote is None else nth(session.question, by_rote)
        if chance is not None:
            action = chance.answer(session.question)
            for other, share in ((SKIP, 0.15), (BACK, 0.1), (SKIP_HALF, 0.05)):
                action = other if chance.often(share) else action
        actions.append(action)
        session = do(session, action)
    return actions


def do(session: Session, action: Action | Sequence[str]) -> Session:
    """Return the session after an action."""
    match action:
        case "skip":
            return session.skip()
        case "skip-half":
            return session.skip_half()
        case "back":
            return session.back()
        case _:
            return session.answer(tuple(action))


def refused(questionnaire: Questionnaire) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield a question, and ids that do not answer it."""
    for question in questionnaire.questions:
        first, second, *_ = (each.id for each in question.answers)
        yield question.id, ("no-such-answer",)
        yield question.id, (first, first)
        if question.pick == "one":
            yield question.id, (first, second)
        for answer in question.answers:
            if answer.alone:
                yield question.id, (first, answer.id)


def as_json(sheet: Sheet) -> dict[str, Any]:
    """Return a sheet as JSON holds it."""
    return {question: list(given) for question, given in sheet.items()}
