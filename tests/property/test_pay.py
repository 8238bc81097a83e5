"""What holds for every shipped figure of advertised pay, at every place and width."""

import re
from typing import Any
from unicodedata import category

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlroles.parts import PAY
from mlroles.pay.check import key
from mlroles.pay.models import PayFile
from mlroles.pay.places import Choice, Place
from mlroles.pay.summary import summarise
from mlroles.roles.catalogue import Catalogue
from tests.running import run

places = st.tuples(
    st.none() | st.integers(0, 100),
    st.none() | st.integers(2021, 2025),
    st.none() | st.integers(0, 10),
)
"""A country, a year and a level, the first and the last by their number."""


@pytest.fixture(scope="module")
def pay(shipped: Catalogue) -> PayFile:
    """Return the pay file that comes along."""
    return PAY.load(shipped)


def test_percentiles_ascend(pay: PayFile) -> None:
    """In every cell the percentiles ascend, and mid-points lie between the ends."""
    assert len(pay.cells) > 1000
    for cell in pay.cells:
        for figures in (cell.low, cell.mid, cell.high):
            assert (figures is not None) == (cell.bands >= pay.least_bands)
            assert figures is None or list(figures) == sorted(figures)
        assert 0 < cell.bands <= cell.adverts


def test_counts_add_up(pay: PayFile) -> None:
    """Every row is accounted for, and parts of a cell sum to the whole."""
    cells = {key(cell): cell for cell in pay.cells}
    rows = pay.rows
    gone = rows.single + rows.not_full_time + rows.other_titles + rows.repeats + rows.used
    assert gone == rows.read == 74_301
    for cell in pay.cells:
        role, sub_title, country, year, experience = key(cell)
        if experience is None and (sub_title is None or country == pay.main.country):
            parts = [
                cells[role, sub_title, country, year, level.id]
                for level in pay.levels
                if (role, sub_title, country, year, level.id) in cells
            ]
            assert sum(part.adverts for part in parts) == cell.adverts
            assert sum(part.bands for part in parts) == cell.bands


def test_mapped_titles_make_up_the_role(pay: PayFile) -> None:
    """A role's adverts are those of the titles that count as it."""
    country, year = pay.main.country, pay.main.year
    for headline in pay.headlines:
        counted = {
            each.id
            for each in pay.sub_titles
            if each.counts_as.get(pay.default_mapping) == headline.role
        }
        parts = [
            cell
            for cell in pay.cells
            if cell.sub_title in counted and key(cell)[2:] == (country, year, None)
        ]
        assert sum(part.adverts for part in parts) == headline.adverts
        assert sum(part.bands for part in parts) == headline.bands


def test_readings_agree_with_the_cells(pay: PayFile) -> None:
    """The reading under the default mapping, without repeats, is what the cells say."""
    cells = {key(cell): cell for cell in pay.cells}
    country, year = pay.main.country, pay.main.year
    for reading in pay.sensitivity:
        if reading.mapping == pay.default_mapping and not reading.repeats:
            for median in reading.medians:
                cell = cells[median.role, None, country, year, reading.experience]
                assert (median.adverts, median.bands) == (cell.adverts, cell.bands)
                assert median.median == (cell.mid and cell.mid[2])


@settings(max_examples=200, deadline=None)
@given(places)
def test_every_place_is_served(pay: PayFile, shipped: Catalogue, wish: tuple[Any, ...]) -> None:
    """Anywhere a role has figures, or a nearest place that has some."""
    country, year, level = wish
    place = Place(
        None if country is None else pay.countries[country % len(pay.countries)].code,
        year,
        None if level is None else pay.levels[level % len(pay.levels)].id,
    )
    for row in summarise(shipped, pay, shipped.roles, Choice(place)).rows:
        assert row.mid or row.nearest
        if row.nearest:
            assert row.bands < pay.least_bands <= row.nearest.bands


@settings(max_examples=60, deadline=None)
@given(
    st.integers(20, 200),
    st.sampled_from(
        [
            (),
            ("--by", "title"),
            ("--by", "experience"),
            ("--by", "country"),
            ("--by", "year"),
            ("--experience", "senior"),
            ("--country", "de"),
            ("--sensitivity",),
        ]
    ),
)
def test_no_screen_is_too_wide_or_loses_counts(columns: int, options: tuple[str, ...]) -> None:
    """At every width lines fit, no control sequence stands there, and every count is beside."""
    ran = run("pay", *options, columns=columns)
    assert (ran.code, ran.err) == (0, "")
    assert all(len(line) <= columns for line in ran.out.splitlines())
    assert not {sign for sign in ran.out if category(sign) in {"Cc", "Cf"}} - {"\n"}
    if "--sensitivity" not in options:
        result = run("pay", *options, "--json").result
        text = " ".join(ran.out.split())
        for row in result["rows"]:
            assert re.search(rf"\b{row['adverts']:,} advert", text)
            assert re.search(rf"\b{row['bands']:,} distinct band", text)
