"""What each id in ``roles.json`` and each section of a source is, and which command shows it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol

from mlroles.roles.catalogue import Catalogue
from mlroles.roles.statements import citations_of_neighbours


class HasId(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id."""
        ...


class Known(NamedTuple):
    """An id, what it is in words, and the arguments of the command that shows it."""

    id: str
    what: str
    shown_by: tuple[str, ...]


def known_ids(catalogue: Catalogue) -> Iterator[Known]:
    """Yield every id but those of claims, disputes and sources, which have screens of their own."""
    file = catalogue.file
    lists: tuple[tuple[Iterable[HasId], str, tuple[str, ...]], ...] = (
        (file.roles, "a role", ("show",)),
        (catalogue.neighbours, "a job beside the roles", ("show",)),
        (file.aspects, "an aspect", ("compare", "--aspect")),
        (file.skills, "a skill", ("skills", "--all", "--search")),
        (file.categories, "a category of skills", ("skills", "--category")),
        (file.stages, "a stage", ("responsibilities", "--stage")),
        (file.responsibilities, "a responsibility", ("responsibilities", "--all", "--search")),
    )
    for things, what, shown_by in lists:
        yield from (Known(each.id, what, (*shown_by, each.id)) for each in things)
    for each in catalogue.citations:
        if each.id:
            yield Known(each.id, "a statement", ("show", each.role) if each.role else ("list",))
    for job in catalogue.neighbours:
        for each in citations_of_neighbours([job]):
            if each.id:
                yield Known(each.id, "a statement", ("show", job.id))
    for source in catalogue.sources.sources:
        for section in source.sections:
            yield Known(section.id, "a section of a source", ("sources", source.id))
