"""What a set of answers comes to: who leads, why, and what would change it."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from mlroles.quiz.models import Half, Measured, Question, Questionnaire
from mlroles.quiz.scorecard import DECIMALS, Answers, Fit, points_of, score
from mlroles.roles.catalogue import Catalogue


@dataclass(frozen=True)
class Reason:
    """How the answers to one question moved the odds between leader and runner-up."""

    question: str
    """The id of the question."""
    answers: tuple[str, ...]
    """The ids of the answers given to it."""
    role: str
    """The id of the one of the two roles that the answers speak for."""
    for_leader: bool
    """Whether that is the leader."""
    factor: float
    """How many times they multiply the odds of that role against the other: e to the power of
    the difference between the points that they give the two.
    """


@dataclass(frozen=True)
class Change:
    """The smallest change to one answered question that puts another role in the lead."""

    question: str
    """The id of the question."""
    before: tuple[str, ...]
    """The ids of the answers given to it."""
    after: tuple[str, ...]
    """The ids of the answers that change the lead; empty for leaving it unanswered."""
    leaders: tuple[str, ...]
    """The ids of the leaders then, the new one first."""
    movement: float
    """How far the points move, summed over the roles."""


@dataclass(frozen=True)
class DisputedAnswer:
    """An answer given that rests on claims which the sources contradict."""

    question: str
    """The id of the question."""
    answer: str
    """The id of the answer."""
    disputes: tuple[str, ...]
    """The ids of the disputes that its claims stand in."""


@dataclass(frozen=True)
class Sureness:
    """What is known of people not used in fitting whose answers gave such a share."""

    low: float
    """The lowest top share of these people."""
    high: float
    """The highest top share of these people."""
    people: int
    """How many they are."""
    right: float
    """The part of them who held the title of the role in the lead, every role counting alike."""
    held: float
    """The part of all for whom this role led who held its title, every role counting alike."""
    confused_with: str | None
    """The id of the role whose title was held most often besides; None for no role."""
    confused: float
    """The part of all for whom this role led who held that other title."""


@dataclass(frozen=True)
class HalfResult:
    """What one half of the questionnaire says by itself."""

    half: str
    """The id of the half."""
    title: str
    """Its heading."""
    answered: int
    """How many of its questions are answered."""
    total: int
    """How many questions it has."""
    points: dict[str, float]
    """The sum of points by role id, in natural-log units."""
    shares: dict[str, float]
    """The share of each role by its id; they sum to 1."""
    leaders: tuple[str, ...]
    """The ids of the leader and of every role so close to it that neither is named alone."""
    basis: str
    """What its points rest on."""
    sureness: Sureness | None
    """How often people with such a share are right; None where nothing measures the half,
    nothing in it is answered, or nobody measured gave answers like these.
    """


@dataclass(frozen=True)
class Result:
    """The verdict on one set of answers; roles, questions and answers are named by id."""

    questionnaire: str
    """The id of the questionnaire."""
    answered: int
    """How many questions are answered."""
    total: int
    """How many questions there are."""
    points: dict[str, float]
    """The sums of points over all halves by role id, in natural-log units."""
    shares: dict[str, float]
    """The share of each role by its id, which rests on the points; they sum to 1."""
    leaders: tuple[str, ...]
    """The leader, and after it every role so close that the leader is not named alone, in the
    order of their shares, ties in the catalogue's order; empty while nothing is answered.
    """
    undecided: bool
    """Whether there is more than one leader."""
    runner_up: str | None
    """The role with the next share after the first leader; None where there is none."""
    halves: tuple[HalfResult, ...]
    """What each half says by itself."""
    agree: bool | None
    """Whether the halves name a common leader; None where fewer than two have an answer."""
    reasons: tuple[Reason, ...]
    """Every answer that moved the odds between leader and runner-up, the strongest first."""
    change: Change | None
    """The smallest change to one answer that puts another role in the lead; None where none
    does.
    """
    disputed: tuple[DisputedAnswer, ...]
    """The answers given that rest on claims which the sources contradict."""
    rule: str
    """The rule by which a leader is named alone, for people."""


def undecided_rule(questionnaire: Questionnaire) -> str:
    """Return, in words, when one role is named alone."""
    return (
        f"One role is named alone when its share is at least {questionnaire.undecided_ratio:g} "
        "times that of every other role. Otherwise the roles that come closer than that are named "
        "with it, and the answer is undecided between them."
    )


def judge(questionnaire: Questionnaire, catalogue: Catalogue, answers: Answers) -> Result:
    """Return the verdict on ``answers``, which must fit the questionnaire; deterministic."""
    answers = {
        question.id: tuple(each.id for each in question.answers if each.id in answers[question.id])
        for question in questionnaire.questions
        if question.id in answers
    }
    role_ids = tuple(role.id for role in catalogue.roles)
    fit = score(questionnaire, role_ids, answers)
    answered = [question for question in questionnaire.questions if answers.get(question.id)]
    leader, *others = fit.ranked
    leaders = leaders_of(fit, questionnaire.undecided_ratio) if answered else ()
    halves = tuple(
        _half_result(questionnaire, half, role_ids, answers) for half in questionnaire.halves
    )
    return Result(
        questionnaire=questionnaire.id,
        answered=len(answered),
        total=len(questionnaire.questions),
        points=fit.points,
        shares=fit.shares,
        leaders=leaders,
        undecided=len(leaders) > 1,
        runner_up=others[0] if answered and others else None,
        halves=halves,
        agree=_agree(halves),
        reasons=_reasons(answered, answers, leader, others[0]) if others else (),
        change=_smallest_change(questionnaire, answered, answers, fit),
        disputed=_disputed(answered, catalogue, answers),
        rule=undecided_rule(questionnaire),
    )


def _half_result(
    questionnaire: Questionnaire, half: Half, role_ids: tuple[str, ...], answers: Answers
) -> HalfResult:
    own = questionnaire.only((half.id,))
    fit = score(own, role_ids, answers)
    answered = sum(bool(answers.get(question.id)) for question in own.questions)
    return HalfResult(
        half=half.id,
        title=half.title,
        answered=answered,
        total=len(own.questions),
        points=fit.points,
        shares=fit.shares,
        leaders=leaders_of(fit, questionnaire.undecided_ratio) if answered else (),
        basis=half.basis,
        sureness=_sureness(half.measured, fit) if half.measured and answered else None,
    )


def _sureness(measured: Measured, fit: Fit) -> Sureness | None:
    """Look up what happened to people whose shares were like these."""
    leader = fit.ranked[0]
    top = fit.shares[leader]
    band = next((band for band in reversed(measured.bands) if band.low <= top), None)
    leads = {held: row[leader] for held, row in measured.confusion.items()}
    whole = math.fsum(leads.values())
    if band is None or not whole:  # nobody measured had such a share, or such a leader
        return None
    others = {held: share for held, share in leads.items() if held != leader}
    confused = max(others, key=lambda held: others[held], default=None)
    return Sureness(
        low=band.low,
        high=band.high,
        people=band.people,
        right=band.right,
        held=leads[leader] / whole,
        confused_with=confused,
        confused=others[confused] / whole if confused else 0.0,
    )


def _agree(halves: tuple[HalfResult, ...]) -> bool | None:
    leaning = [set(half.leaders) for half in halves if half.leaders]
    return bool(set.intersection(*leaning)) if len(leaning) > 1 else None


def leaders_of(fit: Fit, ratio: float) -> tuple[str, ...]:
    """Return the leader, and every role whose share is more than the leader's over ``ratio``."""
    highest = max(fit.points.values())
    margin = round(math.log(ratio), DECIMALS)
    return tuple(
        role
        for place, role in enumerate(fit.ranked)
        if place == 0 or round(highest - fit.points[role], DECIMALS) < margin
    )


def _reasons(
    answered: list[Question], answers: Answers, leader: str, runner_up: str
) -> tuple[Reason, ...]:
    """Return what each question's answers did to the odds between the two, the strongest first."""
    moves = []
    for question in answered:
        added = points_of(question, answers[question.id])
        move = math.fsum(points[leader] - points[runner_up] for points in added)
        moves.append((round(move, DECIMALS), question))
    moves.sort(key=lambda each: -abs(each[0]))
    return tuple(
        Reason(
            question=question.id,
            answers=answers[question.id],
            role=leader if move > 0 else runner_up,
            for_leader=move > 0,
            factor=math.exp(abs(move)),
        )
        for move, question in moves
        if move
    )


def _smallest_change(
    questionnaire: Questionnaire, answered: list[Question], answers: Answers, fit: Fit
) -> Change | None:
    """Try every change to one answered question; the first of the smallest in order wins.

    Another role leads only when it is truly ahead of the present leader: a tie is not enough.
    """
    leader = fit.ranked[0]
    best: Change | None = None
    for question in answered:
        for after in _alternatives(question, answers[question.id]):
            changed = score(questionnaire, tuple(fit.points), {**answers, question.id: after})
            movement = round(
                math.fsum(abs(changed.points[role] - fit.points[role]) for role in fit.points),
                DECIMALS,
            )
            flips = changed.points[changed.ranked[0]] > changed.points[leader]
            if flips and (best is None or movement < best.movement):
                leaders = leaders_of(changed, questionnaire.undecided_ratio)
                best = Change(question.id, answers[question.id], after, leaders, movement)
    return best


def _alternatives(question: Question, given: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield what stands there with one answer changed, added or taken away, in a fixed order."""
    ids = tuple(answer.id for answer in question.answers)
    yield ()
    if question.pick == "one":
        yield from ((answer_id,) for answer_id in ids)
        return
    alone = {answer.id for answer in question.answers if answer.alone}
    for changed in ids:
        kept = {changed} if changed in alone else (set(given) ^ {changed}) - alone
        if kept:
            yield tuple(answer_id for answer_id in ids if answer_id in kept)


def _disputed(
    answered: list[Question], catalogue: Catalogue, answers: Answers
) -> tuple[DisputedAnswer, ...]:
    """Return the answers given that rest on claims which stand in a dispute."""
    found = (
        (question.id, answer.id, catalogue.disputes_of(answer.claims))
        for question in answered
        for answer in question.answers
        if answer.id in answers[question.id]
    )
    return tuple(
        DisputedAnswer(question, answer, tuple(dispute.id for dispute in disputes))
        for question, answer, disputes in found
        if disputes
    )
