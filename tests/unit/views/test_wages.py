"""The screens of official wages."""

import json

import pytest

from mlroles.render.document import (
    Cell,
    Document,
    Fields,
    Group,
    Next,
    Phrase,
    Ranges,
    Table,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.views.marks import Marks
from mlroles.views.wages import briefly, part, view
from mlroles.wages.models import WagesFile
from mlroles.wages.summary import summarise_wages
from tests.unit.views.blocks import all_of, headings, one_of, words
from tests.wages import Json, bakery_wages


@pytest.fixture
def document() -> Json:
    """Return the wages file as JSON holds it, for a test to spoil."""
    return bakery_wages()


def load(document: Json) -> WagesFile:
    """Return the document as a wages file."""
    return WagesFile.model_validate_json(json.dumps(document))


def text(cell: Cell) -> str:
    """Return the items of a cell, one after the other."""
    return " | ".join(map(words, cell)) if isinstance(cell, tuple) else words(cell)


def rows(screen: Document) -> list[list[str]]:
    """Return the rows of the only table as texts; a group is a row of one."""
    return [
        [words(row.text)] if isinstance(row, Group) else [text(cell) for cell in row]
        for row in one_of(screen, Table).rows
    ]


def test_the_whole_country(document: Json, bakehouse: Catalogue) -> None:
    """The screen holds each role's codes, all percentiles, and what is projected; no axis."""
    screen = view(summarise_wages(load(document), bakehouse.roles), bakehouse, full=True)
    assert headings(screen) == [
        "Wages in Breadland: the whole country, May 2030",
        "Projected employment, 2030 to 2040",
    ]
    projected = "−10.0 %, from 1,000 to 900 jobs; about 50 openings a year; usual to enter: None"
    codes, outlook = all_of(screen, Fields)
    assert [text(value) for _, value in codes.items] == [
        "51-3011 Bakers. It bakes. Some also under 41-2031.",
        "No code of its own. | 41-2031 Sellers: Some sell bread.",
    ]
    assert rows(screen)[0] == [
        "51-3011 Bakers", "700", "10,000", "20,000", "30,000", "40,000", "50,000",
    ]  # fmt: skip
    assert [text(value) for _, value in outlook.items] == [
        projected,
        f"{projected} | workers have: School 60 %, More school 40 %",
    ]
    assert all_of(screen, Ranges) == []


def test_the_first_screen_is_a_row_for_each_role(document: Json, bakehouse: Catalogue) -> None:
    """First stands a row for each role; one without a code says under how many it is counted."""
    screen = view(summarise_wages(load(document), bakehouse.roles), bakehouse)
    assert one_of(screen, Table).headers == (
        "", "10 %", "Median", "90 %", "Employees", "Counted as",
    )  # fmt: skip
    assert rows(screen) == [
        ["Baker", "10,000", "30,000", "50,000", "700", "51-3011 Bakers"],
        ["Seller", *["no code"] * 4, "codes of others: 1"],
    ]
    assert one_of(screen, Next).commands[0] == command("pay", "--official", "--full")
    named = view(summarise_wages(load(document), bakehouse.roles[:1]), bakehouse)
    assert one_of(named, Next).commands[0] == command("pay", "baker", "--official", "--full")


def test_a_role_without_any_code(document: Json, bakehouse: Catalogue) -> None:
    """A role that is counted nowhere, and one that the file does not name, say so in every cell."""
    document["occupations"][1]["roles"].pop()
    screen = view(summarise_wages(load(document), bakehouse.roles[1:]), bakehouse)
    assert rows(screen) == [["Seller", *["no code"] * 5]]
    document["no_code"] = []
    summary = summarise_wages(load(document), bakehouse.roles[1:])
    assert rows(view(summary, bakehouse)) == [["Seller", *["not in these data"] * 5]]
    said = briefly(summary, Marks(bakehouse)).text
    assert "medians: no role has a code of its own." in said


def test_education_of_a_wider_group(document: Json, bakehouse: Catalogue) -> None:
    """Where the education is that of a wider group, that is said."""
    document["projections"]["outlooks"][1]["education_exact"] = False
    screen = view(summarise_wages(load(document), bakehouse.roles), bakehouse, full=True)
    outlook = all_of(screen, Fields)[1]
    assert "workers of a wider group have: School 60 %" in text(outlook.items[1][1])


def test_by_state(document: Json, bakehouse: Catalogue) -> None:
    """States stand below their occupation; what is top-coded or not released is told."""
    screen = view(summarise_wages(load(document), bakehouse.roles[:1], by="state"), bakehouse)
    assert one_of(screen, Table).headers == ("State", "Employees", "10 %", "Median", "90 %")
    assert rows(screen) == [
        ["51-3011 Bakers"],
        ["Fall", "200", "not released", "not released", "not released"],
        ["Rise", "100", "13,000", "33,000", "53,000"],
        ["Flat", "not released", "14,000", "34,000", "90,000 or more"],
    ]
    assert (
        command("pay", "baker", "--official", "--by", "industry") in one_of(screen, Next).commands
    )


def test_by_industry(document: Json, bakehouse: Catalogue) -> None:
    """An industry without a cell is not published; the other division is offered."""
    screen = view(summarise_wages(load(document), bakehouse.roles[:1], by="industry"), bakehouse)
    assert rows(screen)[2] == ["Bread makers", *["not published"] * 4]
    assert command("pay", "baker", "--official", "--by", "state") in one_of(screen, Next).commands


def test_a_state_has_no_projections(document: Json, bakehouse: Catalogue) -> None:
    """Projections are of the whole country, and stand on no other screen."""
    screen = view(summarise_wages(load(document), bakehouse.roles, state="ri"), bakehouse)
    assert headings(screen) == ["Wages in Breadland: Rise, May 2030"]


def test_nothing_projected(document: Json, bakehouse: Catalogue) -> None:
    """Without projections of what is shown there is no heading for them."""
    document["projections"]["outlooks"] = []
    screen = view(summarise_wages(load(document), bakehouse.roles), bakehouse, full=True)
    assert len(headings(screen)) == 1


def test_a_role_that_is_not_in_the_file(document: Json, bakehouse: Catalogue) -> None:
    """Of a role that the file does not name, that is said, and no table stands empty."""
    document["no_code"] = []
    document["occupations"][1]["roles"].pop()
    summary = summarise_wages(load(document), bakehouse.roles[1:])
    screen = view(summary, bakehouse, full=True)
    assert all_of(screen, Table) == []
    assert one_of(screen, Fields).items[0][1] == Phrase("not in these data", muted=True)
    (fields,) = [each for each in part(summary, Marks(bakehouse)) if isinstance(each, Fields)]
    assert text(fields.items[0][1]) == "not in these data"


def test_part(document: Json, bakehouse: Catalogue) -> None:
    """The part for another screen is a line for each role, with its basis below."""
    marks = Marks(bakehouse)
    blocks = part(summarise_wages(load(document), bakehouse.roles), marks)
    (fields,) = [each for each in blocks if isinstance(each, Fields)]
    line, without_code = (text(value) for _, value in fields.items)
    assert line == (
        "median 30,000 EUR a year; four in five from 10,000 to 50,000; employees: 700 "
        "(51-3011 Bakers)"
    )
    assert without_code == "No code of its own."
    assert [each.text for each in marks.footnotes().items] == ["Miller, Crumb"]


def test_part_where_nothing_is_published(document: Json, bakehouse: Catalogue) -> None:
    """A place without figures is told to be so in words."""
    blocks = part(
        summarise_wages(load(document), bakehouse.roles[:1], industry="bread"), Marks(bakehouse)
    )
    (fields,) = [each for each in blocks if isinstance(each, Fields)]
    assert text(fields.items[0][1]) == "not published (51-3011 Bakers)"
