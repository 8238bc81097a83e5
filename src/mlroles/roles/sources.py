"""Who says what, where it is used, and where the sources contradict one another."""

from dataclasses import dataclass

from mlroles.errors import UnknownNameError
from mlroles.roles.backlinks import Backlink, backlinks
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.ids import known_ids
from mlroles.roles.models import Claim, Dispute, Source
from mlroles.suggest import closest, offer
from mlroles.text import quoted


@dataclass(frozen=True)
class SourceSummary:
    """A source, and how much of it is used."""

    source: Source
    """The source."""
    claims: int
    """How many claims it makes."""
    disputes: int
    """How many disputes its claims stand in."""


@dataclass(frozen=True)
class SourcesReport:
    """The sources, with their claims and disputes where these were asked for."""

    sources: tuple[SourceSummary, ...]
    """The sources, in the catalogue's order."""
    claims: tuple[Claim, ...] | None
    """Their claims; None where they were not asked for."""
    disputes: tuple[Dispute, ...] | None
    """Their disputes; None where they were not asked for."""


@dataclass(frozen=True)
class ClaimReport:
    """One claim and everything that hangs on it."""

    claim: Claim
    """The claim."""
    source: Source
    """The source that makes it."""
    section: str
    """The heading under which it stands in the source."""
    backlinks: tuple[Backlink, ...]
    """Every place that cites it."""
    disputes: tuple[Dispute, ...]
    """The disputes that it stands in."""


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
    own = [claim.id for claim in catalogue.claims_of(source.id)]
    return SourceSummary(source, len(own), len(catalogue.disputes_of(own)))


def source_report(catalogue: Catalogue, source: Source) -> SourcesReport:
    """Return a source with its claims."""
    own = (_summary(catalogue, source),)
    return SourcesReport(own, tuple(catalogue.claims_of(source.id)), None)


def look_up(catalogue: Catalogue, name: str) -> ClaimReport | SourcesReport:
    """Return what has the id ``name``: a claim; a source with its claims; a dispute with its own.

    A report on a dispute has ``disputes``, one on a source has none. Raises UnknownNameError
    where nothing has the id, or what has it is shown by another command.
    """
    key = name.strip().casefold()
    if key in catalogue.source:
        return source_report(catalogue, catalogue.source[key])
    for dispute in catalogue.sources.disputes:
        if dispute.id == key:
            ids = [claim for side in dispute.sides for claim in side.claims]
            sources = catalogue.sources_of(ids)
            return SourcesReport(
                tuple(_summary(catalogue, source) for source in sources),
                tuple(catalogue.claims[claim] for claim in dict.fromkeys(ids)),
                (dispute,),
            )
    return claim_report(catalogue, key)


def claim_report(catalogue: Catalogue, claim_id: str) -> ClaimReport:
    """Return one claim and where it is used; raises UnknownNameError where there is none."""
    claim = catalogue.claims.get(claim_id.strip().casefold())
    if claim is None:
        raise _unknown(catalogue, claim_id)
    source = catalogue.source[claim.source]
    return ClaimReport(
        claim,
        source,
        next(section.title for section in source.sections if section.id == claim.section),
        backlinks(catalogue).get(claim.id, ()),
        catalogue.disputes_of([claim.id]),
    )


def _unknown(catalogue: Catalogue, name: str) -> UnknownNameError:
    for known in known_ids(catalogue):
        if known.id == name:
            there = f"'mlroles {' '.join(known.shown_by)}' shows it."
            return UnknownNameError(f"{quoted(name)} is the id of {known.what}.", there)
    disputes = (dispute.id for dispute in catalogue.sources.disputes)
    advice = offer(closest(name.casefold(), [*catalogue.claims, *disputes, *catalogue.source]))
    return UnknownNameError(
        f"There is no claim, dispute or source {quoted(name)}.",
        f"{advice} 'mlroles sources --claims' and 'mlroles sources --disputes' list them.".lstrip(),
    )
