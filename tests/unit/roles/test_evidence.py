"""What something measured says of a role."""

from typing import Any

import pytest

from mlroles.roles.evidence import Count, Evidence, MeasuredRow, measured_rows


def evidence(about: str, role: str, *aspects: str) -> Evidence:
    """Return a figure about a role."""
    settings: dict[str, Any] = {
        "statistic": "share",
        "value": 0.5,
        "unit": "of the bakers",
        "low": 0.4,
        "high": 0.6,
        "spread": "95 % interval",
        "counts": (Count(100, "baker"),),
        "population": "France",
        "year": 2031,
        "source": "crumb",
    }
    return Evidence(about, about.title(), role, aspects=aspects, **settings)


WAGE, SELLER_WAGE = evidence("wage", "baker", "pay"), evidence("wage", "seller", "pay")
NIGHTS, TOOLS = evidence("nights", "baker", "hours", "pay"), evidence("tools", "cook")
ALL = (WAGE, NIGHTS, SELLER_WAGE, TOOLS)


def test_each_thing_measured_is_a_row() -> None:
    """A row has a cell for each role in the order asked for, None where nothing is measured."""
    assert measured_rows(ALL, ("seller", "baker")) == (
        MeasuredRow("wage", "Wage", (SELLER_WAGE, WAGE)),
        MeasuredRow("nights", "Nights", (None, NIGHTS)),
    )


@pytest.mark.parametrize(
    ("aspects", "about"),
    [
        ((), ["wage", "nights", "tools"]),
        (("pay",), ["wage", "nights"]),
        (("hours", "heat"), ["nights"]),
        (("heat",), []),
    ],
)
def test_only_what_stands_beside_an_aspect_is_kept(
    aspects: tuple[str, ...], about: list[str]
) -> None:
    """Where aspects are asked for, figures that stand beside none of them are left out."""
    rows = measured_rows(ALL, ("baker", "seller", "cook"), frozenset(aspects))
    assert [row.about for row in rows] == about


def test_nothing_measured_is_no_row() -> None:
    """Without figures about the roles there are no rows."""
    assert measured_rows((), ("baker",)) == measured_rows(ALL, ("waiter",)) == ()
