"""Where a framework puts a role: in one box, in several, or in none."""

from collections.abc import Mapping
from dataclasses import dataclass

from mlroles.errors import UnknownNameError
from mlroles.frameworks.models import Fit, Framework, FrameworksFile, Kind, LadderLevel
from mlroles.roles.find import find_by_title, normal
from mlroles.text import quoted


@dataclass(frozen=True)
class RoleTitle:
    """A role that a framework covers or leaves out."""

    id: str
    """Its id."""
    title: str
    """Its name."""
    here: bool
    """Whether the catalogue has it."""


@dataclass(frozen=True)
class PlacedBox:
    """A box that covers a role."""

    id: str
    """The id of the box within its framework."""
    code: str | None
    """The framework's own code; None where it has no codes."""
    title: str
    """The framework's own name for the box."""
    text: str
    """What the box holds, in our words."""
    fit: Fit
    """Whether the box is the role, part of it, or it mixed with other jobs."""
    reason: str
    """Why it is read so."""
    others: tuple[str, ...]
    """The names of the other roles in it."""
    levels: tuple[str, ...]
    """The job titles of its rungs, from the lowest; empty where it has none."""


@dataclass(frozen=True)
class Place:
    """Where a framework puts a role; without boxes and without a text, nobody looked."""

    boxes: tuple[PlacedBox, ...]
    """The boxes that cover the role, the nearest first."""
    no_box: str | None
    """What comes closest, or that nothing does; None where there is a box, or nobody looked."""


@dataclass(frozen=True)
class FrameworkHead:
    """What names a framework and says how old it is."""

    id: str
    """The id by which it is asked for."""
    title: str
    """Its full name."""
    short_title: str
    """Its name in a table."""
    kind: Kind
    """What sort of thing it is."""
    source: str
    """The id of its source."""
    edition: str
    """Which edition or copy was read."""
    date: str
    """The date of that edition or copy."""
    review_by: str
    """The day by which somebody should look whether there is a newer one."""
    credit: str
    """The credit that its licence asks for."""


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


def known_level(file: FrameworksFile, name: str) -> LadderLevel | None:
    """Return the level that has this id, title or alias; full stops do not matter."""
    wanted = normal(name.replace(".", " "))
    for level in file.levels:
        if wanted in map(normal, (level.id, level.title, *level.aliases)):
            return level
    return None


def find_level(file: FrameworksFile, name: str) -> LadderLevel:
    """Return the level that ``name`` means; raises UnknownNameError, with the levels there are."""
    if found := known_level(file, name):
        return found
    choices = ", ".join(level.id for level in file.levels)
    advice = f"There are: {choices}." if choices else "This catalogue has none."
    raise UnknownNameError(f"There is no level {quoted(name)}.", advice)
