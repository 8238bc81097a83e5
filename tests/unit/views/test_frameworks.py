"""The screens of frameworks."""

import json

import pytest

from mlroles.frameworks.framework import framework
from mlroles.frameworks.lens import lens
from mlroles.frameworks.models import FrameworksFile
from mlroles.frameworks.overview import frameworks
from mlroles.frameworks.rungs import at_level
from mlroles.render.document import (
    Cell,
    Document,
    Fields,
    Group,
    Heading,
    Items,
    Next,
    Phrase,
    Table,
    command,
)
from mlroles.render.document import Paragraph as Para
from mlroles.roles.catalogue import Catalogue
from mlroles.views.frameworks import framework_view, lens_view, view
from mlroles.views.marks import Marks
from mlroles.views.rungs import NO_LEVELS, level_blocks
from tests.frameworks import Json, bakery_frameworks
from tests.unit.views.blocks import all_of, headings, one_of, words


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


def paragraphs(document: Document) -> list[str]:
    """Return the paragraphs of a document."""
    return [words(each.text) for each in all_of(document, Para)]


def test_overview(file: FrameworksFile, bakehouse: Catalogue) -> None:
    """The overview says for each role its own box, the box around it, or that there is none."""
    screen = view(frameworks(file, bakehouse), bakehouse)
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
    screen = view(frameworks(file, bakehouse), bakehouse)
    assert rows(one_of(screen, Table)) == [
        ["Guild", "B1, own box", "no box"],
        ["Town census", "spread over 2", "spread over 2"],
    ]


def test_a_role_that_nobody_looked_at(document: Json, bakehouse: Catalogue) -> None:
    """Of a role that the file does not name it says so, and not that there is no box."""
    spoilt = json.dumps(document).replace("bread-seller", "other-seller")
    file = FrameworksFile.model_validate_json(spoilt)
    screen = view(frameworks(file, bakehouse), bakehouse)
    assert [row[2] for row in rows(one_of(screen, Table))] == ["not looked at"] * 2
    table = rows(one_of(lens_view(lens(file, "guild", bakehouse.roles), bakehouse), Table))
    assert table[1][2] == "not looked at"


def test_one_framework(file: FrameworksFile, bakehouse: Catalogue) -> None:
    """A framework's screen holds boxes, levels, roles without a box, facts and credit."""
    screen = framework_view(framework(file, bakehouse, "guild"), bakehouse)
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
    assert command("show", "baker") in one_of(screen, Next).commands


def test_addresses(file: FrameworksFile, bakehouse: Catalogue) -> None:
    """The addresses of boxes stand below each other, away from the tables."""
    screen = framework_view(framework(file, bakehouse, "census"), bakehouse)
    addresses, _ = all_of(screen, Fields)
    assert addresses.items == (("7 Food trades", "https://town.example/7"),)


def test_a_framework_of_other_roles(document: Json, bakehouse: Catalogue) -> None:
    """Roles that the catalogue lacks are told without colour; empty parts are left out."""
    census = document["frameworks"][1]
    census["boxes"] = [census["boxes"][0]]
    del census["boxes"][0]["facts"], census["boxes"][0]["uri"]
    census["boxes"][0]["covers"] = [{"role": "miller", "fit": "mixed", "reason": "So."}]
    file = FrameworksFile.model_validate_json(json.dumps(document))
    screen = framework_view(framework(file, bakehouse, "census"), bakehouse)
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
    assert not any(text.startswith("Not named") for text in paragraphs(screen))
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
    assert any(text.startswith("Not named") for text in paragraphs(screen))


def test_a_level_that_is_there(file: FrameworksFile, bakehouse: Catalogue) -> None:
    """A level shows the framework's words as quotations, and what one can do."""
    screen = Document(tuple(level_blocks(at_level(file, "baker", "young"), Marks(bakehouse))))
    assert [words(each.text) for each in all_of(screen, Heading)] == ["Young baker (Guild)"]
    assert paragraphs(screen) == [
        "“Looks on.”",
        "At this level you will",
        "The skills, how far they go, and what you can",
        "Seen: Kneading",
        "By courtesy of the guild.",
    ]
    assert [each.items for each in all_of(screen, Items)] == [
        ("sweep the floor",),
        ("tell dough from stone",),
    ]


def test_a_level_that_is_not_there(document: Json, bakehouse: Catalogue) -> None:
    """Where a ladder lacks the level, that is said, and the nearest rungs follow."""
    document["frameworks"][0]["boxes"][0]["rungs"][0]["skills"] = []
    file = FrameworksFile.model_validate_json(json.dumps(document))
    screen = Document(tuple(level_blocks(at_level(file, "baker", "grown"), Marks(bakehouse))))
    assert paragraphs(screen)[0] == (
        "Guild has no level “Grown” of Bakers. It has: Young baker, Wise baker. The nearest follow."
    )
    assert [words(each.text) for each in all_of(screen, Heading)] == [
        "Young baker (Guild)",
        "Wise baker (Guild)",
    ]
    assert all_of(screen, Items)[-1].items == (Phrase("not described", muted=True),)


def test_a_role_without_levels(bakehouse: Catalogue) -> None:
    """Of a role for which no framework has levels, that is said."""
    screen = Document(tuple(level_blocks((), Marks(bakehouse))))
    assert paragraphs(screen) == [NO_LEVELS]
