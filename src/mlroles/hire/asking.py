"""Asking who hires, one question after the other, the way the quiz asks."""

from collections.abc import Iterator, Mapping

from mlroles.hire.models import HireFile, HireQuestion
from mlroles.hire.situation import NONE, Given, Situation
from mlroles.quiz.ask import ask_questions
from mlroles.quiz.models import Answer, Half, Question, Questionnaire
from mlroles.quiz.prompts import Asker
from mlroles.quiz.scorecard import Answers
from mlroles.quiz.session import Session
from mlroles.roles.catalogue import Catalogue

MOST = 12
"""So many answers can be chosen from; a question with more of them is left to the options."""

NOBODY = {"stages": "At none of these", "jobs": "Nobody"}
"""The answer that there is none, which is more than no answer."""


def to_ask(catalogue: Catalogue, file: HireFile, situation: Situation) -> Questionnaire | None:
    """Return the questions that have no answer yet; None where each has one."""
    asked = tuple(
        question
        for each in file.questions
        if each.id not in situation
        for question in _questions(catalogue, each)
    )
    if not asked:
        return None
    return Questionnaire(
        schema_version=2,
        id="hire",
        title=file.title,
        roles=tuple(role.id for role in catalogue.roles),
        undecided_ratio=1,
        halves=(Half(id="hire", title=file.title, basis=file.rests_on),),
        questions=asked,
    )


def ask(questions: Questionnaire, asker: Asker) -> tuple[Answers, bool]:
    """Return what was answered, and whether the person came to the end."""
    outcome = ask_questions(Session(questions), asker, lambda _: None)
    return outcome.answers, outcome.finished


def answered(answers: Answers) -> Mapping[str, Given]:
    """Return what was answered as a situation; a question that was left is not in it."""
    return {key: Given(frozenset(ids) - {NONE}) for key, ids in answers.items()}


def _questions(catalogue: Catalogue, wanted: HireQuestion) -> Iterator[Question]:
    """Yield the question as the quiz puts it; none where there is too much to choose from."""
    if wanted.of in NOBODY:
        things: list[tuple[str, str]] = (
            [(each.id, each.title) for each in catalogue.file.stages]
            if wanted.of == "stages"
            else [(each.id, each.title) for each in catalogue.roles]
        )
        answers = [Answer(id=key, text=text, points={}) for key, text in things]
        answers.append(Answer(id=NONE, text=NOBODY[wanted.of], points={}, alone=True))
    else:
        answers = [Answer(id=each.id, text=each.text, points={}) for each in wanted.answers]
    if not 1 < len(answers) <= MOST:
        return
    yield Question(
        id=wanted.id,
        half="hire",
        text=wanted.text,
        why=wanted.why,
        pick="several" if wanted.of in NOBODY else "one",
        answers=tuple(answers),
    )
