"""``mlroles pay``."""

from enum import StrEnum
from typing import Annotated

import typer

from mlroles.cli import completion
from mlroles.cli.options import (
    DataOption,
    FormatOption,
    JsonOption,
    PlainOption,
    RolesArgument,
    examples,
    new_app,
)

app = new_app()


class By(StrEnum):
    """What the bands of a role can be divided by."""

    TITLE = "title"
    EXPERIENCE = "experience"
    COUNTRY = "country"
    YEAR = "year"


@app.command(
    epilog=examples(
        "mlroles pay",
        "mlroles pay scientist engineer --experience senior",
        "mlroles pay --country uk --by experience",
        "mlroles pay researcher --by title",
        "mlroles pay --sensitivity",
    )
)
def pay(
    roles: RolesArgument = None,
    country: Annotated[
        str,
        typer.Option(
            "--country",
            metavar="COUNTRY",
            help="The country of the job by its name or code, or 'all'. Default: the one with "
            "most adverts.",
            show_default=False,
            autocompletion=completion.countries,
        ),
    ] = "",
    experience: Annotated[
        str,
        typer.Option(
            "--experience",
            metavar="LEVEL",
            help="The level of experience, or 'all'. Default: all.",
            show_default=False,
            autocompletion=completion.levels,
        ),
    ] = "",
    year: Annotated[
        str,
        typer.Option(
            "--year",
            metavar="YEAR",
            help="The year, or 'all'. Default: the one with most adverts.",
            show_default=False,
            autocompletion=completion.years,
        ),
    ] = "",
    by: Annotated[
        By | None, typer.Option("--by", help="Divide each role by this.", show_default=False)
    ] = None,
    sensitivity: Annotated[
        bool,
        typer.Option(
            "--sensitivity",
            help="Say whether the order of the roles holds, whichever titles are taken for them "
            "and whether repeated adverts count or not.",
        ),
    ] = False,
    data: DataOption = None,
    format_: FormatOption = None,
    json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Show what job adverts offer, with the number of adverts beside every figure."""
    from mlroles.cli.output import Output, emit
    from mlroles.errors import UsageError
    from mlroles.pay import summary
    from mlroles.pay.load import load_pay
    from mlroles.roles.find import find_roles
    from mlroles.roles.load import load_catalogue
    from mlroles.views import pay as views

    given = {By.COUNTRY: country, By.EXPERIENCE: experience, By.YEAR: year}
    if by and given.get(by):
        raise UsageError(f"--by {by} contradicts --{by}.", "Leave one of the two out.")
    if sensitivity and (country or year or by):
        raise UsageError(
            "--sensitivity is computed for one country and one year.",
            "Leave out --country, --year and --by.",
        )
    output = Output.of(format_, json=json, plain=plain)
    catalogue = load_catalogue(output.directory(data))
    found = find_roles(catalogue.roles, roles or ())
    file = load_pay(catalogue.directory, catalogue)
    if sensitivity:
        readings = summary.sensitivity(file, found, experience)
        emit(
            "pay-sensitivity",
            readings,
            lambda: views.sensitivity_view(readings, catalogue),
            output,
        )
        return
    choice = summary.choose(file, country, year, experience, by.value if by else None)
    result = summary.summarise(catalogue, file, found, choice)
    emit("pay", result, lambda: views.view(result, catalogue), output)
