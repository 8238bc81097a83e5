"""The figures of a skill, an aspect, a claim."""

from mlroles.evidence.figures import EvidenceIndex
from mlroles.evidence.models import EvidenceFile


def test_a_skill_has_its_figures_and_its_standing(evidence: EvidenceFile) -> None:
    """A skill's figures in a role are those of the whole role, and say how usual it is."""
    skill = evidence.measures[0].skill or ""
    role = evidence.groups[0].role or ""
    found = EvidenceIndex(evidence).skill(role, skill)
    assert found.standing == "common"
    assert [(each.group.id, each.figure.count) for each in found.figures] == [(role, 80)]


def test_a_skill_that_nobody_measured_is_not_known(evidence: EvidenceFile) -> None:
    """Without a figure a skill is unknown, and has no figures."""
    found = EvidenceIndex(evidence).skill("nobody", "nothing")
    assert (found.standing, found.figures) == ("unknown", ())


def test_what_stands_beside_an_aspect(evidence: EvidenceFile) -> None:
    """Measures and quantities are found by the row of the comparison."""
    aspect = evidence.measures[0].aspects[0]
    index = EvidenceIndex(evidence)
    assert [each.id for each in index.about_aspect(aspect)] == ["kneading", "loaves"]


def test_things_are_found_by_id(evidence: EvidenceFile) -> None:
    """Findings are found by claim, disputes by dispute, quantities by their id."""
    index = EvidenceIndex(evidence)
    assert index.finding[evidence.findings[0].claim] is evidence.findings[0]
    assert index.dispute[evidence.disputes[0].dispute] is evidence.disputes[0]
    assert index.quantity["loaves"].unit == "loaves"
