"""Jobs beside the roles: a short entry each, alone, all in a list, or side by side with roles.

A job and a role have one shape here, so that the two can stand side by side. What frameworks and
adverts say of a job is looked up by the caller: ``roles`` knows neither.
"""

from dataclasses import dataclass

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited, RoleName, cite, cite_all, role_name
from mlroles.roles.evidence import Evidence
from mlroles.roles.models import Neighbour, Role


@dataclass(frozen=True)
class NearRole:
    """A role that a job is near to, and how the two differ."""

    role: RoleName
    """The role."""
    cited: Cited
    """How the job differs from it."""


@dataclass(frozen=True)
class Placing:
    """Where a framework, a classification or a survey puts a job."""

    framework: str
    """The id by which it is asked for."""
    title: str
    """Its short name."""
    kind: str
    """What sort of thing it is: framework, classification, statistics or survey."""
    boxes: tuple[str, ...]
    """Its names for what holds the job, the nearest first; empty where nothing does."""


@dataclass(frozen=True)
class Beside:
    """What other files of the catalogue say of a job."""

    placings: tuple[Placing, ...] = ()
    """Where frameworks put it; empty where nobody looked."""
    pay: tuple[Evidence, ...] = ()
    """What adverts offer under its titles; empty where that is not known."""


@dataclass(frozen=True)
class Job:
    """A job in a few lines: one beside the roles, or a role among such jobs."""

    id: str
    """Its id."""
    title: str
    """Its name on the screen."""
    role: RoleName | None
    """What names the role that it is; None for a job beside the roles."""
    aliases: tuple[Cited, ...]
    """Other names under which it goes."""
    what: Cited | None
    """What it is; None where no source says it."""
    nearest: tuple[NearRole, ...]
    """The roles that it is near to and how it differs; empty for a role."""
    notes: tuple[Cited, ...]
    """What else is known of it; a role has a screen of its own for that."""
    placings: tuple[Placing, ...]
    """Where frameworks put it; empty where nobody looked."""
    pay: tuple[Evidence, ...]
    """What adverts offer under its titles; empty where that is not known."""

    @property
    def without_framework(self) -> bool:
        """Whether frameworks were looked at, and none describes the job."""
        looked = [each for each in self.placings if each.kind == "framework"]
        return bool(looked) and not any(each.boxes for each in looked)


@dataclass(frozen=True)
class JobComparison:
    """Jobs side by side, of which one at least is no role."""

    jobs: tuple[Job, ...]
    """The jobs, in the order in which they were named."""


def entry(catalogue: Catalogue, job: Neighbour, beside: Beside) -> Job:
    """Return what is known of a job beside the roles."""
    roles = {role.id: role for role in catalogue.roles}
    return Job(
        job.id,
        job.title,
        None,
        tuple(cite(catalogue, each.name, each.claims) for each in job.aliases),
        cite(catalogue, job.what.text, job.what.claims) if job.what else None,
        tuple(
            NearRole(role_name(roles[each.role]), cite(catalogue, each.text, each.claims))
            for each in job.nearest
        ),
        cite_all(catalogue, job.notes),
        beside.placings,
        beside.pay,
    )


def role_entry(catalogue: Catalogue, role: Role, beside: Beside) -> Job:
    """Return of a role what can stand beside such jobs."""
    return Job(
        role.id,
        role.title,
        role_name(role),
        tuple(cite(catalogue, each.name, each.claims) for each in role.aliases),
        cite(catalogue, role.summary.text, role.summary.claims),
        (),
        (),
        beside.placings,
        beside.pay,
    )
