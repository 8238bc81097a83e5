"""What is wrong in a file of points for adverts is told with its place."""

from functools import partial
from pathlib import Path
from typing import Any

import pytest

from mlroles.adverts.check import adverts_problems
from mlroles.parts import neighbours
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from tests.adverts import adverts_file, bakery_adverts
from tests.bakehouse import whole_bakery
from tests.catalogues import write

CUE = bakery_adverts()["cues"][1]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"source": "steel"}, "$.source: there is no source “steel”"),
        ({"roles": ["baker", "smith"]}, "$.roles[1]: there is no role “smith”"),
        ({"roles": ["baker", "baker"]}, "“baker” stands twice"),
        ({"start": [1]}, "$.start: 1 numbers (2 of them)"),
        (
            {"jobs": [{"title": "Smith", "job": "smith", "adverts": 1}]},
            "$.jobs[0].job: there is no",
        ),
        ({"cues": [CUE, CUE]}, "“says-oven” stands twice"),
        ({"cues": [{**CUE, "words": "hot ovens"}]}, "$.cues[0].words: “hot ovens” is never found"),
        ({"cues": [{**CUE, "points": [1]}]}, "$.cues[0].points: 1 numbers (2 of them)"),
    ],
)
def test_problem(tmp_path: Path, changes: dict[str, Any], problem: str) -> None:
    """A spoilt file is told of with the place and what is expected."""
    found = _problems(tmp_path, changes)
    assert any(problem in each for each in found), found


def test_sound_file(tmp_path: Path) -> None:
    """Nothing is told of a file in which all holds."""
    assert _problems(tmp_path, {}) == []


def _problems(folder: Path, changes: dict[str, Any]) -> list[str]:
    catalogue = load_catalogue(
        write(folder, whole_bakery()), partial(Catalogue, read_neighbours=neighbours)
    )
    given = {"source": next(iter(catalogue.source)), "roles": [*catalogue.role_index], **changes}
    return [
        f"{each.path}: {each.message} ({each.expected})"
        for each in adverts_problems(adverts_file(**given), catalogue)
    ]
