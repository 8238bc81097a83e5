"""How a suggested command names the roles of the screen that it stands on."""

from collections.abc import Sequence

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import RoleName


def named(roles: Sequence[RoleName], catalogue: Catalogue) -> tuple[str, ...]:
    """Return the words that ask for ``roles``: none where they are shown unasked."""
    ids = tuple(role.id for role in roles)
    if ids == tuple(role.id for role in catalogue.core):
        return ()
    return ("--all",) if ids == tuple(role.id for role in catalogue.roles) else ids
