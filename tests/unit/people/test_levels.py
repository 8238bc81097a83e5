"""The words for how well somebody can do something."""

from pathlib import Path

import pytest

from mlroles.errors import UsageError
from mlroles.people.levels import Levels, load_levels, said
from mlroles.roles.catalogue import Catalogue


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("0", 0), ("none", 0), ("No", 0), ("not at all", 0), ("4", 4), ("5", None), ("²", None),
        ("can use it", 2), ("well", 3), ("Lead", 4), ("know", 1), ("use", None), ("", None),
        ("expert", None), ("9" * 99, None),
    ],
)  # fmt: skip
def test_a_level_by_number_or_word(levels: Levels, text: str, level: int | None) -> None:
    """A level is meant by its number, its name, or a word that stands in one name alone."""
    assert levels.read(text) == level


def test_words_in_what_is_typed(shipped: Catalogue, levels: Levels) -> None:
    """Skills are given with words as with numbers; what is neither is refused."""
    typed = ["python=lead,docker=none", "sql"]
    assert said(shipped, levels, typed) == {"python": 4, "docker": 0, "sql": levels.usual}
    with pytest.raises(UsageError, match="no word for one") as error:
        said(shipped, levels, ["python=expert"])
    assert error.value.hint.startswith("0 not at all, 1 know of it")


def test_a_catalogue_without_levels(levels: Levels, bakery_directory: Path) -> None:
    """A catalogue that says nothing of levels goes by the words that come along."""
    assert load_levels(bakery_directory) == levels


def test_a_level_of_another_scale(levels: Levels) -> None:
    """A level above the highest is told by its number."""
    assert levels.title(9) == "level 9"
    assert levels.title(0) == "not at all"
