"""Read ``questionnaire.json``."""

from collections.abc import Sequence
from pathlib import Path

from mlroles.errors import DataError, Problem
from mlroles.quiz.check import FILE, questionnaire_problems
from mlroles.quiz.models import Questionnaire
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.find import find_by_title
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


def find_halves(questionnaire: Questionnaire, names: Sequence[str] | None) -> tuple[str, ...]:
    """Return the ids of the halves that ``names`` mean; raises UnknownNameError."""
    titles = [(half.id, half.title) for half in questionnaire.halves]
    return tuple(dict.fromkeys(find_by_title(titles, name, "half") for name in names or ()))
