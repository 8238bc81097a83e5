"""What somebody says that they can do, as it is typed: ``python=2,docker``."""

from collections.abc import Iterable

from mlroles.errors import UnknownNameError, UsageError
from mlroles.plan.models import PlanFile
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.find import find_by_title, matching
from mlroles.suggest import closest, offer
from mlroles.text import quoted


def said(catalogue: Catalogue, file: PlanFile, typed: Iterable[str]) -> dict[str, int]:
    """Return how well somebody can do something, by skill: 0 for not at all.

    Each of ``typed`` is names of skills with commas between, each perhaps with ``=`` and a number;
    without one it can be used. Raises UsageError, UnknownNameError.
    """
    found: dict[str, int] = {}
    for each in (part.strip() for text in typed for part in text.split(",")):
        if each:
            name, _, step = each.partition("=")
            found[find_skill(catalogue, name.strip())] = _step(file, each, step.strip())
    return found


def _step(file: PlanFile, each: str, step: str) -> int:
    if not step:
        return min(file.wanted.unnamed, len(file.able))
    if step.isascii() and step.isdigit() and int(step[:9]) <= len(file.able):
        return int(step)
    words = ", ".join(f"{n} {able.title}" for n, able in enumerate(file.able, start=1))
    raise UsageError(f"{quoted(each)} has no number of a step.", f"0 not at all, {words}.")


def find_skill(catalogue: Catalogue, name: str) -> str:
    """Return the id of the skill that has this name; raises UnknownNameError."""
    skills = catalogue.file.skills
    if found := matching(((each.id, each.title, *each.aliases) for each in skills), name):
        return found[0]
    try:
        return find_by_title([(each.id, each.title) for each in skills], name, "skill")
    except UnknownNameError as error:
        if error.hint.startswith("There are:"):  # too many to read
            likely = offer(closest(name, (each.id for each in skills)))
            error.hint = likely or "“mlroles skills --all --full” lists them."
        raise
