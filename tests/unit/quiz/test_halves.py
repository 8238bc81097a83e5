"""Finding the halves of a questionnaire by name."""

import pytest

from mlroles.errors import UnknownNameError
from mlroles.quiz.halves import find_halves
from mlroles.quiz.models import Questionnaire


@pytest.mark.parametrize(
    ("names", "halves"),
    [
        (None, ()),
        ([], ()),
        (["does"], ("does",)),
        (["What you LIKE"], ("likes",)),
        (["does", "likes", "does"], ("does", "likes")),
    ],
)
def test_halves_are_found_by_name(
    whole: Questionnaire, names: list[str] | None, halves: tuple[str, ...]
) -> None:
    """A half is found by its id or its title, and each counts once."""
    assert find_halves(whole, names) == halves


def test_an_unknown_half_is_told(whole: Questionnaire) -> None:
    """A name that no half has is told with those there are."""
    with pytest.raises(UnknownNameError, match="There is no half “dreams”") as caught:
        find_halves(whole, ["does", "dreams"])

    assert "likes" in caught.value.hint
