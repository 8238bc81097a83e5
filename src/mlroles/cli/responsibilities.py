"""``mlroles responsibilities``."""

from typing import Annotated

import typer

from mlroles.cli import completion
from mlroles.cli.options import (
    AllOption,
    FullOption,
    RolesArgument,
    SearchOption,
    examples,
    new_app,
)
from mlroles.cli.request import Request, requests

app = new_app()


@app.command(
    epilog=examples(
        "mlroles responsibilities",
        "mlroles responsibilities engineer --stage deployment",
        "mlroles responsibilities --shared",
    )
)
@requests
def responsibilities(
    roles: RolesArgument = None,
    stage: Annotated[
        list[str] | None,
        typer.Option(
            "--stage",
            metavar="STAGE",
            help="Only this stage of a project, or 'outside'. May be given several times.",
            show_default=False,
            autocompletion=completion.stages,
        ),
    ] = None,
    shared: Annotated[
        bool, typer.Option("--shared", help="Only what two or more of the roles do.")
    ] = False,
    search: SearchOption = "",
    all_: AllOption = False,
    full: FullOption = False,
    *,
    request: Request,
) -> None:
    """Show who leads what, stage by stage; with --full also who helps, and how."""
    from mlroles.roles.catalogue import OUTSIDE
    from mlroles.roles.find import find_by_title
    from mlroles.roles.responsibilities import responsibility_matrix
    from mlroles.views.responsibilities import brief, view

    catalogue = request.catalogue
    titles = [(each.id, each.title) for each in catalogue.file.stages] + [(OUTSIDE, OUTSIDE)]
    result = responsibility_matrix(
        catalogue,
        request.roles(roles, everyone=all_),
        stages=[find_by_title(titles, name, "stage") for name in stage or ()],
        shared=shared,
        search=search,
    )
    whole = full or shared or bool(stage or search)
    request.emit(
        "responsibilities",
        result,
        lambda: view(result, catalogue, search) if whole else brief(result, catalogue),
    )
