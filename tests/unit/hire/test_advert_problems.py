"""What must hold in ``advert_rules.json``."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from mlroles.hire.advert_models import AdvertRulesFile
from mlroles.hire.advert_problems import advert_rules_problems
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from tests.advert_rules import bakery_advert_rules
from tests.bakehouse import whole_bakery
from tests.catalogues import write


@pytest.fixture
def bakery_shop(tmp_path: Path) -> Catalogue:
    """Return the bakery with every file."""
    return load_catalogue(write(tmp_path, whole_bakery()))


def told(document: Any, catalogue: Catalogue) -> list[str]:
    """Return the problems of a document."""
    file = AdvertRulesFile.model_validate_json(json.dumps(document))
    return [f"{each.path}: {each.message}" for each in advert_rules_problems(file, catalogue)]


def test_sound_file_has_no_problems(bakery_shop: Catalogue) -> None:
    """The rules of the bakery hold."""
    assert told(bakery_advert_rules(), bakery_shop) == []


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (
            lambda d: d["draft"]["duties"].append(d["draft"]["duties"][0]),
            "$.draft.duties[2].responsibility: “mix” stands twice",
        ),
        (
            lambda d: d["draft"]["duties"][0].update(responsibility="sweep"),
            "$.draft.duties[0].responsibility: there is no responsibility “sweep”",
        ),
        (
            lambda d: d["draft"]["roles"][0].update(role="cook"),
            "$.draft.roles[0].role: there is no role “cook”",
        ),
        (
            lambda d: d["draft"]["skills"][0].update(skill="frying"),
            "$.draft.skills[0].skill: there is no skill “frying”",
        ),
        (
            lambda d: d["draft"].update(basic_level=3),
            "$.draft.basic_level: there is no level 3",
        ),
        (
            lambda d: d["kinds"][0].update(references=["gossip"]),
            "$.kinds[0].references[0]: there is no reference “gossip”",
        ),
        (
            lambda d: d["coded"].update(left_out=["sour*"]),
            "$.coded.left_out[0]: there is no coded word “sour*”",
        ),
        (lambda d: d["tools"].append(d["tools"][0]), "$.tools[1].id: “mixer” stands twice"),
    ],
)
def test_problem(spoil: Callable[[Any], object], problem: str, bakery_shop: Catalogue) -> None:
    """What does not hold is told with its place."""
    document = bakery_advert_rules()
    spoil(document)
    assert told(document, bakery_shop) == [problem]
