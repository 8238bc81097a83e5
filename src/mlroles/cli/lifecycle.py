"""``mlroles lifecycle``."""

from mlroles.cli.options import (
    AllOption,
    EvidenceOption,
    FullOption,
    RolesArgument,
    examples,
    new_app,
)
from mlroles.cli.request import Request, requests

app = new_app()


@app.command(
    epilog=examples(
        "mlroles lifecycle", "mlroles lifecycle --full", "mlroles lifecycle --format markdown"
    )
)
@requests
def lifecycle(
    roles: RolesArgument = None,
    evidence: EvidenceOption = False,
    all_: AllOption = False,
    full: FullOption = False,
    *,
    request: Request,
) -> None:
    """Show which role leads or helps at each stage of a project, and where sources name none."""
    from mlroles.roles.lifecycle import lifecycle as stages
    from mlroles.views.lifecycle import brief, view

    catalogue = request.catalogue
    result = stages(catalogue, request.roles(roles, everyone=all_))
    whole = full or evidence
    request.emit(
        "lifecycle",
        result,
        lambda: view(result, catalogue, evidence=evidence) if whole else brief(result, catalogue),
    )
