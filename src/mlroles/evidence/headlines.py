"""What surveys and adverts say of each role, in the shape in which every screen quotes figures."""

from collections.abc import Iterator
from pathlib import Path

from mlroles.datafile.read import read_part
from mlroles.evidence.figures import EvidenceIndex
from mlroles.evidence.intervals import wilson
from mlroles.evidence.models import EvidenceFile
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.evidence import Count, Evidence

SPREAD = "95 % interval"
"""What lies between the two ends of a figure."""

UNIT = "%"
"""Shares are given in per cent."""


def measured_shares(path: Path, catalogue: Catalogue) -> tuple[Evidence, ...]:
    """Return the shares of the file at ``path`` that stand beside rows of the comparison.

    One for each measure with aspects and each role of the catalogue that it counts whole: parts
    of a role are for robustness. Raises DataError where the file is wrong.
    """
    index = EvidenceIndex(read_part(path, EvidenceFile))
    return tuple(_shares(index, catalogue))


def _shares(index: EvidenceIndex, catalogue: Catalogue) -> Iterator[Evidence]:
    for measure in index.evidence.measures:
        if not measure.aspects:
            continue
        dataset = index.dataset[measure.dataset]
        for cell in measure.cells:
            group = index.group[cell.group]
            role = group.role
            if role is None or role not in catalogue.role_index or group.within is not None:
                continue
            share = wilson(cell.count, cell.base)
            yield Evidence(
                about=measure.id,
                title=measure.title,
                role=role,
                statistic="share",
                value=100 * share.value,
                unit=UNIT,
                low=100 * share.low,
                high=100 * share.high,
                spread=SPREAD,
                counts=(Count(cell.base, "advert" if dataset.basis == "adverts" else "person"),),
                population=dataset.population,
                year=dataset.year,
                source=dataset.source,
                aspects=measure.aspects,
            )
