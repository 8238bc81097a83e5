"""The skills of roles as a matrix of levels."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited, RoleName, cite, role_name, touched
from mlroles.roles.find import search as find
from mlroles.roles.models import Role, RoleSkill, Skill
from mlroles.roles.skill_use import (
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
    """What is known of a skill in a role: what a source says, what is measured, or neither."""

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
    cells: tuple[SkillCell, ...]
    """What is known of each role, in the order of the roles."""
    disputes: tuple[str, ...]
    """The ids of the disputes that touch what is said."""


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
    skills = {skill.id: skill for skill in catalogue.file.skills}
    measured = measured_skills(catalogue.quoted.evidence)
    own = [
        ({each.skill: each for each in role.skills}, skill_uses(role, [*skills], measured))
        for role in roles
    ]
    rows = {
        skill.id: row
        for skill in skills.values()
        if not wanted or skill.category in wanted
        for row in [_row(catalogue, skill, own)]
        if _spreads([cell.use for cell in row.cells], spread)
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


def _row(
    catalogue: Catalogue,
    skill: Skill,
    own: Iterable[tuple[Mapping[str, RoleSkill], Mapping[str, SkillUse]]],
) -> SkillRow:
    disputes = catalogue.row_disputes("skill", skill.id)
    cells = tuple(
        SkillCell(
            cite(catalogue, each.text or skill.title, each.claims, each.level, disputes)
            if (each := named.get(skill.id))
            else None,
            uses[skill.id],
        )
        for named, uses in own
    )
    return SkillRow(
        skill.id,
        skill.title,
        skill.aliases,
        cells,
        touched(disputes, [each.cited for each in cells]),
    )


def _spreads(uses: Sequence[SkillUse], spread: Spread | None) -> bool:
    if spread == "shared":
        return is_shared(uses)
    return belongs_to_one(uses) if spread == "unique" else any(use.known for use in uses)
