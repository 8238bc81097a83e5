"""The screen of a role at one level."""

import json

import pytest

from mlroles.frameworks.models import FrameworksFile
from mlroles.frameworks.place import RoleTitle
from mlroles.frameworks.rungs import at_level
from mlroles.render.document import Document, Fields, Heading, Items, Phrase, Table
from mlroles.roles.catalogue import Catalogue
from mlroles.views.rungs import NO_LEVELS, view
from tests.frameworks import Json, bakery_frameworks, second_ladder
from tests.unit.views.blocks import all_of, headings, one_of, paragraphs, suggested, words


@pytest.fixture
def document() -> Json:
    """Return the frameworks file as JSON holds it, for a test to spoil."""
    return bakery_frameworks()


def screen(
    document: Json, bakehouse: Catalogue, level: str, *, role: int = 0, full: bool = False
) -> Document:
    """Return the screen of a role at a level."""
    file = FrameworksFile.model_validate_json(json.dumps(document))
    own = bakehouse.roles[role]
    named = RoleTitle(own.id, own.title, here=True)
    return view(at_level(file, named, level), bakehouse, full=full)


def rows(document: Document) -> list[list[str]]:
    """Return the cells of the only table."""
    return [[words(cell) for cell in row] for row in one_of(document, Table).rows]  # type: ignore[union-attr]


def test_a_level_that_is_there(document: Json, bakehouse: Catalogue) -> None:
    """A level shows the framework's own sentence, and a line for each skill with its step."""
    shown = screen(document, bakehouse, "wise")
    assert headings(shown) == ["Master Baker, level Wise"]
    assert paragraphs(shown) == "“Bakes.”"
    assert rows(shown) == [["Kneading", "Done"], ["Tasting", "Done"]]
    assert one_of(shown, Table).rows[0][1] == Phrase("Done", gauge=(2, 2))  # type: ignore[index]
    assert suggested(shown) == (
        "mlroles show baker --level wise --full",
        "mlroles frameworks guild",
    )


def test_another_word_for_a_level(document: Json, bakehouse: Catalogue) -> None:
    """Where a level goes by another name than the one typed, that is said."""
    assert "“apprentice” is taken as Young." in paragraphs(
        screen(document, bakehouse, "apprentice")
    )
    assert "taken" not in paragraphs(screen(document, bakehouse, "YOUNG"))


def test_a_level_that_is_not_there(document: Json, bakehouse: Catalogue) -> None:
    """Where a ladder lacks the level, that is said, and the nearest stand side by side."""
    shown = screen(document, bakehouse, "grown")
    assert paragraphs(shown) == (
        "Guild has no level “Grown” of Bakers. The nearest: Young baker below and Wise baker above."
    )
    assert one_of(shown, Table).headers == ("Skill", "Young baker", "Wise baker")
    assert rows(shown) == [["Kneading", "Seen", "Done"], ["Tasting", "not named", "Done"]]
    assert suggested(shown)[1] == "mlroles pay baker --level grown"
    above = screen(document, bakehouse, "retired")
    assert "The nearest: Wise baker." in paragraphs(above)


def test_two_rungs_of_one_level(document: Json, bakehouse: Catalogue) -> None:
    """Two rungs at the same level stand side by side, named by their titles."""
    document["frameworks"][0]["boxes"][0]["rungs"][0]["level"] = "wise"
    shown = screen(document, bakehouse, "wise")
    assert paragraphs(shown) == "Guild: Young baker, Wise baker."
    assert len(one_of(shown, Table).headers) == 3


def test_a_rung_without_skills(document: Json, bakehouse: Catalogue) -> None:
    """A rung of which no skills are named has no empty table."""
    document["frameworks"][0]["boxes"][0]["rungs"][0]["skills"] = []
    assert all_of(screen(document, bakehouse, "young"), Table) == []


def test_the_nearest_ladder_comes_first(document: Json, bakehouse: Catalogue) -> None:
    """Of several ladders the nearest is shown, and the others are named."""
    second_ladder(document)
    shown = screen(document, bakehouse, "young")
    assert "Also, in part: Oven keepers (Guild)." in paragraphs(shown)
    full = screen(document, bakehouse, "young", full=True)
    assert headings(full)[1:] == ["Young baker (Guild)", "Stoker (Guild)"]


def test_a_level_in_full(document: Json, bakehouse: Catalogue) -> None:
    """In full a level has duties, what one can do, all titles of the ladder, and the credit."""
    shown = screen(document, bakehouse, "young", full=True)
    assert headings(shown) == ["Master Baker, level Young", "Young baker (Guild)"]
    assert paragraphs(shown) == (
        "“Looks on.” At this level you will The skills, how far they go, and what you can "
        "Seen: Kneading By courtesy of the guild."
    )
    assert [each.items for each in all_of(shown, Items)] == [
        ("sweep the floor",),
        ("tell dough from stone",),
    ]
    assert one_of(shown, Fields).items == (("All levels", "Young baker, Wise baker"),)
    assert suggested(shown) == ("mlroles frameworks guild",)


def test_the_nearest_in_full(document: Json, bakehouse: Catalogue) -> None:
    """In full, too, it is said what is missing: a level, or what one can do."""
    document["frameworks"][0]["boxes"][0]["rungs"][0]["skills"] = []
    shown = screen(document, bakehouse, "grown", full=True)
    assert "Guild has no level “Grown” of Bakers" in paragraphs(shown)
    assert all_of(shown, Items)[-1].items == (Phrase("not described", muted=True),)


def test_a_role_without_levels(document: Json, bakehouse: Catalogue) -> None:
    """Of a role for which no framework has levels, that is said, with what they say of it."""
    shown = screen(document, bakehouse, "grown", role=1)
    assert paragraphs(shown) == NO_LEVELS
    assert [words(value) for _, value in one_of(shown, Fields).items] == [
        "None; the market has them."
    ]
    assert suggested(shown) == (
        "mlroles pay bread-seller --level grown",
        "mlroles frameworks guild",
    )


def test_frameworks_without_levels(document: Json, bakehouse: Catalogue) -> None:
    """Where no framework has levels of any role, nothing more is said."""
    document["frameworks"][0]["boxes"][0]["rungs"] = []
    shown = screen(document, bakehouse, "wise")
    assert paragraphs(shown) == NO_LEVELS
    assert all_of(shown, Fields) == []
    assert suggested(shown) == ("mlroles frameworks",)


def test_a_job_beside_the_roles(document: Json, bakehouse: Catalogue) -> None:
    """A job that is no role of the catalogue has levels too, without colour and without pay."""
    document["frameworks"][0]["boxes"][0]["covers"] = [
        {"role": "miller", "fit": "exactly", "reason": "So."}
    ]
    file = FrameworksFile.model_validate_json(json.dumps(document))
    shown = view(at_level(file, RoleTitle("miller", "Miller", here=False), "grown"), bakehouse)
    assert one_of(shown, Heading).text == Phrase("Miller, level Grown", strong=True)
    assert suggested(shown) == (
        "mlroles show miller --level grown --full",
        "mlroles frameworks guild",
    )
