"""What can be looked up in a catalogue."""

from pathlib import Path

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from tests.catalogues import bakery, write


def test_disputes_of_a_claim_are_those_it_stands_in(bakehouse: Catalogue) -> None:
    """A claim's disputes are those of which some side cites it."""
    assert [each.id for each in bakehouse.disputes_of(["crumb-2"])] == ["rising"]
    assert bakehouse.disputes_of(["crumb-1"]) == ()


def test_dispute_is_within_claims_where_two_sides_meet(bakehouse: Catalogue) -> None:
    """Claims of one side alone do not contradict one another."""
    assert bakehouse.disputes_within(["crumb-2"]) == ()
    assert [each.id for each in bakehouse.disputes_within(["crumb-3", "crumb-2"])] == ["rising"]


def test_dispute_with_one_side_is_within_its_claims(tmp_path: Path) -> None:
    """A source that contradicts itself in one claim is in dispute where the claim stands."""
    files = bakery()
    files["sources.json"]["disputes"][0]["sides"].pop()
    catalogue = load_catalogue(write(tmp_path, files))
    assert [each.id for each in catalogue.disputes_within(["crumb-2"])] == ["rising"]


def test_disputes_come_in_the_order_of_the_file(shipped: Catalogue) -> None:
    """Whatever the order of the claims, the disputes come as the file has them."""
    claims = [claim.id for claim in reversed(shipped.sources.claims)]
    assert shipped.disputes_of(claims) == shipped.sources.disputes


def test_row_is_disputed_where_its_roles_disagree(bakehouse: Catalogue) -> None:
    """A row is disputed where sides meet among what all roles cite under it."""
    assert [each.id for each in bakehouse.row_disputes("aspect", "rising")] == ["rising"]
    assert bakehouse.row_disputes("aspect", "heat") == ()
    assert bakehouse.row_disputes("skill", "greeting") == ()
    assert bakehouse.row_disputes("duty", "unheard-of") == ()


def test_look_ups_hold_everything_by_id(shipped: Catalogue) -> None:
    """Each look-up holds as many things as the file, under their ids."""
    file = shipped.file
    for found, things in (
        (shipped.stages, file.stages),
        (shipped.aspects, file.aspects),
        (shipped.skills, file.skills),
        (shipped.responsibilities, file.responsibilities),
        (shipped.claims, shipped.sources.claims),
        (shipped.source, shipped.sources.sources),
    ):
        assert tuple(found.values()) == things
        assert all(key == thing.id for key, thing in found.items())
    assert [shipped.role_index[role.id] for role in shipped.roles] == list(range(len(file.roles)))


def test_sources_of_claims_come_once_in_the_order_of_the_file(shipped: Catalogue) -> None:
    """Claims of two sources give two sources, however many claims there are."""
    assert [each.id for each in shipped.sources_of(["dev-1", "qwak-1", "dev-2"])] == ["qwak", "dev"]
    assert shipped.sources_of([]) == ()
