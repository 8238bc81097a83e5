"""What somebody says that they can do, as it is typed: ``python=2,docker``."""

from collections.abc import Iterable

from mlroles.people import levels
from mlroles.people.levels import Levels
from mlroles.plan.models import PlanFile
from mlroles.roles.catalogue import Catalogue


def said(catalogue: Catalogue, file: PlanFile, typed: Iterable[str]) -> dict[str, int]:
    """Return how well somebody can do something, by skill, as ``people.levels.said`` does."""
    steps = Levels.of(((each.title, each.text) for each in file.able), file.wanted.unnamed)
    return levels.said(catalogue, steps, typed)
