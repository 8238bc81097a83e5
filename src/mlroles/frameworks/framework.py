"""One framework: its boxes, the roles in each, and the roles that it does not know."""

from dataclasses import dataclass

from mlroles.frameworks.models import Fit, FrameworksFile
from mlroles.frameworks.place import FrameworkHead, RoleTitle, find_framework, head, titles_of
from mlroles.roles.catalogue import Catalogue


@dataclass(frozen=True)
class CoveredRole:
    """A role in a box: how it fits, and why."""

    role: RoleTitle
    fit: Fit
    reason: str


@dataclass(frozen=True)
class BoxReport:
    """A box with what the framework states of it; ``facts`` are pairs of a label and a value."""

    id: str
    code: str | None
    uri: str | None
    title: str
    text: str
    roles: tuple[CoveredRole, ...]
    facts: tuple[tuple[str, str], ...]
    levels: tuple[str, ...]


@dataclass(frozen=True)
class FrameworkReport:
    """One framework over the roles; ``without`` are roles that have no box, with what is near."""

    framework: FrameworkHead
    about: str
    limits: tuple[str, ...]
    boxes: tuple[BoxReport, ...]
    without: tuple[tuple[RoleTitle, str], ...]


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
            )
            for box in found.boxes
        ),
        tuple((titled(each.role), each.text) for each in found.no_box),
    )
