"""``mlroles compare``."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from mlroles.cli import completion
from mlroles.cli.options import (
    AllOption,
    EvidenceOption,
    FullOption,
    RolesArgument,
    examples,
    new_app,
)
from mlroles.cli.request import Request, requests

if TYPE_CHECKING:
    from mlroles.roles.models import Role

app = new_app()


@app.command(
    epilog=examples(
        "mlroles compare",
        "mlroles compare scientist engineer",
        "mlroles compare --aspect mathematics --aspect deployment",
        "mlroles compare mle ds --only-differences --json",
        "mlroles compare ai-engineer ml-engineer",
    )
)
@requests
def compare(
    roles: RolesArgument = None,
    aspect: Annotated[
        list[str] | None,
        typer.Option(
            "--aspect",
            metavar="ASPECT",
            help="Show this row only. May be given several times.",
            show_default=False,
            autocompletion=completion.aspects,
        ),
    ] = None,
    only_differences: Annotated[
        bool, typer.Option("--only-differences", help="Leave out the rows in which all agree.")
    ] = False,
    evidence: EvidenceOption = False,
    lens: Annotated[
        str,
        typer.Option(
            "--lens",
            metavar="FRAMEWORK",
            help="Set the roles side by side as this framework divides them.",
            show_default=False,
            autocompletion=completion.frameworks,
        ),
    ] = "",
    all_: AllOption = False,
    full: FullOption = False,
    *,
    request: Request,
) -> None:
    """Set roles side by side: the aspects that tell them apart, or with --full every aspect.

    For two roles also: what both share, what only one has, and the way from the first to the
    second.
    """
    from mlroles.roles.compare import compare as compare_roles
    from mlroles.roles.find import find_by_title
    from mlroles.roles.models import Role
    from mlroles.views.compare import brief, view

    catalogue = request.catalogue
    narrowed = bool(aspect or only_differences)
    jobs = request.jobs(roles, everyone=all_)
    chosen = [each for each in jobs if isinstance(each, Role)]
    if len(chosen) < len(jobs):
        from mlroles.cli.jobs import compare_jobs

        compare_jobs(request, jobs, narrowed=narrowed or bool(lens), evidence=evidence)
        return
    if lens:
        _through(lens, chosen, request, narrowed=narrowed or evidence)
        return
    titles = [(each.id, each.title) for each in catalogue.file.aspects]
    result = compare_roles(
        catalogue,
        chosen,
        [find_by_title(titles, name, "aspect") for name in aspect or ()],
        only_differences=only_differences,
    )
    whole = full or evidence or only_differences or bool(aspect)
    request.emit(
        "comparison",
        result,
        lambda: view(result, catalogue, evidence=evidence) if whole else brief(result, catalogue),
    )


def _through(name: str, roles: "Sequence[Role]", request: Request, *, narrowed: bool) -> None:
    """Show the roles through one framework."""
    from mlroles.errors import UsageError
    from mlroles.frameworks.lens import lens
    from mlroles.parts import FRAMEWORKS
    from mlroles.views.frameworks import lens_view

    if narrowed:
        raise UsageError("A framework has no aspects of ours.", "Leave the other options out.")
    result = lens(FRAMEWORKS.load(request.catalogue), name, roles)
    request.emit("lens", result, lambda: lens_view(result, request.catalogue))
