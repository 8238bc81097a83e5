"""Where the data lie."""

from pathlib import Path

import pytest

from mlroles import locations
from mlroles.errors import DataError


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of a package that is installed nowhere near any data."""
    folder = tmp_path / "src" / "mlroles"
    folder.mkdir(parents=True)
    monkeypatch.setattr(locations, "__file__", str(folder / "locations.py"))
    return folder


def test_checkout_s_data_are_found(package: Path) -> None:
    """Beside ``src/``, as in a checkout, the data are found."""
    data = package.parents[1] / "data"
    data.mkdir()
    (data / "roles.json").touch()
    assert locations.data_directory() == data


def test_package_s_own_data_come_first(package: Path) -> None:
    """Inside the package, as in a wheel, the data win over a folder that happens to lie about."""
    for data in (package / "data", package.parents[1] / "data"):
        data.mkdir()
        (data / "roles.json").touch()
    assert locations.data_directory() == package / "data"


def test_missing_data_are_told_with_both_places(package: Path) -> None:
    """Where there is no catalogue, the error names the places and the way out."""
    with pytest.raises(DataError) as caught:
        locations.data_directory()
    assert str(package / "data") in caught.value.message
    assert str(package.parents[1] / "data") in caught.value.message
    assert "--data DIR" in caught.value.hint


def test_missing_data_are_no_traceback(package: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A broken installation is a sentence and exit 1."""
    from mlroles.__main__ import main

    assert package.is_dir()
    assert main(["list"]) == 1
    assert capsys.readouterr().err.startswith("Error: The catalogue is in neither ")
