"""Files of a person, right and wrong: resumes, exports of LinkedIn, CVs, and profiles."""

import datetime as dt
import json
import random
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from fuzzing.spoil import NUMBERS, ODD, TEXTS, spoil, spoil_bytes
from mlroles.documents.read import text_of
from mlroles.errors import MlrolesError
from mlroles.locations import data_directory
from mlroles.parts import mention_finder
from mlroles.people.keeping import written
from mlroles.people.levels import Levels, load_levels
from mlroles.people.models import Found, HeldJob, KnownSkill, Profile
from mlroles.people.report import person
from mlroles.people.sources.collect import Finder
from mlroles.people.sources.read import read_data
from mlroles.people.store import ProfileStore, parse_profile
from mlroles.render.machine import to_json
from mlroles.render.plain import to_plain
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from mlroles.text import clean
from mlroles.views.profile import view
from tests.unit.documents.files import archive

DAY = dt.date(2031, 5, 1)
BEFORE = Profile().saying({"python": 3, "docker": 0, "no-such-skill": 1}, DAY)
"""What was known before a file is read; none of it may be lost."""

WORDS = (
    "Python", "SQL", "Docker, Kubernetes", "CI/CD", "R", "C++", "no Terraform", "Cooking",
    "Built models with scikit-learn\nand PyTorch", "", "Name: Julia", *TEXTS,
)  # fmt: skip


def _text(data: bytes, name: str) -> str:
    return text_of(data, name).text


@cache
def _read_once() -> tuple[Catalogue, Finder, Levels]:
    catalogue = load_catalogue(data_directory())
    return catalogue, mention_finder(catalogue), load_levels(catalogue.directory)


def _texts(chance: random.Random, most: int = 4) -> list[Any]:
    odd: tuple[Any, ...] = (*WORDS, *WORDS, *ODD, *NUMBERS)
    return [chance.choice(odd) for _ in range(chance.randint(0, most))]


def _resume(chance: random.Random) -> bytes:
    def entry(*keys: str) -> dict[str, Any]:
        lists = {"keywords", "highlights", "positions"}
        return {
            key: _texts(chance) if key in lists else chance.choice((*WORDS, "2021-05", 2021, None))
            for key in keys
            if chance.random() < 3 / 4
        }

    resume = {
        "basics": entry("name", "image", "summary"),
        "skills": [entry("name", "level", "keywords") for _ in range(chance.randint(0, 4))],
        chance.choice(("work", "experience", "Jobs")): [
            entry("position", "startDate", "endDate", "summary", "highlights", "positions")
            for _ in range(chance.randint(0, 3))
        ],
        "projects": [entry("keywords", "description") for _ in range(chance.randint(0, 2))],
    }
    data = json.dumps({"resume": resume} if chance.random() < 1 / 5 else resume).encode()
    return spoil(data, chance) if chance.random() < 3 / 4 else data


def _rows(chance: random.Random, *headings: str) -> bytes:
    lines = [",".join(headings)]
    for _ in range(chance.randint(0, 6)):
        cells = [str(each).replace('"', "") for each in _texts(chance, len(headings) + 1)]
        lines.append(",".join(f'"{each}"' for each in cells))
    data = "\n".join(lines).encode(errors="replace")
    return spoil_bytes(data, chance) if chance.random() < 1 / 2 else data


def _skills(chance: random.Random) -> bytes:
    return _rows(chance, "Name")


def _positions(chance: random.Random) -> bytes:
    return _rows(chance, "Company Name", "Title", "Description", "Started On", "Finished On")


def _zip(chance: random.Random) -> bytes:
    parts = {"Skills.csv": _skills(chance)}
    parts[chance.choice(("a/Positions.csv", "../Positions.csv"))] = _positions(chance)
    if chance.random() < 1 / 10:
        parts["b/skills.csv"] = bytes(6_000_000)
    data = archive(parts)
    return spoil_bytes(data, chance) if chance.random() < 2 / 3 else data


def _cv(chance: random.Random) -> bytes:
    text = "\n".join(str(each)[:6000] for each in _texts(chance, 20))
    data = text.encode(errors="replace")
    return spoil_bytes(data, chance) if chance.random() < 1 / 2 else data


FILES: dict[str, Callable[[random.Random], bytes]] = {
    "resume.json": _resume,
    "Skills.csv": _skills,
    "Positions.csv": _positions,
    "export.zip": _zip,
    "cv.txt": _cv,
    "cv.md": _cv,
}


def draw_file(chance: random.Random) -> tuple[str, bytes]:
    """Return the name of a file of a person, and what is in it, mostly spoilt."""
    name = chance.choice(list(FILES))
    return name, FILES[name](chance)


def read_file(file: tuple[str, bytes]) -> bool:
    """Read a file into a profile and show it; nothing unclean is kept, and nothing is lost."""
    name, data = file
    catalogue, finder, _ = _read_once()
    found = read_data(data, name, catalogue, finder, _text)
    profile = BEFORE.finding(found.skills, found.jobs)
    if profile.levels != BEFORE.levels:
        raise AssertionError("a file has changed what the person said")
    kept = [
        *(text for each in found.skills.values() for text in (each.place, each.words, each.stated)),
        *(text for each in found.jobs for text in (each.title, each.start, each.end)),
        *found.others,
    ]
    if unclean := [each for each in kept if each and clean(each) != each]:
        raise AssertionError(f"what a terminal acts on is kept: {unclean[0]!a}")
    if not {*found.skills} <= {*catalogue.skills}:
        raise AssertionError("a skill is found that the catalogue does not have")
    if parse_profile(written(profile), "again") != profile:
        raise AssertionError("a profile that is written is not read as it was")
    _show(profile)
    return True


def _show(profile: Profile) -> None:
    catalogue, _, levels = _read_once()
    result = person(catalogue, levels, profile)
    for full in (False, True):
        to_plain(view(result, catalogue, full=full))
    to_json("person", result)


def draw_profile(chance: random.Random) -> bytes:
    """Return a profile that was exported, mostly spoilt."""
    skills = {
        key: KnownSkill(
            level=chance.choice((None, 0, 2, 9)),
            said=chance.choice((None, DAY)),
            found=(Found(file="cv.txt", place="line 1", words="x", stated=None),)
            * chance.randint(0, 1),
        )
        for key in chance.sample(("python", "docker", "baking", "r", "sql"), 3)
    }
    jobs = (HeldJob(title="Data Analyst", start="2021-05"),) * chance.randint(0, 2)
    data = written(Profile(skills=skills, jobs=jobs))
    return spoil(data, chance) if chance.random() < 3 / 4 else data


def read_profile(data: bytes) -> bool:
    """Import a profile beside one that is kept; whatever comes of it, that one is not lost."""
    with tempfile.TemporaryDirectory() as folder:
        store = ProfileStore(Path(folder))
        store.change(lambda _: BEFORE)
        try:
            profile = parse_profile(data, "mine.json")
            joined = store.change(lambda now: now.joined(profile))
        except MlrolesError:
            if store.load() != BEFORE:
                raise AssertionError("a profile that is refused has changed what is kept") from None
            raise
        if store.load() != joined or not {*BEFORE.levels} <= {*joined.levels}:
            raise AssertionError("an import has lost what was kept")
        if parse_profile(written(joined), "again") != joined:
            raise AssertionError("a profile that is written is not read as it was")
        _show(joined)
    return True


def read_kept(data: bytes) -> bool:
    """Go on from a file that is kept; one that cannot be understood is put aside whole."""
    with tempfile.TemporaryDirectory() as folder:
        store = ProfileStore(Path(folder))
        (Path(folder) / store.name).write_bytes(data)
        store.change(lambda now: now.saying({"python": 1}, DAY))
        if store.load().levels.get("python") != 1:
            raise AssertionError("what is said is not kept")
        aside = [each.read_bytes() for each in Path(folder).glob("*.broken")]
        if aside not in ([], [data]):
            raise AssertionError("what could not be understood is lost")
        if aside:
            raise MlrolesError("It was put aside.")
    return True
