"""From one role to another: which skills to keep, to raise and to learn, and what is not known."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from mlroles.roles.skill_use import SkillUse


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
    return Move(
        keep=_of(steps, lambda step: step.here.used and not _is_raised(step)),
        improve=_of(steps, _is_raised),
        learn=_of(steps, lambda step: not step.here.used and step.here.known),
        unknown=_of(steps, lambda step: not step.here.known),
    )


def _of(steps: Sequence[Step], fits: Callable[[Step], bool]) -> tuple[Step, ...]:
    return tuple(step for step in steps if fits(step))


def _is_raised(step: Step) -> bool:
    here, there = step.here.level, step.there.level
    return here is not None and there is not None and here < there
