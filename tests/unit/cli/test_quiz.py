"""``mlroles quiz``: asking through pipes, scoring and saving answer sheets."""

import errno
import io
import json
import os
import sys
from pathlib import Path

import pytest

from mlroles.locations import data_directory
from mlroles.quiz.models import Questionnaire
from tests.running import Ran, run, spawn

QUESTIONNAIRE = Questionnaire.model_validate_json(
    (data_directory() / "questionnaire.json").read_bytes()
)
FIRST = QUESTIONNAIRE.questions[0]
TOTAL = len(QUESTIONNAIRE.questions)
ANSWERS = {question.id: question.answers[0].id for question in QUESTIONNAIRE.questions}


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which unfinished quizzes are kept."""
    folder = tmp_path / "state"
    monkeypatch.setenv("MLROLES_STATE", str(folder))
    return folder


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Return an answer sheet in which every question is answered."""
    path = tmp_path / "answers.json"
    path.write_text(as_sheet(ANSWERS))
    return path


def as_sheet(answers: dict[str, str]) -> str:
    """Return ``answers`` as the text of a sheet."""
    head = {"schema": "mlroles/answers", "version": 1, "questionnaire": QUESTIONNAIRE.id}
    return json.dumps({**head, "answers": answers})


def type_in(
    monkeypatch: pytest.MonkeyPatch, typed: str | bytes, *arguments: str, command: str = "quiz"
) -> Ran:
    """Run the command with ``typed`` on its standard input."""
    data = typed if isinstance(typed, bytes) else typed.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
    return run(command, *arguments)


def test_a_pipe_answers_the_quiz(monkeypatch: pytest.MonkeyPatch, state: Path) -> None:
    """Numbers from a pipe answer every question; the result ends stdout and nothing is left."""
    ran = type_in(monkeypatch, "1\n" * TOTAL)
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(f"\nQuestion 1 of {TOTAL}\n{FIRST.text}\n1. ")
    assert f"From your answers to {TOTAL} of {TOTAL} questions." in ran.out
    assert not list(state.iterdir())


def test_the_end_of_the_input_keeps_the_answers(
    monkeypatch: pytest.MonkeyPatch, state: Path
) -> None:
    """Input that ends early exits 130, says where the answers lie, and the next run goes on."""
    ran = type_in(monkeypatch, "1\n2\n")
    path = state / f"{QUESTIONNAIRE.id}.json"
    assert ran.code == 130
    assert ran.err == (
        f"Your answers to 2 of {TOTAL} questions are kept. To go on: mlroles quiz\n"
        f"They lie in {path}\n"
    )
    ran = type_in(monkeypatch, "y\n" + "1\n" * (TOTAL - 2))
    assert ran.code == 0
    assert ran.out.startswith(f"You answered 2 of {TOTAL} questions. Go on from there? [Y/n]\n")
    assert not path.exists()


def test_fresh_starts_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """With --fresh saved answers are not even offered."""
    type_in(monkeypatch, "1\n2\n")
    ran = type_in(monkeypatch, "", "--fresh")
    assert ran.code == 130
    assert ran.out.startswith(f"\nQuestion 1 of {TOTAL}\n")


@pytest.mark.parametrize("format_", ["json", "markdown"])
def test_a_result_for_machines_stands_alone(
    monkeypatch: pytest.MonkeyPatch, sheet: Path, format_: str
) -> None:
    """The dialogue goes to stderr, and stdout is what the same sheet gives, byte for byte."""
    asked = type_in(monkeypatch, "1\n" * TOTAL, "--format", format_)
    scored = run("quiz", "--answers", str(sheet), "--format", format_)
    assert asked.code == scored.code == 0
    assert f"Question {TOTAL} of {TOTAL}" in asked.err
    assert scored.err == ""
    assert asked.out == scored.out


def test_bytes_that_are_no_text_are_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Invalid UTF-8 on stdin is told like any other mistake."""
    ran = type_in(monkeypatch, b"\xff\xfe\n1\n")
    assert ran.code == 130
    assert "That is not an answer here." in ran.out
    assert "kept" in ran.err


def test_a_closed_stdin_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a standard input the quiz is left at once."""
    monkeypatch.setattr(sys, "stdin", None)
    assert run("quiz").code == 130


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_result_that_cannot_be_written_keeps_the_answers(tmp_path: Path, state: Path) -> None:
    """Where stdout is full the saved sheet stays until the result has been seen."""
    typed = tmp_path / "typed"
    typed.write_text("1\n" * TOTAL)
    ran = spawn("quiz", "--json", after=f"< '{typed}' > /dev/full")
    assert ran.returncode == 1
    assert b"Traceback" not in ran.stderr
    assert json.loads((state / f"{QUESTIONNAIRE.id}.json").read_text())["answers"] == ANSWERS


def test_a_sheet_is_scored_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, sheet: Path
) -> None:
    """A dash reads the sheet from stdin, with the same result as from a file."""
    ran = type_in(monkeypatch, sheet.read_bytes(), "--answers", "-", "--json")
    assert ran.result["answered"] == TOTAL
    assert ran.out == run("quiz", "--answers", str(sheet), "--json").out


def test_scoring_leaves_saved_answers_alone(
    monkeypatch: pytest.MonkeyPatch, state: Path, sheet: Path
) -> None:
    """A sheet that is scored has nothing to do with the quiz that was left."""
    type_in(monkeypatch, "1\n")
    before = {path: path.read_bytes() for path in state.iterdir()}
    assert run("quiz", "--answers", str(sheet)).code == 0
    assert {path: path.read_bytes() for path in state.iterdir()} == before


def test_answers_are_saved_as_a_sheet(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sheet: Path
) -> None:
    """--save writes the same bytes for the same answers, asked or scored, over an old file."""
    asked, scored = tmp_path / "asked.json", tmp_path / "scored.json"
    asked.write_text("old")
    assert type_in(monkeypatch, "1\n" * TOTAL, "--save", str(asked)).code == 0
    assert run("quiz", "--answers", str(sheet), "--save", str(scored)).code == 0
    assert asked.read_bytes() == scored.read_bytes()
    assert json.loads(asked.read_text())["answers"] == ANSWERS


def test_a_save_that_fails_still_shows_the_result(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, state: Path
) -> None:
    """Where FILE cannot be written the result is shown, the exit is 1, and answers stay kept."""
    target, replace = tmp_path / "out.json", Path.replace

    def full(path: Path, other: Path) -> Path:
        if other == target:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return replace(path, other)

    monkeypatch.setattr(Path, "replace", full)
    ran = type_in(monkeypatch, "1\n" * TOTAL, "--save", str(target))
    assert ran.code == 1
    assert f"Cannot write {target}: no space left on device." in ran.err
    assert f"From your answers to {TOTAL} of {TOTAL} questions." in ran.out
    assert [path.name for path in state.iterdir()] == [f"{QUESTIONNAIRE.id}.json"]
    assert not target.exists()


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (".", "is not a file that can be replaced."),
        ("/dev/null", "is not a file that can be replaced."),
        ("none/out.json", "none is not a folder."),
    ],
)
def test_a_target_that_cannot_be_a_file_is_refused_first(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, told: str
) -> None:
    """A directory, a missing folder or a device exits 1 before the first question."""
    ran = type_in(monkeypatch, "1\n" * TOTAL, "--save", str(tmp_path / name))
    assert ran.code == 1
    assert told in ran.err
    assert ran.out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("--fresh", "--answers", "SHEET"),
        ("--save", "-"),
        ("--answers", "SHEET", "questions"),
        ("--save", "out.json", "questions"),
        ("--fresh", "questions"),
        ("--json", "--format", "markdown"),
        ("nonsense",),
    ],
)
def test_what_makes_no_sense_together_is_refused(sheet: Path, arguments: tuple[str, ...]) -> None:
    """Options that contradict one another exit 2 and write nothing."""
    ran = run("quiz", *(str(sheet) if each == "SHEET" else each for each in arguments))
    assert ran.code == 2
    assert ran.out == ""
    assert ran.err


def test_every_problem_of_a_sheet_is_named(sheet: Path, tmp_path: Path) -> None:
    """A wrong sheet exits 1, names each thing wrong in it, and writes nothing."""
    target = tmp_path / "out.json"
    sheet.write_text(as_sheet({FIRST.id: "no-such-answer", "no-such-question": "x"}))
    ran = run("quiz", "--answers", str(sheet), "--save", str(target))
    assert ran.code == 1
    assert ran.out == ""
    assert "no-such-answer" in ran.err
    assert "no-such-question" in ran.err
    assert not target.exists()


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff", b"{", b"[" * 100_000, b" " * 1_000_001, b'{"a": NaN}', b'{"a": "\\ud800"}'],
)
def test_a_hostile_sheet_is_refused(sheet: Path, data: bytes) -> None:
    """Nothing in a file leads to more than a sentence and exit 1."""
    sheet.write_bytes(data)
    ran = run("quiz", "--answers", str(sheet))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("Error: ")


@pytest.mark.parametrize("name", ["", "missing.json"])
def test_a_sheet_that_cannot_be_opened_is_told(tmp_path: Path, name: str) -> None:
    """A directory or a missing file exits 1 with the reason."""
    ran = run("quiz", "--answers", str(tmp_path / name))
    assert ran.code == 1
    assert f"Cannot read {tmp_path / name}: " in ran.err


def test_a_catalogue_without_a_questionnaire_has_no_quiz(bakery_directory: Path) -> None:
    """With --data the quiz is that catalogue's, where it has one."""
    ran = run("quiz", "--data", str(bakery_directory))
    assert ran.code == 1
    assert "This catalogue has no questionnaire" in ran.err


def test_the_questions_are_listed(bakery_directory: Path) -> None:
    """The questionnaire comes in every format, also with options before the subcommand."""
    listed = run("quiz", "questions", "--json")
    assert Questionnaire.model_validate_json(json.dumps(listed.result)) == QUESTIONNAIRE
    assert run("quiz", "--json", "questions").out == listed.out
    for arguments in ((), ("--plain",), ("--format", "markdown")):
        ran = run("quiz", "questions", *arguments)
        assert (ran.code, ran.err) == (0, "")
        assert FIRST.answers[0].id in ran.out
    elsewhere = run("quiz", "--data", str(bakery_directory), "questions")
    assert (elsewhere.code, elsewhere.out) == (1, "")
