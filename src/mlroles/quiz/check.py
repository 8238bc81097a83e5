"""What must hold between the parts of a questionnaire, and between it and the catalogue."""

import math
from collections.abc import Iterator

from mlroles.errors import Problem
from mlroles.quiz.models import Answer, Question, Questionnaire
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.check import duplicates, unknown

FILE = "questionnaire.json"
"""The file's name in a catalogue's directory."""

TOLERANCE = 1e-6
"""How far from 0 a sum of points may be and still count as 0."""


def questionnaire_problems(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> tuple[Problem, ...]:
    """Return everything that does not hold together, in the file's order; empty when all does.

    Ids are unique; every answer gives points to exactly the catalogue's roles, and they sum to 0;
    where one answer is picked, each role's points over the answers sum to 0 too, so that an
    unanswered question and a random answer favour nobody; every claim cited exists.
    """
    role_ids = tuple(role.id for role in catalogue.roles)
    return tuple(_problems(questionnaire, role_ids, catalogue))


def _problems(
    questionnaire: Questionnaire, role_ids: tuple[str, ...], catalogue: Catalogue
) -> Iterator[Problem]:
    questions = enumerate(questionnaire.questions)
    yield from duplicates(FILE, ((f"$.questions[{n}].id", each.id) for n, each in questions))
    for number, question in enumerate(questionnaire.questions):
        path = f"$.questions[{number}]"
        answers = enumerate(question.answers)
        yield from duplicates(FILE, ((f"{path}.answers[{n}].id", each.id) for n, each in answers))
        for place, answer in enumerate(question.answers):
            yield from _answer_problems(answer, role_ids, catalogue, f"{path}.answers[{place}]")
        if question.pick == "one":
            yield from _uncentred(question, role_ids, path)


def _answer_problems(
    answer: Answer, role_ids: tuple[str, ...], catalogue: Catalogue, path: str
) -> Iterator[Problem]:
    for role in role_ids:
        if role not in answer.points:
            yield Problem(
                FILE, f"{path}.points", f"no points for the role {role!r}", "0 where it gets none"
            )
    named = ((f"{path}.points.{role}", role) for role in answer.points)
    yield from unknown(FILE, "role", named, role_ids)
    total = math.fsum(answer.points.values())
    if abs(total) > TOLERANCE:
        yield Problem(
            FILE, f"{path}.points", f"the points sum to {total:g}", "they sum to 0 over the roles"
        )
    cited = ((f"{path}.claims[{n}]", claim) for n, claim in enumerate(answer.claims))
    yield from unknown(FILE, "claim", cited, catalogue.claims)


def _uncentred(question: Question, role_ids: tuple[str, ...], path: str) -> Iterator[Problem]:
    for role in role_ids:
        total = math.fsum(answer.points.get(role, 0.0) for answer in question.answers)
        if abs(total) > TOLERANCE:
            yield Problem(
                FILE,
                f"{path}.answers",
                f"the points of {role!r} sum to {total:g}",
                "each role's points sum to 0 over the answers of a question",
            )
