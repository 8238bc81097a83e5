"""What holds for every questionnaire and every set of answers."""

import itertools
import json
import math
import random
from pathlib import Path
from unittest import mock

from hypothesis import given
from hypothesis import strategies as st

from mlroles.errors import SheetError
from mlroles.locations import data_directory
from mlroles.parts import QUESTIONNAIRE
from mlroles.quiz.models import (
    Answer,
    Band,
    Beside,
    Half,
    Lean,
    Measured,
    Points,
    Question,
    Questionnaire,
    Stop,
)
from mlroles.quiz.scorecard import score
from mlroles.quiz.session import Session
from mlroles.quiz.sheets import dump_sheet, parse_sheet
from mlroles.quiz.stopping import answered_in, chance_of_change
from mlroles.quiz.verdict import NONE, HalfResult, Result, judge
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from mlroles.roles.models import Role, RolesFile, SourcesFile, Statement

Given = dict[str, tuple[str, ...]]


def _points(draw: st.DrawFn, roles: tuple[str, ...]) -> Points:
    return {role: draw(st.integers(-30, 30)) / 20 for role in roles}


def _question(draw: st.DrawFn, columns: tuple[str, ...], number: int, half: str) -> Question:
    several = draw(st.booleans())
    last = draw(st.integers(1, 3))
    alone = several and draw(st.booleans())
    none = draw(st.booleans())
    return Question(
        id=f"q{number}",
        half=half,
        text="A question",
        why="A reason",
        pick="several" if several else "one",
        base=draw(st.none() | st.just(_points(draw, columns))),
        answers=tuple(
            Answer(
                id=f"a{place}",
                text="An answer",
                points=_points(draw, columns),
                claims=("claim-1",),
                alone=alone and place == last,
                none=none and place == last,
            )
            for place in range(last + 1)
        ),
    )


def _beside(draw: st.DrawFn) -> tuple[Beside, ...]:
    count = draw(st.integers(0, 3))
    other = draw(st.booleans())
    return tuple(
        Beside(id=NONE, title="none of these", none=True)
        if other and number == count - 1
        else Beside(id=f"job-{number}", title="A job")
        for number in range(count)
    )


def _stop(draw: st.DrawFn, roles: tuple[str, ...], questions: list[str]) -> Stop:
    chance = random.Random(draw(st.integers(0, 999)))  # noqa: S311 - nothing here is secret

    def moves() -> dict[str, dict[str, dict[str, tuple[float, float]]]]:
        return {
            held: {
                ahead: {
                    behind: (chance.randint(-20, 20) / 10, float(chance.randint(0, 4)))
                    for behind in roles
                    if behind != ahead
                }
                for ahead in roles
            }
            for held in roles
        }

    return Stop(
        least=draw(st.integers(1, 3)),
        risk=draw(st.sampled_from((0.0, 0.1, 0.3, 1.0))),
        moves={question: moves() for question in questions},
    )


def _measured(
    draw: st.DrawFn, roles: tuple[str, ...], beside: tuple[Beside, ...], questions: list[str]
) -> Measured:
    shares = st.integers(0, 20).map(lambda twentieths: twentieths / 20)
    return Measured(
        source="source",
        people=dict.fromkeys((*roles, *(each.id for each in beside)), 100),
        balanced_accuracy=0.6,
        auc=0.8,
        log_loss=0.9,
        ece=0.02,
        mean_asked=2,
        same_leader=1,
        stop=_stop(draw, roles, questions) if draw(st.booleans()) else None,
        bands=(Band(low=draw(shares), high=1, people=10, right=0.5),),
        confusion={role: {other: draw(shares) for other in roles} for role in roles},
        beside=beside,
        beside_ratio=draw(st.sampled_from((1.0, 1.3, 2.0))),
    )


def _half(draw: st.DrawFn, roles: tuple[str, ...], name: str, questions: list[str]) -> Half:
    leans = draw(st.integers(0, 20)) / 10
    clearly = leans + draw(st.integers(0, 20)) / 10
    lean = Lean(clearly=clearly, leans=leans, random_clearly=0, slip_clearly=0, people=1)
    is_measured = draw(st.booleans())
    measured = _measured(draw, roles, _beside(draw), questions) if is_measured else None
    return Half(
        id=name,
        title="A half",
        basis="Chance.",
        lean=None if measured else lean,
        measured=measured,
    )


@st.composite
def drawn_questionnaires(draw: st.DrawFn) -> tuple[tuple[str, ...], Questionnaire]:
    """Draw one to four roles, and a questionnaire of one to three halves, measured or not."""
    roles = tuple(f"role-{number}" for number in range(draw(st.integers(1, 4))))
    sizes = draw(st.lists(st.integers(1, 4), min_size=1, max_size=3))
    belongs = [f"half-{number}" for number, size in enumerate(sizes) for _ in range(size)]
    named = [f"q{number}" for number in range(len(belongs))]
    halves = tuple(
        _half(
            draw, roles, name, [q for q, half in zip(named, belongs, strict=True) if half == name]
        )
        for name in dict.fromkeys(belongs)
    )
    columns = {half.id: (*roles, *(each.id for each in half.beside)) for half in halves}
    questionnaire = Questionnaire(
        schema_version=2,
        id="drawn",
        title="Drawn",
        roles=roles,
        undecided_ratio=draw(st.sampled_from((1.0, 1.5, 2.0))),
        halves=halves,
        questions=tuple(
            _question(draw, columns[half], number, half) for number, half in enumerate(belongs)
        ),
    )
    return roles, questionnaire


def _shipped() -> tuple[tuple[str, ...], Questionnaire]:
    catalogue = load_catalogue(data_directory())
    questionnaire = QUESTIONNAIRE.load(catalogue)
    return questionnaire.roles, questionnaire


def questionnaires() -> st.SearchStrategy[tuple[tuple[str, ...], Questionnaire]]:
    """Draw a questionnaire, or take the shipped one, after its roles."""
    return st.just(_shipped()) | drawn_questionnaires()


def answers_to(question: Question) -> st.SearchStrategy[tuple[str, ...]]:
    """Draw an answer, or several where these may be given together, in any order."""
    one = st.sampled_from([(answer.id,) for answer in question.answers])
    if question.pick == "one":
        return one
    together = st.sampled_from([answer.id for answer in question.answers if not answer.alone])
    return one | st.lists(together, min_size=1, unique=True).map(tuple)


@st.composite
def sets_of_answers(draw: st.DrawFn) -> tuple[tuple[str, ...], Questionnaire, Given]:
    """Draw roles, a questionnaire, and answers to some of its questions, in any order."""
    roles, questionnaire = draw(questionnaires())
    asked = draw(st.lists(st.sampled_from(questionnaire.questions), unique_by=lambda q: q.id))
    return roles, questionnaire, {question.id: draw(answers_to(question)) for question in asked}


def catalogue_of(roles: tuple[str, ...]) -> Catalogue:
    """Return a catalogue that holds these roles and little else."""

    def role(name: str) -> Role:
        summary = Statement(id=f"{name}-summary", text=name, claims=("claim-1",))
        return Role(id=name, title=name, short_title=name, letter="R", summary=summary)

    return Catalogue(
        Path("drawn"),
        SourcesFile(schema_version=1, sources=(), claims=()),
        RolesFile(
            schema_version=1,
            title="Drawn",
            skill_scale=("no", "yes"),
            roles=tuple(role(name) for name in roles),
        ),
    )


def own(questionnaire: Questionnaire, half: HalfResult) -> Questionnaire:
    """Return the questionnaire with the half alone that a result is about."""
    return questionnaire.only((half.half,))


@given(sets_of_answers())
def test_shares_sum_to_one(drawn: tuple[tuple[str, ...], Questionnaire, Given]) -> None:
    """Shares are told of measured halves with an answer, are between 0 and 1, and sum to 1."""
    roles, questionnaire, answers = drawn
    result = judge(questionnaire, catalogue_of(roles), answers)

    for half, shape in zip(result.halves, questionnaire.halves, strict=True):
        told = bool(shape.measured and half.answered)
        assert (half.shares is not None, half.wide is not None) == (
            told,
            told and bool(shape.beside),
        )
        assert (half.lean is not None) is (shape.measured is None and bool(half.answered))
        for shares in filter(None, (half.shares, half.wide)):
            assert math.isclose(math.fsum(shares.values()), 1, rel_tol=1e-12)
            assert all(0 <= share <= 1 for share in shares.values())
        if half.shares:
            assert half.shares == score(own(questionnaire, half), roles, answers).shares


@given(sets_of_answers())
def test_each_half_is_what_it_is_alone(
    drawn: tuple[tuple[str, ...], Questionnaire, Given],
) -> None:
    """What a half says does not depend on the others; their answers are counted together."""
    roles, questionnaire, answers = drawn
    result = judge(questionnaire, catalogue_of(roles), answers)

    assert result.answered == sum(half.answered for half in result.halves) == len(answers)
    assert result.total == sum(half.total for half in result.halves)
    for half in result.halves:
        alone = judge(own(questionnaire, half), catalogue_of(roles), answers)
        assert alone.halves == (half,)
        assert (alone.leaders, alone.beside, alone.none) == (half.leaders, half.beside, half.none)


@given(sets_of_answers())
def test_something_is_named_where_something_is_answered(
    drawn: tuple[tuple[str, ...], Questionnaire, Given],
) -> None:
    """Roles, or one job beside them, or none of these: one of the three, and never two."""
    roles, questionnaire, answers = drawn
    result = judge(questionnaire, catalogue_of(roles), answers)

    everything: tuple[Result | HalfResult, ...] = (result, *result.halves)
    for told in everything:
        said = [bool(told.leaders), told.beside is not None, told.none]
        assert sum(said) == bool(told.answered)
    assert set(result.leaders) <= {role for half in result.halves for role in half.leaders}


@given(sets_of_answers())
def test_none_of_these_to_everything_names_nobody(
    drawn: tuple[tuple[str, ...], Questionnaire, Given],
) -> None:
    """Where every answer says that none fits no role is named, whatever the points."""
    roles, questionnaire, _ = drawn
    none = {
        question.id: (answer.id,)
        for question in questionnaire.questions
        for answer in question.answers
        if answer.none
    }
    result = judge(questionnaire, catalogue_of(roles), none)

    assert (result.leaders, result.beside, result.none) == ((), None, bool(none))


@given(sets_of_answers())
def test_the_order_of_answers_does_not_matter(
    drawn: tuple[tuple[str, ...], Questionnaire, Given],
) -> None:
    """Turning the questions and the answers round gives the very same result."""
    roles, questionnaire, answers = drawn
    turned = {question: ids[::-1] for question, ids in reversed(answers.items())}
    before = judge(questionnaire, catalogue_of(roles), answers)
    after = judge(questionnaire, catalogue_of(roles), turned)

    assert before == after
    assert dump_sheet(questionnaire, answers) == dump_sheet(questionnaire, turned)


@given(sets_of_answers())
def test_an_unanswered_question_changes_nothing(
    drawn: tuple[tuple[str, ...], Questionnaire, Given],
) -> None:
    """The fit is the same when the questions without an answer are not in the questionnaire."""
    roles, questionnaire, answers = drawn
    asked = tuple(question for question in questionnaire.questions if question.id in answers)
    shorter = questionnaire.model_copy(update={"questions": asked})

    assert score(shorter, roles, answers) == score(questionnaire, roles, answers)


@given(sets_of_answers(), st.data())
def test_an_answer_moves_the_odds_by_its_points(
    drawn: tuple[tuple[str, ...], Questionnaire, Given], data: st.DataObject
) -> None:
    """The log-odds between two roles move by the answer's points, and the first by the base too."""
    roles, questionnaire, answers = drawn
    question = data.draw(st.sampled_from(questionnaire.questions))
    *others, added = data.draw(answers_to(question))
    rest = {name: ids for name, ids in answers.items() if name != question.id}
    if others:
        rest[question.id] = tuple(others)
    before = score(questionnaire, roles, rest).shares
    after = score(questionnaire, roles, {**rest, question.id: (*others, added)}).shares

    points = question.answer(added).points
    base = {} if others else question.base or {}
    for one, other in itertools.permutations(roles, 2):
        moved = math.log(after[one] / after[other]) - math.log(before[one] / before[other])
        expected = points[one] + base.get(one, 0) - points[other] - base.get(other, 0)
        assert math.isclose(moved, expected, abs_tol=1e-7)


def walks(data: st.DataObject, start: Session) -> list[Session]:
    """Draw a walk from ``start`` to its end: each session after the one that it came from."""
    walk = [start]
    while (question := walk[-1].question) is not None:
        ids = data.draw(st.just(()) | answers_to(question))
        walk.append(walk[-1].answer(ids) if ids else walk[-1].skip())
    return walk


@given(questionnaires(), st.booleans(), st.data())
def test_back_leads_the_same_way_and_loses_nothing(
    drawn: tuple[tuple[str, ...], Questionnaire], answer_all: bool, data: st.DataObject
) -> None:
    """From anywhere, going back leads past the questions that came, with every answer standing."""
    walk = walks(data, Session(drawn[1], answer_all=answer_all))

    session = end = walk.pop()
    while walk:
        assert session.skip_half().back() == session if session.question else True
        session = session.back()
        assert (session.position, session.answers) == (walk.pop().position, end.answers)


@given(questionnaires(), st.data())
def test_a_half_stops_only_by_its_rule(
    drawn: tuple[tuple[str, ...], Questionnaire], data: st.DataObject
) -> None:
    """What is passed over belongs to a half with answers enough, and hardly another leader."""
    _, questionnaire = drawn
    halves = {half.id: half for half in questionnaire.halves}
    for before, after in itertools.pairwise(walks(data, Session(questionnaire))):
        passed = questionnaire.questions[before.position + 1 : after.position]
        for question in passed:
            half = halves[question.half]
            assert half.measured is not None
            assert half.measured.stop is not None
            assert answered_in(questionnaire, half, after.answers) >= half.measured.stop.least
            left = [each.id for each in passed if each.half == half.id]
            chance = chance_of_change(questionnaire, half, after.answers, left)
            assert chance is not None
            assert chance <= half.measured.stop.risk


@given(sets_of_answers())
def test_a_chance_is_a_chance(drawn: tuple[tuple[str, ...], Questionnaire, Given]) -> None:
    """The chance of another leader is between 0 and 1, known where the half has a rule."""
    roles, questionnaire, answers = drawn
    result = judge(questionnaire, catalogue_of(roles), answers)

    for half, shape in zip(result.halves, questionnaire.halves, strict=True):
        rule = shape.measured.stop if shape.measured else None
        assert (half.chance_of_change is not None) is (rule is not None and bool(half.answered))
        assert 0 <= (half.chance_of_change or 0) <= 1
        assert half.left <= half.total - half.answered


@given(questionnaires(), st.data())
def test_all_questions_come_where_all_are_wanted(
    drawn: tuple[tuple[str, ...], Questionnaire], data: st.DataObject
) -> None:
    """With ``answer_all`` each question comes once, in order, and the total is their number."""
    walk = walks(data, Session(drawn[1], answer_all=True))

    assert [session.position for session in walk] == list(range(len(drawn[1].questions) + 1))
    assert {session.total for session in walk} == {len(drawn[1].questions)}


@given(questionnaires(), st.data())
def test_the_total_is_within_reach(
    drawn: tuple[tuple[str, ...], Questionnaire], data: st.DataObject
) -> None:
    """The total told is never below the question's own number, nor above what there is."""
    for session in walks(data, Session(drawn[1])):
        if session.question is not None:
            assert session.number <= session.total <= len(drawn[1].questions)


@given(sets_of_answers(), st.data())
def test_a_resumed_session_loses_no_answer(
    drawn: tuple[tuple[str, ...], Questionnaire, Given], data: st.DataObject
) -> None:
    """Saved answers stand after resuming, and after going back as far as one likes."""
    _, questionnaire, answers = drawn
    session = Session.resume(questionnaire, answers)
    for _ in range(data.draw(st.integers(0, 6))):
        session = session.back()

    assert session.answers == answers


def one_change_away(
    questionnaire: Questionnaire, answers: Given
) -> list[tuple[str, tuple[str, ...]]]:
    """Return every answer to one answered question that differs by one answer, or none.

    Where several may be given, an answer that stands alone gives way to others and they to it.
    """
    found: list[tuple[str, tuple[str, ...]]] = []
    for name, given_ids in answers.items():
        question = questionnaire.question(name)
        ids = [answer.id for answer in question.answers]
        alone = {answer.id for answer in question.answers if answer.alone}
        kept = set(given_ids) - alone
        singles = ids if question.pick == "one" else alone
        subsets = [set(), *({each} for each in singles)]
        if question.pick == "several":
            subsets += [kept ^ {each} for each in ids if each not in alone]
        found += [(name, tuple(subset)) for subset in subsets]
    return found


def named(half: HalfResult) -> str:
    """Return what a half names first; nothing without an answer."""
    first = half.leaders[0] if half.leaders else half.beside or NONE
    return first if half.answered else ""


@given(sets_of_answers())
def test_the_change_shown_changes_what_is_named_and_none_is_smaller(
    drawn: tuple[tuple[str, ...], Questionnaire, Given],
) -> None:
    """The change told makes a half name another; every smaller one, or any where none is, fails."""
    roles, questionnaire, answers = drawn
    catalogue = catalogue_of(roles)
    for half in judge(questionnaire, catalogue, answers).halves:
        asked = own(questionnaire, half)
        given_here = {q.id: answers[q.id] for q in asked.questions if q.id in answers}
        movements = []
        for name, after in one_change_away(asked, given_here):
            changed = {key: ids for key, ids in given_here.items() if key != name}
            with mock.patch("mlroles.quiz.verdict._smallest_change"):  # of a changed one: not asked
                (then,) = judge(asked, catalogue, changed | ({name: after} if after else {})).halves
            tie = half.leaders and then.leaders
            ahead = not tie or then.points[then.leaders[0]] > then.points[half.leaders[0]]
            if named(then) not in ("", named(half)) and ahead:
                movements.append(
                    math.fsum(abs(then.points[c] - half.points[c]) for c in half.points)
                )
        if half.change is None:
            assert movements == []
            continue
        change = half.change
        flipped = {**given_here, change.question: change.after}
        (then,) = judge(asked, catalogue, {q: ids for q, ids in flipped.items() if ids}).halves
        assert change.named == (then.leaders or (named(then),))
        assert change.named[0] != named(half)
        assert set(answers[change.question]) == set(change.before)
        assert not change.after or questionnaire.question(change.question).allows(change.after)
        assert math.isclose(change.movement, min(movements), abs_tol=1e-9)


@given(sets_of_answers())
def test_reasons_make_up_the_lead(
    drawn: tuple[tuple[str, ...], Questionnaire, Given],
) -> None:
    """The factors for what leads, over those against it, are the odds against the runner-up."""
    roles, questionnaire, answers = drawn
    result = judge(questionnaire, catalogue_of(roles), answers)
    for half, shape in zip(result.halves, questionnaire.halves, strict=True):
        logs = [math.log(each.factor) * (1 if each.for_leader else -1) for each in half.reasons]
        assert all(each.factor > 1 for each in half.reasons)
        if half.runner_up is None:
            assert logs == []
            continue
        other = max((each.id for each in shape.beside), key=lambda c: half.points[c], default="")
        first = half.leaders[0] if half.leaders else other
        lead = half.points[first] - half.points[half.runner_up]
        assert math.isclose(math.fsum(logs), lead, abs_tol=1e-7)


@given(sets_of_answers())
def test_a_sheet_comes_back_byte_for_byte(
    drawn: tuple[tuple[str, ...], Questionnaire, Given],
) -> None:
    """A sheet that is written, read and written again is the same; no answer is lost."""
    _, questionnaire, answers = drawn
    data = dump_sheet(questionnaire, answers)
    read = parse_sheet(data, questionnaire, "sheet.json")

    assert {name: set(ids) for name, ids in read.items()} == {
        name: set(ids) for name, ids in answers.items()
    }
    assert dump_sheet(questionnaire, read) == data


def reads_or_tells(data: bytes, questionnaire: Questionnaire) -> None:
    """Read ``data``; what is accepted can be written, and what is not is told as a SheetError."""
    refused = None
    answers: Given = {}
    try:
        answers = parse_sheet(data, questionnaire, "sheet.json")
    except SheetError as error:
        refused = error
    if refused is not None:
        assert refused.problems
        assert refused.message.isprintable()
    else:
        again = parse_sheet(dump_sheet(questionnaire, answers), questionnaire, "again.json")
        assert again == answers


@given(questionnaires(), st.binary())
def test_any_bytes_are_a_sheet_or_a_sheet_error(
    drawn: tuple[tuple[str, ...], Questionnaire], data: bytes
) -> None:
    """Arbitrary bytes raise SheetError and nothing else."""
    reads_or_tells(data, drawn[1])


@given(sets_of_answers(), st.data())
def test_a_damaged_sheet_is_a_sheet_or_a_sheet_error(
    drawn: tuple[tuple[str, ...], Questionnaire, Given], data: st.DataObject
) -> None:
    """A sheet with a piece cut out and other bytes put in raises SheetError or nothing."""
    whole = dump_sheet(drawn[1], drawn[2])
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))

    reads_or_tells(whole[:start] + data.draw(st.binary(max_size=8)) + whole[end:], drawn[1])


TEXT = st.text(st.sampled_from("aq01 \ud800\x1b\u202e"), max_size=3)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=5,
)


@given(
    questionnaires(),
    st.fixed_dictionaries(
        {},
        optional={
            "schema": st.just("mlroles/answers") | JSON,
            "version": st.just(1) | JSON,
            "questionnaire": st.just("drawn") | JSON,
            "answers": st.dictionaries(st.sampled_from(("q0", "q1", "q2")), JSON) | JSON,
            "more": JSON,
        },
    ),
)
def test_any_json_is_a_sheet_or_a_sheet_error(
    drawn: tuple[tuple[str, ...], Questionnaire], document: object
) -> None:
    """JSON that is nearly a sheet raises SheetError and nothing else."""
    reads_or_tells(json.dumps(document).encode(), drawn[1])
