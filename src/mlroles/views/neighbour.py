"""Jobs beside the roles: one alone, all in a list, or several side by side with roles."""

from collections.abc import Iterable
from dataclasses import replace

from mlroles.render.document import (
    Block,
    Cell,
    Command,
    Document,
    Fields,
    Heading,
    Next,
    Paragraph,
    Phrase,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.neighbours import Job, JobComparison
from mlroles.views.marks import Marks

NOT_KNOWN = Phrase("not known", muted=True)
"""Stands where no source says anything: nothing follows from that."""

PAIR = 2
"""Of so many jobs side by side it is also told what adverts offer."""


def view(result: Job, catalogue: Catalogue, *, evidence: bool = False) -> Document:
    """Return the screen of ``mlroles show`` of a job beside the roles."""
    marks = Marks(catalogue)
    what = _what(result, marks)
    near: list[tuple[Text, Cell]] = [
        (marks.role(each.role), marks.phrase(each.cited)) for each in result.nearest
    ]
    more: list[tuple[Text, Cell]] = []
    if result.notes:
        more.append(("Known", tuple(marks.phrase(each) for each in result.notes)))
    more.append(("Frameworks", _framework(result)))
    more.append(("Advertised pay", _pay(result, marks)))
    if result.aliases:
        more.append(("Also called", Phrase(", ".join(each.text for each in result.aliases))))
    blocks: list[Block] = [
        Heading(Phrase(result.title, strong=True)),
        Paragraph(what),
        Heading("Nearest roles, and how it differs", level=2),
        Fields(tuple(near)) if near else Paragraph(NOT_KNOWN),
        Fields(tuple(more)),
    ]
    blocks += marks.findings() if evidence else []
    blocks += [marks.footnotes(), Next(_next(result, catalogue))]
    return Document(tuple(blocks))


def side_by_side(
    result: JobComparison, catalogue: Catalogue, *, evidence: bool = False
) -> Document:
    """Return the screen of ``mlroles compare`` where a job beside the roles is among the named.

    The more jobs there are, the less is said of each, so that one screen holds them.
    """
    marks = Marks(catalogue)
    jobs = result.jobs
    few = len(jobs) <= PAIR
    items: list[tuple[Text, Cell]] = []
    for job in jobs:
        about = [_what(job, marks), *_nearest(job, jobs, marks)]
        if few and any(each.role for each in jobs):
            about += [marks.phrase(each) for each in job.notes[:1]]
            about += _framework(job)[:1] if job.without_framework else ()
        if few:
            about += [replace(each, text=f"Adverts: {each.text}") for each in _pay(job, marks)]
        items.append((_title(job, marks), tuple(about)))
    first = next(each for each in jobs if each.role is None)
    others = [each for each in jobs if each is not first]
    near = first.nearest[:1] if len(others) != 1 else ()
    return Document(
        (
            Heading(" · ".join(_short(each) for each in jobs)),
            Fields(tuple(items)),
            *(marks.findings() if evidence else ()),
            marks.footnotes(),
            Next(
                (
                    *(command("show", each.id) for each in (first, *others[:1])),
                    *(command("compare", first.id, each.role.id) for each in near),
                )
            ),
        )
    )


def _short(job: Job) -> str:
    return job.role.short_title if job.role else job.title


def _title(job: Job, marks: Marks) -> Phrase:
    return marks.role(job.role) if job.role else Phrase(job.title, strong=True)


def _what(job: Job, marks: Marks) -> Phrase:
    if job.what:
        return marks.phrase(job.what)
    return Phrase("What it is no source says.", muted=True)


def _nearest(job: Job, jobs: Iterable[Job], marks: Marks) -> tuple[Phrase, ...]:
    """Say how a job differs from the roles that stand beside it, or else from the nearest."""
    there = {each.id for each in jobs}
    beside = [each for each in job.nearest if each.role.id in there]
    return tuple(
        marks.phrase(each.cited, text=f"Beside {each.role.short_title}: {each.cited.text}")
        for each in beside or job.nearest[:1]
    )


def _framework(job: Job) -> tuple[Phrase, ...]:
    """Say that a job is a title that no framework describes, and what else has a box for it."""
    if not job.placings:
        return (NOT_KNOWN,)
    told = ", ".join(each.title for each in job.placings if each.boxes)
    none = (Phrase("A title without a framework"),) if job.without_framework else ()
    return (*none, Phrase(f"Placed by {told}")) if told else none or (NOT_KNOWN,)


def _pay(job: Job, marks: Marks) -> tuple[Phrase, ...]:
    """Say what adverts offer, in one line, with what it rests on."""
    return tuple(marks.offer(each) for each in job.pay[:1]) or (NOT_KNOWN,)


def _next(result: Job, catalogue: Catalogue) -> tuple[Command, ...]:
    near = [each.role.id for each in result.nearest]
    claims = [claim for each in result.nearest for claim in each.cited.claims]
    pay = (command("pay", result.pay[0].role, "--by", "title"),) if result.pay else ()
    if not near:
        return (*pay, command("show", catalogue.roles[0].id))
    return (
        command("compare", result.id, near[0]),
        command("sources", claims[0]),
        *pay,
    )
