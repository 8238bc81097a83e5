"""``mlroles frameworks``."""

from typing import Annotated

import typer

from mlroles.cli import completion
from mlroles.cli.options import FullOption, examples, new_app
from mlroles.cli.request import Request, requests

app = new_app()


@app.command(
    epilog=examples(
        "mlroles frameworks",
        "mlroles frameworks uk --full",
        "mlroles compare --lens esco",
    )
)
@requests
def frameworks(
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[NAME]",
            help="One framework: its boxes, codes and levels.",
            show_default=False,
            autocompletion=completion.frameworks,
        ),
    ] = None,
    full: FullOption = False,
    *,
    request: Request,
) -> None:
    """Show how others divide the same jobs: governments, classifications, surveys."""
    from mlroles.frameworks import framework, overview
    from mlroles.parts import FRAMEWORKS
    from mlroles.views import frameworks as views

    catalogue = request.catalogue
    file = FRAMEWORKS.load(catalogue)
    if name is None:
        result = overview.frameworks(file, catalogue, catalogue.roles if full else catalogue.core)
        request.emit("frameworks", result, lambda: views.view(result, catalogue, full=full))
        return
    found = framework.framework(file, catalogue, name)
    request.emit("framework", found, lambda: views.framework_view(found, catalogue, full=full))
