"""``mlroles sources``."""

from typing import Annotated

import typer

from mlroles.cli import completion
from mlroles.cli.options import examples, new_app
from mlroles.cli.request import Request, requests

app = new_app()


@app.command(
    epilog=examples(
        "mlroles sources",
        "mlroles sources --disputes",
        "mlroles sources qwak-61",
    )
)
@requests
def sources(
    claim: Annotated[
        str | None,
        typer.Argument(
            metavar="[CLAIM-ID]",
            help="Say who makes this claim and where it is used.",
            show_default=False,
            autocompletion=completion.ids,
        ),
    ] = None,
    claims: Annotated[bool, typer.Option("--claims", help="List every claim.")] = False,
    disputes: Annotated[
        bool, typer.Option("--disputes", help="List where the sources contradict one another.")
    ] = False,
    *,
    request: Request,
) -> None:
    """Say who says what, where it is used, and where the sources disagree."""
    from mlroles.errors import UsageError
    from mlroles.roles.sources import claim_report, sources_report
    from mlroles.views import sources as views

    if claim is not None and (claims or disputes):
        raise UsageError(
            "A claim's id cannot stand with --claims or --disputes.", "Ask for one of them."
        )
    catalogue = request.catalogue
    if claim is not None:
        report = claim_report(catalogue, claim)
        request.emit("claim", report, lambda: views.claim_view(report, catalogue))
    else:
        result = sources_report(catalogue, claims=claims, disputes=disputes)
        request.emit("sources", result, lambda: views.view(result, catalogue))
