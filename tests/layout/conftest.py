"""Screens of the bakery: small enough to stand in the tests that hold them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bakehouse import whole_bakery
from tests.catalogues import write
from tests.running import output

Screen = Callable[..., str]
"""Takes a command's words and, by name, the number of ``columns``; returns what it writes."""


@pytest.fixture(scope="session")
def bakery_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the bakery and every file that a catalogue may have."""
    return write(tmp_path_factory.mktemp("bakery"), whole_bakery())


@pytest.fixture
def screen(bakery_folder: Path) -> Screen:
    """Return what runs a command on the bakery.

    The environment names the folder, so that the commands on the screen do not repeat it.
    """
    chosen = {"MLROLES_DATA": str(bakery_folder)}

    def shown(*words: str, columns: int = 80, environment: dict[str, str] | None = None) -> str:
        return output(*words, columns=columns, environment={**chosen, **(environment or {})})

    return shown
