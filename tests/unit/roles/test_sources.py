"""Who says what, and where it is used."""

import pytest

from mlroles.errors import UnknownNameError
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.sources import claim_report, sources_report


def test_report_counts_claims_and_disputes(bakehouse: Catalogue) -> None:
    """A source comes with the number of its claims, and of the disputes they stand in."""
    report = sources_report(bakehouse)
    assert [(each.source.id, each.claims, each.disputes) for each in report.sources] == [
        ("crumb", 5, 1)
    ]
    assert (report.claims, report.disputes) == (None, None)


def test_report_lists_what_is_asked_for(bakehouse: Catalogue) -> None:
    """Claims and disputes are listed where they are asked for."""
    assert sources_report(bakehouse, claims=True).claims == bakehouse.sources.claims
    assert sources_report(bakehouse, disputes=True).disputes == bakehouse.sources.disputes


@pytest.mark.parametrize("typed", ["crumb-2", "CRUMB-2", " crumb-2 "])
def test_claim_says_who_makes_it_and_where_it_is_used(bakehouse: Catalogue, typed: str) -> None:
    """A claim comes with its source, its section, its uses and its disputes."""
    report = claim_report(bakehouse, typed)
    assert (report.claim.id, report.source.id, report.section) == ("crumb-2", "crumb", "First page")
    assert [(use.file, use.path, use.place) for use in report.backlinks] == [
        ("sources.json", "$.disputes[0]", "dispute"),
        ("roles.json", "$.roles[0].aspects[0]", "Baker: Rising"),
        ("roles.json", "$.roles[0].choose_if[0]", "Baker: choose it if"),
        ("roles.json", "$.roles[0].think_twice_if[0]", "Baker: think twice if"),
    ]
    assert [each.id for each in report.disputes] == ["rising"]


def test_claim_that_nothing_uses_has_no_use(bakehouse: Catalogue) -> None:
    """A claim about the source itself may stand alone."""
    assert claim_report(bakehouse, "crumb-5").backlinks == ()


def test_unknown_claim_is_refused_with_the_likeliest(bakehouse: Catalogue) -> None:
    """An id that is almost right brings those that are."""
    with pytest.raises(UnknownNameError) as caught:
        claim_report(bakehouse, "crumbb-2")
    assert caught.value.message == "There is no claim, dispute or source “crumbb-2”."
    assert caught.value.hint.startswith("Did you mean crumb-2")
    assert caught.value.hint.endswith(
        "'mlroles sources --claims' and 'mlroles sources --disputes' list them."
    )


def test_claim_unlike_any_is_refused_without_a_guess(bakehouse: Catalogue) -> None:
    """Where nothing is alike, nothing is guessed."""
    with pytest.raises(UnknownNameError) as caught:
        claim_report(bakehouse, "zzz")
    assert caught.value.hint == (
        "'mlroles sources --claims' and 'mlroles sources --disputes' list them."
    )
