"""Who does what at which stage of a project."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from mlroles.roles.catalogue import OUTSIDE, Catalogue
from mlroles.roles.cited import Cited, RoleName, cite, role_name, touched
from mlroles.roles.find import search as find
from mlroles.roles.models import Responsibility, Role, RoleResponsibility


@dataclass(frozen=True)
class Part:
    """The part that a role takes in a responsibility."""

    part: Literal["leads", "helps"]
    """Whether the role leads it or helps with it."""
    cited: Cited
    """What is said, with the claims that it rests on."""


@dataclass(frozen=True)
class ResponsibilityRow:
    """One responsibility of the roles side by side."""

    responsibility: str
    """The id of the responsibility."""
    title: str
    """The name of the responsibility."""
    parts: tuple[Part | None, ...]
    """The part of each role, in the order of the roles, None where it has none."""
    disputes: tuple[str, ...]
    """The ids of the disputes that touch what is said."""


@dataclass(frozen=True)
class StageGroup:
    """The responsibilities at one stage."""

    stage: str | None
    """The id of the stage; None outside the lifecycle."""
    title: str | None
    """The name of the stage; None outside the lifecycle."""
    rows: tuple[ResponsibilityRow, ...]
    """The responsibilities at that stage."""


@dataclass(frozen=True)
class ResponsibilityMatrix:
    """Responsibilities by stage, for the roles asked for."""

    roles: tuple[RoleName, ...]
    """The roles, in the order in which everything else names them."""
    groups: tuple[StageGroup, ...]
    """The stages with their responsibilities."""


def responsibility_matrix(
    catalogue: Catalogue,
    roles: Sequence[Role],
    *,
    stages: Iterable[str] = (),
    shared: bool = False,
    search: str = "",
) -> ResponsibilityMatrix:
    """Return the responsibilities of ``roles`` at ``stages`` (all where none is given).

    ``shared`` keeps those of two or more of the roles; ``search`` those in whose title, id,
    wording or stage the words stand.
    """
    wanted = frozenset(stages)
    titles: dict[str | None, str | None] = {
        **{stage.id: stage.title for stage in catalogue.file.stages},
        None: None,
    }
    fewest = 2 if shared else 1
    own = [{each.responsibility: each for each in role.responsibilities} for role in roles]
    stage_of = {each.id: each.stage for each in catalogue.file.responsibilities}
    rows = {
        each.id: row
        for each in catalogue.file.responsibilities
        if not wanted or (each.stage or OUTSIDE) in wanted
        for row in [_row(catalogue, each, own)]
        if sum(part is not None for part in row.parts) >= fewest
    }
    texts = {
        key: (*_texts(row), stage_of[key] or OUTSIDE, titles[stage_of[key]] or "")
        for key, row in rows.items()
    }
    found = find(texts, search)
    groups = (
        StageGroup(
            stage,
            title,
            tuple(row for key, row in rows.items() if stage_of[key] == stage and key in found),
        )
        for stage, title in titles.items()
    )
    names = tuple(role_name(role) for role in roles)
    return ResponsibilityMatrix(names, tuple(group for group in groups if group.rows))


def _row(
    catalogue: Catalogue,
    responsibility: Responsibility,
    own: Iterable[Mapping[str, RoleResponsibility]],
) -> ResponsibilityRow:
    disputes = catalogue.row_disputes("duty", responsibility.id)
    parts = tuple(
        Part(
            each.part,
            cite(catalogue, each.text or responsibility.title, each.claims, row=disputes),
        )
        if (each := duties.get(responsibility.id))
        else None
        for duties in own
    )
    return ResponsibilityRow(
        responsibility.id,
        responsibility.title,
        parts,
        touched(disputes, [each.cited for each in parts if each]),
    )


def _texts(row: ResponsibilityRow) -> tuple[str, ...]:
    wordings = (part.cited.text for part in row.parts if part)
    return (row.responsibility, row.title, *wordings)
