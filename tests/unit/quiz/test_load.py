"""Reading ``questionnaire.json``."""

import json
from pathlib import Path
from typing import Any

import pytest

from mlroles.errors import DataError, UnknownNameError
from mlroles.quiz.load import find_halves, load_questionnaire
from mlroles.quiz.models import Questionnaire
from mlroles.roles.catalogue import Catalogue


def test_a_right_file_is_read(
    tmp_path: Path, catalogue: Catalogue, document: dict[str, Any], questionnaire: Questionnaire
) -> None:
    """The file in the catalogue's directory becomes a questionnaire."""
    (tmp_path / "questionnaire.json").write_text(json.dumps(document), encoding="utf-8")

    assert load_questionnaire(tmp_path, catalogue) == questionnaire


def test_a_missing_file_is_told_with_a_hint(tmp_path: Path, catalogue: Catalogue) -> None:
    """A catalogue without a questionnaire says so, and what can be done."""
    with pytest.raises(DataError, match="no questionnaire") as caught:
        load_questionnaire(tmp_path, catalogue)

    assert "questionnaire.json" in caught.value.hint
    assert [problem.file for problem in caught.value.problems] == ["questionnaire.json"]


@pytest.mark.parametrize("text", ["", "[]", "{", '{"id": "a", "id": "b"}', '{"id": NaN}'])
def test_a_broken_file_is_a_data_error(tmp_path: Path, catalogue: Catalogue, text: str) -> None:
    """What is not JSON, or not a questionnaire, is a DataError with its problems."""
    (tmp_path / "questionnaire.json").write_text(text, encoding="utf-8")

    with pytest.raises(DataError) as caught:
        load_questionnaire(tmp_path, catalogue)

    assert caught.value.problems


def test_a_directory_in_its_place_is_a_data_error(tmp_path: Path, catalogue: Catalogue) -> None:
    """A directory where the file should be is a DataError."""
    (tmp_path / "questionnaire.json").mkdir()

    with pytest.raises(DataError):
        load_questionnaire(tmp_path, catalogue)


def test_every_reference_is_checked(
    tmp_path: Path, catalogue: Catalogue, document: dict[str, Any]
) -> None:
    """Claims that do not exist are all named."""
    for question in document["questions"]:
        question["answers"][0]["claims"] = ["book-9"]
    (tmp_path / "questionnaire.json").write_text(json.dumps(document), encoding="utf-8")

    with pytest.raises(DataError) as caught:
        load_questionnaire(tmp_path, catalogue)

    assert [problem.path for problem in caught.value.problems] == [
        f"$.questions[{number}].answers[0].claims[0]" for number in range(3)
    ]


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
    with pytest.raises(UnknownNameError, match="There is no half 'dreams'") as caught:
        find_halves(whole, ["does", "dreams"])

    assert "likes" in caught.value.hint
