"""Choosing what is shown of advertised pay, and the nearest that can be where it cannot."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import Literal

from mlroles.errors import UnknownNameError
from mlroles.pay.cells import MEDIAN, Cell, Country, Percentiles
from mlroles.pay.check import key
from mlroles.pay.models import Level, PayFile
from mlroles.pay.models import Mapping as TitleMapping
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.find import SUGGESTIONS, find_by_title, normal
from mlroles.roles.models import Role
from mlroles.roles.said import RoleName, Said, role_name, said

By = Literal["title", "experience", "country", "year"]
"""What the bands of a role are divided by."""

Dimension = Literal["experience", "year", "country"]

ALL = "all"
"""The word for every country, year or level together."""

WIDEN: tuple[Dimension, ...] = ("experience", "year", "country")
"""What is given up first where there are too few bands."""


@dataclass(frozen=True)
class Place:
    """A country, a year and a level of experience; None stands for all of them together."""

    country: str | None
    year: int | None
    experience: str | None

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


@dataclass(frozen=True)
class Nearest:
    """The nearest place with enough bands; ``widened`` says what had to be given up for it."""

    place: Place
    widened: tuple[Dimension, ...]
    median: int
    adverts: int
    bands: int


@dataclass(frozen=True)
class PayRow:
    """The bands of a role, or of one ``group`` of them; figures are None where there are too few.

    ``reason`` says why titles count as the role or do not; it is None but for titles.
    """

    role: str
    group: str | None
    title: str | None
    adverts: int
    bands: int
    low: Percentiles | None
    mid: Percentiles | None
    high: Percentiles | None
    nearest: Nearest | None
    counted: bool = True
    reason: str | None = None


@dataclass(frozen=True)
class StatedFigure:
    """A figure that the catalogue's sources state for a role, on a basis of their own."""

    role: str
    amount: int
    currency: str
    basis: str
    region: str
    reported_by: str
    said: Said


@dataclass(frozen=True)
class RoleDifference:
    """The median of the first role minus that of the second, with its 95 % interval."""

    first: str
    second: str
    difference: int
    low: int
    high: int


@dataclass(frozen=True)
class PaySummary:
    """Advertised pay of roles at one place.

    ``no_difference`` says why no difference is given, where one could be expected.
    """

    title: str
    roles: tuple[RoleName, ...]
    place: Place
    defaults: tuple[Dimension, ...]
    """What of the place nobody asked for: the main country or year stands in for it."""
    country: str | None
    experience: str | None
    by: By | None
    currency: str
    percentiles: tuple[int, int, int, int, int]
    least_bands: int
    rows: tuple[PayRow, ...]
    stated: tuple[StatedFigure, ...]
    differences: tuple[RoleDifference, ...]
    no_difference: str
    mapping: TitleMapping
    basis: str
    limits: str
    method: tuple[str, ...]
    source: str


@dataclass(frozen=True)
class RankedRole:
    """A role's median under one mapping, with its counts; None where there are too few bands."""

    role: str
    median: int | None
    adverts: int
    bands: int


@dataclass(frozen=True)
class RankedReading:
    """The roles under one mapping, the highest median first, those without one last."""

    mapping: str
    repeats: bool
    ranking: tuple[RankedRole, ...]


@dataclass(frozen=True)
class PairOrder:
    """How often each of two roles has the higher median, among the readings that have both."""

    first: str
    second: str
    first_higher: int
    second_higher: int
    readings: int

    @property
    def holds(self) -> bool:
        """Whether the same role is higher in every reading."""
        return self.readings > 0 and self.readings in {self.first_higher, self.second_higher}


@dataclass(frozen=True)
class LevelReadings:
    """Every reading at one level of experience (None: all levels), and whether the order holds."""

    experience: str | None
    title: str | None
    readings: tuple[RankedReading, ...]
    pairs: tuple[PairOrder, ...]
    holds: bool


@dataclass(frozen=True)
class PaySensitivity:
    """How much "who earns more" depends on the mapping of titles and on repeats."""

    roles: tuple[RoleName, ...]
    country: str
    year: int
    currency: str
    mappings: tuple[TitleMapping, ...]
    levels: tuple[LevelReadings, ...]
    least_bands: int
    basis: str
    limits: str
    source: str


# Finding -------------------------------------------------------------------------------------


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
            choices = " or ".join(each.name for each in found[:SUGGESTIONS])
            raise UnknownNameError(
                f"{name!r} fits more than one country.", f"Did you mean {choices}?"
            )
    from difflib import get_close_matches

    owner = {own: each.name for each in countries for own in names[each.code]}
    likely = dict.fromkeys(owner[own] for own in get_close_matches(wanted, owner, SUGGESTIONS))
    advice = f"Did you mean {' or '.join(likely)}? " if likely else ""
    raise UnknownNameError(
        f"There are no adverts from {name!r}.", f"{advice}'mlroles pay --by country' lists them."
    )


def _bare(name: str) -> str:
    return normal(name.replace(".", ""))


def find_level(levels: Sequence[Level], name: str) -> Level:
    """Return the level of experience that ``name`` means; raises UnknownNameError."""
    found = find_by_title([(each.id, each.title) for each in levels], name, "level of experience")
    return next(each for each in levels if each.id == found)


def find_year(pay: PayFile, name: str) -> int:
    """Return the year that ``name`` is; raises UnknownNameError where it has no adverts."""
    years = years_of(pay)
    for year in years:
        if name.strip() == str(year):
            return year
    there = ", ".join(map(str, years))
    raise UnknownNameError(f"There are no adverts of the year {name!r}.", f"There are: {there}.")


def years_of(pay: PayFile) -> tuple[int, ...]:
    """Return the years that have adverts."""
    return tuple(sorted({cell.year for cell in pay.cells if cell.year is not None}))


# Summaries -----------------------------------------------------------------------------------


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


def summarise(
    catalogue: Catalogue, pay: PayFile, roles: Sequence[Role], choice: Choice
) -> PaySummary:
    """Return the advertised pay of ``roles`` as ``choice`` asks for it."""
    place, by = choice.place, choice.by
    cells = {key(cell): cell for cell in pay.cells}
    differences, no_difference = _differences(pay, roles, place, by)
    titles = {each.id: each.title for each in pay.levels}
    names = {each.code: each.name for each in pay.countries}
    return PaySummary(
        pay.title,
        tuple(role_name(role) for role in roles),
        place,
        choice.defaults,
        names[place.country] if place.country else None,
        titles[place.experience] if place.experience else None,
        by,
        pay.currency,
        pay.percentiles,
        pay.least_bands,
        tuple(_rows(pay, cells, roles, place, by)),
        tuple(_stated(catalogue, roles)),
        differences,
        no_difference,
        next(each for each in pay.mappings if each.id == pay.default_mapping),
        pay.basis,
        pay.limits,
        pay.method,
        pay.source,
    )


Cells = Mapping[tuple[str, str | None, str | None, int | None, str | None], Cell]


def _rows(
    pay: PayFile, cells: Cells, roles: Sequence[Role], place: Place, by: By | None
) -> Iterator[PayRow]:
    if by is None:
        for role in roles:
            row = _row(role.id, _cell(cells, role.id, None, place))
            yield row if row.mid else replace(row, nearest=_nearest(cells, role.id, place))
    elif by == "title":
        wanted = [role.id for role in roles]
        listed = [each for each in pay.sub_titles if each.role in wanted]
        for each in sorted(listed, key=lambda each: wanted.index(each.role)):
            if found := _cell(cells, each.role, each.id, place):
                yield replace(
                    _row(each.role, found),
                    group=each.id,
                    title=each.title,
                    counted=each.counts_as.get(pay.default_mapping) == each.role,
                    reason=each.reason,
                )
    else:
        for group, title, where in _groups(pay, place, by):
            for role in roles:
                if found := _cell(cells, role.id, None, where):
                    yield replace(_row(role.id, found), group=group, title=title)


def _groups(pay: PayFile, place: Place, by: By) -> Iterator[tuple[str, str, Place]]:
    if by == "experience":
        for level in pay.levels:
            yield level.id, level.title, Place(place.country, place.year, level.id)
    elif by == "country":
        for country in pay.countries:
            yield country.code, country.name, Place(country.code, place.year, place.experience)
    else:
        for year in years_of(pay):
            yield str(year), str(year), Place(place.country, year, place.experience)


def _cell(cells: Cells, role: str, sub_title: str | None, place: Place) -> Cell | None:
    return cells.get((role, sub_title, place.country, place.year, place.experience))


def _row(role: str, cell: Cell | None) -> PayRow:
    if cell is None:
        return PayRow(role, None, None, 0, 0, None, None, None, None)
    counts, figures = (cell.adverts, cell.bands), (cell.low, cell.mid, cell.high)
    return PayRow(role, None, None, *counts, *figures, nearest=None)


def _nearest(cells: Cells, role: str, place: Place) -> Nearest | None:
    """Return the nearest place that has figures: as little widened as can be."""
    narrow: list[Dimension] = [name for name in WIDEN if getattr(place, name) is not None]
    for count in range(1, len(narrow) + 1):
        for widened in combinations(narrow, count):
            where = place.wider(widened)
            cell = _cell(cells, role, None, where)
            if cell and cell.mid:
                return Nearest(where, widened, cell.mid[MEDIAN], cell.adverts, cell.bands)
    return None


def _stated(catalogue: Catalogue, roles: Sequence[Role]) -> Iterator[StatedFigure]:
    for role in roles:
        for each in role.aspects:
            if each.figure:
                disputes = catalogue.row_disputes("aspect", each.aspect)
                yield StatedFigure(
                    role.id,
                    each.figure.amount,
                    each.figure.currency,
                    each.figure.basis,
                    each.figure.region,
                    each.figure.reported_by,
                    said(catalogue, each.text, each.claims, None, disputes),
                )


def _differences(
    pay: PayFile, roles: Sequence[Role], place: Place, by: By | None
) -> tuple[tuple[RoleDifference, ...], str]:
    """Return the differences of each two roles, and why there is none where there is none."""
    pairs = list(combinations([role.id for role in roles], 2))
    if not pairs:
        return (), ""
    if by is not None or None in {place.country, place.year, place.experience}:
        return (), (
            "A difference of two roles is given only within one country, one year and one level "
            "of experience, so that like is compared with like."
        )
    here = {
        each.roles: each
        for each in pay.differences
        if (each.country, each.year, each.experience)
        == (place.country, place.year, place.experience)
    }
    found = []
    for first, second in pairs:
        if each := here.get((first, second)):
            found.append(RoleDifference(first, second, each.difference, each.low, each.high))
        elif each := here.get((second, first)):
            found.append(RoleDifference(first, second, -each.difference, -each.high, -each.low))
    if not found:
        return (), "No difference is given: there are too few distinct bands here."
    return tuple(found), ""


# Sensitivity ---------------------------------------------------------------------------------


def sensitivity(pay: PayFile, roles: Sequence[Role], experience: str = "") -> PaySensitivity:
    """Return how ``roles`` rank under every mapping, with and without repeats.

    ``experience`` names one level, ``all`` those of all levels together; each where it is empty.
    Raises UnknownNameError.
    """
    titles: dict[str | None, str | None] = {None: None, **{e.id: e.title for e in pay.levels}}
    if normal(experience) == ALL:
        wanted: list[str | None] = [None]
    elif experience:
        wanted = [find_level(pay.levels, experience).id]
    else:
        wanted = list(titles)
    names = {each.code: each.name for each in pay.countries}
    return PaySensitivity(
        tuple(role_name(role) for role in roles),
        names[pay.main.country],
        pay.main.year,
        pay.currency,
        pay.mappings,
        tuple(_level(pay, [role.id for role in roles], each, titles[each]) for each in wanted),
        pay.least_bands,
        pay.basis,
        pay.limits,
        pay.source,
    )


def _level(
    pay: PayFile, roles: Sequence[str], experience: str | None, title: str | None
) -> LevelReadings:
    readings = tuple(
        RankedReading(
            each.mapping,
            each.repeats,
            tuple(
                sorted(
                    (
                        RankedRole(median.role, median.median, median.adverts, median.bands)
                        for median in each.medians
                        if median.role in roles
                    ),
                    key=lambda ranked: -1 if ranked.median is None else ranked.median,
                    reverse=True,
                )
            ),
        )
        for each in pay.sensitivity
        if each.experience == experience
    )
    pairs = tuple(_pair(readings, *pair) for pair in combinations(roles, 2))
    return LevelReadings(
        experience, title, readings, pairs, bool(pairs) and all(each.holds for each in pairs)
    )


def _pair(readings: Sequence[RankedReading], first: str, second: str) -> PairOrder:
    higher = {first: 0, second: 0}
    both = 0
    for reading in readings:
        medians = {each.role: each.median for each in reading.ranking}
        one, two = medians.get(first), medians.get(second)
        if one is None or two is None:
            continue
        both += 1
        if one != two:
            higher[first if one > two else second] += 1
    return PairOrder(first, second, higher[first], higher[second], both)
