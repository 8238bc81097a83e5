"""How much "who is offered more" depends on which titles are taken for a role, and on repeats."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from mlroles.pay.models import Mapping, PayFile
from mlroles.pay.places import ALL, find_level
from mlroles.roles.cited import RoleName, role_name
from mlroles.roles.find import normal
from mlroles.roles.models import Role


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
    mappings: tuple[Mapping, ...]
    levels: tuple[LevelReadings, ...]
    least_bands: int
    basis: str
    limits: str
    source: str


def rank(pay: PayFile, roles: Sequence[Role], experience: str = "") -> PaySensitivity:
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
