"""The evidence that is shipped."""

from pathlib import Path

from mlroles.datafile.read import read_file
from mlroles.evidence.check import evidence_problems
from mlroles.evidence.models import EvidenceFile
from mlroles.roles.load import load_catalogue

DATA = Path(__file__).parents[3] / "data"


def test_the_shipped_evidence_holds_together() -> None:
    """Every claim has a finding, every reference is known, every verdict agrees with its tests."""
    evidence = read_file(DATA / "evidence.json", EvidenceFile)
    assert list(evidence_problems(evidence, load_catalogue(DATA))) == []


def test_every_measure_serves_a_finding_or_a_skill() -> None:
    """Nothing is shipped that nothing rests on."""
    evidence = read_file(DATA / "evidence.json", EvidenceFile)
    cited = {each for finding in evidence.findings for each in finding.measures}
    cited |= {each for finding in evidence.disputes for each in finding.measures}
    assert [each.id for each in evidence.measures if not each.skill and each.id not in cited] == []
