"""What ``show`` and ``compare`` do with a job beside the roles."""

from collections.abc import Sequence

from mlroles.cli.request import Request
from mlroles.errors import UsageError
from mlroles.parts import FRAMEWORKS, PAY, works
from mlroles.roles import names
from mlroles.roles.models import Neighbour, Role
from mlroles.roles.neighbours import Beside, Job, JobComparison, entry, role_entry


def show_job(request: Request, found: Neighbour, *, narrowed: bool, evidence: bool) -> None:
    """Show a job beside the roles; raises UsageError where a part of it is asked for."""
    from mlroles.views.neighbour import view

    if narrowed:
        raise UsageError(
            f"{found.title} has a short entry without sections.", "Leave --section out."
        )
    result = _job(request, found)
    request.emit("job", result, lambda: view(result, request.catalogue, evidence=evidence))


def compare_jobs(
    request: Request, found: Sequence[names.Job], *, narrowed: bool, evidence: bool
) -> None:
    """Set side by side jobs of which not all are roles.

    Raises UsageError where rows are asked for that such jobs have not.
    """
    from mlroles.views.neighbour import side_by_side

    if narrowed:
        titles = [each.title for each in found if isinstance(each, Neighbour)]
        raise UsageError(
            f"{titles[0]} has a short entry without aspects.",
            "Leave --aspect, --only-differences and --lens out.",
        )
    result = JobComparison(tuple(_job(request, each) for each in found))
    request.emit("jobs", result, lambda: side_by_side(result, request.catalogue, evidence=evidence))


def _job(request: Request, found: Role | Neighbour) -> Job:
    """Return what is known of a job or a role, from whatever files there are."""
    from mlroles.frameworks.beside import placings
    from mlroles.pay.beside import pay_by_title

    catalogue, folder = request.catalogue, request.directory
    where = placings(FRAMEWORKS.load(catalogue), found.id) if works("frameworks", folder) else ()
    if isinstance(found, Role):
        pay = tuple(
            each
            for each in catalogue.quoted.evidence
            if each.role == found.id and each.skill is None
        )
        return role_entry(catalogue, found, Beside(where, pay))
    own = (found.title, *(alias.name for alias in found.aliases))
    offered = pay_by_title(folder / PAY.file, own) if works("pay", folder) else ()
    return entry(catalogue, found, Beside(where, offered))
