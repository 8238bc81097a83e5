"""What a team leads, helps with and leaves open."""

from collections.abc import Iterator, Mapping, Sequence

from mlroles.hire.team import Passing, Team, TeamDuty, TeamHandover, TeamStage
from mlroles.render.document import (
    Block,
    Cell,
    Command,
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
from mlroles.text import counted, few, listed
from mlroles.views.marks import OUTSIDE_TITLE, Marks

FEW = 1
"""So much of what nobody leads is named for a stage in the short answer."""

UNKNOWN = 3
"""So many titles of which nothing is known stage by stage are in the short answer."""

NOBODY = Phrase("nobody", muted=True)
"""Stands where a source names who would lead, and nobody does."""


def view(
    result: Team, catalogue: Catalogue, asked: tuple[str, ...], have: str, *, full: bool = False
) -> Document:
    """Return the screen of ``mlroles team``; ``have`` is the team as it is typed."""
    marks = Marks(catalogue)
    names = _names(catalogue)
    blocks: list[Block] = [Heading(_title(result, names))]
    if result.stages:
        rows = tuple(_stage(each, names, marks) for each in result.stages)
        blocks.append(Table(("Stage", "Now", "Who leads", "Nobody leads"), rows))
    else:
        blocks.append(Paragraph("This catalogue names no stage."))
    if full:
        blocks += _whole(result, catalogue, names, marks)
        blocks.append(Paragraph(Phrase(f"Not for {result.not_for}.", muted=True)))
    else:
        blocks.append(Fields(tuple(_short(result, catalogue, names))))
    return Document(
        (*blocks, marks.footnotes(), Next(tuple(_next(result, asked, have, full=full))))
    )


def _names(catalogue: Catalogue) -> Mapping[str, str]:
    roles = {role.id: role.short_title for role in catalogue.roles}
    return {**roles, **{job.id: job.title for job in catalogue.neighbours}}


def _title(result: Team, names: Mapping[str, str]) -> str:
    """Return who is in the team, and how much nobody leads."""
    jobs = [f"{each.people:,} × {names[each.job]}" for each in result.members]
    others = sum(each.people for each in result.others)
    jobs += [f"{others:,} × another job"] if others else []
    missing = counted(result.missing, "task") if result.missing else "no task"
    return f"{few(jobs, 4)}: {missing} without a lead"


def _stage(stage: TeamStage, names: Mapping[str, str], marks: Marks) -> tuple[Cell, ...]:
    titles = [each.title for each in stage.missing]
    state: Cell = marks.not_named() if stage.state == "not named" else _state(stage)
    return (
        stage.title or OUTSIDE_TITLE,
        state,
        listed([names[each] for each in stage.leads]) or (NOBODY if stage.named else ""),
        few(titles, FEW) if titles else "",
    )


def _state(stage: TeamStage) -> Text:
    """Return what becomes of a stage; of one that is led in part that it is."""
    part = " in part" if stage.leads and stage.missing else ""
    return Phrase(f"{stage.state}{part}", strong=stage.state in {"open", "helped"})


def _short(
    result: Team, catalogue: Catalogue, names: Mapping[str, str]
) -> Iterator[tuple[Text, Cell]]:
    titles = {each.id: each.title for each in catalogue.file.stages}
    passed = [each for each in result.handovers if each.passing in {"passed on", "to nobody"}]
    if passed:
        yield "Hand-overs", tuple(_passing(each, titles, names) for each in passed)
    doubled = [
        duty.title for stage in result.stages for duty in stage.duties if duty.state == "doubled"
    ]
    if doubled:
        yield "Doubled", f"{'; '.join(doubled)}: agree who does which part"
    for each in result.closing[:1]:
        yield (
            "Would help",
            f"{each.title}: leads {each.duties} of the {result.missing} without a lead",
        )
    if result.unknown:
        yield "Not known", f"what they do at which stage: {few(result.unknown, UNKNOWN)}"
    yield "Not for", result.not_for


def _passing(each: TeamHandover, titles: Mapping[str, str], names: Mapping[str, str]) -> str:
    before, after = titles[each.before], titles[each.after]
    gives, takes = (listed([names[job] for job in own]) for own in (each.gives, each.takes))
    shared = listed([names[job] for job in each.gives if job in each.takes])
    hows: Mapping[Passing, str] = {
        "same": f"stays with {shared}",
        "passed on": f"passes from {gives} to {takes}",
        "to nobody": f"leaves {gives} and goes to nobody",
        "from nobody": f"comes to {takes} from nobody",
        "nobody": "nobody on either side",
        "not named": "no source says who leads both",
    }
    how = hows[each.passing]
    return f"{before} → {after}: {how}"


def _whole(
    result: Team, catalogue: Catalogue, names: Mapping[str, str], marks: Marks
) -> list[Block]:
    rows = tuple(_duties((*result.stages, result.outside), names, marks))
    titles = {each.id: each.title for each in catalogue.file.stages}
    blocks: list[Block] = [
        Heading("Task by task", level=2),
        Table(("", "Now", "Leads", "Helps", "Would lead"), rows),
        Paragraph(
            "What is open outside the lifecycle is no lack: hardly any team needs all of it."
        ),
    ]
    if result.handovers:
        blocks.append(Heading("What happens in between", level=2))
        blocks.append(
            Fields(tuple(_handover(each, titles, names, marks) for each in result.handovers))
        )
    if result.closing:
        blocks.append(Heading("Who would lead what nobody does", level=2))
        blocks.append(
            Items(
                tuple(f"{each.title}: {each.duties} of {result.missing}" for each in result.closing)
            )
        )
    if result.unknown:
        blocks.append(Heading("Of whom nothing is known stage by stage", level=2))
        beside = [each.title for each in result.members if not each.role]
        others = [
            f"{each.title}" + (f" (near to {listed(each.near)})" if each.near else "")
            for each in result.others
        ]
        blocks.append(Items((*beside, *others)))
    return blocks


def _duties(
    stages: Sequence[TeamStage], names: Mapping[str, str], marks: Marks
) -> Iterator[tuple[Cell, ...] | Group]:
    for stage in stages:
        if stage.duties:
            yield Group(stage.title or OUTSIDE_TITLE)
        for duty in stage.duties:
            yield _duty(duty, names, marks)


def _duty(duty: TeamDuty, names: Mapping[str, str], marks: Marks) -> tuple[Cell, ...]:
    state: Cell = marks.not_named() if duty.state == "not named" else duty.state
    leads, helps, would = (
        listed([names[each] for each in own]) for own in (duty.leads, duty.helps, duty.would_lead)
    )
    return (duty.title, state, leads, helps, "" if duty.leads else would)


def _handover(
    each: TeamHandover, titles: Mapping[str, str], names: Mapping[str, str], marks: Marks
) -> tuple[Text, Cell]:
    label, _, how = _passing(each, titles, names).partition(": ")
    said = [marks.phrase(each.cited)] if each.cited else []
    settle = [f"Settle: {each.settle}"] if each.settle else []
    return label, (f"{how[:1].upper()}{how[1:]}.", *said, *settle)


def _next(result: Team, asked: tuple[str, ...], have: str, *, full: bool) -> Iterator[Command]:
    if not full:
        yield command("team", *asked, "--full")
    yield command("hire", "--have", have) if have else command("hire")
    for each in result.closing[:1]:
        yield command("show", each.role)
    if full:
        yield command("lifecycle")
