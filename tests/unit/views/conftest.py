"""The bakery, loaded."""

import pytest

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from tests.catalogues import bakery, write


@pytest.fixture(scope="session")
def bakehouse(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Return the catalogue of a bakery."""
    return load_catalogue(write(tmp_path_factory.mktemp("bakehouse"), bakery()))
