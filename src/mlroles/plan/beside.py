"""What somebody can do, laid beside what is wanted, without a plan."""

from collections.abc import Mapping

from mlroles.adverts.reading import YouBeside
from mlroles.plan.gap import gap
from mlroles.plan.held import have
from mlroles.plan.models import PlanFile
from mlroles.plan.target import Target


def you_beside(file: PlanFile, levels: Mapping[str, int], target: Target) -> YouBeside:
    """Return what of ``target`` the person can do, as a plan would say it.

    ``levels`` are how well they say that they can do something, by the id of the skill: a step of
    ``file``, or 0 for not at all. What follows from it counts as well.
    """
    known = {skill: min(level, len(file.able)) for skill, level in levels.items()}
    found = gap(file, have(file, known), target)
    parts: dict[str, list[str]] = {"raise": [], "learn": [], "unknown": []}
    for each in found.missing:
        parts[each.part] += [want.skill for want in each.wants]
    return YouBeside(
        have=tuple(each.want.skill for each in found.keep),
        have_less=tuple(parts["raise"]),
        lack=tuple(parts["learn"]),
        not_known=tuple(parts["unknown"]),
    )
