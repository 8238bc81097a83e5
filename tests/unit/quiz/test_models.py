"""The shapes of ``questionnaire.json``."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from mlroles.quiz.models import Questionnaire


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
        ("schema_version", 2),
        ("undecided_ratio", 0.5),
        ("undecided_ratio", "2"),
        ("questions", []),
        ("colour", "red"),
        ("id", "Not An Id"),
        ("basis", " "),
    ],
)
def test_a_wrong_file_is_refused(document: dict[str, Any], key: str, value: object) -> None:
    """Another version, a ratio below one, no question, an unknown key or a bad id is refused."""
    with pytest.raises(ValidationError):
        Questionnaire.model_validate_json(json.dumps({**document, key: value}))


@pytest.mark.parametrize("points", [11, -11, "1", float("nan")])
def test_wild_points_are_refused(document: dict[str, Any], points: object) -> None:
    """Points beyond ten, and points that are not numbers, are refused."""
    document["questions"][0]["answers"][0]["points"]["baker"] = points

    with pytest.raises(ValidationError):
        Questionnaire.model_validate_json(json.dumps(document))
