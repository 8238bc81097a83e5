"""Where the pay of an advert stands among the bands of adverts for the same work and place."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from mlroles.adverts.terms.found import Pay, Terms
from mlroles.pay.cells import MEDIAN, Cell, Country, PayBands
from mlroles.text import normal_words

if TYPE_CHECKING:
    from mlroles.pay.models import PayFile

_Pays: TypeAlias = "PayBands | PayFile"

Why = Literal[
    "not-one-role", "no-place", "no-level", "not-a-year", "other-currency", "too-few-adverts"
]
"""Why pay is not laid beside the bands."""


@dataclass(frozen=True)
class Bands:
    """The bands of adverts for one role, country and level."""

    role: str
    """The id of the role."""
    country: str
    """The country, as two capital letters."""
    level: str
    """The id of the level in the pay data."""
    year: int | None
    """The year; null for all together."""
    bands: int
    """How many distinct bands there are."""
    low: int
    """The 10th percentile of their middles."""
    median: int
    """The median of their middles."""
    high: int
    """The 90th percentile of their middles."""
    currency: str
    """The code of the currency."""
    source: str
    """The id of the source."""
    middle: float
    """The middle of the advert's own band."""
    above: int
    """The highest of the percentiles 10, 25, 50, 75 and 90 that the middle reaches; 0 for none."""


@dataclass(frozen=True)
class BandsBeside:
    """Where the pay of an advert stands, or why that is not said."""

    bands: Bands | None
    """The bands of such adverts; null where it is not said."""
    why_not: Why | None
    """Why it is not said; null where it is."""


def beside(
    file: _Pays, role: str | None, terms: Terms, level_of: Callable[[str], str | None]
) -> BandsBeside | None:
    """Return where the pay in ``terms`` stands; None where they name none.

    ``role`` is the one that the advert is, None where it is not one. ``level_of`` turns a level of
    adverts into one of the pay data, None where there is none.
    """
    pay = terms.pay
    if pay is None:
        return None
    country = _country(file, terms)
    level = level_of(terms.level.level) if terms.level else None
    why = _why_not(file, pay, role, country, level)
    if why:
        return BandsBeside(None, why)
    cells = [
        each
        for each in file.cells
        if (each.role, each.sub_title, each.country, each.experience)
        == (role, None, country, level)
        and each.mid
    ]
    if not cells:
        return BandsBeside(None, "too-few-adverts")
    return BandsBeside(_bands(file, max(cells, key=lambda each: each.year or 0), pay), None)


def _why_not(
    file: _Pays, pay: Pay, role: str | None, country: str | None, level: str | None
) -> Why | None:
    if role is None:
        return "not-one-role"
    if pay.period != "year":
        return "not-a-year"
    if pay.currency != file.currency:
        return "other-currency"
    if country is None:
        return "no-place"
    return "no-level" if level is None else None


def _bands(file: _Pays, cell: Cell, pay: Pay) -> Bands:
    low = pay.high if pay.low is None else pay.low
    high = pay.low if pay.high is None else pay.high
    middle = ((low or 0) + (high or 0)) / 2
    mid = cell.mid or (0, 0, 0, 0, 0)
    reached = [of for of, each in zip(file.percentiles, mid, strict=True) if middle >= each]
    return Bands(
        cell.role,
        cell.country or "",
        cell.experience or "",
        cell.year,
        cell.bands,
        mid[0],
        mid[MEDIAN],
        mid[-1],
        file.currency,
        file.source,
        middle,
        max(reached, default=0),
    )


def _country(file: _Pays, terms: Terms) -> str | None:
    """Return the country that the place of the job names; None where it names none."""
    if terms.place is None:
        return None
    place = f" {normal_words(terms.place.words)} "
    found = [each.code for each in file.countries if _names(each, place)]
    return found[0] if len(found) == 1 else None


def _names(country: Country, place: str) -> bool:
    return any(f" {normal_words(name)} " in place for name in (country.name, *country.aliases))
