"""Loading a catalogue that may be wrong."""

from pathlib import Path

import pytest

from mlroles.errors import DataError, ExitCode
from mlroles.roles.load import load_catalogue
from tests.catalogues import bakery, write


def test_sound_catalogue_is_loaded(bakery_directory: Path) -> None:
    """A catalogue knows the folder it comes from, and its roles in order."""
    catalogue = load_catalogue(bakery_directory)
    assert catalogue.directory == bakery_directory
    assert [role.id for role in catalogue.roles] == ["baker", "bread-seller"]


def test_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """Where there is nothing, the error names the folder and says what to check."""
    with pytest.raises(DataError) as caught:
        load_catalogue(tmp_path / "nowhere")
    assert caught.value.message == f"Cannot read {tmp_path / 'nowhere'}."
    assert caught.value.hint == "Check the folder that --data or MLROLES_DATA names."
    assert caught.value.exit_code is ExitCode.COULD_NOT


@pytest.mark.parametrize(("count", "words"), [(1, "1 problem."), (2, "2 problems.")])
def test_error_counts_the_problems(tmp_path: Path, count: int, words: str) -> None:
    """What does not hold between the parts is refused on load, with every problem."""
    files = bakery()
    for number in range(count):
        files["roles.json"]["skills"][number]["category"] = "nothing"
    with pytest.raises(DataError) as caught:
        load_catalogue(write(tmp_path, files))
    assert caught.value.message == f"The catalogue cannot be used: {words}"
    assert len(caught.value.problems) == count
