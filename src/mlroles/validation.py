"""Checking a folder as a catalogue: every file, every problem, at once."""

import os
from dataclasses import dataclass
from pathlib import Path

from mlroles.errors import DataError, Problem
from mlroles.pay.check import pay_problems
from mlroles.pay.models import PayFile
from mlroles.quiz.check import questionnaire_problems
from mlroles.quiz.models import Questionnaire
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.check import catalogue_problems, uncited_problems
from mlroles.roles.load import M, read_file
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
    ``questionnaire.json`` and ``pay.json`` may be absent.
    """
    problems: list[Problem] = []

    def read(name: str, model: type[M]) -> M | None:
        try:
            return read_file(directory / name, model)
        except DataError as error:
            problems.extend(error.problems)
            return None

    files = ["sources.json", "roles.json"]
    sources, roles = read(files[0], SourcesFile), read(files[1], RolesFile)

    def read_optional(name: str, model: type[M]) -> M | None:
        if not os.path.lexists(directory / name):  # a link to nothing is a problem too
            return None
        files.append(name)
        return read(name, model)

    questionnaire = read_optional("questionnaire.json", Questionnaire)
    pay = read_optional("pay.json", PayFile)
    if sources and roles:
        catalogue = Catalogue(directory, sources, roles)
        problems += catalogue_problems(catalogue)
        if questionnaire:
            problems += questionnaire_problems(questionnaire, catalogue)
        if pay:
            problems += pay_problems(pay, catalogue)
        if not problems:
            problems += uncited_problems(catalogue)
    return CheckReport(str(directory), tuple(files), tuple(problems))
