"""Roles side by side."""

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.compare import compare


def test_rows_are_the_aspects_of_which_something_is_said(bakehouse: Catalogue) -> None:
    """Every aspect named for some role is a row, and a role of which nothing is said has None."""
    result = compare(bakehouse, bakehouse.roles)
    assert [row.aspect for row in result.rows] == ["rising", "heat", "pay"]
    assert [cell and cell.text for cell in result.rows[0].cells] == ["At three", None]
    assert result.rows[1].scale == ("cool", "warm", "hot")
    assert [cell and cell.level for cell in result.rows[1].cells] == [2, 0]


def test_aspect_of_no_role_is_no_row(bakehouse: Catalogue) -> None:
    """An aspect that none of the roles asked for has is left out."""
    result = compare(bakehouse, bakehouse.roles[1:])
    assert [row.aspect for row in result.rows] == ["heat", "pay"]


def test_aspects_asked_for_come_in_the_order_of_the_file(bakehouse: Catalogue) -> None:
    """Only the aspects asked for are rows, in the file's order."""
    result = compare(bakehouse, bakehouse.roles, ["pay", "heat"])
    assert [row.aspect for row in result.rows] == ["heat", "pay"]


def test_row_differs_unless_all_say_the_same(bakehouse: Catalogue) -> None:
    """Case does not make a difference; another level, another text or silence does."""
    result = compare(bakehouse, bakehouse.roles)
    assert {row.aspect: row.differs for row in result.rows} == {
        "rising": True,
        "heat": True,
        "pay": False,
    }


def test_only_differences_leaves_out_agreement(bakehouse: Catalogue) -> None:
    """Rows in which all agree go when differences alone are asked for."""
    result = compare(bakehouse, bakehouse.roles, only_differences=True)
    assert [row.aspect for row in result.rows] == ["rising", "heat"]
    assert compare(bakehouse, bakehouse.roles[:1], only_differences=True).rows == ()


def test_disputed_row_names_the_dispute(bakehouse: Catalogue) -> None:
    """A row names its disputes, and so does the cell whose claims they touch."""
    rising, heat, _ = compare(bakehouse, bakehouse.roles).rows
    assert rising.disputes == ("rising",)
    assert rising.cells[0] is not None
    assert rising.cells[0].disputes == ("rising",)
    assert heat.disputes == ()


def test_two_roles_make_a_pair(bakehouse: Catalogue) -> None:
    """For two roles, what they share, what only one has, and the way from one to the other."""
    pair = compare(bakehouse, bakehouse.roles).pair
    assert pair is not None
    assert [(each.skill, each.levels) for each in pair.shared_skills] == [("counting", (1, 2))]
    assert [[each.id for each in own] for own in pair.distinct_skills] == [
        ["kneading"],
        ["greeting"],
    ]
    assert [each.id for each in pair.shared_responsibilities] == ["taste"]
    assert [[each.id for each in own] for own in pair.distinct_responsibilities] == [
        ["mix"],
        ["sell"],
    ]
    assert pair.keep == ()
    assert [each.id for each in pair.improve] == ["counting"]
    assert [each.id for each in pair.learn] == ["greeting"]


def test_way_back_keeps_what_is_known_better(bakehouse: Catalogue) -> None:
    """A skill held at a higher level than needed is kept."""
    pair = compare(bakehouse, bakehouse.roles[::-1]).pair
    assert pair is not None
    assert [each.id for each in pair.keep] == ["counting"]
    assert pair.improve == ()
    assert [each.title for each in pair.learn] == ["Kneading"]


def test_other_numbers_of_roles_make_no_pair(bakehouse: Catalogue, shipped: Catalogue) -> None:
    """One role or three are no pair."""
    assert compare(bakehouse, bakehouse.roles[:1]).pair is None
    assert compare(shipped, shipped.roles).pair is None
