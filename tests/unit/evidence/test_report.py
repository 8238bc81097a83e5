"""What is measured: of everything, or of one thing that is named."""

import json
from pathlib import Path

import pytest

from mlroles.errors import UnknownNameError
from mlroles.evidence.models import EvidenceFile
from mlroles.evidence.report import RoleStanding, about, overview
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from tests.catalogues import bakery, write
from tests.evidence import Evidence


def read(document: Evidence) -> EvidenceFile:
    """Return an evidence file of its JSON."""
    return EvidenceFile.model_validate_json(json.dumps(document))


def test_overview_counts_every_claim(evidence: EvidenceFile, catalogue: Catalogue) -> None:
    """Without a name all claims are counted by verdict, and all are told."""
    report = overview(evidence, catalogue)
    assert {verdict: number for verdict, number in report.counts.items() if number} == {
        "supported": 1,
        "silent": 4,
    }
    assert (report.about, len(report.findings), report.more) == (None, 5, 0)


def test_overview_tells_what_tells_most_first(document: Evidence, catalogue: Catalogue) -> None:
    """What is contradicted comes before what is supported, and strong before weak."""
    for place, (verdict, strength) in enumerate(
        [("silent", "none"), ("contradicted", "weak"), ("contradicted", "strong")]
    ):
        document["findings"][place].update(verdict=verdict, strength=strength)
    report = overview(read(document), catalogue, most=2)
    assert [each.claim for each in report.findings] == ["crumb-3", "crumb-2"]
    assert report.more == 3


def test_overview_keeps_one_verdict(evidence: EvidenceFile, catalogue: Catalogue) -> None:
    """A verdict keeps the claims that have it; the counts stay those of all."""
    report = overview(evidence, catalogue, "supported")
    (found,) = report.findings
    assert (found.claim, found.text) == ("crumb-1", "Bakers bake bread.")
    assert (found.finding, found.measures) == ("80 % do.", ("kneading", "loaves"))
    assert sum(report.counts.values()) == 5
    assert not overview(evidence, catalogue, "mixed").findings


@pytest.mark.parametrize("name", ["crumb-1", " CRUMB-1 "])
def test_claim(name: str, evidence: EvidenceFile, catalogue: Catalogue) -> None:
    """A claim has its finding and every measure and quantity that it rests on."""
    report = about(evidence, catalogue, name)
    assert (report.about, report.title) == ("crumb-1", "Claim crumb-1")
    assert [each.claim for each in report.findings] == ["crumb-1"]
    counted, number = report.measures
    assert (counted.id, counted.question, counted.values) == (
        "kneading",
        "Do you knead by hand?",
        (),
    )
    assert (number.id, number.question, number.shares) == ("loaves", "loaves", ())
    assert [(each.of, each.value) for each in number.values] == [("all", 3.0)]
    assert (counted.file, counted.year, counted.source) == ("census.csv", 2021, "crumb")


def test_shares_tell_whole_roles_from_parts(evidence: EvidenceFile, catalogue: Catalogue) -> None:
    """A share has its count, base and interval; a part of a group is no role, and says of which."""
    first, _, part = about(evidence, catalogue, "crumb-1").measures[0].shares
    assert (first.role, first.within, first.count, first.base) == ("baker", None, 80, 100)
    assert first.share == pytest.approx(0.8)
    assert 0 < first.low < first.share < first.high < 1
    assert (part.group, part.role, part.within) == ("night-shift", None, "baker")


def test_dispute(evidence: EvidenceFile, catalogue: Catalogue) -> None:
    """A dispute has what the figures do to it, and what they rest on."""
    report = about(evidence, catalogue, "rising")
    assert (report.about, report.title) == ("rising", "rising: When do bakers rise?")
    assert report.dispute
    assert report.dispute.effect == "settled"
    assert [each.id for each in report.measures] == ["kneading"]
    assert report.findings == ()


@pytest.mark.parametrize("name", ["kneading", "KNEADING", "pounding"])
def test_skill(name: str, evidence: EvidenceFile, catalogue: Catalogue) -> None:
    """A skill, by any of its names, has its standing in each role and its measures."""
    report = about(evidence, catalogue, name)
    assert report.about == "kneading"
    assert report.standings == (
        RoleStanding("baker", "common"),
        RoleStanding("bread-seller", "some"),
    )
    assert [each.id for each in report.measures] == ["kneading"]
    assert {each.claim for each in report.findings} <= set(catalogue.claims)


def test_skill_that_nobody_measured(evidence: EvidenceFile, catalogue: Catalogue) -> None:
    """Of a skill without a figure it is unknown how usual it is."""
    report = about(evidence, catalogue, "greeting")
    assert {each.standing for each in report.standings} == {"unknown"}
    assert report.measures == ()


def test_aspect(document: Evidence, catalogue: Catalogue) -> None:
    """A row of the comparison has what stands beside it, and the claims that it cites."""
    del document["disputes"]  # it bears the same name, and comes first
    report = about(read(document), catalogue, "Rising")
    assert (report.about, report.title, report.dispute) == ("rising", "Rising", None)
    assert [each.id for each in report.measures] == ["kneading", "loaves"]
    assert {"crumb-2", "crumb-3"} <= {each.claim for each in report.findings}


@pytest.mark.parametrize("name", ["baker", "B", "Boulanger"])
def test_role(name: str, evidence: EvidenceFile, catalogue: Catalogue) -> None:
    """A role, by any of its names, has the findings about all that is said of it, each once."""
    report = about(evidence, catalogue, name)
    assert (report.about, report.title) == ("baker", "Master Baker")
    claims = [each.claim for each in report.findings]
    assert claims[:1] == ["crumb-1"]
    assert len(claims) == len(set(claims)) > 1


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("kneeding", "Did you mean kneading?"),
        ("risign", "Did you mean rising?"),
        ("crubm-1", "Did you mean crumb-1?"),
        ("", "list names"),
        ("  ", "list names"),
        ("lion taming", "list names"),
        ("\x1b[31m", "list names"),
    ],
)
def test_unknown_name(name: str, hint: str, evidence: EvidenceFile, catalogue: Catalogue) -> None:
    """What is nothing is called so, with the name that it may be a slip for."""
    with pytest.raises(UnknownNameError) as caught:
        about(evidence, catalogue, name)
    assert "There is no claim, dispute, skill, aspect or role" in str(caught.value)
    assert hint in caught.value.hint


def test_name_of_several_roles(evidence: EvidenceFile, tmp_path: Path) -> None:
    """A name that fits more than one role is not called unknown: the roles are offered."""
    files = bakery()
    files["roles.json"]["roles"][1]["title"] = "Bake Seller"
    catalogue = load_catalogue(write(tmp_path, files))
    with pytest.raises(UnknownNameError, match="more than one role") as caught:
        about(evidence, catalogue, "bake")
    assert "bread-seller" in caught.value.hint


def test_a_claim_without_a_finding_is_no_unknown_name(
    evidence: EvidenceFile, catalogue: Catalogue
) -> None:
    """Of a claim that is not held against figures nothing is told, but that it is one."""
    bare = evidence.model_copy(update={"findings": evidence.findings[1:]})
    report = about(bare, catalogue, "crumb-1")
    assert (report.about, report.title) == ("crumb-1", "Claim crumb-1")
    assert (report.findings, report.measures) == ((), ())
