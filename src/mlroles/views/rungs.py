"""A role at one level, as frameworks describe it: ``show ROLE --level LEVEL``."""

from collections.abc import Sequence

from mlroles.frameworks.rungs import LadderAtLevel, RoleAtLevel, RungReport, SkillAtRung
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
    Table,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited
from mlroles.text import quoted
from mlroles.views.marks import Marks

NO_LEVELS = "No framework in these data has levels for this role."
NOT_NAMED = Phrase("not named", muted=True)
"""Stands where a rung does not name a skill that another names."""


def view(result: RoleAtLevel, catalogue: Catalogue, *, full: bool = False) -> Document:
    """Return the screen of ``mlroles show ROLE --level LEVEL``.

    It shows the skills of the first ladder, a line each; ``full`` adds every ladder, what the
    person does and what one can do who has a skill. Texts of a framework are quoted, with its
    credit below them.
    """
    marks = Marks(catalogue)
    role = catalogue.role_index[result.role.id] if result.role.here else None
    name = f"{result.role.title}, level {result.title}"
    blocks: list[Block] = [Heading(Phrase(name, role=role, strong=True))]
    if result.taken:
        blocks.append(Paragraph(f"{quoted(result.asked)} is taken as {result.title}."))
    if not result.ladders:
        blocks += _nothing(result, marks)
    elif full:
        blocks += [block for ladder in result.ladders for block in _whole(result, ladder, marks)]
    else:
        blocks += _brief(result, marks)
    blocks += [marks.footnotes(), Next(_next(result, full=full))]
    return Document(tuple(blocks))


def _nothing(result: RoleAtLevel, marks: Marks) -> list[Block]:
    """Return that no framework has levels of the role, and what those say that have some."""
    fields = tuple(
        (_cite(marks, about.source, about.short_title), text) for about, text in result.without
    )
    said: list[Block] = [Paragraph(NO_LEVELS)]
    return [*said, Fields(fields)] if fields else said


def _brief(result: RoleAtLevel, marks: Marks) -> list[Block]:
    """Return the skills of the nearest ladder, a line each with how far it goes."""
    ladder = result.ladders[0]
    blocks: list[Block] = [Paragraph(_said(result, ladder, marks))]
    if len(ladder.rungs) == 1 and ladder.exact:
        blocks[0] = Paragraph(_cite(marks, ladder.framework.source, f"“{ladder.rungs[0].text}”"))
    if any(rung.skills for rung in ladder.rungs):
        blocks.append(_skills(ladder))
    others = [f"{each.box} ({each.framework.short_title})" for each in result.ladders[1:]]
    if others:
        blocks.append(Paragraph(Phrase(f"Also, in part: {', '.join(others)}.", muted=True)))
    return blocks


def _skills(ladder: LadderAtLevel) -> Table:
    """Return the skills of the rungs that are shown, beside one another."""
    own = [{skill.id: skill for skill in rung.skills} for rung in ladder.rungs]
    titles = {skill.id: skill.title for rung in ladder.rungs for skill in rung.skills}
    headers: tuple[Text, ...] = ("Skill", *(rung.title for rung in ladder.rungs))
    rows = tuple(
        (title, *(_step(skills.get(key), ladder.steps) for skills in own))
        for key, title in titles.items()
    )
    return Table(headers, rows)


def _step(skill: SkillAtRung | None, steps: Sequence[str]) -> Cell:
    return Phrase(skill.step, gauge=(skill.place, len(steps))) if skill else NOT_NAMED


def _said(result: RoleAtLevel, ladder: LadderAtLevel, marks: Marks) -> Phrase:
    """Return under which titles the ladder has the level, or what it has in its place."""
    about, titles = ladder.framework, [rung.title for rung in ladder.rungs]
    if ladder.exact:
        said = f"{about.short_title}: {', '.join(titles)}."
    else:
        said = (
            f"{about.short_title} has no level “{result.title}” of {ladder.box}. The nearest: "
            f"{' below and '.join(titles)}{' above' if len(titles) > 1 else ''}."
        )
    return _cite(marks, about.source, said)


def _cite(marks: Marks, source: str, text: str) -> Phrase:
    return marks.phrase(Cited(text, (), (source,), ()))


def _whole(result: RoleAtLevel, ladder: LadderAtLevel, marks: Marks) -> list[Block]:
    """Return all that a framework says of the role at the level, with its credit."""
    blocks: list[Block] = []
    if not ladder.exact:
        blocks.append(Paragraph(_said(result, ladder, marks)))
    for rung in ladder.rungs:
        blocks += _rung(rung, ladder, marks)
    titles = ", ".join(ladder.all_titles)
    blocks += [
        Fields((("All levels", titles),)),
        Paragraph(Phrase(ladder.framework.credit, muted=True)),
    ]
    return blocks


def _rung(rung: RungReport, ladder: LadderAtLevel, marks: Marks) -> list[Block]:
    about = ladder.framework
    blocks: list[Block] = [
        Heading(f"{rung.title} ({about.short_title})", level=2),
        Paragraph(_cite(marks, about.source, f"“{rung.text}”")),
    ]
    if rung.duties:
        blocks += [Paragraph(Phrase("At this level you will", strong=True)), Items(rung.duties)]
    if rung.skills:
        blocks.append(
            Paragraph(Phrase("The skills, how far they go, and what you can", strong=True))
        )
    for skill in rung.skills:
        gauge = (skill.place, len(ladder.steps))
        blocks.append(Paragraph(Phrase(f"{skill.step}: {skill.title}", gauge=gauge)))
        blocks.append(Items(skill.can or (Phrase("not described", muted=True),)))
    return blocks


def _next(result: RoleAtLevel, *, full: bool) -> tuple[Command, ...]:
    """Return the whole of it, the pay at that level, and the framework it comes from."""
    at = ("show", result.role.id, "--level", result.level_id)
    more = (command(*at, "--full"),) if result.ladders and not full else ()
    paid = result.role.here and result.experience
    pay = (command("pay", result.role.id, "--level", result.level_id),) if paid else ()
    frameworks = [each.framework.id for each in result.ladders]
    frameworks += [about.id for about, _ in result.without]
    whole = command("frameworks", *frameworks[:1])
    return (*more, *pay, whole)
