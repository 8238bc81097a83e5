"""Who is there at each stage of a project."""

from mlroles.render.document import (
    Block,
    Cell,
    Document,
    Fields,
    Heading,
    Items,
    Next,
    Paragraph,
    Table,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.lifecycle import Lifecycle, StageRow
from mlroles.text import counted
from mlroles.views.marks import OUTSIDE_TITLE, Marks
from mlroles.views.named import named

SIGNS = {"leads": (2, 2), "helps": (1, 2)}
"""The gauge of each part; what nobody names is no level and has none."""


def view(result: Lifecycle, catalogue: Catalogue, *, evidence: bool = False) -> Document:
    """Return the screen of ``mlroles lifecycle``; with ``evidence`` also what figures say."""
    marks = Marks(catalogue)
    blocks = _stages(result, marks)
    gaps: list[tuple[Text, Cell]] = [
        (stage.title, stage.gap or "No role leads this stage in the sources.")
        for stage in result.stages
        if stage.gap or not stage.led
    ]
    if gaps:
        blocks += [Heading("Gaps that the sources leave", level=2), Fields(tuple(gaps))]
    if result.outside:
        blocks += [
            Heading(OUTSIDE_TITLE, level=2),
            Items(tuple(row.title for row in result.outside)),
        ]
    blocks += marks.findings() if evidence else []
    blocks += [
        marks.footnotes(),
        Next((command("responsibilities"), command("sources", "--disputes"), command("compare"))),
    ]
    return Document(tuple(blocks))


def brief(result: Lifecycle, catalogue: Catalogue) -> Document:
    """Return the short answer of ``mlroles lifecycle``: who is there at each stage."""
    marks = Marks(catalogue)
    blocks = _stages(result, marks)
    gaps = [stage.title for stage in result.stages if stage.gap or not stage.led]
    if gaps:
        blocks.append(Paragraph(f"The sources leave gaps at: {'; '.join(gaps)}."))
    if result.outside:
        outside = counted(len(result.outside), "task")
        blocks.append(Paragraph(f"Outside the lifecycle: {outside}."))
    whole = command("lifecycle", *named(result.roles, catalogue), "--full")
    others = (command("responsibilities"), command("compare"))
    return Document((*blocks, marks.footnotes(), Next((whole, *others))))


def _stages(result: Lifecycle, marks: Marks) -> list[Block]:
    headers: tuple[Text, ...] = ("", *(marks.role(role) for role in result.roles))
    rows = tuple(_row(stage, marks) for stage in result.stages)
    return [
        Heading("The life of a project, stage by stage"),
        Table(headers, rows) if rows else Paragraph("This catalogue names no stage."),
    ]


def _row(stage: StageRow, marks: Marks) -> tuple[Cell, ...]:
    presences = (
        marks.level(each, *SIGNS[each]) if each in SIGNS else marks.not_named()
        for each in stage.presences
    )
    return (marks.phrase(stage.cited, text=stage.title, figure=True), *presences)
