"""``mlroles sources``."""

from typing import Annotated

import typer

from mlroles.cli import completion
from mlroles.cli.options import FullOption, examples, new_app
from mlroles.cli.request import Request, requests

app = new_app()


@app.command(
    epilog=examples(
        "mlroles sources",
        "mlroles sources --disputes",
        "mlroles sources --full",
        "mlroles sources qwak-61",
        "mlroles sources dispute-4",
    )
)
@requests
def sources(
    id_: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]",
            help="Show this claim, dispute or source alone, with all that belongs to it.",
            show_default=False,
            autocompletion=completion.ids,
        ),
    ] = None,
    claims: Annotated[bool, typer.Option("--claims", help="List every claim.")] = False,
    disputes: Annotated[
        bool, typer.Option("--disputes", help="List where the sources contradict one another.")
    ] = False,
    full: FullOption = False,
    *,
    request: Request,
) -> None:
    """Say who says what, where it is used, and where the sources disagree."""
    from mlroles.errors import UsageError
    from mlroles.roles.sources import ClaimReport, look_up, sources_report
    from mlroles.views import sources as views

    if id_ is not None and (claims or disputes):
        raise UsageError("An id cannot stand with --claims or --disputes.", "Ask for one of them.")
    catalogue = request.catalogue
    if id_ is None:
        result = sources_report(catalogue, claims=claims, disputes=disputes)
        whole = full or claims or disputes
        request.emit(
            "sources",
            result,
            lambda: views.view(result, catalogue) if whole else views.brief(result),
        )
        return
    found = look_up(catalogue, id_)
    if isinstance(found, ClaimReport):
        request.emit("claim", found, lambda: views.claim_view(found, catalogue))
    else:
        own = views.dispute_view if found.disputes else views.source_view
        request.emit("sources", found, lambda: own(found, catalogue))
