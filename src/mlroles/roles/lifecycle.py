"""Which role leads or helps at each stage of a project, and where the sources name none."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited, RoleName, cite
from mlroles.roles.models import Role
from mlroles.roles.responsibilities import ResponsibilityRow, responsibility_matrix

Presence = Literal["leads", "helps", "not named"]


@dataclass(frozen=True)
class StageRow:
    """One stage and who does what at it."""

    stage: str
    """The id of the stage."""
    title: str
    """The name of the stage."""
    cited: Cited
    """What is said, with the claims that it rests on."""
    presences: tuple[Presence, ...]
    """Whether each role leads, helps or is absent, in the order of the roles."""
    responsibilities: tuple[ResponsibilityRow, ...]
    """The responsibilities at that stage."""
    led: bool
    """Whether any role leads it."""
    gap: str | None
    """What the sources leave unsaid about who does this; None where they say it."""


@dataclass(frozen=True)
class Lifecycle:
    """The stages in order, and the responsibilities that stand outside them."""

    roles: tuple[RoleName, ...]
    """The roles, in the order in which everything else names them."""
    stages: tuple[StageRow, ...]
    """The stages, from first to last."""
    outside: tuple[ResponsibilityRow, ...]
    """The responsibilities that stand outside the stages."""


def lifecycle(catalogue: Catalogue, roles: Sequence[Role]) -> Lifecycle:
    """Return every stage with the part that each of ``roles`` takes in it."""
    matrix = responsibility_matrix(catalogue, roles)
    rows = {group.stage: group.rows for group in matrix.groups}
    stages = []
    for stage in catalogue.file.stages:
        own = rows.get(stage.id, ())
        presences = tuple(_presence(own, index) for index in range(len(matrix.roles)))
        stages.append(
            StageRow(
                stage.id,
                stage.title,
                cite(catalogue, stage.text, stage.claims),
                presences,
                own,
                "leads" in presences,
                stage.gap,
            )
        )
    return Lifecycle(matrix.roles, tuple(stages), rows.get(None, ()))


def _presence(rows: tuple[ResponsibilityRow, ...], role: int) -> Presence:
    parts = {part.part for row in rows if (part := row.parts[role])}
    if "leads" in parts:
        return "leads"
    return "helps" if parts else "not named"
