"""``mlroles compare``."""

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


@app.command(
    epilog=examples(
        "mlroles compare",
        "mlroles compare scientist engineer",
        "mlroles compare --aspect mathematics --aspect deployment",
        "mlroles compare mle ds --only-differences --json",
    )
)
def compare(
    roles: RolesArgument = None,
    aspect: Annotated[
        list[str] | None,
        typer.Option(
            "--aspect",
            metavar="ASPECT",
            help="Show this row only. May be given several times.",
            show_default=False,
            autocompletion=completion.aspects,
        ),
    ] = None,
    only_differences: Annotated[
        bool, typer.Option("--only-differences", help="Leave out the rows in which all agree.")
    ] = False,
    data: DataOption = None,
    format_: FormatOption = None,
    json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Set roles side by side, aspect by aspect.

    For two roles also: what both share, what only one has, and the way from the first to the
    second.
    """
    from mlroles.cli.output import Output, emit
    from mlroles.pay.headlines import load_headlines
    from mlroles.roles.compare import compare as compare_roles
    from mlroles.roles.find import find_by_title, find_roles
    from mlroles.roles.load import load_catalogue
    from mlroles.views.compare import view

    output = Output.of(format_, json=json, plain=plain)
    catalogue = load_catalogue(output.directory(data))
    titles = [(each.id, each.title) for each in catalogue.file.aspects]
    result = compare_roles(
        catalogue,
        find_roles(catalogue.roles, roles or ()),
        [find_by_title(titles, name, "aspect") for name in aspect or ()],
        only_differences=only_differences,
        pay=load_headlines(catalogue.directory, catalogue),
    )
    emit("comparison", result, lambda: view(result, catalogue), output)
