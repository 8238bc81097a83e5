"""What is said of a name that was taken for a role or a job."""

from collections.abc import Iterable

from mlroles.roles.names import Found, Job
from mlroles.text import quoted


def taken_for(found: Found) -> str:
    """Return what a name was taken for, why, and what else it may mean."""
    also = f"; it could also be {listed(each.title for each in found.also)}" if found.also else ""
    reason = f" {found.reason}" if found.reason else ""
    return f"{quoted(found.typed)} is taken for {found.job.title}{also}.{reason}"


def not_whole(job: Job, role: Job) -> str:
    """Return which role is shown for a job of which too little is known."""
    return f"{job.title} is a job beside the roles: this is {role.title}, the nearest to it."


def listed(names: Iterable[str]) -> str:
    """Return names with commas between them."""
    return ", ".join(names)
