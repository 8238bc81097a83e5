"""Who says what, where it is used, and where the sources contradict one another."""

from dataclasses import dataclass

from mlroles.errors import UnknownNameError
from mlroles.roles.backlinks import Backlink, backlinks
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.models import Claim, Dispute, Source
from mlroles.suggest import closest, offer
from mlroles.text import quoted


@dataclass(frozen=True)
class SourceSummary:
    """A source with the number of its claims and of the disputes that they stand in."""

    source: Source
    claims: int
    disputes: int


@dataclass(frozen=True)
class SourcesReport:
    """The sources; ``claims`` and ``disputes`` are None where they were not asked for."""

    sources: tuple[SourceSummary, ...]
    claims: tuple[Claim, ...] | None
    disputes: tuple[Dispute, ...] | None


@dataclass(frozen=True)
class ClaimReport:
    """One claim: who makes it, where it is used, and the disputes that it stands in."""

    claim: Claim
    source: Source
    section: str
    backlinks: tuple[Backlink, ...]
    disputes: tuple[Dispute, ...]


def sources_report(
    catalogue: Catalogue, *, claims: bool = False, disputes: bool = False
) -> SourcesReport:
    """Return the sources, with every claim and every dispute where asked for."""
    return SourcesReport(
        tuple(_summary(catalogue, source) for source in catalogue.sources.sources),
        catalogue.sources.claims if claims else None,
        catalogue.sources.disputes if disputes else None,
    )


def _summary(catalogue: Catalogue, source: Source) -> SourceSummary:
    own = [claim.id for claim in catalogue.sources.claims if claim.source == source.id]
    return SourceSummary(source, len(own), len(catalogue.disputes_of(own)))


def claim_report(catalogue: Catalogue, claim_id: str) -> ClaimReport:
    """Return one claim and where it is used; raises UnknownNameError where there is none."""
    claim = catalogue.claims.get(claim_id.strip().casefold())
    if claim is None:
        advice = offer(closest(claim_id.casefold(), catalogue.claims))
        raise UnknownNameError(
            f"There is no claim {quoted(claim_id)}.",
            f"{advice} 'mlroles sources --claims' lists them.".lstrip(),
        )
    source = catalogue.source[claim.source]
    return ClaimReport(
        claim,
        source,
        next(section.title for section in source.sections if section.id == claim.section),
        backlinks(catalogue).get(claim.id, ()),
        catalogue.disputes_of([claim.id]),
    )
