"""The skills of roles as a matrix of levels."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited, RoleName, cite, role_name
from mlroles.roles.find import search as find
from mlroles.roles.models import Role, RoleSkill, Skill

Spread = Literal["shared", "unique"]
"""``shared``: named for two or more of the roles; ``unique``: named for just one."""


@dataclass(frozen=True)
class SkillRow:
    """One skill; ``cells`` stand in the order of the roles, None where it is not named."""

    skill: str
    title: str
    aliases: tuple[str, ...]
    cells: tuple[Cited | None, ...]
    disputes: tuple[str, ...]


@dataclass(frozen=True)
class SkillGroup:
    """The skills of one category."""

    category: str
    title: str
    rows: tuple[SkillRow, ...]


@dataclass(frozen=True)
class SkillMatrix:
    """Skills by category; ``scale`` holds the words of the levels from 0 upwards."""

    roles: tuple[RoleName, ...]
    scale: tuple[str, ...]
    groups: tuple[SkillGroup, ...]


def skill_matrix(
    catalogue: Catalogue,
    roles: Sequence[Role],
    *,
    categories: Iterable[str] = (),
    spread: Spread | None = None,
    search: str = "",
) -> SkillMatrix:
    """Return the skills named for any of ``roles``, of ``categories`` (all where none is given).

    ``search`` keeps the skills in whose title, aliases, id or category the words stand.
    """
    wanted = frozenset(categories)
    own = [{each.skill: each for each in role.skills} for role in roles]
    skills = {skill.id: skill for skill in catalogue.file.skills}
    rows = {
        skill.id: row
        for skill in skills.values()
        if not wanted or skill.category in wanted
        for row in [_row(catalogue, skill, own)]
        if _spreads(row.cells, spread)
    }
    titles = {category.id: category.title for category in catalogue.file.categories}
    texts = {
        key: (key, row.title, *row.aliases, skills[key].category, titles[skills[key].category])
        for key, row in rows.items()
    }
    found = find(texts, search)
    groups = (
        SkillGroup(
            category,
            title,
            tuple(
                row
                for key, row in rows.items()
                if skills[key].category == category and key in found
            ),
        )
        for category, title in titles.items()
    )
    names = tuple(role_name(role) for role in roles)
    scale = catalogue.file.skill_scale
    return SkillMatrix(names, scale, tuple(group for group in groups if group.rows))


def _row(catalogue: Catalogue, skill: Skill, own: Iterable[Mapping[str, RoleSkill]]) -> SkillRow:
    disputes = catalogue.row_disputes("skill", skill.id)
    cells = tuple(
        cite(catalogue, each.text or skill.title, each.claims, each.level, disputes)
        if (each := skills.get(skill.id))
        else None
        for skills in own
    )
    return SkillRow(
        skill.id, skill.title, skill.aliases, cells, tuple(each.id for each in disputes)
    )


def _spreads(cells: Sequence[Cited | None], spread: Spread | None) -> bool:
    named = sum(cell is not None for cell in cells)
    if spread == "shared":
        return named > 1
    return named == 1 if spread == "unique" else named > 0
