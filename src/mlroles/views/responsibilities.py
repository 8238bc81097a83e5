"""Who does what, stage by stage."""

from mlroles.render.document import (
    Block,
    Cell,
    Document,
    Group,
    Heading,
    Next,
    Paragraph,
    Phrase,
    Table,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.responsibilities import Part, ResponsibilityMatrix
from mlroles.views.marks import OUTSIDE_TITLE, Marks


def view(result: ResponsibilityMatrix, catalogue: Catalogue) -> Document:
    """Return the screen of ``mlroles responsibilities``."""
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
        blocks.append(Paragraph("No responsibility fits what was asked for."))
    blocks += [
        marks.footnotes(),
        Next((command("lifecycle"), command("responsibilities", "--shared"), command("skills"))),
    ]
    return Document(tuple(blocks))


def _cell(part: Part | None, title: str, marks: Marks) -> Phrase:
    """Say the part, and what exactly is done where that is more than the row's title."""
    if part is None:
        return marks.not_named()
    text = part.part if part.cited.text == title else f"{part.part}: {part.cited.text}"
    return marks.phrase(part.cited, text=text, row_disputed=True)
