"""The limits of the words: what simulated people are told by questions that nobody measured."""

import json
from pathlib import Path
from typing import Any

import pytest

np = pytest.importorskip("numpy")

from builders.quiz import words  # noqa: E402 - skipped first where NumPy is missing
from mlroles.locations import data_directory  # noqa: E402

CAKE, BREAD = {"cake": 0.6, "bread": -0.6}, {"cake": -0.6, "bread": 0.6}
NONE = {"id": "none", "points": {"cake": 0.0, "bread": 0.0}, "none": True}


def question(pick: str = "one", half: str = "taste") -> dict[str, Any]:
    """Return a question with an answer for each of two roles, and "none of these fits"."""
    none = {**NONE, "alone": True} if pick == "several" else NONE
    answers = [{"id": "sweet", "points": CAKE}, {"id": "sour", "points": BREAD}, none]
    return {"half": half, "pick": pick, "answers": answers}


def bakery() -> dict[str, Any]:
    """Return a questionnaire with a half to set limits for and one that was measured."""
    return {
        "halves": [
            {"id": "taste", "title": "What you like"},
            {"id": "trade", "title": "What you bake", "measured": {"people": 7}},
        ],
        "questions": [*[question()] * 3, *[question("several")] * 2, question(half="trade")],
    }


def shipped() -> dict[str, Any]:
    """Return the questionnaire that mlroles ships."""
    file = data_directory() / "questionnaire.json"
    document: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return document


def test_only_answers_that_can_be_ticked_have_a_row() -> None:
    """An answer given alone is no tick; where one is picked, "none" is one like the others."""
    roles, questions = words.questions_of(bakery(), "taste")
    assert roles == ("cake", "bread")
    assert [each.several for each in questions] == [False] * 3 + [True] * 2
    assert questions[0].points.tolist() == [[60, -60], [-60, 60], [0, 0]]
    assert questions[-1].points.tolist() == [[60, -60], [-60, 60]]


@pytest.mark.parametrize("pick", ["one", "several"])
def test_people_at_random_favour_nobody(pick: str) -> None:
    """All answers come up alike, and each tick in half of the cases."""
    _, (asked,) = words.questions_of({"questions": [question(pick)]}, "taste")
    sums = asked.at_random(20_000, np.random.default_rng(1))
    shares = [(sums[:, 0] == each).mean() for each in (60, -60, 0)]
    wanted = [1 / 4, 1 / 4, 1 / 2] if pick == "several" else [1 / 3] * 3
    assert shares == pytest.approx(wanted, abs=0.02)


@pytest.mark.parametrize("pick", ["one", "several"])
def test_people_of_a_role_slip_in_one_choice_of_four(pick: str) -> None:
    """Three picks of four are the role's own, and so are three ticks of four."""
    _, (asked,) = words.questions_of({"questions": [question(pick)]}, "taste")
    sums = asked.for_role(1, 20_000, np.random.default_rng(1))
    shares = [(sums[:, 1] == each).mean() for each in (60, 0, -60)]
    # Two ticks: both right, one of them wrong, both wrong. One pick: a slip takes either other.
    wanted = [9 / 16, 6 / 16, 1 / 16] if pick == "several" else [3 / 4, 1 / 8, 1 / 8]
    assert shares == pytest.approx(wanted, abs=0.02)


def test_sums_are_kept_by_how_many_questions_are_answered() -> None:
    """After n questions nobody has more points than n answers give; none counts twice."""
    _, questions = words.questions_of(bakery(), "taste")
    sums = words.random_sums(questions, 500, np.random.default_rng(1))
    assert sums.shape == (5, 500, 2)
    assert [int(abs(each).max()) for each in sums[:3]] == [60, 120, 180]
    steps = np.diff(sums, axis=0, prepend=0)
    assert set(np.unique(steps)) == {-60, 0, 60}


def test_a_limit_lies_between_two_leads_that_occur() -> None:
    """It is the lowest that few enough reach, however many questions they answered."""
    lead = np.array([[0, 0, 20, 40], [0, 20, 20, 60]])
    assert words.limit(lead, 0.75) == 0.1
    assert words.limit(lead, 0.5) == 0.3
    assert words.limit(lead, 0.25) == 0.3
    assert words.limit(lead, 0.2) == 0.605  # which nobody reaches


def test_each_person_is_told_one_thing() -> None:
    """The lead decides on the word; whoever answers for a role may be told another."""
    sums = np.array([[300, 0, -300], [150, 0, -150], [20, 0, -20], [0, 300, -300]])
    lean = {"clearly": 2.0, "leans": 1.0}
    assert words.told(sums, lean) == words.Told(clearly=0.5, leans=0.25, mixed=0.25, other=0)
    own = words.Told(clearly=0.25, leans=0.25, mixed=0.25, other=0.25)
    assert words.told(sums, lean, role=0) == own


def test_the_half_is_written_and_found_up_to_date(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Limits go into each half that is not measured; a check says 1 until they are there."""
    path = tmp_path / "questionnaire.json"
    path.write_text(json.dumps(bakery()), encoding="utf-8")
    given = ["--file", str(path)]
    assert words.main([*given, "--check"]) == 1
    assert "is not up to date" in capsys.readouterr().out
    assert words.main(given) == 0
    told = capsys.readouterr().out
    assert words.main([*given, "--check"]) == 0
    half, other = json.loads(path.read_text(encoding="utf-8"))["halves"]
    assert "lean" not in other
    assert half["lean"]["random_clearly"] <= words.CLEARLY
    assert half["lean"]["people"] == words.PEOPLE
    assert words.rule_text(half) in told
    assert "for cake" in told


def test_rule_has_the_figures_of_the_half() -> None:
    """The paragraph for the page quotes the limits and both shares."""
    lean = {
        "clearly": 2.5,
        "leans": 1.25,
        "random_clearly": 0.043,
        "slip_clearly": 0.71,
        "people": 4000,
    }
    rule = words.rule_text({"title": "What you like", "lean": lean})
    for said in ("“What you like”", "2.5 points", "1.25 on", "4,000", "4.3%", "71%", "one in 20"):
        assert said in rule


def test_shipped_limits_hold_for_other_people() -> None:
    """Fewer people with other chance are told "clearly" as often as the file says."""
    file = shipped()
    for half in (each for each in file["halves"] if "measured" not in each):
        roles, questions = words.questions_of(file, half["id"])
        lean, chance = half["lean"], np.random.default_rng(29)
        for sums in words.random_sums(questions, 10_000, chance):
            assert words.told(sums, lean).clearly <= words.CLEARLY + 0.005
        last = words.told(sums, lean)
        assert last.clearly == pytest.approx(lean["random_clearly"], abs=0.01)
        assert last.clearly + last.leans <= words.LEANS + 0.01
        leaders = sums[words.leads(sums) >= 100 * lean["leans"]].argmax(axis=1)
        counts = np.bincount(leaders, minlength=len(roles))
        assert counts.max() < 1.4 * counts.min()  # chance leans to no role more than to another
        own = [
            words.told(words.role_sums(questions, place, 10_000, chance), lean, place)
            for place in range(len(roles))
        ]
        mean = sum(each.clearly for each in own) / len(own)
        assert mean == pytest.approx(lean["slip_clearly"], abs=0.01)
        assert min(each.clearly for each in own) > 0.75
        assert max(each.other for each in own) < 0.005
