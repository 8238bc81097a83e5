"""What many sheets say together, and that they say nothing of anyone."""

import json

import pytest

from mlroles.batch.cohort import (
    MOST_GROUPS,
    QUANTILES,
    Cohort,
    percentage,
    rounded,
    summarise,
)
from mlroles.batch.scorer import Scored
from mlroles.errors import SheetError
from mlroles.render.machine import to_json
from tests.kitchen import ROLES


def person(*leaders: str, top: float = 0.6, answered: int = 7, group: str = "") -> Scored:
    """Return the result of somebody whose first leader has the share ``top``."""
    rest = (1 - top) / 2
    first = leaders[0] if leaders else ROLES[0]
    shares = tuple(top if role == first else rest for role in ROLES)
    return Scored(2, "a", group, (), shares, leaders, answered if leaders else 0, "")


WRONG = Scored(3, "b", "", (), (), (), 0, "wrong")


def cohort(*people: Scored, by: str | None = None) -> Cohort:
    """Return the summary of these people."""
    return summarise(people, ROLES, "kitchen", 10, by)


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, 0), (1, 0), (2, 0), (3, 5), (4, 5), (7, 5), (8, 10), (12, 10), (13, 15), (1_002, 1_000)],
)
def test_counts(count: int, told: int) -> None:
    """Counts are told to the nearest five, halves upwards."""
    assert rounded(count) == told


@pytest.mark.parametrize(
    ("count", "whole", "told"),
    [
        (22, 22, None),
        (11, 23, 48),
        (23, 23, 100),
        (2, 23, None),
        (0, 1_000, None),
        (3, 200, 2),
        (25, 200, 13),
    ],
)
def test_percentages(count: int, whole: int, told: int | None) -> None:
    """Percentages are whole, halves upwards, and not told of few people or of nobody."""
    assert percentage(count, whole) == told


def test_everybody() -> None:
    """People, leans, the undecided, little answered and wrong rows are counted apart."""
    people = [person("cook")] * 26 + [person("waiter", answered=4)] * 13
    people += [person("cook", "baker", answered=5)] * 8 + [person()] * 4 + [WRONG] * 3
    found = cohort(*people)
    everybody = found.everybody
    assert (everybody.name, everybody.people, everybody.answered) == (None, 50, 45)
    assert (everybody.few_answers, everybody.undecided, found.wrong_rows) == (15, 10, 5)
    assert everybody.undecided_percent == 17
    assert [(lean.role, lean.people, lean.percent) for lean in everybody.leans] == [
        ("baker", 0, None),
        ("cook", 25, 55),
        ("waiter", 15, 28),
    ]
    assert [lean.mean_share for lean in everybody.leans] == [20, 49, 31]
    assert (found.grouped_by, found.groups, found.groups_left_out) == (None, (), False)
    assert (found.questionnaire, found.questions) == ("kitchen", 10)


def test_nobody() -> None:
    """Without a person every count is nothing, and nothing else is told."""
    everybody = cohort().everybody
    assert (everybody.people, everybody.answered, everybody.spread) == (0, 0, ())
    assert all(lean.mean_share is None for lean in everybody.leans)


@pytest.mark.parametrize(("people", "told"), [(7, None), (8, 60)])
def test_averages(people: int, told: int | None) -> None:
    """Averages of seven people or fewer are not told."""
    assert cohort(*[person("baker")] * people).everybody.leans[0].mean_share == told


def test_spread() -> None:
    """The quantiles of the leader's share are whole percentages, in order."""
    people = [person("baker", top=0.4 + number / 250) for number in range(100)]
    spread = cohort(*people).everybody.spread
    assert [each.percent for each in spread] == list(QUANTILES)
    assert [each.share for each in spread] == [44, 50, 60, 70, 76]
    assert cohort(*people[:22]).everybody.spread == ()
    assert len(cohort(*people[:23]).everybody.spread) == len(QUANTILES)


def test_spread_of_equals() -> None:
    """Where all have the same share, up to the whole, every quantile is that."""
    spread = cohort(*[person("baker", top=1.0)] * 30).everybody.spread
    assert {each.share for each in spread} == {100}


def test_groups() -> None:
    """Groups are told by name; one that rounds to nobody is left out, and counts for everybody."""
    people = [person("cook", group=" b ")] * 5 + [person("baker", group="a")] * 30
    people += [person("waiter", group="secret")] * 2 + [WRONG._replace(group="wrong")] * 9
    found = cohort(*people, by="course")
    assert [(group.name, group.people) for group in found.groups] == [("a", 30), ("b", 5)]
    assert found.groups[0].leans[0].percent == 100
    assert found.groups_left_out
    assert found.everybody.people == 35
    assert "secret" not in to_json("cohort", found)
    assert not cohort(*people[:35], by="course").groups_left_out


def test_too_many_groups() -> None:
    """A column that is different for everyone is no group."""
    people = [person("cook", group=str(number)) for number in range(MOST_GROUPS)]
    assert len(cohort(*people * 3, by="name").groups) == MOST_GROUPS
    with pytest.raises(SheetError, match="“name” makes more than 200 groups"):
        cohort(*people, person(group="one more"), by="name")


def counts(value: object) -> list[int]:
    """Return every count anywhere in a result."""
    if isinstance(value, list):
        return [each for item in value for each in counts(item)]
    if not isinstance(value, dict):
        return []
    kept = {"people", "answered", "few_answers", "undecided", "wrong_rows"}
    own = [each for key, each in value.items() if key in kept]
    return own + [each for item in value.values() for each in counts(item)]


def test_no_true_count_is_told() -> None:
    """Every count in the JSON is a multiple of five, whatever the true ones are."""
    people = [person("cook", group="a")] * 27 + [person("baker", "cook", answered=1)] * 11
    found = cohort(*people, *[person()] * 4, *[WRONG] * 8, by="course")
    told = counts(json.loads(to_json("cohort", found)))
    assert len(told) > 10
    assert all(each % 5 == 0 for each in told)
