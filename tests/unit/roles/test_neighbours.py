"""Jobs beside the roles: one, all, and side by side."""

import pytest

from mlroles.roles.backlinks import backlinks
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.check import neighbours_problems
from mlroles.roles.ids import known_ids
from mlroles.roles.models import Neighbour, NeighboursFile
from mlroles.roles.neighbours import (
    Beside,
    Placing,
    entry,
    role_entry,
)


def job(catalogue: Catalogue, name: str) -> Neighbour:
    """Return the job of this id."""
    return next(each for each in catalogue.neighbours if each.id == name)


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


def test_a_job_that_is_a_role_is_refused(village: Catalogue) -> None:
    """An id cannot mean a role and a job beside the roles."""
    twice = NeighboursFile(schema_version=1, neighbours=(Neighbour(id="baker", title="Baker"),))
    (problem,) = neighbours_problems(twice, village)
    assert problem.message == "“baker” is a role"
