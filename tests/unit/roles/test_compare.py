"""Roles side by side."""

from collections.abc import Iterable

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.compare import Thing, compare
from mlroles.roles.move import Step
from tests.measured import BAKERY_SHARES, quoting, share


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


def test_row_differs_where_two_say_different_things(bakehouse: Catalogue) -> None:
    """Another level or text makes a difference; case makes none, and neither does silence."""
    result = compare(bakehouse, bakehouse.roles)
    assert {row.aspect: row.differs for row in result.rows} == {
        "rising": False,
        "heat": True,
        "pay": False,
    }


def test_only_differences_leaves_out_agreement(bakehouse: Catalogue) -> None:
    """Rows in which all agree go when differences alone are asked for."""
    result = compare(bakehouse, bakehouse.roles, only_differences=True)
    assert [row.aspect for row in result.rows] == ["heat"]
    assert compare(bakehouse, bakehouse.roles[:1], only_differences=True).rows == ()


def test_disputed_row_names_the_dispute(bakehouse: Catalogue) -> None:
    """A row names its disputes, and so does the cell whose claims they touch."""
    rising, heat, _ = compare(bakehouse, bakehouse.roles).rows
    assert rising.disputes == ("rising",)
    assert rising.cells[0] is not None
    assert rising.cells[0].disputes == ("rising",)
    assert heat.disputes == ()


def ids(things: Iterable[Thing]) -> list[str]:
    """Return the ids of skills or responsibilities."""
    return [each.id for each in things]


def steps(found: Iterable[Step]) -> list[str]:
    """Return the ids of the skills on the way."""
    return [each.skill for each in found]


def test_two_roles_make_a_pair(bakehouse: Catalogue) -> None:
    """For two roles, what they share, what is named for one, and the way from one to the other."""
    pair = compare(bakehouse, bakehouse.roles).pair
    assert pair is not None
    assert pair.shared_skills == (Thing("counting", "Counting"),)
    assert ids(pair.shared_responsibilities) == ["taste"]
    assert [ids(own) for own in pair.named_responsibilities] == [["mix"], ["sell"]]
    assert pair.move.keep == ()
    assert steps(pair.move.improve) == ["counting"]


def test_nothing_follows_where_a_skill_is_not_named(bakehouse: Catalogue) -> None:
    """A skill that is named for one role, and of which no figure is known, is no one's alone."""
    pair = compare(bakehouse, bakehouse.roles).pair
    assert pair is not None
    assert pair.distinct_skills == ((), ())
    assert pair.move.learn == ()
    assert steps(pair.move.unknown) == ["greeting"]


def test_figures_say_what_belongs_to_one_role_and_is_to_be_learnt(bakehouse: Catalogue) -> None:
    """What the other role hardly ever uses is of one alone; what most of its people lack, learnt.

    A fifth of the bakers greet: that is no skill of sellers alone, and still to be learnt.
    """
    pair = compare(quoting(bakehouse, *BAKERY_SHARES), bakehouse.roles).pair
    assert pair is not None
    assert [ids(own) for own in pair.distinct_skills] == [["kneading"], []]
    assert steps(pair.move.learn) == ["greeting"]
    assert pair.move.unknown == ()


def test_skill_alone_stands_with_its_role(bakehouse: Catalogue) -> None:
    """In the other order of the roles, a skill of one role alone changes its place with it."""
    pair = compare(quoting(bakehouse, *BAKERY_SHARES), bakehouse.roles[::-1]).pair
    assert pair is not None
    assert [ids(own) for own in pair.distinct_skills] == [[], ["kneading"]]


def test_skill_that_is_common_needs_no_name(bakehouse: Catalogue) -> None:
    """A skill that half of a role's people use is its skill, whether a source names it or not."""
    common = share("bread-seller", "kneading", 0.6, "common")
    pair = compare(quoting(bakehouse, common), bakehouse.roles).pair
    assert pair is not None
    assert ids(pair.shared_skills) == ["kneading", "counting"]
    assert steps(pair.move.keep) == ["kneading"]


def test_way_back_keeps_what_is_known_better(bakehouse: Catalogue) -> None:
    """A skill held at a higher level than needed is kept."""
    pair = compare(quoting(bakehouse, *BAKERY_SHARES), bakehouse.roles[::-1]).pair
    assert pair is not None
    assert steps(pair.move.keep) == ["counting"]
    assert pair.move.improve == ()
    assert [each.title for each in pair.move.learn] == ["Kneading"]


def test_other_numbers_of_roles_make_no_pair(bakehouse: Catalogue, shipped: Catalogue) -> None:
    """One role or three are no pair."""
    assert compare(bakehouse, bakehouse.roles[:1]).pair is None
    assert compare(shipped, shipped.roles).pair is None
