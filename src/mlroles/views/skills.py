"""The matrix of skills."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from mlroles.render.document import (
    Block,
    Command,
    Document,
    Fields,
    Group,
    Heading,
    Next,
    Phrase,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.skill_use import SkillUse
from mlroles.roles.skills import SkillMatrix
from mlroles.text import counted, few
from mlroles.views.marks import Marks
from mlroles.views.matrix import Row, matrix
from mlroles.views.named import named
from mlroles.views.nothing import nothing_found

MOST = 6
"""So many skills of a role are in a short answer."""


def view(
    result: SkillMatrix, catalogue: Catalogue, search: str = "", *, evidence: bool = False
) -> Document:
    """Return the screen of ``mlroles skills``; ``search`` is what was searched for.

    With ``evidence`` it ends with what figures say of the claims.
    """
    marks = Marks(catalogue)
    blocks: list[Block] = [Heading("Skills by role")]
    if result.groups:
        blocks.append(matrix("Skill", result.roles, _rows(result, marks), marks))
    else:
        groups = [category.title for category in catalogue.file.categories]
        blocks += nothing_found(
            "skill", search, counted(len(catalogue.file.skills), "skill"), groups
        )
    blocks += marks.findings() if evidence else []
    blocks.append(marks.footnotes())
    blocks.append(Next(_next(result) if result.groups else (command("skills"), command("list"))))
    return Document(tuple(blocks))


def brief(result: SkillMatrix, catalogue: Catalogue) -> Document:
    """Return the short answer of ``mlroles skills``: what each role needs most."""
    marks = Marks(catalogue)
    rows = [row for group in result.groups for row in group.rows]
    if not rows:
        return view(result, catalogue)
    uses: list[list[tuple[str, SkillUse]]] = [[] for _ in result.roles]
    for row in rows:
        for own, cell in zip(uses, row.cells, strict=True):
            if cell:
                own.append((row.title, cell.use))
    fields = [
        (marks.role(role), needed)
        for role, own in zip(result.roles, uses, strict=True)
        if (needed := top_skills(own, result.scale))
    ]
    both = [row.title for row in rows if all(cell and cell.use.used for cell in row.cells)]
    fields += [(Phrase("All of them"), few(both))] if both and len(result.roles) > 1 else []
    blocks: list[Block] = [Heading("The skills that matter most, by role"), Fields(tuple(fields))]
    whole = command("skills", *named(result.roles, catalogue), "--full")
    return Document((*blocks, Next((whole, *_next(result)))))


def top_skills(uses: Sequence[tuple[str, SkillUse]], scale: tuple[str, ...]) -> str:
    """Return the skills that are named at the highest levels, else those most used.

    ``uses`` are the titles of skills, each with what is known of it in one role.
    """
    used = [(title, use) for title, use in uses if use.used]
    used.sort(key=lambda each: (-(each[1].level or 0), -each[1].share))
    parts = (
        (f"{scale[level]}: " if level else "") + "; ".join(title for title, _ in own)
        for level, own in groupby(used[:MOST], key=lambda each: each[1].level)
    )
    more = [f"{len(used) - MOST} more"] if len(used) > MOST else []
    return "; ".join([*parts, *more])


def _rows(result: SkillMatrix, marks: Marks) -> Iterator[Row | Group]:
    for group in result.groups:
        yield Group(group.title)
        for row in group.rows:
            cells = [marks.skill(cell, result.scale) if cell else None for cell in row.cells]
            yield marks.label(row.title, row.disputes), cells


def _next(result: SkillMatrix) -> tuple[Command, ...]:
    show = command("show", result.roles[-1].id, "--section", "skills")
    return (command("skills", "--shared"), show, command("responsibilities"))
