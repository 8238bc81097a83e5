"""The chance that the questions left change who leads."""

import math

import pytest

from mlroles.quiz.models import Half, Questionnaire
from mlroles.quiz.stopping import answered_in, chance_of_change, left_in, stops
from tests import kitchen
from tests.kitchen import Json


@pytest.fixture
def half(whole: Questionnaire) -> Half:
    """Return the measured half."""
    return whole.halves[1]


def normal_below(value: float) -> float:
    """Return the chance that a standard normal variable is below a value."""
    return (1 + math.erf(value / math.sqrt(2))) / 2


def test_the_chance_weighs_every_title_with_its_share(whole: Questionnaire, half: Half) -> None:
    """Over the titles, and over the roles behind, it is the chance that the lead turns."""
    answers = {"bread": ("daily",), "gear": ("nothing",)}
    lead, others = 1.8, math.exp(-1.8)
    baker = 1 / (1 + 2 * others)
    moves = {"baker": (0.96, 0.5184), "cook": (-0.48, 1.2096), "waiter": (-0.48, 1.2096)}
    shares = {"baker": baker, "cook": baker * others, "waiter": baker * others}
    chance = sum(
        shares[held] * 2 * normal_below(-(lead + mean) / math.sqrt(variance))
        for held, (mean, variance) in moves.items()
    )

    assert chance_of_change(whole, half, answers, ["shift"]) == pytest.approx(chance)


def test_with_nothing_left_nothing_changes(whole: Questionnaire, half: Half) -> None:
    """Without a question to come the leader stays, and where roles tie another may be named."""
    assert chance_of_change(whole, half, {"bread": ("daily",)}, []) == 0
    assert chance_of_change(whole, half, {"shift": ("late",)}, []) == 1


def test_a_chance_is_no_more_than_one(whole: Questionnaire, half: Half) -> None:
    """Chances of several roles behind sum to one at the most."""
    assert chance_of_change(whole, half, {}, []) == 1


def test_a_half_that_does_not_say_has_no_chance(whole_document: Json) -> None:
    """A half that is not measured, or names no rule, has no chance and never stops."""
    whole_document["halves"][1]["measured"]["stop"] = None
    questionnaire = kitchen.questionnaire(whole_document)
    for half in questionnaire.halves:
        assert chance_of_change(questionnaire, half, {"bread": ("daily",)}, []) is None
        assert not stops(questionnaire, half, {"bread": ("daily",)}, [])


@pytest.mark.parametrize(
    ("given", "stopped"),
    [
        ({"bread": ("daily",), "gear": ("nothing",)}, True),
        ({"bread": ("daily",), "gear": ("knife",)}, False),
        ({"gear": ("rack",)}, False),
    ],
)
def test_a_half_stops_after_enough_answers_with_little_risk(
    whole: Questionnaire, half: Half, given: dict[str, tuple[str, ...]], stopped: bool
) -> None:
    """It takes as many answers as the file says, and a chance no higher than the file says."""
    assert stops(whole, half, given, ["shift"]) is stopped


def test_the_risk_itself_is_small_enough(whole_document: Json) -> None:
    """A chance of exactly the risk that is allowed stops the half."""
    answers = {"bread": ("daily",), "gear": ("knife",)}
    questionnaire = kitchen.questionnaire(whole_document)
    chance = chance_of_change(questionnaire, questionnaire.halves[1], answers, ["shift"])
    whole_document["halves"][1]["measured"]["stop"]["risk"] = chance
    questionnaire = kitchen.questionnaire(whole_document)

    assert stops(questionnaire, questionnaire.halves[1], answers, ["shift"])


def test_answers_of_a_half_are_counted(whole: Questionnaire, half: Half) -> None:
    """Only answers of the half count, and only where there is one."""
    given = {"heat": ("oven",), "bread": ("daily",), "gear": ()}
    assert answered_in(whole, half, given) == 1


@pytest.mark.parametrize(
    ("given", "left"),
    [
        ({}, ("bread", "gear", "shift")),
        ({"heat": ("oven",)}, ("bread", "gear", "shift")),
        ({"gear": ("rack",)}, ("shift",)),
        ({"bread": ("daily",), "shift": ("late",)}, ()),
    ],
)
def test_what_was_skipped_is_not_left(
    whole: Questionnaire, half: Half, given: dict[str, tuple[str, ...]], left: tuple[str, ...]
) -> None:
    """What stands before the last answer was skipped; what stands after it may still come."""
    assert left_in(whole, half, given) == left
