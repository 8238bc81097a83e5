"""What is known of who hires, and what follows from what is not."""

import pytest

from mlroles.errors import UnknownNameError, UsageError
from mlroles.hire.models import Condition, HireFile, HireQuestion
from mlroles.hire.situation import (
    Given,
    Situation,
    choice,
    completed,
    holds,
    led_by,
    rule_holds,
    size,
    stages,
)
from mlroles.roles.catalogue import Catalogue
from tests.hiring import hire_file

A, B = frozenset("a"), frozenset("b")


def condition(any_: str = "", none: str = "") -> Condition:
    """Return a condition on the question q, of answers of a letter each."""
    return Condition(question="q", any=tuple(any_), none=tuple(none))


@pytest.mark.parametrize(
    ("asked", "given", "wanted"),
    [
        (condition("a"), None, None),
        (condition("a"), Given(A), True),
        (condition("a"), Given(B), False),
        (condition("ab"), Given(B), True),
        (condition("", "a"), Given(A), False),
        (condition("", "a"), Given(B), True),
        (condition("", "a"), Given(frozenset()), True),
        (condition("a", "b"), Given(A | B), False),
        (condition("a"), Given(frozenset(), whole=False), None),
        (condition("a"), Given(A, whole=False), True),
        (condition("", "a"), Given(B, whole=False), None),
        (condition("", "a"), Given(A, whole=False), False),
        (condition("a", "b"), Given(A, whole=False), None),
    ],
)
def test_what_is_not_answered_is_not_known(
    asked: Condition, given: Given | None, wanted: bool | None
) -> None:
    """No answer is neither yes nor no, and half an answer says only what stands in it."""
    situation = {} if given is None else {"q": given}
    assert holds(asked, situation) is wanted


@pytest.mark.parametrize(
    ("situation", "wanted"),
    [
        ({}, None),
        ({"goal": Given(frozenset(["cake"]))}, False),
        ({"goal": Given(frozenset(["bread"]))}, None),
        ({"goal": Given(frozenset(["bread"])), "there": Given(frozenset())}, True),
        ({"there": Given(frozenset(["baker"]))}, False),
    ],
)
def test_rule_holds_where_all_of_it_does(
    bakers: HireFile, situation: Situation, wanted: bool | None
) -> None:
    """One thing that is not so is enough against a rule; one that is not known leaves it open."""
    assert rule_holds(bakers.rules[2], situation) is wanted


def test_last_rule_always_holds(bakers: HireFile) -> None:
    """A rule that asks for nothing holds."""
    assert rule_holds(bakers.rules[-1], {}) is True


def test_jobs_lead_stages(bakehouse: Catalogue) -> None:
    """A stage is led by the roles that lead something at it, and by no job beside the roles."""
    assert led_by(bakehouse, ["baker", "miller"]) == {"dough"}
    assert led_by(bakehouse, ["bread-seller"]) == frozenset()


def test_who_is_there_covers_what_they_lead(bakehouse: Catalogue, bakers: HireFile) -> None:
    """What the jobs that are there lead is covered; of other stages nothing is known."""
    there = {"there": Given(frozenset(["baker"]))}
    assert completed(bakers, bakehouse, there) == {
        **there,
        "done": Given(frozenset(["dough"]), whole=False),
    }


@pytest.mark.parametrize(
    "situation",
    [
        {},
        {"there": Given(frozenset(["bread-seller"]))},
        {"there": Given(frozenset(["baker"])), "done": Given(frozenset())},
    ],
)
def test_nothing_follows(
    bakehouse: Catalogue, bakers: HireFile, situation: dict[str, Given]
) -> None:
    """Nothing follows for the stages where nobody leads one, or they are answered."""
    assert completed(bakers, bakehouse, situation) == situation


def test_nothing_follows_where_it_is_not_asked(bakehouse: Catalogue) -> None:
    """Where no question is about stages, or jobs, none is answered by the other."""
    there = {"there": Given(frozenset(["baker"]))}
    for kind in ("stages", "jobs"):
        questions = [each for each in hire_file().questions if each.of != kind]
        file = hire_file().model_copy(update={"questions": tuple(questions)})
        assert completed(file, bakehouse, there) == there


@pytest.mark.parametrize(("people", "wanted"), [(1, "few"), (4, "few"), (5, "some"), (900, "some")])
def test_how_many(bakers: HireFile, people: int, wanted: str) -> None:
    """A number falls into the band that begins at it or below."""
    question = bakers.question_of("size")
    assert question
    assert size(question, people) == Given(frozenset([wanted]))


@pytest.mark.parametrize("people", [0, -3, 10_000_001])
def test_numbers_that_nobody_has(bakers: HireFile, people: int) -> None:
    """Nobody, fewer than nobody, and more than anybody has, are refused."""
    question = bakers.question_of("size")
    assert question
    with pytest.raises(UsageError, match="is no number of people"):
        size(question, people)


def goal(file: HireFile) -> HireQuestion:
    """Return the question about the goal."""
    return file.questions[0]


def test_choice(bakers: HireFile) -> None:
    """An answer is found by its id, its text, and how either begins."""
    assert (
        choice(goal(bakers), "BREAD") == choice(goal(bakers), "br") == Given(frozenset(["bread"]))
    )


def test_unknown_choice(bakers: HireFile) -> None:
    """What is no answer is told with the question and the answers that there are."""
    with pytest.raises(UnknownNameError, match="is no answer to “What do you want") as caught:
        choice(goal(bakers), "wine")
    assert caught.value.hint == "There are: bread, cake."


def test_stages(bakehouse: Catalogue) -> None:
    """Stages are found by name, with commas between them; none is an answer too."""
    assert stages(bakehouse, ["Dough, shop", "oven"]).ids == {"dough", "shop", "oven"}
    assert stages(bakehouse, ["None"]) == stages(bakehouse, ["nobody"]) == Given(frozenset())
    with pytest.raises(UnknownNameError, match="There is no stage “moon”"):
        stages(bakehouse, ["dough,moon"])
