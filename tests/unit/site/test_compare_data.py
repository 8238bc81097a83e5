"""What choosing roles in a browser works with."""

from itertools import chain, combinations

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.compare import among, compare
from mlroles.site.compare_data import compare_data


def test_marks_are_those_of_the_roles_chosen(shipped: Catalogue) -> None:
    """Of any roles, the rows in which something is said, and those marked, are as when compared."""
    whole = compare(shipped, shipped.roles)
    data = compare_data(whole, shipped)
    assert [role["id"] for role in data["roles"]] == [role.id for role in shipped.roles]
    places = range(len(shipped.roles))
    for chosen in chain.from_iterable(combinations(places, count) for count in (1, 2, 3, 5)):
        said = {row["title"]: [row["cells"][place] for place in chosen] for row in data["rows"]}
        roles = [shipped.roles[place] for place in chosen]
        found = compare(shipped, roles)
        assert among(whole, shipped, roles) == found
        assert [title for title, cells in said.items() if {*cells} != {"nothing"}] == [
            *(row.title for row in found.rows),
            *(row.title for row in found.measured if any(row.cells)),
        ]
        marked = [title for title, cells in said.items() if "disputed" in cells]
        assert marked == [row.title for row in found.rows if row.disputes]


def test_the_roles_at_first(shipped: Catalogue) -> None:
    """At first those are compared that the program compares where none is named."""
    data = compare_data(compare(shipped, shipped.roles), shipped)
    chosen = [role["id"] for role in data["roles"] if role["chosen"]]
    assert chosen == [role.id for role in shipped.core]
    assert data["many"] == 5
