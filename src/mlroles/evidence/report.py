"""What the sources say against what is measured: of everything, or of one thing that is named."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from mlroles.errors import UnknownNameError
from mlroles.evidence.figures import EvidenceIndex
from mlroles.evidence.intervals import wilson
from mlroles.evidence.models import (
    Basis,
    DisputeFinding,
    EvidenceFile,
    Finding,
    GroupCount,
    Measure,
    Quantity,
    Strength,
    Value,
    Verdict,
)
from mlroles.evidence.rules import Standing
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.find import find_role, matching, named_jobs
from mlroles.roles.models import Role
from mlroles.roles.statements import Citation
from mlroles.suggest import closest, offer
from mlroles.text import quoted

VERDICTS: tuple[Verdict, ...] = (
    "contradicted",
    "mixed",
    "partly",
    "supported",
    "silent",
    "not-testable",
)
"""Every verdict, those first that tell a reader most."""

STRENGTHS: tuple[Strength, ...] = ("strong", "moderate", "weak", "none")


@dataclass(frozen=True)
class ClaimVerdict:
    """A claim, and what the figures say of it."""

    claim: str
    """The id of the claim."""
    text: str
    """What is claimed."""
    verdict: Verdict
    """Whether the figures hold it."""
    strength: Strength
    """How far the verdict can be relied on."""
    finding: str
    """What the figures say, in one sentence."""
    measures: tuple[str, ...]
    """The ids of the measures and quantities that the finding rests on."""


@dataclass(frozen=True)
class MeasuredShare:
    """How many of a group something is true of."""

    group: str
    """The id of the group."""
    title: str
    """Who is counted, in words."""
    role: str | None
    """The id of the group's role; None where the group is no whole role of the catalogue."""
    within: str | None
    """The id of the group of which this one is a part; None for a whole one."""
    count: int
    """How many of them it is true of."""
    base: int
    """Of how many: those who answered, or the adverts that were read."""
    share: float
    """The count divided by the base."""
    low: float
    """The lower end of the share's 95 % interval."""
    high: float
    """The upper end of the share's 95 % interval."""


@dataclass(frozen=True)
class MeasureReport:
    """One thing that was asked or counted, and what came out."""

    id: str
    """The id of the measure or quantity."""
    title: str
    """What was measured, in words."""
    question: str
    """What was asked, or what was counted, in words."""
    columns: tuple[str, ...]
    """The columns, rows or terms of the file in which it stands."""
    dataset: str
    """The title of the data set."""
    basis: Basis
    """Whether people were asked, adverts counted, or something official was read."""
    population: str
    """Who or what is counted in it, in words."""
    file: str
    """The name of the file that was read."""
    year: int
    """The year in which the figures are true."""
    source: str
    """The id of the source that published them."""
    shares: tuple[MeasuredShare, ...]
    """The shares, a group each; empty for a quantity."""
    values: tuple[Value, ...]
    """The numbers of a quantity; empty for shares."""
    unit: str
    """What one of the numbers is; empty for shares."""


@dataclass(frozen=True)
class RoleStanding:
    """How usual a skill is in a role."""

    role: str
    """The id of the role."""
    standing: Standing
    """How usual the skill is in it, from all figures together."""


@dataclass(frozen=True)
class EvidenceReport:
    """What is measured: of everything, or of the one thing that was asked for."""

    about: str | None
    """The id of what was asked for; None for everything."""
    title: str
    """What names it; empty for everything."""
    counts: dict[Verdict, int]
    """How many claims there are in all, by verdict."""
    findings: tuple[ClaimVerdict, ...]
    """What the figures say of the claims that were asked for."""
    more: int = 0
    """How many findings are left out."""
    dispute: DisputeFinding | None = None
    """What the figures say of the dispute that was asked for; None for anything else."""
    standings: tuple[RoleStanding, ...] = ()
    """How usual the skill that was asked for is, a role each; empty for anything else."""
    measures: tuple[MeasureReport, ...] = ()
    """The measures and quantities that all this rests on; empty for everything, or a role."""


def overview(
    file: EvidenceFile,
    catalogue: Catalogue,
    verdict: Verdict | None = None,
    most: int | None = None,
) -> EvidenceReport:
    """Return the claims with that verdict (all where it is None), what is contradicted first.

    ``most`` is how many are told.
    """
    wanted = [each for each in file.findings if verdict in {None, each.verdict}]
    whole = _report(EvidenceIndex(file), catalogue, None, "", wanted)
    told = whole.findings[:most]
    return replace(whole, findings=told, more=len(whole.findings) - len(told))


def about(
    file: EvidenceFile,
    catalogue: Catalogue,
    name: str,
    find: Callable[[Catalogue, str], Role] = find_role,
) -> EvidenceReport:
    """Return what is measured about the claim, dispute, skill, aspect or role that ``name`` means.

    ``find`` returns the role that a name means. Raises UnknownNameError where it means none of
    them, or several roles.
    """
    index = EvidenceIndex(file)
    key = name.strip().casefold()
    if found := index.finding.get(key):
        report = _report(index, catalogue, key, f"Claim {key}", [found])
        return replace(report, measures=_measures(index, found.measures))
    if key in catalogue.claims:
        return _report(index, catalogue, key, f"Claim {key}", ())
    if dispute := index.dispute.get(key):
        title = next(each.about for each in catalogue.sources.disputes if each.id == key)
        report = _report(index, catalogue, key, f"{key}: {title}", ())
        measures = _measures(index, dispute.measures)
        return replace(report, dispute=dispute, measures=measures)
    skills = [(each.id, each.title, *each.aliases) for each in catalogue.file.skills]
    if matched := matching(skills, name):
        return _skill(index, catalogue, *matched)
    if matched := matching([(each.id, each.title) for each in catalogue.file.aspects], name):
        return _aspect(index, catalogue, *matched)
    try:
        role = find(catalogue, name)
    except UnknownNameError:
        if len(named_jobs(catalogue, name)[1]) > 1:
            raise
        raise UnknownNameError(
            f"There is no claim, dispute, skill, aspect or role {quoted(name)}.",
            _advice(index, catalogue, name),
        ) from None
    findings = _findings(index, catalogue, lambda each: each.role == role.id)
    return _report(index, catalogue, role.id, role.title, findings)


def _advice(index: EvidenceIndex, catalogue: Catalogue, name: str) -> str:
    """Return what ``name`` may be a slip for, or else where the names of things stand."""
    file = catalogue.file
    named = [skill.id for skill in file.skills]
    named += [aspect.id for aspect in file.aspects]
    named += [role.id for role in file.roles]
    meant = offer(closest(name, (*named, *index.finding, *index.dispute)))
    return meant or "'mlroles skills' and 'mlroles sources --claims' list names."


def _skill(index: EvidenceIndex, catalogue: Catalogue, key: str, title: str) -> EvidenceReport:
    findings = _findings(index, catalogue, lambda each: each.row == ("skill", key))
    measures = [each.id for each in index.evidence.measures if each.skill == key]
    core = {role.id for role in catalogue.core}
    standings = tuple(
        RoleStanding(role.id, index.skill(role.id, key).standing)
        for role in catalogue.roles
        if role.id in core or index.skill(role.id, key).figures
    )
    report = _report(index, catalogue, key, title, findings)
    return replace(report, standings=standings, measures=_measures(index, measures))


def _aspect(index: EvidenceIndex, catalogue: Catalogue, key: str, title: str) -> EvidenceReport:
    findings = _findings(index, catalogue, lambda each: each.row == ("aspect", key))
    measures = [each.id for each in index.about_aspect(key)]
    report = _report(index, catalogue, key, title, findings)
    return replace(report, measures=_measures(index, measures))


def _findings(
    index: EvidenceIndex, catalogue: Catalogue, fits: Callable[[Citation], bool]
) -> Iterable[Finding]:
    """Return the findings about what is cited where ``fits`` says so."""
    cited = dict.fromkeys(
        claim for each in catalogue.citations if fits(each) for claim in each.claims
    )
    return [index.finding[claim] for claim in cited if claim in index.finding]


def _report(
    index: EvidenceIndex,
    catalogue: Catalogue,
    key: str | None,
    title: str,
    findings: Iterable[Finding],
) -> EvidenceReport:
    """Return the report of ``findings``; the measures and the rest are put in by the caller."""
    verdicts = [each.verdict for each in index.evidence.findings]
    ordered = sorted(
        findings, key=lambda each: (VERDICTS.index(each.verdict), STRENGTHS.index(each.strength))
    )
    return EvidenceReport(
        key,
        title,
        {verdict: verdicts.count(verdict) for verdict in VERDICTS},
        tuple(_verdict(catalogue, each) for each in ordered),
    )


def _measures(index: EvidenceIndex, keys: Iterable[str]) -> tuple[MeasureReport, ...]:
    return tuple(_measure(index, each) for each in dict.fromkeys(keys))


def _verdict(catalogue: Catalogue, each: Finding) -> ClaimVerdict:
    text = catalogue.claims[each.claim].text
    return ClaimVerdict(each.claim, text, each.verdict, each.strength, each.text, each.measures)


def _measure(index: EvidenceIndex, key: str) -> MeasureReport:
    if counted := index.measure.get(key):
        shares = tuple(_share(index, cell) for cell in counted.cells)
        return _of_dataset(index, counted, counted.question, shares, (), "")
    quantity = index.quantity[key]
    return _of_dataset(index, quantity, quantity.title, (), quantity.values, quantity.unit)


def _of_dataset(  # noqa: PLR0913, PLR0917
    index: EvidenceIndex,
    found: Measure | Quantity,
    question: str,
    shares: tuple[MeasuredShare, ...],
    values: tuple[Value, ...],
    unit: str,
) -> MeasureReport:
    dataset = index.dataset[found.dataset]
    return MeasureReport(
        found.id,
        found.title,
        question,
        found.columns,
        dataset.title,
        dataset.basis,
        dataset.population,
        dataset.file,
        dataset.year,
        dataset.source,
        shares,
        values,
        unit,
    )


def _share(index: EvidenceIndex, cell: GroupCount) -> MeasuredShare:
    group = index.group[cell.group]
    interval = wilson(cell.count, cell.base)
    return MeasuredShare(
        group.id,
        group.title,
        None if group.within else group.role,
        group.within,
        cell.count,
        cell.base,
        interval.value,
        interval.low,
        interval.high,
    )
