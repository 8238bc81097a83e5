"""The scorecard's behaviour as data: every way of scoring answers gives what ``quiz.json`` holds.

``pytest --update-golden tests/vectors`` writes the file anew; another implementation reads it.
"""

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from mlroles.batch.rows import ID, SEPARATOR, Row, Table
from mlroles.batch.scorer import Scorer
from mlroles.locations import data_directory
from mlroles.parts import QUESTIONNAIRE
from mlroles.quiz.faults import faults
from mlroles.quiz.models import Questionnaire
from mlroles.quiz.scorecard import score
from mlroles.quiz.session import Session
from mlroles.quiz.verdict import judge
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
this checkout; 'roles' are its roles in the order of the catalogue.

sheets: 'halves' are those that are asked and scored (none: all); 'answers' holds the ids of the
answers given, by question. 'answered' counts questions; 'points' and 'shares' are those of each
role in the order of 'roles', over all these halves; 'leaders' is empty while nothing is answered,
else the leader and every role too close to it, in the order of their points, ties in the order of
'roles'. 'by_half' holds the same of each half alone that has an answer. 'agree' says whether the
halves with an answer have a leader in common, null where fewer than two have one.

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
    def roles(self) -> tuple[str, ...]:
        """The roles in the order of the catalogue."""
        return tuple(role.id for role in self.catalogue.roles)


def suites() -> Iterator[Suite]:
    """Yield the shipped questionnaire, and a small one with every feature."""
    shipped = load_catalogue(data_directory())
    yield Suite("shipped", "data/questionnaire.json", QUESTIONNAIRE.load(shipped), shipped)
    document = kitchen.two_halves()
    small = kitchen.kitchen(*kitchen.ROLES)
    yield Suite("kitchen", document, kitchen.questionnaire(document), small)


SUITES = {suite.name: suite for suite in suites()}


def rounded(values: dict[str, float]) -> list[float]:
    """Return the numbers of the roles, short enough to read."""
    return [round(value, 10) for value in values.values()]


def sheet_case(suite: Suite, halves: tuple[str, ...], answers: cases.Sheet) -> dict[str, Any]:
    """Return a sheet with what comes of it."""
    result = judge(suite.questionnaire.only(halves), suite.catalogue, answers)
    return {
        "halves": list(halves),
        "answers": cases.as_json(answers),
        "answered": result.answered,
        "points": rounded(result.points),
        "shares": rounded(result.shares),
        "leaders": list(result.leaders),
        "by_half": {
            half.half: {
                "points": rounded(half.points),
                "shares": rounded(half.shares),
                "leaders": list(half.leaders),
            }
            for half in result.halves
            if half.answered
        },
        "agree": result.agree,
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
        head = {"name": suite.name, "roles": suite.roles, "questionnaire": suite.stands_as}
        lines = [f" {json.dumps(key)}: {json.dumps(value)}" for key, value in head.items()]
        lines += [f" {json.dumps(key)}: {listed(value)}" for key, value in found.items()]
        parts.append("{\n" + ",\n".join(lines) + "\n}")
    readme = listed(" ".join(part.split()) for part in README.split("\n\n"))
    return f'{{"README": {readme},\n"version": 1,\n"suites": [' + ",\n".join(parts) + "]}\n"


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


def unanswered(suite: Suite) -> dict[str, Any]:
    """Return what is said of a half in which nothing is answered."""
    count = len(suite.roles)
    return {"points": [0.0] * count, "shares": [1 / count] * count, "leaders": []}


def test_the_file_asks_what_the_questionnaire_can(suite: Suite, vectors: dict[str, Any]) -> None:
    """The file is of this questionnaire, with every kind of case among a few hundred."""
    assert vectors["roles"] == list(suite.roles)
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
    assert {each["agree"] for each in sheets} == {True, False, None}
    done = {step[1] for each in walks for step in each["steps"] if isinstance(step[1], str)}
    assert done == {cases.SKIP, cases.SKIP_HALF, cases.BACK}
    full = len(suite.questionnaire.questions)
    ended = [each for each in walks if not each["halves"] and not each["next"]]
    assert any(len(each["answers"]) == len(each["steps"]) < full for each in ended)


def test_points_shares_and_leaders(suite: Suite, vectors: dict[str, Any]) -> None:
    """Scored one by one, each sheet has its points, shares and leaders, in all and by half."""
    nothing = unanswered(suite)
    for case in vectors["sheets"]:
        answers = answers_of(case)
        asked = suite.questionnaire.only(tuple(case["halves"]))
        fit = score(asked, suite.roles, answers)
        assert [*fit.points.values()] == pytest.approx(case["points"], abs=NEAR)
        assert [*fit.shares.values()] == pytest.approx(case["shares"], abs=NEAR)
        result = judge(asked, suite.catalogue, answers)
        assert (result.answered, result.agree) == (case["answered"], case["agree"])
        assert list(result.leaders) == case["leaders"]
        assert [half.half for half in result.halves if half.answered] == [*case["by_half"]]
        for half in result.halves:
            own = case["by_half"].get(half.half, nothing)
            assert list(half.leaders) == own["leaders"]
            assert [*half.points.values()] == pytest.approx(own["points"], abs=NEAR)
            assert [*half.shares.values()] == pytest.approx(own["shares"], abs=NEAR)


def test_shares_sum_to_one(vectors: dict[str, Any]) -> None:
    """Whatever is answered, the shares in the file are those of one whole."""
    for case in vectors["sheets"]:
        for each in (case, *case["by_half"].values()):
            assert math.fsum(each["shares"]) == pytest.approx(1, abs=NEAR)


@pytest.mark.parametrize("as_text", [True, False])
def test_many_sheets_at_once(suite: Suite, vectors: dict[str, Any], *, as_text: bool) -> None:
    """Scored as a table, each sheet has the same shares and leaders, however a cell is written."""
    questions = [each.id for each in suite.questionnaire.questions]
    for halves in {tuple(case["halves"]) for case in vectors["sheets"]}:
        own = [case for case in vectors["sheets"] if tuple(case["halves"]) == halves]
        rows = []
        for line, case in enumerate(own, start=2):
            given = [tuple(case["answers"].get(each, ())) for each in questions]
            cells = [SEPARATOR.join(each) if as_text else each for each in given]
            rows.append(Row(line, ("x", *cells)))
        scorer = Scorer(suite.questionnaire, halves, suite.roles)
        found = list(scorer.score(Table((ID, *questions), iter(rows))))
        for case, scored in zip(own, found, strict=True):
            assert (scored.problem, scored.answered) == ("", case["answered"])
            assert list(scored.leaders) == case["leaders"]
            assert scored.combined == pytest.approx(case["shares"], abs=NEAR)
            wanted = (half.id for half in suite.questionnaire.only(halves).halves)
            for half, shares in zip(wanted, scored.halves, strict=True):
                own_half = case["by_half"].get(half, unanswered(suite))
                assert shares == pytest.approx(own_half["shares"], abs=NEAR)


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
    scorer = Scorer(suite.questionnaire, (), suite.roles)
    for question, given in vectors["refused"]:
        assert faults(suite.questionnaire.question(question), given)
        table = Table((ID, question), iter([Row(2, ("x", tuple(given)))]))
        (scored,) = scorer.score(table)
        assert scored.problem.startswith(f"{question}: ")


def test_written_anew_it_is_the_same() -> None:
    """The file holds the bytes that are written anew."""
    assert written() == FILE.read_text("utf-8")
