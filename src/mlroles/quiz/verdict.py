"""What a set of answers comes to: who leads each half, why, and what would change it.

The halves are never added up. A half that is measured speaks in shares, one that is not in words.
Either may say that none of the roles fits; a measured one may name a job beside them.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from mlroles.quiz.models import Beside, Half, Lean, Measured, Question, Questionnaire
from mlroles.quiz.scorecard import DECIMALS, Answers, Fit, points_of, score
from mlroles.quiz.stopping import chance_of_change, left_in, stops
from mlroles.roles.catalogue import Catalogue

NONE = "none-of-these"
"""Stands where a role would, and none fits."""

NONE_RULE = (
    "None of these fits where every answer says so, or at least two answers do and they are most "
    "of those that could."
)
"""When a half names no role for the answers alone, in words."""

ENOUGH = 2
"""So many answers that none fits are enough, where they are the most of those that could be so."""

Word = Literal["clearly", "leans", "mixed", "none"]
"""How far a half that nothing measures leans: to one role clearly, to one, to several, to none."""


@dataclass(frozen=True)
class Reason:
    """How the answers to one question moved the odds between a half's leader and its runner-up."""

    question: str
    """The id of the question."""
    answers: tuple[str, ...]
    """The ids of the answers given to it."""
    role: str
    """The id of the one of the two that the answers speak for: a role, or a job beside them."""
    for_leader: bool
    """Whether that is the leader."""
    factor: float
    """How many times they multiply the odds of that role against the other: e to the power of
    the difference between the points that they give the two.
    """


@dataclass(frozen=True)
class Change:
    """The smallest change to one answered question after which a half names something else."""

    question: str
    """The id of the question."""
    before: tuple[str, ...]
    """The ids of the answers given to it."""
    after: tuple[str, ...]
    """The ids of the answers that change what is named; empty for leaving it unanswered."""
    named: tuple[str, ...]
    """The ids of what is named then, the leader first: roles, one job beside them, or
    `none-of-these`.
    """
    movement: float
    """How far the points move, summed over the roles and the jobs beside them."""


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
class ToldSo:
    """How often people of the survey are told the job beside the roles that a half names."""

    people: int
    """How many of them held a title of that job."""
    held: float
    """The part of these who are told so."""
    roles: float
    """The part of the people with the title of a role who are told so."""


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
    """The sum of points by the id of a role, or of a job beside them, in natural-log units."""
    shares: dict[str, float] | None
    """The share of each role by its id, among the roles alone; they sum to 1. None where nothing
    measures the half, or nothing in it is answered.
    """
    wide: dict[str, float] | None
    """The share of each role, and of each job beside them, by its id; they sum to 1. None as for
    `shares`, and where there is no job beside the roles.
    """
    lean: Word | None
    """How far it leans, in a word; None where it is measured, or nothing in it is answered."""
    leaders: tuple[str, ...]
    """The ids of the leader and of every role so close to it that neither is named alone; empty
    where nothing is answered, and where it names none of the roles.
    """
    beside: str | None
    """The id of the job beside the roles that it names in their place; None for none."""
    none: bool
    """Whether it says that none of these fits: by most of its answers, or by its shares."""
    runner_up: str | None
    """The role with the next points after the first leader, or the best role where none is named;
    None where there is none.
    """
    reasons: tuple[Reason, ...]
    """Every answer that moved the odds between leader and runner-up, the strongest first."""
    change: Change | None
    """The smallest change to one answer that makes it name something else; None where none does.
    """
    left: int
    """How many of its questions come after the last one answered."""
    chance_of_change: float | None
    """The chance that these would put another role ahead; None where that is not known."""
    stopped_early: bool
    """Whether that chance is so small that the quiz leaves these questions out."""
    basis: str
    """What its points rest on."""
    rule: str
    """The rule by which it names a role, for people."""
    sureness: Sureness | None
    """How often people with such a share are right; None where nothing measures the half, where
    it leads to no role, or where nobody measured gave answers like these.
    """
    told: ToldSo | None
    """How often people are told this job; None where it names none, or that was not counted."""


@dataclass(frozen=True)
class Result:
    """The verdict on one set of answers; roles, questions and answers are named by id."""

    questionnaire: str
    """The id of the questionnaire."""
    answered: int
    """How many questions are answered."""
    total: int
    """How many questions there are."""
    leaders: tuple[str, ...]
    """The roles that are named: those common to all halves with an answer, in the order of the
    measured one; where no role is common, those of each half, the measured one first. Empty while
    nothing is answered, and where no half names a role.
    """
    undecided: bool
    """Whether there is more than one leader."""
    beside: str | None
    """The job beside the roles that is named because no half names a role; None for none."""
    none: bool
    """Whether no half names a role, nor any job beside them, though something is answered."""
    agree: bool | None
    """Whether the halves name a common role, or all name none; None where fewer than two have an
    answer.
    """
    halves: tuple[HalfResult, ...]
    """What each half says by itself."""
    disputed: tuple[DisputedAnswer, ...]
    """The answers given that rest on claims which the sources contradict."""
    without_points: tuple[str, ...]
    """The roles of the catalogue that the questionnaire has no points for."""


def naming_rule(questionnaire: Questionnaire, half: Half) -> str:
    """Return, in words, when a half names one role alone, and when it names none."""
    if half.lean is None:
        rule = (
            "One role is named alone when its share is at least "
            f"{questionnaire.undecided_ratio:g} times that of every other role. Otherwise the "
            "roles that come closer than that are named with it, and the answer is undecided "
            "between them."
        )
        if half.beside:
            ratio = half.measured.beside_ratio if half.measured else 1
            rule += (
                " A job beside the roles, or none of these, is named in their place when its share "
                f"of all is at least {ratio:g} times that of the best role."
            )
        return f"{rule} {NONE_RULE}"
    lean = half.lean
    return (
        f"It leans clearly to a role that is at least {lean.clearly:g} points ahead of the next, "
        f"and leans to one that is at least {lean.leans:g} ahead; below that it is mixed. Of "
        f"{lean.people:,} simulated people who answer at random "
        f"{100 * lean.random_clearly:.0f} in 100 are told “clearly”, and "
        f"{100 * lean.slip_clearly:.0f} in 100 of those who answer for one role with a slip in "
        f"one of four answers are told “clearly” that role. {NONE_RULE}"
    )


def judge(questionnaire: Questionnaire, catalogue: Catalogue, answers: Answers) -> Result:
    """Return the verdict on ``answers``, which must fit the questionnaire; deterministic."""
    answers = {
        question.id: tuple(each.id for each in question.answers if each.id in answers[question.id])
        for question in questionnaire.questions
        if question.id in answers
    }
    answered = [question for question in questionnaire.questions if answers.get(question.id)]
    halves = tuple(_half_result(questionnaire, half, answers) for half in questionnaire.halves)
    measured = [half.id for half in questionnaire.halves if half.measured]
    told = sorted((each for each in halves if each.answered), key=lambda h: h.half not in measured)
    leaders, agree = together([each.leaders for each in told])
    beside = next((each.beside for each in told if each.beside), None) if not leaders else None
    return Result(
        questionnaire=questionnaire.id,
        answered=len(answered),
        total=len(questionnaire.questions),
        leaders=leaders,
        undecided=len(leaders) > 1,
        beside=beside,
        none=bool(answered) and not leaders and not beside,
        agree=agree,
        halves=halves,
        disputed=_disputed(answered, catalogue, answers),
        without_points=without_points(questionnaire, catalogue),
    )


def without_points(questionnaire: Questionnaire, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the ids of the roles of the catalogue that no answer can speak for."""
    known = {each for half in questionnaire.halves for each in questionnaire.columns(half)}
    return tuple(role.id for role in catalogue.roles if role.id not in known)


def together(named: Sequence[tuple[str, ...]]) -> tuple[tuple[str, ...], bool | None]:
    """Return the roles that halves name together, and whether they agree.

    ``named`` holds the leaders of each half with an answer, the measured one first.
    """
    if len(named) < 2:  # noqa: PLR2004
        return (named[0] if named else ()), None
    common = tuple(role for role in named[0] if all(role in each for each in named[1:]))
    if common or not any(named):
        return common, True
    return tuple(dict.fromkeys(role for each in named for role in each)), False


@dataclass(frozen=True)
class _Told:
    """What a half says: its fit over all columns, over the roles, and what it names."""

    wide: Fit
    fit: Fit
    first: str = ""
    """What it names first: a role, a job beside the roles, or NONE; empty without an answer."""
    leaders: tuple[str, ...] = ()
    """The roles that it names."""
    column: str | None = None
    """The column beside the roles that is ahead of them."""

    @property
    def named(self) -> tuple[str, ...]:
        return self.leaders or (self.first,)

    @property
    def pair(self) -> tuple[str, str] | None:
        """What is ahead and the role behind it, whose odds the reasons are about."""
        first, second = (*self.fit.ranked, "")[:2]
        if self.column:
            return self.column, first
        return (first, second) if self.leaders and second else None


def _tell(questionnaire: Questionnaire, half: Half, answers: Answers) -> _Told:
    """Say what a half, the only one of ``questionnaire``, makes of the answers."""
    wide = score(questionnaire, questionnaire.columns(half), answers)
    fit = score(questionnaire, questionnaire.roles, answers)
    answered = [question for question in questionnaire.questions if answers.get(question.id)]
    if not answered:
        return _Told(wide, fit)
    none = sum(question.none.issuperset(answers[question.id]) for question in answered)
    if none_fits(len(answered), sum(bool(question.none) for question in answered), none):
        return _Told(wide, fit, NONE)
    beside = _beside(half, wide, fit)
    if beside:
        return _Told(wide, fit, NONE if beside.none else beside.id, column=beside.id)
    return _Told(wide, fit, fit.ranked[0], leaders_of(fit, questionnaire.margin(half)))


def none_fits(answered: int, could: int, none: int) -> bool:
    """Say whether so many of a half's answers say that none fits that no role is named.

    Of ``answered`` questions ``could`` be answered so, and ``none`` are.
    """
    return none == answered or (none >= ENOUGH and 2 * none > could)


def _beside(half: Half, wide: Fit, fit: Fit) -> Beside | None:
    """Return the column beside the roles that is so far ahead of them that it is named."""
    if half.measured is None or not half.measured.beside:
        return None
    first = max(half.measured.beside, key=lambda each: wide.points[each.id])
    lead = wide.points[first.id] - fit.points[fit.ranked[0]]
    far = math.log(half.measured.beside_ratio)
    return first if round(lead, DECIMALS) >= round(far, DECIMALS) else None


def _half_result(questionnaire: Questionnaire, half: Half, answers: Answers) -> HalfResult:
    own = questionnaire.only((half.id,))
    answered = [question for question in own.questions if answers.get(question.id)]
    told = _tell(own, half, answers)
    measured = half.measured if answered else None
    left = left_in(own, half, answers)
    return HalfResult(
        half=half.id,
        title=half.title,
        answered=len(answered),
        total=len(own.questions),
        points=told.wide.points,
        shares=told.fit.shares if measured else None,
        wide=told.wide.shares if measured and half.beside else None,
        lean=_word(half, told),
        leaders=told.leaders,
        beside=told.column if told.first != NONE else None,
        none=told.first == NONE,
        runner_up=told.pair[1] if told.pair else None,
        reasons=_reasons(answered, answers, *told.pair) if told.pair else (),
        change=_smallest_change(own, half, answered, answers),
        left=len(left),
        chance_of_change=chance_of_change(own, half, answers, left) if answered else None,
        stopped_early=bool(left) and stops(own, half, answers, left),
        basis=half.basis,
        rule=naming_rule(questionnaire, half),
        sureness=_sureness(measured, told.fit) if measured and told.leaders else None,
        told=told_so(own, measured, told.column) if measured and told.column else None,
    )


def _word(half: Half, told: _Told) -> Word | None:
    if half.lean is None or not told.first:
        return None
    if not told.leaders:
        return "none"
    return lean_word(half.lean, [told.fit.points[role] for role in told.fit.ranked])


def lean_word(lean: Lean, points: Sequence[float]) -> Word:
    """Return how far a half leans; ``points`` are those of the roles, the highest first."""
    first, second, *_ = (*points, points[0])
    lead = round(first - second, DECIMALS)
    if lead < round(lean.leans, DECIMALS):
        return "mixed"
    return "leans" if lead < round(lean.clearly, DECIMALS) else "clearly"


def told_so(questionnaire: Questionnaire, measured: Measured, column: str) -> ToldSo | None:
    """Look up how often people of the survey are told ``column``."""
    own = [each for each in measured.told if each.role == column]
    roles = [each for each in measured.told if each.role in questionnaire.roles]
    people, others = (sum(each.people for each in rows) for rows in (own, roles))
    if not people or not others:
        return None
    held, told = (
        math.fsum(each.people * each.told.get(column, 0.0) for each in rows)
        for rows in (own, roles)
    )
    return ToldSo(people, held / people, told / others)


@dataclass(frozen=True)
class Held:
    """Whose title people held for whom a role led."""

    held: float
    """The part of them who held the title of the role, every role counting alike."""
    confused_with: str | None
    """The id of the role whose title was held most often besides; None for no role."""
    confused: float
    """The part of them who held that other title."""


def held_where_leading(measured: Measured, leader: str) -> Held | None:
    """Return whose title people held for whom ``leader`` led; None where it led for nobody."""
    leads = {held: row[leader] for held, row in measured.confusion.items()}
    whole = math.fsum(leads.values())
    if not whole:
        return None
    others = {held: share for held, share in leads.items() if held != leader}
    confused = max(others, key=lambda held: others[held], default=None)
    return Held(leads[leader] / whole, confused, others[confused] / whole if confused else 0.0)


def _sureness(measured: Measured, fit: Fit) -> Sureness | None:
    """Look up what happened to people whose shares were like these."""
    leader = fit.ranked[0]
    top = fit.shares[leader]
    band = next((band for band in reversed(measured.bands) if band.low <= top), None)
    held = held_where_leading(measured, leader)
    if band is None or held is None:  # nobody measured had such a share, or such a leader
        return None
    return Sureness(
        low=band.low,
        high=band.high,
        people=band.people,
        right=band.right,
        held=held.held,
        confused_with=held.confused_with,
        confused=held.confused,
    )


def leaders_of(fit: Fit, margin: float) -> tuple[str, ...]:
    """Return the leader, and every role that is less than ``margin`` points behind it."""
    highest = max(fit.points.values())
    margin = round(margin, DECIMALS)
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
    questionnaire: Questionnaire, half: Half, answered: list[Question], answers: Answers
) -> Change | None:
    """Try every change to one answered question; the first of the smallest in order wins.

    Another role leads only when it is truly ahead of the present leader: a tie is not enough. A
    half without any answer names nothing, and so nothing else either.
    """
    now = _tell(questionnaire, half, answers)
    best: Change | None = None
    for question in answered:
        for after in _alternatives(question, answers[question.id]):
            then = _tell(questionnaire, half, {**answers, question.id: after})
            movement = round(
                math.fsum(abs(then.wide.points[c] - now.wide.points[c]) for c in now.wide.points),
                DECIMALS,
            )
            if _differs(now, then) and (best is None or movement < best.movement):
                best = Change(question.id, answers[question.id], after, then.named, movement)
    return best


def _differs(now: _Told, then: _Told) -> bool:
    if then.first in ("", now.first):
        return False
    points = then.fit.points
    return not (now.leaders and then.leaders) or points[then.first] > points[now.first]


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
