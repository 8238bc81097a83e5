"""Choosing the country, the year and the level of experience that is shown."""

import pytest

from mlroles.errors import UnknownNameError
from mlroles.pay.models import PayFile
from mlroles.pay.places import By, Choice, Place, choose, find_country


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
    assert find_country(pay.countries, typed).code == code


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
        find_country(pay.countries, typed)
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


def test_a_name_of_two_countries_is_told(pay: PayFile) -> None:
    """A code that is another country's other name fits more than one, and is refused."""
    first, second, *_ = pay.countries
    both = (first, second.model_copy(update={"aliases": ("FR",)}))
    with pytest.raises(UnknownNameError, match="“fr” fits more than one country") as caught:
        find_country(both, "fr")
    assert caught.value.hint == "Did you mean France or United Kingdom?"
