"""From one role to another."""

import pytest

from mlroles.roles.evidence import Standing
from mlroles.roles.move import Move, Step, move
from mlroles.roles.skill_use import SkillUse
from tests.measured import share


def use(level: int | None = None, standing: Standing | None = None, value: float = 0.3) -> SkillUse:
    """Return what is named and measured."""
    return SkillUse(level, (share("baker", "k", value, standing),) if standing else ())


SILENT = use()


def ids(steps: tuple[Step, ...]) -> list[str]:
    """Return the skills of the steps."""
    return [step.skill for step in steps]


def only(here: SkillUse, there: SkillUse) -> str:
    """Return the part of the way in which a skill stands; empty where it stands in none."""
    parts = move({"k": "Kneading"}, {"k": here}, {"k": there})
    return " ".join(name for name in Move.__annotations__ if ids(getattr(parts, name)))


@pytest.mark.parametrize(
    ("here", "there", "part"),
    [
        (use(2), use(2), "keep"),
        (use(3), use(2), "keep"),
        (use(None, "common"), use(2), "keep"),
        (use(1), use(None, "common"), "keep"),
        (use(None, "common"), use(None, "common"), "keep"),
        (use(1), use(2), "improve"),
        (use(1, "rare"), use(2, "rare"), "improve"),
        (use(None, "some"), use(2), "learn"),
        (use(None, "rare"), use(None, "common"), "learn"),
        (use(None, "rarely-asked"), use(1), "learn"),
        (SILENT, use(2), "unknown"),
        (SILENT, use(None, "common"), "unknown"),
        (use(2), SILENT, ""),
        (use(2), use(None, "some"), ""),
        (SILENT, SILENT, ""),
    ],
)
def test_each_skill_of_the_role_entered_stands_in_one_part(
    here: SkillUse, there: SkillUse, part: str
) -> None:
    """What is known of both roles decides; from silence about the role left nothing follows."""
    assert only(here, there) == part


def test_most_common_comes_first() -> None:
    """Steps are ordered by the share in the role entered, then by the level named there."""
    there = {
        "named": use(1),
        "better": use(3),
        "some": use(1, "some", 0.2),
        "common": use(None, "common", 0.9),
    }
    titles = {key: key.title() for key in there}
    found = move(titles, dict.fromkeys(there, SILENT), there)
    assert ids(found.unknown) == ["common", "some", "better", "named"]
    assert found.unknown[0] == Step("common", "Common", SILENT, there["common"])
    assert (found.keep, found.improve, found.learn) == ((), (), ())
