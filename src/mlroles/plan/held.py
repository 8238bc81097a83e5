"""What somebody can do: as they say, as people of the role do that they leave, and what follows."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from mlroles.plan.models import PlanFile
from mlroles.roles.skill_use import SkillUse

Basis = Literal["said", "done", "role", "follows"]
"""How it is known: the person says so, ticked it off, people of their role do, or it follows."""


@dataclass(frozen=True)
class Held:
    """What is known of one skill of a person."""

    step: int | None
    """How well, a step of the plan's file; 0 for not at all, None where nobody says how well."""
    basis: Basis
    """How it is known."""
    of: str = ""
    """The id of the skill from which it follows; else empty."""

    @property
    def there(self) -> bool:
        """Whether they can do it at all."""
        return self.step != 0


Have = Mapping[str, Held]
"""What is known of a person, by the id of the skill; of what is not there nothing is known."""


def have(
    file: PlanFile,
    said: Mapping[str, int],
    done: Mapping[str, int] | None = None,
    role: Mapping[str, SkillUse] | None = None,
) -> Have:
    """Return what is known of a person.

    ``said`` and ``done`` are steps by skill, as the person gave them and as they ticked them off;
    ``role`` is what is known of the role that they leave. What they say wins over what follows
    from it, and that over what people of their role usually do.
    """
    found = {skill: Held(step, "said") for skill, step in said.items()}
    for skill, step in (done or {}).items():
        if step > (own.step or 0 if (own := found.get(skill)) else 0):
            found[skill] = Held(step, "done")
    _follow(file, found)
    for skill, use in (role or {}).items():
        if use.known and skill not in found:
            found[skill] = Held(_usual(file, use), "role")
    _follow(file, found)
    return found


def _usual(file: PlanFile, use: SkillUse) -> int | None:
    """Return how well people of a role can do something: 0 where most do without it."""
    if not use.used:
        return 0
    return file.wanted.by_level[use.level] if use.level else None


def _follow(file: PlanFile, found: dict[str, Held]) -> None:
    """Add to ``found`` what whoever has these skills has as well, and say from which it follows."""
    waiting = [skill for skill, own in found.items() if own.there]
    while waiting:
        skill = waiting.pop(0)
        step = found[skill].step
        path = file.path(skill)
        for link in path.includes if path else ():
            known = found.get(link.skill)
            better = (
                known is not None
                and known.basis == "follows"
                and step is not None
                and known.step is not None
                and step > known.step
            )
            if known is None or better:
                found[link.skill] = Held(step, "follows", skill)
                waiting.append(link.skill)
