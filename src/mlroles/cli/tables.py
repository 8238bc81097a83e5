"""What ``score`` and ``cohort`` share: opening a table, telling what is wrong in it, progress."""

import gc
import io
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from errno import EINVAL
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO, TypeVar

import typer

from mlroles.cli.request import Request
from mlroles.text import counted, listed

if TYPE_CHECKING:
    from mlroles.batch.blocks import Results
    from mlroles.batch.reading import Reading
    from mlroles.batch.results import Kind, Value
    from mlroles.batch.rows import TableFormat
    from mlroles.batch.scorer import Scored, Scorer
    from mlroles.errors import SheetError
    from mlroles.progress import Progress
    from mlroles.quiz.models import Questionnaire
    from mlroles.roles.catalogue import Catalogue

T = TypeVar("T")

MOST_NAMED = 5
"""Lines that are named where some are left out."""

MOST_TOLD = 8
"""Kinds of problems that are told: with what stands around them, ten lines at the most."""

MOST_KINDS = 1000
"""Different problems that are counted apart."""

SHEETS_HELP = (
    "A table, a row a person: CSV, a spreadsheet, JSON or Parquet; a folder of answer sheets; - "
    "for standard input."
)

TEMPLATE = "“mlroles score --template” writes a table to start from."
"""What to do where a table of people cannot be read."""


class Stored(StrEnum):
    """The values of ``batch.rows.TableFormat``, without which a help page can be shown."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"
    WORKBOOK = "workbook"


InputFormatOption = Annotated[
    Stored | None,
    typer.Option("--input-format", help="What SHEETS is.  [default: what the file itself says]"),
]
SheetOption = Annotated[
    str | None,
    typer.Option(
        "--sheet",
        metavar="NAME",
        help="The sheet of a spreadsheet to read. Default: the first with questions.",
        show_default=False,
    ),
]
ExplainOption = Annotated[
    bool,
    typer.Option("--explain", help="Say what is understood of SHEETS, column by column, and stop."),
]
AllowWrongOption = Annotated[
    bool,
    typer.Option("--allow-wrong", help="Exit with 0 also where most rows could not be scored."),
]
ProgressOption = Annotated[
    bool | None,
    typer.Option(
        "--progress/--no-progress",
        help="Show on the terminal how far long work is. Default: unless --plain.",
        show_default=False,
    ),
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
def read_sheets(
    sheets: str, input_format: Stored | None, sheet: str | None, scoring: Scoring
) -> Iterator["Reading"]:
    """Open the table ``sheets`` and give it as it is understood.

    Its rows are read as they are asked for. Raises SheetError where it cannot be read.
    """
    from mlroles.batch.folder_rows import read_folder
    from mlroles.batch.reading import Reading, known_headings
    from mlroles.batch.rows import TableFormat
    from mlroles.batch.scorer import MOST_ROLES
    from mlroles.batch.table import blocks_pay, format_of, read_table

    questionnaire = scoring.questionnaire
    ids = [question.id for question in questionnaire.questions]
    chosen = TableFormat(input_format) if input_format else format_of(sheets)
    if sheets != "-" and Path(sheets).is_dir():
        try:
            table = read_folder(Path(sheets))
        except OSError as error:
            raise _unreadable(sheets, error) from error
        yield Reading(table, questionnaire)
        return
    with opened(sheets) as stream:
        name = "" if sheets == "-" else Path(sheets).stem
        try:
            pays = len(questionnaire.roles) <= MOST_ROLES and blocks_pay(stream)
            known = known_headings(questionnaire)
            table = read_table(stream, chosen, known, ids, name=name, sheet=sheet)
        except OSError as error:
            raise _unreadable(sheets, error) from error
        blocks = table.blocks if pays else None
        guarded = table._replace(
            read=lambda fits: _guarded(table.read(fits), sheets),
            blocks=blocks and (lambda fits: _guarded(blocks(fits), sheets)),
        )
        yield Reading(guarded, questionnaire)


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


def write_to_stdout(
    format_: "TableFormat", columns: Mapping[str, "Kind"], rows: Iterable[Sequence["Value"]]
) -> None:
    """Write a table to stdout as its rows come.

    A file gets what the table holds, a terminal nothing that it acts on.
    """
    from mlroles.batch.results import write_table

    if sys.stdout.isatty():
        rows = map(_cleaned, rows)
    sys.stdout.flush()
    write_table(sys.stdout.buffer, format_, columns, rows)


def _cleaned(row: Sequence["Value"]) -> Sequence["Value"]:
    from mlroles.text import clean

    return [clean(each) if isinstance(each, str) else each for each in row]


def explain_sheets(request: Request, reading: "Reading") -> None:
    """Write what is understood of a table, and read it to its end for what is no person in it."""
    from mlroles.batch.reading import explained
    from mlroles.views.reading import view

    result = explained(reading)
    request.emit("reading", result, lambda: view(result))


def _guarded(read: Iterator[T], sheets: str) -> Iterator[T]:
    try:
        yield from read
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
    """Tells on stderr what was understood, which rows are wrong, and how far the work is."""

    def __init__(self, progress: bool | None = None, *, plain: bool) -> None:
        """Take whether the person wants to see how far the work is, and the plain mode."""
        self.rows = 0
        self.wrong = 0
        self._kinds: dict[str, tuple[int, int]] = {}
        """The problems: the first line of each, and how many rows have it."""
        self._others = 0
        self._wants_progress = not plain if progress is None else progress

    def of(self, reading: "Reading", results: Iterator["Scored"]) -> Iterator["Scored"]:
        """Tell what was understood; return the results, and tell of those that are wrong."""
        self._begin(reading)
        return self._as_they_come(reading, results)

    def of_blocks(self, reading: "Reading", results: Iterator["Results"]) -> Iterator["Results"]:
        """Do what ``of`` does for the results of whole blocks."""
        self._begin(reading)
        return self._blocks_as_they_come(reading, results)

    @staticmethod
    def _begin(reading: "Reading") -> None:
        from mlroles.console import tell
        from mlroles.views.reading import sentences

        for sentence in sentences(reading.understood):
            tell(sentence)

    def _as_they_come(self, reading: "Reading", results: Iterator["Scored"]) -> Iterator["Scored"]:
        with self._progress(reading) as progress:
            for self.rows, scored in enumerate(results, start=1):
                if scored.problem:
                    self._count(scored.line, scored.problem)
                progress.tell(self.rows)
                yield scored
        self._tell_wrong(reading.left_out)

    def _blocks_as_they_come(
        self, reading: "Reading", results: Iterator["Results"]
    ) -> Iterator["Results"]:
        with self._progress(reading) as progress:
            for each in results:
                self.rows += len(each.lines)
                for place, problem in sorted(each.problems.items()):
                    self._count(int(each.lines[place]), problem)
                progress.tell(self.rows)
                yield each
        self._tell_wrong(reading.left_out)

    def _progress(self, reading: "Reading") -> "Progress":
        from mlroles.progress import Progress

        return Progress("row", reading.part, wanted=self._wants_progress)

    def tell_without_points(self, scoring: Scoring) -> None:
        """Say for which roles no answer can speak, so that nobody takes that for a result."""
        from mlroles.console import tell
        from mlroles.quiz.verdict import without_points

        absent = without_points(scoring.questionnaire, scoring.catalogue)
        names = [role.title for role in scoring.catalogue.roles if role.id in absent]
        if names:
            tell(f"No answer has points for {listed(names)}.")

    def judge(self, *, allow_wrong: bool) -> None:
        """Raise SheetError where so few rows could be scored that the result says little."""
        from mlroles.errors import SheetError

        scored = self.rows - self.wrong
        if not self.rows:
            raise SheetError("There is nobody in the table.", "Look at it with --explain.")
        if 2 * scored < self.rows and not allow_wrong:
            raise SheetError(
                f"Only {scored:,} of {counted(self.rows, 'row')} could be scored.",
                "--explain says how the table was read; --allow-wrong takes it as it is.",
            )

    def _count(self, line: int, problem: str) -> None:
        self.wrong += 1
        first, count = self._kinds.get(problem, (line, 0))
        if count or len(self._kinds) < MOST_KINDS:
            self._kinds[problem] = (first, count + 1)
        else:
            self._others += 1

    def _tell_wrong(self, left_out: Sequence[int]) -> None:
        from mlroles.console import tell

        if left_out:
            lines = listed([str(each) for each in left_out[:MOST_NAMED]])
            more = " and more" if len(left_out) > MOST_NAMED else ""
            tell(f"Left out as a total or a heading, not a person: line {lines}{more}.")
        if not self.wrong:
            return
        tell(f"Rows that could not be scored: {self.wrong:,} of {self.rows:,}.")
        ordered = sorted(self._kinds.items(), key=lambda each: (-each[1][1], each[1][0]))
        for problem, (first, count) in ordered[:MOST_TOLD]:
            where = f"Line {first}" if count == 1 else f"{count:,} rows, first on line {first}"
            tell(f"  {where}: {problem}.")
        others = self._others + sum(count for _, (_, count) in ordered[MOST_TOLD:])
        if others:
            tell(f"  {counted(others, 'row')} with other problems: see the column problem.")
