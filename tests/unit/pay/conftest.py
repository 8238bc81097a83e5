"""The bakery with its pay data."""

import json
from pathlib import Path

import pytest

from mlroles.pay.models import PayFile
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from tests.catalogues import bakery, write
from tests.pay import Pay, bakery_pay


@pytest.fixture
def document() -> Pay:
    """Return the pay file as JSON holds it, for a test to spoil."""
    return bakery_pay()


@pytest.fixture
def pay(document: Pay) -> PayFile:
    """Return the pay file of the bakery."""
    return PayFile.model_validate_json(json.dumps(document))


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Return the catalogue of the bakery, in a folder with pay data."""
    return load_catalogue(write(tmp_path, {**bakery(), "pay.json": bakery_pay()}))
