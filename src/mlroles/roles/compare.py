"""Roles side by side, aspect by aspect; for two roles also what they share and what not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited, RoleName, cite, role_name
from mlroles.roles.evidence import Evidence, MeasuredRow, measured_rows
from mlroles.roles.models import Aspect, AspectStatement, Role


@dataclass(frozen=True)
class Row:
    """One aspect of the roles side by side."""

    aspect: str
    """The id of the aspect."""
    title: str
    """The name of the aspect."""
    question: str
    """The question that the row answers, as a person would ask it."""
    scale: tuple[str, ...] | None
    """The words of the aspect's levels from 0 upwards; None without a scale."""
    cells: tuple[Cited | None, ...]
    """What is said of each role, in the order of the roles, None where nothing is."""
    differs: bool
    """Whether the roles differ in it."""
    disputes: tuple[str, ...]
    """The ids of the disputes that touch what is said."""


@dataclass(frozen=True)
class SharedSkill:
    """A skill that both roles have."""

    skill: str
    """The id of the skill."""
    title: str
    """The name of the skill."""
    levels: tuple[int, int]
    """Its level in the first role and in the second."""


@dataclass(frozen=True)
class Thing:
    """A skill or a responsibility."""

    id: str
    """Its id."""
    title: str
    """Its name on the screen."""


@dataclass(frozen=True)
class Pair:
    """What two roles share, what only one has, and what a move from first to second takes."""

    shared_skills: tuple[SharedSkill, ...]
    """The skills that both roles have."""
    distinct_skills: tuple[tuple[Thing, ...], tuple[Thing, ...]]
    """The skills that only the first role has, and those that only the second has."""
    shared_responsibilities: tuple[Thing, ...]
    """The responsibilities that both roles have."""
    distinct_responsibilities: tuple[tuple[Thing, ...], tuple[Thing, ...]]
    """The responsibilities that only the first role has, and those that only the second has."""
    keep: tuple[Thing, ...]
    """The skills that a move from the first to the second keeps as they are."""
    improve: tuple[Thing, ...]
    """The skills that the second role needs at a higher level."""
    learn: tuple[Thing, ...]
    """The skills that only the second role needs."""


@dataclass(frozen=True)
class Comparison:
    """Roles side by side."""

    roles: tuple[RoleName, ...]
    """The roles, in the order in which everything else names them."""
    skill_scale: tuple[str, ...]
    """The words for a skill's level from 0 (not named for the role) upwards."""
    rows: tuple[Row, ...]
    """What is said of the roles, an aspect each."""
    measured: tuple[MeasuredRow, ...]
    """What is measured beside the rows, a figure for each role."""
    pair: Pair | None
    """What two roles share and what only one has; None unless there are two."""


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
