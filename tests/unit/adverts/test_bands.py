"""Where the pay of an advert stands among the bands of such adverts."""

import json
from dataclasses import replace
from typing import Any

import pytest

from mlroles.adverts.bands import Why, beside
from mlroles.adverts.terms.found import Level, Pay, Place, Terms
from mlroles.pay.models import PayFile
from tests.pay import bakery_pay
from tests.unit.views.test_advert import AT, SILENT

PAY = Pay(
    **AT, low=40000, high=46000, currency="EUR", currency_named=True, period="year", basis=None
)
TERMS = replace(
    SILENT,
    pay=PAY,
    level=Level(**AT, level="senior", where="title"),
    place=Place(**{**AT, "words": "Lyon, France"}),
)


def laid(terms: Terms, role: str | None = "baker", level: str | None = "old") -> Any:
    """Return where the pay of an advert stands in the bakery, whose word for its level is given."""
    file = PayFile.model_validate_json(json.dumps(bakery_pay()))
    return beside(file, role, terms, lambda _: level)


def test_among_the_bands() -> None:
    """The middle of the advert's pay stands among the bands of its role, country and level."""
    bands = laid(TERMS).bands
    assert (bands.role, bands.country, bands.level, bands.year) == ("baker", "FR", "old", 2031)
    assert (bands.middle, bands.above) == (43000, 25)
    assert (bands.low, bands.median, bands.high, bands.bands) == (30000, 50000, 70000, 12)


@pytest.mark.parametrize(
    ("ends", "middle", "above"),
    [((None, 30000), 30000, 10), ((20000, None), 20000, 0), ((90000, 90000), 90000, 90)],
)
def test_one_end(ends: tuple[int | None, int | None], middle: int, above: int) -> None:
    """Where only one end is named it is the middle; the highest percentile reached is said."""
    pay = replace(PAY, low=ends[0], high=ends[1])
    bands = laid(replace(TERMS, pay=pay)).bands
    assert (bands.middle, bands.above) == (middle, above)


@pytest.mark.parametrize(
    ("terms", "role", "level", "why"),
    [
        (TERMS, None, "old", "not-one-role"),
        (replace(TERMS, pay=replace(PAY, period="hour")), "baker", "old", "not-a-year"),
        (replace(TERMS, pay=replace(PAY, currency="USD")), "baker", "old", "other-currency"),
        (replace(TERMS, place=None), "baker", "old", "no-place"),
        (replace(TERMS, place=Place(**AT)), "baker", "old", "no-place"),
        (replace(TERMS, level=None), "baker", "old", "no-level"),
        (TERMS, "baker", None, "no-level"),
        (TERMS, "baker", "new", "too-few-adverts"),
    ],
)
def test_why_not(terms: Terms, role: str | None, level: str | None, why: Why) -> None:
    """Unless role, country and level are the same, nothing is laid beside it, and why is said."""
    found = laid(terms, role, level)
    assert (found.bands, found.why_not) == (None, why)


def test_no_pay() -> None:
    """Where no pay is named there is nothing to lay beside."""
    assert laid(SILENT) is None
