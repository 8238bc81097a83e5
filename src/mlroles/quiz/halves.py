"""Finding the halves of a questionnaire by name."""

from collections.abc import Sequence

from mlroles.quiz.models import Questionnaire
from mlroles.roles.find import find_by_title


def find_halves(questionnaire: Questionnaire, names: Sequence[str] | None) -> tuple[str, ...]:
    """Return the ids of the halves that ``names`` mean; raises UnknownNameError."""
    titles = [(half.id, half.title) for half in questionnaire.halves]
    return tuple(dict.fromkeys(find_by_title(titles, name, "half") for name in names or ()))
