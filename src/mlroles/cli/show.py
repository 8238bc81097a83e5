"""``mlroles show``."""

from typing import TYPE_CHECKING, Annotated

import typer

from mlroles.cli import completion
from mlroles.cli.options import EvidenceOption, FullOption, RoleArgument, examples, new_app
from mlroles.cli.request import Request, requests

if TYPE_CHECKING:
    from mlroles.roles.names import Job

app = new_app()


@app.command(
    epilog=examples(
        "mlroles show engineer",
        "mlroles show engineer --full",
        "mlroles show data-scientist --section skills --section choose-if",
        "mlroles show data-scientist --level lead",
        "mlroles show computer vision engineer --format markdown",
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
    """Show one role: what it is about, does, needs, does not do, and who it is for.

    Of a job beside the roles: what it is, the nearest roles, and how it differs from them.
    """
    from mlroles.errors import UsageError
    from mlroles.roles.find import find_section
    from mlroles.roles.models import Neighbour
    from mlroles.roles.profile import profile
    from mlroles.views.show import brief, view

    if level and (section or evidence):
        raise UsageError(
            "--level shows what frameworks say, which has no sections and cites no claims.",
            "Leave out --section and --evidence.",
        )
    sections = [find_section(name) for name in section or ()]
    job = request.job(role)
    if level:
        _at_level(job, level, request, full=full)
        return
    if isinstance(job, Neighbour):
        from mlroles.cli.jobs import show_job

        show_job(request, job, narrowed=bool(sections), evidence=evidence)
        return
    catalogue = request.catalogue
    result = profile(catalogue, job, sections)
    whole = full or evidence or bool(sections)
    request.emit(
        "profile",
        result,
        lambda: view(result, catalogue, evidence=evidence) if whole else brief(result, catalogue),
    )


def _at_level(job: "Job", level: str, request: Request, *, full: bool) -> None:
    """Show a role, or a job beside the roles, at a level of the ladder."""
    from mlroles.frameworks.place import RoleTitle
    from mlroles.frameworks.rungs import at_level
    from mlroles.parts import FRAMEWORKS
    from mlroles.roles.models import Role
    from mlroles.views.rungs import view

    catalogue = request.catalogue
    titled = RoleTitle(job.id, job.title, here=isinstance(job, Role))
    result = at_level(FRAMEWORKS.load(catalogue), titled, level)
    request.emit("level", result, lambda: view(result, catalogue, full=full))
