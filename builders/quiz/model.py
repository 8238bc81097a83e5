"""Fits the points, and chooses options, order and stopping thresholds: on training people only."""

from dataclasses import dataclass

import numpy as np
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from builders.quiz.survey import Answers, Bools, Floats, Ints, Survey

LEAST_INFORMATION = 0.002
"""Nats; an option that tells less about the title is left out."""
MOST_OPTIONS = 10
"""Options on one screen, beside "none of these"."""
STRENGTHS = (0.03, 0.1, 0.3)
"""The inverse penalties (C) of the logistic regression among which the inner folds choose."""
DROPOUT = 0.2
"""How often a question is hidden from the fit, so that any subset of answers is served."""
COPIES = 4
"""How many times each person is seen with some questions hidden, beside once with none."""
LEADER_KEPT = 0.93
"""Stop when the leader would stay the leader in at least this share of cases like this one."""
FEWEST_ASKED = 3
STEP = 0.01
"""Points are rounded to this."""
INNER_FOLDS = 5


@dataclass(frozen=True)
class Points:
    """The points of one question in natural-log units.

    ``options`` are the positions of the options kept; ``by_option`` has a row each and a column
    a role; ``base`` is added once the question is answered, so that the average answer adds
    nothing.
    """

    options: tuple[int, ...]
    by_option: Floats
    base: Floats

    def of(self, answers: Answers, who: Ints) -> Floats:
        """Return what the answers of the people ``who`` add; nothing where there is none."""
        ticked = answers.ticked[who][:, self.options]
        return np.where(answers.asked[who, None], ticked @ self.by_option + self.base, 0.0)


@dataclass(frozen=True)
class Scorecard:
    """Everything that is fitted: points by question, the order of asking, when to stop.

    ``thresholds[k]`` is the top share at which to stop after k questions (above 1: do not).
    """

    points: tuple[Points, ...]
    order: tuple[int, ...]
    thresholds: dict[int, float]
    strength: float

    def shares(self, survey: Survey, who: Ints, asked: int | None = None) -> Floats:
        """Return shares by role after the first ``asked`` questions of the order (None: all)."""
        return softmax(
            np.sum(
                [
                    self.points[question].of(survey.answers[question], who)
                    for question in self.order[:asked]
                ],
                axis=0,
            )
        )


def softmax(points: Floats) -> Floats:
    """Return shares that sum to one along the last axis."""
    powers = np.exp(points - points.max(axis=-1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return shares


def equal_prior(title: Ints) -> Floats:
    """Return weights under which every title counts alike; they sum to one."""
    counts = np.bincount(title)
    weights: Floats = (1 / counts)[title] / len(counts)
    return weights


def information(ticked: Bools, title: Ints) -> float:
    """Return the mutual information of a tick and the title in nats, under an equal prior."""
    weights = equal_prior(title)
    roles = range(int(title.max()) + 1)
    total = 0.0
    for value in (False, True):
        joint = np.array([weights[(ticked == value) & (title == role)].sum() for role in roles])
        there = joint > 0
        expected = joint.sum() / len(joint)
        total += float(np.sum(joint[there] * np.log(joint[there] / expected)))
    return total


def choose_options(answers: Answers, title: Ints, who: Ints) -> tuple[int, ...]:
    """Return the options worth a line on the screen, in the order of the question."""
    if answers.question.pick == "one":
        return tuple(range(answers.ticked.shape[1]))
    shown = who[answers.asked[who]]
    told = [
        information(answers.ticked[shown, place], title[shown])
        for place in range(answers.ticked.shape[1])
    ]
    best = sorted(range(len(told)), key=lambda place: -told[place])[:MOST_OPTIONS]
    return tuple(sorted(place for place in best if told[place] >= LEAST_INFORMATION))


def fit(survey: Survey, who: Ints, strength: float, *, seed: int = 0) -> tuple[Points, ...]:
    """Fit one multinomial logistic regression on the people ``who``; return points by question.

    An answer's column holds the tick less its mean among those asked, every title counting
    alike, and 0 where the question was not answered or is hidden. There is no intercept: the
    prior is equal, and so the average answer must be that of an equal mixture of the titles.
    """
    chosen = [choose_options(each, survey.title, who) for each in survey.answers]
    blocks, means = [], []
    for answers, options in zip(survey.answers, chosen, strict=True):
        ticked = answers.ticked[who][:, options]
        asked = answers.asked[who]
        mean = equal_prior(survey.title[who][asked]) @ ticked[asked]
        means.append(mean)
        blocks.append(np.where(asked[:, None], ticked - mean, 0.0))
    random = np.random.default_rng(seed)
    copies = [np.hstack(blocks)]
    for _ in range(COPIES):
        shown = random.random((len(who), len(blocks))) >= DROPOUT
        copies.append(np.hstack([block * shown[:, [place]] for place, block in enumerate(blocks)]))
    regression = LogisticRegression(
        C=strength / len(copies), class_weight="balanced", fit_intercept=False, max_iter=500
    )
    regression.fit(np.vstack(copies), np.tile(survey.title[who], len(copies)))
    weights = regression.coef_.T - regression.coef_.T.mean(axis=1, keepdims=True)
    points, start = [], 0
    for answers, options, mean in zip(survey.answers, chosen, means, strict=True):
        own = weights[start : start + len(options)]
        start += len(options)
        points.append(_table(answers, options, own, mean))
    return tuple(points)


def _table(answers: Answers, options: tuple[int, ...], own: Floats, mean: Floats) -> Points:
    """Return a question's points, rounded; with one answer to pick the base goes into each."""
    base = -mean @ own
    if answers.question.pick == "one":
        own, base = own + base, np.zeros_like(base)
    return Points(options, np.array([rounded(row) for row in own]), rounded(base))


def rounded(row: Floats) -> Floats:
    """Return a row that sums to zero rounded to ``STEP`` so that it still does."""
    steps = np.round(row / STEP)
    while (excess := steps.sum()) != 0:
        steps[np.argmax((steps - row / STEP) * np.sign(excess))] -= np.sign(excess)
    result: Floats = np.round(steps * STEP, 10) + 0.0  # no minus zero
    return result


def log_loss(shares: Floats, title: Ints) -> float:
    """Return the mean of -log(share of the title held) in nats, under an equal prior."""
    own = np.log(shares[np.arange(len(title)), title])
    return -float(np.sum(equal_prior(title) * own))


def calibrate(survey: Survey, who: Ints) -> Scorecard:
    """Choose and fit everything on the people ``who``, with inner folds of them."""
    folds = list(
        StratifiedKFold(INNER_FOLDS, shuffle=True, random_state=7).split(who, survey.title[who])
    )
    title = np.concatenate([survey.title[who[test]] for _, test in folds])

    def held_out(strength: float) -> list[Floats]:
        """Return what each question adds for people not used in fitting."""
        parts = []
        for train, test in folds:
            table = fit(survey, who[train], strength)
            parts.append(
                [
                    points.of(each, who[test])
                    for points, each in zip(table, survey.answers, strict=True)
                ]
            )
        return [np.vstack(question) for question in zip(*parts, strict=True)]

    added = {strength: held_out(strength) for strength in STRENGTHS}
    strength = min(
        STRENGTHS, key=lambda each: log_loss(softmax(np.sum(added[each], axis=0)), title)
    )
    order = _order(added[strength], title)
    thresholds = _thresholds(added[strength], order)
    return Scorecard(fit(survey, who, strength), order, thresholds, strength)


def _order(added: list[Floats], title: Ints) -> tuple[int, ...]:
    """Return the questions so that each next one lowers the log loss most."""
    order: list[int] = []
    total = np.zeros_like(added[0])
    while len(order) < len(added):
        rest = [question for question in range(len(added)) if question not in order]
        best = min(rest, key=lambda question: log_loss(softmax(total + added[question]), title))
        order.append(best)
        total = total + added[best]
    return tuple(order)


def _thresholds(added: list[Floats], order: tuple[int, ...]) -> dict[int, float]:
    """Return after each number of questions the top share from which the leader mostly stays."""
    sums = np.cumsum([added[question] for question in order], axis=0)
    leader = sums[-1].argmax(axis=1)
    found = {}
    for asked in range(FEWEST_ASKED, len(order)):
        shares = softmax(sums[asked - 1])
        top = shares.max(axis=1)
        kept = shares.argmax(axis=1) == leader
        curve = IsotonicRegression(out_of_bounds="clip").fit(top, kept)
        enough = top[curve.predict(top) >= LEADER_KEPT]
        found[asked] = float(np.ceil(enough.min() * 1000) / 1000) if len(enough) else 2.0
    return found
