"""The bakery with its frameworks."""

import json
from pathlib import Path

import pytest

from mlroles.frameworks.models import FrameworksFile
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from tests.catalogues import bakery, write
from tests.frameworks import Json, bakery_frameworks


@pytest.fixture
def document() -> Json:
    """Return the frameworks file as JSON holds it, for a test to spoil."""
    return bakery_frameworks()


@pytest.fixture
def file(document: Json) -> FrameworksFile:
    """Return the frameworks of the bakery."""
    return FrameworksFile.model_validate_json(json.dumps(document))


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Return the catalogue of the bakery."""
    return load_catalogue(write(tmp_path, bakery()))
