"""What a check found."""

from mlroles.errors import Problem
from mlroles.render.document import Heading, Items, Paragraph
from mlroles.validation import CheckReport
from mlroles.views.data import check_view
from tests.unit.views.blocks import headings, one_of


def test_sound_catalogue_is_said_to_be() -> None:
    """Without a problem the screen says what was checked, and that it is sound."""
    document = check_view(CheckReport("here", ("a.json", "b.json"), (), 0))
    assert document.blocks == (
        Heading("The catalogue is sound"),
        Paragraph("Checked a.json, b.json in here."),
    )


def test_problems_are_counted_and_listed() -> None:
    """Each problem is an item: where, what is wrong, what would be right."""
    problems = (Problem("a.json", "$.x", "is missing", "add it"), Problem("b.json", "", "is empty"))
    document = check_view(CheckReport("here", ("a.json",), problems, 2))
    assert headings(document) == ["2 problems"]
    assert one_of(document, Items).items == (
        "a.json: $.x: is missing (add it)",
        "b.json: is empty",
    )
    assert headings(check_view(CheckReport("here", (), problems[:1], 1))) == ["1 problem"]


def test_problems_that_are_not_listed_are_counted() -> None:
    """Where there are more than are listed, the screen says how many more."""
    problems = (Problem("a.json", "$.x", "is missing"),)
    document = check_view(CheckReport("here", ("a.json",), problems, 2_001))
    assert headings(document) == ["2,001 problems"]
    assert Paragraph("And 2,000 more.") in document.blocks
