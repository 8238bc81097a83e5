"""Roles side by side."""

from collections.abc import Iterable, Sequence

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
from mlroles.roles.cited import Cited
from mlroles.roles.compare import Comparison, Pair, Row, Thing
from mlroles.roles.evidence import MeasuredRow
from mlroles.roles.move import Step
from mlroles.text import few
from mlroles.views.marks import Marks
from mlroles.views.named import named

NOT_MEASURED = Phrase("not measured", muted=True)
"""Stands where no figure is known of a role: nothing follows from that."""


STEPS = 4
"""So many skills to learn, and to raise, are in the short answer."""


def view(result: Comparison, catalogue: Catalogue, *, evidence: bool = False) -> Document:
    """Return the screen of ``mlroles compare``; with ``evidence`` also what figures say."""
    marks = Marks(catalogue)
    blocks: list[Block] = [Heading(_title(result))]
    rows = [_row(row, marks) for row in result.rows]
    rows += [_measured(row, marks) for row in result.measured]
    if rows:
        headers: tuple[Text, ...] = ("", *(marks.role(role) for role in result.roles))
        blocks.append(Table(headers, tuple(rows)))
    else:
        blocks.append(Paragraph("In the rows asked for, the sources name no difference."))
    if result.pair:
        blocks += _pair(result, result.pair, marks)
    blocks += marks.findings() if evidence else []
    blocks += [marks.footnotes(), Next(_next(result))]
    return Document(tuple(blocks))


def brief(result: Comparison, catalogue: Catalogue) -> Document:
    """Return the short answer of ``mlroles compare``: the aspects that tell the roles apart most.

    For two roles also what it takes to move from the first to the second.
    """
    marks = Marks(catalogue)
    headers: tuple[Text, ...] = ("", *(marks.role(role) for role in result.roles))
    rows = tuple(_short_row(row, marks) for row in result.rows if row.aspect in catalogue.headlines)
    if not rows:
        return view(result, catalogue)
    blocks: list[Block] = [Heading(_title(result)), Table(headers, rows)]
    if result.pair:
        first, second = result.roles
        way = f"To move from {first.short_title} to {second.short_title}"
        steps = (("Learn", result.pair.move.learn), ("Raise", result.pair.move.improve))
        blocks += _parts(way, [(label, _some(own)) for label, own in steps])
    whole = command("compare", *named(result.roles, catalogue), "--full")
    blocks += [marks.footnotes(), Next((whole, *_next(result)[: 1 if result.pair else 2]))]
    return Document(tuple(blocks))


def _some(steps: Sequence[Step]) -> str:
    return few([each.title for each in steps], STEPS)


def _title(result: Comparison) -> str:
    return " · ".join(role.short_title for role in result.roles)


def _short_row(row: Row, marks: Marks) -> tuple[Cell, ...]:
    cells = (marks.scaled(cell, row.scale) if cell else marks.not_named() for cell in row.cells)
    return (marks.label(row.title, row.disputes), *cells)


def _next(result: Comparison) -> tuple[Command, ...]:
    last = result.roles[-1].id
    if len(result.roles) == 1:
        return (command("show", last), command("compare"))
    first = result.roles[0].id
    pair = command("compare", first, last)
    if result.pair:
        plan = command("plan", last, "--from", first)
        return (plan, command("show", last), command("skills", first, last))
    return (command("show", last), pair, command("skills", "--shared"))


def _row(row: Row, marks: Marks) -> tuple[Cell, ...]:
    label = marks.label(row.title, row.disputes)
    return (label, *(_cell(cell, row, marks) for cell in row.cells))


def _measured(row: MeasuredRow, marks: Marks) -> tuple[Cell, ...]:
    cells = (marks.measured(each, brief=True) if each else NOT_MEASURED for each in row.cells)
    return (row.title, *cells)


def _cell(cell: Cited | None, row: Row, marks: Marks) -> Phrase:
    if cell is None:
        return marks.not_named()
    return marks.phrase(cell, scale=row.scale, row_disputed=True, figure=True)


def _pair(result: Comparison, pair: Pair, marks: Marks) -> list[Block]:
    first, second = result.roles
    blocks: list[Block] = []
    blocks += _parts(
        "Skills",
        [
            ("Both", _titles(pair.shared_skills)),
            *(
                (marks.role(role, text=f"Only {role.short_title}"), _titles(own))
                for role, own in zip(result.roles, pair.distinct_skills, strict=True)
            ),
        ],
    )
    blocks += _parts(
        "Responsibilities",
        [
            ("Both", _titles(pair.shared_responsibilities)),
            *(
                (marks.role(role, text=f"Named for {role.short_title}"), _titles(own))
                for role, own in zip(result.roles, pair.named_responsibilities, strict=True)
            ),
        ],
    )
    blocks += _parts(
        f"From {first.short_title} to {second.short_title}",
        [
            ("Keep", _steps(pair.move.keep, marks)),
            ("Raise", _steps(pair.move.improve, marks)),
            ("Learn", _steps(pair.move.learn, marks)),
            ("Not known", _steps(pair.move.unknown, marks)),
        ],
    )
    return blocks


def _titles(things: Iterable[Thing]) -> str:
    return "; ".join(each.title for each in things)


def _steps(steps: Iterable[Step], marks: Marks) -> str:
    """Return the skills, each with how many use it in the role left and in the role entered."""
    return "; ".join(f"{step.title}{marks.way(step.here, step.there)}" for step in steps)


def _parts(title: str, parts: Iterable[tuple[str | Phrase, str]]) -> list[Block]:
    fields = tuple((label, text) for label, text in parts if text)
    return [Heading(title, level=2), Fields(fields)] if fields else []
