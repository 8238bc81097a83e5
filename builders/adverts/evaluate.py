"""Measures the points on sources that were not used to set them, and other methods beside them."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from builders.adverts.model import Card, calibrate
from builders.adverts.reading import Adverts

BINS = 15
"""Bins of the calibration error."""

DRAWS = 1000
"""Draws of the bootstrap."""

SEED = 13
"""Where the bootstrap starts, so that the page is the same twice."""

WORDS = r"[a-z0-9+]+"
"""A word, for TF-IDF."""


@dataclass(frozen=True)
class HeldOut:
    """What was read of each advert without its own source; shares are adverts × roles.

    ``cues`` is on how many the reading rests; ``least`` and ``none_from`` are the limits that
    held for it.
    """

    shares: np.ndarray
    none: np.ndarray
    job: np.ndarray
    mixed: np.ndarray
    none_from: np.ndarray
    cues: np.ndarray
    tfidf: np.ndarray
    skills: np.ndarray


@dataclass(frozen=True)
class Measures:
    """Figures over adverts of the roles; ``confusion`` is held × read, in adverts."""

    adverts: int
    macro_f1: float
    equal_f1: float
    balanced: float
    ece: float
    equal_ece: float
    at_80: float
    at_60: float
    confusion: np.ndarray


def held_out(adverts: Adverts, skills: dict[str, frozenset[str]]) -> HeldOut:
    """Return what each advert is read as by points set on all other sources.

    ``skills`` are those that the articles name, by role.
    """
    size, roles = len(adverts.role), len(adverts.roles)
    shares, tfidf = np.zeros((size, roles)), np.zeros((size, roles))
    none, mixed, none_from, cues = (np.zeros(size) for _ in range(4))
    job = np.zeros(size, dtype=int)
    for source in sorted(set(adverts.source)):
        own = np.flatnonzero(adverts.source == source)
        others = np.flatnonzero(adverts.source != source)
        card = calibrate(adverts, others)
        shares[own] = card.shares(adverts, own)
        none[own] = card.none_share(adverts, own)
        job[own] = card.sums(adverts, own)[2].argmax(axis=1)
        mixed[own], none_from[own] = card.mixed, card.none_from
        cues[own] = cues_of(card, adverts, own)
        tfidf[own] = _tfidf(adverts, others, own)
        print(f"left out {source}: {len(own)} adverts")
    return HeldOut(shares, none, job, mixed, none_from, cues, tfidf, _by_skills(adverts, skills))


def cues_of(card: Card, adverts: Adverts, rows: np.ndarray) -> np.ndarray:
    """Return how many cues stand in each advert."""
    found: np.ndarray = np.asarray((adverts.counts[rows][:, card.columns] > 0).sum(axis=1)).ravel()
    return found


def measured(adverts: Adverts, rows: np.ndarray) -> np.ndarray:
    """Return those of ``rows`` that are of a role whose collector was sure of it."""
    kept: np.ndarray = rows[(adverts.role[rows] < len(adverts.roles)) & ~adverts.weak[rows]]
    return kept


def measure(shares: np.ndarray, right: np.ndarray) -> Measures:
    """Return the figures of ``shares`` (adverts × roles) where ``right`` holds.

    Calibration error: over 15 bins of the leader's share, once with every advert and once with
    every role weighing the same. At a coverage: of the adverts with the highest shares.
    """
    read, sure = shares.argmax(axis=1), shares.max(axis=1)
    hit = (read == right).astype(float)
    table = _table(read, right, shares.shape[1])
    rates = table / np.maximum(table.sum(axis=1, keepdims=True), 1)
    order = np.argsort(-sure, kind="stable")
    equal = 1 / np.bincount(right, minlength=shares.shape[1])[right]
    at = {
        part: _f1(_table(read[kept], right[kept], shares.shape[1]))
        for part in (80, 60)
        for kept in [order[: round(len(order) * part / 100)]]
    }
    return Measures(
        len(right),
        _f1(table),
        _f1(rates),
        float(np.diag(rates).mean()),
        _ece(sure, hit, np.ones(len(right))),
        _ece(sure, hit, equal),
        at[80],
        at[60],
        table,
    )


def even(adverts: Adverts, shares: np.ndarray, rows: np.ndarray) -> tuple[float, float, float]:
    """Return macro-F1 of all, of the surest 80 % and of the surest 60 %, with equal roles.

    Adverts weigh so that each role has the same sum.
    """
    right, read, sure = adverts.role[rows], shares[rows].argmax(axis=1), shares[rows].max(axis=1)
    weights = 1 / np.bincount(right)[right] / len(adverts.roles)
    order = np.argsort(-sure, kind="stable")
    reached = np.cumsum(weights[order])
    figures = []
    for part in (1.0, 0.8, 0.6):
        kept = order[reached <= part + 1e-9]
        table = np.zeros((len(adverts.roles),) * 2)
        np.add.at(table, (right[kept], read[kept]), weights[kept])
        figures.append(_f1(table))
    return figures[0], figures[1], figures[2]


def intervals(shares: np.ndarray, right: np.ndarray) -> dict[str, tuple[float, float]]:
    """Return 95 % bootstrap intervals over adverts of macro-F1 and of it with equal roles."""
    chance = np.random.default_rng(SEED)
    read, kinds = shares.argmax(axis=1), shares.shape[1]
    drawn = []
    for _ in range(DRAWS):
        rows = chance.integers(len(right), size=len(right))
        table = _table(read[rows], right[rows], kinds)
        rates = table / np.maximum(table.sum(axis=1, keepdims=True), 1)
        drawn.append((_f1(table), _f1(rates), float(np.diag(rates).mean())))
    low, high = np.quantile(drawn, (0.025, 0.975), axis=0)
    names = ("macro_f1", "equal_f1", "balanced")
    return {name: (float(low[n]), float(high[n])) for n, name in enumerate(names)}


def none_auroc(adverts: Adverts, none: np.ndarray, rows: Iterable[int] | None = None) -> float:
    """Return how well ``none`` ranks other jobs above the three roles."""
    kept = np.arange(len(none)) if rows is None else np.asarray([*rows])
    return float(roc_auc_score(adverts.role[kept] == len(adverts.roles), none[kept]))


def _table(read: np.ndarray, right: np.ndarray, kinds: int) -> np.ndarray:
    table = np.zeros((kinds, kinds))
    np.add.at(table, (right, read), 1)
    return table


def _f1(table: np.ndarray) -> float:
    """Return the mean over roles of F1; a role that is neither held nor read counts 0."""
    both = table.sum(axis=0) + table.sum(axis=1)
    return float((2 * np.diag(table) / np.maximum(both, 1e-12)).mean())


def _ece(sure: np.ndarray, hit: np.ndarray, weights: np.ndarray) -> float:
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    gaps = np.bincount(bins, weights * (sure - hit), BINS)
    return float(np.abs(gaps).sum() / weights.sum())


def _tfidf(adverts: Adverts, fitted: np.ndarray, asked: np.ndarray) -> np.ndarray:
    """Return the shares by TF-IDF of words and pairs with a logistic regression, titles masked."""
    family = fitted[adverts.role[fitted] < len(adverts.roles)]
    words = TfidfVectorizer(
        ngram_range=(1, 2),
        min_df=5,
        max_features=30_000,
        sublinear_tf=True,
        token_pattern=WORDS,
    )
    seen = words.fit_transform([adverts.plain[n] for n in family])
    model = LogisticRegression(class_weight="balanced", max_iter=300)
    model.fit(seen, adverts.role[family])
    return np.asarray(model.predict_proba(words.transform([adverts.plain[n] for n in asked])))


def _by_skills(adverts: Adverts, skills: dict[str, frozenset[str]]) -> np.ndarray:
    """Return shares in proportion to how much of a role's own list an advert names."""
    shares = np.array(
        [
            [len(named & skills[role]) / len(skills[role]) for role in adverts.roles]
            for named in adverts.named
        ]
    )
    whole = shares.sum(axis=1, keepdims=True)
    return np.where(whole > 0, shares / np.maximum(whole, 1e-12), 1 / len(adverts.roles))
