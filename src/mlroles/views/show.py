"""One role whole."""

from dataclasses import replace

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
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited
from mlroles.roles.evidence import Evidence
from mlroles.roles.profile import Duty, Profile
from mlroles.text import counted, few
from mlroles.views.marks import OUTSIDE_TITLE, Marks
from mlroles.views.skills import top_skills

LED, CHOSEN = 3, 2
"""So much of what a role leads, and so many reasons to choose it, are in the short answer."""


def view(result: Profile, catalogue: Catalogue, *, evidence: bool = False) -> Document:
    """Return the screen of ``mlroles show``: the parts asked for, in the order of reading.

    With ``evidence`` it ends with what figures say of the claims.
    """
    marks = Marks(catalogue)
    blocks: list[Block] = [Heading(marks.role(result.role, text=result.role.title))]
    if result.summary:
        blocks.append(Paragraph(marks.phrase(result.summary)))
        blocks += map(Paragraph, marks.aliases(result.aliases))
    blocks += _facts(result, marks)
    blocks += _responsibilities(result, marks)
    blocks += _items("What it does not do", result.does_not, marks)
    blocks += _skills(result, marks)
    blocks += _items("Choose it if", result.choose_if, marks)
    blocks += _items("Think twice if", result.think_twice_if, marks)
    if result.claims is not None:
        blocks += [
            Heading("Sources", level=2),
            Paragraph(
                f"Rests on {counted(len(result.claims), 'claim')}: {', '.join(result.claims)}"
            ),
        ]
    blocks += marks.findings() if evidence else []
    blocks += [marks.footnotes(), Next(_next(result, catalogue))]
    return Document(tuple(blocks))


def brief(result: Profile, catalogue: Catalogue) -> Document:
    """Return the short answer of ``mlroles show``: what the job is, takes, pays, and for whom."""
    marks = Marks(catalogue)
    blocks: list[Block] = [Heading(marks.role(result.role, text=result.role.title))]
    blocks += [Paragraph(marks.phrase(result.summary))] if result.summary else []
    fields: list[tuple[str, Cell]] = []
    led = [
        duty.title
        for stage in result.responsibilities or ()
        for duty in stage.duties
        if duty.part == "leads"
    ]
    fields += [("Leads", few(led, LED))] if led else []
    fields += [("Does not do", marks.phrase(each)) for each in (result.does_not or ())[:1]]
    uses = [(row.title, row.uses[0]) for group in result.skills or () for row in group.rows]
    skills = top_skills(uses, result.skill_scale)
    fields += [("Skills", skills)] if skills else []
    chosen = tuple(marks.phrase(each) for each in (result.choose_if or ())[:CHOSEN])
    fields += [("Choose it if", chosen)] if chosen else []
    fields += [(each.title, marks.measured(each, brief=True)) for each in result.measured[:1]]
    blocks += [Fields(tuple(fields)), marks.footnotes()]
    whole = command("show", result.role.id, "--full")
    plan = command("plan", result.role.id)
    return Document((*blocks, Next((whole, *_next(result, catalogue)[:1], plan))))


def _next(result: Profile, catalogue: Catalogue) -> tuple[Command, ...]:
    others = [role.id for role in catalogue.core if role.id != result.role.id]
    compare = (command("compare", others[0], result.role.id),) if others else ()
    claim = (command("sources", result.claims[0]),) if result.claims else ()
    pay = (command("pay", result.role.id),) if result.measured else ()
    return (*compare, *claim, *pay, command("plan", result.role.id), command("quiz"))


def _facts(result: Profile, marks: Marks) -> list[Block]:
    if not result.facts:
        return []
    facts: list[tuple[str | Phrase, Phrase]] = [
        (
            marks.label(fact.title, fact.cited.disputes),
            marks.phrase(fact.cited, scale=fact.scale, row_disputed=True, figure=True),
        )
        for fact in result.facts
    ]
    stated = {fact.aspect for fact in result.facts if fact.figure}
    facts += [(each.title, _measured(each, stated, marks)) for each in result.measured]
    return [Heading("Facts", level=2), Fields(tuple(facts))]


def _measured(evidence: Evidence, stated: set[str], marks: Marks) -> Phrase:
    """Say what is measured; beside a figure of another basis, that the two do not compare."""
    phrase = marks.measured(evidence)
    if stated.isdisjoint(evidence.aspects):
        return phrase
    return replace(phrase, text=f"{phrase.text}; not comparable with the other sources' figures")


def _responsibilities(result: Profile, marks: Marks) -> list[Block]:
    if not result.responsibilities:
        return []
    rows: list[tuple[str | Phrase, ...] | Group] = []
    for stage in result.responsibilities:
        rows.append(Group(stage.title or OUTSIDE_TITLE))
        rows.extend(
            (duty.part, marks.phrase(duty.cited, text=_duty(duty), figure=True))
            for duty in stage.duties
        )
    return [
        Heading("Responsibilities by stage", level=2),
        Table(("Part", "Responsibility"), tuple(rows)),
    ]


def _duty(duty: Duty) -> str:
    same = duty.cited.text == duty.title
    return duty.title if same else f"{duty.title}: {duty.cited.text}"


def _skills(result: Profile, marks: Marks) -> list[Block]:
    if not result.skills:
        return []
    rows: list[tuple[Cell, ...] | Group] = []
    for group in result.skills:
        rows.append(Group(group.title))
        rows.extend(
            (row.title, marks.skill(row.cells[0], result.skill_scale, row.title))
            for row in group.rows
        )
    return [Heading("Skills", level=2), Table(("Skill", "Level"), tuple(rows))]


def _items(title: str, statements: tuple[Cited, ...] | None, marks: Marks) -> list[Block]:
    if not statements:
        return []
    return [Heading(title, level=2), Items(tuple(marks.phrase(each) for each in statements))]
