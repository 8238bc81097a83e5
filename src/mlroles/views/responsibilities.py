"""Who does what, stage by stage."""

from collections.abc import Iterator

from mlroles.render.document import (
    Block,
    Cell,
    Document,
    Fields,
    Group,
    Heading,
    Next,
    Phrase,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.responsibilities import Part, ResponsibilityMatrix, StageGroup
from mlroles.text import few
from mlroles.views.marks import OUTSIDE_TITLE, Marks
from mlroles.views.matrix import Row, matrix
from mlroles.views.named import named
from mlroles.views.nothing import nothing_found

FEW = 3
"""So many responsibilities of a role at a stage are in the short answer."""


def view(result: ResponsibilityMatrix, catalogue: Catalogue, search: str = "") -> Document:
    """Return the screen of ``mlroles responsibilities``; ``search`` is what was searched for."""
    marks = Marks(catalogue)
    blocks: list[Block] = [Heading("Responsibilities by stage")]
    if result.groups:
        blocks.append(matrix("", result.roles, _rows(result, marks), marks))
    else:
        groups = [stage.title for stage in catalogue.file.stages]
        covered = f"{len(catalogue.file.responsibilities)} responsibilities"
        blocks += nothing_found("responsibility", search, covered, groups)
    others = (command("responsibilities", "--shared"), command("skills"))
    first = command("lifecycle") if result.groups else command("responsibilities")
    blocks += [marks.footnotes(), Next((first, *others))]
    return Document(tuple(blocks))


def brief(result: ResponsibilityMatrix, catalogue: Catalogue) -> Document:
    """Return the short answer of ``mlroles responsibilities``: who leads what, stage by stage."""
    if not result.groups:
        return view(result, catalogue)
    marks = Marks(catalogue)
    fields: list[tuple[Text, Cell]] = []
    for group in result.groups:
        led = tuple(
            Phrase(f"{role.short_title}: {few(titles, FEW)}", role=catalogue.role_index[role.id])
            for place, role in enumerate(result.roles)
            if (titles := _led(group, place))
        )
        fields.append((group.title or OUTSIDE_TITLE, led or marks.not_named()))
    blocks: list[Block] = [Heading("Who leads what, stage by stage"), Fields(tuple(fields))]
    whole = command("responsibilities", *named(result.roles, catalogue), "--full")
    others = (command("lifecycle"), command("responsibilities", "--shared"))
    return Document((*blocks, marks.footnotes(), Next((whole, *others))))


def _led(group: StageGroup, role: int) -> list[str]:
    """Return what the role at this place leads at a stage."""
    return [row.title for row in group.rows if (part := row.parts[role]) and part.part == "leads"]


def _rows(result: ResponsibilityMatrix, marks: Marks) -> Iterator[Row | Group]:
    for group in result.groups:
        yield Group(group.title or OUTSIDE_TITLE)
        for row in group.rows:
            cells = [_cell(part, row.title, marks) if part else None for part in row.parts]
            yield marks.label(row.title, row.disputes), cells


def _cell(part: Part, title: str, marks: Marks) -> Phrase:
    """Say the part, and what exactly is done where that is more than the row's title."""
    text = part.part if part.cited.text == title else f"{part.part}: {part.cited.text}"
    return marks.phrase(part.cited, text=text, row_disputed=True, figure=True)
