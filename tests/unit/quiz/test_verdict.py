"""The verdict on a set of answers."""

import json
import math
from typing import Any

import pytest

from mlroles.quiz.models import Questionnaire
from mlroles.quiz.verdict import Change, DisputedAnswer, Reason, judge, undecided_rule
from mlroles.roles.catalogue import Catalogue


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
    assert (result.questionnaire, result.basis) == ("kitchen", "Guesswork.")


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
    """Each answer that moved the odds of the first two is a reason, the strongest first."""
    answers = {"heat": ("flame",), "hours": ("morning",), "tools": ("whisk", "pan", "tray")}

    result = judge(questionnaire, catalogue, answers)

    assert result.points == {"baker": 0.5, "cook": -0.2, "waiter": -0.3}
    assert result.reasons == (
        Reason("hours", "morning", "baker", True, math.exp(1.2)),
        Reason("tools", "pan", "cook", False, math.exp(0.9)),
        Reason("heat", "flame", "cook", False, math.exp(0.6)),
        Reason("tools", "tray", "baker", True, math.exp(0.6)),
        Reason("tools", "whisk", "baker", True, math.exp(0.4)),
    )


def test_an_answer_that_moves_nothing_is_no_reason(
    questionnaire: Questionnaire, catalogue: Catalogue
) -> None:
    """An answer that gives the first two roles the same points is not among the reasons."""
    result = judge(questionnaire, catalogue, {"heat": ("shade",), "hours": ("evening",)})

    assert [reason.answer for reason in result.reasons] == ["shade"]


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
