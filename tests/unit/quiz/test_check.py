"""What must hold between the parts of a questionnaire."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from mlroles.quiz.check import questionnaire_problems
from mlroles.quiz.models import Questionnaire
from mlroles.roles.catalogue import Catalogue
from tests import kitchen
from tests.kitchen import Json


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


UNORDERED = "$.roles: the roles do not stand in the order of the catalogue (give them that order)"


def _moves(document: Json) -> Json:
    """Return what the question about gear does to a lead."""
    found: Json = document["halves"][1]["measured"]["stop"]["moves"]["gear"]
    return found


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


def test_a_right_questionnaire_of_two_halves_has_no_problem(
    whole_document: Json, places: Any
) -> None:
    """Claims behind one half and counts behind the other hold together."""
    assert places(whole_document) == []


def test_a_right_questionnaire_with_jobs_beside_the_roles_has_no_problem(
    places: Any,
) -> None:
    """Columns beside the roles, and answers that none fits, hold together."""
    assert places(kitchen.open_kitchen()) == []


def test_a_column_beside_the_roles_has_an_id_of_its_own(places: Any) -> None:
    """A role cannot stand beside itself."""
    document = kitchen.open_kitchen()
    document["halves"][1]["measured"]["beside"][0]["id"] = "cook"

    assert places(document)[0] == "$.halves[1].measured.beside[0].id"


def test_a_catalogue_may_have_more_roles(document: Json) -> None:
    """Roles of the catalogue that the questionnaire does not name are no problem."""
    catalogue = kitchen.kitchen("butcher", *kitchen.ROLES, "painter")

    assert list(questionnaire_problems(kitchen.questionnaire(document), catalogue)) == []


def _question(document: Json, name: str) -> Json:
    found: Json = next(each for each in document["questions"] if each["id"] == name)
    return found


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (
            lambda file: file["roles"].append("baker"),
            [
                "$.roles[3]: “baker” stands twice (it is at $.roles[0] already)",
                UNORDERED,
            ],
        ),
        (
            lambda file: file["roles"].reverse(),
            [UNORDERED],
        ),
        (
            lambda file: file["halves"].append(dict(file["halves"][0], title="Again")),
            ["$.halves[2].id: “likes” stands twice (it is at $.halves[0].id already)"],
        ),
        (
            lambda file: file["halves"].insert(0, {"id": "new", "title": "New", "basis": "None."}),
            [
                "$.halves[0]: the half “new” has no question (add one)",
                (
                    "$.halves[0]: the half “new” has not one of lean and measured "
                    "(give it exactly one of them)"
                ),
            ],
        ),
        (
            lambda file: file["halves"][1].update(lean=kitchen.lean()),
            [
                (
                    "$.halves[1]: the half “does” has not one of lean and measured "
                    "(give it exactly one of them)"
                )
            ],
        ),
        (
            lambda file: file["halves"][0].update(lean=kitchen.lean(0.5, 0.6)),
            ["$.halves[0].lean.leans: 0.6 is more than 0.5 for clearly (at most that)"],
        ),
        (
            lambda file: file["halves"][1]["measured"]["beside"][0].update(none=True),
            [
                (
                    "$.halves[1].measured.beside: butcher, none-of-these all stand for other work "
                    "(one at most)"
                )
            ],
        ),
        (
            lambda file: file["halves"][1]["measured"]["stop"]["moves"].pop("gear"),
            [
                (
                    "$.halves[1].measured.stop.moves: the question “gear” is missing "
                    "(name every question)"
                )
            ],
        ),
        (
            lambda file: _moves(file).update(guest={}),
            [
                (
                    "$.halves[1].measured.stop.moves.gear.guest: there is no role “guest” "
                    "(add the role, or name another)"
                ),
                *(
                    f"$.halves[1].measured.stop.moves.gear.guest: the role “{role}” is missing "
                    "(name every role)"
                    for role in kitchen.ROLES
                ),
            ],
        ),
        (
            lambda file: _moves(file)["baker"]["cook"].update(cook=[0, 0]),
            [
                (
                    "$.halves[1].measured.stop.moves.gear.baker.cook.cook: there is no role “cook” "
                    "(add the role, or name another)"
                )
            ],
        ),
        (
            lambda file: file["halves"][1]["measured"]["told"][2].update(
                role="nobody", told={"undecided": 0.5, "cat": 0.5}
            ),
            [
                (
                    "$.halves[1].measured.told[2].role: there is no role “nobody” "
                    "(add the role, or name another)"
                ),
                (
                    "$.halves[1].measured.told[2].told.cat: there is no role “cat” "
                    "(add the role, or name another)"
                ),
            ],
        ),
        (
            lambda file: _question(file, "tools")["answers"][3].update(alone=False),
            [
                (
                    "$.questions[2].answers[3]: “none” says that none fits, and goes with others "
                    "(set alone as well)"
                )
            ],
        ),
        (
            lambda file: _question(file, "tools")["answers"][3].update(
                points=kitchen.points(0.2, -0.2, 0)
            ),
            [
                (
                    "$.questions[2].answers[3].points: “none” says that none fits, and gives "
                    "points (0 for every role)"
                )
            ],
        ),
        (
            lambda file: _question(file, "bread")["answers"][0].update(
                survey=[{"question": "B2", "text": "Bread"}]
            ),
            [
                (
                    "$.questions[3].answers[0].survey[0].question: the question does not take from "
                    "“B2” (name it in the survey of the question)"
                )
            ],
        ),
        (
            lambda file: _question(file, "tools").update(half="wishes"),
            ["$.questions[2].half: there is no half “wishes” (add the half, or name another)"],
        ),
        (
            lambda file: file["questions"].insert(0, file["questions"].pop()),
            [
                (
                    "$.questions: the questions of a half do not stand together "
                    "(put them one after the other)"
                )
            ],
        ),
        (
            lambda file: file["halves"][1]["measured"].update(source="survey"),
            [
                (
                    "$.halves[1].measured.source: there is no source “survey” "
                    "(add the source, or name another)"
                )
            ],
        ),
        (
            lambda file: file["halves"][1]["measured"]["people"].pop("cook"),
            ["$.halves[1].measured.people: the role “cook” is missing (name every role)"],
        ),
        (
            lambda file: file["halves"][1]["measured"]["confusion"].pop("cook"),
            ["$.halves[1].measured.confusion: the role “cook” is missing (name every role)"],
        ),
        (
            lambda file: file["halves"][1]["measured"]["confusion"]["cook"].update(guest=0),
            [
                (
                    "$.halves[1].measured.confusion.cook.guest: there is no role “guest” "
                    "(add the role, or name another)"
                )
            ],
        ),
        (
            lambda file: _question(file, "gear")["base"].update(baker=0.24),
            ["$.questions[4].base: the points sum to 0.04 (they sum to 0 over the roles)"],
        ),
        (
            lambda file: _question(file, "gear")["answers"][0].update(alone=True),
            [
                (
                    "$.questions[4].answers: knife, nothing cannot be an answer given alone "
                    "(one at most, where several answers may be picked)"
                )
            ],
        ),
        (
            lambda file: _question(file, "bread")["answers"][1].update(alone=True),
            [
                (
                    "$.questions[3].answers: seldom cannot be an answer given alone "
                    "(one at most, where several answers may be picked)"
                )
            ],
        ),
        (
            lambda file: _question(file, "heat")["answers"][2].pop("claims"),
            ["$.questions[0].answers[2]: the points rest on nothing (give claims, or counts)"],
        ),
        (
            lambda file: _question(file, "tools")["answers"][0].update(claims=[]),
            ["$.questions[2].answers[0]: the points rest on nothing (give claims, or counts)"],
        ),
        (
            lambda file: _question(file, "shift")["answers"][0]["counts"]["baker"].update(
                ticked=101
            ),
            [
                (
                    "$.questions[5].answers[0].counts.baker: 101 gave the answer, 100 were asked "
                    "(no more than were asked)"
                )
            ],
        ),
        (
            lambda file: _question(file, "gear")["answers"][2]["counts"].pop("waiter"),
            ["$.questions[4].answers[2].counts: the role “waiter” is missing (name every role)"],
        ),
        (
            lambda file: _question(file, "gear").pop("base"),
            [
                f"$.questions[4].answers: the points of “{role}” are {points} on average over "
                "the people counted (each role's points are 0 on average there)"
                for role, points in (
                    ("baker", "-0.2"),
                    ("cook", "0.2"),
                    ("butcher", "0.6"),
                    ("none-of-these", "-0.6"),
                )
            ],
        ),
        (
            lambda file: _question(file, "hours").update(
                base={"baker": 0.1, "cook": -0.1, "waiter": 0}
            ),
            [
                f"$.questions[1].answers: the points of “{role}” are {points} on average over "
                "the answers of a question (each role's points are 0 on average there)"
                for role, points in (("baker", "0.1"), ("cook", "-0.1"))
            ],
        ),
    ],
)
def test_what_does_not_hold_is_told(
    catalogue: Catalogue,
    spoil: Callable[[Json], object],
    told: list[str],
) -> None:
    """Each thing wrong with roles, halves, counts, answers and averages is told as itself."""
    document = kitchen.open_kitchen()
    spoil(document)

    problems = questionnaire_problems(kitchen.questionnaire(document), catalogue)

    assert [str(each) for each in problems] == [f"questionnaire.json: {each}" for each in told]


def test_the_average_weighs_answers_by_how_many_gave_them(
    whole_document: Json, places: Any
) -> None:
    """Points that an answer's share of the people balances are right, whatever their plain sum."""
    rare, usual = _question(whole_document, "shift")["answers"]
    rare["points"] = kitchen.points(9, -4.5, -4.5)
    usual["points"] = kitchen.points(-1, 0.5, 0.5)
    for answer, ticked in ((rare, 10), (usual, 90)):
        answer["counts"] = {role: {"asked": 100, "ticked": ticked} for role in kitchen.ROLES}
    assert places(whole_document) == []

    usual["points"] = kitchen.points(-0.94, 0.47, 0.47)  # 0.054 too much: beyond rounding
    assert places(whole_document) == ["$.questions[5].answers"]


@pytest.mark.parametrize("name", ["bread", "gear"])
def test_counts_of_nobody_are_told(whole_document: Json, places: Any, name: str) -> None:
    """Empty counts, and counts of nobody, are told like any others."""
    number = 3 if name == "bread" else 4
    answers = _question(whole_document, name)["answers"]
    missing = [f"$.questions[{number}].answers[{place}].counts" for place in range(len(answers))]
    answers[0]["counts"] = {}
    assert set(places(whole_document)) >= {missing[0]}

    for answer in answers:
        answer["counts"] = {}
    assert set(places(whole_document)) >= set(missing)


def test_an_answer_may_rest_on_claims_beside_counts(whole_document: Json, places: Any) -> None:
    """Where an answer of several has claims instead of counts, there is no average to check."""
    answer = _question(whole_document, "gear")["answers"][0]
    del answer["counts"]
    answer["claims"] = ["book-1"]

    assert places(whole_document) == []


def test_a_measured_half_need_not_stop_early(whole_document: Json, places: Any) -> None:
    """Without a rule for stopping there is nothing to check of it."""
    whole_document["halves"][1]["measured"]["stop"] = None

    assert places(whole_document) == []
