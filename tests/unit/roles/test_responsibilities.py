"""Who does what at which stage."""

from typing import Any

import pytest

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.responsibilities import responsibility_matrix


def duties(catalogue: Catalogue, **wanted: Any) -> list[tuple[str | None, list[str]]]:
    """Return the stages of the matrix of all roles with the ids of their responsibilities."""
    matrix = responsibility_matrix(catalogue, catalogue.roles, **wanted)
    return [(group.stage, [row.responsibility for row in group.rows]) for group in matrix.groups]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({}, [("dough", ["mix"]), ("shop", ["sell"]), (None, ["taste"])]),
        ({"stages": ["shop"]}, [("shop", ["sell"])]),
        ({"stages": ["outside"]}, [(None, ["taste"])]),
        ({"stages": ["oven"]}, []),
        ({"shared": True}, [(None, ["taste"])]),
        ({"search": "mix the"}, [("dough", ["mix"])]),
        ({"search": "EVERY loaf"}, [(None, ["taste"])]),
        ({"search": "bread", "stages": ["shop", "dough"]}, [("shop", ["sell"])]),
    ],
)
def test_responsibilities_are_kept_by_what_is_asked_for(
    bakehouse: Catalogue, wanted: dict[str, Any], found: list[tuple[str | None, list[str]]]
) -> None:
    """Stages, sharing, and a text in title, id or wording choose rows; empty stages go."""
    assert duties(bakehouse, **wanted) == found


def test_part_says_what_is_done(bakehouse: Catalogue) -> None:
    """A part is worded by the role, else by the title of the responsibility."""
    matrix = responsibility_matrix(bakehouse, bakehouse.roles)
    (taste,) = matrix.groups[-1].rows
    assert [part and (part.part, part.cited.text) for part in taste.parts] == [
        ("helps", "Every loaf"),
        ("helps", "Taste bread"),
    ]
    (mix,) = matrix.groups[0].rows
    assert mix.parts[1] is None
