"""``mlroles evidence``."""

from typing import Annotated

import typer

from mlroles.cli import completion
from mlroles.cli.options import FullOption, examples, new_app
from mlroles.cli.request import Request, requests
from mlroles.roles.evidence import Verdict

app = new_app()

FIRST = 2
"""How many claims the first screen tells: with more it would be too long for a terminal."""


@app.command(
    epilog=examples(
        "mlroles evidence",
        "mlroles evidence docker",
        "mlroles evidence qwak-5",
        "mlroles evidence --verdict contradicted",
    )
)
@requests
def evidence(
    name: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[NAME]",
            help="A skill, role, aspect, claim or dispute: what is measured about it.",
            show_default=False,
            autocompletion=completion.evidence,
        ),
    ] = None,
    verdict: Annotated[
        Verdict | None,
        typer.Option(
            "--verdict",
            metavar="VERDICT",
            help="List the claims that are, held against the figures, supported, partly, mixed, "
            "contradicted, silent or not-testable.",
        ),
    ] = None,
    full: FullOption = False,
    *,
    request: Request,
) -> None:
    """Hold what the sources say against what was counted: surveys, adverts, statistics."""
    from mlroles.errors import UsageError
    from mlroles.evidence.report import about, overview
    from mlroles.parts import EVIDENCE
    from mlroles.views.evidence import view

    if name and verdict:
        raise UsageError("A name cannot stand with --verdict.", "Leave one of the two out.")
    catalogue = request.catalogue
    file = EVIDENCE.load(catalogue)
    if name:
        result = about(file, catalogue, " ".join(name), lambda _, text: request.role([text]))
    else:
        result = overview(file, catalogue, verdict, None if verdict or full else FIRST)
    request.emit("evidence", result, lambda: view(result, catalogue))
