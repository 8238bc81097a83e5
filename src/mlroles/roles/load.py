"""Reading the catalogue: the sources, and the roles that rest on them."""

from collections.abc import Callable
from pathlib import Path

from mlroles.datafile.read import read_file, refuse
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.check import catalogue_problems
from mlroles.roles.models import RolesFile, SourcesFile


def load_catalogue(
    directory: Path, make: Callable[[Path, SourcesFile, RolesFile], Catalogue] = Catalogue
) -> Catalogue:
    """Return the catalogue in ``directory``; raises DataError where anything in it is wrong.

    ``make`` may give it what reads its other files. A copy that is given them afterwards would
    have to look up again what the check has looked up.
    """
    sources = read_file(directory / "sources.json", SourcesFile)
    roles = read_file(directory / "roles.json", RolesFile)
    catalogue = make(directory, sources, roles)
    refuse(directory, catalogue_problems(catalogue))
    return catalogue
