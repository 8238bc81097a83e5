"""Whether the people of a role use a skill: what is named, what is measured, what follows.

Three things are kept apart. A skill is *named* for a role where a source says so, with a level. It
is *measured* where people or adverts of the role were counted. Where it is neither, nothing is
known, and nothing follows: silence is a fact about the sources, never about the job.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mlroles.roles.evidence import Evidence, Standing
from mlroles.roles.models import Role

Measured = Mapping[tuple[str, str], tuple[Evidence, ...]]
"""The figures about a role and a skill, by the ids of both."""


@dataclass(frozen=True)
class SkillUse:
    """What is known of one skill in one role."""

    level: int | None
    """The highest level that a source names; None where none is named, which is not a no."""
    figures: tuple[Evidence, ...]
    """What is measured of people and adverts; empty where nothing is."""

    @property
    def standing(self) -> Standing | None:
        """What the figures say together; None where nothing is measured, or of too few."""
        return self.figures[0].standing if self.figures else None

    @property
    def used(self) -> bool:
        """Whether the skill belongs to the role: it is named for it, or measured as common."""
        return self.level is not None or self.standing == "common"

    @property
    def known(self) -> bool:
        """Whether anything is known: the skill is named, or measured."""
        return self.level is not None or bool(self.figures)

    @property
    def share(self) -> float:
        """The highest share among the figures, to order by; 0 where nothing is measured."""
        return max((each.value for each in self.figures), default=0.0)


NOTHING_KNOWN = SkillUse(None, ())
"""What is known of a skill that is neither named nor measured."""


def measured_skills(evidence: Sequence[Evidence]) -> Measured:
    """Return the figures about skills, by role and skill."""
    found: dict[tuple[str, str], list[Evidence]] = {}
    for each in evidence:
        if each.skill:
            found.setdefault((each.role, each.skill), []).append(each)
    return {key: tuple(figures) for key, figures in found.items()}


def skill_uses(role: Role, skills: Sequence[str], measured: Measured) -> dict[str, SkillUse]:
    """Return what is known of each of ``skills`` (ids) in ``role``."""
    levels = {each.skill: each.level for each in role.skills}
    return {
        skill: SkillUse(levels.get(skill), measured.get((role.id, skill), ())) for skill in skills
    }


def belongs_to_one(uses: Sequence[SkillUse]) -> bool:
    """Say whether one of these roles uses the skill and people of each other hardly ever do.

    That nobody names it for the others is not enough: it has to be measured.
    """
    return sum(use.used for use in uses) == 1 and all(
        use.used or use.standing == "rare" for use in uses
    )


def is_shared(uses: Sequence[SkillUse]) -> bool:
    """Say whether two or more of these roles use the skill."""
    return sum(use.used for use in uses) > 1
