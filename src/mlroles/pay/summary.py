"""What adverts offer at one place, and the nearest place with figures where it has too few."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from mlroles.pay.cells import MEDIAN, Cell, Percentiles
from mlroles.pay.check import key
from mlroles.pay.models import Mapping as TitleMapping
from mlroles.pay.models import PayFile
from mlroles.pay.places import By, Choice, Dimension, Place, years_of
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.cited import Cited, RoleName, cite, role_name
from mlroles.roles.models import Role

WIDEN: tuple[Dimension, ...] = ("experience", "year", "country")
"""What is given up first where there are too few bands."""


@dataclass(frozen=True)
class Nearest:
    """The nearest place with enough bands."""

    place: Place
    """That place."""
    widened: tuple[Dimension, ...]
    """What had to be given up for it."""
    median: int
    """The median mid-point there."""
    adverts: int
    """How many adverts there are, repeats included."""
    bands: int
    """How many distinct bands they state."""


@dataclass(frozen=True)
class PayRow:
    """The bands of a role, or of one group of them."""

    role: str
    """The id of the role."""
    group: str | None
    """The id, code or year of the group; None for the whole role."""
    title: str | None
    """The name of the group; None for the whole role."""
    adverts: int
    """How many adverts there are, repeats included."""
    bands: int
    """How many distinct bands they state."""
    low: Percentiles | None
    """The percentiles of the bands' lower ends; None where there are too few bands."""
    mid: Percentiles | None
    """The percentiles of the bands' mid-points; None where there are too few bands."""
    high: Percentiles | None
    """The percentiles of the bands' upper ends; None where there are too few bands."""
    nearest: Nearest | None
    """The nearest place with enough bands, where there are too few here."""
    counted: bool = True
    """Whether the titles of the group count as the role."""
    reason: str | None = None
    """Why the titles of the group count as they do; None for other groups."""


@dataclass(frozen=True)
class StatedFigure:
    """A figure that the catalogue's sources state for a role, on a basis of their own."""

    role: str
    """The id of the role."""
    amount: int
    """The amount, in whole units of the currency."""
    currency: str
    """The currency, as three capital letters such as USD."""
    basis: str
    """What is counted, base salary for instance."""
    region: str
    """Where it is earned."""
    reported_by: str
    """The site or survey that reports it."""
    cited: Cited
    """What is said, with the claims that it rests on."""


@dataclass(frozen=True)
class RoleDifference:
    """How far the medians of two roles lie apart."""

    first: str
    """The id of the first role."""
    second: str
    """The id of the second role."""
    difference: int
    """The median mid-point of the first role minus that of the second."""
    low: int
    """The lower end of the difference's 95 % interval."""
    high: int
    """The upper end of the difference's 95 % interval."""


@dataclass(frozen=True)
class PaySummary:
    """Advertised pay of roles at one place."""

    title: str
    """The heading."""
    roles: tuple[RoleName, ...]
    """The roles, in the order in which everything else names them."""
    place: Place
    """The country, year and level that the figures are of."""
    defaults: tuple[Dimension, ...]
    """What of the place nobody asked for: the main country or year stands in for it."""
    country: str | None
    """The name of the country; None for all together."""
    experience: str | None
    """The name of the level of experience; None for all together."""
    asked: str | None
    """The word that was typed for the level, where it goes by another name here."""
    by: By | None
    """What the bands of each role are divided by; None for nothing."""
    currency: str
    """The currency of all amounts, as three capital letters such as USD."""
    percentiles: tuple[int, int, int, int, int]
    """Which percentiles five figures in a row are."""
    least_bands: int
    """With fewer distinct bands than this there are counts but no figures."""
    rows: tuple[PayRow, ...]
    """The figures of each role, or of each of its groups."""
    stated: tuple[StatedFigure, ...]
    """What the catalogue's sources state beside the adverts."""
    differences: tuple[RoleDifference, ...]
    """How far the roles lie apart, two by two."""
    no_difference: str
    """Why no difference is given where one could be expected; empty where that needs no saying."""
    mapping: TitleMapping
    """The mapping that says which titles are a role."""
    basis: str
    """What the figures are, said with every result."""
    limits: str
    """What the figures are not, said with every result."""
    method: tuple[str, ...]
    """How the figures were made, a sentence each."""
    source: str
    """The id of the source that the figures come from."""
    reach: tuple[str, ...]
    """The countries of which there are figures for each of the roles in the main year."""


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
        choice.asked,
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
        _reach(pay, names, roles),
    )


def _reach(pay: PayFile, names: Mapping[str, str], roles: Sequence[Role]) -> tuple[str, ...]:
    """Return the countries of which there are figures for all these roles in the main year."""
    wanted = {role.id for role in roles}
    found: dict[str, set[str]] = {}
    for cell in pay.cells:
        whole = cell.sub_title is None and cell.experience is None and cell.year == pay.main.year
        if whole and cell.country and cell.mid and cell.role in wanted:
            found.setdefault(cell.country, set()).add(cell.role)
    most = max(map(len, found.values()), default=0)
    return tuple(names[code] for code, roles in sorted(found.items()) if len(roles) == most)


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
                    cite(catalogue, each.text, each.claims, None, disputes),
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
