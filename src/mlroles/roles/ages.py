"""How old what is shipped is, and what somebody should look at again."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Dated:
    """A source or data set, with what is known of its age."""

    id: str
    """Its id in this list."""
    title: str
    """Its title."""
    date: str | None
    """The date as far as it is known; None where none is given."""
    review_by: dt.date | None
    """The day by which somebody should look again; None where no day is set."""


@dataclass(frozen=True)
class Age:
    """A source or data set on a day."""

    id: str
    """Its id in this list."""
    title: str
    """Its title."""
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
    """The sources and data sets, the earliest day for a new look first."""
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
