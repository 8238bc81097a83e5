"""Read ``questionnaire.json``."""

from pathlib import Path

from mlroles.errors import DataError, Problem
from mlroles.quiz.check import FILE, questionnaire_problems
from mlroles.quiz.models import Questionnaire
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import data_error, read_file


def load_questionnaire(directory: Path, catalogue: Catalogue) -> Questionnaire:
    """Return the questionnaire that lies in ``directory``, checked against ``catalogue``.

    DataError where it is missing, unreadable, or wrong; every problem is named.
    """
    path = directory / FILE
    if not path.exists():
        raise DataError(
            f"This catalogue has no questionnaire: there is no {path}.",
            f"Put a {FILE} there, or leave out --data and MLROLES_DATA to use the built-in one.",
            (Problem(FILE, "", "is missing"),),
        )
    questionnaire = read_file(path, Questionnaire)
    if problems := questionnaire_problems(questionnaire, catalogue):
        raise data_error(problems)
    return questionnaire
