"""One walk over everything that cites claims: where it stands, what it says, what it rests on."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from mlroles.roles.models import Neighbour, Role, RolesFile, SourcesFile, Statement

SOURCES = "sources.json"
ROLES = "roles.json"
NEIGHBOURS = "neighbours.json"

RowKind = Literal["aspect", "duty", "skill"]
"""What a row of a table is about; a duty is a responsibility of some role."""


class Citation(NamedTuple):
    """One place that cites claims; ``place`` says it in words, ``path`` for a machine.

    ``id`` is its own, where it has one; ``role`` the id of the role that it is about, and ``row``
    the row of a table in which it stands, where there is one.
    """

    file: str
    path: str
    place: str
    text: str
    claims: tuple[str, ...]
    id: str | None = None
    role: str | None = None
    row: tuple[RowKind, str] | None = None


def citations(sources: SourcesFile, roles: RolesFile) -> Iterator[Citation]:
    """Yield every citation in the order of the files; references in them need not be known."""
    for index, dispute in enumerate(sources.disputes):
        claims = tuple(claim for side in dispute.sides for claim in side.claims)
        text = f"{dispute.id}: {dispute.about}"
        yield Citation(SOURCES, f"$.disputes[{index}]", "dispute", text, claims)
    for index, stage in enumerate(roles.stages):
        path = f"$.stages[{index}]"
        yield Citation(ROLES, path, f"stage {stage.title}", stage.text, stage.claims)
    yield from _of_all(roles.overlap, "$.overlap", "overlap")
    yield from _of_all(roles.team_sizes, "$.team_sizes", "team sizes")
    titles = _titles(roles)
    for index, role in enumerate(roles.roles):
        for each in _of_role(role, titles):
            yield each._replace(
                path=f"$.roles[{index}]{each.path}",
                place=f"{role.short_title}: {each.place}",
                role=role.id,
            )


def citations_of_neighbours(neighbours: Sequence[Neighbour]) -> Iterator[Citation]:
    """Yield every citation of the jobs beside the roles, in the file's order."""
    for index, job in enumerate(neighbours):
        path = f"$.neighbours[{index}]"
        for number, alias in enumerate(job.aliases):
            place = f"{job.title}: alias"
            yield Citation(NEIGHBOURS, f"{path}.aliases[{number}]", place, alias.name, alias.claims)
        statements = [(f"{path}.what", job.what)] if job.what else []
        statements += [(f"{path}.notes[{n}]", each) for n, each in enumerate(job.notes)]
        for where, each in statements:
            yield Citation(NEIGHBOURS, where, job.title, each.text, each.claims, each.id)
        for number, near in enumerate(job.nearest):
            place = f"{job.title}: nearest"
            yield Citation(NEIGHBOURS, f"{path}.nearest[{number}]", place, near.text, near.claims)


def _of_all(statements: Sequence[Statement], path: str, place: str) -> Iterator[Citation]:
    for index, each in enumerate(statements):
        yield Citation(ROLES, f"{path}[{index}]", place, each.text, each.claims, each.id)


def _titles(roles: RolesFile) -> dict[tuple[RowKind, str], str]:
    """Return the title of each row."""
    return {
        **{("aspect", each.id): each.title for each in roles.aspects},
        **{("duty", each.id): each.title for each in roles.responsibilities},
        **{("skill", each.id): each.title for each in roles.skills},
    }


def _of_role(role: Role, titles: dict[tuple[RowKind, str], str]) -> Iterator[Citation]:
    yield from (each._replace(path=".summary") for each in _of_all([role.summary], "", "summary"))
    for index, alias in enumerate(role.aliases):
        yield Citation(ROLES, f".aliases[{index}]", "alias", alias.name, alias.claims)
    rows: list[tuple[str, str, tuple[RowKind, str], str | None, tuple[str, ...]]] = [
        *(
            (f".aspects[{n}]", "", ("aspect", each.aspect), each.text, each.claims)
            for n, each in enumerate(role.aspects)
        ),
        *(
            (
                f".responsibilities[{n}]",
                "responsibility",
                ("duty", each.responsibility),
                each.text,
                each.claims,
            )
            for n, each in enumerate(role.responsibilities)
        ),
        *(
            (f".skills[{n}]", "skill", ("skill", each.skill), each.text, each.claims)
            for n, each in enumerate(role.skills)
        ),
    ]
    for path, place, row, text, claims in rows:
        title = titles.get(row, row[1])
        yield Citation(ROLES, path, place or title, text or title, claims, row=row)
    yield from _of_all(role.does_not, ".does_not", "does not do")
    yield from _of_all(role.choose_if, ".choose_if", "choose it if")
    yield from _of_all(role.think_twice_if, ".think_twice_if", "think twice if")
