"""``mlroles cohort``."""

from typing import Annotated

import typer

from mlroles.cli.options import OnlyOption, examples, new_app
from mlroles.cli.request import Request, requests
from mlroles.cli.tables import SHEETS_HELP, InputFormatOption, Report, load_scoring, scored_rows

app = new_app()


@app.command(
    epilog=examples(
        "mlroles cohort sheets.csv",
        "mlroles cohort sheets.csv --by course",
        "mlroles cohort sheets.csv --only wants --format markdown",
    )
)
@requests
def cohort(
    sheets: Annotated[str, typer.Argument(metavar="SHEETS", help=SHEETS_HELP, show_default=False)],
    by: Annotated[
        str | None,
        typer.Option(
            "--by",
            metavar="COLUMN",
            help="Show each group as well: the people with the same in this column.",
            show_default=False,
        ),
    ] = None,
    only: OnlyOption = None,
    input_format: InputFormatOption = None,
    *,
    request: Request,
) -> None:
    """Show where the people of a table lean, without singling anyone out.

    SHEETS is as for score, with one more column where --by names it. Counts are rounded to the
    nearest 5, and what rests on few people is left out.
    """
    from mlroles.batch.cohort import summarise
    from mlroles.batch.rows import ID
    from mlroles.errors import UsageError
    from mlroles.views.cohort import view

    scoring = load_scoring(request, only)
    asked = scoring.questionnaire.only(scoring.halves)
    if by == ID or by in {question.id for question in scoring.questionnaire.questions}:
        raise UsageError(f"The column {by} is no group.", "Name a column beside the questions.")
    report = Report(plain=request.plain)
    with scored_rows(sheets, input_format, scoring, report, by) as results:
        result = summarise(results, asked, by)
    file = "" if sheets == "-" else sheets
    request.emit("cohort", result, lambda: view(result, asked, scoring.catalogue, file))
