"""What is known of a person."""

from mlroles.plan.held import Held, have
from mlroles.roles.skill_use import SkillUse
from tests.unit.plan.conftest import path, plan_file

IS = "It is that."
PATHS = plan_file(
    skills=[
        path("rye", includes=[{"skill": "bread", "reason": IS}]),
        path("spelt", includes=[{"skill": "bread", "reason": IS}]),
        path("bread", includes=[{"skill": "dough", "reason": IS}]),
        path("dough", includes=[{"skill": "rye", "reason": "A circle does no harm."}]),
    ]
)


def test_what_follows_is_known_as_well() -> None:
    """Whoever has a skill has what it includes, and what that includes."""
    assert have(PATHS, {"rye": 2}) == {
        "rye": Held(2, "said"),
        "bread": Held(2, "follows", "rye"),
        "dough": Held(2, "follows", "bread"),
    }


def test_the_best_ground_counts() -> None:
    """Where something follows twice, the better one counts."""
    assert have(PATHS, {"rye": 1, "spelt": 3})["bread"] == Held(3, "follows", "spelt")
    assert have(PATHS, {"spelt": 3, "rye": 1})["bread"] == Held(3, "follows", "spelt")


def test_what_is_said_wins() -> None:
    """What somebody says is never changed by what would follow, and from no skill nothing does."""
    assert have(PATHS, {"rye": 3, "bread": 0})["bread"] == Held(0, "said")
    assert have(PATHS, {"rye": 0}) == {"rye": Held(0, "said")}


def test_what_is_ticked_off_is_there() -> None:
    """What was ticked off counts where it is more than what was said."""
    found = have(PATHS, {"rye": 0, "dough": 3}, {"rye": 3, "dough": 2, "spelt": 2})
    assert found["rye"] == Held(3, "done")
    assert found["dough"] == Held(3, "said")
    assert found["spelt"] == Held(2, "done")


def test_the_role_fills_what_is_not_said() -> None:
    """What people of the role do counts where the person says nothing; not known stays so."""
    role = {"rye": SkillUse(2, ()), "dough": SkillUse(1, ()), "spelt": SkillUse(None, ())}
    found = have(PATHS, {"dough": 0}, role=role)
    assert found["rye"] == Held(3, "role")
    assert found["dough"] == Held(0, "said")
    assert "spelt" not in found
