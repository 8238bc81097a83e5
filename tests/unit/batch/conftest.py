"""The kitchen's questionnaire, as fixtures."""

import pytest

from mlroles.quiz.models import Questionnaire
from mlroles.roles.catalogue import Catalogue
from tests import kitchen
from tests.kitchen import Json


@pytest.fixture
def catalogue() -> Catalogue:
    """Return three roles, three claims, and a dispute about the second claim."""
    return kitchen.kitchen(*kitchen.ROLES)


@pytest.fixture
def whole_document() -> Json:
    """Return a right questionnaire of two halves as JSON data, which a test may spoil."""
    return kitchen.two_halves()


@pytest.fixture
def whole(whole_document: Json) -> Questionnaire:
    """Return the questionnaire that ``whole_document`` describes."""
    return kitchen.questionnaire(whole_document)


@pytest.fixture
def open_document() -> Json:
    """Return one with jobs beside the roles as JSON data, which a test may spoil."""
    return kitchen.open_kitchen()


@pytest.fixture
def opened(open_document: Json) -> Questionnaire:
    """Return the questionnaire that ``open_document`` describes."""
    return kitchen.questionnaire(open_document)
