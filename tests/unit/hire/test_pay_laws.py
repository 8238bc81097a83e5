"""Laws that require adverts to state pay."""

import pytest

from mlroles.hire.advert_models import AdvertRulesFile, PayLaw
from mlroles.hire.pay_laws import laws_at
from mlroles.locations import data_directory
from tests.advert_rules import advert_rules

SHIPPED = AdvertRulesFile.model_validate_json(
    (data_directory() / "advert_rules.json").read_bytes()
).pay_laws.laws


@pytest.mark.parametrize(
    ("place", "laws"),
    [
        ("Denver, CO", ["us-colorado"]),
        ("remote within colorado", ["us-colorado"]),
        ("New York, NY or Seattle, WA", ["us-washington", "us-new-york"]),
        ("Vienna, Austria", ["at-austria"]),
        ("Toronto, ON", ["ca-ontario"]),
        ("Smith & Co, London", []),
        ("Houston, TX", []),
        ("Coloradoan", []),
        ("", []),
    ],
)
def test_place(place: str, laws: list[str]) -> None:
    """A law is known by the name of its place, a town in it, or its code after a comma."""
    assert [each.id for each in laws_at(SHIPPED, place)] == laws


def test_place_without_a_code() -> None:
    """A place that has no code is known by its name alone."""
    (law,) = advert_rules().pay_laws.laws
    bare = PayLaw.model_validate({**law.model_dump(), "codes": ()})
    assert laws_at([bare], "Crust, CB") == (bare,)
    assert laws_at([bare], "Flour, CB") == ()
