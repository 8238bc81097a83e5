"""Which role leads, helps or is absent at each stage of a project."""

from dataclasses import dataclass
from typing import Literal

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited, RoleName, cite
from mlroles.roles.responsibilities import ResponsibilityRow, responsibility_matrix

Presence = Literal["leads", "helps", "absent"]


@dataclass(frozen=True)
class StageRow:
    """One stage; ``presences`` stand in the order of the roles.

    ``gap`` is what the sources leave unsaid about it, ``led`` whether any role leads it.
    """

    stage: str
    title: str
    cited: Cited
    presences: tuple[Presence, ...]
    responsibilities: tuple[ResponsibilityRow, ...]
    led: bool
    gap: str | None


@dataclass(frozen=True)
class Lifecycle:
    """The stages in order, and the responsibilities that stand outside them."""

    roles: tuple[RoleName, ...]
    stages: tuple[StageRow, ...]
    outside: tuple[ResponsibilityRow, ...]


def lifecycle(catalogue: Catalogue) -> Lifecycle:
    """Return every stage with the part that each role takes in it."""
    matrix = responsibility_matrix(catalogue, catalogue.roles)
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
    return "helps" if parts else "absent"
