"""Fits the points, and chooses options, order and when to stop: on training people only."""

from dataclasses import dataclass
from functools import cached_property
from math import erfc, sqrt

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from builders.quiz.survey import COLUMNS, Answers, Bools, Floats, Ints, Survey
from builders.quiz.wording import ROLES

MOST_OPTIONS = 11
"""Options on one screen, beside "none of these"."""
STRENGTH = 0.1
"""The inverse penalty (C) of the logistic regression; from 0.03 to 0.3 it makes no difference."""
DROPOUT = 0.2
"""How often a screen is hidden from the fit, so that any subset of answers is served."""
COPIES = 2
"""How many times each person is seen with some screens hidden, beside once with none."""
LEADER_KEPT = 0.99
"""The chance of a change at which to stop is such that so many people keep their leader."""
LEAST_ANSWERED = 2
"""Nobody is told anything after fewer answers."""
STEP = 0.01
"""Points are rounded to this."""
DIGITS = 4
"""Digits of the figures behind the stopping rule."""
INNER_FOLDS = 3
LIGHT = 3.0
"""The factor of the column of the level, so that the penalty hardly weighs on it."""
MOST_LEVEL = 0.035
"""Points; the average answer to a screen adds no more than this to a column."""
HALVINGS = 20

CORE = len(ROLES)


@dataclass(frozen=True)
class Points:
    """The points of one screen in natural-log units.

    ``options`` are the positions of the options kept; ``by_option`` has a row each and a column
    as in ``COLUMNS``; ``base`` is added once the screen is answered, so that the average answer
    adds (next to) nothing.
    """

    options: tuple[int, ...]
    by_option: Floats
    base: Floats

    def of(self, answers: Answers, who: Ints) -> Floats:
        """Return what the answers of the people ``who`` add; nothing where there is none."""
        ticked = answers.ticked[who][:, self.options]
        return np.where(answers.asked[who, None], ticked @ self.by_option + self.base, 0.0)


@dataclass(frozen=True)
class Stop:
    """When to stop: once the chance that the screens left change the leader is at most ``risk``.

    ``mean`` and ``variance`` are those of what a screen adds to one role less what it adds to
    another, by screen, title held, role ahead and role behind.
    """

    risk: float
    mean: Floats
    variance: Floats

    def chance(self, points: Floats, left: list[int]) -> Floats:
        """Return the chance that the screens ``left`` change who leads; a row a person."""
        shares = softmax(points)
        leader = points.argmax(axis=1)
        total = np.zeros(len(points))
        for held in range(points.shape[1]):
            for behind in range(points.shape[1]):
                mean = self.mean[left, held, :, behind].sum(axis=0)[leader]
                variance = self.variance[left, held, :, behind].sum(axis=0)[leader]
                lead = points[np.arange(len(points)), leader] - points[:, behind] + mean
                with np.errstate(divide="ignore", invalid="ignore"):
                    # without spread the lead's sign decides; 0 / 0 is a role against itself
                    change = np.nan_to_num(_normal(-lead / np.sqrt(variance)))
                total += shares[:, held] * np.where(leader == behind, 0.0, change)
        return total


@dataclass(frozen=True)
class Scorecard:
    """Everything that is fitted: points by screen, the order of asking, when to stop."""

    points: tuple[Points, ...]
    order: tuple[int, ...]
    stop: Stop

    def added(self, survey: Survey, who: Ints) -> list[Floats]:
        """Return what each screen adds to each column, in the survey's order of screens."""
        return _added(survey, self.points, who)

    def total(self, survey: Survey, who: Ints) -> Floats:
        """Return the points of every column after all screens."""
        total: Floats = np.sum(self.added(survey, who), axis=0)
        return total

    def early(self, survey: Survey, who: Ints) -> tuple[Ints, Floats]:
        """Return how many screens each person comes to, and the points of the roles then."""
        walk = Walk(self.order, [each[:, :CORE] for each in self.added(survey, who)],
                    [each.asked[who] for each in survey.answers])  # fmt: skip
        come = walk.come_to(walk.chances(self.stop), self.stop.risk)
        return come, walk.sums[come - 1, np.arange(len(who))]


@dataclass(frozen=True)
class Walk:
    """People on their way through the screens in an order, by the points of the roles alone."""

    order: tuple[int, ...]
    added: list[Floats]
    asked: list[Bools]

    @cached_property
    def sums(self) -> Floats:
        """The points after each screen."""
        return np.cumsum([self.added[screen] for screen in self.order], axis=0)

    def chances(self, stop: Stop) -> Floats:
        """Return after each screen but the last the chance of a change, a column a person.

        It is 2, more than any, where too little is answered to stop.
        """
        answered = np.cumsum([self.asked[screen] for screen in self.order], axis=0)
        return np.array(
            [
                np.where(
                    answered[place] >= LEAST_ANSWERED,
                    stop.chance(self.sums[place], list(self.order[place + 1 :])),
                    2.0,
                )
                for place in range(len(self.order) - 1)
            ]
        )

    def come_to(self, chances: Floats, risk: float) -> Ints:
        """Return how many screens each person comes to when all stop at this risk."""
        stops = np.vstack([chances <= risk, np.ones(chances.shape[1], dtype=bool)])
        found: Ints = stops.argmax(axis=0) + 1
        return found

    def kept(self, chances: Floats, risk: float) -> Bools:
        """Say who has the leader at the stop that they would have after all screens."""
        come = self.come_to(chances, risk)
        early = self.sums[come - 1, np.arange(len(come))].argmax(axis=1)
        return np.asarray(early == self.sums[-1].argmax(axis=1))


def _normal(values: Floats) -> Floats:
    """Return the chance that a standard normal variable is below each value."""
    return np.array([0.5 * erfc(-each / sqrt(2)) for each in values.tolist()])


def softmax(points: Floats) -> Floats:
    """Return shares that sum to one along the last axis."""
    powers = np.exp(points - points.max(axis=-1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return shares


def equal_prior(column: Ints) -> Floats:
    """Return weights under which every column counts alike; they sum to one."""
    counts = np.bincount(column)
    weights: Floats = (1 / np.maximum(counts, 1))[column] / np.count_nonzero(counts)
    return weights


def log_loss(shares: Floats, column: Ints) -> float:
    """Return the mean of -log(share of the column held) in nats, under an equal prior."""
    own = np.log(shares[np.arange(len(column)), column])
    return -float(np.sum(equal_prior(column) * own))


Chosen = list[list[int]]
"""The positions of the options kept, by screen."""


def every_option(survey: Survey) -> Chosen:
    """Return all options of all screens."""
    return [list(range(each.ticked.shape[1])) for each in survey.answers]


def choose_options(survey: Survey, who: Ints) -> Chosen:
    """Return the options worth a line on their screen, by backward elimination.

    From all options, that one is left out again and again whose loss costs least: the sum of what
    it costs in telling all columns, and in telling the roles, each estimated from the curvature
    of the log loss around the fit with all options. Where one answer is picked, all stay.
    """
    places = [(screen, option) for screen, own in enumerate(every_option(survey)) for option in own]
    fits = [_Elimination(survey, own) for own in (who, _core(survey.column, who))]
    alive = set(range(len(places)))
    while True:
        sizes = np.bincount([places[each][0] for each in alive])
        spare = [
            each
            for each in sorted(alive)
            if survey.answers[places[each][0]].screen.pick == "several"
            and sizes[places[each][0]] > MOST_OPTIONS
        ]
        if not spare:
            break
        least = min(spare, key=lambda each: sum(fit.cost(each) for fit in fits))
        alive.remove(least)
        for fit in fits:
            fit.remove(least)
    return [
        [places[each][1] for each in sorted(alive) if places[each][0] == screen]
        for screen in range(len(survey.answers))
    ]


class _Elimination:
    """A fit with all options, and what it costs in log loss to do without one."""

    def __init__(self, survey: Survey, who: Ints) -> None:
        column = survey.column[who]
        ticks = np.hstack(_centred(survey, who, every_option(survey))[0])
        regression = _regression(1).fit(ticks, column)
        shares = regression.predict_proba(ticks)
        self._columns = shares.shape[1]
        self._weights = regression.coef_.T.ravel()
        self._inverse = np.linalg.inv(
            self._curvature(ticks, shares, equal_prior(column))
            + np.eye(len(self._weights)) / (STRENGTH * len(who))
        )

    def _curvature(self, ticks: Floats, shares: Floats, weights: Floats) -> Floats:
        """Return the second derivatives of the log loss by option and column."""
        options, columns = ticks.shape[1], self._columns
        found = np.zeros((options, columns, options, columns))
        for one in range(columns):
            for other in range(columns):
                spread = weights * shares[:, one] * ((one == other) - shares[:, other])
                found[:, one, :, other] = ticks.T @ (ticks * spread[:, None])
        return found.reshape(options * columns, options * columns)

    def _part(self, option: int) -> slice:
        return slice(option * self._columns, (option + 1) * self._columns)

    def cost(self, option: int) -> float:
        """Return the log loss that doing without the option would add."""
        part = self._part(option)
        own = self._weights[part]
        return float(own @ np.linalg.solve(self._inverse[part, part], own)) / 2

    def remove(self, option: int) -> None:
        """Do without the option: the others take over what they can."""
        part = self._part(option)
        gain = self._inverse[:, part] @ np.linalg.inv(self._inverse[part, part])
        self._weights = self._weights - gain @ self._weights[part]
        self._inverse = self._inverse - gain @ self._inverse[part, :]


def _regression(copies: int) -> LogisticRegression:
    return LogisticRegression(
        C=STRENGTH / copies, class_weight="balanced", fit_intercept=False, max_iter=500
    )


def _centred(survey: Survey, who: Ints, chosen: Chosen) -> tuple[list[Floats], list[Floats]]:
    """Return ticks less their mean among those asked, by screen, and those means.

    Every column counts alike; who was not asked has 0.
    """
    blocks, means = [], []
    for answers, options in zip(survey.answers, chosen, strict=True):
        ticked = answers.ticked[who][:, options]
        asked = answers.asked[who]
        mean = equal_prior(survey.column[who][asked]) @ ticked[asked]
        means.append(mean)
        blocks.append(np.where(asked[:, None], ticked - mean, 0.0))
    return blocks, means


def fit(survey: Survey, who: Ints, chosen: Chosen) -> tuple[Points, ...]:
    """Fit one multinomial logistic regression on the people ``who``; return points by screen.

    The columns are those that the people hold. An option holds the tick less its mean among
    those asked, every column counting alike, and 0 where the screen was not answered or is
    hidden. One level by column, in equal parts for each screen answered, makes the shares of an
    equal mixture of the columns right on average; it is small, and an empty sheet has none of it.
    """
    blocks, means = _centred(survey, who, chosen)
    asked = np.array([each.asked[who] for each in survey.answers]).T
    random = np.random.default_rng(0)
    copies = []
    for copy in range(COPIES + 1):
        shown = (random.random(asked.shape) >= DROPOUT) | (copy == 0)
        level = (asked & shown).mean(axis=1, keepdims=True) * LIGHT
        hidden = [block * shown[:, [place]] for place, block in enumerate(blocks)]
        copies.append(np.hstack([*hidden, level]))
    column = np.tile(survey.column[who], len(copies))
    regression = _regression(len(copies)).fit(np.vstack(copies), column)
    weights = regression.coef_.T - regression.coef_.T.mean(axis=1, keepdims=True)
    level = weights[-1] * LIGHT / len(blocks)
    level = level * min(1.0, MOST_LEVEL / abs(level).max())
    points, start = [], 0
    for answers, options, mean in zip(survey.answers, chosen, means, strict=True):
        own = weights[start : start + len(options)]
        start += len(options)
        points.append(_table(answers, options, own, level - mean @ own))
    return tuple(points)


def _table(answers: Answers, options: list[int], own: Floats, base: Floats) -> Points:
    """Return a screen's points, rounded; with one answer to pick the base goes into each."""
    if answers.screen.pick == "one":
        own, base = own + base, np.zeros_like(base)
    return Points(tuple(options), np.array([rounded(row) for row in own]), rounded(base))


def rounded(row: Floats) -> Floats:
    """Return a row that sums to zero rounded to ``STEP`` so that it still does."""
    steps = np.round(row / STEP)
    while (excess := steps.sum()) != 0:
        steps[np.argmax((steps - row / STEP) * np.sign(excess))] -= np.sign(excess)
    result: Floats = np.round(steps * STEP, 10) + 0.0  # no minus zero
    return result


def _core(held: Ints, who: Ints) -> Ints:
    """Return those of ``who`` who hold a role."""
    return who[held[who] < CORE]


def _added(survey: Survey, points: tuple[Points, ...], who: Ints) -> list[Floats]:
    return [own.of(each, who) for own, each in zip(points, survey.answers, strict=True)]


def calibrate(survey: Survey, who: Ints) -> Scorecard:
    """Choose and fit everything on the people ``who``, with inner folds of them."""
    chosen = choose_options(survey, who)
    folds = StratifiedKFold(INNER_FOLDS, shuffle=True, random_state=7)
    parts, people = [], []
    for train, test in folds.split(who, survey.column[who]):
        core = _core(survey.title, who[test])
        people.append(core)
        parts.append(_added(survey, fit(survey, who[train], chosen), core))
    core = np.concatenate(people)
    added = [np.vstack(screen)[:, :CORE] for screen in zip(*parts, strict=True)]
    order = _order(added, survey.title[core])
    stop = _stop(order, added, [each.asked[core] for each in survey.answers], survey.title[core])
    return Scorecard(fit(survey, who, chosen), order, stop)


def _order(added: list[Floats], title: Ints) -> tuple[int, ...]:
    """Return the screens so that each next one lowers the log loss of the roles most."""
    order: list[int] = []
    total = np.zeros_like(added[0])
    while len(order) < len(added):
        rest = [screen for screen in range(len(added)) if screen not in order]
        best = min(rest, key=lambda screen: log_loss(softmax(total + added[screen]), title))
        order.append(best)
        total = total + added[best]
    return tuple(order)


def _stop(order: tuple[int, ...], added: list[Floats], asked: list[Bools], title: Ints) -> Stop:
    """Return what each screen moves, and the risk at which enough people keep their leader."""
    moves = np.array(
        [
            [
                _moments(own[there & (title == held)])
                for held in range(own.shape[1])
            ]
            for own, there in zip(added, asked, strict=True)
        ]
    )  # fmt: skip
    free = Stop(0.0, moves[:, :, 0], moves[:, :, 1])
    walk = Walk(order, added, asked)
    chances, weights = walk.chances(free), equal_prior(title)
    low, high = 0.0, 1.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        kept = float(weights @ walk.kept(chances, middle))
        low, high = (middle, high) if kept >= LEADER_KEPT else (low, middle)
    return Stop(float(np.floor(low * 1000) / 1000), free.mean, free.variance)


def _moments(points: Floats) -> Floats:
    """Return mean and variance of the differences between the roles' points, two tables."""
    differences = points[:, :, None] - points[:, None, :]
    return np.round([differences.mean(axis=0), differences.var(axis=0)], DIGITS) + 0.0


def columns() -> tuple[str, ...]:
    """Return the ids of the columns of the points, roles first."""
    return tuple(COLUMNS)
