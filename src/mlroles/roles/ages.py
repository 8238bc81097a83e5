"""How old what is shipped is, and what somebody should look at again."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from mlroles.roles.catalogue import Catalogue

Review = tuple[str, dt.date]
"""The id of a source, and the day by which somebody should look for a newer edition of it."""


@dataclass(frozen=True)
class Dated:
    """A source, with what is known of its age."""

    id: str
    """The id of the source."""
    title: str
    """Its short form, as in footnotes."""
    date: str | None
    """The date as far as it is known; None where none is given."""
    review_by: dt.date | None
    """The day by which somebody should look again; None where no day is set."""


@dataclass(frozen=True)
class Age:
    """A source on a day."""

    id: str
    """The id of the source."""
    title: str
    """Its short form, as in footnotes."""
    date: str | None
    """The date as far as it is known; None where none is given."""
    review_by: str | None
    """The day by which somebody should look again; None where no day is set."""
    days_left: int | None
    """How many days are left until then, negative once it is past; None where no day is set."""

    @property
    def past_due(self) -> bool:
        """Whether its day for a new look has passed; that day itself is in time."""
        return self.days_left is not None and self.days_left < 0


@dataclass(frozen=True)
class Ages:
    """How old everything that is shipped is, the most urgent first."""

    on: str
    """The day on which it is asked."""
    rows: tuple[Age, ...]
    """The sources, the earliest day for a new look first."""
    past_due: tuple[str, ...]
    """The ids of those whose day for a new look has passed."""


def ages(shipped: Iterable[Dated], on: dt.date) -> Ages:
    """Return how old each thing of ``shipped`` is on the day ``on``.

    What has a day comes first, the earliest day before the others; what has none keeps its order.
    """
    rows = [
        Age(
            each.id,
            each.title,
            each.date,
            each.review_by.isoformat() if each.review_by else None,
            (each.review_by - on).days if each.review_by else None,
        )
        for each in shipped
    ]
    rows.sort(key=lambda row: (row.review_by is None, row.review_by or ""))
    return Ages(on.isoformat(), tuple(rows), tuple(row.id for row in rows if row.past_due))


def dated_sources(catalogue: Catalogue, reviews: Iterable[Review]) -> tuple[Dated, ...]:
    """Return every source with its date, and the earliest day for a new look at what it gave.

    ``reviews`` come from the files that rest on the sources.
    """
    days: dict[str, dt.date] = {}
    for source, day in reviews:
        days[source] = min(day, days.get(source, day))
    return tuple(
        Dated(
            each.id,
            each.cite,
            each.published,
            days.get(each.id, each.review_by),
        )
        for each in catalogue.sources.sources
    )
