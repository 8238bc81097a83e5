"""Roles side by side."""

from collections.abc import Iterable

from mlroles.render.document import (
    Block,
    Cell,
    Command,
    Document,
    Fields,
    Heading,
    Next,
    Paragraph,
    Phrase,
    Table,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited, RoleName
from mlroles.roles.compare import Comparison, Pair, Row, Thing
from mlroles.roles.evidence import MeasuredRow
from mlroles.views.marks import NOTHING, Marks


def view(result: Comparison, catalogue: Catalogue) -> Document:
    """Return the screen of ``mlroles compare``."""
    marks = Marks(catalogue)
    blocks: list[Block] = [Heading(" · ".join(role.short_title for role in result.roles))]
    rows = [_row(row, marks) for row in result.rows]
    rows += [_measured(row, marks) for row in result.measured]
    if rows:
        headers: tuple[Text, ...] = ("", *(marks.role(role) for role in result.roles))
        blocks.append(Table(headers, tuple(rows)))
    else:
        blocks.append(Paragraph("In the rows asked for, the sources name no difference."))
    if result.pair:
        blocks += _pair(result, result.pair, marks)
    blocks += [marks.footnotes(), Next(_next(result))]
    return Document(tuple(blocks))


def _next(result: Comparison) -> tuple[Command, ...]:
    last = result.roles[-1].id
    if len(result.roles) == 1:
        return (command("show", last), command("compare"))
    first = result.roles[0].id
    pair = command("compare", first, last)
    if result.pair:
        return (command("show", last), command("skills", first, last), command("quiz"))
    return (command("show", last), pair, command("skills", "--shared"))


def _row(row: Row, marks: Marks) -> tuple[Cell, ...]:
    label = marks.label(row.title, row.disputes)
    return (label, *(_cell(cell, row, marks) for cell in row.cells))


def _measured(row: MeasuredRow, marks: Marks) -> tuple[Cell, ...]:
    cells = (marks.measured(each, brief=True) if each else NOTHING for each in row.cells)
    return (row.title, *cells)


def _cell(cell: Cited | None, row: Row, marks: Marks) -> Phrase:
    if cell is None:
        return NOTHING
    return marks.phrase(cell, scale=row.scale, row_disputed=True)


def _pair(result: Comparison, pair: Pair, marks: Marks) -> list[Block]:
    first, second = result.roles
    blocks: list[Block] = []
    if pair.shared_skills:
        rows: tuple[tuple[Cell, ...], ...] = tuple(
            (skill.title, *(_level(level, result.skill_scale) for level in skill.levels))
            for skill in pair.shared_skills
        )
        blocks += [
            Heading("Skills of both", level=2),
            Table(("", marks.role(first), marks.role(second)), rows),
        ]
    blocks += _parts(
        "Skills of only one",
        [
            (marks.role(role), own)
            for role, own in zip(result.roles, pair.distinct_skills, strict=True)
        ],
    )
    blocks += _parts(
        "Responsibilities",
        [
            ("Both", pair.shared_responsibilities),
            *(
                (_only(role, marks), own)
                for role, own in zip(result.roles, pair.distinct_responsibilities, strict=True)
            ),
        ],
    )
    blocks += _parts(
        f"From {first.short_title} to {second.short_title}",
        [("Keep", pair.keep), ("Raise", pair.improve), ("Learn", pair.learn)],
    )
    return blocks


def _only(role: RoleName, marks: Marks) -> Phrase:
    return marks.role(role, text=f"Only {role.short_title}")


def _level(level: int, scale: tuple[str, ...]) -> Phrase:
    return Phrase(scale[level], gauge=(level, len(scale) - 1))


def _parts(title: str, parts: Iterable[tuple[str | Phrase, tuple[Thing, ...]]]) -> list[Block]:
    fields = tuple(
        (label, "; ".join(each.title for each in things)) for label, things in parts if things
    )
    return [Heading(title, level=2), Fields(fields)] if fields else []
