"""The scorecard's behaviour as data: every way of scoring answers gives what ``quiz.json`` holds.

``pytest --update-golden tests/vectors`` writes the file anew; another implementation reads it.
"""

import json
import math
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from mlroles.batch.reading import Reading
from mlroles.batch.rows import ID, SEPARATOR, Fits, Row, Table
from mlroles.batch.scorer import Scorer
from mlroles.locations import data_directory
from mlroles.parts import QUESTIONNAIRE
from mlroles.quiz.faults import faults
from mlroles.quiz.models import Questionnaire
from mlroles.quiz.scorecard import score
from mlroles.quiz.session import Session
from mlroles.quiz.verdict import HalfResult, judge
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from tests import kitchen
from tests.vectors import cases

FILE = Path(__file__).with_name("quiz.json")
NEAR = 1e-9
"""How far points and shares may lie apart."""

README = """
What the quiz makes of answers, for whoever implements it again.

suites: one for each questionnaire. 'questionnaire' is the whole file, or the path of a file of
this checkout; 'columns' are those of each half: the roles, in the order of the questionnaire, and
after them what stands beside the roles.

sheets: 'halves' are those that are asked and scored (none: all); 'answers' holds the ids of the
answers given, by question. 'answered' counts questions. 'leaders' are the roles named, 'beside' the
job beside them that is named where no half names a role, and 'none' says that nothing is, though
something is answered. 'agree' says whether the halves with an answer have a leader in common, or
none of them has any; null where fewer than two have an answer. Common leaders stand in the order of
the measured half; where there are none, all are named, those of the measured half first.

by_half: of each half with an answer the 'points' in the order of its columns; of a measured one
the 'shares' of the roles among the roles, and the 'wide' shares of all columns where there are any
beside the roles; of another the word 'lean'. 'leaders', 'beside' and 'none' are what it names.
The leaders are the first role and every one less than the margin behind it, in the order of their
points, ties in the order of the roles; the margin is 'leans' of its limits, or the logarithm of
'undecided_ratio'. None of these fits where all answers are marked 'none', or where at
least two questions are answered so and they are more than half of the answered ones that could be.
Where the first
column beside the roles is at least the logarithm of 'beside_ratio' ahead of the best role, it is
named in their place, or none of these where it is marked 'none'. 'left' counts the questions after
the last one answered and 'risk' is the chance that they put another role ahead, null where the half
has no rule for stopping. 'change' is the smallest change of one answer after which something else
is named first: the question, the answers it then has, and what is then named.

walks: 'all' asks every question, also where a half would stop early. 'steps' are pairs: the
question asked, and what the person does: a list of answer ids, 'skip' (this question), 'skip-half'
(the rest of its half) or 'back' (undo the last answer or skip). 'next' is the question asked after
them, null where nothing is left; 'answers' are those kept.

refused: a question and ids that do not answer it.

Points are in natural-log units, rounded to 9 decimals before they are compared. A number may
differ from the one here by a billionth.
"""
"""Stands at the head of the file."""


@dataclass(frozen=True)
class Suite:
    """A questionnaire with what stands in the file for it."""

    name: str
    stands_as: Any
    questionnaire: Questionnaire
    catalogue: Catalogue

    @property
    def columns(self) -> dict[str, list[str]]:
        """The columns of each half."""
        asked = self.questionnaire
        return {half.id: list(asked.columns(half)) for half in asked.halves}


def suites() -> Iterator[Suite]:
    """Yield the shipped questionnaire, and a small one with every feature."""
    shipped = load_catalogue(data_directory())
    yield Suite("shipped", "data/questionnaire.json", QUESTIONNAIRE.load(shipped), shipped)
    document = kitchen.open_kitchen()
    small = kitchen.kitchen(*kitchen.ROLES)
    yield Suite("kitchen", document, kitchen.questionnaire(document), small)


SUITES = {suite.name: suite for suite in suites()}


def rounded(values: dict[str, float] | None) -> list[float] | None:
    """Return the numbers of the columns, short enough to read."""
    return None if values is None else [round(value, 10) for value in values.values()]


def half_case(half: HalfResult) -> dict[str, Any]:
    """Return what comes of a half."""
    change = half.change
    return {
        "points": rounded(half.points),
        "shares": rounded(half.shares),
        "wide": rounded(half.wide),
        "lean": half.lean,
        "leaders": list(half.leaders),
        "beside": half.beside,
        "none": half.none,
        "left": half.left,
        "risk": None if half.chance_of_change is None else round(half.chance_of_change, 10),
        "change": change and [change.question, list(change.after), list(change.named)],
    }


def sheet_case(suite: Suite, halves: tuple[str, ...], answers: cases.Sheet) -> dict[str, Any]:
    """Return a sheet with what comes of it."""
    result = judge(suite.questionnaire.only(halves), suite.catalogue, answers)
    return {
        "halves": list(halves),
        "answers": cases.as_json(answers),
        "answered": result.answered,
        "leaders": list(result.leaders),
        "beside": result.beside,
        "none": result.none,
        "agree": result.agree,
        "by_half": {half.half: half_case(half) for half in result.halves if half.answered},
    }


def walk_case(
    suite: Suite, halves: tuple[str, ...], actions: list[cases.Action], *, answer_all: bool
) -> dict[str, Any]:
    """Return a walk with what is asked on it."""
    session = Session(suite.questionnaire.only(halves), answer_all=answer_all)
    steps = []
    for action in actions:
        assert session.question
        done = action if isinstance(action, str) else list(action)
        steps.append([session.question.id, done])
        session = cases.do(session, action)
    return {
        "halves": list(halves),
        "all": answer_all,
        "steps": steps,
        "next": session.question.id if session.question else None,
        "answers": {key: list(given) for key, given in session.answers.items()},
    }


def written() -> str:
    """Return the file anew, a case a line."""
    parts = []
    for suite in SUITES.values():
        found: dict[str, list[Any]] = {
            "sheets": [sheet_case(suite, *each) for each in cases.sheets(suite.questionnaire)],
            "walks": [
                walk_case(suite, halves, actions, answer_all=answer_all)
                for halves, answer_all, actions in cases.walks(suite.questionnaire)
            ],
            "refused": [list(each) for each in cases.refused(suite.questionnaire)],
        }
        head = {"name": suite.name, "columns": suite.columns, "questionnaire": suite.stands_as}
        lines = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
        lines += [f" {json.dumps(key)}: {listed(value)}" for key, value in found.items()]
        parts.append("{\n" + ",\n".join(lines) + "\n}")
    readme = listed(" ".join(part.split()) for part in README.split("\n\n"))
    return f'{{"README": {readme},\n"version": 2,\n"suites": [' + ",\n".join(parts) + "]}\n"


def listed(values: Any) -> str:
    """Return a JSON list with a value a line."""
    return "[\n" + ",\n".join(f"  {json.dumps(each)}" for each in values) + "\n ]"


@pytest.fixture(scope="module", autouse=True)
def update(request: pytest.FixtureRequest) -> None:
    """Write the file anew where that is asked for."""
    if request.config.getoption("--update-golden"):
        FILE.write_text(written(), encoding="utf-8")


@pytest.fixture(scope="module", params=SUITES)
def suite(request: pytest.FixtureRequest) -> Suite:
    """Return one suite after the other."""
    return SUITES[request.param]


@pytest.fixture(scope="module")
def vectors(suite: Suite) -> dict[str, Any]:
    """Return what the file holds for the suite."""
    document = json.loads(FILE.read_text("utf-8"))
    found: dict[str, Any] = next(each for each in document["suites"] if each["name"] == suite.name)
    return found


def answers_of(case: dict[str, Any]) -> cases.Sheet:
    """Return the answers of a case."""
    return {question: tuple(given) for question, given in case["answers"].items()}


def test_the_file_asks_what_the_questionnaire_can(suite: Suite, vectors: dict[str, Any]) -> None:
    """The file is of this questionnaire, with every kind of case among a few hundred."""
    assert vectors["columns"] == suite.columns
    assert vectors["questionnaire"] == suite.stands_as
    own = [
        (list(halves), cases.as_json(sheet)) for halves, sheet in cases.sheets(suite.questionnaire)
    ]
    assert [(each["halves"], each["answers"]) for each in vectors["sheets"]] == own
    sheets, walks = vectors["sheets"], vectors["walks"]
    assert len(sheets) + len(walks) > 150
    assert any(not each["answers"] for each in sheets)
    assert any(each["halves"] for each in sheets)
    assert {len(each["leaders"]) for each in sheets} == {0, 1, 2, 3}
    parts = [half for each in sheets for half in each["by_half"].values()]
    assert {half["lean"] for half in parts} >= {"clearly", "leans", "mixed", None}
    assert {bool(half["change"]) for half in parts} == {True, False}
    assert any(half["risk"] for half in parts)
    assert {each["agree"] for each in sheets} == {True, False, None}
    done = {step[1] for each in walks for step in each["steps"] if isinstance(step[1], str)}
    assert done == {cases.SKIP, cases.SKIP_HALF, cases.BACK}
    full = len(suite.questionnaire.questions)
    ended = [each for each in walks if not each["halves"] and not each["next"]]
    assert any(len(each["answers"]) == len(each["steps"]) < full for each in ended)


def test_the_small_one_names_everything_that_can_be_named() -> None:
    """Among the sheets of the kitchen are jobs beside the roles, none of these, and both halves."""
    document = json.loads(FILE.read_text("utf-8"))
    (own,) = (each["sheets"] for each in document["suites"] if each["name"] == "kitchen")
    parts = [half for case in own for half in case["by_half"].values()]
    assert {half["beside"] for half in parts} == {"butcher", None}
    assert {half["lean"] for half in parts} == {"clearly", "leans", "mixed", "none", None}
    assert any(half["none"] and half["wide"] for half in parts)
    assert any(case["none"] and case["agree"] for case in own)


def nearly(values: list[float] | None) -> Any:
    """Return what equals these numbers, or None, up to a billionth."""
    return None if values is None else pytest.approx(values, abs=NEAR)


def test_what_sheets_come_to(suite: Suite, vectors: dict[str, Any]) -> None:
    """Scored one by one, each sheet has its points, shares, words and names, half by half."""
    for case in vectors["sheets"]:
        answers = answers_of(case)
        asked = suite.questionnaire.only(tuple(case["halves"]))
        result = judge(asked, suite.catalogue, answers)
        assert (result.answered, result.agree) == (case["answered"], case["agree"])
        assert list(result.leaders) == case["leaders"]
        assert (result.beside, result.none) == (case["beside"], case["none"])
        assert [half.half for half in result.halves if half.answered] == [*case["by_half"]]
        for half in result.halves:
            if half.answered:
                found, kept = half_case(half), case["by_half"][half.half]
                numbers = ("points", "shares", "wide", "risk")
                assert found == kept | {each: nearly(kept[each]) for each in numbers}


def test_points_are_the_columns_sums(suite: Suite, vectors: dict[str, Any]) -> None:
    """The scorecard by itself gives the points and the wide shares in the file."""
    for case in vectors["sheets"]:
        for half, kept in case["by_half"].items():
            own = suite.questionnaire.only((half,))
            fit = score(own, own.columns(own.halves[0]), answers_of(case))
            assert [*fit.points.values()] == pytest.approx(kept["points"], abs=NEAR)
            if kept["wide"]:
                assert [*fit.shares.values()] == pytest.approx(kept["wide"], abs=NEAR)


def test_shares_sum_to_one(vectors: dict[str, Any]) -> None:
    """Whatever is answered, the shares in the file are those of one whole."""
    kept = [half for case in vectors["sheets"] for half in case["by_half"].values()]
    shares = [each for half in kept for each in (half["shares"], half["wide"]) if each]
    assert shares
    for each in shares:
        assert math.fsum(each) == pytest.approx(1, abs=NEAR)


@pytest.mark.parametrize("as_text", [True, False])
def test_many_sheets_at_once(suite: Suite, vectors: dict[str, Any], *, as_text: bool) -> None:
    """Scored as a table, each sheet has the same shares, words and names, in any kind of cell."""
    questions = [each.id for each in suite.questionnaire.questions]
    for halves in {tuple(case["halves"]) for case in vectors["sheets"]}:
        own = [case for case in vectors["sheets"] if tuple(case["halves"]) == halves]
        rows = []
        for line, case in enumerate(own, start=2):
            given = [tuple(case["answers"].get(each, ())) for each in questions]
            cells = [SEPARATOR.join(each) if as_text else each for each in given]
            rows.append(Row(line, ("x", *cells)))
        scorer = Scorer(suite.questionnaire, halves)
        found = list(
            scorer.score(Reading(Table((ID, *questions), _coming(rows)), suite.questionnaire))
        )
        for case, scored in zip(own, found, strict=True):
            assert (scored.problem, scored.answered) == ("", case["answered"])
            named = [case["beside"]] if case["beside"] else ["none-of-these"] * case["none"]
            assert (list(scored.named), scored.agree) == (case["leaders"] or named, case["agree"])
            wanted = (half.id for half in suite.questionnaire.only(halves).halves)
            for name, half in zip(wanted, scored.halves, strict=True):
                kept = case["by_half"].get(name)
                assert bool(half.answered) is (kept is not None)
                if kept:
                    said = (half.lean, list(half.leaders), half.beside or None, half.none)
                    assert said == tuple(kept[key] for key in ("lean", "leaders", "beside", "none"))
                    assert list(half.shares) == nearly(kept["shares"] or [])
                    assert list(half.wide) == nearly(kept["wide"] or [])


def test_order_of_asking_and_early_stop(suite: Suite, vectors: dict[str, Any]) -> None:
    """On each walk the questions come in their order, and a half stops where the file says."""
    for case in vectors["walks"]:
        asked = suite.questionnaire.only(tuple(case["halves"]))
        session = Session(asked, answer_all=case["all"])
        for question, action in case["steps"]:
            assert session.question
            assert session.question.id == question
            session = cases.do(session, action)
        assert (session.question.id if session.question else None) == case["next"]
        assert {key: list(given) for key, given in session.answers.items()} == case["answers"]


def test_what_is_refused(suite: Suite, vectors: dict[str, Any]) -> None:
    """What does not answer a question is refused one by one and in a table alike."""
    assert len(vectors["refused"]) > len(suite.questionnaire.questions)
    scorer = Scorer(suite.questionnaire, ())
    for question, given in vectors["refused"]:
        assert faults(suite.questionnaire.question(question), given)
        table = Table((ID, question), _coming([Row(2, ("x", tuple(given)))]))
        (scored,) = scorer.score(Reading(table, suite.questionnaire))
        # An answer given twice was given; all else is told.
        assert scored.problem.startswith(f"{question}: ") or len({*given}) < len(given)


def _coming(rows: list[Row]) -> Callable[[Fits], Iterator[Row]]:
    return lambda _: iter(rows)


def test_written_anew_it_is_the_same() -> None:
    """The file holds the bytes that are written anew."""
    assert written() == FILE.read_text("utf-8")
