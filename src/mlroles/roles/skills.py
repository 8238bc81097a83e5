"""The skills of roles as a matrix of levels."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited, RoleName, cite, role_name, touched
from mlroles.roles.find import search as find
from mlroles.roles.models import Role, RoleSkill, Skill
from mlroles.roles.skill_use import (
    NOTHING_KNOWN,
    SkillUse,
    belongs_to_one,
    is_shared,
    measured_skills,
    skill_uses,
)

Spread = Literal["shared", "unique"]
"""``shared``: two or more of the roles use it; ``unique``: one does, and the others hardly ever."""


@dataclass(frozen=True)
class SkillCell:
    """What is known of a skill in a role: what a source says, what is measured, or both."""

    cited: Cited | None
    """What a source says of it, with its level; None where none names it."""
    use: SkillUse
    """The level named, and the figures."""


@dataclass(frozen=True)
class SkillRow:
    """One skill of the roles side by side."""

    skill: str
    """The id of the skill."""
    title: str
    """The name of the skill."""
    aliases: tuple[str, ...]
    """Other names by which it is found."""
    cells: tuple[SkillCell | None, ...]
    """What is known of each role, in the order of the roles, None where nothing is."""
    disputes: tuple[str, ...]
    """The ids of the disputes that touch what is said."""

    @property
    def uses(self) -> tuple[SkillUse, ...]:
        """What is named and measured of each role, in the order of the roles."""
        return tuple(cell.use if cell else NOTHING_KNOWN for cell in self.cells)


@dataclass(frozen=True)
class SkillGroup:
    """The skills of one category."""

    category: str
    """The id of the category."""
    title: str
    """The name of the category."""
    rows: tuple[SkillRow, ...]
    """Its skills."""


@dataclass(frozen=True)
class SkillMatrix:
    """Skills by category."""

    roles: tuple[RoleName, ...]
    """The roles, in the order in which everything else names them."""
    scale: tuple[str, ...]
    """The words for a skill's level from 0 (not named for the role) upwards."""
    groups: tuple[SkillGroup, ...]
    """The categories with their skills."""


def skill_matrix(
    catalogue: Catalogue,
    roles: Sequence[Role],
    *,
    categories: Iterable[str] = (),
    spread: Spread | None = None,
    search: str = "",
) -> SkillMatrix:
    """Return the skills known of any of ``roles``, of ``categories`` (all where none is given).

    ``search`` keeps the skills in whose title, aliases, id or category the words stand.
    """
    wanted = frozenset(categories)
    known = _known(catalogue, roles)
    skills = {
        skill.id: skill
        for skill in catalogue.file.skills
        if (not wanted or skill.category in wanted)
        and _spreads([use for _, use in known.get(skill.id, {}).values()], len(roles), spread)
    }
    titles = {category.id: category.title for category in catalogue.file.categories}
    texts = {
        key: (key, skill.title, *skill.aliases, skill.category, titles[skill.category])
        for key, skill in skills.items()
    }
    found = find(texts, search)
    rows: dict[str, list[SkillRow]] = {category: [] for category in titles}
    for key, skill in skills.items():
        if key in found:
            rows[skill.category].append(_row(catalogue, skill, known[key], len(roles)))
    groups = (SkillGroup(key, title, tuple(rows[key])) for key, title in titles.items())
    names = tuple(role_name(role) for role in roles)
    scale = catalogue.file.skill_scale
    return SkillMatrix(names, scale, tuple(group for group in groups if group.rows))


Known = Mapping[int, tuple[RoleSkill | None, SkillUse]]
"""By the place of a role what it says of a skill and how it is used, where anything is known."""


def _known(catalogue: Catalogue, roles: Sequence[Role]) -> Mapping[str, Known]:
    """Return by skill what is known of it, and nothing of the roles in which nothing is."""
    measured = measured_skills(catalogue.quoted.evidence)
    measured_of: dict[str, list[str]] = {}
    for role_id, skill in measured:
        measured_of.setdefault(role_id, []).append(skill)
    found: dict[str, dict[int, tuple[RoleSkill | None, SkillUse]]] = {}
    for place, role in enumerate(roles):
        named = {each.skill: each for each in role.skills}
        skills = dict.fromkeys([*named, *measured_of.get(role.id, ())])
        for skill, use in skill_uses(role, [*skills], measured).items():
            found.setdefault(skill, {})[place] = named.get(skill), use
    return found


def _row(catalogue: Catalogue, skill: Skill, known: Known, roles: int) -> SkillRow:
    disputes = catalogue.row_disputes("skill", skill.id)
    cells: list[SkillCell | None] = [None] * roles
    said: list[Cited | None] = []
    for place, (named, use) in known.items():
        cited = (
            cite(catalogue, named.text or skill.title, named.claims, named.level, disputes)
            if named
            else None
        )
        cells[place] = SkillCell(cited, use)
        said.append(cited)
    return SkillRow(
        skill.id,
        skill.title,
        skill.aliases,
        tuple(cells),
        touched(disputes, said),
    )


def _spreads(known: Sequence[SkillUse], roles: int, spread: Spread | None) -> bool:
    """Say whether a skill is used as asked for; ``known`` are the uses of which anything is."""
    if spread == "shared":
        return is_shared(known)
    if spread == "unique":
        return len(known) == roles and belongs_to_one(known)
    return bool(known)
