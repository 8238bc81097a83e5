"""What the sources say, held against what is measured."""

from mlroles.evidence.models import Value
from mlroles.evidence.report import (
    ClaimVerdict,
    EvidenceReport,
    MeasuredShare,
    MeasureReport,
)
from mlroles.render.document import (
    Block,
    Cell,
    Command,
    Document,
    Fields,
    Heading,
    Interval,
    Intervals,
    Next,
    Paragraph,
    Phrase,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.text import counted, whole
from mlroles.views.figures import STANDINGS

VERDICTS = {
    "contradicted": "contradicted",
    "mixed": "mixed: sources of figures disagree",
    "partly": "partly supported",
    "supported": "supported",
    "silent": "silent: nobody has measured it",
    "not-testable": "not testable: advice, a list, or about the text itself",
}
"""Each verdict in words."""

SHORT = {
    **{key: key for key in VERDICTS},
    "partly": "partly supported",
    "not-testable": "not testable",
}
"""Each verdict where little room is."""

FEW = 3
"""So many claims are seen at a glance; of more it is told first how many there are."""

EFFECTS = {
    "settled": "The figures settle it.",
    "confirmed": "The figures confirm our reading.",
    "sharpened": "The figures sharpen our reading.",
    "overturned": "The figures overturned our first reading, which was rewritten.",
    "unchanged": "The figures leave it as it is.",
}


def view(result: EvidenceReport, catalogue: Catalogue) -> Document:
    """Return the screen of ``mlroles evidence``."""
    blocks: list[Block] = [Heading(result.title or "What is said, held against figures")]
    findings = [Fields(tuple(_finding(each, catalogue) for each in result.findings))]
    if result.about is None:
        blocks.append(Paragraph(_counts(result)))
    elif len(result.findings) > FEW and not result.standings:
        blocks.append(Paragraph(_counts_about(result)))
    own = [each.claim for each in result.findings] == [result.about]
    if own:  # the answer first, and what it rests on below
        blocks += findings
    if result.dispute:
        blocks += [
            Paragraph(EFFECTS[result.dispute.effect]),
            Paragraph(result.dispute.text),
        ]
    blocks += _standings(result, catalogue)
    for measure in result.measures:
        blocks += _measure(measure, catalogue)
    if result.findings and not own:
        blocks += [Heading(_title(result), level=2), *findings]
    claim = catalogue.claims.get(result.about or "")
    if claim and not result.findings:
        blocks += [Paragraph(claim.text), Paragraph("It is not held against other figures.")]
    elif result.about in catalogue.role_index and not result.findings:
        blocks.append(Paragraph("What is said of it is not held against other figures."))
    elif result.about and not (result.findings or result.measures or result.dispute):
        blocks.append(Paragraph("Nothing is measured about this, and nothing follows from that."))
    blocks.append(Next(_next(result)))
    return Document(tuple(blocks))


def _counts_about(result: EvidenceReport) -> str:
    verdicts = [each.verdict for each in result.findings]
    parts = ", ".join(
        f"{verdicts.count(verdict)} {SHORT[verdict]}" for verdict in dict.fromkeys(verdicts)
    )
    return f"Of {counted(len(verdicts), 'claim')} about it: {parts}."


def _counts(result: EvidenceReport) -> str:
    whole = sum(result.counts.values())
    parts = ", ".join(f"{number} {SHORT[verdict]}" for verdict, number in result.counts.items())
    return (
        f"Of {counted(whole, 'claim')} of the sources: {parts}. A figure rests on who was asked; "
        "a claim's own screen says who, how many, and how sure."
    )


def _title(result: EvidenceReport) -> str:
    if result.about:
        return "Claims and what the figures say"
    first = VERDICTS[result.findings[0].verdict]
    if result.more:
        told = len(result.findings)
        return f"The first {told} of {told + result.more:,}: {first}"
    alike = len({each.verdict for each in result.findings}) == 1
    return first.capitalize() if alike else "The claims"


def _standings(result: EvidenceReport, catalogue: Catalogue) -> list[Block]:
    """Say of a skill how usual it is in each role; what nobody has measured is called that."""
    roles = {role.id: role for role in catalogue.roles}
    fields = tuple(
        (
            Phrase(roles[each.role].short_title, role=catalogue.role_index[each.role], strong=True),
            STANDINGS.get(each.standing, "not known"),
        )
        for each in result.standings
    )
    return [Fields(fields)] if fields else []


def _measure(measure: MeasureReport, catalogue: Catalogue) -> list[Block]:
    blocks: list[Block] = [Heading(_measured(measure), level=2)]
    drawn = tuple(_interval(each, catalogue) for each in measure.shares if not each.within)
    if drawn:
        blocks.append(Intervals(drawn))
    # The names of parts are long: beside a drawing they would leave it no room.
    parts = tuple((each.title, _words(each)) for each in measure.shares if each.within)
    values = tuple((each.of, _value(each, measure.unit)) for each in measure.values)
    blocks += [Fields(items) for items in (parts, values) if items]
    asked = "" if measure.question == measure.title else f"{measure.question} "
    columns = "; ".join(measure.columns)
    cite = catalogue.source[measure.source].cite
    stands = f"{asked}{measure.population}. {measure.file}: {columns}. {cite}."
    blocks.append(Paragraph(Phrase(stands, muted=True)))
    return blocks


def _measured(measure: MeasureReport) -> str:
    """Return what is measured, with its year, as a title."""
    what = f"{measure.title[:1].upper()}{measure.title[1:]}"
    if measure.shares:
        who = "adverts " if measure.basis == "adverts" else ""
        what = f"How many {who}{measure.title}"
    return what if str(measure.year) in what else f"{what} ({measure.year})"


def _value(each: Value, unit: str) -> str:
    """Return a number with its unit, which is written for more than one."""
    return f"{each.value:,.10g} {unit.removesuffix('s') if each.value == 1 else unit}"


def _words(each: MeasuredShare) -> str:
    share, low, high = (whole(100 * value) for value in (each.share, each.low, each.high))
    return f"{share} %, interval from {low} to {high}; {_rests(each)}"


def _rests(each: MeasuredShare) -> str:
    return f"{each.count:,} of {each.base:,}"


def _interval(each: MeasuredShare, catalogue: Catalogue) -> Interval:
    role = catalogue.role_index.get(each.role or "")
    return Interval(
        Phrase(each.title, role=role),
        each.share,
        each.low,
        each.high,
        _rests(each),
    )


def _finding(each: ClaimVerdict, catalogue: Catalogue) -> tuple[Text, Cell]:
    source = catalogue.source[catalogue.claims[each.claim].source].cite
    verdict = SHORT[each.verdict] + (f", {each.strength}" if each.strength != "none" else "")
    return (
        Phrase(each.claim, strong=True),
        (f"Said: {each.text} ({source})", f"{verdict.capitalize()}: {each.finding}"),
    )


def _next(result: EvidenceReport) -> tuple[Command, ...]:
    claims = [command("evidence", each.claim) for each in result.findings[:1]]
    sources = [command("sources", each.claim) for each in result.findings[:1]]
    return (
        *claims,
        command("evidence", "--verdict", "contradicted"),
        *sources,
        command("evidence"),
    )
