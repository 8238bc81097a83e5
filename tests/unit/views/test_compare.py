"""Roles side by side."""

from mlroles.render.document import Paragraph, Phrase, Table
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.compare import compare
from mlroles.views.compare import view
from mlroles.views.marks import NOTHING
from tests.unit.views.blocks import all_of, headings, suggested, words


def test_row_has_a_cell_per_role(bakehouse: Catalogue) -> None:
    """A row is its title and a cell for each role, a dash where nothing is said."""
    table = all_of(view(compare(bakehouse, bakehouse.roles), bakehouse), Table)[0]
    rising, heat, _ = table.rows
    assert isinstance(rising, tuple)
    assert isinstance(heat, tuple)
    assert rising == (
        Phrase("Rising", disputed=True),
        Phrase("At three", notes=(1,)),
        NOTHING,
    )
    assert heat[1] == Phrase("Hot", gauge=(2, 2), notes=(1,))


def test_pair_has_parts_of_its_own(bakehouse: Catalogue) -> None:
    """Two roles are also told apart by skills and responsibilities."""
    assert headings(view(compare(bakehouse, bakehouse.roles), bakehouse)) == [
        "Baker · Seller",
        "Skills of both",
        "Skills of only one",
        "Responsibilities",
        "From Baker to Seller",
    ]


def test_nothing_to_compare_is_said(bakehouse: Catalogue) -> None:
    """Where no row is left, a sentence says so."""
    document = view(compare(bakehouse, bakehouse.roles[:1], only_differences=True), bakehouse)
    assert [words(each.text) for each in all_of(document, Paragraph)] == [
        "In the rows asked for, the sources name no difference."
    ]
    assert not all_of(document, Table)


def test_next_steps_fit_the_number_of_roles(bakehouse: Catalogue, shipped: Catalogue) -> None:
    """After one role all, after several a pair, after a pair a closer look."""
    one = view(compare(bakehouse, bakehouse.roles[:1]), bakehouse)
    two = view(compare(bakehouse, bakehouse.roles), bakehouse)
    three = view(compare(shipped, shipped.roles), shipped)
    assert suggested(one) == ("mlroles show baker", "mlroles compare")
    assert suggested(two)[1] == "mlroles skills baker bread-seller"
    assert suggested(three)[1] == "mlroles compare data-scientist ml-researcher"
