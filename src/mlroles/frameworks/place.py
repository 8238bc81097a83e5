"""Where a framework puts a role: in one box, in several, or in none."""

from collections.abc import Mapping
from dataclasses import dataclass

from mlroles.errors import UnknownNameError
from mlroles.frameworks.models import Fit, Framework, FrameworksFile, Kind
from mlroles.roles.find import find_by_title, normal


@dataclass(frozen=True)
class RoleTitle:
    """A role by id and title; ``here`` says whether the catalogue has it."""

    id: str
    title: str
    here: bool


@dataclass(frozen=True)
class PlacedBox:
    """A box that covers a role; ``others`` are the other roles in it, ``levels`` its rungs."""

    id: str
    code: str | None
    title: str
    text: str
    fit: Fit
    reason: str
    others: tuple[str, ...]
    levels: tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """The boxes in which a role stands, or what is said where there is none.

    Both are empty where the file does not name the role: nobody looked.
    """

    boxes: tuple[PlacedBox, ...]
    no_box: str | None


@dataclass(frozen=True)
class FrameworkHead:
    """What names a framework and says how old it is; ``source`` is an id in the catalogue."""

    id: str
    title: str
    short_title: str
    kind: Kind
    source: str
    edition: str
    date: str
    review_by: str
    credit: str


NEAREST_FIRST = {"exactly": 0, "mixed": 1, "partly": 2}
"""In which order boxes are named: first the one that holds all of the role."""


def head(framework: Framework) -> FrameworkHead:
    """Return what names a framework."""
    return FrameworkHead(
        framework.id,
        framework.title,
        framework.short_title,
        framework.kind,
        framework.source,
        framework.edition,
        framework.date,
        framework.review_by.isoformat(),
        framework.credit,
    )


def place(framework: Framework, role: str, titles: Mapping[str, str]) -> Place:
    """Return where ``framework`` puts the role with this id; ``titles`` name roles by id."""
    boxes = [
        PlacedBox(
            box.id,
            box.code,
            box.title,
            box.text,
            cover.fit,
            cover.reason,
            tuple(titles[other.role] for other in box.covers if other.role != role),
            tuple(rung.title for rung in box.rungs),
        )
        for box in framework.boxes
        for cover in box.covers
        if cover.role == role
    ]
    none = [each.text for each in framework.no_box if each.role == role]
    return Place(
        tuple(sorted(boxes, key=lambda box: NEAREST_FIRST[box.fit])), none[0] if none else None
    )


def titles_of(file: FrameworksFile) -> Mapping[str, str]:
    """Return the title of each role that the file names, by id."""
    return {role.id: role.title for role in file.roles}


def find_framework(file: FrameworksFile, name: str) -> Framework:
    """Return the framework that ``name`` means; raises UnknownNameError."""
    known = {each.id: each for each in file.frameworks}
    by_short_title = [
        each.id for each in known.values() if normal(each.short_title) == normal(name)
    ]
    if by_short_title:
        return known[by_short_title[0]]
    things = [(each.id, each.title) for each in known.values()]
    return known[find_by_title(things, name, "framework")]


def find_level(file: FrameworksFile, name: str) -> str:
    """Return the id of the level that ``name`` means, by id, title or alias.

    Raises UnknownNameError, with the levels there are.
    """
    wanted = normal(name)
    for level in file.levels:
        if wanted in map(normal, (level.id, level.title, *level.aliases)):
            return level.id
    choices = ", ".join(level.id for level in file.levels)
    advice = f"There are: {choices}." if choices else "This catalogue has none."
    raise UnknownNameError(f"There is no level {name!r}.", advice)
