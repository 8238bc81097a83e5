"""``mlroles title``."""

import gc
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from mlroles.cli.documents import typed_title
from mlroles.cli.options import examples, new_app
from mlroles.cli.request import Format, Request, requests

if TYPE_CHECKING:
    from mlroles.batch.titles import TitleRow
    from mlroles.titles.read import TitleReader

app = new_app()

MOST_TOLD = 20
"""Lines that are wrong of which each is told; the others are counted."""


@app.command(
    epilog=examples(
        "mlroles title Senior Machine Learning Engineer",
        "mlroles title 'Sr. ML Engineer II (m/f/d), Ads'",
    )
)
@requests
def title(
    title: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TITLE]", help="A job title as it stands in an advert.", show_default=False
        ),
    ] = None,
    file: Annotated[
        str,
        typer.Option(
            "--file",
            metavar="FILE",
            help="Read the titles in FILE, one a line (- for standard input), and write a table: "
            "CSV, or JSON Lines with --json.",
            show_default=False,
        ),
    ] = "",
    *,
    request: Request,
) -> None:
    """Say what a job title usually means, how surely, and what it does not say."""
    from mlroles.cli.misplaced import misplaced
    from mlroles.errors import UsageError
    from mlroles.parts import titles
    from mlroles.text import clean
    from mlroles.titles.report import title_report
    from mlroles.views.title import view

    typed = clean(" ".join(title or ())).strip()
    if bool(typed) == bool(file):
        reason = "A title cannot stand with --file." if file else "There is no title."
        raise UsageError(reason, "Give one title, or --file with a title a line.")
    if error := misplaced("title", title or ()):
        raise error
    hint = "For many titles, put one a line into a file and name it with --file."
    typed = typed_title(typed, hint)
    reader = titles(request.catalogue)
    if file:
        _many(file, reader, request)
        return
    catalogue = request.catalogue
    result = title_report(catalogue, reader, typed)
    request.emit("title", result, lambda: view(result, catalogue))


def _many(file: str, reader: "TitleReader", request: Request) -> None:
    """Write a row for each title of a file."""
    from mlroles.batch.rows import TableFormat
    from mlroles.batch.titles import COLUMNS, title_rows
    from mlroles.cli.tables import opened, write_to_stdout
    from mlroles.console import tell
    from mlroles.errors import SheetError, UsageError

    if request.format is Format.MARKDOWN:
        raise UsageError(
            "A table of titles is CSV, or JSON Lines with --json.", "Leave --format out."
        )
    format_ = TableFormat.JSONL if request.format is Format.JSON else TableFormat.CSV
    gc.enable()  # it rests in a short run, but a file may be long
    told = _Told()
    with opened(file, "Give a file with a title a line.") as stream:
        write_to_stdout(format_, COLUMNS, told.of(title_rows(stream, reader)))
    if told.wrong:
        tell(f"Lines that could not be read: {told.wrong:,} of {told.lines:,}.")
    if told.wrong == told.lines:
        reason = "No line could be read." if told.lines else "There is no title in it."
        raise SheetError(reason, "The file is text in UTF-8 with a title a line.")


class _Told:
    """Tells on stderr which lines are wrong, and counts."""

    def __init__(self) -> None:
        self.lines = 0
        self.wrong = 0

    def of(self, rows: "Iterable[TitleRow]") -> Iterator[tuple[str, ...]]:
        """Yield the cells of each row."""
        from mlroles.console import tell

        for line, cells, problem in rows:
            self.lines += 1
            if problem:
                self.wrong += 1
                if self.wrong <= MOST_TOLD:
                    tell(f"Line {line}: {problem}.")
            yield cells
