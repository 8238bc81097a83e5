"""From answers to shares: points are added, and the shares are the softmax of the sums.

There is no intercept and no base rate: every column (a role, or a job beside the roles) starts
equal, and a question without an answer adds nothing.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from mlroles.quiz.models import Points, Question, Questionnaire

Answers = Mapping[str, tuple[str, ...]]
"""The ids of the answers given, by question id; a question that is absent is unanswered."""

DECIMALS = 9
"""Sums are rounded here, so that points which tie on paper (0.1 + 0.2 and 0.3) tie in fact."""


@dataclass(frozen=True)
class Fit:
    """The points and the share of each column, in their order; the shares sum to one."""

    points: dict[str, float]
    shares: dict[str, float]

    @property
    def ranked(self) -> tuple[str, ...]:
        """The ids from the highest points to the lowest; ties stay in their order."""
        return tuple(sorted(self.points, key=lambda column: -self.points[column]))


def score(questionnaire: Questionnaire, columns: tuple[str, ...], answers: Answers) -> Fit:
    """Return the fit of each of ``columns`` (at least one) to ``answers``; shares are among these.

    The order in which questions, or the answers to one question, stand in ``answers`` does not
    matter. Ids that the questionnaire does not hold are not looked at: sheets are checked where
    they are read.
    """
    given = [
        points
        for question in questionnaire.questions
        for points in points_of(question, answers.get(question.id, ()))
    ]
    sums = {each: round(math.fsum(one[each] for one in given), DECIMALS) for each in columns}
    return Fit(sums, dict(zip(sums, softmax(tuple(sums.values())), strict=True)))


def points_of(question: Question, given: tuple[str, ...]) -> tuple[Points, ...]:
    """Return what the answers ``given`` to a question add: its base, and each answer's points."""
    own = tuple(answer.points for answer in question.answers if answer.id in given)
    return (question.base, *own) if own and question.base else own


def softmax(points: tuple[float, ...]) -> tuple[float, ...]:
    """Return shares that sum to one: e to the power of each sum of points, over their total."""
    highest = max(points)
    weights = [math.exp(value - highest) for value in points]
    whole = math.fsum(weights)
    return tuple(weight / whole for weight in weights)
