"""The bakery, loaded, and its wages."""

import json

import pytest

from mlroles.pay.models import PayFile
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
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
