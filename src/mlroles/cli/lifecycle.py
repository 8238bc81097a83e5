"""``mlroles lifecycle``."""

from mlroles.cli.options import EvidenceOption, examples, new_app
from mlroles.cli.request import Request, requests

app = new_app()


@app.command(epilog=examples("mlroles lifecycle", "mlroles lifecycle --format markdown"))
@requests
def lifecycle(
    evidence: EvidenceOption = False,
    *,
    request: Request,
) -> None:
    """Show which role leads or helps at each stage of a project, and where sources name none."""
    from mlroles.roles.lifecycle import lifecycle as stages
    from mlroles.views.lifecycle import view

    catalogue = request.catalogue
    result = stages(catalogue)
    request.emit("lifecycle", result, lambda: view(result, catalogue, evidence=evidence))
