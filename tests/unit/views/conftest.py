"""The bakery, loaded, and its wages."""

import json
from dataclasses import replace

import pytest

from mlroles.parts import neighbours
from mlroles.pay.models import PayFile
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from tests.bakehouse import whole_bakery
from tests.catalogues import bakery, write
from tests.pay import bakery_pay


@pytest.fixture(scope="session")
def bakehouse(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Return the catalogue of a bakery."""
    return load_catalogue(write(tmp_path_factory.mktemp("bakehouse"), bakery()))


@pytest.fixture(scope="session")
def wages() -> PayFile:
    """Return the pay data of the bakery."""
    return PayFile.model_validate_json(json.dumps(bakery_pay()))


@pytest.fixture(scope="session")
def village(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    """Return the bakery with the jobs beside it."""
    folder = write(tmp_path_factory.mktemp("village"), whole_bakery())
    return replace(load_catalogue(folder), read_neighbours=neighbours)
