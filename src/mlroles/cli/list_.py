"""``mlroles list``."""

from mlroles.cli.options import examples, new_app
from mlroles.cli.request import Request, requests

app = new_app()


@app.command("list", epilog=examples("mlroles list", "mlroles list --json"))
@requests
def list_(
    *,
    request: Request,
) -> None:
    """List the roles: id, title, other names, and what each is about."""
    from mlroles.roles.profile import overview
    from mlroles.views.overview import listing

    catalogue = request.catalogue
    result = overview(catalogue)
    request.emit("overview", result, lambda: listing(result, catalogue))
