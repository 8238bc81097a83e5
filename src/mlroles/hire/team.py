"""What a team leads, helps with and leaves open, stage by stage, and what happens in between."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from mlroles.hire.models import Handover, HireFile
from mlroles.hire.roster import Member, Other, Roster
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited, cite
from mlroles.roles.models import Responsibility

State = Literal["led", "doubled", "helped", "open", "not named"]
"""Led by one job, by several, only helped with, by nobody though a role would lead it, or such that
no source names who leads it.
"""

Passing = Literal["same", "passed on", "to nobody", "from nobody", "nobody", "not named"]
"""Whether one job leads both stages, another takes over, one side or both are nobody's, or of one
side no source names who would lead it.
"""


@dataclass(frozen=True)
class TeamDuty:
    """A responsibility, and who of the team has it."""

    responsibility: str
    """Its id."""
    title: str
    """Its name."""
    state: State
    """What becomes of it in this team."""
    leads: tuple[str, ...]
    """The ids of the jobs of the team that lead it."""
    helps: tuple[str, ...]
    """The ids of those that help with it."""
    would_lead: tuple[str, ...]
    """The ids of all roles of the catalogue that lead it; none where no source names one."""


@dataclass(frozen=True)
class TeamStage:
    """A stage, and who of the team is there."""

    stage: str | None
    """Its id; None for what stands outside the lifecycle."""
    title: str | None
    """Its name; None for what stands outside the lifecycle."""
    state: State
    """What becomes of it: as its best responsibility, but doubled where any is."""
    leads: tuple[str, ...]
    """The ids of the jobs of the team that lead something at it."""
    duties: tuple[TeamDuty, ...]
    """Its responsibilities."""

    @property
    def named(self) -> bool:
        """Whether any source names who leads something at it."""
        return any(each.would_lead for each in self.duties)

    @property
    def missing(self) -> tuple[TeamDuty, ...]:
        """What nobody leads though a role would."""
        return tuple(each for each in self.duties if each.would_lead and not each.leads)


@dataclass(frozen=True)
class TeamHandover:
    """What happens between two stages."""

    before: str
    """The id of the stage from which the work comes."""
    after: str
    """The id of the stage to which it goes."""
    passing: Passing
    """Whether it changes hands."""
    gives: tuple[str, ...]
    """The ids of the jobs of the team that lead something before."""
    takes: tuple[str, ...]
    """The ids of those that lead something after."""
    cited: Cited | None
    """What is handed over and goes wrong; None where the catalogue says nothing of it."""
    settle: str
    """What to settle beforehand; empty where the catalogue says nothing of it."""


@dataclass(frozen=True)
class Closing:
    """A role that is not in the team, and how much of what is open it leads."""

    role: str
    """The id of the role."""
    title: str
    """Its name."""
    duties: int
    """How many responsibilities of the stages that nobody leads it would lead."""


@dataclass(frozen=True)
class Team:
    """A team held against the lifecycle: jobs and counts, no person by name."""

    people: int
    """How many people there are."""
    members: tuple[Member, ...]
    """The jobs of the team."""
    others: tuple[Other, ...]
    """Titles that are none of the catalogue's jobs: what these people do is not known here."""
    stages: tuple[TeamStage, ...]
    """The stages, from first to last."""
    outside: TeamStage
    """What stands outside the lifecycle: that it is open is no lack."""
    handovers: tuple[TeamHandover, ...]
    """What happens between stages that follow one another."""
    missing: int
    """How many responsibilities of the stages nobody leads, though a role would."""
    closing: tuple[Closing, ...]
    """The roles that would lead most of that, best first."""
    not_for: str
    """What it is not for, as it goes on after "not for"."""

    @property
    def unknown(self) -> tuple[str, ...]:
        """The titles of those of whom nothing is known stage by stage."""
        beside = (each.title for each in self.members if not each.role)
        return (*beside, *(each.title for each in self.others))


def team(catalogue: Catalogue, file: HireFile, roster: Roster) -> Team:
    """Return what a team leads, helps with and leaves open."""
    parts = _Parts(catalogue, [each.job for each in roster.members])
    stages = tuple(parts.stage(each.id, each.title) for each in catalogue.file.stages)
    missing = [duty for stage in stages for duty in stage.missing]
    return Team(
        roster.people,
        roster.members,
        roster.others,
        stages,
        parts.stage(None, None),
        tuple(_handovers(catalogue, file.handovers, stages)),
        len(missing),
        tuple(_closing(catalogue, missing)),
        file.not_for,
    )


class _Parts:
    """Who of a team leads and helps with what."""

    def __init__(self, catalogue: Catalogue, jobs: Sequence[str]) -> None:
        self._duties = catalogue.file.responsibilities
        self._jobs = frozenset(jobs)
        self._parts: Mapping[tuple[str, str], list[str]] = _by_part(catalogue)

    def stage(self, stage: str | None, title: str | None) -> TeamStage:
        """Return a stage with its responsibilities, or what stands outside of all."""
        duties = tuple(self._duty(each) for each in self._duties if each.stage == stage)
        leads = tuple(dict.fromkeys(job for each in duties for job in each.leads))
        return TeamStage(stage, title, _best(each.state for each in duties), leads, duties)

    def _duty(self, duty: Responsibility) -> TeamDuty:
        would = self._parts.get((duty.id, "leads"), [])
        leads = tuple(each for each in would if each in self._jobs)
        helps = tuple(
            each for each in self._parts.get((duty.id, "helps"), ()) if each in self._jobs
        )
        return TeamDuty(
            duty.id, duty.title, _state(leads, helps, would), leads, helps, tuple(would)
        )


def _by_part(catalogue: Catalogue) -> Mapping[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for role in catalogue.roles:
        for each in role.responsibilities:
            found.setdefault((each.responsibility, each.part), []).append(role.id)
    return found


def _state(leads: Sequence[str], helps: Sequence[str], would: Sequence[str]) -> State:
    if len(leads) > 1:
        return "doubled"
    if leads:
        return "led"
    if helps:
        return "helped"
    return "open" if would else "not named"


def _best(states: Iterable[State]) -> State:
    there = set(states)
    order: tuple[State, ...] = ("doubled", "led", "helped", "open")
    return next((each for each in order if each in there), "not named")


def _handovers(
    catalogue: Catalogue, known: Sequence[Handover], stages: Sequence[TeamStage]
) -> Iterator[TeamHandover]:
    said = {each.to: each for each in known}
    for before, after in pairwise(stages):
        own = said.get(after.stage or "")
        yield TeamHandover(
            before.stage or "",
            after.stage or "",
            _passing(before, after),
            before.leads,
            after.leads,
            cite(catalogue, own.text, own.claims) if own else None,
            own.settle if own else "",
        )


def _passing(before: TeamStage, after: TeamStage) -> Passing:
    gives, takes = set(before.leads), set(after.leads)
    if not (before.named and after.named):
        return "not named"
    if not gives:
        return "from nobody" if takes else "nobody"
    if not takes:
        return "to nobody"
    return "passed on" if gives.isdisjoint(takes) else "same"


def _closing(catalogue: Catalogue, missing: Sequence[TeamDuty]) -> Iterator[Closing]:
    """Yield the roles that would lead what nobody leads, who leads most of it first."""
    counts = {role.id: 0 for role in catalogue.roles}
    for duty in missing:
        for role in duty.would_lead:
            counts[role] += 1
    found = [
        Closing(role.id, role.title, counts[role.id]) for role in catalogue.roles if counts[role.id]
    ]
    yield from sorted(found, key=lambda each: -each.duties)
