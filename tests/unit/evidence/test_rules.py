"""From figures to words."""

from typing import Any

import pytest

from mlroles.evidence.models import EvidenceFile, Measure, WordTest
from mlroles.evidence.rules import (
    Figure,
    Outcome,
    outcome,
    possible_verdicts,
    standing,
    turned_round,
)


@pytest.mark.parametrize(
    ("figures", "word"),
    [
        ([], "unknown"),
        ([Figure("people", 20, 29)], "unknown"),
        ([Figure("framework", 50, 50)], "unknown"),
        ([Figure("people", 50, 100)], "common"),
        ([Figure("people", 49, 100)], "some"),
        ([Figure("adverts", 25, 100)], "common"),
        ([Figure("adverts", 24, 100)], "some"),
        ([Figure("people", 2, 100), Figure("adverts", 30, 100)], "common"),
        ([Figure("people", 2, 100)], "rare"),
        ([Figure("people", 9, 100)], "some"),
        ([Figure("people", 2, 100), Figure("adverts", 15, 100)], "some"),
        ([Figure("adverts", 0, 100)], "rarely-asked"),
        ([Figure("adverts", 0, 100), Figure("people", 2, 100)], "rare"),
    ],
)
def test_how_usual_a_skill_is(figures: list[Figure], word: str, evidence: EvidenceFile) -> None:
    """One high figure makes a skill common; rare takes people; silence of adverts is not no."""
    assert standing(figures, evidence.rules) == word


def measure(**counts: int) -> Measure:
    """Return a measure of groups of a hundred."""
    cells = [{"group": group, "count": count, "base": 100} for group, count in counts.items()]
    whole: dict[str, Any] = {"id": "m", "dataset": "d", "title": "t", "question": "q"}
    return Measure.model_validate({**whole, "columns": ("c",), "cells": tuple(cells)})


@pytest.mark.parametrize(
    ("says", "count", "expected"),
    [
        ("most", 70, "met"),
        ("most", 55, "unclear"),
        ("most", 30, "failed"),
        ("often", 45, "met"),
        ("often", 5, "failed"),
        ("minority", 30, "met"),
        ("minority", 70, "failed"),
        ("few", 5, "met"),
        ("few", 20, "unclear"),
        ("hardly", 0, "met"),
        ("hardly", 30, "failed"),
    ],
)
def test_a_word_is_held_against_a_share(says: Any, count: int, expected: Outcome) -> None:
    """A word holds, or fails, where the whole 99 % interval is on one side of its limit."""
    test = WordTest(measure="m", group="a", says=says)
    assert outcome(test, measure(a=count)) == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"), [(80, 40, "met"), (40, 80, "failed"), (50, 48, "unclear")]
)
def test_above_compares_two_groups(first: int, second: int, expected: Outcome) -> None:
    """One group is above another where the 99 % interval of the difference is above nought."""
    test = WordTest(measure="m", group="a", says="above", than="b")
    assert outcome(test, measure(a=first, b=second)) == expected


@pytest.mark.parametrize(
    ("outcomes", "verdicts"),
    [
        (["met"], {"partly", "supported"}),
        (["met", "unclear"], {"partly", "mixed", "supported"}),
        (["met", "failed"], {"partly", "mixed"}),
        (["failed"], {"contradicted"}),
        (["failed", "unclear"], {"partly", "mixed", "contradicted"}),
        (["unclear"], {"partly"}),
    ],
)
def test_tests_rule_verdicts_out(outcomes: list[Outcome], verdicts: set[str]) -> None:
    """What the tests of a claim's words say leaves only some verdicts open."""
    assert possible_verdicts(outcomes) == verdicts


def test_without_tests_every_verdict_is_open() -> None:
    """Where figures decide no word, the reader's judgement stands."""
    assert {"silent", "supported"} <= possible_verdicts([])


def test_parts_of_the_data_that_turn_a_test_round_are_named() -> None:
    """Only a part in which the opposite surely holds turns a test round."""
    whole = measure(a=80, b=20)
    parts = {"small": {"a": 50}, "odd": {"a": 10}, "without": {"b": 10}}
    readings = tuple(
        {"title": title, "cells": measure(**counts).cells} for title, counts in parts.items()
    )
    spoilt = Measure.model_validate(
        {**whole.model_dump(), "cells": whole.cells} | {"readings": readings}
    )
    test = WordTest(measure="m", group="a", says="most")
    assert turned_round(test, spoilt) == ("odd",)
    unclear = spoilt.model_copy(update={"cells": measure(a=50).cells})
    assert turned_round(test, unclear) == ()
