"""Wages of roles at a place, or by place."""

import json
from typing import Any

import pytest

from mlroles.errors import UnknownNameError, UsageError
from mlroles.roles.catalogue import Catalogue
from mlroles.wages.models import WagesFile
from mlroles.wages.summary import reviews, summarise_wages
from tests.wages import Json


def test_the_whole_country(file: WagesFile, catalogue: Catalogue) -> None:
    """Shown are the nearest code of each role, and all codes of a role that has no nearest."""
    result = summarise_wages(file, catalogue.roles)
    baker, seller = result.roles
    assert baker.nearest is not None
    assert (baker.nearest.soc, [code.soc for code in baker.also]) == ("51-3011", ["41-2031"])
    assert seller.nearest is None
    assert seller.no_code == "No code of its own."
    assert [each.soc for each in result.occupations] == ["51-3011", "41-2031"]
    bakers, sellers = result.occupations
    assert (bakers.nearest_to, bakers.holds_some) == (("baker",), ())
    assert (sellers.nearest_to, sellers.holds_some) == ((), ("baker", "bread-seller"))
    (row,) = bakers.rows
    assert (row.employees, row.amounts[2], row.error) == (700, 30000, 1.5)
    assert (result.place, result.first, result.last) == (None, 2030, 2040)
    assert bakers.outlook is not None
    assert bakers.outlook.change == -10


def test_a_role_with_a_nearest_code_is_not_shown_by_its_others(
    file: WagesFile, catalogue: Catalogue
) -> None:
    """The wages of codes that hold some of a role's people are not shown as the role's."""
    result = summarise_wages(file, catalogue.roles[:1])
    assert [each.soc for each in result.occupations] == ["51-3011"]


@pytest.mark.parametrize(
    ("asked", "place", "employees"),
    [
        ({"industry": "food"}, "Food", 300),
        ({"industry": "Bread makers"}, "Bread makers", None),
        ({"state": "RI"}, "Rise", 100),
        ({"state": "flat"}, "Flat", None),
    ],
)
def test_a_place(
    asked: dict[str, Any],
    place: str,
    employees: int | None,
    file: WagesFile,
    catalogue: Catalogue,
) -> None:
    """An industry or a state is found by id or title."""
    result = summarise_wages(file, catalogue.roles[:1], **asked)
    assert result.place == place
    assert result.occupations[0].rows[0].employees == employees


def test_what_is_not_published(file: WagesFile, catalogue: Catalogue) -> None:
    """A place without a cell is not published, which is not the same as not released."""
    result = summarise_wages(file, catalogue.roles[:1], by="industry")
    food, bread = result.occupations[0].rows
    assert (food.place, food.published) == ("Food", True)
    assert (bread.place, bread.published, bread.amounts) == ("Bread makers", False, (None,) * 5)


def test_states_come_by_employees(file: WagesFile, catalogue: Catalogue) -> None:
    """States stand with most employees first; those of unknown number last."""
    result = summarise_wages(file, catalogue.roles[:1], by="state")
    assert [row.place for row in result.occupations[0].rows] == ["Fall", "Rise", "Flat"]
    assert result.occupations[0].rows[2].at_least == (90,)


@pytest.mark.parametrize(
    "asked",
    [
        {"industry": "food", "state": "ri"},
        {"industry": "food", "by": "state"},
        {"state": "ri", "by": "industry"},
    ],
)
def test_places_are_not_crossed(
    asked: dict[str, Any], file: WagesFile, catalogue: Catalogue
) -> None:
    """More than one of industry, state and division is wrong use: the source has no such figure."""
    with pytest.raises(UsageError):
        summarise_wages(file, catalogue.roles, **asked)


def test_an_unknown_place_is_told(file: WagesFile, catalogue: Catalogue) -> None:
    """An unknown state is an error that lists those there are."""
    with pytest.raises(UnknownNameError):
        summarise_wages(file, catalogue.roles, state="Crust")


def test_without_projections_and_codes(document: Json, catalogue: Catalogue) -> None:
    """A file may lack projections, and may not name a role at all."""
    document.update(projections=None, no_code=[])
    document["occupations"][1]["roles"].pop()
    file = WagesFile.model_validate_json(json.dumps(document))
    result = summarise_wages(file, catalogue.roles)
    assert (result.projections, result.occupations[0].outlook) == (None, None)
    seller = result.roles[1]
    assert (seller.nearest, seller.also, seller.no_code) == (None, (), None)


def test_how_old_wages_are(document: Json, file: WagesFile) -> None:
    """The sources of wages and projections have a day; without projections only the wages' has."""
    assert file.projections is not None
    later = (file.projections.source, file.projections.review_by)
    assert reviews(file) == ((file.source, file.review_by), later)
    document["projections"] = None
    only = WagesFile.model_validate_json(json.dumps(document))
    assert reviews(only) == ((file.source, file.review_by),)
