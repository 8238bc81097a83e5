"""What must hold between the parts of ``hire.json`` and the catalogue."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from mlroles.hire.models import HireFile
from mlroles.hire.rules_check import hire_problems
from mlroles.roles.catalogue import Catalogue
from tests.hiring import bakery_hire

Json = dict[str, Any]


def problems(catalogue: Catalogue, spoil: Callable[[Json], object]) -> list[tuple[str, str]]:
    """Return the problems of the bakery's advice after it was spoilt, as places and messages."""
    document = bakery_hire()
    spoil(document)
    file = HireFile.model_validate_json(json.dumps(document))
    return [(each.path, each.message) for each in hire_problems(file, catalogue)]


def test_sound(bakehouse: Catalogue) -> None:
    """The advice of the bakery holds together."""
    assert problems(bakehouse, lambda _: None) == []


@pytest.mark.parametrize(
    ("spoil", "path", "message"),
    [
        (lambda d: d["questions"][1].update(id="goal"), "$.questions[1].id", "stands twice"),
        (lambda d: d["rules"][0].update(id="bread"), "$.rules[2].id", "stands twice"),
        (lambda d: d["advice"][0].update(id="nobody"), "$.advice[2].id", "stands twice"),
        (lambda d: d["advice"][0].update(job="nurse"), "$.advice[0].job", "there is no job"),
        (
            lambda d: d["advice"][0].update(claims=["none-1"]),
            "$.advice[0].claims[0]",
            "there is no claim",
        ),
        (
            lambda d: d["rules"][2]["then"][0].update(claims=["none-1"]),
            "$.rules[2].then[0].claims[0]",
            "there is no claim",
        ),
        (
            lambda d: d["rules"][2]["then"][0].update(advice="x"),
            "$.rules[2].then[0].advice",
            "there is no advice",
        ),
        (lambda d: d["rules"][2].update(disputes=["x"]), "$.rules[2].disputes[0]", "no dispute"),
        (lambda d: d["rules"][0].update(when=[]), "$.rules[0].when", "always holds is last"),
        (
            lambda d: d["rules"][4].update(when=[{"question": "goal", "any": ["cake"]}]),
            "$.rules[4].when",
            "the last rule must always hold",
        ),
        (
            lambda d: d["rules"][0]["when"][0].update(question="weather"),
            "$.rules[0].when[0].question",
            "there is no question",
        ),
        (
            lambda d: d["rules"][0]["when"][0].update(any=["noon"]),
            "$.rules[0].when[0].any[0]",
            "there is no answer to light",
        ),
        (
            lambda d: d["rules"][0]["when"][0].update(any=[]),
            "$.rules[0].when[0]",
            "nothing of “light” is asked for",
        ),
        (
            lambda d: d["rules"][0]["when"][0].update(none=["day"]),
            "$.rules[0].when[0].none",
            "is for stages and jobs",
        ),
        (
            lambda d: d["rules"][1]["when"][0].update(none=["moon"]),
            "$.rules[1].when[0].none[0]",
            "there is no answer to done",
        ),
        (
            lambda d: d["rules"][2]["when"][1].update(none=["nurse"]),
            "$.rules[2].when[1].none[0]",
            "there is no answer to there",
        ),
        (lambda d: d["handovers"][0].update(to="moon"), "$.handovers[0].to", "no stage"),
        (
            lambda d: d["handovers"].append(d["handovers"][0]),
            "$.handovers[1].to",
            "stands twice",
        ),
        (
            lambda d: d["questions"][0]["answers"][1].update(id="bread"),
            "$.questions[0].answers[1].id",
            "stands twice",
        ),
        (
            lambda d: d["questions"][3].update(of="jobs"),
            "$.questions[3].of",
            "two questions are of jobs",
        ),
        (
            lambda d: d["questions"][4].update(answers=[]),
            "$.questions[4].answers",
            "a question of choice",
        ),
        (
            lambda d: d["questions"][2].update(answers=d["questions"][0]["answers"]),
            "$.questions[2].answers",
            "a question of jobs",
        ),
        (
            lambda d: d["questions"][0]["answers"][0].update(least=3),
            "$.questions[0].answers[0].least",
            "an answer of choice",
        ),
        (
            lambda d: d["questions"][1]["answers"][0].update(least=2),
            "$.questions[1].answers",
            "nothing is the answer of one",
        ),
        (
            lambda d: d["questions"][1]["answers"][1].update(least=1),
            "$.questions[1].answers[1].least",
            "stands twice",
        ),
    ],
)
def test_problem(
    bakehouse: Catalogue, spoil: Callable[[Json], object], path: str, message: str
) -> None:
    """Whatever does not hold is told with its place."""
    found = problems(bakehouse, spoil)
    assert any(where == path and message in said for where, said in found), found


def test_shipped_advice_holds_together(shipped: Catalogue, advice: HireFile) -> None:
    """The advice that is shipped is sound, and every question and every advice is in use."""
    assert list(hire_problems(advice, shipped)) == []
    asked = {each.question for rule in advice.rules for each in rule.when}
    assert asked == {each.id for each in advice.questions}
    advised = {rule.advice for rule in advice.rules}
    assert advised | {later.advice for rule in advice.rules for later in rule.then} == {
        each.id for each in advice.advice
    }
