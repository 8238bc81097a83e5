"""The shipped questions that nobody measured: varied, balanced, and with a way out of each."""

import json
import math
from itertools import combinations, pairwise
from typing import Any

import pytest

from mlroles.locations import data_directory


def read(name: str) -> dict[str, Any]:
    """Return a shipped data file."""
    document: dict[str, Any] = json.loads((data_directory() / name).read_text("utf-8"))
    return document


FILE = read("questionnaire.json")
HALVES = {half["id"]: half for half in FILE["halves"] if "measured" not in half}
QUESTIONS = [each for each in FILE["questions"] if each["half"] in HALVES]
EVERY_QUESTION = pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: str(each["id"]))


def offered(question: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the answers that say something: all but "none of these fits"."""
    return [answer for answer in question["answers"] if not answer.get("none", False)]


def spoken_for(answer: dict[str, Any]) -> set[str]:
    """Return the roles that an answer has points for."""
    return {role for role, points in answer["points"].items() if points > 0}


def contrast(question: dict[str, Any]) -> tuple[object, ...]:
    """Return how a question contrasts the roles.

    That is whether one answer may be picked, and for how many roles each answer speaks.
    """
    return question["pick"], *sorted(len(spoken_for(each)) for each in offered(question))


@EVERY_QUESTION
def test_none_of_these_fits(question: dict[str, Any]) -> None:
    """Every question ends with an answer that none fits; it is given alone and favours nobody."""
    (none,) = [each for each in question["answers"] if each.get("none", False)]
    assert question["answers"][-1] == none
    assert not any(none["points"].values())
    assert none["claims"] == []
    assert none.get("alone", False) == (question["pick"] == "several")


@EVERY_QUESTION
def test_answers_balance(question: dict[str, Any]) -> None:
    """Each answer's points sum to 0, and so do each role's over the answers: all say nothing."""
    for answer in question["answers"]:
        assert math.fsum(answer["points"].values()) == pytest.approx(0)
    for role in question["answers"][0]["points"]:
        total = math.fsum(answer["points"][role] for answer in question["answers"])
        assert total == pytest.approx(0)


@EVERY_QUESTION
def test_no_question_decides_alone(question: dict[str, Any]) -> None:
    """However one question is answered, no role gets the lead that is told as leaning."""
    lean = HALVES[question["half"]]["lean"]
    most = len(offered(question)) if question["pick"] == "several" else 1
    for number in range(1, most + 1):
        for given in combinations(offered(question), number):
            sums = sorted(
                math.fsum(each["points"][role] for each in given) for role in given[0]["points"]
            )
            assert sums[-1] - sums[-2] < lean["leans"]


@EVERY_QUESTION
def test_no_answer_rests_on_what_figures_contradict(question: dict[str, Any]) -> None:
    """Every answer cites claims, and the evidence contradicts none of them."""
    verdicts = {each["claim"]: each["verdict"] for each in read("evidence.json")["findings"]}
    for answer in offered(question):
        assert answer["claims"]
        assert "contradicted" not in [verdicts[claim] for claim in answer["claims"]]


def test_questions_vary() -> None:
    """No question contrasts the roles as the one before it; some answers speak for two."""
    assert all(contrast(before) != contrast(after) for before, after in pairwise(QUESTIONS))
    for_two = [a["id"] for q in QUESTIONS for a in offered(q) if len(spoken_for(a)) == 2]
    assert len(for_two) >= 8
    assert sum(question["pick"] == "several" for question in QUESTIONS) >= 2


def test_no_place_belongs_to_a_role() -> None:
    """Who always takes the first answer, or the second, or the last offered, leans to no role."""
    (half,) = HALVES.values()
    for place in (0, 1, -1):
        answers = [offered(question)[place] for question in QUESTIONS]
        sums = sorted(
            math.fsum(each["points"][role] for each in answers) for role in answers[0]["points"]
        )
        assert sums[-1] - sums[-2] < half["lean"]["leans"]
