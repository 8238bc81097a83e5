"""The order of learning."""

from hypothesis import given
from hypothesis import strategies as st

from mlroles.plan.gap import Missing
from mlroles.plan.held import Have, Held
from mlroles.plan.models import PlanFile
from mlroles.plan.order import hours, ordered, rests_on
from mlroles.plan.target import Want
from tests.unit.plan.conftest import path, plan_file


def missing(skill: str, worth: float, *, have: int = 0, want: int = 2, also: str = "") -> Missing:
    """Return something that is missing, perhaps for another skill ``also``."""
    wants = tuple(Want(key, key, None, None, None, None, "") for key in (skill, also) if key)
    return Missing(skill, "learn", have, want, min(want, 2) if have < 2 else want, worth, wants)


def names(file: PlanFile, *found: Missing, known: Have | None = None) -> str:
    """Return the skills in the order of learning."""
    order = ordered(file, known or {}, {each.skill: each for each in found})
    return " ".join(each.skill for each in order)


def test_most_worth_an_hour_comes_first() -> None:
    """What helps most in the fewest hours is first; of equals the earlier one."""
    file = plan_file(skills=[path("a", 1, 20), path("b", 1, 10), path("c", 1, 10)])
    assert names(file, missing("a", 0.5), missing("b", 0.5), missing("c", 0.5)) == "b c a"


def test_ground_comes_before_what_rests_on_it() -> None:
    """A skill that is worth little by itself comes first where much rests on it."""
    file = plan_file(
        skills=[path("a", 1, 10), path("b", 1, 5), path("c", 1, 5, after={"b": "So."})]
    )
    found = (missing("a", 0.3), missing("b", 0.01), missing("c", 0.9))
    assert names(file, *found) == "b c a"


def test_a_tool_stands_for_what_it_is_a_way_of() -> None:
    """What rests on a skill waits for the tool with which that is learned."""
    file = plan_file(skills=[path("gas"), path("oven"), path("bread", after={"oven": "Heat."})])
    found = {each.skill: each for each in (missing("gas", 0.1, also="oven"), missing("bread", 1))}
    assert rests_on(file, found) == {"gas": (), "bread": ("gas",)}


def test_nothing_waits_for_what_can_be_used() -> None:
    """What is still to be raised is there: nothing waits for it."""
    file = plan_file(skills=[path("b", 1, 2, 90), path("c", after={"b": "So."})])
    assert names(file, missing("b", 0.1, have=2, want=3), missing("c", 0.1)) == "c b"


def test_tools_in_a_circle_end() -> None:
    """Tools that stand for one another's ground are put in some order."""
    file = plan_file(skills=[path("a", after={"y": "So."}), path("b", after={"x": "So."})])
    assert names(file, missing("a", 0.2, also="x"), missing("b", 0.1, also="y")) == "b a"


def test_hours_from_where_somebody_is() -> None:
    """Hours run from the step that is there, to use it and from there on; none where none known."""
    file = plan_file(skills=[path("a", 2, 10, 40)])
    assert hours(file, {}, missing("a", 1, want=3)) == (10, 30)
    assert hours(file, {}, missing("a", 1, have=1)) == (8, 0)
    assert hours(file, {}, missing("a", 1, have=2, want=3)) == (30, 0)
    assert hours(file, {}, missing("z", 1)) == (0, 0)


def test_who_has_something_like_it_is_quicker() -> None:
    """A second language takes fewer hours than the first, for who can use the first."""
    sooner = {"skill": "b", "hours": [1, 3], "reason": "They are alike."}
    file = plan_file(skills=[path("a", 2, 10, sooner=sooner), path("b")])
    known = [{"b": Held(step, "said")} for step in (0, 1, 2, None)]
    assert [hours(file, each, missing("a", 1))[0] for each in known] == [10, 10, 3, 3]


SKILLS = [f"s{number}" for number in range(8)]


@st.composite
def problems(draw: st.DrawFn) -> tuple[PlanFile, dict[str, Missing]]:
    """Return skills of which each may rest on earlier ones."""
    paths = [
        path(
            skill,
            1,
            draw(st.integers(1, 50)),
            after=dict.fromkeys(draw(st.sets(st.sampled_from(SKILLS[:n]))) if n else (), "So."),
        )
        for n, skill in enumerate(SKILLS)
    ]
    worth = {skill: draw(st.floats(0, 1)) for skill in draw(st.permutations(SKILLS))}
    return plan_file(skills=paths), {skill: missing(skill, each) for skill, each in worth.items()}


@given(problems())
def test_every_order_is_whole_and_holds(problem: tuple[PlanFile, dict[str, Missing]]) -> None:
    """Whatever rests on what: each skill stands once, and after all that it rests on."""
    file, found = problem
    order = [each.skill for each in ordered(file, {}, found)]
    assert sorted(order) == SKILLS
    for skill, before in rests_on(file, found).items():
        assert all(order.index(each) < order.index(skill) for each in before)
