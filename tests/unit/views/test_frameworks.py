"""The screens of frameworks."""

import json

import pytest

from mlroles.frameworks.framework import framework
from mlroles.frameworks.lens import lens
from mlroles.frameworks.models import FrameworksFile
from mlroles.frameworks.overview import frameworks
from mlroles.render.document import (
    Cell,
    Fields,
    Group,
    Next,
    Phrase,
    Table,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.views.frameworks import framework_view, lens_view, view
from tests.frameworks import Json, bakery_frameworks
from tests.unit.views.blocks import all_of, headings, one_of, paragraphs, words


@pytest.fixture
def document() -> Json:
    """Return the frameworks file as JSON holds it, for a test to spoil."""
    return bakery_frameworks()


@pytest.fixture
def file(document: Json) -> FrameworksFile:
    """Return the frameworks of the bakery."""
    return FrameworksFile.model_validate_json(json.dumps(document))


def text(cell: Cell) -> str:
    """Return the items of a cell, one after the other."""
    return " | ".join(map(words, cell)) if isinstance(cell, tuple) else words(cell)


def rows(table: Table) -> list[list[str]]:
    """Return the rows of a table as texts; a group is a row of one."""
    return [
        [words(row.text)] if isinstance(row, Group) else [text(cell) for cell in row]
        for row in table.rows
    ]


def test_overview(file: FrameworksFile, bakehouse: Catalogue) -> None:
    """The overview says for each role its own box, the box around it, or that there is none."""
    screen = view(frameworks(file, bakehouse, bakehouse.roles), bakehouse)
    assert rows(one_of(screen, Table)) == [
        ["Guild", "own box", "no box"],
        ["Town census", "part: 8", "within 7"],
    ]
    assert command("frameworks", "guild") in one_of(screen, Next).commands


def test_overview_names_codes_and_spreads(document: Json, bakehouse: Catalogue) -> None:
    """A box of its own is named by its code; a role in parts of several is spread over them."""
    guild, census = document["frameworks"]
    guild["boxes"][0]["code"] = "B1"
    census["boxes"][0]["covers"] = [
        {"role": role, "fit": "partly", "reason": "So."}
        for role in ("baker", "bread-seller", "miller")
    ]
    census["boxes"][1]["code"] = None
    file = FrameworksFile.model_validate_json(json.dumps(document))
    screen = view(frameworks(file, bakehouse, bakehouse.roles), bakehouse)
    assert rows(one_of(screen, Table)) == [
        ["Guild", "B1, own box", "no box"],
        ["Town census", "spread over 2", "spread over 2"],
    ]


def test_a_role_that_nobody_looked_at(document: Json, bakehouse: Catalogue) -> None:
    """Of a role that the file does not name it says so, and not that there is no box."""
    spoilt = json.dumps(document).replace("bread-seller", "other-seller")
    file = FrameworksFile.model_validate_json(spoilt)
    screen = view(frameworks(file, bakehouse, bakehouse.roles), bakehouse)
    assert [row[2] for row in rows(one_of(screen, Table))] == ["not looked at"] * 2
    table = rows(one_of(lens_view(lens(file, "guild", bakehouse.roles), bakehouse), Table))
    assert table[1][2] == "not looked at"


def test_one_framework(file: FrameworksFile, bakehouse: Catalogue) -> None:
    """A framework's screen holds boxes, levels, roles without a box, facts and credit."""
    screen = framework_view(framework(file, bakehouse, "guild"), bakehouse, full=True)
    boxes, facts = all_of(screen, Table)
    assert rows(boxes) == [
        ["Bakers", "Those who bake.", "Master Baker: own box"],
        ["Oven keepers", "Those who heat.", "Master Baker: in part"],
        ["Guests", "Those who eat.", "none of these roles"],
    ]
    assert rows(facts) == [["Hats"], ["Bakers", "white"], ["Oven keepers", "black"]]
    assert headings(screen)[1:] == [
        "Levels",
        "Roles without a box",
        "What it states",
        "To keep in mind",
    ]
    assert command("show", "baker", "--level", "wise") in one_of(screen, Next).commands


def test_one_framework_at_a_glance(file: FrameworksFile, bakehouse: Catalogue) -> None:
    """A framework's first screen has a line for each role: its boxes, or why it has none."""
    screen = framework_view(framework(file, bakehouse, "guild"), bakehouse)
    assert [(words(label), text(value)) for label, value in one_of(screen, Fields).items] == [
        ("Baker", "Bakers: own box; 2 levels | Oven keepers: in part"),
        ("Seller", "None; the market has them."),
    ]
    assert one_of(screen, Next).commands[0] == command("frameworks", "guild", "--full")
    census = framework_view(framework(file, bakehouse, "census"), bakehouse)
    assert text(one_of(census, Fields).items[1][1]) == (
        "7 Food trades: among others | 8 Hands: in part"
    )
    assert command("show", "bread-seller") in one_of(census, Next).commands


def test_a_role_of_which_a_framework_says_nothing(document: Json, bakehouse: Catalogue) -> None:
    """At a glance, a role that the file does not name is said to be not looked at."""
    spoilt = json.dumps(document).replace("bread-seller", "other-seller")
    file = FrameworksFile.model_validate_json(spoilt)
    screen = framework_view(framework(file, bakehouse, "guild"), bakehouse)
    assert text(one_of(screen, Fields).items[1][1]) == "not looked at"


def test_other_roles_come_by_asking(file: FrameworksFile, bakehouse: Catalogue) -> None:
    """Where the overview is about some roles only, the command for all comes first."""
    some = view(frameworks(file, bakehouse, bakehouse.roles[:1]), bakehouse)
    assert one_of(some, Next).commands[0] == command("frameworks", "--full")
    every = view(frameworks(file, bakehouse, bakehouse.roles), bakehouse, full=True)
    assert command("frameworks", "--full") not in one_of(every, Next).commands


def test_addresses(file: FrameworksFile, bakehouse: Catalogue) -> None:
    """The addresses of boxes stand below each other, away from the tables."""
    screen = framework_view(framework(file, bakehouse, "census"), bakehouse, full=True)
    addresses, _ = all_of(screen, Fields)
    assert addresses.items == (("7 Food trades", "https://town.example/7"),)


def test_a_framework_of_other_roles(document: Json, bakehouse: Catalogue) -> None:
    """Roles that the catalogue lacks are told without colour; empty parts are left out."""
    census = document["frameworks"][1]
    census["boxes"] = [census["boxes"][0]]
    del census["boxes"][0]["facts"], census["boxes"][0]["uri"]
    census["boxes"][0]["covers"] = [{"role": "miller", "fit": "mixed", "reason": "So."}]
    file = FrameworksFile.model_validate_json(json.dumps(document))
    screen = framework_view(framework(file, bakehouse, "census"), bakehouse, full=True)
    ((_, _, roles),) = [row for row in one_of(screen, Table).rows if isinstance(row, tuple)]
    assert roles == (Phrase("Miller: among others", muted=True),)
    assert headings(screen)[1:] == ["To keep in mind"]
    assert one_of(screen, Next).commands == (command("compare", "--lens", "census"),)


def test_lens(file: FrameworksFile, bakehouse: Catalogue) -> None:
    """Roles through a framework: boxes, what is in them, levels, facts, and skills as gauges."""
    screen = lens_view(lens(file, "guild", bakehouse.roles), bakehouse)
    assert rows(one_of(screen, Table)) == [
        ["Box", "Bakers: own box | Oven keepers: in part", "no box"],
        [
            "Holds",
            "Bakers: Those who bake. | Oven keepers: Those who heat.",
            "None; the market has them.",
        ],
        ["Also in it", "none of these roles", "no box"],
        ["Levels", "2: Young baker to Wise baker", "no box"],
        ["Hats", "white (Bakers) | black (Oven keepers)", "no box"],
        ["Skills over all levels: from Seen to Done"],
        ["Kneading", "Seen to Done", "no box"],
        ["Tasting", "Done", "no box"],
    ]
    assert "Not named" not in paragraphs(screen)
    assert "By courtesy of the guild." in paragraphs(screen)


def test_lens_without_levels(file: FrameworksFile, bakehouse: Catalogue) -> None:
    """A framework without levels and skills has no rows for them."""
    screen = lens_view(lens(file, "census", bakehouse.roles[1:]), bakehouse)
    assert [row[0] for row in rows(one_of(screen, Table))] == [
        "Box",
        "Holds",
        "Also in it",
        "Heads",
    ]
    assert rows(one_of(screen, Table))[2][1] == "Miller, Master Baker"


def test_what_a_framework_does_not_name_is_told(document: Json, bakehouse: Catalogue) -> None:
    """A role with a box of which levels, facts and skills are not named is told to be so."""
    guild = document["frameworks"][0]
    guild["boxes"][2]["covers"] = [{"role": "bread-seller", "fit": "exactly", "reason": "So."}]
    del guild["no_box"][0]
    file = FrameworksFile.model_validate_json(json.dumps(document))
    screen = lens_view(lens(file, "guild", bakehouse.roles), bakehouse)
    table = {row[0]: row[-1] for row in rows(one_of(screen, Table))}
    assert table["Holds"] == "Those who eat."
    assert [table[row] for row in ("Levels", "Hats", "Kneading")] == ["not named"] * 3
    assert "Not named" in paragraphs(screen)
