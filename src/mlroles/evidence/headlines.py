"""Read of ``evidence.json`` what other screens quote: figures about roles, and what is found."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from mlroles.datafile.read import read_part, refuse
from mlroles.evidence.check import evidence_problems
from mlroles.evidence.figures import EvidenceIndex, SkillFigure
from mlroles.evidence.models import Basis, EvidenceFile
from mlroles.roles.ages import Review
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.evidence import ClaimFinding, Count, Evidence, Quoted, Standing

UNITS: Mapping[Basis, tuple[str, str]] = {
    "people": ("", "person"),
    "adverts": ("ads", "advert"),
}
"""What a share of each basis is said of, and the word for one that is counted."""


def quoted_evidence(path: Path, catalogue: Catalogue) -> Quoted:
    """Return the figures of skills in roles of the catalogue, and what is found of each claim.

    Of one role and skill the highest share comes first. Raises DataError where the file is wrong.
    """
    file = read_part(path, EvidenceFile)
    refuse(evidence_problems(file, catalogue))
    return Quoted(
        tuple(_skill_evidence(EvidenceIndex(file), catalogue)),
        {
            each.claim: ClaimFinding(each.claim, each.verdict, each.mark or "", each.text)
            for each in file.findings
        },
    )


def _skill_evidence(index: EvidenceIndex, catalogue: Catalogue) -> Iterator[Evidence]:
    for role in catalogue.roles:
        for skill in catalogue.file.skills:
            found = index.skill(role.id, skill.id)
            word: Standing | None = None if found.standing == "unknown" else found.standing
            for each in found.figures:
                yield _evidence(each, role.id, skill.id, word)


def _evidence(each: SkillFigure, role: str, skill: str, standing: Standing | None) -> Evidence:
    unit, counted = UNITS[each.dataset.basis]
    share = each.figure.share
    return Evidence(
        about=each.measure.id,
        title=each.measure.title,
        role=role,
        statistic="share",
        value=share.value,
        unit=unit,
        low=share.low,
        high=share.high,
        spread="95 % interval",
        counts=(Count(each.figure.base, counted),),
        population=each.dataset.population,
        year=each.dataset.year,
        source=each.dataset.source,
        skill=skill,
        standing=standing,
    )


def reviews(file: EvidenceFile) -> tuple[Review, ...]:
    """Return when somebody should look at the source of each data set again."""
    return tuple((each.source, each.review_by) for each in file.datasets)
