"""What menus and lines say alike."""

from mlroles.quiz.models import Question
from mlroles.quiz.prompts import Standing
from mlroles.quiz.scorecard import Answers
from mlroles.text import percentages

NO_ANSWER = "(no answer)"


def answered(question: Question, answers: Answers) -> str:
    """Return the texts of the answers that a question has, or that it has none."""
    given = answers.get(question.id, ())
    texts = [answer.text for answer in question.answers if answer.id in given]
    return "; ".join(texts) or NO_ANSWER


def standing_words(standing: Standing) -> str:
    """Return how a half stands so far, in a sentence."""
    if standing.shares:
        percents = percentages([share for _, share in standing.shares])
        told = ", ".join(
            f"{role.short_title} {percent} %"
            for (role, _), percent in zip(standing.shares, percents, strict=True)
        )
        return f"This half so far: {told}."
    *first, last = (role.short_title for role in standing.ahead)
    return (
        f"Ahead in this half so far: {', '.join(first)} and {last}."
        if first
        else (f"Ahead in this half so far: {last}.")
    )
