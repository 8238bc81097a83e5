"""What must hold between the parts of a catalogue: references, unique ids, levels, names."""

from collections.abc import Iterable, Iterator
from itertools import chain

from mlroles.datafile.references import Named, References, duplicates
from mlroles.errors import Problem
from mlroles.roles.backlinks import backlinks
from mlroles.roles.catalogue import OUTSIDE, Catalogue
from mlroles.roles.find import normal
from mlroles.roles.models import NeighboursFile, Role
from mlroles.roles.names import own_names
from mlroles.roles.statements import NEIGHBOURS, ROLES, SOURCES, citations_of_neighbours
from mlroles.text import quoted

UNCITED_KINDS = frozenset({"provenance"})
"""Kinds of claim that describe a source itself and so need no statement."""


def catalogue_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield everything that makes the catalogue unfit for use, in the order of the files."""
    refer = References(ROLES)
    return chain(_sources(catalogue), _roles_file(refer, catalogue), _roles(refer, catalogue))


def uncited_problems(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield a problem for each claim that no statement and no dispute cites."""
    cited = backlinks(catalogue)
    return (
        Problem(
            SOURCES,
            f"$.claims[{index}]",
            f"no statement and no dispute cites {claim.id}",
            "cite it, or give it the kind 'provenance'",
        )
        for index, claim in enumerate(catalogue.sources.claims)
        if claim.id not in cited and claim.kind not in UNCITED_KINDS
    )


def _ids(path: str, things: Iterable[object]) -> Named:
    return [(f"{path}[{index}].id", thing.id) for index, thing in enumerate(things)]  # type: ignore[attr-defined]


def _claims(path: str, claims: Iterable[str]) -> Named:
    return [(f"{path}.claims[{index}]", claim) for index, claim in enumerate(claims)]


def _sources(catalogue: Catalogue) -> Iterator[Problem]:
    refer = References(SOURCES)
    file = catalogue.sources
    yield from duplicates(SOURCES, _ids("$.sources", file.sources))
    yield from duplicates(SOURCES, _ids("$.claims", file.claims))
    yield from duplicates(SOURCES, _ids("$.disputes", file.disputes))
    for index, source in enumerate(file.sources):
        yield from duplicates(SOURCES, _ids(f"$.sources[{index}].sections", source.sections))
    sections = {each.id: {section.id for section in each.sections} for each in file.sources}
    for index, claim in enumerate(file.claims):
        path = f"$.claims[{index}]"
        if claim.source not in catalogue.source:
            yield from refer.unknown("source", [(f"{path}.source", claim.source)], catalogue.source)
            continue
        place = (f"{path}.section", claim.section)
        yield from refer.unknown(f"section of {claim.source}", [place], sections[claim.source])
    cited = [
        place
        for index, dispute in enumerate(file.disputes)
        for number, side in enumerate(dispute.sides)
        for place in _claims(f"$.disputes[{index}].sides[{number}]", side.claims)
    ]
    yield from refer.unknown("claim", cited, catalogue.claims)


def _roles_file(refer: References, catalogue: Catalogue) -> Iterator[Problem]:
    file = catalogue.file
    parts = {
        "$.stages": file.stages,
        "$.aspects": file.aspects,
        "$.categories": file.categories,
        "$.skills": file.skills,
        "$.responsibilities": file.responsibilities,
        "$.roles": file.roles,
    }
    for path, things in parts.items():
        yield from duplicates(ROLES, _ids(path, things))
    for index, stage in enumerate(file.stages):
        if stage.id == OUTSIDE:
            message = f"{quoted(OUTSIDE)} means what stands outside the lifecycle"
            yield Problem(ROLES, f"$.stages[{index}].id", message, "choose another id")
    categories = {category.id for category in file.categories}
    named = (
        (f"$.skills[{index}].category", each.category) for index, each in enumerate(file.skills)
    )
    yield from refer.unknown("category", named, categories)
    for index, responsibility in enumerate(file.responsibilities):
        if responsibility.stage is not None:
            place = (f"$.responsibilities[{index}].stage", responsibility.stage)
            yield from refer.unknown("stage", [place], catalogue.stages)
    own = [each for each in catalogue.citations if each.file == ROLES]
    yield from duplicates(ROLES, [(f"{each.path}.id", each.id) for each in own if each.id])
    cited = [place for each in own for place in _claims(each.path, each.claims)]
    yield from refer.unknown("claim", cited, catalogue.claims)


def neighbours_problems(file: NeighboursFile, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield everything that does not hold between the jobs beside the roles and the catalogue."""
    refer = References(NEIGHBOURS)
    ids = _ids("$.neighbours", file.neighbours)
    yield from duplicates(NEIGHBOURS, ids)
    for place, each in ids:
        if each in catalogue.role_index:
            yield Problem(NEIGHBOURS, place, f"{quoted(each)} is a role", "choose another id")
    for index, job in enumerate(file.neighbours):
        path = f"$.neighbours[{index}]"
        near = [(f"{path}.nearest[{n}].role", each.role) for n, each in enumerate(job.nearest)]
        yield from refer.unknown("role", near, catalogue.role_index)
    own = tuple(citations_of_neighbours(file.neighbours))
    yield from duplicates(NEIGHBOURS, [(f"{each.path}.id", each.id) for each in own if each.id])
    cited = [place for each in own for place in _claims(each.path, each.claims)]
    yield from refer.unknown("claim", cited, catalogue.claims)


def _roles(refer: References, catalogue: Catalogue) -> Iterator[Problem]:
    yield from _names(catalogue)
    core = [(f"$.core[{index}]", each) for index, each in enumerate(catalogue.file.core)]
    yield from duplicates(ROLES, core)
    yield from refer.unknown("role", core, catalogue.role_index)
    for position, role in enumerate(catalogue.roles):
        path = f"$.roles[{position}]"
        yield from _aspects(refer, catalogue, role, f"{path}.aspects")
        yield from _skills(refer, catalogue, role, f"{path}.skills")
        duties = [
            (f"{path}.responsibilities[{index}].responsibility", each.responsibility)
            for index, each in enumerate(role.responsibilities)
        ]
        yield from duplicates(ROLES, duties)
        yield from refer.unknown("responsibility", duties, catalogue.responsibilities)


def _names(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield a problem for each name of its own that a role shares; an alias may be shared."""
    owner: dict[str, Role] = {}
    for position, role in enumerate(catalogue.roles):
        for name in own_names(role):
            other = owner.setdefault(normal(name), role)
            if other is not role:
                message = f"the name {quoted(name)} is already that of {quoted(other.id)}"
                yield Problem(ROLES, f"$.roles[{position}]", message, "give each role its own")


def _aspects(refer: References, catalogue: Catalogue, role: Role, path: str) -> Iterator[Problem]:
    named = [(f"{path}[{index}].aspect", each.aspect) for index, each in enumerate(role.aspects)]
    yield from duplicates(ROLES, named)
    yield from refer.unknown("aspect", named, catalogue.aspects)
    for index, each in enumerate(role.aspects):
        aspect = catalogue.aspects.get(each.aspect)
        if aspect is None:
            continue
        place = f"{path}[{index}].level"
        if aspect.scale is None and each.level is not None:
            yield Problem(
                ROLES, place, f"the aspect {quoted(aspect.id)} has no scale", "leave it out"
            )
        elif aspect.scale is not None and each.level not in range(len(aspect.scale)):
            expected = f"a whole number from 0 to {len(aspect.scale) - 1}"
            level = "null" if each.level is None else each.level
            yield Problem(ROLES, place, f"{level} is not on the scale", expected)


def _skills(refer: References, catalogue: Catalogue, role: Role, path: str) -> Iterator[Problem]:
    named = [(f"{path}[{index}].skill", each.skill) for index, each in enumerate(role.skills)]
    yield from duplicates(ROLES, named)
    yield from refer.unknown("skill", named, catalogue.skills)
    highest = len(catalogue.file.skill_scale) - 1
    for index, each in enumerate(role.skills):
        if each.level > highest:
            place = f"{path}[{index}].level"
            expected = f"a whole number from 1 to {highest}"
            yield Problem(ROLES, place, f"{each.level} is not on the scale", expected)
