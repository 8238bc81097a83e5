"""``mlroles score``."""

import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer

from mlroles.cli.handouts import Paper, handing_out, new_folder
from mlroles.cli.options import OnlyOption, examples, new_app
from mlroles.cli.request import Request, requesting
from mlroles.cli.streams import check_replaceable
from mlroles.cli.tables import (
    SHEETS_HELP,
    AllowWrongOption,
    ExplainOption,
    InputFormatOption,
    ProgressOption,
    Report,
    SheetOption,
    explain_sheets,
    load_scoring,
    read_sheets,
    write_to_stdout,
)

if TYPE_CHECKING:
    from mlroles.batch.results import Kind, Value
    from mlroles.batch.rows import TableFormat

app = new_app()


class Written(StrEnum):
    """What results are written as."""

    CSV = "csv"
    JSONL = "jsonl"
    PARQUET = "parquet"


@app.command(
    epilog=examples(
        "mlroles score --template --output sheets.csv",
        "mlroles score sheets.csv",
        "mlroles score sheets.jsonl --only wants --output results.csv",
        "mlroles score - < sheets.csv > results.csv",
    )
)
@requesting("data", "plain")
def score(
    sheets: Annotated[
        str | None,
        typer.Argument(metavar="[SHEETS]", help=SHEETS_HELP, show_default=False),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="FILE",
            help="Write to FILE: .csv, .jsonl or .parquet. Default: CSV on standard output.",
            show_default=False,
        ),
    ] = None,
    template: Annotated[
        bool,
        typer.Option(
            "--template",
            help="Write a table of sheets to fill in; example rows show every answer id.",
        ),
    ] = False,
    only: OnlyOption = None,
    input_format: InputFormatOption = None,
    sheet: SheetOption = None,
    explain: ExplainOption = False,
    reports: Annotated[
        Path | None,
        typer.Option(
            "--reports",
            metavar="DIR",
            help="Write a hand-out for each person into DIR, a new folder.",
            show_default=False,
        ),
    ] = None,
    paper: Annotated[
        Paper, typer.Option("--report-format", help="What a hand-out is written as.")
    ] = Paper.HTML,
    allow_wrong: AllowWrongOption = False,
    progress: ProgressOption = None,
    output_format: Annotated[
        Written | None,
        typer.Option(
            "--output-format", help="What to write.  [default: by --output's suffix, else csv]"
        ),
    ] = None,
    *,
    request: Request,
) -> None:
    """Score many answer sheets at once: a table in, a table of results out.

    A column is headed by a question's id or text, a cell holds answers by id, by text, or by their
    letter or number on the form. Any other column is carried along. What was understood is said
    first; a row that is wrong is told, and stops no other.
    """
    from mlroles.batch.scorer import template_columns, template_rows
    from mlroles.errors import UsageError

    if template == (sheets is not None):
        reason = "--template reads no sheets." if template else "There is nothing to score."
        raise UsageError(reason, "Give either SHEETS or --template.")
    format_ = _format(output, output_format)
    if output is not None:
        check_replaceable(output)  # before the first row
    scoring = load_scoring(request, only)
    if sheets is None:
        columns = template_columns(scoring.questionnaire, scoring.halves)
        rows = template_rows(scoring.questionnaire, scoring.halves)
        _write_rows(output, format_, columns, rows)
        return
    scorer = scoring.scorer
    to_screen = output is None and sys.stdout.isatty()  # the rows themselves say how far it is
    report = Report(False if to_screen else progress, plain=request.plain)
    with read_sheets(sheets, input_format, sheet, scoring) as reading:
        if explain:
            explain_sheets(request, reading)
            return
        report.tell_without_points(scoring)
        columns = scorer.columns(reading.understood.carried)
        # A hand-out is of one person, and what a terminal gets is cleaned row by row.
        one_by_one = reports is not None or to_screen
        if not one_by_one and (blocks := reading.blocks()):
            from mlroles.batch.block_results import write_blocks
            from mlroles.batch.blocks import BlockScorer

            found = report.of_blocks(reading, BlockScorer(scorer, reading).score(blocks))
            _write(output, lambda out: write_blocks(out, format_, columns, scorer, found))
        else:
            results = report.of(reading, scorer.score(reading))
            if reports is not None:
                new_folder(reports)
                results = handing_out(results, reading, scoring, reports, paper)
            _write_rows(output, format_, columns, map(scorer.values, results))
    report.judge(allow_wrong=allow_wrong)


def _format(output: Path | None, given: Written | None) -> "TableFormat":
    from mlroles.batch.rows import TableFormat
    from mlroles.batch.table import format_of
    from mlroles.errors import UsageError

    if output is None:
        if given is Written.PARQUET:
            raise UsageError("Parquet is not written to a screen.", "Name a file with --output.")
        return TableFormat(given or TableFormat.CSV)
    chosen = given or (None if output.suffix == ".gz" else format_of(output.name))
    if chosen is None or chosen == TableFormat.WORKBOOK:
        suffixes = ", ".join(f".{each}" for each in Written)
        raise UsageError(
            f"The suffix of {output.name} does not say what to write.",
            f"Name a file that ends in {suffixes}, or give --output-format.",
        )
    return TableFormat(chosen)


def _write_rows(
    output: Path | None,
    format_: "TableFormat",
    columns: Mapping[str, "Kind"],
    rows: Iterable[Sequence["Value"]],
) -> None:
    from mlroles.batch.results import write_table

    if output is None:
        write_to_stdout(format_, columns, rows)
    else:
        _write(output, lambda out: write_table(out, format_, columns, rows))


def _write(output: Path | None, write: Callable[[BinaryIO], None]) -> None:
    """Write to ``output`` whole or not at all, or to stdout as it comes."""
    from mlroles.datafile.files import replacing, telling

    if output is None:
        sys.stdout.flush()
        write(sys.stdout.buffer)
        return
    with telling(output, "Choose another file."), replacing(output) as stream:
        write(stream)
