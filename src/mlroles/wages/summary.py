"""Wages of roles: of the whole country, in an industry or a state, or by one of the two."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from mlroles.errors import UsageError
from mlroles.roles.ages import Review
from mlroles.roles.cited import RoleName, role_name
from mlroles.roles.find import find_by_title
from mlroles.roles.models import Role
from mlroles.wages.models import Occupation, Outlook, WageCell, WagesFile

By = Literal["industry", "state"]
"""Into what the figures are divided."""


@dataclass(frozen=True)
class CountedUnder:
    """An occupation code under which a role's people are counted."""

    soc: str
    """The code in the US Standard Occupational Classification."""
    title: str
    """The occupation's name."""
    reason: str
    """Why the role's people are counted there."""


@dataclass(frozen=True)
class RoleCodes:
    """The occupation codes of a role; all are empty where the data do not name the role."""

    role: RoleName
    """The role."""
    nearest: CountedUnder | None
    """The code that comes nearest; None where none does."""
    also: tuple[CountedUnder, ...]
    """Other codes that hold some of its people."""
    no_code: str | None
    """Where its people are counted instead, where no code comes near; None where one does."""


@dataclass(frozen=True)
class WageRow:
    """An occupation's wages at one place."""

    place: str | None
    """The name of the industry or state; None for the place of the whole summary."""
    published: bool
    """Whether the source has figures of that place at all."""
    employees: int | None
    """How many employees there are; None where that is not released."""
    error: float | None
    """The relative standard error of that number in percent; None where it is not released."""
    mean: int | None
    """The mean wage of a year; None where it is not released."""
    amounts: tuple[int | None, int | None, int | None, int | None, int | None]
    """The 10th, 25th, 50th, 75th and 90th percentile of a year's wage; None where one is not
    released.
    """
    at_least: tuple[int, ...]
    """The percentiles of which the source says only that they reach the amount."""


@dataclass(frozen=True)
class OccupationWages:
    """An occupation, its roles and its wages."""

    soc: str
    """The code in the US Standard Occupational Classification."""
    title: str
    """The occupation's name."""
    text: str
    """Whom it holds, in our words."""
    nearest_to: tuple[str, ...]
    """The ids of the roles that it comes nearest to."""
    holds_some: tuple[str, ...]
    """The ids of the roles of which it holds some people."""
    rows: tuple[WageRow, ...]
    """Its wages: one row, or one for each industry or state."""
    outlook: Outlook | None
    """What is projected for it; None where nothing is known."""


@dataclass(frozen=True)
class WageSummary:
    """Wages paid to employees in the occupations of some roles."""

    title: str
    """What the figures are about."""
    edition: str
    """Which edition of the source was read."""
    source: str
    """The id of the source."""
    currency: str
    """The currency of all amounts, as three capital letters."""
    basis: str
    """What the figures are."""
    limits: str
    """What they are not."""
    place: str | None
    """The name of the industry or state that was asked for; None for the whole country."""
    by: By | None
    """Into what the figures are divided; None where they are not."""
    roles: tuple[RoleCodes, ...]
    """The roles with their occupation codes."""
    occupations: tuple[OccupationWages, ...]
    """The occupations with their wages."""
    projections: str | None
    """The id of the source of what is projected; None where nothing is."""
    first: int | None
    """The year from which is projected; None where nothing is."""
    last: int | None
    """The year for which is projected; None where nothing is."""


def summarise_wages(
    file: WagesFile,
    roles: Sequence[Role],
    *,
    industry: str | None = None,
    state: str | None = None,
    by: By | None = None,
) -> WageSummary:
    """Return the wages in the occupations of ``roles``, the nearest to each and those without.

    ``industry`` and ``state`` are names as a person types them. Raises UnknownNameError where one
    is unknown, UsageError where more than one of the three is given: the source does not cross
    them.
    """
    if sum(each is not None for each in (industry, state, by)) > 1:
        raise UsageError(
            "Official wages come by industry or by state, one at a time.",
            "Leave all but one of them out.",
        )
    industries = {each.id: each.title for each in file.industries}
    states = {each.id: each.title for each in file.states}
    one = industry and find_by_title(industries.items(), industry, "industry")
    two = state and find_by_title(states.items(), state, "state")
    codes = tuple(_codes(file, role) for role in roles)
    shown = {soc for each in codes for soc in _shown(each)}
    cells = {(cell.soc, cell.industry, cell.state): cell for cell in file.cells}
    occupations = []
    for each in file.occupations:
        if each.soc not in shown:
            continue
        if by is None:
            rows = [_row(None, cells.get((each.soc, one, two)))]
        elif by == "industry":
            rows = [
                _row(title, cells.get((each.soc, key, None))) for key, title in industries.items()
            ]
        else:
            rows = [_row(title, cells.get((each.soc, None, key))) for key, title in states.items()]
            rows.sort(key=lambda row: -(row.employees or 0))
        occupations.append(_occupation(each, codes, rows, file))
    projections = file.projections
    return WageSummary(
        file.title,
        file.edition,
        file.source,
        file.currency,
        file.basis,
        file.limits,
        (industries[one] if one else None) or (states[two] if two else None),
        by,
        codes,
        tuple(occupations),
        projections.source if projections else None,
        projections.first if projections else None,
        projections.last if projections else None,
    )


def _codes(file: WagesFile, role: Role) -> RoleCodes:
    under: dict[str, list[CountedUnder]] = {"nearest": [], "also": []}
    for occupation in file.occupations:
        for each in occupation.roles:
            if each.role == role.id:
                code = CountedUnder(occupation.soc, occupation.title, each.reason)
                under[each.place].append(code)
    none = [each.text for each in file.no_code if each.role == role.id]
    return RoleCodes(
        role_name(role),
        under["nearest"][0] if under["nearest"] else None,
        tuple(under["also"]),
        none[0] if none else None,
    )


def _shown(codes: RoleCodes) -> tuple[str, ...]:
    """Return the codes whose wages are shown: the nearest, or all others where there is none."""
    return (codes.nearest.soc,) if codes.nearest else tuple(each.soc for each in codes.also)


def _row(place: str | None, cell: WageCell | None) -> WageRow:
    if cell is None:
        nothing = (None, None, None, None, None)
        return WageRow(
            place,
            published=False,
            employees=None,
            error=None,
            mean=None,
            amounts=nothing,
            at_least=(),
        )
    return WageRow(
        place,
        published=True,
        employees=cell.employees,
        error=cell.error,
        mean=cell.mean,
        amounts=cell.amounts,
        at_least=cell.at_least,
    )


def _occupation(
    occupation: Occupation, codes: Sequence[RoleCodes], rows: Sequence[WageRow], file: WagesFile
) -> OccupationWages:
    soc = occupation.soc
    outlooks = file.projections.outlooks if file.projections else ()
    return OccupationWages(
        soc,
        occupation.title,
        occupation.text,
        tuple(each.role.id for each in codes if each.nearest and each.nearest.soc == soc),
        tuple(each.role.id for each in codes if soc in {code.soc for code in each.also}),
        tuple(rows),
        next((each for each in outlooks if each.soc == soc), None),
    )


def reviews(file: WagesFile) -> tuple[Review, ...]:
    """Return when somebody should look at the sources of wages and projections again."""
    wages = ((file.source, file.review_by),)
    later = file.projections
    return (*wages, (later.source, later.review_by)) if later else wages
