"""What ``score`` and ``cohort`` share: opening a table, telling what is wrong in it, progress."""

import gc
import io
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from errno import EINVAL
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from mlroles.cli.request import Request
from mlroles.text import listed, quoted

if TYPE_CHECKING:
    from mlroles.batch.rows import Row
    from mlroles.batch.scorer import Scored, Scorer
    from mlroles.errors import SheetError
    from mlroles.quiz.models import Questionnaire
    from mlroles.roles.catalogue import Catalogue

EVERY = 1000
"""The clock is looked at after so many rows."""

MOST_NAMED = 5
"""Columns that are named where some are not read."""

SECONDS = 0.5
"""The progress is told this often."""

TEMPLATE = "“mlroles score --template” writes a table to start from."
"""What to do where a table of people cannot be read."""

SHEETS_HELP = "A table, a row a person: CSV, JSON Lines or Parquet (- for standard input)."


class Stored(StrEnum):
    """The values of ``quiz.table.TableFormat``, without which a help page can be shown."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


InputFormatOption = Annotated[
    Stored | None,
    typer.Option("--input-format", help="What SHEETS is.  [default: by its suffix, else csv]"),
]


@dataclass(frozen=True)
class Scoring:
    """What tables are scored by; ``halves`` are ids, all of them where empty."""

    catalogue: "Catalogue"
    questionnaire: "Questionnaire"
    halves: tuple[str, ...]
    scorer: "Scorer"


def load_scoring(request: Request, only: list[str] | None) -> Scoring:
    """Read the catalogue and its questionnaire."""
    from mlroles.batch.scorer import Scorer
    from mlroles.parts import QUESTIONNAIRE
    from mlroles.quiz.halves import find_halves

    gc.enable()  # it rests in a short run, but a table may be long
    catalogue = request.catalogue
    questionnaire = QUESTIONNAIRE.load(catalogue)
    halves = find_halves(questionnaire, only)
    return Scoring(catalogue, questionnaire, halves, Scorer(questionnaire, halves))


@contextmanager
def scored_rows(
    sheets: str,
    input_format: Stored | None,
    scoring: Scoring,
    report: "Report",
    grouped_by: str | None = None,
) -> Iterator[Iterator["Scored"]]:
    """Open the table ``sheets`` and give its results, worked out as they are asked for.

    ``report`` tells what is wrong. Raises SheetError where the table cannot be read.
    """
    from mlroles.batch.rows import TableFormat
    from mlroles.batch.table import format_of, read_table
    from mlroles.errors import SheetError

    chosen = TableFormat(input_format or format_of(sheets) or TableFormat.CSV)
    known = [question.id for question in scoring.questionnaire.questions]
    if sheets == "-" and chosen is TableFormat.PARQUET:
        raise SheetError("Parquet cannot be read from standard input.", "Give a file.")
    with opened(sheets) as stream:
        try:
            table = read_table(stream, chosen, known, grouped_by)
        except OSError as error:
            raise _unreadable(sheets, error) from error
        report.tell_passed_over(table.passed_over)
        report.tell_without_points(scoring)
        rows = table._replace(rows=_guarded(table.rows, sheets))
        try:
            yield report.of(scoring.scorer.score(rows, grouped_by))
        finally:
            report.finish()


@contextmanager
def opened(sheets: str, hint: str = TEMPLATE) -> Iterator[BinaryIO]:
    """Open a file of people or titles, or standard input; ``hint`` says what to do instead.

    Raises SheetError where it cannot be opened.
    """
    from mlroles.datafile.files import open_regular

    if sheets == "-":
        yield sys.stdin.buffer if isinstance(sys.stdin, io.TextIOWrapper) else io.BytesIO()
        return
    try:
        stream = open_regular(Path(sheets))
    except OSError as error:
        raise _unreadable(sheets, error, hint) from error
    with stream:
        yield stream


def _guarded(rows: Iterator["Row"], sheets: str) -> Iterator["Row"]:
    try:
        yield from rows
    except OSError as error:
        raise _unreadable(sheets, error) from error


def _unreadable(sheets: str, error: OSError, hint: str = TEMPLATE) -> "SheetError":
    from mlroles.datafile.files import reason
    from mlroles.errors import SheetError

    name = "standard input" if sheets == "-" else sheets
    if error.errno == EINVAL:
        hint = "Give a file, or - for what comes through a pipe."
    return SheetError(f"Cannot read {name}: {reason(error)}.", hint)


class Report:
    """Tells on stderr each row that is wrong, and in a terminal how far the work has come."""

    def __init__(self, *, plain: bool) -> None:
        self.rows = 0
        self.wrong = 0
        self._shows_progress = sys.stderr.isatty() and not plain
        self._started = self._told = time.monotonic()
        self._width = 0

    def of(self, results: Iterator["Scored"]) -> Iterator["Scored"]:
        """Yield the results as they are, and tell of them."""
        for self.rows, scored in enumerate(results, start=1):
            if scored.problem:
                self.wrong += 1
                self._tell_wrong(scored)
            if self._shows_progress and self.rows % EVERY == 0:
                self._tell_progress()
            yield scored

    def tell_passed_over(self, columns: Sequence[str]) -> None:
        """Say which columns are not read, so that nobody takes them for read."""
        from mlroles.console import tell

        if columns:
            more = f" and {len(columns) - MOST_NAMED:,} more" if len(columns) > MOST_NAMED else ""
            names = ", ".join(quoted(each) for each in columns[:MOST_NAMED])
            tell(f"Not read, as no question has this id: {names}{more}.")

    def tell_without_points(self, scoring: Scoring) -> None:
        """Say for which roles no answer can speak, so that nobody takes that for a result."""
        from mlroles.console import tell
        from mlroles.quiz.verdict import without_points

        absent = without_points(scoring.questionnaire, scoring.catalogue)
        names = [role.title for role in scoring.catalogue.roles if role.id in absent]
        if names:
            tell(f"No answer has points for {listed(names)}.")

    def finish(self) -> None:
        """Take the progress away."""
        self._overwrite("")

    def _tell_wrong(self, scored: "Scored") -> None:
        from mlroles.console import tell
        from mlroles.text import clean

        self._overwrite("")
        name = f" ({clean(scored.name[:40])})" if scored.name.strip() else ""
        tell(f"Line {scored.line}{name}: {scored.problem}.")

    def _tell_progress(self) -> None:
        now = time.monotonic()
        if now - self._told >= SECONDS:
            self._told = now
            a_second = self.rows / (now - self._started)
            self._overwrite(f"{self.rows:,} rows, {a_second:,.0f} a second")

    def _overwrite(self, text: str) -> None:
        if self._width or text:
            sys.stderr.write(f"\r{text:{self._width}}" + ("" if text else "\r"))
            sys.stderr.flush()
        self._width = len(text)
