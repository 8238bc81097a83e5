"""Footnotes and dispute marks."""

from mlroles.render.document import Footnotes, Phrase
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import cite, role_name
from mlroles.views.marks import DISPUTED, Marks


def test_screen_without_marks_has_no_footnotes(bakehouse: Catalogue) -> None:
    """Where nothing was marked, nothing is explained."""
    assert Marks(bakehouse).footnotes() == Footnotes((), "")


def test_source_has_its_place_in_the_catalogue_as_number(shipped: Catalogue) -> None:
    """A source's number is the same on every screen, whichever others are cited."""
    marks = Marks(shipped)
    assert marks.phrase(cite(shipped, "x", ["dev-1"])).notes == (2,)
    assert marks.footnotes().items == ((2, shipped.source["dev"].cite),)
    assert marks.phrase(cite(shipped, "x", ["dev-1", "qwak-1"])).notes == (1, 2)
    assert [number for number, _ in marks.footnotes().items] == [1, 2]


def test_level_is_a_gauge_on_its_scale(bakehouse: Catalogue) -> None:
    """A level is drawn only where a scale is given."""
    marks = Marks(bakehouse)
    hot = cite(bakehouse, "Hot", ["crumb-1"], 2)
    assert marks.phrase(hot, scale=("a", "b", "c")).gauge == (2, 2)
    assert marks.phrase(hot).gauge is None
    assert marks.phrase(cite(bakehouse, "x", ["crumb-1"]), scale=("a", "b")).gauge is None


def test_disputed_statement_is_marked_and_explained(bakehouse: Catalogue) -> None:
    """A statement in dispute is marked, unless its row is."""
    marks = Marks(bakehouse)
    rising = cite(bakehouse, "At three", ["crumb-2", "crumb-3"])
    assert marks.phrase(rising, row_disputed=True).disputed is False
    assert marks.footnotes().disputed == ""
    assert marks.phrase(rising).disputed is True
    assert marks.footnotes().disputed == DISPUTED


def test_disputed_row_is_marked_and_explained(bakehouse: Catalogue) -> None:
    """The label of a row bears the mark of its disputes."""
    marks = Marks(bakehouse)
    assert marks.label("Heat", ()) == Phrase("Heat")
    assert marks.footnotes().disputed == ""
    assert marks.label("Rising", ("rising",)) == Phrase("Rising", disputed=True)
    assert marks.footnotes().disputed == DISPUTED


def test_role_has_its_place_as_colour(bakehouse: Catalogue) -> None:
    """A role's name bears its position, which chooses the colour on every screen."""
    seller = role_name(bakehouse.roles[1])
    assert Marks(bakehouse).role(seller) == Phrase("Seller", role=1, strong=True)
    assert Marks(bakehouse).role(seller, text="Only").text == "Only"
