"""What every test shares: an environment without preferences, and the catalogues."""

import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import settings

from mlroles.locations import data_directory
from mlroles.parts import neighbours, quoted, title_reader
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from tests.catalogues import bakery, write

settings.register_profile("suite", deadline=None, max_examples=50)
settings.load_profile("suite")  # how long a test takes is for benchmarks/ to say


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-golden``, which writes the expected screens anew."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew")


@pytest.fixture(autouse=True)
def no_preferences(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away every variable through which a person tells the program what they like."""
    for name in tuple(os.environ):
        if name.startswith(("MLROLES_", "_MLROLES_")) or name in {"NO_COLOR", "FORCE_COLOR"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("PAGER", "cat")  # nobody sits before a test to leave another


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    """Return the catalogue that mlroles ships, with what its files measure."""
    return replace(
        load_catalogue(data_directory()),
        quote=quoted,
        read_neighbours=neighbours,
        title_reader=title_reader,
    )


@pytest.fixture
def bakery_directory(tmp_path: Path) -> Path:
    """Return a folder with the catalogue of a bakery, which a test may spoil."""
    return write(tmp_path / "bakery", bakery())
