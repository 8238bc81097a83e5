"""Jobs beside the roles: one, all, and side by side."""

import pytest

from mlroles.errors import UnknownNameError
from mlroles.roles.backlinks import backlinks
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.ids import known_ids
from mlroles.roles.models import Neighbour
from mlroles.roles.neighbours import (
    Beside,
    Placing,
    all_neighbours,
    entry,
    find_jobs,
    find_neighbour,
    role_entry,
)


def job(catalogue: Catalogue, name: str) -> Neighbour:
    """Return the job that ``name`` means."""
    found = find_neighbour(catalogue, name)
    assert found
    return found


def test_entry_holds_what_is_known(village: Catalogue) -> None:
    """A job says what it is, which roles it is near to and how it differs, and what it rests on."""
    result = entry(village, job(village, "miller"), Beside())
    assert (result.id, result.title, result.role) == ("miller", "Miller", None)
    assert result.what
    assert (result.what.text, result.what.sources) == ("Grinds corn for bread.", ("crumb",))
    assert [(each.role.id, each.cited.text) for each in result.nearest] == [
        ("baker", "Rises later."),
        ("bread-seller", "Sells flour."),
    ]
    assert result.nearest[0].cited.disputes == ("rising",)
    assert [each.text for each in result.notes] == ["Owns a mill.", "Sleeps well."]
    assert [each.text for each in result.aliases] == ["Grinder", "Mill hand"]


def test_what_nobody_says_stays_open(village: Catalogue) -> None:
    """Of a job of which nothing is known nothing is made up."""
    result = entry(village, job(village, "sweeper"), Beside())
    assert (result.what, result.nearest, result.notes) == (None, (), ())
    assert not result.without_framework


def test_a_role_can_stand_beside_jobs(village: Catalogue) -> None:
    """A role gives its summary and its other names; how it differs is told by the jobs."""
    result = role_entry(village, village.roles[0], Beside())
    assert result.role
    assert result.role.id == result.id == "baker"
    assert result.what
    assert result.what.text == "Bakes bread."
    assert (result.nearest, result.notes) == ((), ())
    assert [each.text for each in result.aliases] == ["Boulanger", "Dough person"]


@pytest.mark.parametrize(
    ("kinds", "expected"),
    [
        ({"framework": ()}, True),
        ({"framework": (), "survey": ("Millers",)}, True),
        ({"framework": ("Millers",), "survey": ()}, False),
        ({"survey": ()}, False),
        ({}, False),
    ],
)
def test_a_title_without_a_framework(
    village: Catalogue, kinds: dict[str, tuple[str, ...]], expected: bool
) -> None:
    """A title has no framework where frameworks were looked at, and none describes it."""
    placings = tuple(Placing(kind, kind, kind, boxes) for kind, boxes in kinds.items())
    result = entry(village, job(village, "miller"), Beside(placings))
    assert result.without_framework is expected


@pytest.mark.parametrize(
    "name", ["miller", "MILLER", "Grinder", "mill-hand", "Mill hand", "bread artist"]
)
def test_a_job_is_found_by_any_whole_name(name: str, village: Catalogue) -> None:
    """Id, title and other names find a job, whatever their case and hyphens."""
    assert find_neighbour(village, name)


@pytest.mark.parametrize("name", ["baker", "bread", "mill", "lion", ""])
def test_a_role_wins_and_a_beginning_is_no_name(name: str, village: Catalogue) -> None:
    """What may mean a role is no job beside it, nor is the beginning of a name."""
    assert find_neighbour(village, name) is None


def test_jobs_and_roles_are_found_together(village: Catalogue) -> None:
    """Each is there once, in the order given; where all are roles there is none of them."""
    found = find_jobs(village, ["grinder", "baker", "miller"])
    assert [each.id for each in found] == ["miller", "baker"]
    assert find_jobs(village, ["baker", "seller"]) == ()
    assert find_jobs(village, []) == ()
    with pytest.raises(UnknownNameError):
        find_jobs(village, ["miller", "lion"])


def test_all_are_listed(village: Catalogue) -> None:
    """The list has every job in the catalogue's order, with the roles that it is near to."""
    listed = [
        (each.id, each.what is not None, [role.id for role in each.nearest])
        for each in all_neighbours(village).jobs
    ]
    assert listed == [
        ("miller", True, ["baker", "bread-seller"]),
        ("bread-artist", False, ["baker"]),
        ("sweeper", False, []),
    ]


def test_a_claim_knows_the_jobs_that_cite_it(village: Catalogue) -> None:
    """What a job says stands among the places that cite a claim, after the roles."""
    last = backlinks(village)["crumb-2"][-1]
    assert (last.file, last.path) == ("neighbours.json", "$.neighbours[0].nearest[0]")
    assert (last.place, last.text) == ("Miller: nearest", "Rises later.")


def test_ids_of_jobs_lead_to_them(village: Catalogue) -> None:
    """The id of a job, and of what is said of it, leads to its screen."""
    found = {each.id: (each.what, each.shown_by) for each in known_ids(village)}
    assert found["miller"] == ("a job beside the roles", ("show", "miller"))
    assert found["miller-note"] == ("a statement", ("show", "miller"))
