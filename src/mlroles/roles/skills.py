"""The skills of roles as a matrix of levels."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited, RoleName, cite, role_name
from mlroles.roles.find import normal
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

    ``search`` keeps the skills in whose title, alias, id or category the text stands.
    """
    wanted = frozenset(categories)
    own = [{each.skill: each for each in role.skills} for role in roles]
    groups = []
    for category in catalogue.file.categories:
        if wanted and category.id not in wanted:
            continue
        rows = tuple(
            row
            for skill in catalogue.file.skills
            if skill.category == category.id and _found(search, skill, category.title)
            for row in [_row(catalogue, skill, own)]
            if _spreads(row.cells, spread)
        )
        if rows:
            groups.append(SkillGroup(category.id, category.title, rows))
    names = tuple(role_name(role) for role in roles)
    return SkillMatrix(names, catalogue.file.skill_scale, tuple(groups))


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


def _found(search: str, skill: Skill, category: str) -> bool:
    return contains((skill.id, skill.title, *skill.aliases, category), search)


def contains(texts: Iterable[str], search: str) -> bool:
    """Say whether ``search`` stands in any of ``texts``; case and hyphens do not matter."""
    return any(normal(search) in normal(text) for text in texts)
