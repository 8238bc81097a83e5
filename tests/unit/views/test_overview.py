"""The first screen and the list."""

from dataclasses import replace

from mlroles.render.document import Fields, Paragraph, Table
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.profile import overview
from mlroles.views.overview import brief, glance, listing
from tests.unit.views.blocks import all_of, headings, one_of, paragraphs, suggested, words


def test_glance_says_what_and_for_whom(bakehouse: Catalogue) -> None:
    """Each role has its summary and, where there is one, the first reason to choose it."""
    document = glance(overview(bakehouse, bakehouse.roles), bakehouse)
    fields = one_of(document, Fields).items
    assert [words(label) for label, _ in fields] == ["Baker", "Seller"]
    texts = [[words(each) for each in about] for _, about in fields if isinstance(about, tuple)]
    assert texts == [["Bakes bread.", "Choose it if you like the night."], ["Sells bread."]]
    assert "mlroles show baker" in suggested(document)


def test_listing_has_names_and_what_all_have_in_common(bakehouse: Catalogue) -> None:
    """Other names stand where there are any, and common statements under their titles."""
    document = listing(overview(bakehouse, bakehouse.roles), bakehouse)
    assert headings(document) == [
        "Work in a bakery",
        "Master Baker",
        "Bread Seller",
        "What they have in common",
        "In small and in large organisations",
    ]
    labels = [[words(label) for label, _ in block.items] for block in all_of(document, Fields)]
    assert labels == [["Id", "Summary"], ["Id", "Summary"]]
    assert [words(block.text) for block in all_of(document, Paragraph)][:1] == [
        "Also called: Boulanger, Dough person"
    ]


def test_listing_without_common_statements_has_no_such_titles(bakehouse: Catalogue) -> None:
    """Where nothing is said of all roles together, the list ends with the last role."""
    bare = replace(overview(bakehouse, bakehouse.roles), overlap=(), team_sizes=())
    assert headings(listing(bare, bakehouse)) == [
        "Work in a bakery",
        "Master Baker",
        "Bread Seller",
    ]


def test_jobs_beside_the_roles_are_listed_where_asked_for(village: Catalogue) -> None:
    """In short each has its id, in full also the roles that it is near to, where they are known."""
    result = overview(village, village.roles, beside=True)
    assert "Beside these: Miller (miller)" in paragraphs(brief(result, village))
    rows = all_of(listing(result, village), Table)[-1].rows
    assert [tuple(map(words, row)) for row in rows if isinstance(row, tuple)] == [
        ("Miller", "miller", "Baker, Seller"),
        ("Bread Artist", "bread-artist", "Baker"),
        ("Sweeper", "sweeper", "not known"),
    ]
    assert [[role.id for role in each.nearest] for each in result.beside] == [
        ["baker", "bread-seller"],
        ["baker"],
        [],
    ]
