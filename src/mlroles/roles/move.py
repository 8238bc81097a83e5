"""From one role to another: which skills to keep, to raise and to learn, and what is not known."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from mlroles.roles.skill_use import SkillUse

Part = Literal["keep", "raise", "learn", "unknown"]
"""What to do about a skill: nothing, be better at it, begin with it; or nobody says."""


def part_of(held: bool | None, level: int | None, wanted: int | None) -> Part:
    """Return what to do about a skill that is wanted, by the rule that every screen goes by.

    ``held`` says whether it is there, None where that is not known; ``level`` how well and
    ``wanted`` how well it should be, on one scale, None where nobody says.
    """
    if held is None:
        return "unknown"
    if not held:
        return "learn"
    return "raise" if level is not None and wanted is not None and level < wanted else "keep"


@dataclass(frozen=True)
class Step:
    """One skill on the way from one role to another."""

    skill: str
    """The id of the skill."""
    title: str
    """The name of the skill."""
    here: SkillUse
    """What is known of it in the role that is left."""
    there: SkillUse
    """What is known of it in the role that is entered."""


@dataclass(frozen=True)
class Move:
    """The skills that the role entered uses, the most common there first."""

    keep: tuple[Step, ...]
    """Those that both roles use, and that need not be better."""
    improve: tuple[Step, ...]
    """Those for which a higher level is named in the role entered."""
    learn: tuple[Step, ...]
    """Those that most people of the role left do without, which has been measured."""
    unknown: tuple[Step, ...]
    """Those of which nobody says, and nobody has measured, whether the role left uses them."""


def move(
    titles: Mapping[str, str], here: Mapping[str, SkillUse], there: Mapping[str, SkillUse]
) -> Move:
    """Return the way from the role whose skills are ``here`` to that whose skills are ``there``.

    ``titles`` are those of the skills by id; both roles have an entry for each.
    """
    steps = [
        Step(skill, title, here[skill], there[skill])
        for skill, title in titles.items()
        if there[skill].used
    ]
    steps.sort(key=lambda step: (-step.there.share, -(step.there.level or 0)))
    parts: dict[Part, list[Step]] = {"keep": [], "raise": [], "learn": [], "unknown": []}
    for step in steps:
        held = step.here.used if step.here.known else None
        parts[part_of(held, step.here.level, step.there.level)].append(step)
    return Move(
        keep=tuple(parts["keep"]),
        improve=tuple(parts["raise"]),
        learn=tuple(parts["learn"]),
        unknown=tuple(parts["unknown"]),
    )
