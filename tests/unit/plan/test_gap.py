"""What lies between a person and what they want."""

import pytest

from mlroles.plan.gap import Gap, gap, needed
from mlroles.plan.held import Held, have
from mlroles.plan.target import Target, Want
from mlroles.roles.skill_use import SkillUse
from tests.measured import share
from tests.unit.plan.conftest import path, plan_file

PATHS = plan_file(
    skills=[
        path("dough"),
        path("bread", after={"dough": "It is made of it."}),
        path("cake", after={"bread": "Bread is easier."}),
        path("rye", includes=[{"skill": "bread", "reason": "It is bread."}]),
    ],
    ways=[{"by": ["gas", "wood"], "of": "oven", "reason": "Both are hot."}],
)


def want(skill: str, named: int | None = None, value: float = 0.3) -> Want:
    """Return something that is wanted, of which a share of adverts is known."""
    return Want(
        skill, skill.title(), named, None, share("baker", skill, value, "some", "ads"), None, ""
    )


def target(*wants: Want) -> Target:
    """Return a target; of every other skill nothing is wanted."""
    wanted = {each.skill for each in wants}
    others = {key: want(key) for key in ("dough", "bread", "cake", "rye", "oven")}
    return Target(
        "role", "baker", "Baker", wants, {k: v for k, v in others.items() if k not in wanted}
    )


def parts(found: Gap) -> dict[str, str]:
    """Return what to do about each skill."""
    return {each.want.skill: "keep" for each in found.keep} | {
        each.skill: each.part for each in found.missing
    }


@pytest.mark.parametrize(
    ("said", "named", "part"),
    [
        ({}, None, "unknown"),
        ({"bread": 0}, None, "learn"),
        ({"bread": 1}, None, "raise"),
        ({"bread": 2}, None, "keep"),
        ({"bread": 2}, 2, "raise"),
        ({"bread": 3}, 2, "keep"),
        ({"bread": 1}, 1, "keep"),
    ],
)
def test_what_somebody_says_decides(said: dict[str, int], named: int | None, part: str) -> None:
    """Silence is no "no", 0 is to learn, less than is wanted is to raise, and the rest to keep."""
    found = gap(PATHS, have(PATHS, said), target(want("bread", named)))
    assert parts(found) == {"bread": part}


@pytest.mark.parametrize(
    ("use", "named", "part"),
    [
        (SkillUse(None, (share("x", "bread", 0.9, "common"),)), None, "keep"),
        (SkillUse(1, ()), None, "keep"),
        (SkillUse(1, ()), 2, "raise"),
        (SkillUse(None, (share("x", "bread", 0.1, "rare"),)), 2, "learn"),
        (SkillUse(None, ()), 2, "unknown"),
    ],
)
def test_what_people_of_a_role_do_decides(use: SkillUse, named: int | None, part: str) -> None:
    """What is known of the role that is left decides as it does between two roles."""
    found = gap(PATHS, have(PATHS, {}, role={"bread": use}), target(want("bread", named)))
    assert parts(found) == {"bread": part}


def test_what_is_there_comes_in_the_order_of_worth() -> None:
    """What most adverts ask for is kept first."""
    known = {"bread": Held(3, "said"), "cake": Held(3, "said")}
    found = gap(PATHS, known, target(want("bread", value=0.1), want("cake", value=0.2)))
    assert [each.want.skill for each in found.keep] == ["cake", "bread"]


def test_one_tool_of_several_is_enough() -> None:
    """Of tools that do the same one is learned, for what they are ways of as well."""
    wants = target(want("oven", 2, 0.5), want("gas", value=0.2), want("wood", value=0.4))
    (only,) = gap(PATHS, {}, wants).missing
    assert (only.skill, only.instead, only.want) == ("wood", ("gas",), 3)
    assert [each.skill for each in only.wants] == ["wood", "oven"]


def test_a_tool_that_is_there_is_enough() -> None:
    """Whoever has one of the tools is not sent to learn another."""
    wants = target(want("gas"), want("wood"))
    found = gap(PATHS, {"gas": Held(2, "said")}, wants)
    assert parts(found) == {"gas": "keep", "wood": "keep"}
    assert [each.instead for each in found.keep if each.want.skill == "wood"] == ["gas"]


def test_a_tool_that_is_not_enough() -> None:
    """Where only one tool is enough, whoever has the other learns it all the same."""
    way = {"by": ["gas", "wood"], "enough": ["gas"], "reason": "Gas burns everywhere."}
    file, wants = plan_file(ways=[way]), target(want("gas"), want("wood"))
    assert parts(gap(file, {"wood": Held(2, "said")}, wants)) == {"gas": "unknown", "wood": "keep"}
    assert parts(gap(file, {"gas": Held(2, "said")}, wants)) == {"gas": "keep", "wood": "keep"}


def test_a_tool_that_was_begun_is_gone_on_with() -> None:
    """Whoever knows a little of one tool goes on with that, however few ask for it."""
    found = gap(PATHS, {"gas": Held(1, "said")}, target(want("gas", value=0.1), want("wood")))
    assert [(each.skill, each.part) for each in found.missing] == [("gas", "raise")]


def test_nothing_is_chosen_where_no_tool_is_wanted() -> None:
    """What tools are ways of is learned by itself where no tool is asked for."""
    assert parts(gap(PATHS, {}, target(want("oven")))) == {"oven": "unknown"}


def test_what_is_missing_brings_what_it_rests_on() -> None:
    """What is not known to be there is added, down to the ground, and is not asked for itself."""
    wants = target(want("cake"))
    found = needed(PATHS, {}, wants, gap(PATHS, {}, wants).missing)
    assert {key: each.asked for key, each in found.items()} == {
        "cake": True,
        "bread": False,
        "dough": False,
    }


@pytest.mark.parametrize(
    ("said", "brought"),
    [
        ({"bread": 2}, {"cake"}),
        ({"bread": 1}, {"cake", "bread", "dough"}),
        ({"bread": 0, "dough": 3}, {"cake", "bread"}),
        ({"cake": 2}, {"cake"}),
    ],
)
def test_what_is_there_is_not_brought(said: dict[str, int], brought: set[str]) -> None:
    """What can be used is there, and who is at work with something has its ground."""
    known, wants = have(PATHS, said), target(want("cake", 2))
    assert set(needed(PATHS, known, wants, gap(PATHS, known, wants).missing)) == brought


def test_to_know_of_a_thing_needs_no_ground() -> None:
    """Where it is enough to know of something, nothing has to come before it."""
    wants = target(want("cake", 1))
    assert set(needed(PATHS, {}, wants, gap(PATHS, {}, wants).missing)) == {"cake"}


def test_what_is_wanted_and_missing_is_not_brought_twice() -> None:
    """What a step rests on and is wanted anyway stands once, as what is wanted."""
    wants = target(want("cake"), want("bread", 2))
    found = needed(PATHS, {}, wants, gap(PATHS, {}, wants).missing)
    assert found["bread"].asked
    assert found["bread"].want == 3


def test_a_skill_without_a_path_rests_on_nothing() -> None:
    """Of a skill that the file does not have nothing is known but that it is wanted."""
    wants = target(want("oven"))
    assert set(needed(PATHS, {}, wants, gap(PATHS, {}, wants).missing)) == {"oven"}
