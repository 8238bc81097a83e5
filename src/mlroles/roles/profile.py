"""One role whole, and all roles at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited, RoleName, cite, cite_all, role_name
from mlroles.roles.evidence import Evidence
from mlroles.roles.models import Figure, Role
from mlroles.roles.sections import SECTIONS, Section
from mlroles.roles.skills import SkillGroup, skill_matrix


@dataclass(frozen=True)
class Brief:
    """A role in a few lines."""

    role: RoleName
    """What names the role."""
    aliases: tuple[Cited, ...]
    """Other names under which it goes."""
    summary: Cited
    """The role in one sentence."""
    choose_if: tuple[Cited, ...]
    """To whom the role is recommended."""


@dataclass(frozen=True)
class BriefJob:
    """A job beside the roles in a line."""

    id: str
    """Its id."""
    title: str
    """Its name on the screen."""
    nearest: tuple[RoleName, ...]
    """The roles that it is near to, the nearest first."""


@dataclass(frozen=True)
class Overview:
    """Roles in a few lines, and what is said of all of them together."""

    title: str
    """The heading of the catalogue."""
    roles: tuple[Brief, ...]
    """Each role, in the catalogue's order."""
    overlap: tuple[Cited, ...]
    """What the roles have in common, and how they are mixed up."""
    team_sizes: tuple[Cited, ...]
    """Who does what in small and in large organisations."""
    beside: tuple[BriefJob, ...] = ()
    """The jobs beside the roles, where they were asked for."""


@dataclass(frozen=True)
class Fact:
    """What is true of a role in one aspect."""

    aspect: str
    """The id of the aspect."""
    title: str
    """The name of the aspect."""
    scale: tuple[str, ...] | None
    """The words of the aspect's levels from 0 upwards; None without a scale."""
    cited: Cited
    """What is said, with the claims that it rests on."""
    figure: Figure | None
    """An amount of money, where the statement is about one."""


@dataclass(frozen=True)
class Duty:
    """A responsibility of a role and the part it takes in it."""

    responsibility: str
    """The id of the responsibility."""
    title: str
    """The name of the responsibility."""
    part: Literal["leads", "helps"]
    """Whether the role leads it or helps with it."""
    cited: Cited
    """What is said, with the claims that it rests on."""


@dataclass(frozen=True)
class StageDuties:
    """A role's responsibilities at one stage."""

    stage: str | None
    """The id of the stage; None outside the lifecycle."""
    title: str | None
    """The name of the stage; None outside the lifecycle."""
    duties: tuple[Duty, ...]
    """The role's responsibilities at that stage."""


@dataclass(frozen=True)
class Profile:
    """One role; a part that was not asked for is None."""

    role: RoleName
    """What names the role."""
    sections: tuple[Section, ...]
    """The parts that were asked for."""
    aliases: tuple[Cited, ...]
    """Other names under which it goes."""
    summary: Cited | None
    """The role in one sentence."""
    facts: tuple[Fact, ...] | None
    """What is true of the role in each aspect."""
    measured: tuple[Evidence, ...]
    """What is measured of the role; it stands with the facts."""
    responsibilities: tuple[StageDuties, ...] | None
    """What the role leads or helps with, by stage."""
    does_not: tuple[Cited, ...] | None
    """What the role does not do."""
    skill_scale: tuple[str, ...]
    """The words for a skill's level from 0 (not named for the role) upwards."""
    skills: tuple[SkillGroup, ...] | None
    """The skills that the role uses, by category, the highest level first."""
    choose_if: tuple[Cited, ...] | None
    """To whom the role is recommended."""
    think_twice_if: tuple[Cited, ...] | None
    """Who should think twice before choosing it."""
    claims: tuple[str, ...] | None
    """The id of every claim that the role's statements rest on, in the order of the sources
    file.
    """


def overview(catalogue: Catalogue, roles: Sequence[Role], *, beside: bool = False) -> Overview:
    """Return each of ``roles`` in a few lines, and what is said of all of them together.

    With ``beside`` also the jobs beside the roles.
    """
    names = {role.id: role_name(role) for role in catalogue.roles}
    return Overview(
        catalogue.file.title,
        tuple(
            Brief(
                role_name(role),
                _aliases(catalogue, role),
                cite(catalogue, role.summary.text, role.summary.claims),
                cite_all(catalogue, role.choose_if),
            )
            for role in roles
        ),
        cite_all(catalogue, catalogue.file.overlap),
        cite_all(catalogue, catalogue.file.team_sizes),
        tuple(
            BriefJob(job.id, job.title, tuple(names[each.role] for each in job.nearest))
            for job in (catalogue.neighbours if beside else ())
        ),
    )


def profile(
    catalogue: Catalogue,
    role: Role,
    sections: Sequence[Section] = (),
) -> Profile:
    """Return one role, with the parts in ``sections``; all where none is given."""
    wanted = tuple(section for section in SECTIONS if section in (sections or SECTIONS))
    choose = "choose-if" in wanted
    return Profile(
        role=role_name(role),
        sections=wanted,
        aliases=_aliases(catalogue, role),
        summary=cite(catalogue, role.summary.text, role.summary.claims)
        if "summary" in wanted
        else None,
        facts=_facts(catalogue, role) if "facts" in wanted else None,
        measured=tuple(
            each
            for each in catalogue.quoted.evidence
            if each.role == role.id and each.skill is None
        )
        if "facts" in wanted
        else (),
        responsibilities=_duties(catalogue, role) if "responsibilities" in wanted else None,
        does_not=cite_all(catalogue, role.does_not) if "does-not" in wanted else None,
        skill_scale=catalogue.file.skill_scale,
        skills=_skills(catalogue, role) if "skills" in wanted else None,
        choose_if=cite_all(catalogue, role.choose_if) if choose else None,
        think_twice_if=cite_all(catalogue, role.think_twice_if) if choose else None,
        claims=_claims(catalogue, role) if "sources" in wanted else None,
    )


def _aliases(catalogue: Catalogue, role: Role) -> tuple[Cited, ...]:
    """Return the role's other names; one that any dispute is about is disputed."""
    return tuple(
        cite(catalogue, each.name, each.claims, row=catalogue.disputes_of(each.claims))
        for each in role.aliases
    )


def _facts(catalogue: Catalogue, role: Role) -> tuple[Fact, ...]:
    own = {each.aspect: each for each in role.aspects}
    return tuple(
        Fact(
            aspect.id,
            aspect.title,
            aspect.scale,
            cite(
                catalogue,
                own[aspect.id].text,
                own[aspect.id].claims,
                own[aspect.id].level,
                catalogue.row_disputes("aspect", aspect.id),
            ),
            own[aspect.id].figure,
        )
        for aspect in catalogue.file.aspects
        if aspect.id in own
    )


def _duties(catalogue: Catalogue, role: Role) -> tuple[StageDuties, ...]:
    by_stage: dict[str | None, list[Duty]] = {}
    for each in role.responsibilities:
        responsibility = catalogue.responsibilities[each.responsibility]
        text = each.text or responsibility.title
        disputes = catalogue.row_disputes("duty", responsibility.id)
        duty = Duty(
            responsibility.id,
            responsibility.title,
            each.part,
            cite(catalogue, text, each.claims, row=disputes),
        )
        by_stage.setdefault(responsibility.stage, []).append(duty)
    titles: dict[str | None, str | None] = {
        **{stage.id: stage.title for stage in catalogue.file.stages},
        None: None,
    }
    return tuple(
        StageDuties(stage, title, tuple(by_stage[stage]))
        for stage, title in titles.items()
        if stage in by_stage
    )


def _skills(catalogue: Catalogue, role: Role) -> tuple[SkillGroup, ...]:
    """Return the skills that the role uses, in each category the highest level first."""
    found = []
    for group in skill_matrix(catalogue, [role]).groups:
        used = [row for row in group.rows if row.uses[0].used]
        used.sort(key=lambda row: (-(row.uses[0].level or 0), -row.uses[0].share))
        if used:
            found.append(replace(group, rows=tuple(used)))
    return tuple(found)


def _claims(catalogue: Catalogue, role: Role) -> tuple[str, ...]:
    own = (each.claims for each in catalogue.citations if each.role == role.id)
    cited = frozenset(chain.from_iterable(own))
    return tuple(claim.id for claim in catalogue.sources.claims if claim.id in cited)
