"""What ``show`` and ``compare`` do with a job beside the roles."""

from collections.abc import Sequence

from mlroles.cli.request import Request
from mlroles.errors import UsageError
from mlroles.parts import job_entries
from mlroles.roles import names
from mlroles.roles.models import Neighbour
from mlroles.roles.neighbours import JobComparison


def show_job(request: Request, found: Neighbour, *, narrowed: bool, evidence: bool) -> None:
    """Show a job beside the roles; raises UsageError where a part of it is asked for."""
    from mlroles.views.neighbour import view

    if narrowed:
        raise UsageError(
            f"{found.title} has a short entry without sections.", "Leave --section out."
        )
    (result,) = job_entries(request.catalogue, [found])
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
    result = JobComparison(job_entries(request.catalogue, found))
    request.emit("jobs", result, lambda: side_by_side(result, request.catalogue, evidence=evidence))
