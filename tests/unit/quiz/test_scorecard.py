"""Points and shares, and what the shipped points are worth."""

import math
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pytest

from mlroles.parts import QUESTIONNAIRE
from mlroles.quiz.models import Questionnaire
from mlroles.quiz.scorecard import score
from mlroles.roles.load import load_catalogue

ROLES = ("baker", "cook", "waiter")
DATA = Path(__file__).parents[3] / "data"


@pytest.fixture(scope="module")
def shipped() -> Questionnaire:
    """Return what comes with the program and rests on judgement: the halves not measured."""
    whole = QUESTIONNAIRE.load(load_catalogue(DATA))
    return whole.only(tuple(half.id for half in whole.halves if half.measured is None))


def role_ids(questionnaire: Questionnaire) -> tuple[str, ...]:
    """Return the roles that the questionnaire gives points to."""
    return tuple(questionnaire.questions[0].answers[0].points)


def test_no_answer_gives_every_role_the_same_share(questionnaire: Questionnaire) -> None:
    """An empty sheet gives no points, and equal shares."""
    fit = score(questionnaire, ROLES, {})

    assert fit.points == dict.fromkeys(ROLES, 0)
    assert fit.shares == dict.fromkeys(ROLES, 1 / 3)


def test_points_are_added_and_shares_are_their_softmax(questionnaire: Questionnaire) -> None:
    """The points of every answer given are added, and the shares follow from the sums."""
    fit = score(
        questionnaire, ROLES, {"heat": ("oven",), "hours": ("evening",), "tools": ("pan", "tray")}
    )

    assert fit.points == {"baker": -0.7, "cook": 0.2, "waiter": 0.5}
    assert fit.shares["waiter"] / fit.shares["cook"] == pytest.approx(math.exp(0.3))
    assert fit.ranked == ("waiter", "cook", "baker")


def test_ties_stand_in_the_order_of_the_roles(questionnaire: Questionnaire) -> None:
    """Roles with the same points keep the catalogue's order."""
    assert score(questionnaire, ROLES, {"hours": ("evening",)}).ranked == (
        "cook",
        "waiter",
        "baker",
    )


def test_sums_that_tie_on_paper_tie(questionnaire: Questionnaire) -> None:
    """Rounding errors of binary fractions do not break a tie."""
    fit = score(questionnaire, ROLES, {"heat": ("oven",), "tools": ("pan", "whisk")})

    assert fit.points == {"baker": 0.3, "cook": 0.2, "waiter": -0.5}


def test_one_role_has_it_all(questionnaire: Questionnaire) -> None:
    """In a catalogue with one role, it has the whole share."""
    assert score(questionnaire, ("cook",), {"heat": ("oven",)}).shares == {"cook": 1}


def test_far_apart_points_do_not_overflow() -> None:
    """A hundred questions with the greatest points give shares that are numbers."""
    question = (
        '{{"id": "q{0}", "half": "h", "text": "t", "why": "w", "answers": ['
        '{{"id": "a", "text": "a", "points": {{"x": 10, "y": -10}}, "claims": ["c"]}},'
        '{{"id": "b", "text": "b", "points": {{"x": -10, "y": 10}}, "claims": ["c"]}}]}}'
    )
    questions = ",".join(question.format(number) for number in range(100))
    questionnaire = Questionnaire.model_validate_json(
        '{"schema_version": 2, "id": "q", "title": "t", "undecided_ratio": 2, "roles": ["x", "y"],'
        '"halves": [{"id": "h", "title": "h", "basis": "b"}],'
        f'"questions": [{questions}]}}'
    )

    fit = score(questionnaire, ("x", "y"), {f"q{number}": ("a",) for number in range(100)})

    assert fit.shares == {"x": 1, "y": 0}


@pytest.mark.parametrize(
    ("given", "points"),
    [
        ({}, (0, 0, 0)),
        ({"gear": ("nothing",)}, (0.2, -0.2, 0)),
        ({"gear": ("knife",)}, (0, 0.4, -0.4)),
        ({"gear": ("knife", "rack")}, (-0.5, -0.1, 0.6)),
        ({"gear": ()}, (0, 0, 0)),
        ({"gear": ("unheard-of",)}, (0, 0, 0)),
    ],
)
def test_a_base_is_added_once_for_answering(
    whole: Questionnaire, given: Mapping[str, tuple[str, ...]], points: tuple[float, ...]
) -> None:
    """A question's base counts once, with its answers, and only where there is one."""
    assert tuple(score(whole, ROLES, given).points.values()) == points


def test_the_average_answer_adds_nothing(whole: Questionnaire) -> None:
    """Over the people counted, what a question with a base adds is nothing for any role."""
    gear = whole.question("gear")
    base = gear.base or {}
    for role in ROLES:
        added = sum(
            answer.points[role] * sum(each.ticked for each in (answer.counts or {}).values())
            for answer in gear.answers
        )
        assert base[role] + added / 300 == pytest.approx(0)


def test_shipped_points_are_small_and_round(shipped: Questionnaire) -> None:
    """Every shipped point is a multiple of 0.05 and at most 0.9."""
    points = [
        value
        for question in shipped.questions
        for answer in question.answers
        for value in answer.points.values()
    ]

    assert all(
        abs(value) <= 0.9 and math.isclose(value, round(value * 20) / 20) for value in points
    )


def test_best_answers_serve_every_role_alike(shipped: Questionnaire) -> None:
    """Whoever gives the best answers for a role leans to it, about as far for each role."""
    shares = []
    for role in role_ids(shipped):
        best = {
            question.id: (max(question.answers, key=lambda each: each.points[role]).id,)
            for question in shipped.questions
        }
        fit = score(shipped, role_ids(shipped), best)
        assert fit.ranked[0] == role
        shares.append(fit.shares[role])

    assert min(shares) > 0.97
    assert max(shares) - min(shares) < 0.01


def test_random_answers_favour_no_role(shipped: Questionnaire) -> None:
    """Over every possible set of answers each role leads about as often as the others."""
    roles = role_ids(shipped)
    sums: Mapping[tuple[int, ...], float] = {(0,) * len(roles): 1.0}
    for question in shipped.questions:  # exact: the distribution of the sums, in twentieths
        added: defaultdict[tuple[int, ...], float] = defaultdict(float)
        for old, chance in sums.items():
            for answer in question.answers:
                new = (
                    points + round(20 * answer.points[role])
                    for points, role in zip(old, roles, strict=True)
                )
                added[tuple(new)] += chance / len(question.answers)
        sums = added
    leads = dict.fromkeys(roles, 0.0)
    for points, chance in sums.items():
        first = [role for role, value in zip(roles, points, strict=True) if value == max(points)]
        for role in first:
            leads[role] += chance / len(first)

    assert math.isclose(sum(leads.values()), 1)
    assert all(abs(lead - 1 / len(roles)) < 0.02 for lead in leads.values())
