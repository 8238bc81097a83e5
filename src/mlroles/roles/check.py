"""What must hold between the parts of a catalogue: references, unique ids, levels, names."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import chain

from mlroles.errors import Problem
from mlroles.roles.catalogue import OUTSIDE, Catalogue
from mlroles.roles.find import normal, own_names
from mlroles.roles.models import (
    Alias,
    AspectStatement,
    Role,
    RoleResponsibility,
    RoleSkill,
    Stage,
    Statement,
)
from mlroles.roles.uses import uses_of_claims

SOURCES = "sources.json"
ROLES = "roles.json"
UNCITED_KINDS = frozenset({"provenance"})
"""Kinds of claim that describe a source itself and so need no statement."""

ADVISED = 20
"""How many unknown names of one sort get a guess at what was meant: guessing takes time."""

Citing = Alias | AspectStatement | RoleResponsibility | RoleSkill | Stage | Statement
"""What rests on claims."""

Named = Iterable[tuple[str, str]]
"""Pairs of a JSON path and the id that stands there."""


def catalogue_problems(catalogue: Catalogue) -> tuple[Problem, ...]:
    """Return everything that makes the catalogue unfit for use, in the order of the files."""
    return tuple(chain(_sources(catalogue), _roles_file(catalogue), _roles(catalogue)))


def uncited_problems(catalogue: Catalogue) -> tuple[Problem, ...]:
    """Return a problem for each claim that no statement and no dispute cites."""
    cited = uses_of_claims(catalogue)
    return tuple(
        Problem(
            SOURCES,
            f"$.claims[{index}]",
            f"no statement and no dispute cites {claim.id}",
            "cite it, or give it the kind 'provenance'",
        )
        for index, claim in enumerate(catalogue.sources.claims)
        if claim.id not in cited and claim.kind not in UNCITED_KINDS
    )


def duplicates(file: str, named: Named) -> Iterator[Problem]:
    """Yield a problem for each id that has stood before."""
    first: dict[str, str] = {}
    for path, name in named:
        if name in first:
            yield Problem(file, path, f"{name!r} stands twice", f"it is at {first[name]} already")
        else:
            first[name] = path


def unknown(file: str, what: str, named: Named, known: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each id that is none of ``known``."""
    strangers = ((path, name) for path, name in named if name not in known)
    for number, (path, name) in enumerate(strangers):
        likely = _likely(name, known) if number < ADVISED else ""
        expected = f"did you mean {likely!r}?" if likely else f"add the {what}, or name another"
        yield Problem(file, path, f"there is no {what} {name!r}", expected)


def _likely(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    return next(iter(get_close_matches(name, sorted(known), n=1)), "")


def _ids(path: str, things: Iterable[object]) -> Named:
    return [(f"{path}[{index}].id", thing.id) for index, thing in enumerate(things)]  # type: ignore[attr-defined]


def _claims(path: str, claims: Iterable[str]) -> Named:
    return [(f"{path}.claims[{index}]", claim) for index, claim in enumerate(claims)]


def _sources(catalogue: Catalogue) -> Iterator[Problem]:
    file = catalogue.sources
    yield from duplicates(SOURCES, _ids("$.sources", file.sources))
    yield from duplicates(SOURCES, _ids("$.claims", file.claims))
    yield from duplicates(SOURCES, _ids("$.disputes", file.disputes))
    for index, source in enumerate(file.sources):
        yield from duplicates(SOURCES, _ids(f"$.sources[{index}].sections", source.sections))
    for index, claim in enumerate(file.claims):
        path = f"$.claims[{index}]"
        if claim.source not in catalogue.source:
            yield from unknown(
                SOURCES, "source", [(f"{path}.source", claim.source)], catalogue.source
            )
            continue
        sections = [section.id for section in catalogue.source[claim.source].sections]
        place = (f"{path}.section", claim.section)
        yield from unknown(SOURCES, f"section of {claim.source}", [place], sections)
    cited = [
        place
        for index, dispute in enumerate(file.disputes)
        for number, side in enumerate(dispute.sides)
        for place in _claims(f"$.disputes[{index}].sides[{number}]", side.claims)
    ]
    yield from unknown(SOURCES, "claim", cited, catalogue.claims)


def _roles_file(catalogue: Catalogue) -> Iterator[Problem]:
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
            message = f"{OUTSIDE!r} means what stands outside the lifecycle"
            yield Problem(ROLES, f"$.stages[{index}].id", message, "choose another id")
    categories = [category.id for category in file.categories]
    for index, skill in enumerate(file.skills):
        place = (f"$.skills[{index}].category", skill.category)
        yield from unknown(ROLES, "category", [place], categories)
    for index, responsibility in enumerate(file.responsibilities):
        if responsibility.stage is not None:
            place = (f"$.responsibilities[{index}].stage", responsibility.stage)
            yield from unknown(ROLES, "stage", [place], catalogue.stages)
    statements = [
        (f"$.{name}[{index}]", statement)
        for name, part in (("overlap", file.overlap), ("team_sizes", file.team_sizes))
        for index, statement in enumerate(part)
    ]
    statements += [
        (f"$.roles[{position}]{path}", statement)
        for position, role in enumerate(file.roles)
        for path, statement in role_statements(role)
    ]
    yield from duplicates(ROLES, [(f"{path}.id", each.id) for path, each in statements])
    stages: list[tuple[str, Citing]] = [
        (f"$.stages[{index}]", stage) for index, stage in enumerate(file.stages)
    ]
    cited = [
        place
        for path, each in (*stages, *statements, *_unnamed_statements(catalogue))
        for place in _claims(path, each.claims)
    ]
    yield from unknown(ROLES, "claim", cited, catalogue.claims)


def role_statements(role: Role) -> Iterator[tuple[str, Statement]]:
    """Yield the statements of a role that carry an id, each with its path within the role."""
    yield ".summary", role.summary
    for name in ("does_not", "choose_if", "think_twice_if"):
        for index, statement in enumerate(getattr(role, name)):
            yield f".{name}[{index}]", statement


def _unnamed_statements(
    catalogue: Catalogue,
) -> Iterator[tuple[str, Citing]]:
    """Yield what else cites claims in a role, each with its path."""
    for position, role in enumerate(catalogue.roles):
        parts: dict[str, Sequence[Citing]] = {
            "aliases": role.aliases,
            "aspects": role.aspects,
            "responsibilities": role.responsibilities,
            "skills": role.skills,
        }
        for name, part in parts.items():
            for index, each in enumerate(part):
                yield f"$.roles[{position}].{name}[{index}]", each


def _roles(catalogue: Catalogue) -> Iterator[Problem]:
    yield from _names(catalogue)
    for position, role in enumerate(catalogue.roles):
        path = f"$.roles[{position}]"
        yield from _aspects(catalogue, role, f"{path}.aspects")
        yield from _skills(catalogue, role, f"{path}.skills")
        duties = [
            (f"{path}.responsibilities[{index}].responsibility", each.responsibility)
            for index, each in enumerate(role.responsibilities)
        ]
        yield from duplicates(ROLES, duties)
        yield from unknown(ROLES, "responsibility", duties, catalogue.responsibilities)


def _names(catalogue: Catalogue) -> Iterator[Problem]:
    """Yield a problem for each name of its own that a role shares; an alias may be shared."""
    owner: dict[str, Role] = {}
    for position, role in enumerate(catalogue.roles):
        for name in own_names(role):
            other = owner.setdefault(normal(name), role)
            if other is not role:
                message = f"the name {name!r} is already that of {other.id!r}"
                yield Problem(ROLES, f"$.roles[{position}]", message, "give each role its own")


def _aspects(catalogue: Catalogue, role: Role, path: str) -> Iterator[Problem]:
    named = [(f"{path}[{index}].aspect", each.aspect) for index, each in enumerate(role.aspects)]
    yield from duplicates(ROLES, named)
    yield from unknown(ROLES, "aspect", named, catalogue.aspects)
    for index, each in enumerate(role.aspects):
        aspect = catalogue.aspects.get(each.aspect)
        if aspect is None:
            continue
        place = f"{path}[{index}].level"
        if aspect.scale is None and each.level is not None:
            yield Problem(ROLES, place, f"the aspect {aspect.id!r} has no scale", "leave it out")
        elif aspect.scale is not None and each.level not in range(len(aspect.scale)):
            expected = f"a whole number from 0 to {len(aspect.scale) - 1}"
            level = "null" if each.level is None else each.level
            yield Problem(ROLES, place, f"{level} is not on the scale", expected)


def _skills(catalogue: Catalogue, role: Role, path: str) -> Iterator[Problem]:
    named = [(f"{path}[{index}].skill", each.skill) for index, each in enumerate(role.skills)]
    yield from duplicates(ROLES, named)
    yield from unknown(ROLES, "skill", named, catalogue.skills)
    highest = len(catalogue.file.skill_scale) - 1
    for index, each in enumerate(role.skills):
        if each.level > highest:
            place = f"{path}[{index}].level"
            expected = f"a whole number from 1 to {highest}"
            yield Problem(ROLES, place, f"{each.level} is not on the scale", expected)
