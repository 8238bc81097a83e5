"""What the shell offers on TAB: plain JSON, no validation, never an error, never a word printed."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from stat import S_ISREG
from typing import Any, Protocol

from mlroles.parts import (
    FRAMEWORKS,
    HIRE,
    NEIGHBOURS,
    PARTS,
    PAY,
    QUESTIONNAIRE,
    ROLES,
    SOURCES,
    Part,
)
from mlroles.results import RESULTS


class Context(Protocol):
    """What is asked of Typer's context. Typer itself is not loaded here: ``tab`` does without."""

    @property
    def params(self) -> Mapping[str, Any]:
        """The options given so far."""

    def find_root(self) -> "Context":
        """Return the context of what stands before the command."""


Complete = Callable[[Context, str], list[tuple[str, str]]]
"""Takes the context and what has been typed; returns pairs of a word and what it means."""

Named = Iterable[tuple[str, str, Sequence[str]]]
"""An id, what it means, and other names that the program accepts for it."""

LIMIT = 16 * 1024 * 1024
"""Bytes read of a catalogue's file: far above any, and few enough for a key press."""

_ACTIVE = frozenset("\\$`[]")


def _directory(ctx: Context) -> Path:
    from mlroles.locations import data_directory

    given = ctx.params.get("data") or ctx.find_root().params.get("data")
    chosen = given or os.environ.get("MLROLES_DATA")
    return Path(chosen) if chosen else data_directory()


def _read(directory: Path, part: Part[Any]) -> Any:  # noqa: ANN401 - whatever the file holds
    """Return the file as plain JSON; what is no file, or too long a one, raises an error."""
    import json

    from mlroles.datafile.files import read_limited

    path = directory / part.file
    if not S_ISREG(path.stat().st_mode):  # a pipe or a device might never end
        raise OSError(part.file)
    return json.loads(read_limited(path, LIMIT) or b"")


def _harmless(text: str) -> str:
    """Return ``text`` without what a shell, a terminal or Typer's markup could act on."""
    # fish takes a dollar sign in a description for one; zsh evaluates what it is given.
    active = _ACTIVE - {"$"} if "fish" in os.environ.get("_MLROLES_COMPLETE", "") else _ACTIVE
    return "".join(sign for sign in text if sign.isprintable() and sign not in active)


def _word(name: str) -> str:
    """Return a name as one word that the program takes for it, empty where there is none."""
    word = "-".join(name.casefold().replace("_", "-").replace("-", " ").split())
    return word if word.replace("-", "").isalnum() else ""


def _offering(read: Callable[[Path], Named], *, inside: bool = False) -> Complete:
    """Return what completes from the names that ``read`` finds in the catalogue's folder.

    Other names than ids are offered where no id fits; ``inside``: from any of their words on.
    """

    def fitting(ctx: Context, typed: str) -> Iterator[tuple[str, str]]:
        known = list(read(_directory(ctx)))
        wanted = typed.casefold()
        ids = [(key, title) for key, title, _ in known if key == _word(key)]
        if begun := [each for each in ids if each[0].startswith(wanted)]:
            yield from begun
            return
        for _, title, names in known:
            for word in filter(None, map(_word, names)):
                ends = word.split("-")
                for place in range(len(ends) if inside else 1):
                    if (end := "-".join(ends[place:])).startswith(wanted):
                        yield end, title

    def complete(ctx: Context, incomplete: str) -> list[tuple[str, str]]:
        try:
            meanings: dict[str, str] = {}
            for word, meaning in fitting(ctx, incomplete):
                meanings.setdefault(incomplete + word[len(incomplete) :], _harmless(meaning))
            return list(meanings.items())
        except Exception:  # noqa: BLE001 - whatever is wrong, TAB stays silent
            return []

    return complete


def _of(part: Part[Any], key: str, *extra: tuple[str, str]) -> Complete:
    """Return what completes from a list of a file, whose entries have an id and a title."""

    def read(directory: Path) -> Named:
        for each in _read(directory, part)[key]:
            yield each["id"], each["title"], [each["title"]]
        yield from ((word, meaning, ()) for word, meaning in extra)

    return _offering(read)


def _roles(directory: Path) -> Named:
    found = _read(directory, ROLES)["roles"]
    for each in found:
        yield each["id"], each["title"], [each["title"], each.get("short_title", "")]
    for each in found:  # a name that is a role's own comes before one that several may share
        names = [alias["name"] for alias in each.get("aliases", ())]
        yield "", each["title"], names


def _jobs(directory: Path) -> Named:
    """Yield the roles, and the jobs beside them, which do not crowd a role's id."""
    yield from _roles(directory)
    if (directory / NEIGHBOURS.file).exists():
        for each in _read(directory, NEIGHBOURS)["neighbours"]:
            aliases = [alias["name"] for alias in each.get("aliases", ())]
            yield "", each["title"], [each["id"], each["title"], *aliases]


def _ids(directory: Path) -> Named:
    found = _read(directory, SOURCES)
    for kind, what in (("claims", "text"), ("disputes", "about"), ("sources", "title")):
        yield from ((each["id"], each[what], ()) for each in found.get(kind, ()))


def _evidence(directory: Path) -> Named:
    """Yield what ``mlroles evidence`` takes."""
    yield from _roles(directory)
    for kind in ("skills", "aspects"):
        for each in _read(directory, ROLES)[kind]:
            yield each["id"], each["title"], [each["title"], *each.get("aliases", ())]
    yield from _ids(directory)


def _countries(directory: Path) -> Named:
    for each in _read(directory, PAY)["countries"]:
        yield each["code"].lower(), each["name"], [each["name"], *each.get("aliases", ())]
    yield "all", "all countries", ()


def _ladder(directory: Path) -> Named:
    for each in _read(directory, FRAMEWORKS)["levels"]:
        yield each["id"], each["text"], each.get("aliases", ())


def _levels(directory: Path) -> Named:
    """Yield the levels of the pay data, then the words for levels that frameworks have."""
    known = _read(directory, PAY)["levels"]
    for each in known:
        yield each["id"], each["title"], [each["title"]]
    yield "all", "all levels", ()
    if (directory / FRAMEWORKS.file).exists():
        own = {each["id"] for each in known}
        for id_, text, names in _ladder(directory):
            yield "" if id_ in own else id_, text, names


def _years(directory: Path) -> Named:
    found = sorted({cell["year"] for cell in _read(directory, PAY)["cells"]} - {None})
    yield from ((f"{year:d}", "", ()) for year in found)
    yield "all", "all years", ()


def hire_answers(question: str) -> Complete:
    """Return what completes the answers to a question that is asked of who hires."""

    def read(directory: Path) -> Named:
        for each in _read(directory, HIRE)["questions"]:
            if each["id"] == question:
                yield from ((own["id"], own["text"], ()) for own in each["answers"])

    return _offering(read)


roles = _offering(_jobs, inside=True)
aspects = _of(ROLES, "aspects")
categories = _of(ROLES, "categories")
stages = _of(ROLES, "stages", ("outside", "outside the lifecycle"))
ids = _offering(_ids)
evidence = _offering(_evidence)
frameworks = _of(FRAMEWORKS, "frameworks")
halves = _of(QUESTIONNAIRE, "halves")
countries = _offering(_countries)
ladder = _offering(_ladder)
levels = _offering(_levels)
years = _offering(_years)


def sections(incomplete: str) -> list[str]:
    """Return the sections of a profile that begin with what has been typed."""
    from mlroles.roles.sections import SECTIONS

    wanted = incomplete.casefold()
    begun = [section for section in SECTIONS if section.startswith(wanted)]
    return [incomplete + section[len(incomplete) :] for section in begun]


def schemas(incomplete: str) -> list[str]:
    """Return the names of the published schemas that begin with what has been typed."""
    names = (*(part.file for part in PARTS), *RESULTS)
    return [name for name in names if name.startswith(incomplete)]


def folders(incomplete: str) -> list[str]:
    """Return the folders whose path begins with what has been typed, and no files."""
    from shlex import quote

    head, _, begun = incomplete.rpartition("/")
    above = f"{head}/" if "/" in incomplete else ""
    try:
        with os.scandir(above or ".") as found:
            names = sorted(each.name for each in found if each.is_dir())
    except (OSError, ValueError):
        return []
    shown = [name for name in names if name.startswith(begun) and (begun or name[0] != ".")]
    return [f"{above}{name}/" for name in shown if quote(name) == name]
