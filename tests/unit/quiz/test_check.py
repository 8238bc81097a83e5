"""What must hold between the parts of a questionnaire."""

import json
from typing import Any

import pytest

from mlroles.quiz.check import questionnaire_problems
from mlroles.quiz.models import Questionnaire
from mlroles.roles.catalogue import Catalogue


@pytest.fixture
def places(catalogue: Catalogue) -> Any:
    """Return a function that gives the JSON paths of the problems in questionnaire data."""

    def found(document: dict[str, Any]) -> list[str]:
        questionnaire = Questionnaire.model_validate_json(json.dumps(document))
        return [problem.path for problem in questionnaire_problems(questionnaire, catalogue)]

    return found


def test_a_right_questionnaire_has_no_problem(document: dict[str, Any], places: Any) -> None:
    """A questionnaire that holds together has no problem."""
    assert places(document) == []


def test_ids_are_unique(document: dict[str, Any], places: Any) -> None:
    """A question or an answer with an id that stands before it is a problem."""
    document["questions"][1]["id"] = "heat"
    document["questions"][2]["answers"][2]["id"] = "whisk"

    assert places(document) == ["$.questions[1].id", "$.questions[2].answers[2].id"]


def test_answers_may_share_an_id_across_questions(document: dict[str, Any], places: Any) -> None:
    """The same answer id under two questions is no problem."""
    document["questions"][1]["answers"][0]["id"] = "oven"

    assert places(document) == []


def test_every_role_gets_points(document: dict[str, Any], places: Any) -> None:
    """An answer that leaves out a role is a problem."""
    del document["questions"][2]["answers"][0]["points"]["waiter"]

    assert places(document) == ["$.questions[2].answers[0].points"]


def test_only_roles_get_points(document: dict[str, Any], places: Any) -> None:
    """Points for something that is no role of the catalogue are a problem."""
    document["questions"][0]["answers"][0]["points"]["guest"] = 0

    assert places(document) == ["$.questions[0].answers[0].points.guest"]


def test_points_of_an_answer_are_centred(document: dict[str, Any], places: Any) -> None:
    """An answer whose points do not sum to zero over the roles is a problem."""
    document["questions"][2]["answers"][1]["points"]["cook"] = 0.7

    assert places(document) == ["$.questions[2].answers[1].points"]


def test_points_of_a_role_are_centred(document: dict[str, Any], places: Any) -> None:
    """Where one answer is picked, a role favoured by the question as a whole is a problem."""
    document["questions"][1]["answers"][0]["points"] = {"baker": 0.9, "cook": -0.5, "waiter": -0.4}

    assert places(document) == ["$.questions[1].answers", "$.questions[1].answers"]


def test_claims_exist(document: dict[str, Any], places: Any) -> None:
    """A claim that no source makes is a problem."""
    document["questions"][0]["answers"][2]["claims"] = ["book-2", "book-9"]

    assert places(document) == ["$.questions[0].answers[2].claims[1]"]


def test_every_problem_is_told_at_once(document: dict[str, Any], places: Any) -> None:
    """Problems of several kinds are told together, in the file's order."""
    document["questions"][0]["answers"][0]["claims"] = ["book-9"]
    document["questions"][1]["id"] = "heat"
    document["questions"][2]["answers"][0]["points"]["guest"] = 1

    assert places(document) == [
        "$.questions[1].id",
        "$.questions[0].answers[0].claims[0]",
        "$.questions[2].answers[0].points.guest",
        "$.questions[2].answers[0].points",
    ]
