"""Who does what, stage by stage."""

from mlroles.render.document import (
    Block,
    Cell,
    Document,
    Group,
    Heading,
    Next,
    Phrase,
    Table,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.responsibilities import Part, ResponsibilityMatrix
from mlroles.views.marks import OUTSIDE_TITLE, Marks
from mlroles.views.nothing import nothing_found


def view(result: ResponsibilityMatrix, catalogue: Catalogue, search: str = "") -> Document:
    """Return the screen of ``mlroles responsibilities``; ``search`` is what was searched for."""
    marks = Marks(catalogue)
    blocks: list[Block] = [Heading("Responsibilities by stage")]
    rows: list[tuple[Cell, ...] | Group] = []
    for group in result.groups:
        rows.append(Group(group.title or OUTSIDE_TITLE))
        rows.extend(
            (
                marks.label(row.title, row.disputes),
                *(_cell(part, row.title, marks) for part in row.parts),
            )
            for row in group.rows
        )
    if rows:
        headers: tuple[Text, ...] = ("", *(marks.role(role) for role in result.roles))
        blocks.append(Table(headers, tuple(rows)))
    else:
        groups = [stage.title for stage in catalogue.file.stages]
        covered = f"{len(catalogue.file.responsibilities)} responsibilities"
        blocks += nothing_found("responsibility", search, covered, groups)
    others = (command("responsibilities", "--shared"), command("skills"))
    first = command("lifecycle") if rows else command("responsibilities")
    blocks += [marks.footnotes(), Next((first, *others))]
    return Document(tuple(blocks))


def _cell(part: Part | None, title: str, marks: Marks) -> Phrase:
    """Say the part, and what exactly is done where that is more than the row's title."""
    if part is None:
        return marks.not_named()
    text = part.part if part.cited.text == title else f"{part.part}: {part.cited.text}"
    return marks.phrase(part.cited, text=text, row_disputed=True, figure=True)
