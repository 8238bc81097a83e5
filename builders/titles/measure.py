"""Measures how well titles are placed: labelled titles come in, figures go out."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from mlroles.titles.read import TitleReader

NEAR = "near:"
FEW = 2
"""Right is who names the role first or second."""


@dataclass(frozen=True)
class Labelled:
    """A title and what it means: the id of a role, ``near:`` and ids, or anything else."""

    title: str
    right: str


def figures(
    reader: TitleReader,
    family: Collection[str],
    titles: Iterable[Labelled],
    source: str,
    *,
    held_out: bool,
) -> dict[str, Any]:
    """Return how many titles of the family and of other jobs there are, and how they are placed.

    Whoever is labelled as near to a role counts among the others: it may be told to be near, and
    is not to be placed.
    """
    counts = dict.fromkeys(("family", "right", "near", "others", "placed"), 0)
    for each in dict.fromkeys(titles):
        found = reader.read(each.title)
        placed = [job for job in found.means if job in family]
        if each.right in family:
            counts["family"] += 1
            counts["right"] += each.right in placed[:FEW]
            counts["near"] += each.right not in placed[:FEW] and each.right in found.near
        else:
            counts["others"] += 1
            counts["placed"] += bool(placed)
    return {"source": source, "held_out": held_out, **counts}
