"""``mlroles quiz``: what is kept of finished quizzes, and how it is looked at again."""

import io
import json
import os
import sys
from pathlib import Path

import pytest

from mlroles.quiz.kept import FinishedQuizzes, result_to_keep
from tests.running import Ran, run
from tests.unit.cli.test_quiz import (
    AGAIN,
    ANSWERS,
    FIRST,
    MEASURED,
    QUESTIONNAIRE,
    SAVED,
    SCORED,
    TYPED,
    UNMEASURED,
    by_rote,
    kept,
    type_in,
)

FORMATS: tuple[tuple[str, ...], ...] = ((), ("--json",), ("--format", "markdown"), ("--plain",))


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which quizzes are kept."""
    folder = tmp_path / "state"
    monkeypatch.setenv("MLROLES_STATE", str(folder))
    return folder


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Ran:
    """Return a quiz that has just been finished."""
    return type_in(monkeypatch, TYPED)


def finish_otherwise(monkeypatch: pytest.MonkeyPatch) -> None:
    """Finish a quiz that is answered as before but for the first question."""
    type_in(monkeypatch, "1\n2\n\n", "--edit")


def other_edition(state: Path) -> None:
    """Make of the result that is kept one of other questions, with a question that is gone."""
    (path,) = state.glob("finished.*")
    document = json.loads(path.read_text())
    document["fingerprint"] = "00000000"
    document["answers"][1]["question"] = "gone"
    path.write_text(json.dumps(document))


@pytest.mark.parametrize("arguments", FORMATS)
def test_the_last_result_comes_again(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """In every format --last writes what the quiz wrote at its end, and says when that was."""
    first = type_in(monkeypatch, TYPED, *arguments)
    again = run("quiz", "--last", *arguments)
    assert (again.code, again.out) == (0, first.out)
    assert again.err.startswith("From the quiz that you finished on 20")
    assert len(again.err.splitlines()) == 1


@pytest.mark.usefixtures("asked")
def test_a_kept_result_is_shown_by_one_half() -> None:
    """--only scores one half of what is kept."""
    whole = run("quiz", "--last", "--json").result
    one = run("quiz", "--last", "--json", "--only", MEASURED.id).result
    assert one["halves"] == [half for half in whole["halves"] if half["half"] == MEASURED.id]


def test_a_quiz_of_one_half_comes_again_as_such(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was asked alone is shown alone."""
    typed, _ = by_rote(UNMEASURED.id)
    first = type_in(monkeypatch, typed, "--only", UNMEASURED.id, "--json")
    assert run("quiz", "--last", "--json").out == first.out


@pytest.mark.parametrize("option", [("--last",), ("--kept", "1"), ("--edit",)])
def test_where_nothing_is_kept_that_is_said(
    monkeypatch: pytest.MonkeyPatch, option: tuple[str, ...]
) -> None:
    """Without a result there is nothing to show or to edit, and a way to get one."""
    ran = type_in(monkeypatch, "", *option)
    assert (ran.code, ran.out) == (1, "")
    assert "mlroles quiz" in ran.err


def test_an_empty_history_leads_to_the_quiz() -> None:
    """A list of nothing says so."""
    ran = run("quiz", "--history")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("No finished quiz is kept.\n")
    assert "mlroles quiz" in ran.out


@pytest.mark.usefixtures("asked")
def test_a_changed_answer_makes_another_result(monkeypatch: pytest.MonkeyPatch) -> None:
    """--edit opens the last answers; the result of the change stands beside the one before."""
    finish_otherwise(monkeypatch)
    listed = run("quiz", "--history", "--json").result["quizzes"]
    assert [each["number"] for each in listed] == [1, 2]
    (changed,) = listed[0]["changed"]
    assert changed == {
        "question": FIRST.id,
        "asked": FIRST.text,
        "before": [FIRST.answers[0].text],
        "after": [FIRST.answers[1].text],
    }
    assert listed[1]["changed"] is None
    old = run("quiz", "--kept", "2", "--json").result
    assert old["answered"] == len(ANSWERS)
    for arguments in FORMATS:
        assert run("quiz", "--history", *arguments).code == 0


def test_looking_at_the_answers_alone_keeps_nothing_twice(
    asked: Ran, monkeypatch: pytest.MonkeyPatch, state: Path
) -> None:
    """--edit without a change shows the result, and the history is as it was."""
    ran = type_in(monkeypatch, "\n", "--edit")
    assert (ran.code, ran.out) == (0, asked.out)
    assert ran.err.endswith(f"{AGAIN}\n")
    assert len(list(state.glob("finished.*"))) == 1


@pytest.mark.usefixtures("asked")
def test_an_edit_that_is_left_is_kept(monkeypatch: pytest.MonkeyPatch, state: Path) -> None:
    """Leaving after a change keeps it, and the next --edit opens it again."""
    ran = type_in(monkeypatch, "1\n2\nq\n", "--edit")
    assert ran.code == 130
    assert kept(state) == [SAVED]
    type_in(monkeypatch, "\n", "--edit")
    assert kept(state) == []
    (changed,) = run("quiz", "--history", "--json").result["quizzes"][0]["changed"]
    assert changed["after"] == [FIRST.answers[1].text]


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("arguments", FORMATS)
def test_what_changed_between_two_is_shown(
    monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    """--kept twice shows both verdicts, and each answer that differs, before and after."""
    finish_otherwise(monkeypatch)
    ran = run("quiz", "--kept", "1", "--kept", "2", *arguments, columns=200)
    assert (ran.code, ran.err) == (0, "")
    words = " ".join(ran.out.split())
    for text in (FIRST.text, FIRST.answers[0].text, FIRST.answers[1].text):
        assert text in words
    assert ran.out == run("quiz", "--kept", "2", "--kept", "1", *arguments, columns=200).out


def test_what_stayed_the_same_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two quizzes with the same answers differ in nothing."""
    for _ in range(2):
        type_in(monkeypatch, TYPED)
    out = run("quiz", "--kept", "1", "--kept", "2").out
    assert out.startswith("The result stayed the same.\n")
    assert "No answer is different." in out


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("numbers", [("0",), ("2",), ("1", "1"), ("1", "1", "1"), ("1", "3")])
def test_a_number_that_is_none_is_refused(numbers: tuple[str, ...]) -> None:
    """What is not in the history is wrong use, as are one quiz twice and three of them."""
    ran = run("quiz", *(word for number in numbers for word in ("--kept", number)))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Error: ")


def test_a_long_history_is_cut_and_says_so(state: Path) -> None:
    """The first screen has the newest ones, and --full all of them."""
    for number in range(12):
        result = result_to_keep(QUESTIONNAIRE, (UNMEASURED.id,), {}, f"Verdict {number}.")
        FinishedQuizzes(state).keep(result)
    out = run("quiz", "--history").out
    assert len(out.splitlines()) <= 24
    assert "2 older: mlroles quiz --history --full" in out
    assert "Verdict 0." not in out
    assert "Verdict 0." in run("quiz", "--history", "--full").out


@pytest.mark.usefixtures("asked")
@pytest.mark.parametrize("arguments", FORMATS)
def test_a_result_of_other_questions_is_shown_in_words(
    state: Path, arguments: tuple[str, ...]
) -> None:
    """When the questions have changed, verdict and answers of then are shown, and that it is so."""
    verdict = run("quiz", "--history", "--json").result["quizzes"][0]["verdict"]
    other_edition(state)
    ran = run("quiz", "--last", *arguments, columns=200)
    assert (ran.code, ran.err) == (0, "")
    assert verdict in ran.out
    assert FIRST.answers[0].text in ran.out
    if "--json" not in arguments:
        assert f"{len(ANSWERS) - 1} of {len(ANSWERS)} fit the questions of now." in ran.out
        assert "quiz --edit" in ran.out
        assert "* answered with another edition" in run("quiz", "--history").out


@pytest.mark.usefixtures("asked")
def test_answers_to_other_questions_are_edited_and_saved_as_far_as_they_fit(
    monkeypatch: pytest.MonkeyPatch, state: Path, tmp_path: Path
) -> None:
    """What still answers a question is taken over, and the rest left out."""
    other_edition(state)
    target = tmp_path / "fitting.json"
    assert run("quiz", "--last", "--save", str(target)).code == 0
    fitting = [name for name in ANSWERS if name != list(ANSWERS)[1]]
    assert list(json.loads(target.read_text())["answers"]) == fitting
    ran = type_in(monkeypatch, "\n", "--edit", "--json")
    assert ran.result["answered"] == len(fitting)


@pytest.mark.usefixtures("asked")
def test_where_nothing_fits_the_way_on_is_a_new_quiz(state: Path) -> None:
    """A result of quite other questions leads to the quiz, not to editing."""
    (path,) = state.glob("finished.*")
    document = json.loads(path.read_text())
    document.update(questionnaire="other", answers=[])
    path.write_text(json.dumps(document))
    out = run("quiz", "--last").out
    assert "--edit" not in out
    assert "Next: mlroles quiz" in out


@pytest.mark.usefixtures("asked")
def test_a_verdict_that_is_another_now_is_told(state: Path) -> None:
    """Where the points have changed since, the sentence of then is told beside the result."""
    (path,) = state.glob("finished.*")
    document = json.loads(path.read_text())
    path.write_text(json.dumps({**document, "verdict": "You lean towards Baker."}))
    ran = run("quiz", "--last")
    assert SCORED in ran.out
    assert "Then it said: You lean towards Baker." in ran.err


@pytest.mark.usefixtures("asked")
def test_all_that_is_kept_is_deleted(monkeypatch: pytest.MonkeyPatch, state: Path) -> None:
    """--forget deletes results and unfinished answers and says how many, in every format."""
    type_in(monkeypatch, "1\nq\n", "--fresh")
    ran = run("quiz", "--forget")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Deleted: 1 finished quiz and 1 unfinished quiz.\n")
    assert list(state.glob("*.json")) == []
    for arguments in FORMATS:
        assert run("quiz", "--forget", *arguments).code == 0
    assert run("quiz", "--forget").out.startswith("Nothing was kept.\n")


def test_a_result_that_cannot_be_kept_is_told(monkeypatch: pytest.MonkeyPatch, state: Path) -> None:
    """Where the folder keeps nothing, the result is shown all the same, and why it is not kept."""
    state.write_text("a file")
    ran = type_in(monkeypatch, TYPED)
    assert ran.code == 0
    assert SCORED in ran.out
    assert f"This result cannot be kept in {state}: file exists." in ran.err


@pytest.mark.usefixtures("asked")
def test_a_kept_file_that_is_broken_is_told(state: Path) -> None:
    """A file that cannot be understood is named, and the rest is shown."""
    (state / "finished.20990101T000000Z.json").write_text("{")
    ran = run("quiz", "--history")
    assert ran.code == 0
    assert "is no finished quiz that this version can read." in ran.err
    assert "1 finished quiz" in ran.out


def test_how_it_stands_is_shown_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    """Percentages stand with the measured half alone, and only with --live."""
    silent = type_in(monkeypatch, TYPED).err
    assert "so far" not in silent
    live = type_in(monkeypatch, TYPED, "--live").err
    assert "Ahead in this half so far: " in live
    before, _, after = live.partition(str(MEASURED.note))
    assert "This half so far: " in after
    assert "%" not in before


@pytest.mark.parametrize(
    ("out", "err", "where"), [(1, 1, "err"), (1, 0, "out"), (0, 1, "err"), (0, 0, "err")]
)
def test_the_questions_go_where_somebody_sees_them(
    monkeypatch: pytest.MonkeyPatch, out: bool, err: bool, where: str
) -> None:
    """Questions stand on stderr, and on stdout only where that alone is a terminal."""
    from mlroles.cli.streams import dialogue

    class Stream(io.StringIO):
        def __init__(self, *, seen: bool) -> None:
            super().__init__()
            self.seen = seen

        def isatty(self) -> bool:
            return self.seen

    streams = {"out": Stream(seen=out), "err": Stream(seen=err)}
    monkeypatch.setattr(sys, "stdout", streams["out"])
    monkeypatch.setattr(sys, "stderr", streams["err"])
    chosen = dialogue()
    monkeypatch.undo()
    os.environ.pop("MLROLES_STATE", None)
    assert chosen is streams[where]
