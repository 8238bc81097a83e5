"""Where somebody wants to get: what a role uses, or what one advert asks for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal, Protocol

from mlroles.plan.models import PlanFile
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited, cite
from mlroles.roles.evidence import Evidence
from mlroles.roles.models import Role
from mlroles.roles.skill_use import SkillUse, measured_skills, skill_uses

Need = Literal["must", "helpful", "named"]
"""What one advert says of a skill: that it must be, that it helps, or only its name."""

ADVERTS = "ads"
"""The unit of a share of adverts."""


class Requirement(Protocol):
    """What is read here of a requirement of an advert."""

    @property
    def id(self) -> str:
        """The id of the skill."""
        ...

    @property
    def need(self) -> str:
        """How it is asked for; what is not needed is no want."""
        ...

    @property
    def words(self) -> str:
        """How it stands there."""
        ...


@dataclass(frozen=True)
class Want:
    """One skill that is wanted, and what says so."""

    skill: str
    """The id of the skill."""
    title: str
    """The name of the skill."""
    named: int | None
    """The level that a source names for the role; None where none does, which is not a no."""
    cited: Cited | None
    """What the source says of it; None where none does."""
    figure: Evidence | None
    """How many ask for it or use it: of adverts where they were counted, else of people."""
    need: Need | None
    """What the advert says of it; None where the way leads to a role."""
    words: str
    """How it stands in the advert; empty where the way leads to a role."""


@dataclass(frozen=True)
class Target:
    """Where somebody wants to get."""

    kind: Literal["role", "advert"]
    """What it is."""
    id: str
    """The id of the role; of an advert that of the role that it is nearest to, perhaps empty."""
    title: str
    """Its name on the screen."""
    wants: tuple[Want, ...]
    """The skills that are wanted, in the order of the catalogue."""
    others: Mapping[str, Want]
    """What is known of the others, by skill: some rests on them."""
    beyond: tuple[str, ...] = ()
    """What an advert asks for that the catalogue has no skill for, as it stands there."""


def role_target(catalogue: Catalogue, role: Role) -> Target:
    """Return what ``role`` uses: what is named for it, and what is measured as common."""
    uses = role_uses(catalogue, role)
    wants = {skill: _want(catalogue, role, skill, use) for skill, use in uses.items()}
    others = {skill: want for skill, want in wants.items() if not uses[skill].used}
    used = tuple(want for skill, want in wants.items() if skill not in others)
    return Target("role", role.id, role.title, used, others)


def advert_target(
    catalogue: Catalogue, title: str, role: Role | None, requirements: Iterable[Requirement]
) -> Target:
    """Return what an advert asks for; of a skill that stands there twice what asks most counts.

    ``role`` is that of which the figures are told, None where the advert is of none. What stands
    there as not needed is left out.
    """
    order: Mapping[str, int] = {"must": 0, "named": 1, "helpful": 2}
    asked: dict[str, tuple[Need, str]] = {}
    beyond: list[str] = []
    for each in sorted(requirements, key=lambda own: order.get(own.need, len(order))):
        if each.need not in order:
            continue
        if each.id in catalogue.skills:
            asked.setdefault(each.id, (each.need, each.words))  # type: ignore[arg-type]
        else:
            beyond.append(each.words)
    uses = role_uses(catalogue, role) if role else {}
    nothing = SkillUse(None, ())
    wants = {
        skill: _want(catalogue, role, skill, uses.get(skill, nothing), asked.get(skill))
        for skill in catalogue.skills
    }
    return Target(
        "advert",
        role.id if role else "",
        title,
        tuple(want for skill, want in wants.items() if skill in asked),
        {skill: want for skill, want in wants.items() if skill not in asked},
        tuple(dict.fromkeys(beyond)),
    )


def role_uses(catalogue: Catalogue, role: Role) -> dict[str, SkillUse]:
    """Return what is known of each skill of the catalogue in ``role``."""
    measured = measured_skills(catalogue.quoted.evidence)
    return skill_uses(role, [*catalogue.skills], measured)


def _want(
    catalogue: Catalogue,
    role: Role | None,
    skill: str,
    use: SkillUse,
    asked: tuple[Need, str] | None = None,
) -> Want:
    title = catalogue.skills[skill].title
    own = next((each for each in role.skills if each.skill == skill), None) if role else None
    cited = cite(catalogue, own.text or title, own.claims, own.level) if own else None
    need, words = asked or (None, "")
    return Want(skill, title, use.level, cited, asked_for(use), need, words)


def asked_for(use: SkillUse) -> Evidence | None:
    """Return the share of adverts that name a skill, else that of people; None without either."""
    adverts = [each for each in use.figures if each.unit == ADVERTS]
    return next(iter((*adverts, *use.figures)), None)


def want_step(file: PlanFile, want: Want) -> int:
    """Return how well one has to be able to do what is wanted: a step of ``file``, from 1."""
    step = file.wanted.by_level[want.named] if want.named else 0
    return step or file.wanted.unnamed


def worth(file: PlanFile, want: Want) -> float:
    """Return what a skill counts for in the order: the share of adverts that name it, weighted.

    Of one advert its own words count.
    """
    if want.need:
        own = {"must": file.worth.must, "named": file.worth.named, "helpful": file.worth.helpful}
        return own[want.need]
    level = file.worth.by_level[want.named or 0]
    return level.times * max(level.least, want.figure.value if want.figure else 0)
