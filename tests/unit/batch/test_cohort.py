"""What many sheets say together, and that they say nothing of anyone."""

import json

import pytest

from mlroles.batch.cohort import (
    MOST_GROUPS,
    QUANTILES,
    Cohort,
    Quantile,
    percentage,
    rounded,
    summarise,
)
from mlroles.batch.scorer import Scored, ScoredHalf
from mlroles.errors import SheetError
from mlroles.quiz.verdict import Word
from mlroles.render.machine import to_json
from tests import kitchen
from tests.kitchen import ROLES

KITCHEN = kitchen.questionnaire(kitchen.open_kitchen())


def wish(*leaders: str, lean: Word = "leans") -> ScoredHalf:
    """Return what the half without a measure says of somebody: none of these without a leader."""
    return ScoredHalf(3, leaders, none=not leaders, lean=lean if leaders else "none")


def work(*leaders: str, top: float = 0.6, beside: str = "") -> ScoredHalf:
    """Return what the measured half says of somebody whose first leader has the share ``top``."""
    rest = (1 - top) / 2
    first = leaders[0] if leaders else ROLES[0]
    shares = tuple(top if role == first else rest for role in ROLES)
    wide = (*(share / 2 for share in shares), 0.3, 0.2)
    none = not leaders and not beside
    return ScoredHalf(4, leaders, beside, none, shares, wide)


def person(*halves: ScoredHalf, agree: bool | None = None, group: str = "") -> Scored:
    """Return the result of somebody: what they wish, and what they do."""
    said = (*halves, ScoredHalf(), ScoredHalf())[:2]
    answered = sum(half.answered for half in said)
    return Scored(2, "a", (group,), (), said, (), agree, answered, "")


def worker(*leaders: str, top: float = 0.6, group: str = "") -> Scored:
    """Return the result of somebody who answered the measured half alone."""
    return person(ScoredHalf(), work(*leaders, top=top), group=group)


WRONG = Scored(3, "b", ("",), (), (), (), None, 0, "wrong")


def cohort(*people: Scored, by: str | None = None) -> Cohort:
    """Return the summary of these people."""
    people = people if by else tuple(each._replace(groups=()) for each in people)
    return summarise(people, KITCHEN, [by] if by else [])


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
    """People, answers, agreement and wrong rows are counted apart."""
    people = [person(wish("cook"), work("cook"), agree=True)] * 26
    people += [person(wish("cook"), work("waiter"), agree=False)] * 13
    people += [person(wish("cook")._replace(answered=1))] * 8 + [person()] * 4 + [WRONG] * 3
    found = cohort(*people)
    everybody = found.everybody
    assert (everybody.name, everybody.people, everybody.answered) == (None, 50, 45)
    assert (everybody.few_answers, found.wrong_rows) == (10, 5)
    assert (everybody.agree, everybody.differ, everybody.differ_percent) == (25, 15, 33)
    assert found.groupings == ()
    assert (found.questionnaire, found.questions) == ("kitchen", 6)
    assert [(half.half, half.title, half.measured, half.answered) for half in everybody.halves] == [
        ("likes", "What you like", False, 45),
        ("does", "What you do", True, 40),
    ]


def test_a_half_in_words() -> None:
    """Leans, of them the clear ones, the mixed and those whom none fits are counted."""
    people = [person(wish("cook", lean="clearly"))] * 13 + [person(wish("cook"))] * 13
    people += [person(wish("cook", "baker", lean="mixed"))] * 8 + [person(wish())] * 13
    (likes, does) = cohort(*people).everybody.halves
    assert [(lean.id, lean.people, lean.percent, lean.clearly) for lean in likes.leans] == [
        ("baker", 0, None, 0),
        ("cook", 25, 55, 15),
        ("waiter", 0, None, 0),
    ]
    assert [lean.mean_share for lean in likes.leans] == [None] * 3
    assert (likes.undecided, likes.undecided_percent) == (10, 17)
    assert (likes.none, likes.none_percent, likes.beside, likes.spread) == (15, 28, (), ())
    assert does.answered == 0


def test_a_measured_half() -> None:
    """Leans, jobs beside the roles, the undecided and mean shares are counted."""
    people = [worker("cook")] * 26 + [worker("cook", "baker")] * 8 + [worker()] * 3
    people += [person(ScoredHalf(), work(beside="butcher"))] * 13
    (likes, does) = cohort(*people).everybody.halves
    assert [(lean.id, lean.people, lean.percent, lean.clearly) for lean in does.leans] == [
        ("baker", 0, None, None),
        ("cook", 25, 52, None),
        ("waiter", 0, None, None),
    ]
    assert [lean.mean_share for lean in does.leans] == [33, 47, 20]
    assert [(lean.id, lean.people, lean.percent, lean.mean_share) for lean in does.beside] == [
        ("butcher", 15, 26, 30)
    ]
    assert (does.undecided, does.undecided_percent, does.none, does.none_percent) == (10, 16, 5, 6)
    assert likes.answered == 0


def test_nobody() -> None:
    """Without a person every count is nothing, and nothing else is told."""
    everybody = cohort().everybody
    assert (everybody.people, everybody.answered) == (0, 0)
    for half in everybody.halves:
        assert (half.answered, half.spread) == (0, ())
        assert all(lean.mean_share is None for lean in half.leans)


@pytest.mark.parametrize(("people", "told"), [(7, None), (8, 60)])
def test_averages(people: int, told: int | None) -> None:
    """Averages of seven people or fewer are not told."""
    (_, does) = cohort(*[worker("baker")] * people).everybody.halves
    assert does.leans[0].mean_share == told


def spread(*people: Scored) -> tuple[Quantile, ...]:
    """Return how the leader's share is distributed."""
    return cohort(*people).everybody.halves[1].spread


def test_spread() -> None:
    """The quantiles of the leader's share are whole percentages, in order."""
    people = [worker("baker", top=0.4 + number / 250) for number in range(100)]
    assert [each.percent for each in spread(*people)] == list(QUANTILES)
    assert [each.share for each in spread(*people)] == [44, 50, 60, 70, 76]
    assert spread(*people[:22]) == ()
    assert len(spread(*people[:23])) == len(QUANTILES)


def test_spread_of_equals() -> None:
    """Where all have the same share, up to the whole, every quantile is that."""
    assert {each.share for each in spread(*[worker("baker", top=1.0)] * 30)} == {100}


def test_spread_of_those_who_are_told_a_role() -> None:
    """Who is told no role has no share of a leader, and counts for nothing there."""
    people = [worker("baker", top=0.8)] * 22 + [worker(top=0.4)] * 50
    assert spread(*people) == ()
    assert {each.share for each in spread(*people, worker("baker", top=0.8))} == {80}


def test_groups() -> None:
    """Groups are told by name; one that rounds to nobody is left out, and counts for everybody."""
    people = [worker("cook", group=" b ")] * 5 + [worker("baker", group="a")] * 30
    people += [worker("waiter", group="secret")] * 2 + [WRONG._replace(groups=("wrong",))] * 9
    found = cohort(*people, by="course")
    (grouping,) = found.groupings
    assert grouping.column == "course"
    assert [(group.name, group.people) for group in grouping.groups] == [("a", 30), ("b", 5)]
    assert grouping.groups[0].halves[1].leans[0].percent == 100
    assert grouping.left_out
    assert found.everybody.people == 35
    assert "secret" not in to_json("cohort", found)
    assert not cohort(*people[:35], by="course").groupings[0].left_out


def test_groups_of_several_kinds() -> None:
    """The same people are grouped by each column apart."""
    people = [worker("cook")._replace(groups=(course, year)) for course in "ab" for year in "12"]
    found = summarise(people * 10, KITCHEN, ["course", "year"])
    assert [(each.column, [one.name for one in each.groups]) for each in found.groupings] == [
        ("course", ["a", "b"]),
        ("year", ["1", "2"]),
    ]


def test_too_many_groups() -> None:
    """A column that is different for everyone is no group."""
    people = [worker("cook", group=str(number)) for number in range(MOST_GROUPS)]
    assert len(cohort(*people * 3, by="name").groupings[0].groups) == MOST_GROUPS
    with pytest.raises(SheetError, match="“name” makes more than 200 groups"):
        cohort(*people, worker(group="one more"), by="name")


def counts(value: object) -> list[int]:
    """Return every count anywhere in a result."""
    if isinstance(value, list):
        return [each for item in value for each in counts(item)]
    if not isinstance(value, dict):
        return []
    kept = {"people", "answered", "few_answers", "undecided", "wrong_rows"}
    kept |= {"agree", "differ", "none", "clearly"}
    own = [each for key, each in value.items() if key in kept and each is not None]
    return own + [each for item in value.values() for each in counts(item)]


def test_no_true_count_is_told() -> None:
    """Every count in the JSON is a multiple of five, whatever the true ones are."""
    people = [person(wish("cook", lean="clearly"), work("cook"), agree=True, group="a")] * 27
    people += [person(wish(), work(beside="butcher"), agree=True)] * 11
    people += [person(wish("baker"), work("cook"), agree=False)] * 12
    found = cohort(*people, *[person()] * 4, *[WRONG] * 8, by="course")
    told = counts(json.loads(to_json("cohort", found)))
    assert len(told) > 10
    assert all(each % 5 == 0 for each in told)
