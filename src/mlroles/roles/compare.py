"""Roles side by side, aspect by aspect; for two roles also what they share and what not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited, RoleName, cite, role_name, touched
from mlroles.roles.evidence import MeasuredRow, measured_rows
from mlroles.roles.models import Aspect, AspectStatement, Role
from mlroles.roles.move import Move, move
from mlroles.roles.skill_use import belongs_to_one, is_shared, measured_skills, skill_uses


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
class Thing:
    """A skill or a responsibility."""

    id: str
    """Its id."""
    title: str
    """Its name on the screen."""


@dataclass(frozen=True)
class Pair:
    """What two roles share, what belongs to one, and the way from the first to the second."""

    shared_skills: tuple[Thing, ...]
    """The skills that both roles use."""
    distinct_skills: tuple[tuple[Thing, ...], tuple[Thing, ...]]
    """The skills that belong to the first role alone, and to the second: people of the other hardly
    ever use them.
    """
    shared_responsibilities: tuple[Thing, ...]
    """The responsibilities that the sources name for both."""
    named_responsibilities: tuple[tuple[Thing, ...], tuple[Thing, ...]]
    """Those named for the first role alone, and for the second: nothing follows for the other."""
    move: Move
    """The skills of a move from the first to the second."""


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
) -> Comparison:
    """Return ``roles`` side by side in ``aspects`` (ids; all where none is given).

    What is measured beside an aspect stands with it, and all of it where every aspect is asked for.
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
        measured_rows(catalogue.quoted.evidence, [role.id for role in roles], chosen),
        _pair(catalogue, *roles) if len(roles) == 2 else None,  # noqa: PLR2004
    )


def among(whole: Comparison, catalogue: Catalogue, roles: Sequence[Role]) -> Comparison:
    """Return what ``compare`` says of ``roles`` in every aspect, from what it said of more.

    What is cited is looked up once, where many pairs of the same roles are set side by side.
    """
    names = [each.id for each in whole.roles]
    places = [names.index(role.id) for role in roles]
    rows = []
    for row in whole.rows:
        cells = tuple(row.cells[place] for place in places)
        there = {dispute for cell in cells if cell for dispute in cell.disputes}
        disputes = tuple(each for each in row.disputes if each in there)
        rows.append(replace(row, cells=cells, differs=_differ(cells), disputes=disputes))
    return Comparison(
        tuple(whole.roles[place] for place in places),
        whole.skill_scale,
        tuple(row for row in rows if any(row.cells)),
        measured_rows(catalogue.quoted.evidence, [role.id for role in roles]),
        _pair(catalogue, *roles) if len(roles) == 2 else None,  # noqa: PLR2004
    )


def _differ(cells: Iterable[Cited | None]) -> bool:
    return len({(cell.level, cell.text.casefold()) for cell in cells if cell}) > 1


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
        _differ(cells),
        touched(disputes, cells),
    )


def _pair(catalogue: Catalogue, first: Role, second: Role) -> Pair:
    measured = measured_skills(catalogue.quoted.evidence)
    skills = {skill.id: skill.title for skill in catalogue.file.skills}
    duties = {each.id: each.title for each in catalogue.file.responsibilities}
    here, there = (skill_uses(role, [*skills], measured) for role in (first, second))
    mine, theirs = (
        {each.responsibility for each in role.responsibilities} for role in (first, second)
    )
    both = {key: (here[key], there[key]) for key in skills}
    alone = [key for key, uses in both.items() if belongs_to_one(uses)]
    return Pair(
        _things(skills, [key for key, uses in both.items() if is_shared(uses)]),
        (
            _things(skills, [key for key in alone if here[key].used]),
            _things(skills, [key for key in alone if there[key].used]),
        ),
        _things(duties, mine & theirs),
        (_things(duties, mine - theirs), _things(duties, theirs - mine)),
        move(skills, here, there),
    )


def _things(titles: Mapping[str, str], wanted: Iterable[str]) -> tuple[Thing, ...]:
    """Return the wanted ids with their titles, in the order of the file."""
    there = frozenset(wanted)
    return tuple(Thing(key, title) for key, title in titles.items() if key in there)
