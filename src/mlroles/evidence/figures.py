"""The figures of a role, a skill, a claim or a dispute, ready to be shown."""

from dataclasses import dataclass

from mlroles.evidence.models import (
    Dataset,
    DisputeFinding,
    EvidenceFile,
    Finding,
    Group,
    GroupCount,
    Measure,
    Quantity,
)
from mlroles.evidence.rules import Figure, Standing, standing


@dataclass(frozen=True)
class SkillFigure:
    """One figure of a skill in a role, and where it comes from."""

    measure: Measure
    dataset: Dataset
    group: Group
    figure: Figure


@dataclass(frozen=True)
class SkillStanding:
    """How usual a skill is in a role, and every figure that says so; the highest share first."""

    role: str
    skill: str
    standing: Standing
    figures: tuple[SkillFigure, ...]


class EvidenceIndex:
    """An evidence file, ready to be asked; it must have passed ``evidence_problems``."""

    def __init__(self, evidence: EvidenceFile) -> None:
        """Index ``evidence`` by the ids that are asked for."""
        self.evidence = evidence
        self.dataset: dict[str, Dataset] = {each.id: each for each in evidence.datasets}
        self.group: dict[str, Group] = {each.id: each for each in evidence.groups}
        self.measure: dict[str, Measure] = {each.id: each for each in evidence.measures}
        self.quantity: dict[str, Quantity] = {each.id: each for each in evidence.quantities}
        self.finding: dict[str, Finding] = {each.claim: each for each in evidence.findings}
        self.dispute: dict[str, DisputeFinding] = {each.dispute: each for each in evidence.disputes}
        self._skills: dict[tuple[str, str], list[SkillFigure]] = {}
        for measure in evidence.measures:
            for cell in measure.cells:
                self._place(measure, cell)

    def _place(self, measure: Measure, cell: GroupCount) -> None:
        group, dataset = self.group[cell.group], self.dataset[measure.dataset]
        if measure.skill is None or group.role is None or group.within is not None:
            return
        figure = Figure(dataset.basis, cell.count, cell.base)
        placed = SkillFigure(measure, dataset, group, figure)
        self._skills.setdefault((group.role, measure.skill), []).append(placed)

    def skill(self, role: str, skill: str) -> SkillStanding:
        """Return how usual ``skill`` is in ``role`` (ids); unknown without a figure.

        Only figures of the whole role count: those of a subset are for robustness.
        """
        figures = sorted(
            self._skills.get((role, skill), ()), key=lambda each: -each.figure.share.value
        )
        word = standing((each.figure for each in figures), self.evidence.rules)
        return SkillStanding(role, skill, word, tuple(figures))

    def about_aspect(self, aspect: str) -> tuple[Measure | Quantity, ...]:
        """Return what stands beside one row of the comparison (an id), in the file's order."""
        things: tuple[Measure | Quantity, ...] = (
            *self.evidence.measures,
            *self.evidence.quantities,
        )
        return tuple(each for each in things if aspect in each.aspects)
