"""The advice that is shipped, that of the bakery, and the bakery itself with every file."""

from dataclasses import replace
from pathlib import Path

import pytest

from mlroles.hire.models import HireFile
from mlroles.parts import HIRE, neighbours, quoted, title_reader
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from tests.bakehouse import whole_bakery
from tests.catalogues import write
from tests.hiring import hire_file


@pytest.fixture(scope="session")
def advice(shipped: Catalogue) -> HireFile:
    """Return the advice that is shipped."""
    return HIRE.load(shipped)


@pytest.fixture(scope="session")
def bakers() -> HireFile:
    """Return the advice of the bakery."""
    return hire_file()


@pytest.fixture(scope="session")
def bakehouse(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Return the bakery with the jobs beside its roles and with titles."""
    folder: Path = write(tmp_path_factory.mktemp("bakehouse"), whole_bakery())
    return replace(
        load_catalogue(folder),
        quote=quoted,
        read_neighbours=neighbours,
        title_reader=title_reader,
    )
