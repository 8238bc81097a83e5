"""One person's walk through the questions."""

import pytest

from mlroles.quiz.models import Questionnaire
from mlroles.quiz.session import Session


def test_questions_come_in_order_until_all_are_asked(questionnaire: Questionnaire) -> None:
    """Every question comes once, in the questionnaire's order, and then none."""
    session = Session(questionnaire)
    asked = []
    while session.question is not None:
        asked.append((session.number, session.question.id))
        session = session.skip()

    assert asked == [(1, "heat"), (2, "hours"), (3, "tools")]
    assert (session.total, session.answers, session.given) == (3, {}, ())


def test_answers_are_kept(questionnaire: Questionnaire) -> None:
    """An answer is kept under its question; several stand in the question's order."""
    session = Session(questionnaire).answer(("oven",)).skip().answer(("tray", "whisk"))

    assert session.answers == {"heat": ("oven",), "tools": ("whisk", "tray")}


@pytest.mark.parametrize("answer", [(), ("none",), ("oven", "flame"), ("oven", "oven")])
def test_what_does_not_answer_is_refused(
    questionnaire: Questionnaire, answer: tuple[str, ...]
) -> None:
    """No answer, an unknown one, and too many are refused."""
    with pytest.raises(ValueError, match="does not answer 'heat'"):
        Session(questionnaire).answer(answer)


def test_nothing_is_answered_after_the_end(questionnaire: Questionnaire) -> None:
    """When every question has been asked, there is nothing to answer or to skip."""
    session = Session(questionnaire).skip().skip().skip()

    with pytest.raises(ValueError, match="every question"):
        session.answer(("oven",))
    with pytest.raises(ValueError, match="every question"):
        session.skip()


def test_back_undoes_an_answer(questionnaire: Questionnaire) -> None:
    """Going back takes the last answer away and asks its question again."""
    start = Session(questionnaire)

    assert start.answer(("oven",)).back() == start


def test_back_at_the_first_question_stays(questionnaire: Questionnaire) -> None:
    """There is nothing before the first question."""
    assert Session(questionnaire).back() == Session(questionnaire)


def test_resuming_goes_on_after_the_last_answer(questionnaire: Questionnaire) -> None:
    """Saved answers stand, and the next question is the one after the last of them."""
    session = Session.resume(questionnaire, {"hours": ("morning",)})

    assert (session.number, session.answers) == (3, {"hours": ("morning",)})


def test_resuming_without_answers_starts_at_the_beginning(questionnaire: Questionnaire) -> None:
    """Saved answers without an answer are a fresh start."""
    assert Session.resume(questionnaire, {}) == Session(questionnaire)


def test_back_in_a_resumed_session_shows_the_saved_answer(questionnaire: Questionnaire) -> None:
    """Going back from where a session was resumed leads to the saved answer and keeps it."""
    session = Session.resume(questionnaire, {"hours": ("morning",)}).back()

    assert (session.number, session.given) == (2, ("morning",))


def test_back_restores_what_an_answer_replaced(questionnaire: Questionnaire) -> None:
    """A saved answer that is replaced, or skipped, stands again after going back."""
    session = Session.resume(questionnaire, {"hours": ("morning",)}).back()

    assert session.answer(("evening",)).answers == {"hours": ("evening",)}
    assert session.answer(("evening",)).back().given == ("morning",)
    assert session.skip().answers == {}
    assert session.skip().back().given == ("morning",)
