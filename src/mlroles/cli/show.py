"""``mlroles show``."""

from typing import Annotated

import typer

from mlroles.cli import completion
from mlroles.cli.options import EvidenceOption, RoleArgument, examples, new_app
from mlroles.cli.request import Request, requests

app = new_app()


@app.command(
    epilog=examples(
        "mlroles show engineer",
        "mlroles show data-scientist --section skills --section choose-if",
        "mlroles show computer vision engineer --format markdown",
    )
)
@requests
def show(
    role: RoleArgument,
    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            metavar="SECTION",
            help="Show this part only: summary, facts, responsibilities, does-not, skills, "
            "choose-if or sources. May be given several times.",
            show_default=False,
            autocompletion=completion.sections,
        ),
    ] = None,
    evidence: EvidenceOption = False,
    *,
    request: Request,
) -> None:
    """Show one role whole: what it is about, does, needs, does not do, and who it is for."""
    from mlroles.roles.find import find_section
    from mlroles.roles.profile import profile
    from mlroles.views.show import view

    catalogue = request.catalogue
    sections = [find_section(name) for name in section or ()]
    found = request.role(role)
    result = profile(catalogue, found, sections)
    request.emit("profile", result, lambda: view(result, catalogue, evidence=evidence))
