"""All frameworks at a glance: where each puts the catalogue's roles."""

from collections.abc import Sequence
from dataclasses import dataclass

from mlroles.frameworks.models import FrameworksFile
from mlroles.frameworks.place import FrameworkHead, Place, head, place, titles_of
from mlroles.roles.ages import Review
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import RoleName, role_name
from mlroles.roles.models import Role


@dataclass(frozen=True)
class FrameworkRow:
    """A framework, and where it puts each role."""

    framework: FrameworkHead
    """What names the framework, and how old it is."""
    places: tuple[Place, ...]
    """Where it puts each role, in the order of the roles."""


@dataclass(frozen=True)
class FrameworksOverview:
    """All frameworks over some roles."""

    title: str
    """What the frameworks divide."""
    roles: tuple[RoleName, ...]
    """The roles, in the order in which everything else names them."""
    rows: tuple[FrameworkRow, ...]
    """The frameworks, with the place of each role."""
    elsewhere: tuple[str, ...]
    """The names of roles that frameworks are held against and the catalogue does not have."""


def frameworks(
    file: FrameworksFile, catalogue: Catalogue, roles: Sequence[Role]
) -> FrameworksOverview:
    """Return where each framework puts each of ``roles``, which are of the catalogue."""
    titles = titles_of(file)
    return FrameworksOverview(
        file.title,
        tuple(role_name(role) for role in roles),
        tuple(
            FrameworkRow(head(each), tuple(place(each, role.id, titles) for role in roles))
            for each in file.frameworks
        ),
        tuple(role.title for role in file.roles if role.id not in catalogue.role_index),
    )


def reviews(file: FrameworksFile) -> tuple[Review, ...]:
    """Return when somebody should look at the source of each framework again."""
    return tuple((each.source, each.review_by) for each in file.frameworks)
