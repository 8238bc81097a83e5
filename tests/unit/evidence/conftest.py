"""The bakery with its evidence."""

import json
from pathlib import Path

import pytest

from mlroles.evidence.models import EvidenceFile
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from tests.catalogues import bakery, write
from tests.evidence import Evidence, bakery_evidence


@pytest.fixture
def document() -> Evidence:
    """Return the evidence file as JSON holds it, for a test to spoil."""
    return bakery_evidence()


@pytest.fixture
def evidence(document: Evidence) -> EvidenceFile:
    """Return the evidence file of the bakery."""
    return EvidenceFile.model_validate_json(json.dumps(document))


@pytest.fixture
def catalogue(tmp_path: Path) -> Catalogue:
    """Return the catalogue of the bakery."""
    return load_catalogue(write(tmp_path, bakery()))
