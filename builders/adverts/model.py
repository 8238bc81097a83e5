"""Sets the points: which cues count, for what and how much, and from where on something is said.

Nothing here knows for which adverts it will be measured: ``builders.adverts.evaluate`` gives it
those of all sources but one.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy.optimize import minimize, minimize_scalar
from sklearn.linear_model import LogisticRegression

from builders.adverts.reading import Adverts

WORDS = 370
"""How many words and pairs of words count, beside skills and cues of work."""

STRENGTH = 0.01
"""C of the logistic regressions; from 0.003 to 0.03 it makes no difference."""

AGREEING = 0.8
"""The least share of the evidence, by source, that must speak for the same side."""

SPREAD = 0.1
"""Variance between sources that is taken as given: no source counts without limit."""

FEWEST = 4
"""Adverts of a role, and of the others, below which a source says nothing about a word."""

WEAK_WEIGHT = 0.25
"""What a research engineer counts as a researcher."""

SCALE = 20
"""Points of one natural-log unit, before the temperature."""

INNER = 5
"""Parts, whole sources each, by which the temperature and the limits are set."""

EVEN = 0.65
"""How far the start of each role takes them for equally frequent: 1 wholly, 0 as adverts are.

Here macro-F1 is as high as it gets, within a hundredth, with adverts as they are, and still above
0.8 with as many of each role. With 1 one advert in ten is read as a researcher's, and three of four
of these wrongly; with 0.3 half of the researchers' are read as something else.
"""

DECIDED = 0.85
"""The share of adverts of the roles for which one role is named; the others are mixed."""

KEPT = 0.95
"""The share of adverts of the roles, each role alike, that is not called none of these."""


@dataclass(frozen=True)
class Card:
    """The points: ``columns`` are places of cues.

    ``roles``, ``none`` and ``jobs`` are whole points, cues × kinds, and have a start each.
    """

    columns: np.ndarray
    roles: np.ndarray
    roles_start: np.ndarray
    none: np.ndarray
    none_start: float
    jobs: np.ndarray
    jobs_start: np.ndarray
    temperature: float = SCALE
    none_temperature: float = SCALE
    mixed: float = 0.0
    none_from: float = 0.5

    def sums(self, adverts: Adverts, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """Return the points of the roles, of none of them, and of the other jobs."""
        counts = adverts.counts[rows][:, self.columns]
        return (
            counts @ self.roles + self.roles_start,
            counts @ self.none + self.none_start,
            counts @ self.jobs + self.jobs_start,
        )

    def shares(self, adverts: Adverts, rows: np.ndarray) -> np.ndarray:
        """Return the shares of the roles."""
        return softmax(self.sums(adverts, rows)[0] / self.temperature)

    def none_share(self, adverts: Adverts, rows: np.ndarray) -> np.ndarray:
        """Return the chance that it is none of the roles, when half of all adverts are."""
        return 1 / (1 + np.exp(-self.sums(adverts, rows)[1] / self.none_temperature))


def calibrate(adverts: Adverts, rows: np.ndarray) -> Card:
    """Return the points set on ``rows``, with temperatures and limits from parts left out."""
    card = points(adverts, rows)
    sums, none = _left_out(adverts, rows)
    family = adverts.role[rows] < len(adverts.roles)
    right = adverts.role[rows]
    weights = _equal(np.where(adverts.weak[rows], 0, 1) * family, right)
    frequent = weights[family] * frequencies(adverts, rows)[right[family]]
    temperature, level = _levelled(sums[family], right[family], frequent / frequent.sum())
    sums = sums + level
    both = np.column_stack([np.zeros(len(none)), none])
    sides = _equal(np.ones(len(rows)), (~family).astype(int))
    none_temperature = _temperature(both, (~family).astype(int), sides)
    shares = np.sort(softmax(sums[family] / temperature), axis=1)
    chance = 1 / (1 + np.exp(-none[family] / none_temperature))
    return Card(
        **{name: getattr(card, name) for name in _FITTED if name != "roles_start"},
        roles_start=card.roles_start + level,
        temperature=round(temperature, 2),
        none_temperature=round(none_temperature, 2),
        mixed=round(float(np.quantile(shares[:, -1] - shares[:, -2], 1 - DECIDED)), 2),
        none_from=round(_quantile(chance, weights[family], KEPT), 2),
    )


def frequencies(adverts: Adverts, rows: np.ndarray) -> np.ndarray:
    """Return how frequent the points take each role for; all sum to 1."""
    sure = rows[(adverts.role[rows] < len(adverts.roles)) & ~adverts.weak[rows]]
    number = np.bincount(adverts.role[sure], minlength=len(adverts.roles)) ** (1 - EVEN)
    found: np.ndarray = number / number.sum()
    return found


_FITTED = ("columns", "roles", "roles_start", "none", "none_start", "jobs", "jobs_start")


def points(adverts: Adverts, rows: np.ndarray) -> Card:
    """Return the cues that count on ``rows``, and their whole points."""
    columns = chosen(adverts, rows)
    family = rows[adverts.role[rows] < len(adverts.roles)]
    others = rows[adverts.role[rows] == len(adverts.roles)]
    none = (adverts.role[rows] == len(adverts.roles)).astype(int)
    roles, roles_start = _fit(adverts, family, columns, adverts.role[family])
    apart, apart_start = _fit(adverts, rows, columns, none)
    jobs, jobs_start = _fit(adverts, others, columns, adverts.job[others])
    counted = (roles.any(axis=1)) | (apart[:, -1] != 0) | jobs.any(axis=1)
    return Card(
        columns=columns[counted],
        roles=roles[counted],
        roles_start=roles_start,
        none=apart[counted, -1],
        none_start=float(apart_start[-1]),
        jobs=jobs[counted],
        jobs_start=jobs_start,
    )


def chosen(adverts: Adverts, rows: np.ndarray) -> np.ndarray:
    """Return the places of the cues that count.

    These are all skills and cues of work, and those words on which the sources agree most
    surely, for a role against the others or for another job.
    """
    said = adverts.counts[rows] > 0
    best = np.zeros(said.shape[1])
    for part in range(len(adverts.roles) + 1):
        best = np.maximum(best, _agreement(said, adverts, rows, part))
    own = np.array([cue[0] == "#" for cue in adverts.cues])
    best[own] = 0
    order = np.argsort(-best, kind="stable")[:WORDS]
    chosen: np.ndarray = np.concatenate([np.flatnonzero(own), order[best[order] > 0]])
    return np.sort(chosen)


def _agreement(said: np.ndarray, adverts: Adverts, rows: np.ndarray, part: int) -> np.ndarray:
    """Return how surely each cue speaks for or against a part; 0 where the sources contradict.

    Log odds ratios of the sources, each weighing by its precision, summed; only the roles are
    compared with a role.
    """
    ours = adverts.role[rows] == part
    theirs = ~ours & ((adverts.role[rows] < len(adverts.roles)) | (part == len(adverts.roles)))
    total, weight, plus = (np.zeros(said.shape[1]) for _ in range(3))
    for _, here in _sources(adverts, rows):
        (first, of_first), (second, of_second) = (
            (np.asarray(said[here & side].sum(axis=0)).ravel(), int((here & side).sum()))
            for side in (ours, theirs)
        )
        if min(of_first, of_second) < FEWEST:
            continue
        cells = [first + 0.5, of_first - first + 0.5, second + 0.5, of_second - second + 0.5]
        ratio = np.log(cells[0] / cells[1] / cells[2] * cells[3])
        sure = 1 / (sum(1 / each for each in cells) + SPREAD)
        total += sure * ratio
        weight += sure
        plus += np.where(ratio > 0, sure, 0)
    if not weight.any():
        return total
    agreeing = np.maximum(plus, weight - plus) / weight
    found: np.ndarray = np.where(agreeing >= AGREEING, np.abs(total) / np.sqrt(weight), 0)
    return found


def _sources(adverts: Adverts, rows: np.ndarray) -> Iterator[tuple[str, np.ndarray]]:
    for source in sorted(set(adverts.source[rows])):
        yield source, adverts.source[rows] == source


def _fit(
    adverts: Adverts, rows: np.ndarray, columns: np.ndarray, right: np.ndarray
) -> tuple[np.ndarray, np.ndarray]:
    """Return whole points, cues × kinds, and the start of each kind.

    Kinds weigh the same, and sources by the square root of their size.
    """
    weights = np.where(adverts.weak[rows], WEAK_WEIGHT, 1.0)
    for _, here in _sources(adverts, rows):
        weights[here] /= np.sqrt(here.sum())
    weights = _equal(weights, right) * len(rows)
    model = LogisticRegression(C=STRENGTH, max_iter=1000, tol=1e-6)
    model.fit(adverts.counts[rows][:, columns], right, sample_weight=weights)
    return np.rint(model.coef_.T * SCALE), np.rint(model.intercept_ * SCALE)


def _equal(weights: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return ``weights`` so that each kind that has any weighs the same, and all sum to 1."""
    sums = np.bincount(right, weights)
    found: np.ndarray = weights / np.where(sums > 0, sums, 1)[right] / np.count_nonzero(sums)
    return found


def _left_out(adverts: Adverts, rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the points of the roles and of none for ``rows``, set without their own sources."""
    names, sizes = np.unique(adverts.source[rows], return_counts=True)
    part = {names[place]: n % INNER for n, place in enumerate(np.argsort(-sizes, kind="stable"))}
    parts = np.array([part[each] for each in adverts.source[rows]])
    sums, none = np.zeros((len(rows), len(adverts.roles))), np.zeros(len(rows))
    for each in range(INNER):
        card = points(adverts, rows[parts != each])
        sums[parts == each], none[parts == each], _ = card.sums(adverts, rows[parts == each])
    return sums, none


def _levelled(sums: np.ndarray, right: np.ndarray, weights: np.ndarray) -> tuple[float, np.ndarray]:
    """Return by what to divide points, and whole points to add for each role first.

    The log loss is then least: on sources left out a role may come out too often.
    """

    def loss(given: np.ndarray) -> float:
        shares = softmax((sums + SCALE * np.append(0, given[1:])) / np.exp(given[0]))
        return float(-(weights * np.log(shares[np.arange(len(right)), right])).sum())

    found = minimize(loss, np.append(np.log(SCALE), np.zeros(sums.shape[1] - 1)), tol=1e-6).x
    level = SCALE * np.append(0, found[1:])
    return float(np.exp(found[0])), np.rint(level - level.mean())


def _temperature(sums: np.ndarray, right: np.ndarray, weights: np.ndarray) -> float:
    """Return by what to divide points so that the log loss is least."""

    def loss(log: float) -> float:
        shares = softmax(sums / np.exp(log))
        return float(-(weights * np.log(shares[np.arange(len(right)), right])).sum())

    return float(np.exp(minimize_scalar(loss, bounds=(0, 7), method="bounded").x))


def _quantile(values: np.ndarray, weights: np.ndarray, share: float) -> float:
    order = np.argsort(values)
    reached = np.cumsum(weights[order]) / weights.sum()
    return float(values[order][np.searchsorted(reached, share)])


def softmax(points: np.ndarray) -> np.ndarray:
    """Return shares, a row each, that sum to one."""
    weights = np.exp(points - points.max(axis=1, keepdims=True))
    shares: np.ndarray = weights / weights.sum(axis=1, keepdims=True)
    return shares
