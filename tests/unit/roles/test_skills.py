"""The matrix of skills."""

from typing import Any

import pytest

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.skills import skill_matrix


def skills(catalogue: Catalogue, **wanted: Any) -> list[str]:
    """Return the ids of the skills in the matrix of all roles."""
    matrix = skill_matrix(catalogue, catalogue.roles, **wanted)
    return [row.skill for group in matrix.groups for row in group.rows]


def test_skills_stand_by_category_with_a_level_per_role(bakehouse: Catalogue) -> None:
    """Each skill has a cell per role, empty where it is not named for it."""
    matrix = skill_matrix(bakehouse, bakehouse.roles)
    assert [group.category for group in matrix.groups] == ["craft", "trade"]
    assert matrix.scale == ("none", "some", "much")
    (kneading,) = matrix.groups[0].rows
    assert kneading.aliases == ("pounding",)
    assert [cell and (cell.level, cell.text) for cell in kneading.cells] == [(2, "By hand"), None]
    assert [cell and cell.text for cell in matrix.groups[1].rows[0].cells] == ["Counting"] * 2


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["kneading", "counting", "greeting"]),
        ({"spread": "shared"}, ["counting"]),
        ({"spread": "unique"}, ["kneading", "greeting"]),
        ({"categories": ["trade"]}, ["counting", "greeting"]),
        ({"search": "POUND"}, ["kneading"]),
        ({"search": "trade"}, ["counting", "greeting"]),
        ({"search": "Greet"}, ["greeting"]),
        ({"search": "nothing like it"}, []),
        ({"search": "kneading", "categories": ["craft"], "spread": "unique"}, ["kneading"]),
    ],
)
def test_skills_are_kept_by_what_is_asked_for(
    bakehouse: Catalogue, wanted: dict[str, Any], found: list[str]
) -> None:
    """Categories, spread over the roles, and a text in title, alias, id or category choose rows."""
    assert skills(bakehouse, **wanted) == found


def test_skill_of_no_role_asked_for_is_left_out(bakehouse: Catalogue) -> None:
    """A skill that only other roles have is no row."""
    matrix = skill_matrix(bakehouse, bakehouse.roles[1:])
    assert [row.skill for group in matrix.groups for row in group.rows] == ["counting", "greeting"]
