"""Reading the catalogue: the sources, and the roles that rest on them."""

from collections.abc import Callable
from pathlib import Path

from mlroles.datafile.read import read_file, refuse
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.check import catalogue_problems
from mlroles.roles.evidence import Quoted
from mlroles.roles.models import Neighbour, RolesFile, SourcesFile


def load_catalogue(
    directory: Path,
    quote: Callable[[Catalogue], Quoted] = lambda _: Quoted(),
    read_neighbours: Callable[[Catalogue], tuple[Neighbour, ...]] = lambda _: (),
) -> Catalogue:
    """Return the catalogue in ``directory``; raises DataError where anything in it is wrong.

    ``quote`` and ``read_neighbours`` are as in ``Catalogue``. They are given here, as a copy made
    afterwards would have to look up again what checking has looked up.
    """
    sources = read_file(directory / "sources.json", SourcesFile)
    roles = read_file(directory / "roles.json", RolesFile)
    catalogue = Catalogue(directory, sources, roles, quote, read_neighbours)
    refuse(directory, catalogue_problems(catalogue))
    return catalogue
