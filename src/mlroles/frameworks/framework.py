"""One framework: its boxes, the roles in each, and the roles that it does not know."""

from dataclasses import dataclass

from mlroles.frameworks.models import Fit, FrameworksFile
from mlroles.frameworks.place import FrameworkHead, RoleTitle, find_framework, head, titles_of
from mlroles.roles.catalogue import Catalogue


@dataclass(frozen=True)
class CoveredRole:
    """A role in a box."""

    role: RoleTitle
    """The role."""
    fit: Fit
    """Whether the box is the role, part of it, or it mixed with other jobs."""
    reason: str
    """Why it is read so."""


@dataclass(frozen=True)
class BoxReport:
    """A box, and what the framework states of it."""

    id: str
    """The id of the box within its framework."""
    code: str | None
    """The framework's own code; None where it has no codes."""
    uri: str | None
    """The address by which the framework names the box for machines; None where it has none."""
    title: str
    """The framework's own name for the box."""
    text: str
    """What the box holds, in our words."""
    roles: tuple[CoveredRole, ...]
    """The roles that it covers; empty where it is only a neighbour."""
    facts: tuple[tuple[str, str], ...]
    """What the framework states of it, each a label and a value."""
    levels: tuple[str, ...]
    """The job titles of its rungs, from the lowest; empty where it has none."""
    level_ids: tuple[str, ...]
    """The ids of these levels in the common ladder."""


@dataclass(frozen=True)
class FrameworkReport:
    """One framework over the roles."""

    framework: FrameworkHead
    """What names the framework, and how old it is."""
    about: str
    """How it divides the family, in our words."""
    limits: tuple[str, ...]
    """What to keep in mind about it."""
    boxes: tuple[BoxReport, ...]
    """Its boxes in this family."""
    without: tuple[tuple[RoleTitle, str], ...]
    """The roles that have no box, each with what comes closest."""


def framework(file: FrameworksFile, catalogue: Catalogue, name: str) -> FrameworkReport:
    """Return the framework that ``name`` means, box by box; raises UnknownNameError."""
    found = find_framework(file, name)
    titles = titles_of(file)

    def titled(role: str) -> RoleTitle:
        return RoleTitle(role, titles[role], here=role in catalogue.role_index)

    return FrameworkReport(
        head(found),
        found.about,
        found.limits,
        tuple(
            BoxReport(
                box.id,
                box.code,
                box.uri,
                box.title,
                box.text,
                tuple(CoveredRole(titled(each.role), each.fit, each.reason) for each in box.covers),
                tuple((fact.label, fact.value) for fact in box.facts),
                tuple(rung.title for rung in box.rungs),
                tuple(rung.level for rung in box.rungs),
            )
            for box in found.boxes
        ),
        tuple((titled(each.role), each.text) for each in found.no_box),
    )
