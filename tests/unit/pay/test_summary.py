"""Choosing what is shown of advertised pay."""

from typing import Any

import pytest

from mlroles.errors import UnknownNameError
from mlroles.pay import summary
from mlroles.pay.models import PayFile
from mlroles.pay.summary import By, Choice, Place, choose, summarise
from mlroles.roles.catalogue import Catalogue


def counts(result: summary.PaySummary) -> list[tuple[str, str | None, int, int]]:
    """Return role, group and counts of each row."""
    return [(row.role, row.group, row.adverts, row.bands) for row in result.rows]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("US", "US"),
        ("us", "US"),
        ("usa", "US"),
        ("U.S.A.", "US"),
        ("united states", "US"),
        ("United-States", "US"),
        ("united k", "GB"),
        ("UK", "GB"),
        ("l'hex", "FR"),
        (" France ", "FR"),
    ],
)
def test_countries_are_found_by_whatever_they_are_called(
    typed: str, code: str, pay: PayFile
) -> None:
    """A country is found by its code, its name, another name, or how one begins."""
    assert summary.find_country(pay.countries, typed).code == code


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("united", "Did you mean United Kingdom or United States?"),
        ("Frence", "Did you mean France?"),
        ("Atlantis", "'mlroles pay --by country' lists them."),
        ("", "'mlroles pay --by country' lists them."),
    ],
)
def test_unknown_countries_are_told_with_likely_ones(typed: str, advice: str, pay: PayFile) -> None:
    """What is no country, or several, is an error that says what may have been meant."""
    with pytest.raises(UnknownNameError) as caught:
        summary.find_country(pay.countries, typed)
    assert advice in caught.value.hint


def test_unknown_years_and_levels_are_told(pay: PayFile) -> None:
    """A year without adverts and an unknown level are errors that name the right ones."""
    with pytest.raises(UnknownNameError) as year:
        choose(pay, "", "1999", "", None)
    assert year.value.hint == "There are: 2030, 2031."
    with pytest.raises(UnknownNameError) as level:
        choose(pay, "", "", "ancient", None)
    assert level.value.hint == "There are: new, old."


@pytest.mark.parametrize(
    ("words", "by", "expected"),
    [
        (("", "", ""), None, Choice(Place("FR", 2031, None), None, ("country", "year"))),
        (("uk", "2030", "old hand"), None, Choice(Place("GB", 2030, "old"))),
        (("all", "ALL", "all"), "title", Choice(Place(None, None, None), "title")),
        (("", "", ""), "country", Choice(Place(None, 2031, None), "country", ("year",))),
        (("fr", "", ""), "year", Choice(Place("FR", None, None), "year")),
    ],
)
def test_words_become_a_choice(
    words: tuple[str, str, str], by: By | None, expected: Choice, pay: PayFile
) -> None:
    """An empty word is the default, "all" is all, and what divides is not narrowed."""
    assert choose(pay, *words, by) == expected


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


def test_order_is_counted_over_the_readings(pay: PayFile, catalogue: Catalogue) -> None:
    """Ties count for neither role, readings without both medians not at all."""
    result = summary.sensitivity(pay, catalogue.roles)
    every, new, old = result.levels
    (pair,) = every.pairs
    assert (pair.first_higher, pair.second_higher, pair.readings) == (1, 1, 3)
    assert not pair.holds
    assert not every.holds
    assert [[each.role for each in reading.ranking] for reading in every.readings] == [
        ["baker", "bread-seller"],
        ["baker", "bread-seller"],
        ["bread-seller", "baker"],
        ["baker", "bread-seller"],
    ]
    assert (new.experience, new.readings, new.holds) == ("new", (), False)
    assert old.title == "Old hand"
    assert (result.country, result.year) == ("France", 2031)


def test_an_order_may_hold(pay: PayFile, catalogue: Catalogue) -> None:
    """An order holds where the same role is higher in every reading that has both."""
    kept = pay.model_copy(update={"sensitivity": pay.sensitivity[:1]})
    (level,) = summary.sensitivity(kept, catalogue.roles, "all").levels
    assert level.pairs[0].holds
    assert level.holds


def test_sensitivity_of_one_level_or_one_role(pay: PayFile, catalogue: Catalogue) -> None:
    """One level can be asked for; a single role has no order that could hold."""
    (level,) = summary.sensitivity(pay, catalogue.roles[:1], "old").levels
    assert (level.experience, level.pairs, level.holds) == ("old", (), False)
