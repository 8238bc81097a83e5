"""Things by role as a table: a column for each role, or where there are many a line for each.

A column for each of 200 roles fits no screen, and almost every cell of it would be empty. So
of many roles a row names those alone of which something is said, and counts the others.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from mlroles.render.document import Cell, Group, Phrase, Table, Text
from mlroles.render.phrases import phrases
from mlroles.roles.cited import RoleName
from mlroles.text import counted
from mlroles.views.marks import Marks

MOST_COLUMNS = 12
"""So many roles have a column each."""

Row = tuple[Phrase, Sequence[Cell | None]]
"""A label, and a cell for each role, None where nothing is known."""


def matrix(
    first: Text, roles: Sequence[RoleName], rows: Iterable[Row | Group], marks: Marks
) -> Table:
    """Return ``rows`` as a table under ``first`` and the names of the roles."""
    if len(roles) <= MOST_COLUMNS:
        headers = (first, *(marks.role(role) for role in roles))
        return Table(
            headers,
            tuple(
                row
                if isinstance(row, Group)
                else (row[0], *(marks.not_named() if cell is None else cell for cell in row[1]))
                for row in rows
            ),
        )
    titles = [role.short_title for role in roles]
    return Table(
        (first, "Roles"),
        tuple(
            row if isinstance(row, Group) else (row[0], _told(titles, row[1], marks))
            for row in rows
        ),
    )


def _told(titles: Sequence[str], cells: Sequence[Cell | None], marks: Marks) -> Cell:
    """Return a line for each role of which something is said, and the number of the others."""
    lines: list[Phrase] = []
    for title, cell in zip(titles, cells, strict=True):
        if cell is not None:
            said, *others = phrases(cell)
            words = ", ".join([said.text, *(each.text for each in others)])
            lines.append(replace(said, text=f"{title}: {words}"))
    if silent := len(titles) - len(lines):
        silence = marks.not_named()
        rest = counted(silent, "other" if lines else "role")
        lines.append(replace(silence, text=f"{silence.text} for {rest}"))
    return tuple(lines)
