"""Checking a folder as a catalogue: every file, every problem, at once."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mlroles.datafile.format import format_file
from mlroles.datafile.read import MOST_PROBLEMS, read_file
from mlroles.errors import DataError, Problem
from mlroles.parts import NEIGHBOURS, PARTS, ROLES, SOURCES
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.check import catalogue_problems, uncited_problems
from mlroles.roles.models import NeighboursFile, RolesFile, SourcesFile


@dataclass(frozen=True)
class CheckReport:
    """What was checked, and what is wrong."""

    directory: str
    """The folder that was checked."""
    files: tuple[str, ...]
    """The files that were checked."""
    problems: tuple[Problem, ...]
    """The first of the problems found."""
    count: int
    """How many problems there are in all."""


def lay_out(directory: Path) -> tuple[str, ...]:
    """Give each file that people edit the one layout; return the names of those that changed.

    Raises DataError where a file is no JSON, MlrolesError where it cannot be written.
    """
    paths = (directory / part.file for part in PARTS if part.by_hand)
    return tuple(path.name for path in paths if path.exists() and format_file(path))


def check_directory(directory: Path) -> CheckReport:
    """Return every problem of the catalogue in ``directory``.

    What holds between files can be told only where each file is sound in itself.
    """
    problems: list[Problem] = []
    count = 0

    def add(found: Iterable[Problem]) -> None:
        nonlocal count
        for each in found:
            count += 1
            if len(problems) < MOST_PROBLEMS:
                problems.append(each)

    # A link to nothing is a problem too.
    there = [part for part in PARTS if part.needed or os.path.lexists(directory / part.file)]
    values: dict[str, object] = {}
    for part in there:
        try:
            values[part.file] = read_file(directory / part.file, part.model)
        except DataError as error:
            add(error.problems)
            count += error.count - len(error.problems)
    sources, roles = values.get(SOURCES.file), values.get(ROLES.file)
    if isinstance(sources, SourcesFile) and isinstance(roles, RolesFile):
        beside = values.get(NEIGHBOURS.file)
        jobs = beside.neighbours if isinstance(beside, NeighboursFile) else ()
        catalogue = Catalogue(directory, sources, roles, read_neighbours=lambda _: jobs)
        add(catalogue_problems(catalogue))
        for part in there:
            if part.file in values:
                add(part.problems(values[part.file], catalogue))
        if not problems:
            add(uncited_problems(catalogue))
    return CheckReport(str(directory), tuple(part.file for part in there), tuple(problems), count)
