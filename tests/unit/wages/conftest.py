"""The bakery with its official wages."""

import json
from pathlib import Path

import pytest

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from mlroles.wages.models import WagesFile
from tests.catalogues import bakery, write
from tests.wages import Json, bakery_wages


@pytest.fixture
def document() -> Json:
    """Return the wages file as JSON holds it, for a test to spoil."""
    return bakery_wages()


@pytest.fixture
def file(document: Json) -> WagesFile:
    """Return the wages of the bakery's country."""
    return WagesFile.model_validate_json(json.dumps(document))


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Return the catalogue of the bakery."""
    return load_catalogue(write(tmp_path, bakery()))
