"""Roles side by side, aspect by aspect; for two roles also what they share and what not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited, RoleName, cite, role_name
from mlroles.roles.evidence import Evidence, MeasuredRow, measured_rows
from mlroles.roles.models import Aspect, AspectStatement, Role


@dataclass(frozen=True)
class Row:
    """One aspect; ``cells`` stand in the order of the roles, None where nothing is said."""

    aspect: str
    title: str
    question: str
    scale: tuple[str, ...] | None
    cells: tuple[Cited | None, ...]
    differs: bool
    disputes: tuple[str, ...]


@dataclass(frozen=True)
class SharedSkill:
    """A skill that both roles have, with its level in each."""

    skill: str
    title: str
    levels: tuple[int, int]


@dataclass(frozen=True)
class Thing:
    """A skill or responsibility by id and title."""

    id: str
    title: str


@dataclass(frozen=True)
class Pair:
    """What two roles share and what only one has; each pair is in the order of the roles.

    ``keep``, ``improve`` and ``learn`` read the skills as a move from the first to the second.
    """

    shared_skills: tuple[SharedSkill, ...]
    distinct_skills: tuple[tuple[Thing, ...], tuple[Thing, ...]]
    shared_responsibilities: tuple[Thing, ...]
    distinct_responsibilities: tuple[tuple[Thing, ...], tuple[Thing, ...]]
    keep: tuple[Thing, ...]
    improve: tuple[Thing, ...]
    learn: tuple[Thing, ...]


@dataclass(frozen=True)
class Comparison:
    """Roles side by side; ``pair`` is None unless there are two.

    ``measured`` holds what is measured beside the rows, a figure for each role.
    """

    roles: tuple[RoleName, ...]
    skill_scale: tuple[str, ...]
    rows: tuple[Row, ...]
    measured: tuple[MeasuredRow, ...]
    pair: Pair | None


def compare(
    catalogue: Catalogue,
    roles: Sequence[Role],
    aspects: Iterable[str] = (),
    *,
    only_differences: bool = False,
    evidence: Sequence[Evidence] = (),
) -> Comparison:
    """Return ``roles`` side by side in ``aspects`` (ids; all where none is given).

    ``evidence`` is what is measured of the roles; what belongs to an aspect stands with it, and
    all of it where every aspect is asked for.
    """
    chosen = frozenset(aspects)
    wanted = chosen or frozenset(catalogue.aspects)
    own = [{each.aspect: each for each in role.aspects} for role in roles]
    rows = (
        _row(catalogue, aspect, own) for aspect in catalogue.file.aspects if aspect.id in wanted
    )
    return Comparison(
        tuple(role_name(role) for role in roles),
        catalogue.file.skill_scale,
        tuple(row for row in rows if any(row.cells) and (row.differs or not only_differences)),
        measured_rows(evidence, [role.id for role in roles], chosen),
        _pair(catalogue, *roles) if len(roles) == 2 else None,  # noqa: PLR2004
    )


def _row(catalogue: Catalogue, aspect: Aspect, own: Iterable[Mapping[str, AspectStatement]]) -> Row:
    disputes = catalogue.row_disputes("aspect", aspect.id)
    cells = tuple(
        cite(catalogue, each.text, each.claims, each.level, disputes)
        if (each := statements.get(aspect.id))
        else None
        for statements in own
    )
    return Row(
        aspect.id,
        aspect.title,
        aspect.question,
        aspect.scale,
        cells,
        len({cell and (cell.level, cell.text.casefold()) for cell in cells}) > 1,
        tuple(dispute.id for dispute in disputes),
    )


def _pair(catalogue: Catalogue, first: Role, second: Role) -> Pair:
    one, two = ({each.skill: each.level for each in role.skills} for role in (first, second))
    skills = {skill.id: skill.title for skill in catalogue.file.skills}
    duties = {each.id: each.title for each in catalogue.file.responsibilities}
    mine, theirs = (
        {each.responsibility for each in role.responsibilities} for role in (first, second)
    )
    both = [key for key in skills if key in one and key in two]
    return Pair(
        tuple(SharedSkill(key, skills[key], (one[key], two[key])) for key in both),
        (_things(skills, one.keys() - two.keys()), _things(skills, two.keys() - one.keys())),
        _things(duties, mine & theirs),
        (_things(duties, mine - theirs), _things(duties, theirs - mine)),
        keep=_things(skills, {key for key in both if one[key] >= two[key]}),
        improve=_things(skills, {key for key in both if one[key] < two[key]}),
        learn=_things(skills, two.keys() - one.keys()),
    )


def _things(titles: Mapping[str, str], wanted: Iterable[str]) -> tuple[Thing, ...]:
    """Return the wanted ids with their titles, in the order of the file."""
    there = frozenset(wanted)
    return tuple(Thing(key, title) for key, title in titles.items() if key in there)
