"""``mlroles data``: schemas, a check, and where the data lie."""

from pathlib import Path
from typing import Annotated

import typer

from mlroles.cli import completion
from mlroles.cli.options import examples, new_app
from mlroles.cli.request import Request, requesting, requests

app = new_app()


@app.callback()
def data() -> None:
    """Describe, check and locate the catalogue's files."""


@app.command(epilog=examples("mlroles data path", "ls $(mlroles data path)"))
@requesting("data")
def path(*, request: Request) -> None:
    """Print the folder that the catalogue is read from."""
    from mlroles.console import write
    from mlroles.text import clean

    write(f"{clean(str(request.directory.absolute()))}\n")


@app.command(
    epilog=examples(
        "mlroles data schema",
        "mlroles data schema roles.json",
        "mlroles data schema comparison",
    )
)
def schema(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="One schema: a file of the catalogue, or what a command writes as JSON.",
            show_default=False,
            autocompletion=completion.schemas,
        ),
    ] = None,
) -> None:
    """Print the JSON Schema of each catalogue file, or one schema by its name."""
    import json

    from mlroles import schemas
    from mlroles.console import write
    from mlroles.errors import UnknownNameError
    from mlroles.results import RESULTS
    from mlroles.text import quoted

    names = (*schemas.FILES, *RESULTS)
    if name is not None and name not in names:
        raise UnknownNameError(
            f"There is no schema {quoted(name)}.", f"There are: {', '.join(names)}."
        )
    printed = (
        schemas.schema(name) if name else {each: schemas.schema(each) for each in schemas.FILES}
    )
    write(json.dumps(printed, indent=2) + "\n")


@app.command(epilog=examples("mlroles data age", "mlroles data age --json"))
@requests
def age(*, request: Request) -> None:
    """List every source with its date and the day for a new look; exits 1 where one is past."""
    import datetime as dt

    from mlroles.errors import ExitCode
    from mlroles.parts import PARTS
    from mlroles.roles.ages import ages, dated_sources
    from mlroles.views.ages import view

    catalogue = request.catalogue
    reviews = (review for part in PARTS for review in part.reviews(catalogue))
    today = dt.datetime.now(tz=dt.UTC).date()
    others = [each for part in PARTS for each in part.dated(catalogue, today)]
    result = ages([*dated_sources(catalogue, reviews), *others], today)
    request.emit("ages", result, lambda: view(result))
    if result.past_due:
        raise typer.Exit(ExitCode.COULD_NOT)


@app.command(epilog=examples("mlroles data check", "mlroles data check my-catalogue --fix"))
@requests
def check(
    directory: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DIR]",
            help="The folder to check. Default: the catalogue in use.",
            show_default=False,
            autocompletion=completion.folders,
        ),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="Lay out the files that people edit as one formatter does."),
    ] = False,
    *,
    request: Request,
) -> None:
    """Check a catalogue and list every problem; exits 1 where there is one."""
    from mlroles.console import tell
    from mlroles.errors import ExitCode
    from mlroles.validation import check_directory, lay_out
    from mlroles.views.data import check_view

    if fix:
        changed = lay_out(directory or request.directory)
        tell(f"Laid out anew: {', '.join(changed) or 'nothing, all was well'}.")
    report = check_directory(directory or request.directory)
    request.emit("check", report, lambda: check_view(report))
    if report.problems:
        raise typer.Exit(ExitCode.COULD_NOT)
