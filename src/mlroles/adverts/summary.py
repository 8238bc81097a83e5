"""What many adverts say together: what they are, what they ask for, what they pay.

Nothing is said of a group with fewer than ``LEAST`` adverts but how many there are: a few employers
would decide.
"""

from collections import Counter
from dataclasses import dataclass
from statistics import quantiles
from typing import Final

from mlroles.adverts.telling import AdvertTools, Told
from mlroles.evidence.intervals import wilson
from mlroles.roles.catalogue import Catalogue

LEAST: Final = 25
"""Fewer adverts than this say nothing together."""

MOST_SKILLS: Final = 40
"""Skills of a group at the most, the most asked for first."""

MOST_PAYS: Final = 50_000
"""Amounts of one currency and period that are kept of a group: the first ones."""

NONE: Final = "none"
"""Stands for the adverts that are none of the roles."""


@dataclass(frozen=True)
class Asking:
    """How many adverts of a group name a skill, and do not say that it is not needed."""

    id: str
    """The id of the skill."""
    title: str
    """Its title."""
    count: int
    """How many name it."""
    must: int
    """How many say that it must be."""
    share: float
    """The share that names it."""
    low: float
    """The lower end of its 95 % interval (Wilson)."""
    high: float
    """The upper end."""


@dataclass(frozen=True)
class PaySpan:
    """What adverts of a group offer, in one currency and for one period."""

    currency: str
    """The code of the currency."""
    period: str
    """For how long."""
    count: int
    """How many adverts name it."""
    low: float
    """The lower quartile of the middles of their bands."""
    median: float
    """The median."""
    high: float
    """The upper quartile."""


@dataclass(frozen=True)
class AdvertGroup:
    """The adverts that read like one role, or like none of them."""

    id: str
    """The id of the role; "none" for none of the roles."""
    title: str
    """Its title."""
    count: int
    """How many adverts there are."""
    share: float | None
    """Their share of the adverts that could be told; null of too few adverts."""
    low: float | None
    """The lower end of its 95 % interval (Wilson)."""
    high: float | None
    """The upper end."""
    skills: tuple[Asking, ...]
    """The skills that they name; empty of too few adverts."""
    pay: tuple[PaySpan, ...]
    """What they pay; empty where too few say so."""


@dataclass(frozen=True)
class TitleGroup:
    """Adverts whose title means one job, and what they read like."""

    id: str
    """The id of the job that the title means."""
    title: str
    """Its title."""
    count: int
    """How many adverts there are."""
    agree: int | None
    """How many read like that job, alone or in a mix; null of too few adverts."""
    share: float | None
    """Their share."""
    low: float | None
    """The lower end of its 95 % interval (Wilson)."""
    high: float | None
    """The upper end."""


@dataclass(frozen=True)
class AdvertsSummary:
    """What many adverts say together."""

    adverts: int
    """How many there are."""
    unread: int
    """How many could not be read."""
    untold: int
    """How many were read without that it could be told what the job is."""
    mixed: int
    """How many are a mix of roles, and are in no group."""
    groups: tuple[AdvertGroup, ...]
    """The adverts by what they read like."""
    titles: tuple[TitleGroup, ...]
    """The adverts by what their title means."""
    least: int
    """Of fewer adverts than this nothing is said."""


class _Group:
    def __init__(self) -> None:
        self.count = 0
        self.skills: Counter[str] = Counter()
        self.must: Counter[str] = Counter()
        self.pay: dict[tuple[str, str], list[float]] = {}

    def add(self, told: Told) -> None:
        self.count += 1
        named = [each for each in told.asked if each.need != "not-needed"]
        self.skills.update(each.id for each in named)
        self.must.update(each.id for each in named if each.need == "must")
        pay = told.terms.pay
        ends = [each for each in (pay.low, pay.high) if each is not None] if pay else []
        if pay and ends and pay.currency and pay.period:
            kept = self.pay.setdefault((pay.currency, pay.period), [])
            if len(kept) < MOST_PAYS:
                kept.append(sum(ends) / len(ends))


class Summing:
    """Adds up adverts one by one; of each only counts are kept."""

    def __init__(self, catalogue: Catalogue, tools: AdvertTools) -> None:
        self._catalogue = catalogue
        self._titles_reader = tools.titles
        self._names = tools.further | {
            each: skill.title for each, skill in catalogue.skills.items()
        }
        self._groups: dict[str, _Group] = {}
        self._titles: dict[str, Counter[bool]] = {}
        self._jobs = {each.id: each.title for each in catalogue.roles} | {
            each.id: each.title for each in catalogue.neighbours
        }
        self._untold = self._mixed = 0

    def add(self, told: Told) -> None:
        """Take one more advert in."""
        mix = told.mix
        if not told.told:
            self._untold += 1
            return
        if mix.outcome == "mixed":
            self._mixed += 1
        else:
            self._groups.setdefault(mix.roles[0] if mix.roles else NONE, _Group()).add(told)
        reads_like = {*mix.roles, mix.nearest}
        if self._titles_reader and told.title:
            found = self._titles_reader.read(told.title)
            meant = (*found.means, *found.near)
            if meant:
                self._titles.setdefault(meant[0], Counter())[not reads_like.isdisjoint(meant)] += 1

    def result(self, adverts: int, unread: int) -> AdvertsSummary:
        """Return what the adverts say together; of ``adverts`` so many were ``unread``."""
        told = adverts - unread - self._untold
        ids = [*(role.id for role in self._catalogue.roles), NONE]
        return AdvertsSummary(
            adverts,
            unread,
            self._untold,
            self._mixed,
            tuple(
                self._group(each, self._groups[each], told) for each in ids if each in self._groups
            ),
            tuple(self._title(job, self._titles[job]) for job in self._jobs if job in self._titles),
            LEAST,
        )

    def _group(self, key: str, group: _Group, told: int) -> AdvertGroup:
        title = self._jobs.get(key, "None of the roles")
        if group.count < LEAST:
            return AdvertGroup(key, title, group.count, None, None, None, (), ())
        share = wilson(group.count, told)
        ordered = sorted(group.skills.items(), key=lambda each: (-each[1], each[0]))
        skills = []
        for skill, count in ordered[:MOST_SKILLS]:
            own = wilson(count, group.count)
            must = group.must[skill]
            skills.append(
                Asking(skill, self._names[skill], count, must, own.value, own.low, own.high)
            )
        pay = tuple(
            PaySpan(currency, period, len(amounts), *quantiles(amounts, n=4, method="inclusive"))
            for (currency, period), amounts in sorted(group.pay.items())
            if len(amounts) >= LEAST
        )
        return AdvertGroup(
            key, title, group.count, share.value, share.low, share.high, tuple(skills), pay
        )

    def _title(self, job: str, counts: Counter[bool]) -> TitleGroup:
        count = counts.total()
        if count < LEAST:
            return TitleGroup(job, self._jobs[job], count, None, None, None, None)
        own = wilson(counts[True], count)
        return TitleGroup(job, self._jobs[job], count, counts[True], own.value, own.low, own.high)
