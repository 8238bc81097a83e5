"""Keeping an unfinished quiz."""

import errno
import os
from pathlib import Path

import platformdirs
import pytest

from mlroles.errors import MlrolesError
from mlroles.quiz.models import Questionnaire
from mlroles.quiz.private import state_folder
from mlroles.quiz.sheets import LIMIT, dump_sheet
from mlroles.quiz.state import Loaded, UnfinishedQuiz
from tests.kitchen import one_half
from tests.kitchen import questionnaire as kitchen_questionnaire

SOME = {"heat": ("oven",)}
MORE = {"heat": ("oven",), "hours": ("evening",)}
OTHER = {"heat": ("shade",)}


def refuse(*_: object, **__: object) -> None:
    """Stand in for a system call on a disk that is full."""
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


PRINT = kitchen_questionnaire(one_half()).fingerprint
STEM = f"kitchen.{PRINT}"


def kept(folder: Path) -> dict[str, bytes]:
    """Return every file in ``folder`` but the lock."""
    return {
        path.name: path.read_bytes()
        for path in folder.iterdir()
        if path.is_file() and path.name != ".lock"
    }


def test_the_environment_names_the_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """MLROLES_STATE is the folder where it is set."""
    monkeypatch.setenv("MLROLES_STATE", str(tmp_path))
    assert state_folder() == tmp_path


def test_the_platform_has_a_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without MLROLES_STATE, or with it empty, it is the platform's folder for state."""
    monkeypatch.setenv("MLROLES_STATE", "")
    assert state_folder() == platformdirs.user_state_path("mlroles", appauthor=False)


def test_what_is_saved_is_loaded(questionnaire: Questionnaire, tmp_path: Path) -> None:
    """Answers come back as they were saved, and the folder is made where it is missing."""
    folder = tmp_path / "not" / "yet"
    UnfinishedQuiz(questionnaire, folder).save(MORE)
    assert UnfinishedQuiz(questionnaire, folder).load() == Loaded(MORE)
    assert kept(folder) == {f"{STEM}.json": dump_sheet(questionnaire, MORE)}


def test_nothing_is_loaded_where_nothing_is(questionnaire: Questionnaire, tmp_path: Path) -> None:
    """No folder, and a folder without a sheet, hold no answers and are no mishap."""
    assert UnfinishedQuiz(questionnaire, tmp_path).load() == Loaded({})
    assert UnfinishedQuiz(questionnaire, tmp_path / "none").load() == Loaded({})


def test_a_loaded_sheet_is_written_over(questionnaire: Questionnaire, tmp_path: Path) -> None:
    """A quiz that goes on, or starts over, from a sheet keeps its answers in the same sheet."""
    UnfinishedQuiz(questionnaire, tmp_path).save(SOME)
    second = UnfinishedQuiz(questionnaire, tmp_path)
    second.load()
    second.save(MORE)
    second.save(OTHER)
    assert kept(tmp_path) == {f"{STEM}.json": dump_sheet(questionnaire, OTHER)}


def test_two_quizzes_at_once_keep_both_sheets(questionnaire: Questionnaire, tmp_path: Path) -> None:
    """Of two quizzes that started from the same sheet neither writes over the other's answers."""
    UnfinishedQuiz(questionnaire, tmp_path).save(SOME)
    first, second = (UnfinishedQuiz(questionnaire, tmp_path) for _ in range(2))
    first.load()
    second.load()
    first.save(MORE)
    second.save(OTHER)
    first.save(MORE)
    assert kept(tmp_path) == {
        f"{STEM}.json": dump_sheet(questionnaire, MORE),
        f"{STEM}.2.json": dump_sheet(questionnaire, OTHER),
    }


def test_a_second_sheet_is_found(questionnaire: Questionnaire, tmp_path: Path) -> None:
    """Where the first sheet is gone or holds nothing, the next one is loaded and written over."""
    (tmp_path / f"{STEM}.json").write_bytes(dump_sheet(questionnaire, {}))
    (tmp_path / f"{STEM}.3.json").write_bytes(dump_sheet(questionnaire, SOME))
    quiz = UnfinishedQuiz(questionnaire, tmp_path)
    assert quiz.load() == Loaded(SOME)
    quiz.save(MORE)
    assert kept(tmp_path)[f"{STEM}.3.json"] == dump_sheet(questionnaire, MORE)


def test_an_empty_sheet_is_written_over(questionnaire: Questionnaire, tmp_path: Path) -> None:
    """A sheet in which nothing is answered is free to take."""
    (tmp_path / f"{STEM}.json").write_bytes(dump_sheet(questionnaire, {}))
    UnfinishedQuiz(questionnaire, tmp_path).save(SOME)
    assert kept(tmp_path) == {f"{STEM}.json": dump_sheet(questionnaire, SOME)}


@pytest.mark.parametrize("data", [b"", b"\xff\x00", b'{"answers": 1}', b" " * (LIMIT + 1)])
def test_a_broken_sheet_is_set_aside(
    questionnaire: Questionnaire, tmp_path: Path, data: bytes
) -> None:
    """A sheet that cannot be understood is renamed and told of, and keeps every byte."""
    aside = {f"{STEM}.json.{number}.broken": data for number in (1, 2)}
    for name in aside:
        (tmp_path / f"{STEM}.json").write_bytes(data)
        loaded = UnfinishedQuiz(questionnaire, tmp_path).load()
        assert not loaded.answers
        assert loaded.warnings == (
            f"The saved answers could not be read; they are now {tmp_path / name}.",
        )
    assert kept(tmp_path) == aside


def test_behind_a_broken_sheet_a_good_one_is_found(
    questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """A broken sheet does not hide the sheet beside it."""
    (tmp_path / f"{STEM}.2.json").write_bytes(b"{")
    (tmp_path / f"{STEM}.json").write_bytes(dump_sheet(questionnaire, SOME))
    assert UnfinishedQuiz(questionnaire, tmp_path).load().answers == SOME


def test_a_broken_sheet_that_cannot_be_renamed_stays(
    questionnaire: Questionnaire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where renaming fails the sheet stays as it is, also when answers are saved after."""
    (tmp_path / f"{STEM}.json").write_bytes(b"{")
    quiz = UnfinishedQuiz(questionnaire, tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(os, "rename", refuse)
        assert quiz.load() == Loaded(
            {}, (f"Saved answers in {tmp_path} cannot be read: no space left on device.",)
        )
    quiz.save(SOME)
    assert kept(tmp_path) == {
        f"{STEM}.json": b"{",
        f"{STEM}.2.json": dump_sheet(questionnaire, SOME),
    }


def test_a_directory_in_the_sheets_place_is_left_alone(
    questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """A directory or a dangling link of the sheet's name is passed over."""
    (tmp_path / f"{STEM}.json").mkdir()
    (tmp_path / f"{STEM}.2.json").symlink_to("nowhere")
    quiz = UnfinishedQuiz(questionnaire, tmp_path)
    assert quiz.load() == Loaded({})
    quiz.save(SOME)
    assert quiz.path == tmp_path / f"{STEM}.3.json"
    assert kept(tmp_path) == {f"{STEM}.3.json": dump_sheet(questionnaire, SOME)}


def test_a_sheet_that_may_not_be_read_is_left_alone(
    questionnaire: Questionnaire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A sheet that belongs to somebody else is told of and not written over."""

    def forbid(*_: object) -> None:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    (tmp_path / f"{STEM}.json").write_bytes(dump_sheet(questionnaire, MORE))
    quiz = UnfinishedQuiz(questionnaire, tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr("mlroles.quiz.state.read_limited", forbid)
        assert quiz.load().warnings == (
            f"Saved answers in {tmp_path} cannot be read: permission denied.",
        )
        quiz.save(SOME)
    assert kept(tmp_path) == {
        f"{STEM}.json": dump_sheet(questionnaire, MORE),
        f"{STEM}.2.json": dump_sheet(questionnaire, SOME),
    }


def test_a_file_in_the_folders_place_is_told(questionnaire: Questionnaire, tmp_path: Path) -> None:
    """Where the folder is a file nothing can be kept, and the error says so and what to do."""
    folder = tmp_path / "file"
    folder.write_text("mine")
    quiz = UnfinishedQuiz(questionnaire, folder)
    assert quiz.load() == Loaded({})
    with pytest.raises(MlrolesError) as caught:
        quiz.save(SOME)
    assert caught.value.message == f"Your answers cannot be kept in {folder}: file exists."
    assert "MLROLES_STATE" in caught.value.hint
    assert folder.read_text() == "mine"


@pytest.mark.parametrize("call", ["replace", "fsync"])
def test_a_full_disk_loses_no_saved_sheet(
    questionnaire: Questionnaire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """Where a write fails half-way the sheet saved before stands, and nothing else is left."""
    quiz = UnfinishedQuiz(questionnaire, tmp_path)
    quiz.save(SOME)
    monkeypatch.setattr(os, call, refuse)
    with pytest.raises(MlrolesError, match="no space left"):
        quiz.save(MORE)
    assert kept(tmp_path) == {f"{STEM}.json": dump_sheet(questionnaire, SOME)}


def test_a_finished_quiz_removes_its_sheet(questionnaire: Questionnaire, tmp_path: Path) -> None:
    """A sheet goes when the finished quiz holds all that it holds."""
    quiz = UnfinishedQuiz(questionnaire, tmp_path)
    quiz.save(SOME)
    quiz.finish(MORE)
    assert kept(tmp_path) == {}


@pytest.mark.parametrize("finished", [OTHER, {}])
def test_a_finished_quiz_leaves_what_it_lacks(
    questionnaire: Questionnaire, tmp_path: Path, finished: dict[str, tuple[str, ...]]
) -> None:
    """A sheet that holds an answer which the finished quiz lacks stays."""
    UnfinishedQuiz(questionnaire, tmp_path).save(SOME)
    UnfinishedQuiz(questionnaire, tmp_path).finish(finished)
    assert kept(tmp_path) == {f"{STEM}.json": dump_sheet(questionnaire, SOME)}


def test_a_finished_quiz_leaves_what_it_cannot_read(
    questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """A broken sheet stays where it is, and no sheet at all is no mishap."""
    UnfinishedQuiz(questionnaire, tmp_path).finish(SOME)
    (tmp_path / f"{STEM}.json").write_bytes(b"{")
    UnfinishedQuiz(questionnaire, tmp_path).finish(SOME)
    assert kept(tmp_path) == {f"{STEM}.json": b"{"}


def test_an_account_without_a_home_keeps_nothing(
    questionnaire: Questionnaire, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where there is no folder, nothing is found, and keeping is refused with a way out."""

    def homeless(*_: object, **__: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(platformdirs, "user_state_path", homeless)
    assert state_folder() is None
    quiz = UnfinishedQuiz(questionnaire, None)
    assert quiz.load() == Loaded({})
    with pytest.raises(MlrolesError, match="no home folder") as caught:
        quiz.save(SOME)
    assert "MLROLES_STATE" in caught.value.hint
