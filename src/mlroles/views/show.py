"""One role whole."""

from dataclasses import replace

from mlroles.render.document import (
    Block,
    Document,
    Fields,
    Group,
    Heading,
    Items,
    Next,
    Paragraph,
    Phrase,
    Table,
)
from mlroles.roles.advertised import AdvertisedPay
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.profile import Duty, Profile, SkillLevel
from mlroles.roles.said import Said
from mlroles.views.marks import ADVERTISED, OUTSIDE_TITLE, Marks


def view(result: Profile, catalogue: Catalogue) -> Document:
    """Return the screen of ``mlroles show``: the parts asked for, in the order of reading."""
    marks = Marks(catalogue)
    blocks: list[Block] = [Heading(marks.role(result.role, text=result.role.title))]
    if result.summary:
        blocks.append(Paragraph(marks.phrase(result.summary)))
        if result.aliases:
            blocks.append(
                Paragraph(Phrase(f"Also called: {', '.join(result.aliases)}", muted=True))
            )
    blocks += _facts(result, marks)
    blocks += _responsibilities(result, marks)
    blocks += _items("What it does not do", result.does_not, marks)
    blocks += _skills(result, marks)
    blocks += _items("Choose it if", result.choose_if, marks)
    blocks += _items("Think twice if", result.think_twice_if, marks)
    if result.claims is not None:
        blocks += [
            Heading("Sources", level=2),
            Paragraph(f"Rests on {len(result.claims)} claims: {', '.join(result.claims)}"),
        ]
    blocks += [marks.footnotes(), Next(_next(result, catalogue))]
    return Document(tuple(blocks))


def _next(result: Profile, catalogue: Catalogue) -> tuple[str, ...]:
    others = [role.id for role in catalogue.roles if role.id != result.role.id]
    compare = (f"mlroles compare {others[0]} {result.role.id}",) if others else ()
    claim = (f"mlroles sources {result.claims[0]}",) if result.claims else ()
    pay = (f"mlroles pay {result.role.id}",) if result.advertised_pay else ()
    return (*compare, *claim, *pay, "mlroles quiz")


def _facts(result: Profile, marks: Marks) -> list[Block]:
    if not result.facts:
        return []
    facts: list[tuple[str | Phrase, Phrase]] = [
        (
            marks.label(fact.title, fact.said.disputes),
            marks.phrase(fact.said, scale=fact.scale, row_disputed=True),
        )
        for fact in result.facts
    ]
    if result.advertised_pay:
        facts.append((ADVERTISED, _advertised(result, result.advertised_pay, marks)))
    return [Heading("Facts", level=2), Fields(tuple(facts))]


def _advertised(result: Profile, pay: AdvertisedPay, marks: Marks) -> Phrase:
    said = marks.advertised(pay)
    if any(fact.figure for fact in result.facts or ()):
        return replace(said, text=f"{said.text}; not comparable with the other sources' figures")
    return said


def _responsibilities(result: Profile, marks: Marks) -> list[Block]:
    if not result.responsibilities:
        return []
    rows: list[tuple[str | Phrase, ...] | Group] = []
    for stage in result.responsibilities:
        rows.append(Group(stage.title or OUTSIDE_TITLE))
        rows.extend((duty.part, marks.phrase(duty.said, text=_duty(duty))) for duty in stage.duties)
    return [
        Heading("Responsibilities by stage", level=2),
        Table(("Part", "Responsibility"), tuple(rows)),
    ]


def _duty(duty: Duty) -> str:
    same = duty.said.text == duty.title
    return duty.title if same else f"{duty.title}: {duty.said.text}"


def _skills(result: Profile, marks: Marks) -> list[Block]:
    if not result.skills:
        return []
    rows: list[tuple[str | Phrase, ...] | Group] = []
    for category in result.skills:
        rows.append(Group(category.title))
        rows.extend(
            (skill.title, marks.phrase(skill.said, scale=result.skill_scale, text=_level(skill)))
            for skill in category.skills
        )
    return [Heading("Skills", level=2), Table(("Skill", "Level"), tuple(rows))]


def _level(skill: SkillLevel) -> str:
    same = skill.said.text == skill.title
    return skill.label if same else f"{skill.label}: {skill.said.text}"


def _items(title: str, statements: tuple[Said, ...] | None, marks: Marks) -> list[Block]:
    if not statements:
        return []
    return [Heading(title, level=2), Items(tuple(marks.phrase(each) for each in statements))]
