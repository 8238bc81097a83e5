"""``mlroles cohort``."""

from typing import Annotated

import typer

from mlroles.cli.options import FullOption, OnlyOption, examples, new_app
from mlroles.cli.request import Request, requests
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
)

app = new_app()


@app.command(
    epilog=examples(
        "mlroles cohort sheets.csv",
        "mlroles cohort sheets.csv --full",
        "mlroles cohort sheets.csv --by course",
        "mlroles cohort sheets.csv --only wants --format markdown",
    )
)
@requests
def cohort(
    sheets: Annotated[str, typer.Argument(metavar="SHEETS", help=SHEETS_HELP, show_default=False)],
    by: Annotated[
        list[str] | None,
        typer.Option(
            "--by",
            metavar="COLUMN",
            help="Show each group as well: the people with the same in this column. May be given "
            "several times.",
            show_default=False,
        ),
    ] = None,
    only: OnlyOption = None,
    input_format: InputFormatOption = None,
    sheet: SheetOption = None,
    explain: ExplainOption = False,
    allow_wrong: AllowWrongOption = False,
    progress: ProgressOption = None,
    full: FullOption = False,
    *,
    request: Request,
) -> None:
    """Show where the people of a table lean; with --full or --by the whole report.

    Nobody is singled out.

    SHEETS is read as by score. Counts are rounded to the nearest 5, and what rests on few people is
    left out.
    """
    from mlroles.batch.cohort import summarise
    from mlroles.errors import UsageError
    from mlroles.views.cohort import brief, view

    scoring = load_scoring(request, only)
    asked = scoring.questionnaire.only(scoring.halves)
    report = Report(progress, plain=request.plain)
    with read_sheets(sheets, input_format, sheet, scoring) as reading:
        if explain:
            explain_sheets(request, reading)
            return
        report.tell_without_points(scoring)
        header = reading.header
        places = list(dict.fromkeys(header.place(name) for name in by or ()))
        for place in places:
            if place not in header.carried:
                message = f"The column {header.columns[place]} is no group."
                raise UsageError(message, "Name a column beside the questions and the id.")
        columns = [header.columns[place] for place in places]
        scorer = scoring.scorer
        if blocks := reading.blocks():
            from mlroles.batch.block_cohort import summarise_blocks
            from mlroles.batch.blocks import BlockScorer

            found = report.of_blocks(reading, BlockScorer(scorer, reading, places).score(blocks))
            result = summarise_blocks(found, asked, columns)
        else:
            results = report.of(reading, scorer.score(reading, places))
            result = summarise(results, asked, columns)
    report.judge(allow_wrong=allow_wrong)
    file = "" if sheets == "-" else sheets
    shown = view if full or by else brief
    request.emit("cohort", result, lambda: shown(result, asked, scoring.catalogue, file))
