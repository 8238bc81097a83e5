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
from mlroles.quiz.session import Session
from mlroles.quiz.sheets import dump_sheet
from tests.running import Ran, run, spawn

QUESTIONNAIRE = Questionnaire.model_validate_json(
    (data_directory() / "questionnaire.json").read_bytes()
)
FIRST = QUESTIONNAIRE.questions[0]
TOTAL = len(QUESTIONNAIRE.questions)
OPENING = f"\nQuestion 1 of at most {Session(QUESTIONNAIRE).total}\n"
SAVED = f"{QUESTIONNAIRE.id}.{QUESTIONNAIRE.fingerprint}.json"
UNMEASURED, MEASURED = (
    next(half for half in QUESTIONNAIRE.halves if (half.measured is not None) is measured)
    for measured in (False, True)
)


def by_rote(*halves: str, answer_all: bool = False) -> tuple[str, dict[str, tuple[str, ...]]]:
    """Return what to type to give the first answer to whatever is asked, and these answers."""
    typed = ""
    session = Session(QUESTIONNAIRE.only(halves), answer_all=answer_all)
    while session.question is not None:
        if session.opens_half and session.half and session.half.note:
            typed += "y\n"
        typed += "1\n"
        session = session.answer((session.question.answers[0].id,))
    return typed, dict(session.answers)


TYPED, ANSWERS = by_rote()
SHEET = dump_sheet(QUESTIONNAIRE, ANSWERS)
AGAIN = "Kept. See it again: mlroles quiz --last · change answers: mlroles quiz --edit"
SCORED = "how sure it is"
"""Stands on the screen of every result."""


def kept(state: Path) -> list[str]:
    """Return the names of the sheets of unfinished quizzes that are kept."""
    return [path.name for path in state.glob("*.json") if not path.name.startswith("finished.")]


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which unfinished quizzes are kept."""
    folder = tmp_path / "state"
    monkeypatch.setenv("MLROLES_STATE", str(folder))
    return folder


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Return an answer sheet with the answers given by rote."""
    path = tmp_path / "answers.json"
    path.write_bytes(SHEET)
    return path


def as_sheet(answers: dict[str, str]) -> str:
    """Return ``answers`` as the text of a sheet."""
    head = {"schema": "mlroles/answers", "version": 1, "questionnaire": QUESTIONNAIRE.id}
    return json.dumps({**head, "answers": answers})


def unwrapped(text: str) -> str:
    """Return a text on one line, so that it does not matter where lines break."""
    return " ".join(text.split())


def type_in(
    monkeypatch: pytest.MonkeyPatch, typed: str | bytes, *arguments: str, command: str = "quiz"
) -> Ran:
    """Run the command with ``typed`` on its standard input."""
    data = typed if isinstance(typed, bytes) else typed.encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))
    return run(command, *arguments)


def test_a_pipe_answers_the_quiz(monkeypatch: pytest.MonkeyPatch, state: Path) -> None:
    """Numbers from a pipe answer every question; stdout is the result, which is kept."""
    ran = type_in(monkeypatch, TYPED)
    assert ran.code == 0
    assert ran.err.startswith(f"{OPENING}{FIRST.text}\n1. ")
    assert ran.err.endswith(f"\n{AGAIN}\n")
    assert SCORED in ran.out
    assert FIRST.why not in ran.out
    assert kept(state) == []


def test_the_end_of_the_input_keeps_the_answers(
    monkeypatch: pytest.MonkeyPatch, state: Path
) -> None:
    """Input that ends early exits 130, says where the answers lie, and the next run goes on."""
    ran = type_in(monkeypatch, "1\n2\n")
    path = state / SAVED
    assert ran.code == 130
    assert ran.err.endswith(
        f"Your answers to 2 of {TOTAL} questions are kept. To go on: mlroles quiz\n"
        f"They lie in {path}\n"
    )
    ran = type_in(monkeypatch, "y\n" + TYPED.removeprefix("1\n" * 2))
    assert ran.code == 0
    assert ran.err.startswith(f"You answered 2 of {TOTAL} questions. Go on from there? [Y/n]\n")
    assert not path.exists()


def test_fresh_starts_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """With --fresh saved answers are not even offered."""
    type_in(monkeypatch, "1\n2\n")
    ran = type_in(monkeypatch, "", "--fresh")
    assert ran.code == 130
    assert ran.err.startswith(OPENING)


@pytest.mark.parametrize("format_", ["json", "markdown"])
def test_a_result_for_machines_stands_alone(
    monkeypatch: pytest.MonkeyPatch, sheet: Path, format_: str
) -> None:
    """The dialogue goes to stderr, and stdout is what the same sheet gives, byte for byte.

    Only the command that shows all is another: it reads what is kept, not the sheet.
    """
    asked = type_in(monkeypatch, TYPED, "--format", format_)
    scored = run("quiz", "--answers", str(sheet), "--format", format_)
    assert asked.code == scored.code == 0
    assert FIRST.text in asked.err
    assert scored.err == ""
    assert asked.out == scored.out.replace(f"--answers {sheet}", "--last")


def test_bytes_that_are_no_text_are_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Invalid UTF-8 on stdin is told like any other mistake."""
    ran = type_in(monkeypatch, b"\xff\xfe\n1\n")
    assert ran.code == 130
    assert "That is not an answer here." in ran.err
    assert "kept" in ran.err


def test_a_closed_stdin_has_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a standard input the quiz is left at once."""
    monkeypatch.setattr(sys, "stdin", None)
    assert run("quiz").code == 130


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is full")
def test_a_result_that_cannot_be_written_keeps_the_answers(tmp_path: Path, state: Path) -> None:
    """Where stdout is full the saved sheet stays until the result has been seen, kept as it is."""
    typed = tmp_path / "typed"
    typed.write_text(TYPED)
    ran = spawn("quiz", "--json", after=f"< '{typed}' > /dev/full")
    assert ran.returncode == 1
    assert b"Traceback" not in ran.stderr
    assert (state / SAVED).read_bytes() == SHEET
    assert SCORED in run("quiz", "--last").out


def test_a_sheet_is_scored_from_standard_input(
    monkeypatch: pytest.MonkeyPatch, sheet: Path
) -> None:
    """A dash reads the sheet from stdin, with the same result as from a file."""
    ran = type_in(monkeypatch, sheet.read_bytes(), "--answers", "-", "--json")
    assert ran.result["answered"] == len(ANSWERS)
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
    """--save writes the same bytes for the same answers, asked, scored or kept, and says so."""
    targets = [tmp_path / f"{name}.json" for name in ("asked", "scored", "kept")]
    asked, scored, last = (("--save", str(each)) for each in targets)
    said = [
        type_in(monkeypatch, TYPED, *asked).err,
        run("quiz", "--answers", str(sheet), *scored).err,
        run("quiz", "--last", *last).err,
    ]
    for target, err in zip(targets, said, strict=True):
        assert target.read_bytes() == SHEET
        assert f"Your answers are in {target}, for mlroles quiz --answers.\n" in err


def test_a_file_is_written_over_only_by_force(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sheet: Path
) -> None:
    """Where nobody can be asked, --save refuses before the first question, unless --force."""
    target = tmp_path / "old.json"
    target.write_text("old")
    ran = type_in(monkeypatch, TYPED, "--save", str(target))
    assert (ran.code, ran.out) == (1, "")
    assert f"{target} is there already, and stays as it is." in ran.err
    assert "--force" in ran.err
    assert target.read_text() == "old"
    assert run("quiz", "--answers", str(sheet), "--save", str(target), "--force").code == 0
    assert target.read_bytes() == SHEET


@pytest.mark.parametrize(("typed", "code"), [("y\n", 0), ("\n", 1), ("", 1)])
def test_a_person_is_asked_before_a_file_is_written_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, sheet: Path, typed: str, code: int
) -> None:
    """In a terminal --save asks, and no is the default."""

    class Typing(io.TextIOWrapper):
        def isatty(self) -> bool:
            return True

    target = tmp_path / "old.json"
    target.write_text("old")
    monkeypatch.setattr(sys, "stdin", Typing(io.BytesIO(typed.encode()), "utf-8"))
    ran = run("quiz", "--answers", str(sheet), "--save", str(target))
    assert ran.code == code
    assert ran.err.startswith(f"{target} is there already. Write over it? [y/N]\n")
    assert (target.read_bytes() == SHEET) is (code == 0)


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
    ran = type_in(monkeypatch, TYPED, "--save", str(target))
    assert ran.code == 1
    assert f"Cannot write {target}: no space left on device." in ran.err
    assert SCORED in ran.out
    assert kept(state) == [SAVED]
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
    ran = type_in(monkeypatch, TYPED, "--save", str(tmp_path / name))
    assert ran.code == 1
    assert told in ran.err
    assert ran.out == ""


@pytest.mark.parametrize(
    "arguments",
    [
        ("--fresh", "--answers", "SHEET"),
        ("--all", "--answers", "SHEET"),
        ("--all", "questions"),
        ("--only", UNMEASURED.id, "questions"),
        ("--only", "no-such-half"),
        ("--save", "-"),
        ("--last", "--history"),
        ("--last", "--fresh"),
        ("--last", "--live"),
        ("--edit", "--fresh"),
        ("--edit", "--answers", "SHEET"),
        ("--history", "--save", "out.json"),
        ("--forget", "--save", "out.json"),
        ("--kept", "1", "--kept", "2", "--save", "out.json"),
        ("--force",),
        ("--last", "questions"),
        ("--full", "questions"),
        ("--answers", "SHEET", "questions"),
        ("--save", "out.json", "questions"),
        ("--fresh", "questions"),
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


def test_the_note_before_a_half_may_be_declined(monkeypatch: pytest.MonkeyPatch) -> None:
    """What one should know is said before the measured half, and "n" leaves the half out."""
    typed, answers = by_rote(UNMEASURED.id)
    ran = type_in(monkeypatch, f"{typed}n\n", "--json")
    assert ran.code == 0
    assert f"{MEASURED.note}\nAnswer this half? [Y/n]\n" in ran.err
    assert [each["answered"] for each in ran.result["halves"] if each["answered"]] == [len(answers)]
    assert f"\n{MEASURED.title}  " not in ran.out


def test_the_measured_half_stops_early(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fewer questions than there are lead to a result that says how sure it is."""
    session, typed = Session(QUESTIONNAIRE.only((MEASURED.id,))), "y\n"
    role = next(iter(FIRST.answers[0].points))
    while (question := session.question) is not None:
        best = max(question.answers, key=lambda answer: answer.points[role])
        typed += f"{question.answers.index(best) + 1}\n"
        session = session.answer((best.id,))
    answers = session.answers
    ran = type_in(monkeypatch, typed, "--only", MEASURED.id, "--json")
    (half,) = ran.result["halves"]
    assert ran.code == 0
    assert len(answers) < half["total"] == ran.result["total"]
    assert half["answered"] == ran.result["answered"] == len(answers)
    assert half["sureness"]["people"] > 0
    assert ran.result["agree"] is None


def test_all_questions_are_asked_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    """With --all the measured half asks everything, and the number of questions is certain."""
    typed, answers = by_rote(answer_all=True)
    ran = type_in(monkeypatch, typed, "--all", "--json")
    assert ran.code == 0
    assert ran.err.startswith(f"\nQuestion 1 of {TOTAL}\n")
    assert ran.result["answered"] == len(answers) == TOTAL


@pytest.mark.parametrize("name", [UNMEASURED.id, UNMEASURED.title.upper()])
def test_one_half_is_asked_alone(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """--only asks and scores a half by any case of its id or title."""
    typed, answers = by_rote(UNMEASURED.id)
    ran = type_in(monkeypatch, typed, "--only", name, "--json")
    assert ran.code == 0
    assert [each["answered"] for each in ran.result["halves"] if each["answered"]] == [len(answers)]


def test_a_sheet_is_scored_by_one_half(sheet: Path, tmp_path: Path) -> None:
    """--only with --answers scores that half, and --save keeps the answers to both."""
    target = tmp_path / "again.json"
    arguments = ("quiz", "--answers", str(sheet), "--save", str(target), "--force", "--json")
    whole = run(*arguments).result
    one = run(*arguments, "--only", MEASURED.id).result
    assert one["halves"] == [half for half in whole["halves"] if half["half"] == MEASURED.id]
    assert one["leaders"] == one["halves"][0]["leaders"]
    assert target.read_bytes() == SHEET
    assert whole["answered"] == sum(half["answered"] for half in whole["halves"])


def test_an_unknown_half_is_told_with_those_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """A half that there is not exits 2 before the first question, and names those there are."""
    ran = type_in(monkeypatch, TYPED, "--only", "dreams")
    assert (ran.code, ran.out) == (2, "")
    assert "There is no half “dreams”." in ran.err
    assert all(half.id in ran.err for half in QUESTIONNAIRE.halves)


def test_one_half_loses_no_answer_to_the_other(
    monkeypatch: pytest.MonkeyPatch, state: Path
) -> None:
    """Answers kept for one half are still there when the other half has been finished."""
    type_in(monkeypatch, "1\n2\n")
    typed, answers = by_rote(MEASURED.id)
    assert type_in(monkeypatch, typed, "--only", MEASURED.id).code == 0
    kept = json.loads((state / SAVED).read_text())["answers"]
    assert list(kept) == [*(each.id for each in QUESTIONNAIRE.questions[:2]), *answers]


def test_the_halves_are_completed() -> None:
    """TAB after --only offers the halves by their beginning, each with its title."""
    for typed, offered in (("", QUESTIONNAIRE.halves), (MEASURED.id[:2], (MEASURED,))):
        ran = run(
            environment={
                "_MLROLES_COMPLETE": "complete_fish",
                "_TYPER_COMPLETE_ARGS": f"mlroles quiz --only {typed}",
                "_TYPER_COMPLETE_FISH_ACTION": "get-args",
            }
        )
        assert ran.out.splitlines() == [f"{half.id}\t{half.title}" for half in offered]


def test_the_questions_show_what_their_points_rest_on() -> None:
    """Points stand with claims in one half, and with counts in the other."""
    out = run("quiz", "questions", "--plain").out
    answer = next(
        answer
        for question in QUESTIONNAIRE.questions
        if question.half == MEASURED.id
        for answer in question.answers
    )
    assert answer.counts is not None
    count = next(iter(answer.counts.values()))
    assert f" {count.ticked:,} of {count.asked:,}\n" in out
    assert f"Claims: {', '.join(FIRST.answers[0].claims)}\n" in out
    assert all(half.basis in out for half in QUESTIONNAIRE.halves)
