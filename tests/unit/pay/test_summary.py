"""What adverts offer at one place."""

from typing import Any

import pytest

from mlroles.pay.models import PayFile
from mlroles.pay.places import By, Choice, Place, choose
from mlroles.pay.summary import PaySummary, summarise
from mlroles.roles.catalogue import Catalogue


def counts(result: PaySummary) -> list[tuple[str, str | None, int, int]]:
    """Return role, group and counts of each row."""
    return [(row.role, row.group, row.adverts, row.bands) for row in result.rows]


def test_a_place_is_summarised(pay: PayFile, catalogue: Catalogue) -> None:
    """Each role has its counts and figures, and the figures of other sources stand beside."""
    result = summarise(catalogue, pay, catalogue.roles, Choice(Place("FR", 2031, None)))
    assert counts(result) == [("baker", None, 40, 20), ("bread-seller", None, 24, 12)]
    assert result.rows[0].mid == (20_000, 30_000, 40_000, 50_000, 60_000)
    assert (result.country, result.experience) == ("France", None)
    assert [(each.role, each.amount, each.currency) for each in result.stated] == [
        ("baker", 20, "EUR")
    ]
    assert result.mapping.id == "usual"


@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (
            "title",
            [
                ("bread-seller", "seller", 24, 12),
                ("baker", "baker", 30, 15),
                ("baker", "bread-artist", 22, 11),
            ],
        ),
        (
            "experience",
            [
                ("bread-seller", "new", 2, 1),
                ("baker", "new", 16, 8),
                ("bread-seller", "old", 22, 11),
                ("baker", "old", 24, 12),
            ],
        ),
        (
            "country",
            [("bread-seller", "FR", 24, 12), ("baker", "FR", 40, 20), ("baker", "GB", 2, 1)],
        ),
        (
            "year",
            [
                ("baker", "2030", 22, 11),
                ("bread-seller", "2031", 24, 12),
                ("baker", "2031", 40, 20),
            ],
        ),
    ],
)
def test_rows_are_divided(by: By, expected: Any, pay: PayFile, catalogue: Catalogue) -> None:
    """Rows stand in the order of the roles asked for within the order of the file."""
    choice = choose(pay, "", "", "", by)
    assert counts(summarise(catalogue, pay, catalogue.roles[::-1], choice)) == expected


def test_titles_say_whether_they_count(pay: PayFile, catalogue: Catalogue) -> None:
    """A title says why it counts as the role, or why not; one of another role is left out."""
    choice = Choice(Place("FR", 2031, None), "title")
    rows = summarise(catalogue, pay, catalogue.roles[:1], choice).rows
    assert [(row.title, row.counted, row.reason) for row in rows] == [
        ("Baker", True, "The name."),
        ("Bread Artist", False, "Some bake, some sell."),
    ]


def test_titles_without_adverts_are_left_out(pay: PayFile, catalogue: Catalogue) -> None:
    """A title that nobody advertised at a place has no row."""
    choice = Choice(Place("GB", 2031, None), "title")
    assert summarise(catalogue, pay, catalogue.roles, choice).rows == ()


@pytest.mark.parametrize(
    ("place", "widened", "found"),
    [
        (Place("FR", 2031, "new"), ("experience",), Place("FR", 2031, None)),
        (Place("GB", 2031, None), ("country",), Place(None, 2031, None)),
        (Place("GB", 2030, "old"), ("experience", "year", "country"), Place(None, None, None)),
    ],
)
def test_the_nearest_with_enough_is_found(
    place: Place, widened: Any, found: Place, pay: PayFile, catalogue: Catalogue
) -> None:
    """Where there are too few bands, as little as possible is given up."""
    (row,) = summarise(catalogue, pay, catalogue.roles[:1], Choice(place)).rows
    assert row.mid is None
    assert row.nearest
    assert (row.nearest.widened, row.nearest.place) == (widened, found)
    assert row.nearest.median > 0


def test_nothing_may_be_near(pay: PayFile, catalogue: Catalogue) -> None:
    """Where no wider place has enough either, none is offered."""
    (row,) = summarise(catalogue, pay, catalogue.roles[1:], Choice(Place("GB", 2030, None))).rows
    assert (row.adverts, row.bands, row.mid, row.nearest) == (0, 0, None, None)


def test_differences_are_given_within_one_place(pay: PayFile, catalogue: Catalogue) -> None:
    """Within one country, year and level the difference stands, whichever role is named first."""
    old = Choice(Place("FR", 2031, "old"))
    for roles, expected in (
        (catalogue.roles, ("baker", "bread-seller", 9_000, -1_000, 19_000)),
        (catalogue.roles[::-1], ("bread-seller", "baker", -9_000, -19_000, 1_000)),
    ):
        result = summarise(catalogue, pay, roles, old)
        (found,) = result.differences
        assert (found.first, found.second, found.difference, found.low, found.high) == expected
        assert result.no_difference == ""


def test_why_there_is_no_difference(pay: PayFile, catalogue: Catalogue) -> None:
    """Elsewhere it is said why no difference is given; one role alone has none to give."""
    mixed = summarise(catalogue, pay, catalogue.roles, Choice(Place("FR", 2031, None)))
    assert "one country, one year and one level" in mixed.no_difference
    divided = Choice(Place("FR", 2031, "old"), "title")
    assert summarise(catalogue, pay, catalogue.roles, divided).no_difference == mixed.no_difference
    few = summarise(catalogue, pay, catalogue.roles, Choice(Place("FR", 2031, "new")))
    assert "too few" in few.no_difference
    alone = summarise(catalogue, pay, catalogue.roles[:1], Choice(Place("FR", 2031, None)))
    assert (alone.differences, alone.no_difference) == ((), "")
