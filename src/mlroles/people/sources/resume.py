"""JSON Resume (https://jsonresume.org/schema, 1.0) and the common variants of it.

Read are the skills, and of work and projects the titles, dates, tools and what is told of them.
``basics`` is not read: it holds the name, the picture, the place. Nor are employers, education and
languages.
"""

from collections.abc import Iterator

from mlroles.datafile.strictjson import JsonError, decode, loads
from mlroles.errors import MlrolesError
from mlroles.people.sources.collect import Collector
from mlroles.people.sources.dates import read_date
from mlroles.text import quoted

MOST = 1_000
"""Entries of a list that are read."""

WRAPPERS = ("resume", "cv", "data")
SKILLS = ("skills", "skill", "technicalskills")
WORK = ("work", "experience", "workexperience", "employment", "positions", "jobs")
PROJECTS = ("projects",)
NAME = ("name", "skill", "title", "label", "category")
LEVEL = ("level", "proficiency", "rating")
KEYWORDS = ("keywords", "technologies", "tools", "stack", "techstack", "skills", "items")
TITLE = ("position", "title", "jobtitle", "role")
STARTED = ("startdate", "start", "from", "startedon")
ENDED = ("enddate", "end", "to", "finishedon")
TOLD = ("summary", "description", "highlights", "responsibilities", "achievements")
INNER = ("positions", "roles")
"""The keys of the schema and of its variants, in small letters without what joins their words."""


def is_resume(data: bytes) -> bool:
    """Say whether a file is JSON, by how it begins."""
    return data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] in {b"{", b"["}


def read_resume(data: bytes, collector: Collector) -> None:
    """Collect what a resume names; raises MlrolesError where it is none."""
    called = quoted(collector.file)
    try:
        root = loads(decode(data))
    except JsonError as error:
        raise MlrolesError(f"{called} cannot be read: {error.message}.", error.expected) from None
    if isinstance(root, dict) and root.get("format") == "mlroles/profile":
        raise MlrolesError(
            f"{called} is a profile that mlroles exported.",
            "Read it with --import in place of --from.",
        )
    for wrapper in WRAPPERS:
        inner = _of(root, (wrapper,))
        root = inner if isinstance(inner, dict) and not _of(root, SKILLS + WORK) else root
    skills, work, projects = (_of(root, keys) for keys in (SKILLS, WORK, PROJECTS))
    if not any(isinstance(each, dict | list | str) for each in (skills, work, projects)):
        raise MlrolesError(
            f"{called} has no skills and no work.",
            "A resume.json has them under “skills” and “work”, as https://jsonresume.org says.",
        )
    _skills(skills, collector)
    for place, entry in _entries(work, "work"):
        _job(entry, place, collector)
    for place, entry in _entries(projects, "projects"):
        _told(entry, place, collector)


def _skills(skills: object, collector: Collector) -> None:
    if isinstance(skills, str):
        collector.names(skills, "skills")
    elif isinstance(skills, dict):
        for key, value in [*skills.items()][:MOST]:
            for place, name in _texts(value, f"skills.{key}"):
                collector.names(name, place)
    else:
        for place, entry in _entries(skills, "skills"):
            _skill(entry, place, collector)


def _skill(entry: object, place: str, collector: Collector) -> None:
    level = _of(entry, LEVEL)
    stated = str(level) if isinstance(level, str | int | float) else None
    for at, name in _texts(entry if isinstance(entry, str) else _of(entry, NAME), place):
        collector.names(name, at, stated)
    for at, name in _texts(_of(entry, KEYWORDS), f"{place}.keywords"):
        collector.names(name, at, stated)


def _job(entry: object, place: str, collector: Collector, *, several: bool = True) -> None:
    """Take a job; ``several``: those that it holds of one employer as well."""
    title = _of(entry, TITLE)
    if isinstance(title, str):
        collector.job(title, read_date(_of(entry, STARTED)), read_date(_of(entry, ENDED)))
    _told(entry, place, collector)
    for at, inner in _entries(_of(entry, INNER) if several else None, f"{place}.positions"):
        _job(inner, at, collector, several=False)


def _told(entry: object, place: str, collector: Collector) -> None:
    for at, name in _texts(_of(entry, KEYWORDS), f"{place}.keywords"):
        collector.names(name, at)
    for key in TOLD:
        for at, text in _texts(_of(entry, (key,)), f"{place}.{key}"):
            collector.text(text, at)


def _of(entry: object, keys: tuple[str, ...]) -> object:
    """Return what an object has under the first of ``keys`` that it has; None where it has none."""
    if not isinstance(entry, dict):
        return None
    known = {_plain(key): value for key, value in reversed([*entry.items()][:MOST])}
    return next((known[key] for key in keys if known.get(key) is not None), None)


def _plain(key: str) -> str:
    return key.casefold().replace("_", "").replace("-", "").replace(" ", "")


def _entries(value: object, place: str) -> Iterator[tuple[str, object]]:
    """Yield each entry of a list with its place; what is no list is one entry."""
    if isinstance(value, list):
        yield from ((f"{place}[{number}]", each) for number, each in enumerate(value[:MOST]))
    elif value is not None:
        yield place, value


def _texts(value: object, place: str) -> Iterator[tuple[str, str]]:
    """Yield the texts of a value, a list or an object with a name."""
    for at, each in _entries(value, place):
        text = _of(each, NAME) if isinstance(each, dict) else each
        if isinstance(text, str):
            yield at, text
