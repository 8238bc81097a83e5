"""Things by role: in columns, or where there are many roles in lines."""

from dataclasses import replace

import pytest

from mlroles.render.document import Group, Phrase
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import role_name
from mlroles.views.marks import SILENCE, Marks
from mlroles.views.matrix import MOST_COLUMNS, matrix

ROWS = (
    Group("Craft"),
    (Phrase("Kneading"), (Phrase("much", gauge=(2, 2)), ("some", "80 %"))),
    (Phrase("Greeting"), (None, None)),
)


def test_few_roles_have_a_column_each(bakehouse: Catalogue) -> None:
    """A role is a column, and a cell of which nothing is known says so."""
    marks = Marks(bakehouse)
    names = [role_name(role) for role in bakehouse.roles]
    table = matrix("Skill", names, ROWS, marks)
    assert table.headers == ("Skill", *(marks.role(name) for name in names))
    assert table.rows[:2] == (Group("Craft"), (ROWS[1][0], *ROWS[1][1]))
    assert table.rows[2] == (Phrase("Greeting"), *[Phrase("not named", muted=True)] * 2)


@pytest.mark.parametrize("more", [1, 9])
def test_many_roles_have_a_line_each_where_something_is_known(
    more: int, bakehouse: Catalogue
) -> None:
    """A row names the roles of which something is said, and counts those of which nothing is."""
    names = [role_name(role) for role in bakehouse.roles]
    many = [*names, *[replace(names[0], id="x")] * (MOST_COLUMNS - len(names) + more)]
    silent = (None,) * (len(many) - 2)
    marks = Marks(bakehouse)
    rows = (ROWS[0], (ROWS[1][0], (*ROWS[1][1], *silent)), (ROWS[2][0], (None, None, *silent)))
    table = matrix("Skill", many, rows, marks)
    assert table.headers == ("Skill", "Roles")
    first, second = (name.short_title for name in names)
    assert table.rows == (
        Group("Craft"),
        (
            Phrase("Kneading"),
            (
                Phrase(f"{first}: much", gauge=(2, 2)),
                Phrase(f"{second}: some, 80 %"),
                Phrase(f"not named for {len(silent)} others", muted=True),
            ),
        ),
        (
            Phrase("Greeting"),
            (Phrase(f"not named for {len(many)} roles", muted=True),),
        ),
    )
    assert marks.footnotes().legend == (SILENCE,)


def test_row_of_which_all_is_known_counts_no_others(bakehouse: Catalogue) -> None:
    """Where something is said of every role, nothing is counted as silent."""
    name = role_name(bakehouse.roles[0])
    count = MOST_COLUMNS + 1
    marks = Marks(bakehouse)
    table = matrix("Skill", [name] * count, [(Phrase("Kneading"), ["much"] * count)], marks)
    assert table.rows == ((Phrase("Kneading"), (Phrase(f"{name.short_title}: much"),) * count),)
    assert marks.footnotes().legend == ()
