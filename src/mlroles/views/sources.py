"""Who says what, and where the sources contradict one another."""

from typing import Literal

from mlroles.render.document import (
    Block,
    Cell,
    Document,
    Fields,
    Group,
    Heading,
    Items,
    Next,
    Paragraph,
    Phrase,
    Table,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.models import Claim, Dispute
from mlroles.roles.sources import ClaimReport, SourcesReport, SourceSummary
from mlroles.text import counted

UNDATED = "no date is given"


def view(result: SourcesReport, catalogue: Catalogue) -> Document:
    """Return the screen of ``mlroles sources``."""
    blocks: list[Block] = [Heading("Sources")]
    if result.claims is None and result.disputes is None:
        for summary in result.sources:
            blocks += _source(summary)
    if result.claims is not None:
        blocks += _claims(result.claims, catalogue)
    if result.disputes is not None:
        none = [Paragraph("The sources do not contradict one another.")]
        blocks += _disputes(result.disputes) or none
    first = catalogue.sources.claims[:1]
    claim = tuple(command("sources", each.id) for each in first)
    blocks.append(Next((command("sources", "--claims"), command("sources", "--disputes"), *claim)))
    return Document(tuple(blocks))


def brief(result: SourcesReport) -> Document:
    """Return the short answer of ``mlroles sources``: each source, and how much rests on it."""
    fields = tuple(
        (each.source.id, f"{each.source.cite}: {_used(each) if each.claims else 'figures'}")
        for each in result.sources
    )
    blocks: list[Block] = [
        Heading("Sources"),
        Fields(fields),
        Paragraph("With --full, or an id: who wrote it, its licence, and what to keep in mind."),
    ]
    first = tuple(command("sources", each.source.id) for each in result.sources[:1])
    commands = (command("sources", "--full"), *first, command("sources", "--disputes"))
    return Document((*blocks, Next(commands)))


def _used(summary: SourceSummary) -> str:
    claims = counted(summary.claims, "claim")
    return f"{claims}, in {counted(summary.disputes, 'dispute')}"


def claim_view(result: ClaimReport, catalogue: Catalogue) -> Document:
    """Return the screen of ``mlroles sources CLAIM-ID``."""
    claim, source = result.claim, result.source
    blocks: list[Block] = [
        Heading(f"Claim {claim.id}"),
        Paragraph(claim.text),
        Fields(
            (
                ("Source", f"{source.author}: {source.title} ({source.publisher})"),
                ("Section", result.section),
                ("Kind", claim.kind),
            )
        ),
    ]
    if result.backlinks:
        rows = tuple((use.place, use.text, f"{use.file} {use.path}") for use in result.backlinks)
        blocks += [Heading("Used in", level=2), Table(("Place", "Text", "File"), rows)]
    else:
        blocks.append(Paragraph("No statement uses it."))
    blocks += _disputes(result.disputes)
    ids = [each.id for each in catalogue.sources.claims]
    following = ids[(ids.index(claim.id) + 1) % len(ids)]
    blocks.append(
        Next(
            (
                command("evidence", claim.id),
                command("sources", following),
                command("sources", "--claims"),
            )
        )
    )
    return Document(tuple(blocks))


def source_view(result: SourcesReport, catalogue: Catalogue) -> Document:
    """Return the screen of ``mlroles sources SOURCE-ID``."""
    (summary,) = result.sources
    claims = result.claims or ()
    others = tuple(command("sources", claim.id) for claim in claims[:1])
    blocks = [Heading(f"Source {summary.source.id}"), *_source(summary)]
    blocks += _claims(claims, catalogue) if claims else []
    return Document((*blocks, Next((*others, command("sources", "--disputes")))))


def dispute_view(result: SourcesReport, catalogue: Catalogue) -> Document:
    """Return the screen of ``mlroles sources DISPUTE-ID``."""
    disputes, claims = result.disputes or (), result.claims or ()
    ids = [each.id for each in catalogue.sources.disputes]
    following = ids[(ids.index(disputes[0].id) + 1) % len(ids)]
    own = (command("evidence", disputes[0].id), command("sources", claims[0].id))
    commands = (*own, command("sources", following))
    return Document(
        (
            *_disputes(disputes, level=1),
            *_claims(claims, catalogue),
            Next((*commands, command("sources", "--disputes"))),
        )
    )


def _source(summary: SourceSummary) -> list[Block]:
    source = summary.source
    fields: list[tuple[Text, Cell]] = [
        ("Id", source.id),
        ("Title", source.title),
        ("Author", source.author),
        ("Publisher", source.publisher),
        ("Published", source.published or UNDATED),
        ("Kind", source.kind),
    ]
    if source.licence:
        fields.append(("Licence", source.licence))
    if source.credit:
        fields.append(("Credit", source.credit))
    if summary.claims:
        disputes = counted(summary.disputes, "dispute")
        fields.append(("Claims", f"{summary.claims}, in {disputes}"))
    blocks: list[Block] = [Heading(source.cite, level=2), Fields(tuple(fields))]
    if source.caveats:
        blocks += [Paragraph(Phrase("To keep in mind", strong=True)), Items(source.caveats)]
    return blocks


def _claims(claims: tuple[Claim, ...], catalogue: Catalogue) -> list[Block]:
    rows: list[tuple[Cell, ...] | Group] = []
    by_section: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        by_section.setdefault((claim.source, claim.section), []).append(claim)
    for source in catalogue.sources.sources:
        for section in source.sections:
            own = by_section.get((source.id, section.id), [])
            if own:
                rows.append(Group(f"{source.cite}: {section.title}"))
            rows.extend(
                (
                    Phrase(claim.id, disputed=bool(catalogue.disputes_of([claim.id]))),
                    claim.kind,
                    claim.text,
                )
                for claim in own
            )
    heading = Heading(counted(len(claims), "claim"), level=2)
    return [heading, Table(("Id", "Kind", "Claim"), tuple(rows))] if rows else [heading]


def _disputes(disputes: tuple[Dispute, ...], *, level: Literal[1, 2] = 2) -> list[Block]:
    blocks: list[Block] = []
    for dispute in disputes:
        sides = [
            (f"Side {number}", Phrase(f"{side.says} ({', '.join(side.claims)})"))
            for number, side in enumerate(dispute.sides, start=1)
        ]
        blocks += [
            Heading(f"{dispute.id}: {dispute.about}", level=level),
            Fields((*sides, ("Our reading", dispute.reading), ("Because", dispute.reason))),
        ]
    return blocks
