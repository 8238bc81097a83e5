"""``mlroles compare``."""

from typing import Annotated

import typer

from mlroles.cli import completion
from mlroles.cli.options import RolesArgument, examples, new_app
from mlroles.cli.request import Request, requests

app = new_app()


@app.command(
    epilog=examples(
        "mlroles compare",
        "mlroles compare scientist engineer",
        "mlroles compare --aspect mathematics --aspect deployment",
        "mlroles compare mle ds --only-differences --json",
    )
)
@requests
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
    *,
    request: Request,
) -> None:
    """Set roles side by side, aspect by aspect.

    For two roles also: what both share, what only one has, and the way from the first to the
    second.
    """
    from mlroles.roles.compare import compare as compare_roles
    from mlroles.roles.find import find_by_title, find_roles
    from mlroles.views.compare import view

    catalogue = request.catalogue
    titles = [(each.id, each.title) for each in catalogue.file.aspects]
    result = compare_roles(
        catalogue,
        find_roles(catalogue.roles, roles or ()),
        [find_by_title(titles, name, "aspect") for name in aspect or ()],
        only_differences=only_differences,
    )
    request.emit("comparison", result, lambda: view(result, catalogue))
