"""The shapes of ``questionnaire.json``."""

import json
import math
from typing import Any

import pytest
from pydantic import ValidationError

from mlroles.quiz.models import Questionnaire
from tests import kitchen
from tests.kitchen import Json


def test_questions_and_answers_are_found_by_id(questionnaire: Questionnaire) -> None:
    """A question and its answer can be looked up by their ids."""
    question = questionnaire.question("hours")

    assert (question.text, question.answer("evening").text) == ("Which hours?", "I like evening")


def test_an_unknown_id_is_a_key_error(questionnaire: Questionnaire) -> None:
    """Looking up what is not there raises KeyError."""
    with pytest.raises(KeyError):
        questionnaire.question("none")
    with pytest.raises(KeyError):
        questionnaire.question("heat").answer("none")


def test_one_answer_is_picked_unless_several_are_asked_for(questionnaire: Questionnaire) -> None:
    """A question that does not say how many answers it takes, takes one."""
    assert [question.pick for question in questionnaire.questions] == ["one", "one", "several"]


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("schema_version", 1),
        ("roles", []),
        ("undecided_ratio", 0.5),
        ("undecided_ratio", "2"),
        ("questions", []),
        ("colour", "red"),
        ("id", "Not An Id"),
        ("basis", "Guesswork."),
        ("halves", []),
    ],
)
def test_a_wrong_file_is_refused(document: dict[str, Any], key: str, value: object) -> None:
    """Another version, a low ratio, no question or half, an unknown key or a bad id is refused."""
    with pytest.raises(ValidationError):
        Questionnaire.model_validate_json(json.dumps({**document, key: value}))


@pytest.mark.parametrize("points", [11, -11, "1", float("nan")])
def test_wild_points_are_refused(document: dict[str, Any], points: object) -> None:
    """Points beyond ten, and points that are not numbers, are refused."""
    document["questions"][0]["answers"][0]["points"]["baker"] = points

    with pytest.raises(ValidationError):
        Questionnaire.model_validate_json(json.dumps(document))


@pytest.mark.parametrize(
    ("halves", "kept"),
    [
        ((), ["heat", "hours", "tools", "bread", "gear", "shift"]),
        (("likes",), ["heat", "hours", "tools"]),
        (("does",), ["bread", "gear", "shift"]),
        (("does", "likes"), ["heat", "hours", "tools", "bread", "gear", "shift"]),
    ],
)
def test_a_half_can_stand_alone(
    whole: Questionnaire, halves: tuple[str, ...], kept: list[str]
) -> None:
    """The halves named keep their questions, in the questionnaire's order; no name keeps all."""
    only = whole.only(halves)

    assert [question.id for question in only.questions] == kept
    assert {half.id for half in only.halves} == {question.half for question in only.questions}
    assert only.id == whole.id


@pytest.mark.parametrize(
    ("question", "answers", "together"),
    [
        ("heat", ("oven",), True),
        ("heat", ("oven", "flame"), False),
        ("gear", ("knife", "rack"), True),
        ("gear", ("nothing",), True),
        ("gear", ("knife", "nothing"), False),
        ("gear", (), True),
    ],
)
def test_answers_given_together(
    whole: Questionnaire, question: str, answers: tuple[str, ...], together: bool
) -> None:
    """Several answers go together where several may be picked and none of them stands alone."""
    assert whole.question(question).allows(answers) is together


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("stop", {"least": 0, "risk": 0.5, "moves": {}}),
        ("stop", {"least": 1, "risk": 1.5, "moves": {}}),
        ("stop", {"least": 1, "risk": 0.5, "moves": {"q": {"a": {"b": {"c": [0, -1]}}}}}),
        ("stop", {"least": 1, "risk": 0.5, "moves": {"q": {"a": {"b": {"c": [0]}}}}}),
        ("beside_ratio", 0.5),
        ("beside", [{"id": "x"}]),
        ("wide", {"auc": 0.5}),
        ("people", {"baker": -1}),
        ("auc", 1.1),
        ("likely_left", [1]),
        ("colour", "red"),
    ],
)
def test_wrong_measures_are_refused(whole_document: Json, key: str, value: object) -> None:
    """Shares above one, negative numbers and unknown keys of a measured half are refused."""
    whole_document["halves"][1]["measured"][key] = value

    with pytest.raises(ValidationError):
        Questionnaire.model_validate_json(json.dumps(whole_document))


def test_columns_are_the_roles_and_what_is_beside_them() -> None:
    """Every half has the roles; a measured one has the jobs beside them as well."""
    questionnaire = kitchen.questionnaire(kitchen.open_kitchen())
    likes, does = questionnaire.halves

    assert questionnaire.columns(likes) == kitchen.ROLES
    assert questionnaire.columns(does) == (*kitchen.ROLES, *kitchen.BESIDE)
    assert (likes.beside, [each.none for each in does.beside]) == ((), [False, True])


def test_the_margin_is_in_points(whole: Questionnaire) -> None:
    """A half without a measure names a role by its limit, a measured one by the ratio of shares."""
    likes, does = whole.halves

    assert (whole.margin(likes), whole.margin(does)) == (0.7, math.log(2))
