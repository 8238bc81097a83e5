"""Choosing the country, the year and the level of experience that is shown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from mlroles.errors import UnknownNameError
from mlroles.pay.cells import Country
from mlroles.pay.models import Level, PayFile
from mlroles.roles.find import find_by_title, normal
from mlroles.suggest import MOST, closest, offer
from mlroles.text import quoted

By = Literal["title", "experience", "country", "year"]
"""What the bands of a role are divided by."""

Dimension = Literal["experience", "year", "country"]

ALL = "all"
"""The word for every country, year or level together."""


@dataclass(frozen=True)
class Place:
    """A country, a year and a level of experience; None stands for all of them together."""

    country: str | None
    """The country, as two capital letters; None for all together."""
    year: int | None
    """The year; None for all together."""
    experience: str | None
    """The id of the level of experience; None for all together."""

    def wider(self, dimensions: Iterable[Dimension]) -> "Place":
        """Return this place with all of each of ``dimensions``."""
        gone = frozenset(dimensions)
        return Place(
            None if "country" in gone else self.country,
            None if "year" in gone else self.year,
            None if "experience" in gone else self.experience,
        )


@dataclass(frozen=True)
class Choice:
    """What is to be shown: a place, what divides it, and what of the place nobody asked for."""

    place: Place
    by: By | None = None
    defaults: tuple[Dimension, ...] = ()
    asked: str | None = None
    """The word for the level that was typed, where the level has another name."""


def find_country(countries: Sequence[Country], name: str) -> Country:
    """Return the country that ``name`` means: a code, a name, an alias, or how one begins.

    Raises UnknownNameError, with the likeliest ones.
    """
    names = {
        each.code: [_bare(own) for own in (each.code, each.name, *each.aliases)]
        for each in countries
    }
    wanted = _bare(name)
    exact = [each for each in countries if wanted in names[each.code]]
    begun = [
        each
        for each in countries
        if wanted and any(own.startswith(wanted) for own in names[each.code][1:])
    ]
    for found in (exact, begun):
        if len(found) == 1:
            return found[0]
        if found:
            raise UnknownNameError(
                f"{quoted(name)} fits more than one country.",
                offer(each.name for each in found[:MOST]),
            )
    owner = {own: each.name for each in countries for own in names[each.code]}
    advice = offer(dict.fromkeys(owner[own] for own in closest(wanted, owner)))
    raise UnknownNameError(
        f"There are no adverts from {quoted(name)}.",
        f"{advice} 'mlroles pay --by country' lists them.".lstrip(),
    )


def _bare(name: str) -> str:
    return normal(name.replace(".", ""))


def find_level(levels: Sequence[Level], name: str) -> Level:
    """Return the level of experience that ``name`` means; raises UnknownNameError."""
    found = find_by_title([(each.id, each.title) for each in levels], name, "level of experience")
    return next(each for each in levels if each.id == found)


def knows_level(levels: Sequence[Level], name: str) -> bool:
    """Say whether the adverts have a level of this id or title, or whether ``name`` means all."""
    known = {normal(own) for each in levels for own in (each.id, each.title)}
    return normal(name) in {"", ALL, *known}


def find_year(pay: PayFile, name: str) -> int:
    """Return the year that ``name`` is; raises UnknownNameError where it has no adverts."""
    years = years_of(pay)
    for year in years:
        if name.strip() == str(year):
            return year
    there = ", ".join(map(str, years))
    raise UnknownNameError(
        f"There are no adverts of the year {quoted(name)}.", f"There are: {there}."
    )


def years_of(pay: PayFile) -> tuple[int, ...]:
    """Return the years that have adverts."""
    return tuple(sorted({cell.year for cell in pay.cells if cell.year is not None}))


def choose(pay: PayFile, country: str, year: str, experience: str, by: By | None) -> Choice:
    """Return what these words ask for.

    An empty word is the file's main country or year, and every level of experience; ``all`` is
    all of them. What is divided by is not narrowed. Raises UnknownNameError.
    """
    defaults: list[Dimension] = []
    place = Place(pay.main.country, pay.main.year, None)
    if by == "country" or normal(country) == ALL:
        place = place.wider(["country"])
    elif country:
        place = replace(place, country=find_country(pay.countries, country).code)
    else:
        defaults.append("country")
    if by == "year" or normal(year) == ALL:
        place = place.wider(["year"])
    elif year:
        place = replace(place, year=find_year(pay, year))
    else:
        defaults.append("year")
    if experience and normal(experience) != ALL:
        place = replace(place, experience=find_level(pay.levels, experience).id)
    return Choice(place, by, tuple(defaults))
