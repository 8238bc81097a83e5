"""The page's script against Python: the same results in the same words, whatever is answered."""

import dataclasses
import math
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.locations import data_directory
from mlroles.parts import QUESTIONNAIRE
from mlroles.quiz.faults import faults
from mlroles.quiz.models import Questionnaire
from mlroles.quiz.session import Session
from mlroles.quiz.sheets import dump_sheet, parse_sheet
from mlroles.quiz.stopping import _below_zero
from mlroles.quiz.verdict import Result, judge
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from mlroles.text import percentages
from mlroles.views.quiz import view
from tests.property.test_quiz import Given, catalogue_of, drawn_questionnaires
from tests.script_engine import Engine, blocks_of, running
from tests.vectors.cases import BACK, SKIP, SKIP_HALF, Action, Chance, do

NEAR = 1e-12
"""How far shares may lie apart."""

SHEETS = 30
"""Sheets that are tried with each questionnaire drawn."""

SHIPPED_SHEETS = 100
"""Sheets that are tried with the shipped questionnaire."""

STEPS = 25
"""Things that a person does on a walk, where it does not end before."""


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """Return the script."""
    with running() as engine:
        yield engine


def as_written(value: Any) -> Any:
    """Return a value of Python as the script writes it, numbers nearly."""
    match value:
        case dict():
            return {key: as_written(each) for key, each in value.items()}
        case tuple() | list():
            return [as_written(each) for each in value]
        case _:
            return value


def same(ours: Any, theirs: Any) -> bool:
    """Say whether two values of JSON are the same, numbers up to a billionth of a thousandth."""
    match ours, theirs:
        case {}, dict():
            return ours.keys() == theirs.keys() and all(same(ours[k], theirs[k]) for k in ours)
        case [*_], [*_]:
            return len(ours) == len(theirs) and all(map(same, ours, theirs))
        case float(), float() | int():
            return math.isclose(ours, theirs, rel_tol=NEAR, abs_tol=NEAR)
        case _:
            return bool(ours == theirs)


def result_as_written(result: Result) -> Any:
    """Return a result of Python as the script writes it: numbers of columns are pairs."""
    written = dataclasses.asdict(result)
    for half in written["halves"]:
        for key in ("points", "shares", "wide"):
            half[key] = half[key] and list(half[key].items())
    return as_written(written)


def sheet(questionnaire: Questionnaire, chance: Chance) -> Given:
    """Draw answers to some of the questions, from none to all, in any order."""
    share = chance.share()
    asked = [each for each in questionnaire.questions if chance.often(share)]
    given = {each.id: chance.answer(each) for each in asked}
    return {name: ids[:: 1 if chance.often(0.5) else -1] for name, ids in given.items()}


def agree(engine: Engine, questionnaire: Questionnaire, catalogue: Catalogue, given: Given) -> None:
    """Check that the script makes of these answers what Python makes of them, in its words."""
    found = engine.call("everything", answers=given)
    result = judge(questionnaire, catalogue, given)
    assert same(result_as_written(result), found["result"])
    for full, said in zip((False, True), found["blocks"], strict=True):
        screen = view(result, questionnaire, catalogue, full=full)
        assert same(as_written(blocks_of(screen)), said)
    text = found["text"].encode()
    assert text == dump_sheet(questionnaire, given)
    read = {name: tuple(ids) for name, ids in found["read"]}
    assert read == parse_sheet(text, questionnaire, "page")


@given(drawn=drawn_questionnaires(), seed=st.integers(0, 10**6))
def test_results_are_the_same(
    engine: Engine, drawn: tuple[tuple[str, ...], Questionnaire], seed: int
) -> None:
    """Shares, leaders, stops, reasons, changes and every sentence are those of Python."""
    roles, questionnaire = drawn
    catalogue = catalogue_of(roles)
    engine.take(questionnaire, catalogue)
    chance = Chance(seed)
    for _ in range(SHEETS):
        agree(engine, questionnaire, catalogue, sheet(questionnaire, chance))


def test_results_of_the_shipped_quiz_are_the_same(engine: Engine) -> None:
    """So they are of hundreds of sheets of the quiz that comes along."""
    catalogue = load_catalogue(data_directory())
    questionnaire = QUESTIONNAIRE.load(catalogue)
    engine.take(questionnaire, catalogue)
    chance = Chance(3)
    for _ in range(SHIPPED_SHEETS):
        agree(engine, questionnaire, catalogue, sheet(questionnaire, chance))


@given(drawn=drawn_questionnaires(), seed=st.integers(0, 10**6))
def test_walks_are_the_same(
    engine: Engine, drawn: tuple[tuple[str, ...], Questionnaire], seed: int
) -> None:
    """Answering, skipping, leaving a half and going back lead to the same questions."""
    roles, questionnaire = drawn
    engine.take(questionnaire, catalogue_of(roles))
    chance = Chance(seed)
    saved = sheet(questionnaire, chance) if chance.often(0.5) else None
    answer_all = chance.often(0.3)
    session = Session(questionnaire, answer_all=answer_all)
    if saved is not None:
        session = Session.resume(questionnaire, saved, answer_all=answer_all)
    steps: list[Action] = []
    seen = [standing(session)]
    while len(steps) < STEPS:
        step: Action = BACK
        if session.question is not None and not chance.often(0.2):
            step = chance.answer(session.question)
            for other, share in ((SKIP, 0.15), (SKIP_HALF, 0.05)):
                step = other if chance.often(share) else step
        steps.append(step)
        session = do(session, step)
        seen.append(standing(session))
    found = engine.call("walk", halves=[], all=answer_all, answers=saved, steps=steps)
    assert found["seen"] == seen
    answers = {name: tuple(given) for name, given in found["answers"]}
    assert answers == session.answers


def standing(session: Session) -> list[Any]:
    """Return where a person stands, as the script tells it."""
    question = session.question.id if session.question else None
    return [question, session.opens_half, session.may_stop_early, session.position]


@given(drawn=drawn_questionnaires(), data=st.data())
def test_the_same_is_refused(
    engine: Engine, drawn: tuple[tuple[str, ...], Questionnaire], data: st.DataObject
) -> None:
    """What Python refuses as answers to a question the script refuses too, and nothing else."""
    roles, questionnaire = drawn
    engine.take(questionnaire, catalogue_of(roles))
    for question in questionnaire.questions:
        ids = st.sampled_from([*(each.id for each in question.answers), "other"])
        given = data.draw(st.lists(ids, max_size=4))
        found = engine.call("faults", question=question.id, given=given)
        assert len(found) == len(faults(question, given))


NUMBERS = st.floats(allow_nan=False, allow_infinity=False, min_value=-1e6, max_value=1e6)
TIES = st.builds(
    lambda whole, power: whole / 2**power, st.integers(-9999, 9999), st.integers(0, 12)
)


@given(numbers=st.lists(NUMBERS | TIES | NUMBERS.map(lambda each: each * 1e-17)))
def test_sums_are_exact(engine: Engine, numbers: list[float]) -> None:
    """A sum is that of Python's fsum to the last bit."""
    assert engine.call("sum", numbers=numbers) == math.fsum(numbers)


@given(number=NUMBERS | TIES, digits=st.sampled_from((0, 1, 2, 9)))
def test_numbers_are_rounded_alike(engine: Engine, number: float, digits: int) -> None:
    """A number is written with the digits that Python writes, also half way between two."""
    assert engine.call("fixed", number=number, digits=digits) == f"{number:.{digits}f}"
    assert float(engine.call("fixed", number=number, digits=digits)) == round(number, digits)


@given(parts=st.lists(st.integers(0, 1000), min_size=1, max_size=8), whole=st.booleans())
def test_percentages_are_the_same(engine: Engine, parts: list[int], *, whole: bool) -> None:
    """Shares are rounded to the same whole percentages, whether they are of one whole or not."""
    total = (sum(parts) or 1) if whole else 1000
    shares = [each / total for each in parts]
    assert tuple(engine.call("percentages", shares=shares)) == percentages(shares)


@given(mean=st.floats(-30, 30), spread=st.just(0.0) | st.floats(1e-3, 30))
def test_chances_are_the_same(engine: Engine, mean: float, spread: float) -> None:
    """The chance that a normal variable is below 0 is that of Python's erfc."""
    found = engine.call("belowZero", mean=mean, spread=spread)
    assert found == pytest.approx(_below_zero(mean, spread), rel=1e-9, abs=1e-15)


@pytest.mark.parametrize(
    "text",
    [
        "no JSON",
        "[]",
        "null",
        '{"schema": "another", "version": 1, "questionnaire": "ml-roles", "answers": {}}',
        '{"schema": "mlroles/answers", "version": 1, "questionnaire": "other", "answers": {}}',
    ],
)
def test_what_is_no_sheet(engine: Engine, text: str) -> None:
    """A file that is no answer sheet of this quiz is none in a browser either."""
    catalogue = load_catalogue(data_directory())
    engine.take(QUESTIONNAIRE.load(catalogue), catalogue)
    assert engine.call("parse", text=text) is None
