"""``mlroles team``."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from mlroles.cli.options import FullOption, examples, new_app
from mlroles.cli.request import Request, requests

if TYPE_CHECKING:
    from mlroles.batch.rows import Row
    from mlroles.hire.models import HireFile
    from mlroles.hire.roster import Line, Listed, Roster

app = new_app()

MOST_TOLD = 5
"""Rows that could not be read of which each is told."""

LINES = ".txt"
"""The suffix of a file with a job title a line."""

HINT = "Give a table with a column of job titles, or --have '2 ds, 1 mle'."
"""What to do where a table cannot be read."""


@app.command(
    epilog=examples(
        "mlroles team --have '2 ds, 1 mle'",
        "mlroles team --have 'analyst, data engineer' --full",
        "mlroles team people.csv",
    )
)
@requests
def team(
    file: Annotated[
        str,
        typer.Argument(
            metavar="[FILE]",
            help="A table of people with their job titles (CSV, spreadsheet, JSON, or a title a "
            "line); - for standard input. No name is kept or shown.",
            show_default=False,
        ),
    ] = "",
    have: Annotated[
        list[str] | None,
        typer.Option(
            "--have",
            metavar="TEAM",
            help="Jobs with how many people have each, as '2 ds, 1 mle, analyst'.",
            show_default=False,
        ),
    ] = None,
    full: FullOption = False,
    *,
    request: Request,
) -> None:
    """Say what a team leads, helps with, leaves open and does twice, stage by stage.

    And what happens where work passes from one stage to the next. Not for judging people: it knows
    jobs, and no person.
    """
    from mlroles.errors import UsageError
    from mlroles.hire.team import team as lay_out
    from mlroles.parts import HIRE
    from mlroles.views.team import view

    if bool(file) == bool(have):
        reason = "A file contradicts --have." if file else "Nobody is named."
        raise UsageError(reason, "Give one of both: a file, or --have '2 ds, 1 mle'.")
    catalogue = request.catalogue
    rules = HIRE.load(catalogue)
    found = roster(request, have) if have else _listed(request, rules, file)
    if not found.people:
        raise UsageError("Nobody is in the team.", "“mlroles hire” says whom to hire first.")
    result = lay_out(catalogue, rules, found)
    asked = ("--have", ", ".join(have)) if have else (file,)
    request.emit("team", result, lambda: view(result, catalogue, asked, _typed(found), full=full))


def roster(request: Request, have: "Iterable[str]") -> "Roster":
    """Return the team that is typed; a guess is told. Raises UsageError, UnknownNameError."""
    from mlroles.console import tell
    from mlroles.hire.roster import typed_roster
    from mlroles.views.names import taken_for

    return typed_roster(request.catalogue, have, lambda found: tell(taken_for(found)))


def _typed(team: "Roster") -> str:
    """Return the jobs of a team as they are typed after --have; nothing where none is known."""
    return ", ".join(f"{each.people} {each.job}" for each in team.members)


def _listed(request: Request, rules: "HireFile", file: str) -> "Roster":
    """Return the team in a table; how it was read is told."""
    from mlroles.console import tell
    from mlroles.hire.roster import listed_roster
    from mlroles.text import counted, quoted

    def read(columns: Sequence[str], lines: "Iterable[Line]") -> "Listed":
        return listed_roster(request.catalogue, rules.headings, columns, lines)

    found = _read(file, rules, read)
    if found.column:
        tell(f"Read as people’s jobs: the column {quoted(found.column)}.")
    for problem in found.left_out[:MOST_TOLD]:
        tell(f"Left out, {problem}.")
    if (more := len(found.left_out) - MOST_TOLD) > 0:
        tell(f"Left out: {counted(more, 'row')} more.")
    return found.roster


def _read(
    file: str, rules: "HireFile", read: "Callable[[Sequence[str], Iterable[Line]], Listed]"
) -> "Listed":
    """Return what ``read`` makes of the columns and rows of a table."""
    from mlroles.batch.table import format_of, read_table
    from mlroles.cli.tables import opened
    from mlroles.datafile.files import reason
    from mlroles.errors import SheetError
    from mlroles.text import normal_words

    names = {normal_words(each) for each in (*rules.headings.job, *rules.headings.count)}

    def known(columns: Sequence[str]) -> int:
        return sum(normal_words(each) in names for each in columns)

    with opened(file, HINT) as stream:
        try:
            if Path(file).suffix.lower() == LINES:
                return read(*_text(stream))
            table = read_table(stream, format_of(file), known, (), name=Path(file).stem)
            return read(table.columns, _lines(table.read(lambda _: True)))
        except OSError as error:
            raise SheetError(f"Cannot read {file}: {reason(error)}.", HINT) from error


def _text(stream: BinaryIO) -> "tuple[list[str], Iterator[Line]]":
    """Return the first line of a text that is no table, and the others; a title stands on each."""
    from mlroles.batch.text_lines import TextLines, wrong_text
    from mlroles.encoding import encoding_of
    from mlroles.errors import SheetError
    from mlroles.hire.roster import Line

    encoding, stream = encoding_of(stream)
    lines = (each for each in TextLines(stream, encoding.codec) if each[1].strip())
    first = next(lines, None)
    if first is None:
        raise SheetError("The file is empty.", "It needs a job title a line.")
    return [first[1].strip()], (Line(n, [line.strip()], wrong_text(line)) for n, line in lines)


def _lines(rows: "Iterable[Row]") -> "Iterator[Line]":
    from mlroles.hire.roster import Line

    for row in rows:
        cells = [each if isinstance(each, str) else ", ".join(each) for each in row.cells]
        yield Line(row.line, cells, row.problem)
