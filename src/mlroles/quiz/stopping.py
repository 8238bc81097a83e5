"""When more questions would hardly change who leads: the chance that those left change it.

What each question does to the lead of one role over another was measured on people of each title.
Of somebody with these answers nobody knows the title, so every title counts with its share.
"""

import math
from collections.abc import Collection

from mlroles.quiz.models import Half, Questionnaire
from mlroles.quiz.scorecard import Answers, score


def chance_of_change(
    questionnaire: Questionnaire, half: Half, answers: Answers, left: Collection[str]
) -> float | None:
    """Return the chance that the questions ``left`` (ids, of the half) put another role ahead.

    It is a sum of chances, one for each role behind, and so rather too high than too low. None
    where the half does not say what its questions do.
    """
    stop = half.measured.stop if half.measured else None
    if stop is None:
        return None
    fit = score(questionnaire.only((half.id,)), questionnaire.roles, answers)
    leader, *others = fit.ranked
    chance = 0.0
    for held, share in fit.shares.items():
        for other in others:
            moves = [stop.moves[question][held][leader][other] for question in left]
            lead = fit.points[leader] - fit.points[other] + math.fsum(mean for mean, _ in moves)
            spread = math.sqrt(math.fsum(variance for _, variance in moves))
            chance += share * _below_zero(lead, spread)
    return min(1.0, chance)


def stops(
    questionnaire: Questionnaire, half: Half, answers: Answers, left: Collection[str]
) -> bool:
    """Say whether so many of the half are answered, and so surely, that the rest need not be."""
    chance = chance_of_change(questionnaire, half, answers, left)
    if chance is None or half.measured is None or half.measured.stop is None:
        return False
    stop = half.measured.stop
    return answered_in(questionnaire, half, answers) >= stop.least and chance <= stop.risk


def answered_in(questionnaire: Questionnaire, half: Half, answers: Answers) -> int:
    """Return how many questions of a half are answered."""
    return sum(
        bool(answers.get(question.id))
        for question in questionnaire.questions
        if question.half == half.id
    )


def left_in(questionnaire: Questionnaire, half: Half, answers: Answers) -> tuple[str, ...]:
    """Return the questions of a half after the last one answered: those before were skipped."""
    own = [question.id for question in questionnaire.questions if question.half == half.id]
    given = [place for place, question in enumerate(own, start=1) if answers.get(question)]
    return tuple(own[max(given, default=0) :])


def _below_zero(mean: float, spread: float) -> float:
    """Return the chance that a normal variable is below 0, or 0 itself where it does not vary."""
    if not spread:
        return float(mean <= 0)
    return 0.5 * math.erfc(mean / (spread * math.sqrt(2)))
