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
    """A role's median under one mapping, with its counts."""

    role: str
    """The id of the role."""
    median: int | None
    """The median mid-point; None where there are too few bands."""
    adverts: int
    """How many adverts there are, repeats included."""
    bands: int
    """How many distinct bands they state."""


@dataclass(frozen=True)
class RankedReading:
    """The roles under one mapping."""

    mapping: str
    """The id of the mapping."""
    repeats: bool
    """Whether each advert counts, rather than each distinct band once."""
    ranking: tuple[RankedRole, ...]
    """The roles, the highest median first, those without one last."""


@dataclass(frozen=True)
class PairOrder:
    """How often each of two roles has the higher median."""

    first: str
    """The id of the first role."""
    second: str
    """The id of the second role."""
    first_higher: int
    """In how many readings the first has the higher median."""
    second_higher: int
    """In how many readings the second has the higher median."""
    readings: int
    """How many readings have a median of both."""

    @property
    def holds(self) -> bool:
        """Whether the same role is higher in every reading."""
        return self.readings > 0 and self.readings in {self.first_higher, self.second_higher}


@dataclass(frozen=True)
class LevelReadings:
    """Every reading at one level of experience."""

    experience: str | None
    """The id of the level; None for all levels together."""
    title: str | None
    """The name of the level; None for all levels together."""
    readings: tuple[RankedReading, ...]
    """The roles under each mapping, with repeats and without."""
    pairs: tuple[PairOrder, ...]
    """How often each of two roles has the higher median, for every two roles."""
    holds: bool
    """Whether the order of the roles is the same in every reading."""


@dataclass(frozen=True)
class PaySensitivity:
    """How much "who earns more" depends on the mapping of titles and on repeats."""

    roles: tuple[RoleName, ...]
    """The roles, in the order in which everything else names them."""
    country: str
    """The name of the main country."""
    year: int
    """The main year."""
    currency: str
    """The currency of all amounts, as three capital letters such as USD."""
    mappings: tuple[Mapping, ...]
    """The ways to say which titles are a role."""
    levels: tuple[LevelReadings, ...]
    """The readings at each level of experience, and at all together."""
    least_bands: int
    """With fewer distinct bands than this there are counts but no figures."""
    basis: str
    """What the figures are, said with every result."""
    limits: str
    """What the figures are not, said with every result."""
    source: str
    """The id of the source that the figures come from."""
    asked: str | None = None
    """The word that was typed for the level, where it goes by another name here."""


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
