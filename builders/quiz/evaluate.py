"""Measures the questions on people who were not used to set anything: nested cross-validation."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold
from tqdm import tqdm

from builders.quiz.model import (
    CORE,
    Chosen,
    Scorecard,
    calibrate,
    columns,
    equal_prior,
    fit,
    log_loss,
    softmax,
)
from builders.quiz.survey import COLUMNS, Bools, Floats, Ints, Survey
from builders.quiz.wording import ADVANCES_ML, RESEARCHER, ROLES, TOLD_ONLY

OUTER_FOLDS = 5
BINS = 15
TREES = 150
"""Rounds of boosting for the ceiling."""
RESAMPLES = 500
BANDS = (1 / 3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
"""The edges of the bands of top shares in which "how sure is this" is told."""
SMALLEST_GROUP = 100
FEWEST_OF_A_TITLE = 10
UNDECIDED_RATIO = 1.5
"""A role is named alone where its share is at least so many times that of the next."""
BESIDE_RATIO = 2.0
"""A column beside is named where its share is at least so many times that of the best role."""
UNDECIDED = "undecided"


@dataclass(frozen=True)
class Measures:
    """How well shares tell titles, every title counting alike."""

    balanced_accuracy: float
    auc: float
    log_loss: float
    ece: float


@dataclass(frozen=True)
class Told:
    """What the people of one title in the survey are told after all screens.

    ``column`` is the one that they were fitted as, None where nothing is fitted to them;
    ``shares`` has a share for each column, and for ``UNDECIDED``.
    """

    title: str
    people: int
    column: str | None
    shares: dict[str, float]


@dataclass(frozen=True)
class HeldOut:
    """What nested cross-validation says of each person.

    ``core`` are the people who hold the title of a role, ``fitted`` those of every column: rows
    of the survey. ``shares``, ``early``, ``three``, ``blog``, ``trees``, ``asked`` and ``title``
    have a row for each of ``core``; ``wide_shares`` and ``column`` for each of ``fitted``.
    """

    core: Ints
    fitted: Ints
    title: Ints
    column: Ints
    shares: Floats
    wide_shares: Floats
    asked: Ints
    early: Floats
    """The shares of the roles when the questions stop early."""
    three: Floats
    """The shares of a fit to the roles alone."""
    blog: Floats
    trees: Floats
    told: tuple[Told, ...]
    every: Floats
    """The points of everybody in the survey, also of those to whom nothing is fitted."""

    @property
    def same_leader(self) -> Bools:
        """Who has the leader early that they have after all screens."""
        return np.asarray(self.early.argmax(axis=1) == self.shares.argmax(axis=1))


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


def held_out(survey: Survey, card: Scorecard) -> HeldOut:
    """Fit and choose everything on nine tenths and look at the other tenth, ten times over.

    People to whom nothing is fitted are scored by ``card``, which never saw them.
    """
    people, fitted, core = len(survey.titles), survey.fitted, survey.core
    every = card.total(survey, np.arange(people))
    early, three, blog, trees = (np.zeros((people, CORE)) for _ in range(4))
    asked = np.zeros(people, dtype=int)
    folds = StratifiedKFold(OUTER_FOLDS, shuffle=True, random_state=1)
    for train, test in tqdm(
        folds.split(fitted, survey.column[fitted]), total=OUTER_FOLDS, desc="folds"
    ):
        learned, looked = fitted[train], fitted[test]
        own = calibrate(survey, learned)
        every[looked] = own.total(survey, looked)
        learned, looked = (each[survey.title[each] < CORE] for each in (learned, looked))
        asked[looked], early[looked] = own.early(survey, looked)
        chosen = [list(each.options) for each in own.points]
        titled = replace(survey, column=survey.title)
        alone = zip(fit(titled, learned, chosen), survey.answers, strict=True)
        three[looked] = np.sum([points.of(each, looked) for points, each in alone], axis=0)
        blog[looked] = _blog_quiz(survey, learned, chosen)(looked)
        trees[looked] = _boosted_trees(survey, learned)(looked)
    return HeldOut(
        core, fitted, survey.title[core], survey.column[fitted],
        softmax(every[core, :CORE]), softmax(every[fitted]), asked[core], softmax(early[core]),
        softmax(three[core]), blog[core], trees[core], told(survey, every), every,
    )  # fmt: skip


def verdicts(points: Floats) -> list[str]:
    """Return what each person is told: the id of a column, or ``UNDECIDED``.

    A column beside the roles is named where its share is at least ``BESIDE_RATIO`` times that of
    the best role; a role where its share is ``UNDECIDED_RATIO`` times that of the next role.
    """
    names, rows = columns(), np.arange(len(points))
    beside = points[:, CORE:].argmax(axis=1) + CORE
    ranked = np.sort(points[:, :CORE], axis=1)
    role = points[:, :CORE].argmax(axis=1)
    away = points[rows, beside] - ranked[:, -1] >= np.log(BESIDE_RATIO)
    sure = ranked[:, -1] - ranked[:, -2] >= np.log(UNDECIDED_RATIO)
    return [
        names[beside[row]] if away[row] else names[role[row]] if sure[row] else UNDECIDED
        for row in rows
    ]


def told(survey: Survey, points: Floats) -> tuple[Told, ...]:
    """Return what the people of each title are told, the titles in the order of the columns."""
    said = np.array(verdicts(points))
    order: list[tuple[str, str | None]]
    order = [*((title, column) for column, own in COLUMNS.items() for title in own)]
    order += [(title, None) for title in TOLD_ONLY]
    found = []
    for title, column in order:
        own = said[survey.titles == title]
        if len(own):
            found.append(Told(title, len(own), column, _shares_of(own)))
    return tuple(found)


def _shares_of(said: NDArray[np.str_]) -> dict[str, float]:
    return {name: float(np.mean(said == name)) for name in (*columns(), UNDECIDED)}


def _blog_quiz(survey: Survey, train: Ints, chosen: Chosen) -> Callable[[Ints], Floats]:
    """Return what a quiz as found on blogs says.

    An answer counts one for the role whose people give it most often.
    The shares are the counts (and one more each) over their sum.
    """
    kept = zip(survey.answers, chosen, strict=True)
    ticks = np.hstack([each.ticked[:, options] for each, options in kept]).astype(float)
    title = survey.title[train]
    rates = np.array([ticks[train][title == role].mean(axis=0) for role in range(CORE)])
    own = np.eye(CORE)[rates.argmax(axis=0)]

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
        learning_rate=0.06, max_iter=TREES, max_leaf_nodes=15, l2_regularization=5.0,
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
    """How well one group of people is served; ``range`` is that of the balanced accuracy."""

    kind: str
    name: str
    people: int
    measures: Measures
    range: tuple[float, float]


def audit(survey: Survey, found: HeldOut) -> tuple[Group, ...]:
    """Measure each group of at least 100 people who hold every title at least ten times."""
    groups = []
    for kind, names in survey.groups.items():
        own = names[found.core]
        for name in sorted(set(own)):
            inside = own == name
            counts = np.bincount(found.title[inside], minlength=CORE)
            if inside.sum() >= SMALLEST_GROUP and counts.min() >= FEWEST_OF_A_TITLE:
                shares, title = found.shares[inside], found.title[inside]
                measures, bounds = measure(shares, title), accuracy_range(shares, title)
                groups.append(Group(kind, str(name), int(inside.sum()), measures, bounds))
    return tuple(groups)


def accuracy_range(shares: Floats, title: Ints) -> tuple[float, float]:
    """Return the 95 % interval of the balanced accuracy: people drawn anew within each title."""
    random = np.random.default_rng(17)
    right = shares.argmax(axis=1) == title
    own = [right[title == role] for role in range(CORE)]
    drawn = np.mean(
        [random.binomial(len(each), each.mean(), RESAMPLES) / len(each) for each in own], axis=0
    )
    low, high = np.quantile(drawn, [0.025, 0.975])
    return float(low), float(high)


@dataclass(frozen=True)
class Researchers:
    """The roles told apart when only some of the research scientists stand for theirs.

    ``told`` is what these people are told by the points of all.
    """

    people: int
    measures: Measures
    told: dict[str, float]


def researchers(survey: Survey, card: Scorecard, found: HeldOut) -> dict[str, Researchers]:
    """Fit and measure with all research scientists, those who advance ML, and the others.

    The answer by which they are told apart is left out of all three, else it would tell alone.
    """
    place = list(ROLES).index(RESEARCHER)
    answers = [
        (each.screen.id, own.options) for each, own in zip(survey.answers, card.points, strict=True)
    ]
    texts = {each.screen.id: each.screen.options for each in survey.answers}
    chosen = [
        [each for each in own if ADVANCES_ML not in texts[screen][each].survey]
        for screen, own in answers
    ]
    held, said = survey.title[found.core] == place, np.array(verdicts(found.every[found.core]))
    titled = replace(survey, column=survey.title)
    results = {}
    for name, kept in (
        ("all", held),
        ("advance", held & survey.advances_ml[found.core]),
        ("other", held & ~survey.advances_ml[found.core]),
    ):
        who = found.core[~held | kept]
        title, points = survey.title[who], np.zeros((len(who), CORE))
        folds = StratifiedKFold(OUTER_FOLDS, shuffle=True, random_state=2)
        for train, test in folds.split(who, title):
            table = zip(fit(titled, who[train], chosen), survey.answers, strict=True)
            points[test] = np.sum([own.of(each, who[test]) for own, each in table], axis=0)
        results[name] = Researchers(
            int(kept.sum()), measure(softmax(points), title), _shares_of(said[kept])
        )
    return results
