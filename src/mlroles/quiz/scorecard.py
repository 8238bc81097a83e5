"""From answers to shares: points are added, and the shares are the softmax of the sums.

There is no intercept and no base rate: every role starts equal, and a question without an answer
adds nothing.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from mlroles.quiz.models import Questionnaire

Answers = Mapping[str, tuple[str, ...]]
"""The ids of the answers given, by question id; a question that is absent is unanswered."""

DECIMALS = 9
"""Sums are rounded here, so that points which tie on paper (0.1 + 0.2 and 0.3) tie in fact."""


@dataclass(frozen=True)
class Fit:
    """The points and the share of each role, in the catalogue's order; the shares sum to one."""

    points: dict[str, float]
    shares: dict[str, float]

    @property
    def ranked(self) -> tuple[str, ...]:
        """The role ids from the highest points to the lowest; ties stay in catalogue order."""
        return tuple(sorted(self.points, key=lambda role: -self.points[role]))


def score(questionnaire: Questionnaire, role_ids: tuple[str, ...], answers: Answers) -> Fit:
    """Return the fit of each of ``role_ids`` (at least one) to ``answers``.

    The order in which questions, or the answers to one question, stand in ``answers`` does not
    matter. Ids that the questionnaire does not hold are not looked at: sheets are checked where
    they are read.
    """
    given = [
        answer.points
        for question in questionnaire.questions
        for answer in question.answers
        if answer.id in answers.get(question.id, ())
    ]
    points = {
        role: round(math.fsum(answer[role] for answer in given), DECIMALS) for role in role_ids
    }
    highest = max(points.values())
    weights = {role: math.exp(value - highest) for role, value in points.items()}
    whole = math.fsum(weights.values())
    return Fit(points, {role: weight / whole for role, weight in weights.items()})
