"""Catalogues to spoil, small ones and the shipped one, and reading one file as the program does."""

import json
import random
from functools import cache
from pathlib import Path

from fuzzing.spoil import spoil
from mlroles.datafile.model import Model
from mlroles.datafile.read import parse, refuse
from mlroles.locations import data_directory
from mlroles.parts import PARTS, ROLES, SOURCES, Part
from mlroles.quiz.models import Questionnaire
from mlroles.render.plain import to_plain
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.check import catalogue_problems, uncited_problems
from mlroles.roles.compare import compare
from mlroles.roles.models import RolesFile, SourcesFile
from mlroles.views.compare import view
from tests.catalogues import bakery, drawn
from tests.kitchen import ROLES as COOKS
from tests.kitchen import kitchen, two_halves
from tests.pay import bakery_pay

Files = dict[str, bytes]
"""The files of a catalogue by name."""

FOLDER = Path("catalogue")
"""Where the files would lie; nothing is written there."""

OFTEN = 40
"""One case in so many spoils a file of the shipped catalogue, which takes longer."""


@cache
def shipped_files() -> Files:
    """Return the catalogue that mlroles ships."""
    return {part.file: (data_directory() / part.file).read_bytes() for part in PARTS}


@cache
def small_files() -> tuple[Files, ...]:
    """Return sound catalogues of a few roles: one with pay, one with a questionnaire, others."""
    cooks = kitchen(*COOKS)
    with_quiz = {
        SOURCES.file: cooks.sources.model_dump_json(),
        ROLES.file: cooks.file.model_dump_json(),
        "questionnaire.json": json.dumps(two_halves()),
    }
    with_pay = {**bakery(), "pay.json": bakery_pay()}
    others = [drawn(seed) for seed in range(40)]
    return (
        {name: text.encode() for name, text in with_quiz.items()},
        *(
            {name: json.dumps(document).encode() for name, document in files.items()}
            for files in (with_pay, *others)
        ),
    )


@cache
def questionnaire() -> Questionnaire:
    """Return the shipped questionnaire."""
    return Questionnaire.model_validate_json(shipped_files()["questionnaire.json"])


def draw_files(chance: random.Random) -> Files:
    """Return the files of some sound catalogue."""
    if chance.random() < 1 / OFTEN:
        return shipped_files()
    quiz, pay, *others = small_files()
    return chance.choice((quiz, quiz, pay, pay, chance.choice(others)))


def draw_spoilt(chance: random.Random) -> tuple[Files, str]:
    """Return the files of a catalogue of which one is spoilt, and which."""
    files = draw_files(chance)
    name = chance.choice(list(files))
    return {**files, name: spoil(files[name], chance)}, name


@cache
def _sound(data: bytes, part: "Part[Model]") -> Model:
    return parse(data, FOLDER / part.file, part.model)


def read_catalogue(files: Files, spoilt: str) -> bool:
    """Read a catalogue as the program does; raises MlrolesError where it is wrong."""
    values = {
        part.file: parse(files[part.file], FOLDER / part.file, part.model)
        if part.file == spoilt
        else _sound(files[part.file], part)
        for part in PARTS
        if part.file in files
    }
    sources, roles = values[SOURCES.file], values[ROLES.file]
    assert isinstance(sources, SourcesFile)  # noqa: S101 - for the types
    assert isinstance(roles, RolesFile)  # noqa: S101
    catalogue = Catalogue(FOLDER, sources, roles)
    refuse(FOLDER, catalogue_problems(catalogue))
    for part in PARTS:
        if part.file in values:
            refuse(FOLDER, part.problems(values[part.file], catalogue))
    list(uncited_problems(catalogue))
    if spoilt in {SOURCES.file, ROLES.file}:
        to_plain(view(compare(catalogue, catalogue.roles), catalogue))
    return True
