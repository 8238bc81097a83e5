"""The verdict on a set of answers."""

import json
import math
from dataclasses import replace
from typing import Any

import pytest

from mlroles.quiz.models import Questionnaire
from mlroles.quiz.verdict import Change, DisputedAnswer, Reason, Sureness, judge, undecided_rule
from mlroles.roles.catalogue import Catalogue
from tests import kitchen
from tests.kitchen import Json


def test_nothing_answered_is_no_lean(questionnaire: Questionnaire, catalogue: Catalogue) -> None:
    """Without an answer nobody leads, and there is nothing to explain or to change."""
    result = judge(questionnaire, catalogue, {})

    assert (result.answered, result.total, result.leaders) == (0, 3, ())
    assert (result.undecided, result.runner_up, result.change) == (False, None, None)
    assert (result.reasons, result.disputed) == ((), ())


def test_a_clear_lead_names_one_role(questionnaire: Questionnaire, catalogue: Catalogue) -> None:
    """A role whose share is far above the others is named alone."""
    result = judge(questionnaire, catalogue, {"hours": ("morning",)})

    assert (result.leaders, result.undecided) == (("baker",), False)
    assert (result.answered, result.runner_up) == (1, "cook")
    assert result.questionnaire == "kitchen"
    assert [half.basis for half in result.halves] == ["Guesswork."]


def test_every_role_that_is_close_is_named(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """Roles whose shares come close to the leader's are named with it, the leader first."""
    result = judge(questionnaire, catalogue, {"heat": ("shade",), "hours": ("evening",)})

    assert (result.leaders, result.undecided) == (("waiter", "cook"), True)


@pytest.mark.parametrize(
    ("ratio", "undecided"), [(math.exp(0.6), False), (1.83, True), (1.0, False)]
)
def test_the_ratio_itself_is_enough(
    document: dict[str, Any], catalogue: Catalogue, ratio: float, undecided: bool
) -> None:
    """A share of exactly the stated number of times the next one's is a clear lead."""
    questionnaire = Questionnaire.model_validate_json(
        json.dumps({**document, "undecided_ratio": ratio})
    )

    result = judge(questionnaire, catalogue, {"heat": ("flame",)})

    assert result.undecided is undecided
    assert result.leaders[0] == "cook"


def test_a_tie_stands_in_the_order_of_the_catalogue(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """Roles that tie are undecided, in the catalogue's order."""
    result = judge(questionnaire, catalogue, {"hours": ("evening",)})

    assert result.leaders == ("cook", "waiter")


def test_the_rule_is_stated(questionnaire: Questionnaire, catalogue: Catalogue) -> None:
    """The result says in words when one role is named alone."""
    assert judge(questionnaire, catalogue, {}).rule == undecided_rule(questionnaire)
    assert "at least 2 times" in undecided_rule(questionnaire)


def test_reasons_tell_what_moved_the_lead(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """Each question that moved the odds of the first two is a reason, the strongest first."""
    answers = {"heat": ("flame",), "hours": ("morning",), "tools": ("whisk", "pan", "tray")}

    result = judge(questionnaire, catalogue, answers)

    assert result.points == {"baker": 0.5, "cook": -0.2, "waiter": -0.3}
    assert result.reasons == (
        Reason("hours", ("morning",), "baker", True, math.exp(1.2)),
        Reason("heat", ("flame",), "cook", False, math.exp(0.6)),
        Reason("tools", ("whisk", "pan", "tray"), "baker", True, math.exp(0.1)),
    )


def test_an_answer_that_moves_nothing_is_no_reason(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """A question that gives the first two roles the same points is not among the reasons."""
    result = judge(questionnaire, catalogue, {"heat": ("shade",), "hours": ("evening",)})

    assert [reason.answers for reason in result.reasons] == [("shade",)]


def test_the_smallest_change_is_told(questionnaire: Questionnaire, catalogue: Catalogue) -> None:
    """Of the changes that put another role in the lead, the one that moves least is told."""
    result = judge(questionnaire, catalogue, {"heat": ("oven",), "tools": ("pan",)})

    assert result.leaders == ("cook", "baker")
    assert result.change == Change("tools", ("pan",), ("whisk", "pan"), ("baker", "cook"), 0.4)


def test_a_tie_is_no_change_of_lead(questionnaire: Questionnaire, catalogue: Catalogue) -> None:
    """With one answer, taking it away only makes a tie: another answer is told."""
    result = judge(questionnaire, catalogue, {"hours": ("morning",)})

    assert result.change == Change("hours", ("morning",), ("evening",), ("cook", "waiter"), 3.2)


def test_equal_changes_go_by_the_order_of_the_questionnaire(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """Of two changes that move as much, the first in the questionnaire is told."""
    result = judge(questionnaire, catalogue, {"heat": ("oven",)})

    assert result.change is not None
    assert result.change.after == ("flame",)


def test_a_lead_that_no_change_turns_says_so(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """Where no change of one answer puts another role in the lead, there is none to tell."""
    answers = {"heat": ("shade",), "tools": ("tray",)}

    assert judge(questionnaire, catalogue, answers).change is None


def test_disputed_answers_are_told(questionnaire: Questionnaire, catalogue: Catalogue) -> None:
    """Answers that rest on claims in a dispute are named with it, the others are not."""
    answers = {"heat": ("shade",), "hours": ("morning",), "tools": ("pan", "tray")}

    assert judge(questionnaire, catalogue, answers).disputed == (
        DisputedAnswer("heat", "shade", ("salt",)),
        DisputedAnswer("tools", "tray", ("salt",)),
    )


def test_a_catalogue_with_one_role_leans_to_it(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """Where there is one role only, it leads, without a runner-up, reasons or a change."""
    lone = Catalogue(
        catalogue.directory,
        catalogue.sources,
        catalogue.file.model_copy(update={"roles": catalogue.roles[:1]}),
    )

    result = judge(questionnaire, lone, {"heat": ("flame",)})

    assert (result.leaders, result.runner_up) == (("baker",), None)
    assert (result.reasons, result.change) == ((), None)


def test_each_half_and_their_sum_are_judged(whole: Questionnaire, catalogue: Catalogue) -> None:
    """The result holds what each half says by itself; its own points are their sum."""
    result = judge(whole, catalogue, {"hours": ("morning",), "shift": ("late",)})
    likes, does = result.halves

    assert (likes.half, likes.title, likes.basis) == ("likes", "What you like", "Guesswork.")
    assert (likes.answered, likes.total, does.answered, does.total) == (1, 3, 1, 3)
    assert likes.points == {"baker": 0.8, "cook": -0.4, "waiter": -0.4}
    assert does.points == {"baker": -0.8, "cook": 0.4, "waiter": 0.4}
    assert result.points == {"baker": 0, "cook": 0, "waiter": 0}
    assert (likes.leaders, does.leaders) == (("baker",), ("cook", "waiter"))
    assert (result.answered, result.total) == (2, 6)


@pytest.mark.parametrize(
    ("given", "agree"),
    [
        ({}, None),
        ({"hours": ("morning",)}, None),
        ({"bread": ("daily",)}, None),
        ({"hours": ("morning",), "bread": ("daily",)}, True),
        ({"hours": ("evening",), "bread": ("seldom",)}, True),
        ({"heat": ("flame",), "bread": ("seldom",)}, True),  # undecided, and cook in both
        ({"hours": ("morning",), "shift": ("late",)}, False),
    ],
)
def test_halves_agree_where_they_share_a_leader(
    whole: Questionnaire,
    catalogue: Catalogue,
    given: dict[str, tuple[str, ...]],
    agree: bool | None,
) -> None:
    """Halves agree where one role leads both, if not alone; one half alone says nothing."""
    assert judge(whole, catalogue, given).agree is agree


def sureness(
    document: Json, catalogue: Catalogue, **given: tuple[str, ...]
) -> tuple[Sureness | None, Sureness | None]:
    """Return how sure each half is of what ``given`` comes to."""
    likes, does = judge(kitchen.questionnaire(document), catalogue, given).halves
    return likes.sureness, does.sureness


def test_a_measured_half_says_how_sure_it_is(whole_document: Json, catalogue: Catalogue) -> None:
    """The band of the top share and the confusion with the leader are looked up."""
    likes, does = sureness(whole_document, catalogue, hours=("morning",), bread=("daily",))

    assert likes is None
    assert does is not None
    assert replace(does, held=round(does.held, 9), confused=round(does.confused, 9)) == Sureness(
        low=0.6, high=1, people=1100, right=0.75, held=0.6, confused_with="cook", confused=0.3
    )


def test_the_band_is_that_of_the_share(whole_document: Json, catalogue: Catalogue) -> None:
    """A lower share falls into a lower band, and the confusion is that of its own leader."""
    whole_document["questions"][3]["answers"][1]["points"] = kitchen.points(-0.5, -0.2, 0.7)
    _, does = sureness(whole_document, catalogue, bread=("seldom",))
    assert does is not None
    assert (does.low, does.people, does.confused_with) == (0.45, 200, "baker")
    assert does.held == pytest.approx(0.75)
    assert does.confused == pytest.approx(0.25)


def test_a_share_below_every_band_is_not_known_of(
    whole_document: Json, catalogue: Catalogue
) -> None:
    """Where nobody measured had so low a share, nothing is said."""
    assert sureness(whole_document, catalogue, gear=("nothing",)) == (None, None)


def test_the_edge_of_a_band_belongs_to_it(whole_document: Json, catalogue: Catalogue) -> None:
    """A share at the lower edge of a band is in it."""
    answers = {"gear": ("nothing",)}
    top = max(judge(kitchen.questionnaire(whole_document), catalogue, answers).shares.values())
    whole_document["halves"][1]["measured"]["bands"][1]["low"] = top

    _, does = sureness(whole_document, catalogue, **answers)

    assert does is not None
    assert does.people == 1100


def test_a_leader_that_nobody_measured_had_is_not_known_of(
    whole_document: Json, catalogue: Catalogue
) -> None:
    """Where a role led for nobody measured, nothing is said of how sure its lead is."""
    for row in whole_document["halves"][1]["measured"]["confusion"].values():
        row["baker"] = 0

    assert sureness(whole_document, catalogue, bread=("daily",)) == (None, None)


def test_a_lone_role_is_confused_with_none(whole_document: Json) -> None:
    """With one role there is no other to take it for."""
    whole_document["halves"][1]["measured"]["confusion"] = {"baker": {"baker": 1}}

    _, does = sureness(whole_document, kitchen.kitchen("baker"), bread=("daily",))

    assert does is not None
    assert (does.held, does.confused_with, does.confused) == (1, None, 0)


def test_reasons_count_what_answering_adds(whole: Questionnaire, catalogue: Catalogue) -> None:
    """A question's reason is what all its answers and its base move together."""
    result = judge(whole, catalogue, {"bread": ("daily",), "gear": ("knife", "rack")})

    assert result.points == {"baker": 0.5, "cook": -0.5, "waiter": 0}
    assert result.reasons == (
        Reason("bread", ("daily",), "baker", True, math.exp(1.6)),
        Reason("gear", ("knife", "rack"), "waiter", False, math.exp(1.1)),
    )


@pytest.mark.parametrize(
    ("given", "change"),
    [
        (("nothing",), Change("gear", ("nothing",), ("knife",), ("cook", "baker"), 1.2)),
        (("rack",), Change("gear", ("rack",), ("nothing",), ("baker", "waiter", "cook"), 2)),
        (
            ("knife", "rack"),
            Change("gear", ("knife", "rack"), ("nothing",), ("baker", "waiter", "cook"), 1.4),
        ),
    ],
)
def test_a_flip_minds_answers_given_alone(
    whole: Questionnaire, catalogue: Catalogue, given: tuple[str, ...], change: Change
) -> None:
    """An answer given alone replaces the others, and any other answer replaces it."""
    assert judge(whole, catalogue, {"gear": given}).change == change


def test_a_flip_may_take_the_base_away(whole: Questionnaire, catalogue: Catalogue) -> None:
    """Without its last answer a question adds nothing, not its base either."""
    answers = {"heat": ("oven",), "tools": ("pan",), "gear": ("nothing",)}

    result = judge(whole, catalogue, answers)

    assert result.points == {"baker": 0.3, "cook": 0.2, "waiter": -0.5}
    assert result.change == Change("gear", ("nothing",), (), ("cook", "baker"), 0.4)
