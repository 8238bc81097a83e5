"""``mlroles skills``."""

from typing import Annotated

import typer

from mlroles.cli import completion
from mlroles.cli.options import (
    AllOption,
    EvidenceOption,
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
        "mlroles skills",
        "mlroles skills scientist engineer --shared",
        "mlroles skills --search kubernetes",
        "mlroles skills engineer --full",
    )
)
@requests
def skills(
    roles: RolesArgument = None,
    shared: Annotated[
        bool, typer.Option("--shared", help="Only skills named for two or more of the roles.")
    ] = False,
    unique: Annotated[
        bool, typer.Option("--unique", help="Only skills named for just one of the roles.")
    ] = False,
    category: Annotated[
        list[str] | None,
        typer.Option(
            "--category",
            metavar="CATEGORY",
            help="Only skills of this category. May be given several times.",
            show_default=False,
            autocompletion=completion.categories,
        ),
    ] = None,
    search: SearchOption = "",
    evidence: EvidenceOption = False,
    all_: AllOption = False,
    full: FullOption = False,
    *,
    request: Request,
) -> None:
    """Show which skills the roles need: those that matter most, or with --full all."""
    from mlroles.errors import UsageError
    from mlroles.roles.find import find_by_title
    from mlroles.roles.skills import skill_matrix
    from mlroles.views.skills import brief, view

    if shared and unique:
        raise UsageError("--shared contradicts --unique.", "Leave one of the two out.")
    catalogue = request.catalogue
    titles = [(each.id, each.title) for each in catalogue.file.categories]
    result = skill_matrix(
        catalogue,
        request.roles(roles, everyone=all_),
        categories=[find_by_title(titles, name, "category") for name in category or ()],
        spread="shared" if shared else "unique" if unique else None,
        search=search,
    )
    whole = full or evidence or shared or unique or bool(category or search)
    request.emit(
        "skills",
        result,
        lambda: (
            view(result, catalogue, search, evidence=evidence)
            if whole
            else brief(result, catalogue)
        ),
    )
