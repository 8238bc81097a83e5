"""Whom to hire first, and why."""

from collections.abc import Iterator
from itertools import pairwise

from mlroles.hire.roster import NOBODY
from mlroles.hire.situation import NONE
from mlroles.hire.whom import Change, Disputed, Whom
from mlroles.hire.whom import Next as Then
from mlroles.render.document import (
    Block,
    Cell,
    Command,
    Document,
    Fields,
    Heading,
    Items,
    Next,
    Paragraph,
    Phrase,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.text import few, listed
from mlroles.views.marks import Marks

CHANGES = 2
"""So much of what would change it is in the short answer."""

STAGES = 3
"""So many stages that stay open are named in the short answer."""

STATES = {
    "led": "led by who is there or hired",
    "covered": "covered already, as you said",
    "open": "open",
    "not named": "not named: no source says who leads it",
}
"""What becomes of a stage, in words."""

SILENT = Phrase("not known, which is not a no", muted=True)
"""Stands where a question has no answer."""


def view(result: Whom, catalogue: Catalogue, asked: tuple[str, ...], *, full: bool) -> Document:
    """Return the screen of ``mlroles hire``; ``asked`` are the options that it answers."""
    marks = Marks(catalogue)
    blocks: list[Block] = [
        Heading(f"First, {result.advised.title}"),
        Paragraph(marks.phrase(result.why, figure=True)),
    ]
    if full:
        blocks += [*_whole(result, marks), *marks.findings()]
        blocks.append(
            Paragraph(Phrase(f"{result.judgement} Not for {result.not_for}.", muted=True))
        )
    else:
        blocks.append(Fields(tuple(_short(result, marks))))
    return Document((*blocks, marks.footnotes(), Next(tuple(_next(result, asked, full=full)))))


def _short(result: Whom, marks: Marks) -> Iterator[tuple[Text, Cell]]:
    if result.rests_on:
        yield "Because", "; ".join(result.rests_on)
    if opened := _open(result):
        yield "Stays open", opened
    for each in result.then[:1]:
        yield "Pays next", _later(each, marks)
    if result.changes:
        yield "Otherwise", tuple(map(_change, result.changes[:CHANGES]))
    for dispute in result.disputes[:1]:
        yield "Disputed", f"{dispute.about} {len(dispute.sides)} views: {dispute.id}"
    if result.unknown:
        titles = [each.title.lower() for each in result.unknown]
        yield "Not known", f"{listed(titles)}: not taken for a no"
    yield "Not for", result.not_for


def _open(result: Whom) -> str:
    """Return the stages that stay open, or where none does what else is."""
    stages = [each.title for each in result.stages if each.state == "open"]
    if stages and len(stages) == len(result.stages):
        return "every stage"
    return few(stages or result.open[:1], STAGES)


def _whole(result: Whom, marks: Marks) -> list[Block]:
    """Return everything that is known of the answer."""
    blocks: list[Block] = [
        Heading("What that is", level=2),
        Paragraph(marks.phrase(result.advised.cited)),
        Heading("What you said", level=2),
        Fields(tuple((each.title, each.when or SILENT) for each in result.situation)),
    ]
    if result.stages:
        stages = tuple((each.title, STATES[each.state]) for each in result.stages)
        blocks += [Heading("The stages then", level=2), Fields(stages)]
    if result.open:
        blocks += [Heading("What else stays open", level=2), Items(result.open)]
    if result.then:
        later = Items(tuple(_later(each, marks) for each in result.then))
        blocks += [Heading("What pays next", level=2), later]
    if result.changes:
        changes = Items(tuple(map(_change, result.changes)))
        blocks += [Heading("What would change it", level=2), changes]
    if result.disputes:
        blocks.append(Heading("Where public advice contradicts itself", level=2))
    for each in result.disputes:
        blocks += _dispute(each)
    return blocks


def _later(each: Then, marks: Marks) -> Phrase:
    return marks.phrase(each.when, text=f"{each.advised.title}, {each.when.text}")


def _change(each: Change) -> str:
    return f"if {' and '.join(each.when)}: {each.advised.title}"


def _dispute(each: Disputed) -> list[Block]:
    sides = tuple(f"{side.says} ({', '.join(side.claims)})" for side in each.sides)
    return [
        Paragraph(Phrase(f"{each.about} ({each.id})", strong=True)),
        Items(sides),
        Paragraph(f"mlroles goes by: {each.reading}"),
    ]


def _next(result: Whom, asked: tuple[str, ...], *, full: bool) -> Iterator[Command]:
    if not full:
        yield command("hire", *asked, "--full")
    elif result.unknown:
        yield command("hire", *asked, "--ask")
    if result.advised.job:
        yield command("show", result.advised.job)
        if result.advised.role:
            yield command("advert", result.advised.job)
        if full:
            yield command("team", "--have", _team(asked, result.advised.job))
    elif not full and not result.rests_on:
        yield command("hire", *asked, "--ask")
    for each in result.disputes[:1] if full else ():
        yield command("sources", each.id)


def _team(asked: tuple[str, ...], job: str) -> str:
    """Return who is there, and who is hired, as it is typed after --have."""
    there = next((after for before, after in pairwise(asked) if before == "--have"), NOBODY)
    return job if there.casefold() in {NOBODY, NONE} else f"{there}, {job}"
