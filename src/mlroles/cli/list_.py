"""``mlroles list``."""

from mlroles.cli.options import AllOption, FullOption, examples, new_app
from mlroles.cli.request import Request, requests

app = new_app()


@app.command(
    "list",
    epilog=examples("mlroles list", "mlroles list --all", "mlroles list --full"),
)
@requests
def list_(
    all_: AllOption = False,
    full: FullOption = False,
    *,
    request: Request,
) -> None:
    """List the roles; with --full also who does what in a team, and whom to hire first.

    In short: title, id and other names. With --all also the jobs beside the roles.
    """
    from mlroles.roles.profile import overview
    from mlroles.views.overview import brief, listing

    catalogue = request.catalogue
    result = overview(catalogue, request.roles(None, everyone=all_), beside=all_)
    view = listing if full else brief
    request.emit("overview", result, lambda: view(result, catalogue))
