"""The bakery, loaded."""

from dataclasses import replace

import pytest

from mlroles.parts import neighbours
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from tests.bakehouse import bakery_neighbours
from tests.catalogues import bakery, write


@pytest.fixture(scope="session")
def bakehouse(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Return the catalogue of a bakery."""
    return load_catalogue(write(tmp_path_factory.mktemp("bakehouse"), bakery()))


@pytest.fixture(scope="session")
def village(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Return the catalogue of a bakery with jobs beside it."""
    files = {**bakery(), "neighbours.json": bakery_neighbours()}
    found = load_catalogue(write(tmp_path_factory.mktemp("village"), files))
    return replace(found, read_neighbours=neighbours)
