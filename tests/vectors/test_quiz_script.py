"""The page's script, held to ``quiz.json``: the second implementation of one scorecard."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.script_engine import Engine, running
from tests.vectors.test_quiz import FILE, SUITES, Suite

NEAR = 1e-9
"""How far the numbers of the file, which are rounded, may lie from those of the script."""


@pytest.fixture(scope="module", params=SUITES)
def suite(request: pytest.FixtureRequest) -> Suite:
    """Return one suite after the other."""
    return SUITES[request.param]


@pytest.fixture(scope="module")
def engine(suite: Suite) -> Iterator[Engine]:
    """Return the script with the questionnaire of the suite."""
    with running() as engine:
        engine.take(suite.questionnaire, suite.catalogue)
        yield engine


@pytest.fixture(scope="module")
def vectors(suite: Suite) -> dict[str, Any]:
    """Return what the file holds for the suite."""
    document = json.loads(FILE.read_text("utf-8"))
    found: dict[str, Any] = next(each for each in document["suites"] if each["name"] == suite.name)
    return found


def nearly(values: list[float] | None) -> Any:
    """Return what equals these numbers, or None, up to a billionth."""
    return None if values is None else pytest.approx(values, abs=NEAR)


def columns(pairs: list[tuple[str, float]] | None) -> list[float] | None:
    """Return the numbers of the columns."""
    return None if pairs is None else [number for _, number in pairs]


def test_what_sheets_come_to(engine: Engine, vectors: dict[str, Any]) -> None:
    """In a browser each sheet has its points, shares, words and names, half by half."""
    for case in vectors["sheets"]:
        result = engine.judge(case["answers"], tuple(case["halves"]))
        for key in ("answered", "leaders", "beside", "none", "agree"):
            assert result[key] == case[key]
        answered = [half for half in result["halves"] if half["answered"]]
        assert [half["half"] for half in answered] == [*case["by_half"]]
        for half in answered:
            kept = case["by_half"][half["half"]]
            for key in ("points", "shares", "wide"):
                assert columns(half[key]) == nearly(kept[key])
            for key in ("lean", "leaders", "beside", "none", "left"):
                assert half[key] == kept[key]
            risk = kept["risk"]
            assert half["chance_of_change"] == (risk and pytest.approx(risk, abs=NEAR))
            change = half["change"]
            found = change and [change["question"], change["after"], change["named"]]
            assert found == kept["change"]


def test_order_of_asking_and_early_stop(engine: Engine, vectors: dict[str, Any]) -> None:
    """In a browser the questions come in their order, and a half stops where the file says."""
    for case in vectors["walks"]:
        steps = [action for _, action in case["steps"]]
        found = engine.call("walk", halves=case["halves"], all=case["all"], steps=steps)
        asked = [question for question, *_ in found["seen"]]
        assert asked == [*(question for question, _ in case["steps"]), case["next"]]
        assert dict(found["answers"]) == case["answers"]


def test_what_is_refused(engine: Engine, vectors: dict[str, Any]) -> None:
    """In a browser what does not answer a question is refused."""
    for question, given in vectors["refused"]:
        assert engine.call("faults", question=question, given=given)
