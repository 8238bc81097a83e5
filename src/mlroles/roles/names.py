"""What a name that somebody typed was taken for."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from mlroles.roles.models import Neighbour, Role

Job = Role | Neighbour
"""A role, or a job beside the roles."""

How = Literal["name", "part", "title"]
"""How a job was found: by a name of its own, by a word that one of them begins with, by what the
typed title usually means.
"""


@dataclass(frozen=True)
class TitleMeaning:
    """What a job title means."""

    means: tuple[str, ...]
    """The ids of the roles, or of jobs beside them, that it means or is near to, best first."""
    exact: bool
    """Whether it means them, rather than being near to them."""
    beside: tuple[str, ...]
    """The words that it takes for a team, a product or a field of work."""
    reason: str
    """Why."""


Reads = Callable[[str], TitleMeaning | None]
"""Says what a title means; None where it is none of the jobs that a catalogue knows."""


@dataclass(frozen=True)
class Found:
    """What a name was taken for."""

    typed: str
    """The name, as it was typed."""
    job: Job
    """The role, or the job beside the roles."""
    how: How
    """How it was found."""
    also: tuple[Job, ...] = ()
    """What else the name may mean."""
    reason: str = ""
    """Why, where it was found by what a title usually means."""


def own_names(job: Job) -> tuple[str, ...]:
    """Return the names that belong to the job alone."""
    if isinstance(job, Role):
        return tuple(dict.fromkeys((job.id, job.title, job.short_title, job.letter)))
    return (job.id, job.title)


def all_names(job: Job) -> tuple[str, ...]:
    """Return every name under which the job is found, its own first."""
    return (*own_names(job), *(alias.name for alias in job.aliases))
