"""Several quizzes at once: whoever is told that answers are kept finds them."""

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from mlroles.errors import MlrolesError
from mlroles.quiz import private
from mlroles.quiz.kept import FinishedQuizzes
from mlroles.quiz.models import Questionnaire
from mlroles.quiz.state import UnfinishedQuiz

PROCESSES, ROUNDS = 6, 12

SAVE = """
import sys
from pathlib import Path
from mlroles.quiz.models import Questionnaire
from mlroles.quiz.state import UnfinishedQuiz
import filelock
questionnaire = Questionnaire.model_validate_json(Path(sys.argv[1]).read_text())
question = questionnaire.questions[0].id
own = questionnaire.questions[0].answers[int(sys.argv[3]) % 3].id
for round_ in range(int(sys.argv[4])):
    unfinished = UnfinishedQuiz(questionnaire, Path(sys.argv[2]) / str(round_))
    unfinished.load()
    print("ready", flush=True)
    sys.stdin.readline()  # all go on in the same moment
    unfinished.save({question: (own,)})
    print(f"{own} {unfinished.path}", flush=True)
"""


def lost(questionnaire: Questionnaire, folder: Path, code: str = SAVE) -> int:
    """Let processes save in the same moment, round by round; return how many sheets are lost."""
    document = folder / "questionnaire.json"
    document.write_text(questionnaire.model_dump_json(exclude_none=True))
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", code, document, folder, str(number), str(ROUNDS)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for number in range(PROCESSES)
    ]
    gone = 0
    question = questionnaire.questions[0].id
    try:
        for round_ in range(ROUNDS):
            for each in processes:
                assert each.stdout is not None
                assert each.stdout.readline() == "ready\n"
            for each in processes:
                assert each.stdin is not None
                each.stdin.write("\n")
                each.stdin.flush()
            told = Counter(
                str(each.stdout and each.stdout.readline()).split()[0] for each in processes
            )
            sheets = (folder / str(round_)).glob("*.json")
            kept = Counter(json.loads(path.read_text())["answers"][question] for path in sheets)
            gone += (told - kept).total()
    finally:
        for each in processes:
            each.communicate(timeout=60)
    return gone


@pytest.mark.uncounted
def test_who_saves_in_the_same_moment_loses_nothing(
    questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """Of six processes that save at once, round by round, every sheet is found."""
    assert lost(questionnaire, tmp_path) == 0


@pytest.mark.uncounted
def test_without_taking_turns_sheets_are_lost(questionnaire: Questionnaire, tmp_path: Path) -> None:
    """The test above can fail: where nobody waits for a turn, sheets push one another aside."""
    unlocked = """
import contextlib, filelock, time
from mlroles.quiz import state
filelock.FileLock = lambda *_, **__: contextlib.nullcontext()
write = state.write_atomic
state.write_atomic = lambda *given: (time.sleep(0.002), write(*given))
"""
    assert lost(questionnaire, tmp_path, unlocked + SAVE) > 0


KEEP = """
import sys
from pathlib import Path
from mlroles.quiz.kept import FinishedQuizzes, result_to_keep
from mlroles.quiz.models import Questionnaire
questionnaire = Questionnaire.model_validate_json(Path(sys.argv[1]).read_text())
for round_ in range(int(sys.argv[4])):
    said = f"{sys.argv[3]} {round_}"
    FinishedQuizzes(Path(sys.argv[2])).keep(result_to_keep(questionnaire, (), {}, said))
"""


@pytest.mark.uncounted
def test_who_finishes_in_the_same_moment_keeps_every_result(
    questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """Of processes that finish quizzes at once, time and again, every result is found."""
    document = tmp_path / "questionnaire.json"
    document.write_text(questionnaire.model_dump_json(exclude_none=True))
    state = tmp_path / "state"
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", KEEP, document, state, str(number), str(ROUNDS)],
        )
        for number in range(PROCESSES)
    ]
    assert [each.wait(timeout=60) for each in processes] == [0] * PROCESSES
    results, warnings = FinishedQuizzes(state).load()
    assert warnings == ()
    assert {each.verdict for each in results} == {
        f"{number} {round_}" for number in range(PROCESSES) for round_ in range(ROUNDS)
    }


def test_who_waits_too_long_is_told(
    questionnaire: Questionnaire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where another holds the folder for ever, that is said and the quiz goes on."""
    monkeypatch.setattr(private, "PATIENCE", 0.01)
    with private.turn_in(tmp_path):
        unfinished = UnfinishedQuiz(questionnaire, tmp_path)
        (warning,) = unfinished.load().warnings
        with pytest.raises(MlrolesError, match="cannot be kept in") as caught:
            unfinished.save({})
    assert "cannot be read" in warning
    assert caught.value.hint


def test_two_editions_keep_their_sheets_apart(questionnaire: Questionnaire, tmp_path: Path) -> None:
    """Sheets of two questionnaires with one id but other questions leave each other alone."""
    other = questionnaire.model_copy(update={"questions": questionnaire.questions[1:]})
    for edition in (questionnaire, other):
        first = edition.questions[0]
        UnfinishedQuiz(edition, tmp_path).save({first.id: (first.answers[0].id,)})
    for edition in (questionnaire, other):
        loaded = UnfinishedQuiz(edition, tmp_path).load()
        assert (list(loaded.answers), loaded.warnings) == ([edition.questions[0].id], ())


@pytest.mark.parametrize("umask", [0, 0o022, 0o777])
def test_what_is_kept_is_for_the_person_alone(
    questionnaire: Questionnaire, tmp_path: Path, umask: int
) -> None:
    """Whatever the umask, the folder is 0700 and all in it 0600."""
    before = os.umask(umask)
    try:
        UnfinishedQuiz(questionnaire, tmp_path / "state").save({})
    finally:
        os.umask(before)
    assert (tmp_path / "state").stat().st_mode & 0o777 == 0o700
    found = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "state").iterdir()}
    assert set(found.values()) == {0o600}
    assert ".lock" in found
