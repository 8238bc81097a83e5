"""The matrix of skills."""

from typing import Any

import pytest

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.skill_use import SkillUse
from mlroles.roles.skills import SkillCell, skill_matrix
from tests.measured import BAKERY_SHARES, quoting, share


def skills(catalogue: Catalogue, **wanted: Any) -> list[str]:
    """Return the ids of the skills in the matrix of all roles."""
    matrix = skill_matrix(catalogue, catalogue.roles, **wanted)
    return [row.skill for group in matrix.groups for row in group.rows]


def test_skills_stand_by_category_with_a_level_per_role(bakehouse: Catalogue) -> None:
    """Each skill has a cell per role, and none where nothing is known of it there."""
    matrix = skill_matrix(bakehouse, bakehouse.roles)
    assert [group.category for group in matrix.groups] == ["craft", "trade"]
    assert matrix.scale == ("none", "some", "much")
    (kneading,) = matrix.groups[0].rows
    assert kneading.aliases == ("pounding",)
    named, silent = kneading.cells
    assert named
    assert named.cited
    assert (named.cited.level, named.cited.text, named.use) == (2, "By hand", SkillUse(2, ()))
    assert silent is None
    counting = matrix.groups[1].rows[0].cells
    assert [cell and cell.cited and cell.cited.text for cell in counting] == ["Counting"] * 2


def test_figures_stand_in_the_cells(bakehouse: Catalogue) -> None:
    """What is measured stands in the cell of its role, whether the skill is named or not."""
    matrix = skill_matrix(quoting(bakehouse, *BAKERY_SHARES), bakehouse.roles)
    (kneading,) = matrix.groups[0].rows
    assert [use.figures for use in kneading.uses] == [BAKERY_SHARES[:1], BAKERY_SHARES[1:2]]
    assert kneading.cells[1] == SkillCell(None, kneading.uses[1])


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, ["kneading", "counting", "greeting"]),
        ({"spread": "shared"}, ["counting"]),
        ({"spread": "unique"}, ["kneading"]),
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
    assert skills(quoting(bakehouse, *BAKERY_SHARES), **wanted) == found


def test_silence_makes_no_skill_unique(bakehouse: Catalogue) -> None:
    """Without figures no skill is said to belong to one role alone."""
    assert skills(bakehouse, spread="unique") == []


def test_skill_that_is_common_in_two_roles_is_shared(bakehouse: Catalogue) -> None:
    """A skill named for one role that half of another's people use is of both."""
    common = share("bread-seller", "kneading", 0.6, "common")
    assert skills(quoting(bakehouse, common), spread="shared") == ["kneading", "counting"]


def test_skill_of_which_nothing_is_known_is_left_out(bakehouse: Catalogue) -> None:
    """A skill neither named nor measured in a role asked for is no row; a figure is enough."""
    measured = quoting(bakehouse, *BAKERY_SHARES)
    everything = skill_matrix(measured, measured.roles[1:])
    assert everything.groups[0].rows[0].skill == "kneading"
    matrix = skill_matrix(bakehouse, bakehouse.roles[1:])
    assert [row.skill for group in matrix.groups for row in group.rows] == ["counting", "greeting"]
