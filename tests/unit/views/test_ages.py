"""The screen of how old the data are."""

from datetime import date

from mlroles.render.document import Document, Paragraph, Table
from mlroles.roles.ages import Dated, ages
from mlroles.views.ages import view
from tests.unit.views.blocks import one_of, words

SHIPPED = [
    Dated("bread", "Bread", "2030-06", date(2030, 6, 30)),
    Dated("cake", "Cake", None, date(2030, 7, 2)),
    Dated("leaflet", "A leaflet", None, None),
]


def cells(document: Document) -> list[list[str]]:
    """Return the table's rows as texts."""
    table = one_of(document, Table)
    return [[words(cell) for cell in row] for row in table.rows if isinstance(row, tuple)]


def test_ages() -> None:
    """Each thing stands with its date, its day for a new look, and how many days are left."""
    screen = view(ages(SHIPPED, date(2030, 6, 30)))
    assert cells(screen) == [
        ["Bread", "2030-06", "2030-06-30", "0 days"],
        ["Cake", "no date is given", "2030-07-02", "2 days"],
        ["A leaflet", "no date is given", "no day is set", "not known"],
    ]
    assert words(one_of(screen, Paragraph).text).startswith("Nothing is past")


def test_what_is_past_due_is_told() -> None:
    """What is past its day is told above, and in its row."""
    screen = view(ages(SHIPPED, date(2030, 7, 1)))
    assert words(one_of(screen, Paragraph).text) == (
        "1 of 3 is past the day for a new look: bread."
    )
    assert [row[3] for row in cells(screen)] == ["1 day past", "1 day", "not known"]
    both = view(ages(SHIPPED, date(2030, 7, 4)))
    assert "2 of 3 are past" in words(one_of(both, Paragraph).text)
