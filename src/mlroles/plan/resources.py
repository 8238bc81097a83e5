"""What to learn a skill from, and which addresses somebody should open again."""

import datetime as dt
import os
from collections.abc import Iterator
from dataclasses import dataclass

from mlroles.datafile.read import read_file
from mlroles.plan.models import Resource, ResourcesFile
from mlroles.roles.ages import Dated
from mlroles.roles.catalogue import Catalogue

FILE = "resources.json"
"""The file's name in a catalogue's directory."""

MOST = 4
"""So many resources are offered for a skill."""


@dataclass(frozen=True)
class Learning:
    """Something to learn from."""

    id: str
    """Its id."""
    title: str
    """Its title."""
    url: str
    """Where it is."""
    publisher: str
    """Who made it or offers it."""
    kind: str
    """What it is."""
    cost: str
    """What it costs, in words."""
    licence: str
    """Its licence as far as it is known."""
    language: str
    """Its language, two letters of ISO 639-1."""
    level: str
    """For whom: who begins (first), who goes on (further), or who wants it thoroughly (deep)."""
    seen_in: str
    """The public list in which it was seen."""
    opened: str | None
    """The day on which its address was last opened by a program; None for never."""
    answer: str | None
    """What came then; None for never opened."""


def load_resources(catalogue: Catalogue) -> ResourcesFile | None:
    """Return the resources of a catalogue; None where it has no file of them."""
    path = catalogue.directory / FILE
    return read_file(path, ResourcesFile) if os.path.lexists(path) else None


def to_learn(file: ResourcesFile | None, skill: str, *, begins: bool) -> tuple[Learning, ...]:
    """Return what to learn a skill from: free ones first, then those that fit who ``begins``.

    Of those that fit alike the file's order counts, and nothing else.
    """
    ranks = (
        {"first": 0, "further": 1, "deep": 2} if begins else {"further": 0, "deep": 1, "first": 2}
    )
    own = [each for each in (file.resources if file else ()) if skill in each.skills]
    own.sort(key=lambda each: (not each.free, ranks[each.level]))
    return tuple(_learning(each) for each in own[:MOST])


def _learning(each: Resource) -> Learning:
    return Learning(
        each.id,
        each.title,
        each.url,
        each.publisher,
        each.kind,
        each.cost,
        each.licence,
        each.language,
        each.level,
        each.seen_in,
        _opened(each),
        each.answer,
    )


def due(file: ResourcesFile, each: Resource) -> dt.date:
    """Return the day by which an address should be opened."""
    if each.opened is None:
        return file.open_by
    return each.opened + dt.timedelta(days=file.open_every_days)


def dated_resources(file: ResourcesFile, on: dt.date) -> Iterator[Dated]:
    """Yield each resource whose address is past its day, and the others in one line."""
    days = [(due(file, each), each) for each in file.resources]
    for day, each in days:
        if day < on:
            yield Dated(each.id, f"{each.title}: {each.url}", _opened(each), day)
    rest = [(day, each) for day, each in days if day >= on]
    if rest:
        never = sum(each.opened is None for _, each in rest)
        title = f"Addresses of {len(rest)} learning resources, {never} never opened"
        opened = [own for _, each in rest if (own := _opened(each))]
        first = min(day for day, _ in rest)
        yield Dated("learning-resources", title, min(opened, default=None), first)


def _opened(each: Resource) -> str | None:
    return each.opened.isoformat() if each.opened else None
