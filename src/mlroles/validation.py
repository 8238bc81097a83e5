"""Checking a folder as a catalogue: every file, every problem, at once."""

import os
from dataclasses import dataclass
from pathlib import Path

from mlroles.datafile.read import read_file
from mlroles.errors import DataError, Problem
from mlroles.parts import PARTS, ROLES, SOURCES
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.check import catalogue_problems, uncited_problems
from mlroles.roles.models import RolesFile, SourcesFile


@dataclass(frozen=True)
class CheckReport:
    """What was checked and what is wrong; ``problems`` is empty where nothing is."""

    directory: str
    files: tuple[str, ...]
    problems: tuple[Problem, ...]


def check_directory(directory: Path) -> CheckReport:
    """Return every problem of the catalogue in ``directory``.

    What holds between files can be told only where each file is sound in itself.
    """
    problems: list[Problem] = []
    # A link to nothing is a problem too.
    there = [part for part in PARTS if part.needed or os.path.lexists(directory / part.file)]
    values: dict[str, object] = {}
    for part in there:
        try:
            values[part.file] = read_file(directory / part.file, part.model)
        except DataError as error:
            problems.extend(error.problems)
    sources, roles = values.get(SOURCES.file), values.get(ROLES.file)
    if isinstance(sources, SourcesFile) and isinstance(roles, RolesFile):
        catalogue = Catalogue(directory, sources, roles)
        problems += catalogue_problems(catalogue)
        for part in there:
            if part.file in values:
                problems += part.problems(values[part.file], catalogue)
        if not problems:
            problems += uncited_problems(catalogue)
    return CheckReport(str(directory), tuple(part.file for part in there), tuple(problems))
