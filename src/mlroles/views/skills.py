"""The matrix of skills."""

from mlroles.render.document import (
    Block,
    Cell,
    Command,
    Document,
    Group,
    Heading,
    Next,
    Table,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.skills import SkillMatrix
from mlroles.text import counted
from mlroles.views.marks import Marks
from mlroles.views.nothing import nothing_found


def view(
    result: SkillMatrix, catalogue: Catalogue, search: str = "", *, evidence: bool = False
) -> Document:
    """Return the screen of ``mlroles skills``; ``search`` is what was searched for.

    With ``evidence`` it ends with what figures say of the claims.
    """
    marks = Marks(catalogue)
    blocks: list[Block] = [Heading("Skills by role")]
    rows: list[tuple[Cell, ...] | Group] = []
    for group in result.groups:
        rows.append(Group(group.title))
        for row in group.rows:
            cells = (marks.skill(cell, result.scale) for cell in row.cells)
            rows.append((marks.label(row.title, row.disputes), *cells))
    if rows:
        headers: tuple[Text, ...] = ("Skill", *(marks.role(role) for role in result.roles))
        blocks.append(Table(headers, tuple(rows)))
    else:
        groups = [category.title for category in catalogue.file.categories]
        blocks += nothing_found(
            "skill", search, counted(len(catalogue.file.skills), "skill"), groups
        )
    blocks += marks.findings() if evidence else []
    blocks.append(marks.footnotes())
    blocks.append(Next(_next(result) if rows else (command("skills"), command("list"))))
    return Document(tuple(blocks))


def _next(result: SkillMatrix) -> tuple[Command, ...]:
    show = command("show", result.roles[-1].id, "--section", "skills")
    return (command("skills", "--shared"), show, command("responsibilities"))
