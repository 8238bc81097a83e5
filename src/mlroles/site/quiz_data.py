"""What the quiz in a browser works with: the questionnaire's numbers, and what a result says.

Whatever does not depend on a person's answers is computed here, once, so that the scripts hold
nothing but the rules. All text is clean.
"""

import dataclasses
import math
from collections.abc import Iterable
from typing import Any

from mlroles.quiz.models import Half, Measured, Points, Question, Questionnaire
from mlroles.quiz.scorecard import DECIMALS
from mlroles.quiz.verdict import (
    held_where_leading,
    naming_rule,
    told_so,
    without_points,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.text import clean
from mlroles.views import quiz_words
from mlroles.views.quiz import column_names, without_points_sentence
from mlroles.views.quiz_words import Say

Json = dict[str, Any]


def quiz_data(questionnaire: Questionnaire, catalogue: Catalogue) -> Json:
    """Return the questionnaire as ``Quiz`` of ``js/scorecard.js`` has it."""
    questions = [_question(each, questionnaire, catalogue) for each in questionnaire.questions]
    return {
        "id": questionnaire.id,
        "title": clean(questionnaire.title),
        "fingerprint": questionnaire.fingerprint,
        "roles": list(questionnaire.roles),
        "withoutPoints": list(without_points(questionnaire, catalogue)),
        "halves": [_half(each, questionnaire) for each in questionnaire.halves],
        "questions": questions,
    }


def words_data(questionnaire: Questionnaire, catalogue: Catalogue) -> Json:
    """Return what a result is said with, as ``Words`` of ``js/words.js`` has it."""
    roles = [role.id for role in catalogue.roles]
    names = column_names(questionnaire, catalogue)
    most = (
        "MOST_REASONS",
        "SHORT",
        "SHORTER",
        "MOST_QUOTED",
        "NEAREST_JOBS",
        "LEAST",
    )
    return {
        "say": {each.name: each.value for each in Say},
        "most": {name: getattr(quiz_words, name) for name in most},
        "names": [[id_, clean(name)] for id_, name in names.items()],
        "without": clean(without_points_sentence(questionnaire, catalogue)),
        "known": [*roles, *(job.id for job in catalogue.neighbours)],
        "roles": roles,
    }


def _half(half: Half, questionnaire: Questionnaire) -> Json:
    measured, lean = half.measured, half.lean
    ratio = measured.beside_ratio if measured else 1
    return {
        "id": half.id,
        "title": clean(half.title),
        "basis": clean(half.basis),
        "note": clean(half.note) if half.note else None,
        "rule": clean(naming_rule(questionnaire, half)),
        "measured": measured is not None,
        "margin": round(questionnaire.margin(half), DECIMALS),
        "far": round(math.log(ratio), DECIMALS),
        "lean": lean
        and {
            "clearly": round(lean.clearly, DECIMALS),
            "leans": round(lean.leans, DECIMALS),
        },
        "beside": [
            {"id": each.id, "title": clean(each.title), "none": each.none} for each in half.beside
        ],
        "stop": measured
        and measured.stop
        and {"least": measured.stop.least, "risk": measured.stop.risk},
        "bands": [each.model_dump() for each in measured.bands] if measured else [],
        "led": _led(measured, questionnaire.roles) if measured else [],
        "told": _told(questionnaire, measured) if measured else [],
    }


def _led(measured: Measured, roles: Iterable[str]) -> list[Json | None]:
    """Return whose title people held for whom each role led; None where it led for nobody."""
    return [
        None if held is None else dataclasses.asdict(held)
        for held in (held_where_leading(measured, role) for role in roles)
    ]


def _told(questionnaire: Questionnaire, measured: Measured) -> list[Json | None]:
    """Return how often people are told each column beside the roles."""
    found = (told_so(questionnaire, measured, each.id) for each in measured.beside)
    return [None if told is None else dataclasses.asdict(told) for told in found]


def _question(question: Question, questionnaire: Questionnaire, catalogue: Catalogue) -> Json:
    half = next(each for each in questionnaire.halves if each.id == question.half)
    columns = questionnaire.columns(half)
    return {
        "id": question.id,
        "half": question.half,
        "text": clean(question.text),
        "why": clean(question.why),
        "several": question.pick == "several",
        "survey": bool(question.survey),
        "base": None if question.base is None else _points(question.base, columns),
        "moves": _moves(question.id, half, questionnaire.roles),
        "answers": [
            {
                "id": answer.id,
                "text": clean(answer.text),
                "points": _points(answer.points, columns),
                "alone": answer.alone,
                "none": answer.none,
                "disputes": [each.id for each in catalogue.disputes_of(answer.claims)],
            }
            for answer in question.answers
        ],
    }


def _points(points: Points, columns: Iterable[str]) -> list[float]:
    return [points[column] for column in columns]


def _moves(question: str, half: Half, roles: tuple[str, ...]) -> Any:  # noqa: ANN401 - nested lists
    """Return what a question does to a lead, by the places of roles held, ahead and behind."""
    stop = half.measured.stop if half.measured else None
    if stop is None:
        return None
    moves = stop.moves[question]
    return [
        [[list(moves[held][ahead].get(behind, (0, 0))) for behind in roles] for ahead in roles]
        for held in roles
    ]
