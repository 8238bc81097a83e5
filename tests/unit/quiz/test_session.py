"""One person's walk through the questions."""

import pytest

from mlroles.quiz.models import Questionnaire
from mlroles.quiz.session import Session
from tests import kitchen
from tests.kitchen import Json


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


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ((), "heat: there is no answer$"),
        (("none",), "heat: there is no answer “none”$"),
        (("oven", "flame"), "heat: 2 answers are given$"),
        (("oven", "oven"), "heat: the answer oven stands there twice$"),
    ],
)
def test_what_does_not_answer_is_refused(
    questionnaire: Questionnaire, answer: tuple[str, ...], message: str
) -> None:
    """No answer, an unknown one, and too many are refused, and it is said why."""
    with pytest.raises(ValueError, match=message):
        Session(questionnaire).answer(answer)


def test_nothing_is_answered_after_the_end(questionnaire: Questionnaire) -> None:
    """When every question has been asked, there is nothing to answer or to skip."""
    session = Session(questionnaire).skip().skip().skip()

    with pytest.raises(ValueError, match="every question"):
        session.answer(("oven",))
    with pytest.raises(ValueError, match="every question"):
        session.skip()


def test_back_keeps_the_answer(questionnaire: Questionnaire) -> None:
    """Going back returns to the question just answered, and its answer stands there."""
    back = Session(questionnaire).answer(("oven",)).back()

    assert (back.number, back.given) == (1, ("oven",))


def test_nothing_further_on_is_lost_on_the_way_back(questionnaire: Questionnaire) -> None:
    """After two steps back all answers stand, and giving one again leads on to the next."""
    session = Session(questionnaire).answer(("oven",)).answer(("evening",)).answer(("pan",))
    again = session.back().back()

    assert (again.number, again.answers) == (2, session.answers)
    again = again.answer(again.given)
    assert (again.number, again.given) == (3, ("pan",))
    assert again.answer(again.given) == session


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


def test_another_answer_or_none_replaces_the_saved_one(questionnaire: Questionnaire) -> None:
    """A saved answer is replaced by another, and goes when its question is skipped."""
    session = Session.resume(questionnaire, {"hours": ("morning",)}).back()

    assert session.answer(("evening",)).answers == {"hours": ("evening",)}
    assert session.skip().answers == {}


def test_any_question_can_be_returned_to(questionnaire: Questionnaire) -> None:
    """A question out of turn has its answer, and at the end nothing more is asked."""
    session = Session(questionnaire).answer(("oven",)).answer(("evening",)).answer(("pan",))
    there = session.at("hours")

    assert (there.number, there.given) == (2, ("evening",))
    assert there.at_end() == session
    assert there.answer(("morning",)).at_end().question is None


LIKES = {"heat": ("oven",), "hours": ("morning",), "tools": ("pan",)}
SURE = {"bread": ("daily",), "gear": ("nothing",)}
"""Two answers after which the measured half stops."""
UNSURE = {"bread": ("daily",), "gear": ("knife",)}
"""Two answers after which it goes on."""


def names(session: Session) -> list[str]:
    """Return the ids of the questions that come when all are skipped from here."""
    found = []
    while session.question is not None:
        found.append(session.question.id)
        session = session.skip()
    return found


def test_a_measured_half_stops_early(whole: Questionnaire) -> None:
    """Once another leader is unlikely enough, the rest of the half is left out."""
    session = Session.resume(whole, LIKES).answer(("daily",))
    assert names(session) == ["gear", "shift"]
    assert names(session.answer(("nothing",))) == []
    assert names(session.answer(("knife",))) == ["shift"]
    assert names(session.skip()) == ["shift"]  # one answer is too few


def test_the_other_half_does_not_count_for_stopping(whole: Questionnaire) -> None:
    """A lead that comes from another half does not stop this one."""
    session = Session.resume(whole, LIKES | {"bread": ("seldom",)})

    assert names(session.answer(("knife",))) == ["shift"]


def test_what_is_skipped_is_not_to_come(whole_document: Json) -> None:
    """A question that was skipped can no longer change the lead: it is not counted as left."""
    whole_document["halves"][1]["measured"]["stop"].update(least=1, risk=0.2)
    session = Session.resume(kitchen.questionnaire(whole_document), LIKES)

    assert names(session.skip().answer(("knife",))) == ["shift"]
    assert names(session.skip().answer(("rack",))) == []


@pytest.mark.parametrize(
    ("position", "given", "chance"),
    [
        (0, {}, None),
        (1, {"heat": ("oven",)}, None),
        (3, LIKES, None),
        (5, UNSURE, pytest.approx(0.1366, abs=1e-4)),
        (6, UNSURE, None),
    ],
)
def test_the_chance_of_another_leader_is_told(
    whole: Questionnaire, position: int, given: dict[str, tuple[str, ...]], chance: float | None
) -> None:
    """In a measured half it is known from the first answer on; elsewhere it is not known."""
    assert Session(whole, given, position).chance_of_change == chance


def test_all_questions_are_asked_on_request(whole: Questionnaire) -> None:
    """With ``answer_all`` a measured half does not stop."""
    session = Session.resume(whole, SURE, answer_all=True)

    assert session.answer_all
    assert names(session) == ["shift"]


def test_a_half_that_stopped_is_passed_over(whole_document: Json) -> None:
    """What comes after a stopped half is the next half, also when resuming and after a note."""
    whole_document["questions"] = [
        *whole_document["questions"][3:],
        *whole_document["questions"][:3],
    ]
    questionnaire = kitchen.questionnaire(whole_document)
    session = Session(questionnaire).answer(("daily",)).answer(("nothing",))

    assert (session.number, names(session)) == (4, ["heat", "hours", "tools"])
    assert Session.resume(questionnaire, SURE) == session
    assert names(Session.resume(questionnaire, UNSURE)) == ["shift", "heat", "hours", "tools"]


def test_back_after_an_early_stop_asks_the_last_question_again(whole: Questionnaire) -> None:
    """The answer that stopped a half can be changed, and another one goes on."""
    stopped = Session.resume(whole, LIKES).answer(("daily",)).answer(("nothing",))

    assert names(stopped) == []
    assert stopped.back().given == ("nothing",)
    assert names(stopped.back().answer(("knife",))) == ["shift"]
    assert names(stopped.back().answer(("nothing",))) == []


def test_back_in_a_resumed_session_passes_over_what_a_stop_left_out(whole: Questionnaire) -> None:
    """Where a half had stopped, its questions that never came do not come on the way back."""
    resumed = Session.resume(whole, {**LIKES, **SURE})

    assert resumed.question is None
    assert [resumed.back().number, resumed.back().back().number] == [5, 4]


def test_a_half_can_be_skipped(whole: Questionnaire) -> None:
    """Skipping a half leaves its questions without an answer, and back returns to its place."""
    session = Session(whole).answer(("oven",))

    assert names(session.skip_half()) == ["bread", "gear", "shift"]
    assert session.skip_half().answers == {"heat": ("oven",)}
    assert session.skip_half().back() == session
    assert names(session.skip_half().skip_half()) == []


def test_skipping_a_half_passes_over_one_that_stopped(whole: Questionnaire) -> None:
    """Where the half after the one skipped has stopped, it is not asked either."""
    session = Session(whole, SURE)

    assert names(session.skip_half()) == []


def test_no_half_is_skipped_after_the_end(whole: Questionnaire) -> None:
    """When every question has been asked, there is no half left to skip."""
    with pytest.raises(ValueError, match="every question"):
        Session(whole, position=6).skip_half()


@pytest.mark.parametrize(
    ("position", "answers", "half", "opens"),
    [
        (0, {}, "likes", True),
        (1, {}, "likes", False),
        (3, {}, "does", True),
        (3, LIKES, "does", True),
        (3, {"gear": ("knife",)}, "does", False),
        (4, {}, "does", False),
        (6, {}, None, False),
    ],
)
def test_a_half_opens_with_its_first_question(
    whole: Questionnaire,
    position: int,
    answers: dict[str, tuple[str, ...]],
    half: str | None,
    opens: bool,
) -> None:
    """A half opens at its first question while nothing in it is answered."""
    session = Session(whole, answers, position)

    assert (session.half.id if session.half else None) == half
    assert session.opens_half is opens


@pytest.mark.parametrize(
    ("position", "answers", "total", "estimate"),
    [
        (0, {}, 6, True),
        (3, LIKES, 6, True),
        (5, UNSURE, 6, True),
        (6, UNSURE, 6, False),
    ],
)
def test_the_greatest_total_is_told(
    whole: Questionnaire,
    position: int,
    answers: dict[str, tuple[str, ...]],
    total: int,
    estimate: bool,
) -> None:
    """The total never grows; where a half may stop early it is the most there can be."""
    session = Session(whole, answers, position)

    assert (session.total, session.may_stop_early) == (total, estimate)


def test_a_total_is_certain_where_all_are_asked(whole: Questionnaire) -> None:
    """With ``answer_all`` the total is the number of questions."""
    session = Session(whole, answer_all=True)

    assert (session.total, session.may_stop_early) == (6, False)


def test_no_more_is_likely_than_there_is(whole: Questionnaire) -> None:
    """Skipped questions do not raise the total above the number of questions."""
    assert Session(whole, position=5).total == 6


def test_a_total_without_a_measured_half_is_no_estimate(whole: Questionnaire) -> None:
    """Where no half can stop early, the total is the number of questions."""
    session = Session(whole.only(("likes",)))

    assert (session.total, session.may_stop_early) == (3, False)


def test_a_half_without_a_rule_never_stops(whole_document: Json) -> None:
    """A measured half that names no rule asks every question, and says that many."""
    whole_document["halves"][1]["measured"]["stop"] = None
    session = Session(kitchen.questionnaire(whole_document), SURE, 5)

    assert (session.total, session.may_stop_early) == (6, False)
    assert names(session) == ["shift"]
