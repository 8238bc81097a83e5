"""The screen of the evidence."""

import json

import pytest

from mlroles.evidence.models import EvidenceFile
from mlroles.evidence.report import about, overview
from mlroles.render.document import Fields, Heading, Interval, Intervals, Phrase
from mlroles.roles.catalogue import Catalogue
from mlroles.views.evidence import EFFECTS, view
from tests.evidence import Evidence, bakery_evidence
from tests.unit.views.blocks import all_of, headings, one_of, paragraphs, suggested, words


@pytest.fixture
def document() -> Evidence:
    """Return the evidence file as JSON holds it, for a test to spoil."""
    return bakery_evidence()


def read(document: Evidence) -> EvidenceFile:
    """Return an evidence file of its JSON."""
    return EvidenceFile.model_validate_json(json.dumps(document))


def said(fields: Fields) -> list[list[str]]:
    """Return labels and values as texts."""
    return [
        [words(label), *(map(words, value) if isinstance(value, tuple) else [words(value)])]
        for label, value in fields.items
    ]


def test_overview(document: Evidence, bakehouse: Catalogue) -> None:
    """Everything is counted first; then the claims follow, each with its finding."""
    screen = view(overview(read(document), bakehouse), bakehouse)
    assert headings(screen) == ["What is said, held against figures", "The claims"]
    assert paragraphs(screen).startswith(
        "Of 5 claims of the sources: 0 contradicted, 0 mixed, 0 partly supported, 1 supported, "
        "4 silent, 0 not testable."
    )
    assert said(one_of(screen, Fields))[0] == [
        "crumb-1",
        "Said: Bakers bake bread. (Miller, Crumb)",
        "Supported, strong: 80 % do.",
    ]
    assert said(one_of(screen, Fields))[1][2] == "Silent: Nobody asked."
    assert suggested(screen)[0] == "mlroles evidence crumb-1"


def test_first_claims(document: Evidence, bakehouse: Catalogue) -> None:
    """Where not all are told, it says how many are, of how many, and what they have in common."""
    screen = view(overview(read(document), bakehouse, most=1), bakehouse)
    assert headings(screen)[1] == "The first 1 of 5: supported"


def test_claims_of_one_verdict(document: Evidence, bakehouse: Catalogue) -> None:
    """Claims that were all found alike stand under what that verdict means."""
    screen = view(overview(read(document), bakehouse, "silent"), bakehouse)
    assert headings(screen)[1] == "Silent: nobody has measured it"


def test_no_claim_of_a_verdict(document: Evidence, bakehouse: Catalogue) -> None:
    """Where no claim has the verdict the counts say so, and there is no empty list."""
    screen = view(overview(read(document), bakehouse, "mixed"), bakehouse)
    assert headings(screen) == ["What is said, held against figures"]
    assert not all_of(screen, Fields)
    assert suggested(screen) == (
        "mlroles evidence --verdict contradicted",
        "mlroles evidence",
    )


def test_claim(document: Evidence, bakehouse: Catalogue) -> None:
    """A claim's finding stands first, then what it rests on: drawn, in words, and as numbers."""
    screen = view(about(read(document), bakehouse, "crumb-1"), bakehouse)
    assert headings(screen) == ["Claim crumb-1", "How many knead by hand (2021)", "Loaves (2021)"]
    finding, parts, values = all_of(screen, Fields)
    assert screen.blocks[1] is finding
    assert said(finding)[0][2] == "Supported, strong: 80 % do."
    assert said(parts) == [["the first at night", "50 %, interval from 24 to 76; 5 of 10"]]
    assert said(values) == [["all", "3 loaves"]]
    first, second = one_of(screen, Intervals).items
    assert first == Interval(Phrase("the first", role=0), 0.8, first.low, first.high, "80 of 100")
    assert words(second.label) == "the second"
    told = paragraphs(screen)
    assert "Do you knead by hand? All who bake. census.csv: Q1. Miller, Crumb." in told
    assert "All who bake. census.csv: Q3. Miller, Crumb." in told
    assert "loaves All who bake" not in told
    assert suggested(screen) == (
        "mlroles evidence crumb-1",
        "mlroles evidence --verdict contradicted",
        "mlroles sources crumb-1",
        "mlroles evidence",
    )


def test_claim_without_a_figure(document: Evidence, bakehouse: Catalogue) -> None:
    """A claim that nobody measured has its finding alone."""
    screen = view(about(read(document), bakehouse, "crumb-2"), bakehouse)
    assert headings(screen) == ["Claim crumb-2"]
    assert said(one_of(screen, Fields))[0][2] == "Silent: Nobody asked."


def test_titles_of_measures(document: Evidence, bakehouse: Catalogue) -> None:
    """Adverts are not called people, and a year that the title names is not said again."""
    document["datasets"][0]["basis"] = "adverts"
    document["quantities"][0]["title"] = "loaves of 2021"
    screen = view(about(read(document), bakehouse, "crumb-1"), bakehouse)
    assert headings(screen)[1:] == ["How many adverts knead by hand (2021)", "Loaves of 2021"]


def test_parts_alone_are_not_drawn(document: Evidence, bakehouse: Catalogue) -> None:
    """Where only a part of a group was asked there is no empty drawing."""
    measure = document["measures"][0]
    measure["cells"] = [measure["cells"][2]]
    screen = view(about(read(document), bakehouse, "rising"), bakehouse)
    assert not all_of(screen, Intervals)
    assert said(one_of(screen, Fields))[0][0] == "the first at night"


def test_one_thing_is_written_as_one(document: Evidence, bakehouse: Catalogue) -> None:
    """A number of one has its unit in the singular; a great one has its thousands set apart."""
    values = [{"of": "me", "value": 1.0}, {"of": "all", "value": 12345.5}]
    document["quantities"][0].update(unit="rolls", values=values)
    screen = view(about(read(document), bakehouse, "crumb-1"), bakehouse)
    assert said(all_of(screen, Fields)[2]) == [["me", "1 roll"], ["all", "12,345.5 rolls"]]


def test_a_group_of_no_role_has_no_colour(document: Evidence, bakehouse: Catalogue) -> None:
    """Who is none of the catalogue's roles is drawn beside them, without a colour."""
    del document["groups"][1]["role"]
    screen = view(about(read(document), bakehouse, "crumb-1"), bakehouse)
    labels = [each.label for each in one_of(screen, Intervals).items]
    assert labels == [Phrase("the first", role=0), Phrase("the second")]


@pytest.mark.parametrize("effect", EFFECTS)
def test_dispute(effect: str, document: Evidence, bakehouse: Catalogue) -> None:
    """A dispute's screen says first what the figures do to our reading."""
    document["disputes"][0]["effect"] = effect
    screen = view(about(read(document), bakehouse, "rising"), bakehouse)
    assert headings(screen)[0] == "rising: When do bakers rise?"
    assert paragraphs(screen).startswith(f"{EFFECTS[effect]} By count. ")
    assert one_of(screen, Intervals).items


def test_skill(document: Evidence, bakehouse: Catalogue) -> None:
    """A skill's screen says first how usual it is in each role."""
    screen = view(about(read(document), bakehouse, "pounding"), bakehouse)
    assert headings(screen) == [
        "Kneading",
        "How many knead by hand (2021)",
        "Claims and what the figures say",
    ]
    standings = all_of(screen, Fields)[0]
    assert screen.blocks[1] is standings
    assert said(standings) == [["Baker", "common"], ["Seller", "used by some"]]


def test_a_skill_that_nobody_measured(document: Evidence, bakehouse: Catalogue) -> None:
    """Silence is not "no": of a skill without a figure it is not known how usual it is."""
    screen = view(about(read(document), bakehouse, "greeting"), bakehouse)
    assert said(all_of(screen, Fields)[0]) == [["Baker", "not known"], ["Seller", "not known"]]


def test_role(document: Evidence, bakehouse: Catalogue) -> None:
    """Of many claims about a role it is said first how many were found how."""
    screen = view(about(read(document), bakehouse, "baker"), bakehouse)
    assert paragraphs(screen) == "Of 4 claims about it: 1 supported, 3 silent."
    assert len(one_of(screen, Fields).items) == 4


def test_nothing_measured(document: Evidence, bakehouse: Catalogue) -> None:
    """Where there is neither figure nor finding, that is said, and nothing follows from it."""
    document["findings"] = document["findings"][4:]
    document["disputes"] = []
    screen = view(about(read(document), bakehouse, "heat"), bakehouse)
    assert all_of(screen, Heading) == [Heading("Heat")]
    assert paragraphs(screen) == ("Nothing is measured about this, and nothing follows from that.")


def test_a_claim_that_is_not_held_against_figures(document: Evidence, bakehouse: Catalogue) -> None:
    """A claim without a finding is told, and that it was not held against other figures."""
    document["findings"] = document["findings"][1:]
    screen = view(about(read(document), bakehouse, "crumb-1"), bakehouse)
    assert headings(screen) == ["Claim crumb-1"]
    assert paragraphs(screen) == "Bakers bake bread. It is not held against other figures."


def test_a_role_without_findings(document: Evidence, bakehouse: Catalogue) -> None:
    """Of a role of which no claim has a finding, that is said."""
    document["findings"] = document["findings"][4:]
    screen = view(about(read(document), bakehouse, "baker"), bakehouse)
    assert paragraphs(screen) == "What is said of it is not held against other figures."
