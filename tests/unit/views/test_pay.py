"""The screens of advertised pay."""

import json
from dataclasses import replace

import pytest

from mlroles.pay.models import PayFile
from mlroles.pay.places import By, Choice, Dimension, Place
from mlroles.pay.summary import PaySummary, summarise
from mlroles.render.document import (
    Document,
    Fields,
    Group,
    Items,
    Phrase,
    Range,
    Ranges,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.views.pay import view
from mlroles.wages.models import WagesFile
from mlroles.wages.summary import summarise_wages
from tests.unit.views.blocks import all_of, headings, one_of, paragraphs, suggested, words
from tests.wages import bakery_wages


def summed(
    bakehouse: Catalogue,
    wages: PayFile,
    *place: str | int | None,
    by: By | None = None,
    roles: int = 2,
) -> PaySummary:
    """Return the summary of the first roles at a place."""
    country, year, experience = (*place, None, None, None)[:3]
    where = Place(country, year, experience)  # type: ignore[arg-type]
    return summarise(bakehouse, wages, bakehouse.roles[:roles], Choice(where, by))


def ranges(document: Document) -> list[tuple[str, str]]:
    """Return labels and notes of the ranges; a group has no note."""
    return [
        (words(item.label), words(item.note)) if isinstance(item, Range) else (words(item.text), "")
        for item in one_of(document, Ranges).items
    ]


def test_every_figure_has_its_counts(bakehouse: Catalogue, wages: PayFile) -> None:
    """Each range stands with the number of adverts and of distinct bands, in thousands."""
    document = view(summed(bakehouse, wages, "FR", 2031), bakehouse)
    assert ranges(document) == [
        ("Baker", "40 adverts, 20 distinct bands"),
        ("Seller", "24 adverts, 12 distinct bands"),
    ]
    (first, _) = one_of(document, Ranges).items
    assert isinstance(first, Range)
    assert first.percentiles == (20, 30, 40, 50, 60)
    assert first.label == Phrase("Baker", role=0, strong=True)


def test_stated_figures_stand_apart_with_their_caveat(bakehouse: Catalogue, wages: PayFile) -> None:
    """A source's own figure is said in words and never drawn on the scale of the bands."""
    foreign = wages.model_copy(update={"currency": "USD"})
    for result in (
        summed(bakehouse, wages, "FR", 2031),
        summed(bakehouse, foreign, "FR", 2031),
        summed(bakehouse, wages, "GB", 2031),
        summed(bakehouse, wages, "FR", 2031, by="title"),
    ):
        document = view(result, bakehouse, full=True)
        assert "What other sources state" in headings(document)
        ((label, said),) = all_of(document, Fields)[0].items
        assert (words(label), words(said)) == ("Baker", "Little; another basis, not comparable")
        assert isinstance(said, Phrase)
        assert said.notes


def test_without_stated_figures_there_is_no_such_part(bakehouse: Catalogue, wages: PayFile) -> None:
    """Where no source states an amount, nothing is said of other sources."""
    result = replace(summed(bakehouse, wages, "FR", 2031), stated=())
    assert "What other sources state" not in headings(view(result, bakehouse, full=True))


@pytest.mark.parametrize(
    ("place", "by", "title"),
    [
        (("FR", 2031), None, "France, 2031, all levels of experience"),
        (("GB", 2031, "old"), None, "United Kingdom, 2031, level Old hand"),
        ((None, None), None, "all countries, all years, all levels of experience"),
        (("FR", 2031), "experience", "France, 2031, by level of experience"),
        (("FR", None), "year", "France, by year, all levels of experience"),
        ((None, 2031), "country", "by country, 2031, all levels of experience"),
        (("FR", 2031), "title", "France, 2031, all levels of experience, by title"),
    ],
)
def test_the_title_says_where(
    place: tuple[str | int | None, ...],
    by: By | None,
    title: str,
    bakehouse: Catalogue,
    wages: PayFile,
) -> None:
    """The screen's title names country, year and level, and what they are divided by."""
    document = view(summed(bakehouse, wages, *place, by=by), bakehouse)
    assert headings(document)[0] == f"Wages in adverts: {title}"


def test_defaults_are_said(bakehouse: Catalogue, wages: PayFile) -> None:
    """Where a person named no country or year, the screen says that one was chosen."""
    result = summed(bakehouse, wages, "FR", 2031)
    assert "most adverts" not in paragraphs(view(result, bakehouse))
    left = replace(result, defaults=("country", "year"))
    said = "The country and the year are those with most adverts."
    assert said in paragraphs(view(left, bakehouse))
    one = replace(result, defaults=("year",))
    assert "The year is that with most adverts." in paragraphs(view(one, bakehouse))


def test_what_a_word_was_taken_for(bakehouse: Catalogue, wages: PayFile) -> None:
    """A word that stands for a level of the adverts is said beside that level."""
    result = replace(summed(bakehouse, wages, "GB", 2031, "old"), asked="lead")
    title = "Wages in adverts: United Kingdom, 2031, level Old hand (taken for “lead”)"
    assert headings(view(result, bakehouse))[0] == title


def test_the_first_screen_is_short(bakehouse: Catalogue, wages: PayFile) -> None:
    """First stand the figures with what they are not; the rest comes by asking."""
    result = summed(bakehouse, wages, "FR", 2031)
    short = view(result, bakehouse)
    assert headings(short) == headings(view(result, bakehouse, full=True))[:1]
    assert one_of(short, Fields).items == (("Limits", Phrase("Not what they pay.", notes=(1,))),)


@pytest.mark.parametrize(
    ("shown", "typed"),
    [
        ((("FR", 2031), None, 2, ("country", "year")), "pay --full"),
        ((("FR", 2031), None, 1, ("country",)), "pay baker --year 2031 --full"),
        (((None, None), None, 2, ()), "pay --country all --year all --full"),
        ((("GB", 2031, "old"), None, 2, ()), "pay --country GB --year 2031 --level old --full"),
        (((None, 2031), "country", 2, ()), "pay --year 2031 --by country --full"),
        ((("FR", None), "year", 2, ("country",)), "pay --by year --full"),
    ],
)
def test_the_rest_comes_by_asking(
    shown: tuple[tuple[str | int | None, ...], By | None, int, tuple[Dimension, ...]],
    typed: str,
    bakehouse: Catalogue,
    wages: PayFile,
) -> None:
    """The command for the rest is about the same roles at the same place."""
    place, by, roles, defaults = shown
    result = replace(summed(bakehouse, wages, *place, by=by, roles=roles), defaults=defaults)
    assert f"mlroles {typed}" in suggested(view(result, bakehouse))


def test_groups_name_what_divides(bakehouse: Catalogue, wages: PayFile) -> None:
    """Several roles stand below each group; a role alone is labelled by the groups."""
    several = view(summed(bakehouse, wages, "FR", 2031, by="experience"), bakehouse)
    assert [label for label, _ in ranges(several)] == ["Old hand", "Baker", "Seller"]
    alone = view(summed(bakehouse, wages, "FR", None, by="year", roles=1), bakehouse)
    assert [label for label, _ in ranges(alone)] == ["2030", "2031"]


def test_titles_stand_below_their_role(bakehouse: Catalogue, wages: PayFile) -> None:
    """Titles are grouped by role, and one that does not count says why."""
    document = view(summed(bakehouse, wages, "FR", 2031, by="title"), bakehouse)
    assert ranges(document) == [
        ("Baker", ""),
        ("Baker", "30 adverts, 15 distinct bands"),
        (
            "Bread Artist",
            "22 adverts, 11 distinct bands; not counted as the role: Some bake, some sell.",
        ),
        ("Seller", ""),
        ("Seller", "24 adverts, 12 distinct bands"),
    ]
    assert isinstance(one_of(document, Ranges).items[0], Group)


def test_too_few_offer_the_nearest(bakehouse: Catalogue, wages: PayFile) -> None:
    """Too few bands are told with their counts, and the nearest place with the way to it."""
    document = view(summed(bakehouse, wages, "FR", 2031, "new"), bakehouse)
    offered = (
        "The nearest with enough is all levels of experience: median {} ({} adverts, "
        "{} distinct bands), mlroles pay {} --country FR --year 2031"
    )
    assert not all_of(document, Ranges)
    assert "too few distinct bands" in paragraphs(document)
    assert all_of(document, Items)[0].items == (
        (
            "Baker: 16 adverts, 8 distinct bands.",
            offered.format(40, 40, 20, "baker"),
        ),
        (
            "Seller: 2 adverts, 1 distinct band.",
            offered.format(30, 24, 12, "bread-seller"),
        ),
    )
    assert suggested(document)[0] == "mlroles pay baker --country FR --year 2031"


def test_the_offer_keeps_the_level(bakehouse: Catalogue, wages: PayFile) -> None:
    """What need not be given up stays in the command that is offered."""
    cells = (*wages.cells, wages.cells[4].model_copy(update={"country": None}))
    wider = wages.model_copy(update={"cells": cells})
    document = view(summed(bakehouse, wider, "GB", 2031, "old", roles=1), bakehouse)
    assert suggested(document)[0] == (
        "mlroles pay baker --country all --year 2031 --experience old"
    )


def test_nothing_near_is_said(bakehouse: Catalogue, wages: PayFile) -> None:
    """Where no wider place has enough, the screen says so."""
    document = view(summed(bakehouse, wages, "GB", 2030), bakehouse)
    assert all_of(document, Items)[0].items[1] == (
        "Seller: 0 adverts, 0 distinct bands.",
        "Nothing wider has enough either.",
    )


def test_too_few_of_a_group(bakehouse: Catalogue, wages: PayFile) -> None:
    """Groups with too few bands are listed with the counts of each role."""
    several = view(summed(bakehouse, wages, "FR", 2031, by="experience"), bakehouse)
    assert all_of(several, Items)[0].items == (
        "New: Baker 16 adverts, 8 distinct bands; Seller 2 adverts, 1 distinct band",
    )
    alone = view(summed(bakehouse, wages, None, 2031, by="country", roles=1), bakehouse)
    assert all_of(alone, Items)[0].items == ("United Kingdom: 2 adverts, 1 distinct band",)


def test_differences_are_said_with_their_interval(bakehouse: Catalogue, wages: PayFile) -> None:
    """The higher role comes first, and an interval that holds 0 is said to leave it open."""
    old = Choice(Place("FR", 2031, "old"))
    sure = wages.model_copy(
        update={"differences": (wages.differences[0].model_copy(update={"low": 1_000}),)}
    )
    opened = "Baker above Seller by 9,000 EUR (from −1,000 to 19,000: unsure)"
    closed = "Baker above Seller by 9,000 EUR (from 1,000 to 19,000)"
    for file, roles, said in (
        (wages, bakehouse.roles, opened),
        (wages, bakehouse.roles[::-1], opened),
        (sure, bakehouse.roles, closed),
        (sure, bakehouse.roles[::-1], closed),
    ):
        document = view(summarise(bakehouse, file, roles, old), bakehouse)
        assert all_of(document, Items)[0].items == (said,)


def test_one_role_has_no_difference(bakehouse: Catalogue, wages: PayFile) -> None:
    """A single role is shown without a word on differences."""
    document = view(summed(bakehouse, wages, "FR", 2031, roles=1), bakehouse)
    assert "difference" not in paragraphs(document)


def test_the_data_say_what_they_are(bakehouse: Catalogue, wages: PayFile) -> None:
    """In full a screen says what the figures are and are not, and which titles count."""
    document = view(summed(bakehouse, wages, "FR", 2031), bakehouse, full=True)
    (_, fields) = all_of(document, Fields)
    assert fields.items == (
        ("Basis", Phrase("What bakeries write in the window.", notes=(1,))),
        ("Limits", "Not what they pay."),
        ("Titles", "What people say. (“Usual”; mlroles pay --sensitivity)"),
        ("Reach", "Enough adverts for figures: France. Of other countries it cannot tell."),
        ("Age", "Collected up to a day that is not given: mlroles data age"),
    )


def test_next_steps(bakehouse: Catalogue, wages: PayFile) -> None:
    """After levels a single level, otherwise the levels."""
    levels = view(summed(bakehouse, wages, "FR", 2031, by="experience"), bakehouse)
    assert suggested(levels)[1] == "mlroles pay baker bread-seller --experience old"
    none = view(summed(bakehouse, wages, "GB", 2031, by="experience"), bakehouse)
    assert suggested(none)[1] == "mlroles pay"
    whole = view(summed(bakehouse, wages, "FR", 2031), bakehouse, full=True)
    assert suggested(whole) == ("mlroles pay --sensitivity", "mlroles pay --by experience")


def test_differences_in_full(bakehouse: Catalogue, wages: PayFile) -> None:
    """In full it is said why there is no difference, and what the intervals leave out."""
    apart = summed(bakehouse, wages, "FR", 2031)
    assert apart.no_difference in paragraphs(view(apart, bakehouse, full=True))
    assert apart.no_difference not in paragraphs(view(apart, bakehouse))
    old = summarise(bakehouse, wages, bakehouse.roles, Choice(Place("FR", 2031, "old")))
    full = view(old, bakehouse, full=True)
    assert "chance only" in paragraphs(full)
    assert all_of(full, Items)[0].items == (
        "Baker above Seller by 9,000 EUR (from −1,000 to 19,000): chance alone could explain it",
    )
    assert "chance only" not in paragraphs(view(old, bakehouse))


def test_what_was_paid_stands_beside(
    bakehouse: Catalogue, wages: PayFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was paid stands in a sentence beside all levels, and in full in a part of its own."""
    paid = summarise_wages(
        WagesFile.model_validate_json(json.dumps(bakery_wages())), bakehouse.roles
    )
    result = summed(bakehouse, wages, "FR", 2031)
    (_, (label, said)) = one_of(view(result, bakehouse, paid), Fields).items
    assert label == "Paid"
    assert words(said) == (
        "Wages in Breadland, May 2030, in EUR, medians: Baker 30,000. Another basis: mlroles pay "
        "--official"
    )
    level = view(summed(bakehouse, wages, "FR", 2031, "old"), bakehouse, paid)
    assert [label for label, _ in one_of(level, Fields).items] == ["Limits"]
    monkeypatch.setattr("mlroles.views.pay.FEW", 1)
    many = view(result, bakehouse, paid)
    assert [label for label, _ in one_of(many, Fields).items] == ["Limits"]
    full = view(result, bakehouse, paid, full=True)
    assert "Wages in Breadland, May 2030" in headings(full)
