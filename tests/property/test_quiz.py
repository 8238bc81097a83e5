"""What holds for every questionnaire and every set of answers."""

import itertools
import json
import math
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from mlroles.errors import SheetError
from mlroles.quiz.models import Answer, Question, Questionnaire
from mlroles.quiz.scorecard import score
from mlroles.quiz.session import Session
from mlroles.quiz.sheets import dump_sheet, parse_sheet
from mlroles.quiz.verdict import judge
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.models import Role, RolesFile, SourcesFile, Statement

Given = dict[str, tuple[str, ...]]


@st.composite
def questionnaires(draw: st.DrawFn) -> tuple[tuple[str, ...], Questionnaire]:
    """Draw one to four roles, and a questionnaire that gives them points."""
    roles = tuple(f"role-{number}" for number in range(draw(st.integers(1, 4))))
    points = st.integers(-30, 30).map(lambda twentieths: twentieths / 20)

    def answer(number: int) -> Answer:
        drawn = {role: draw(points) for role in roles}
        return Answer(id=f"a{number}", text="An answer", points=drawn, claims=("claim-1",))

    questions = tuple(
        Question(
            id=f"q{number}",
            text="A question",
            why="A reason",
            pick=draw(st.sampled_from(("one", "several"))),
            answers=tuple(answer(place) for place in range(draw(st.integers(2, 4)))),
        )
        for number in range(draw(st.integers(1, 5)))
    )
    questionnaire = Questionnaire(
        schema_version=1,
        id="drawn",
        title="Drawn",
        basis="Chance.",
        undecided_ratio=draw(st.sampled_from((1.0, 1.5, 2.0))),
        questions=questions,
    )
    return roles, questionnaire


def answers_to(question: Question) -> st.SearchStrategy[tuple[str, ...]]:
    """Draw an answer, or several where that is allowed, in any order."""
    most = 1 if question.pick == "one" else len(question.answers)
    ids = st.sampled_from([answer.id for answer in question.answers])
    return st.lists(ids, min_size=1, max_size=most, unique=True).map(tuple)


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


@given(sets_of_answers())
def test_shares_sum_to_one(drawn: tuple[tuple[str, ...], Questionnaire, Given]) -> None:
    """The shares are between zero and one, and sum to one."""
    shares = score(drawn[1], drawn[0], drawn[2]).shares

    assert math.isclose(math.fsum(shares.values()), 1, rel_tol=1e-12)
    assert all(0 <= share <= 1 for share in shares.values())


@given(sets_of_answers())
def test_the_order_of_answers_does_not_matter(
    drawn: tuple[tuple[str, ...], Questionnaire, Given],
) -> None:
    """Turning the questions and the answers round gives the very same result."""
    roles, questionnaire, answers = drawn
    turned = {question: ids[::-1] for question, ids in reversed(answers.items())}
    before = judge(questionnaire, catalogue_of(roles), answers)
    after = judge(questionnaire, catalogue_of(roles), turned)

    assert (before.points, before.shares, before.leaders) == (
        after.points,
        after.shares,
        after.leaders,
    )
    assert before.reasons == after.reasons
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
    """The log of the odds between any two roles moves by the difference of the answer's points."""
    roles, questionnaire, answers = drawn
    question = data.draw(st.sampled_from(questionnaire.questions))
    answer = data.draw(st.sampled_from(question.answers))
    rest = {name: ids for name, ids in answers.items() if name != question.id}
    before = score(questionnaire, roles, rest).shares
    after = score(questionnaire, roles, {**rest, question.id: (answer.id,)}).shares

    for one, other in itertools.permutations(roles, 2):
        moved = math.log(after[one] / after[other]) - math.log(before[one] / before[other])
        expected = answer.points[one] - answer.points[other]
        assert math.isclose(moved, expected, abs_tol=1e-7)


@given(questionnaires(), st.data())
def test_back_is_the_inverse_of_answer_and_skip(
    drawn: tuple[tuple[str, ...], Questionnaire], data: st.DataObject
) -> None:
    """From anywhere in a walk, going back restores each session that came before."""
    walk = [Session(drawn[1])]
    while (question := walk[-1].question) is not None:
        ids = data.draw(st.just(()) | answers_to(question))
        walk.append(walk[-1].answer(ids) if ids else walk[-1].skip())

    session = walk.pop()
    while walk:
        session = session.back()
        assert session == walk.pop()


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
    """Return every answer to one answered question that differs by one answer, or none."""
    found = []
    for name, given_ids in answers.items():
        question = questionnaire.question(name)
        ids = [answer.id for answer in question.answers]
        if question.pick == "one":
            found += [(name, ()), *((name, (other,)) for other in ids if other not in given_ids)]
        else:
            found += [
                (name, subset)
                for size in range(len(ids) + 1)
                for subset in itertools.combinations(ids, size)
                if len(set(subset) ^ set(given_ids)) == 1
            ]
    return found


@given(sets_of_answers())
def test_the_change_shown_flips_the_leader_and_none_is_smaller(
    drawn: tuple[tuple[str, ...], Questionnaire, Given],
) -> None:
    """The change told puts another role first; every smaller one, or any if none is told, fails."""
    roles, questionnaire, answers = drawn
    catalogue = catalogue_of(roles)
    result = judge(questionnaire, catalogue, answers)
    movements = []
    for name, after in one_change_away(questionnaire, answers):
        points = score(questionnaire, roles, {**answers, name: after}).points
        if max(points.values()) > points[result.leaders[0]]:
            movements.append(math.fsum(abs(points[r] - result.points[r]) for r in roles))

    if result.change is None:
        assert movements == []
    else:
        change = result.change
        flipped = judge(questionnaire, catalogue, {**answers, change.question: change.after})
        assert flipped.leaders == change.leaders
        assert flipped.leaders[0] != result.leaders[0]
        assert answers[change.question] == change.before
        assert math.isclose(change.movement, min(movements), abs_tol=1e-9)


@given(sets_of_answers())
def test_reasons_make_up_the_lead(
    drawn: tuple[tuple[str, ...], Questionnaire, Given],
) -> None:
    """The factors for the leader, over those against it, are the odds against the runner-up."""
    roles, questionnaire, answers = drawn
    result = judge(questionnaire, catalogue_of(roles), answers)
    logs = [math.log(each.factor) * (1 if each.for_leader else -1) for each in result.reasons]

    assert all(each.factor > 1 for each in result.reasons)
    if result.runner_up is not None:
        lead = result.points[result.leaders[0]] - result.points[result.runner_up]
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
