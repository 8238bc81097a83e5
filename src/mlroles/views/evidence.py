"""What the sources say, held against what is measured."""

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
from mlroles.text import counted
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
    if result.about is None:
        blocks.append(Paragraph(_counts(result)))
    if result.dispute:
        blocks += [
            Paragraph(EFFECTS[result.dispute.effect]),
            Paragraph(result.dispute.text),
        ]
    blocks += _standings(result, catalogue)
    for measure in result.measures:
        blocks += _measure(measure, catalogue)
    if result.findings:
        items = tuple(_finding(each, catalogue) for each in result.findings)
        title = "Claims and what the figures say" if result.about else _title(result)
        blocks += [Heading(title, level=2), Fields(items)]
    if result.more:
        blocks.append(Paragraph(Phrase(f"And {result.more:,} more.", muted=True)))
    if result.about and not (result.findings or result.measures or result.dispute):
        blocks.append(Paragraph("Nothing is measured about this, and nothing follows from that."))
    blocks.append(Next(_next(result)))
    return Document(tuple(blocks))


def _counts(result: EvidenceReport) -> str:
    whole = sum(result.counts.values())
    parts = ", ".join(f"{number} {SHORT[verdict]}" for verdict, number in result.counts.items())
    return (
        f"Of {counted(whole, 'claim')} of the sources: {parts}. A figure rests on who was asked; "
        "a claim's own screen says who, how many, and how sure."
    )


def _title(result: EvidenceReport) -> str:
    return f"First of all: {SHORT[result.findings[0].verdict]}" if result.more else "The claims"


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
    blocks: list[Block] = [Heading(f"{measure.title} ({measure.year})", level=2)]
    if measure.shares:
        blocks.append(Intervals(tuple(_interval(each, catalogue) for each in measure.shares)))
    if measure.values:
        values = tuple((each.of, f"{each.value:,.10g} {measure.unit}") for each in measure.values)
        blocks.append(Fields(values))
    stands = (
        f"{measure.question} {measure.population}. {measure.file}: {'; '.join(measure.columns)}"
    )
    cite = catalogue.source[measure.source].cite
    blocks.append(Paragraph(Phrase(f"{stands}. {cite}.", muted=True)))
    return blocks


def _interval(each: MeasuredShare, catalogue: Catalogue) -> Interval:
    role = catalogue.role_index.get(each.role or "")
    return Interval(
        Phrase(each.title, role=role),
        each.share,
        each.low,
        each.high,
        f"{each.count:,} of {each.base:,}",
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
