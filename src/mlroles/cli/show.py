"""``mlroles show``."""

from typing import TYPE_CHECKING, Annotated

import typer

from mlroles.cli import completion
from mlroles.cli.options import EvidenceOption, FullOption, RoleArgument, examples, new_app
from mlroles.cli.request import Request, requests

if TYPE_CHECKING:
    from mlroles.frameworks.place import RoleTitle
    from mlroles.roles.catalogue import Catalogue

app = new_app()


@app.command(
    epilog=examples(
        "mlroles show engineer",
        "mlroles show engineer --full",
        "mlroles show data-scientist --section skills --section choose-if",
        "mlroles show data-scientist --level lead",
        "mlroles show 'computer vision engineer' --format markdown",
        "mlroles show ai-engineer",
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
    level: Annotated[
        str,
        typer.Option(
            "--level",
            metavar="LEVEL",
            help="Show the role at a level, from trainee to head, as frameworks describe it.",
            show_default=False,
            autocompletion=completion.ladder,
        ),
    ] = "",
    evidence: EvidenceOption = False,
    full: FullOption = False,
    *,
    request: Request,
) -> None:
    """Show one role whole: what it is about, does, needs, does not do, and who it is for.

    Of a job beside the roles: what it is, the nearest roles, and how it differs from them.
    """
    from mlroles.errors import UsageError
    from mlroles.roles.find import find_role, find_section, fitting_roles
    from mlroles.roles.profile import profile
    from mlroles.views.show import brief, view

    if level and (section or evidence):
        raise UsageError(
            "--level shows what frameworks say, which has no sections and cites no claims.",
            "Leave out --section and --evidence.",
        )
    if level:
        _at_level(role, level, request, full=full)
        return
    catalogue = request.catalogue
    sections = [find_section(name) for name in section or ()]
    if not fitting_roles(catalogue.roles, role):
        from mlroles.cli.jobs import show_job

        if show_job(request, role, narrowed=bool(sections), evidence=evidence):
            return
    found = find_role(catalogue.roles, role)
    result = profile(catalogue, found, sections)
    whole = full or evidence or bool(sections)
    request.emit(
        "profile",
        result,
        lambda: view(result, catalogue, evidence=evidence) if whole else brief(result, catalogue),
    )


def _at_level(name: str, level: str, request: Request, *, full: bool) -> None:
    """Show the role or the job beside the roles that ``name`` means, at a level of the ladder."""
    from mlroles.frameworks.rungs import at_level
    from mlroles.parts import FRAMEWORKS
    from mlroles.views.rungs import view

    catalogue = request.catalogue
    result = at_level(FRAMEWORKS.load(catalogue), _titled(catalogue, name), level)
    request.emit("level", result, lambda: view(result, catalogue, full=full))


def _titled(catalogue: "Catalogue", name: str) -> "RoleTitle":
    """Return the role that ``name`` means, or the job that bears it where no role fits."""
    from mlroles.frameworks.place import RoleTitle
    from mlroles.roles.find import find_role, fitting_roles, matching

    if not fitting_roles(catalogue.roles, name):
        named = (
            (each.id, each.title, *(alias.name for alias in each.aliases))
            for each in catalogue.neighbours
        )
        if job := matching(named, name):
            return RoleTitle(*job, here=False)
    role = find_role(catalogue.roles, name)
    return RoleTitle(role.id, role.title, here=True)
