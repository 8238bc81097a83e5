"""Measures the questions on people who were not used to set anything: nested cross-validation."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold
from tqdm import tqdm

from builders.quiz.model import Scorecard, calibrate, choose_options, equal_prior, log_loss
from builders.quiz.survey import Bools, Floats, Ints, Survey

OUTER_FOLDS = 10
BINS = 15
RESAMPLES = 500
BANDS = (1 / 3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""The edges of the bands of top shares in which "how sure is this" is told."""
SMALLEST_GROUP = 100
FEWEST_OF_A_TITLE = 10


@dataclass(frozen=True)
class Measures:
    """How well shares tell titles, every title counting alike."""

    balanced_accuracy: float
    auc: float
    log_loss: float
    ece: float


@dataclass(frozen=True)
class HeldOut:
    """What nested cross-validation says of each person; rows as in the survey."""

    shares: Floats
    asked: Ints
    early: Ints
    """The leader when the questions stop early."""
    blog: Floats
    trees: Floats
    cards: tuple[Scorecard, ...]


def measure(shares: Floats, title: Ints) -> Measures:
    """Return balanced accuracy, one-vs-one AUC, log loss in nats, and calibration error."""
    leader = shares.argmax(axis=1)
    recalls = [np.mean(leader[title == role] == role) for role in range(shares.shape[1])]
    auc = roc_auc_score(title, shares, multi_class="ovo", average="macro")
    return Measures(
        float(np.mean(recalls)), float(auc), log_loss(shares, title), _ece(shares, title)
    )


def _ece(shares: Floats, title: Ints) -> float:
    """Return the mean gap between the top share and how often it is right, in equal bins."""
    weights = equal_prior(title)
    top, right = shares.max(axis=1), shares.argmax(axis=1) == title
    place = np.minimum((top * BINS).astype(int), BINS - 1)
    gaps = (abs(np.sum((weights * (right - top))[place == each])) for each in range(BINS))
    return float(sum(gaps))


def chance_ece(shares: Floats, people: int) -> float:
    """Return the calibration error that a perfect model would show on so few people, on average.

    Titles are drawn from the shares themselves, for people drawn from those there are.
    """
    random = np.random.default_rng(13)
    errors = []
    for _ in range(RESAMPLES):
        own = shares[random.choice(len(shares), people)]
        drawn = (own.cumsum(axis=1) > random.random((people, 1))).argmax(axis=1)
        if len(set(drawn)) == own.shape[1]:
            errors.append(_ece(own, drawn))
    return float(np.mean(errors))


def intervals(shares: Floats, title: Ints) -> dict[str, tuple[float, float]]:
    """Return 95 % bootstrap intervals of each measure: people drawn anew within each title."""
    random = np.random.default_rng(11)
    roles = [np.flatnonzero(title == role) for role in range(shares.shape[1])]
    drawn = []
    for _ in tqdm(range(RESAMPLES), desc="intervals", leave=False):
        who = np.concatenate([random.choice(own, len(own)) for own in roles])
        drawn.append(measure(shares[who], title[who]))
    return {
        name: tuple(np.quantile([getattr(each, name) for each in drawn], [0.025, 0.975]))
        for name in Measures.__dataclass_fields__
    }


def held_out(survey: Survey) -> HeldOut:
    """Fit and choose everything on nine tenths and look at the other tenth, ten times over."""
    people, roles = len(survey.title), len(survey.roles)
    shares, blog, trees = (np.zeros((people, roles)) for _ in range(3))
    asked, early = np.zeros(people, dtype=int), np.zeros(people, dtype=int)
    cards = []
    folds = StratifiedKFold(OUTER_FOLDS, shuffle=True, random_state=1).split(
        survey.title, survey.title
    )
    for train, test in tqdm(folds, total=OUTER_FOLDS, desc="folds"):
        card = calibrate(survey, train)
        cards.append(card)
        shares[test] = card.shares(survey, test)
        asked[test], early[test] = stop_early(card, survey, test)
        blog[test] = _blog_quiz(survey, train)(test)
        trees[test] = _boosted_trees(survey, train)(test)
    return HeldOut(shares, asked, early, blog, trees, tuple(cards))


def stop_early(card: Scorecard, survey: Survey, who: Ints) -> tuple[Ints, Ints]:
    """Return how many questions each person is asked, and who leads then."""
    last = len(card.order)
    asked = np.full(len(who), last)
    leader = card.shares(survey, who).argmax(axis=1)
    for number in sorted(card.thresholds, reverse=True):
        shares = card.shares(survey, who, number)
        stops = shares.max(axis=1) >= card.thresholds[number]
        asked[stops] = number
        leader[stops] = shares.argmax(axis=1)[stops]
    return asked, leader


def _all_ticks(survey: Survey, train: Ints) -> Floats:
    ticks = [each.ticked[:, choose_options(each, survey.title, train)] for each in survey.answers]
    return np.hstack(ticks).astype(float)


def _blog_quiz(survey: Survey, train: Ints) -> Callable[[Ints], Floats]:
    """Return what a quiz as found on blogs says.

    An answer counts one for the role whose people give it most often.
    The shares are the counts (and one more each) over their sum.
    """
    ticks = _all_ticks(survey, train)
    rates = np.array(
        [
            ticks[train][survey.title[train] == role].mean(axis=0)
            for role in range(len(survey.roles))
        ]
    )
    own = np.eye(len(survey.roles))[rates.argmax(axis=0)]

    def shares(who: Ints) -> Floats:
        counts = ticks[who] @ own + 1
        result: Floats = counts / counts.sum(axis=1, keepdims=True)
        return result

    return shares


def _boosted_trees(survey: Survey, train: Ints) -> Callable[[Ints], Floats]:
    """Return the ceiling: boosted trees on every question that does not describe the person."""
    everything = np.hstack(
        [np.hstack([each.ticked, each.asked[:, None]]) for each in survey.answers] + [survey.more]
    )
    model = HistGradientBoostingClassifier(
        learning_rate=0.06, max_iter=150, max_leaf_nodes=15, l2_regularization=5.0,
        class_weight="balanced", random_state=5,
    ).fit(everything[train], survey.title[train])  # fmt: skip
    return lambda who: model.predict_proba(everything[who])


@dataclass(frozen=True)
class Band:
    """People whose top share lies from ``low`` up to ``high``: how many, and how many are right.

    ``right`` is a share under the equal prior; ``people`` is a plain count.
    """

    low: float
    high: float
    people: int
    right: float


def bands(shares: Floats, title: Ints) -> tuple[Band, ...]:
    """Return how often the leader is right, by the leader's share."""
    weights = equal_prior(title)
    top, right = shares.max(axis=1), shares.argmax(axis=1) == title
    found = []
    for low, high in pairwise(BANDS):
        inside: Bools = (top >= low) & ((top < high) | (high == 1))
        share = np.average(right[inside], weights=weights[inside])
        found.append(Band(low, high, int(inside.sum()), float(share)))
    return tuple(found)


def confusion(shares: Floats, title: Ints) -> Floats:
    """Return for each title held (row) the shares of the roles that lead (column)."""
    roles = shares.shape[1]
    leader = shares.argmax(axis=1)
    counts = np.array(
        [np.bincount(leader[title == role], minlength=roles) for role in range(roles)]
    )
    result: Floats = counts / counts.sum(axis=1, keepdims=True)
    return result


@dataclass(frozen=True)
class Group:
    """How well one group of people is served; None where a title is too rare in it to say."""

    kind: str
    name: str
    people: int
    measures: Measures


def audit(survey: Survey, shares: Floats) -> tuple[Group, ...]:
    """Measure each group of at least 100 people who hold every title at least ten times."""
    found = []
    for kind, names in survey.groups.items():
        for name in sorted(set(names)):
            inside = names == name
            counts = np.bincount(survey.title[inside], minlength=len(survey.roles))
            if inside.sum() >= SMALLEST_GROUP and counts.min() >= FEWEST_OF_A_TITLE:
                measures = measure(shares[inside], survey.title[inside])
                found.append(Group(kind, str(name), int(inside.sum()), measures))
    return tuple(found)
