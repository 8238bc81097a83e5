"""Where each claim is used: in which statement, under which JSON path of which file."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.statements import citations_of_neighbours


@dataclass(frozen=True)
class Backlink:
    """One place that cites a claim."""

    file: str
    """The catalogue file in which it is."""
    path: str
    """Its place in the file, as a JSON path."""
    place: str
    """Its place in words."""
    text: str
    """What stands there."""


def backlinks(catalogue: Catalogue) -> Mapping[str, tuple[Backlink, ...]]:
    """Return for each cited claim the places that cite it, in the order of the files."""
    found: dict[str, list[Backlink]] = {}
    beside = citations_of_neighbours(catalogue.neighbours)
    for each in chain(catalogue.citations, beside):
        link = Backlink(each.file, each.path, each.place, each.text)
        for claim in dict.fromkeys(each.claims):
            found.setdefault(claim, []).append(link)
    return {claim: tuple(links) for claim, links in found.items()}
