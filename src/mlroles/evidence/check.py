"""What must hold between the parts of an evidence file, and between it and the catalogue."""

from collections.abc import Iterator

from mlroles.datafile.references import References, duplicates
from mlroles.errors import Problem
from mlroles.evidence.models import FILE, EvidenceFile, Finding, GroupCount, Measure
from mlroles.evidence.rules import Outcome, outcome, possible_verdicts, turned_round
from mlroles.roles.catalogue import Catalogue
from mlroles.text import quoted

WITHOUT_FIGURES = frozenset({"silent", "not-testable"})
"""Verdicts that rest on nothing."""


def evidence_problems(evidence: EvidenceFile, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield everything that does not hold together, in the file's order; nothing when all does.

    Ids are unique and known; no count is above its base; a source of which one claim has a finding
    has one for each; a verdict names what it rests on, and agrees with the tests of its words.
    """
    refer = References(FILE)
    yield from _ids(evidence)
    yield from _datasets(refer, evidence, catalogue)
    yield from _groups(refer, evidence, catalogue)
    yield from _measures(refer, evidence, catalogue)
    yield from _findings(refer, evidence, catalogue)
    yield from _disputes(refer, evidence, catalogue)


def _ids(evidence: EvidenceFile) -> Iterator[Problem]:
    for name in ("datasets", "groups"):
        things = enumerate(getattr(evidence, name))
        yield from duplicates(FILE, [(f"$.{name}[{n}].id", each.id) for n, each in things])
    rests = [(f"$.measures[{n}].id", each.id) for n, each in enumerate(evidence.measures)]
    rests += [(f"$.quantities[{n}].id", each.id) for n, each in enumerate(evidence.quantities)]
    yield from duplicates(FILE, rests)


def _datasets(refer: References, evidence: EvidenceFile, catalogue: Catalogue) -> Iterator[Problem]:
    sources = [(f"$.datasets[{n}].source", each.source) for n, each in enumerate(evidence.datasets)]
    yield from refer.unknown("source", sources, catalogue.source)


def _groups(refer: References, evidence: EvidenceFile, catalogue: Catalogue) -> Iterator[Problem]:
    known = {each.id for each in evidence.groups}
    for number, group in enumerate(evidence.groups):
        path = f"$.groups[{number}]"
        if group.role is not None:
            yield from refer.unknown("role", [(f"{path}.role", group.role)], catalogue.role_index)
        if group.within is not None:
            yield from refer.unknown("group", [(f"{path}.within", group.within)], known)


def _measures(refer: References, evidence: EvidenceFile, catalogue: Catalogue) -> Iterator[Problem]:
    datasets = {each.id for each in evidence.datasets}
    groups = {each.id for each in evidence.groups}
    for number, measure in enumerate(evidence.measures):
        path = f"$.measures[{number}]"
        yield from refer.unknown("data set", [(f"{path}.dataset", measure.dataset)], datasets)
        if measure.skill is not None:
            yield from refer.unknown("skill", [(f"{path}.skill", measure.skill)], catalogue.skills)
        yield from _aspects(refer, path, measure.aspects, catalogue)
        yield from _cells(refer, f"{path}.cells", measure.cells, groups)
        for place, reading in enumerate(measure.readings):
            yield from _cells(refer, f"{path}.readings[{place}].cells", reading.cells, groups)
    for number, quantity in enumerate(evidence.quantities):
        path = f"$.quantities[{number}]"
        yield from refer.unknown("data set", [(f"{path}.dataset", quantity.dataset)], datasets)
        yield from _aspects(refer, path, quantity.aspects, catalogue)


def _aspects(
    refer: References, path: str, aspects: tuple[str, ...], catalogue: Catalogue
) -> Iterator[Problem]:
    named = [(f"{path}.aspects[{place}]", aspect) for place, aspect in enumerate(aspects)]
    yield from refer.unknown("aspect", named, catalogue.aspects)


def _cells(
    refer: References, path: str, cells: tuple[GroupCount, ...], groups: set[str]
) -> Iterator[Problem]:
    named = [(f"{path}[{place}].group", cell.group) for place, cell in enumerate(cells)]
    yield from duplicates(FILE, named)
    yield from refer.unknown("group", named, groups)
    for place, cell in enumerate(cells):
        if cell.count > cell.base:
            message = f"{cell.count} of {cell.base} are counted"
            yield Problem(FILE, f"{path}[{place}].count", message, "no more than the base")


def _findings(refer: References, evidence: EvidenceFile, catalogue: Catalogue) -> Iterator[Problem]:
    claims = [(f"$.findings[{n}].claim", each.claim) for n, each in enumerate(evidence.findings)]
    yield from duplicates(FILE, claims)
    yield from refer.unknown("claim", claims, catalogue.claims)
    measures = {each.id: each for each in evidence.measures}
    rests = set(measures) | {each.id for each in evidence.quantities}
    for number, finding in enumerate(evidence.findings):
        path = f"$.findings[{number}]"
        yield from _rests(refer, path, finding.measures, rests)
        yield from _verdict(path, finding)
        yield from _tests(path, finding, measures)
    found = {claim for _, claim in claims}
    # A source that is held against figures is held whole; another may be figures itself.
    held = {each.source for each in catalogue.sources.claims if each.id in found}
    for claim in catalogue.sources.claims:
        if claim.source in held and claim.id not in found:
            message = f"the claim {quoted(claim.id)} has no finding"
            expected = "add one; where nothing was asked, its verdict is silent"
            yield Problem(FILE, "$.findings", message, expected)


def _rests(
    refer: References, path: str, measures: tuple[str, ...], known: set[str]
) -> Iterator[Problem]:
    named = [(f"{path}.measures[{place}]", each) for place, each in enumerate(measures)]
    yield from duplicates(FILE, named)
    yield from refer.unknown("measure", named, known)


def _verdict(path: str, finding: Finding) -> Iterator[Problem]:
    silent = finding.verdict in WITHOUT_FIGURES
    if silent and finding.measures:
        message = f"the verdict is {finding.verdict}, but measures are named"
        yield Problem(FILE, f"{path}.verdict", message, "leave them out, or judge by them")
    if not silent and not finding.measures:
        message = f"the verdict {finding.verdict} rests on no measure"
        yield Problem(FILE, f"{path}.measures", message, "name what it rests on")
    if silent != (finding.strength == "none"):
        message = f"a verdict that is {finding.verdict} is {finding.strength}"
        expected = "a strength of none where, and only where, nothing was measured"
        yield Problem(FILE, f"{path}.strength", message, expected)


def _tests(path: str, finding: Finding, measures: dict[str, Measure]) -> Iterator[Problem]:
    outcomes: list[Outcome] = []
    for place, test in enumerate(finding.tests):
        where = f"{path}.tests[{place}]"
        if (test.than is not None) != (test.says == "above"):
            message = f"{quoted(test.says)} {'is compared' if test.than else 'names no group'}"
            expected = "the word above, and a group after than; for other words none"
            yield Problem(FILE, where, message, expected)
            return
        if test.measure not in finding.measures or test.measure not in measures:
            message = f"the finding does not rest on a measure {quoted(test.measure)}"
            yield Problem(FILE, f"{where}.measure", message, "name it among its measures")
            return
        measure = measures[test.measure]
        counted = {cell.group for cell in measure.cells}
        if not {test.group, test.than or test.group} <= counted:
            message = f"{quoted(test.measure)} does not count a group that is named here"
            yield Problem(FILE, where, message, "name groups of its cells")
            return
        readings = (cell for reading in measure.readings for cell in reading.cells)
        if any(cell.count > cell.base for cell in (*measure.cells, *readings)):
            return  # it is told where the measure stands, and no share follows from it
        outcomes.append(outcome(test, measure))
        if finding.strength == "strong" and (parts := turned_round(test, measure)):
            message = f"is called strong, but {quoted(test.measure)} turns round {parts[0]}"
            yield Problem(FILE, f"{path}.strength", message, "moderate, or weak")
    if finding.verdict not in (possible := possible_verdicts(outcomes)):
        message = f"{finding.verdict} contradicts the tests, which are {', '.join(outcomes)}"
        yield Problem(FILE, f"{path}.verdict", message, f"one of {', '.join(sorted(possible))}")


def _disputes(refer: References, evidence: EvidenceFile, catalogue: Catalogue) -> Iterator[Problem]:
    disputes = [
        (f"$.disputes[{n}].dispute", each.dispute) for n, each in enumerate(evidence.disputes)
    ]
    yield from duplicates(FILE, disputes)
    known = {dispute.id for dispute in catalogue.sources.disputes}
    yield from refer.unknown("dispute", disputes, known)
    rests = {each.id for each in evidence.measures} | {each.id for each in evidence.quantities}
    for number, finding in enumerate(evidence.disputes):
        yield from _rests(refer, f"$.disputes[{number}]", finding.measures, rests)
