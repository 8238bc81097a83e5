"""Keeping finished quizzes."""

import errno
import os
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from mlroles.errors import MlrolesError
from mlroles.quiz import kept
from mlroles.quiz.kept import (
    ChangedAnswer,
    FinishedQuizzes,
    Forgotten,
    KeptResult,
    changed_between,
    changes,
    history,
    result_to_keep,
)
from mlroles.quiz.models import Questionnaire
from mlroles.quiz.scorecard import Answers
from mlroles.quiz.state import UnfinishedQuiz
from tests import kitchen
from tests.kitchen import Json

OVEN: Answers = {"heat": ("oven",), "tools": ("whisk", "tray")}
SHADE: Answers = {"heat": ("shade",), "hours": ("evening",), "tools": ("whisk", "tray")}
NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
NAME = "finished.20260301T120000Z"


def finished(
    questionnaire: Questionnaire, answers: Answers = OVEN, at: datetime = NOON, said: str = "Baker."
) -> KeptResult:
    """Return what is kept of a quiz that was finished then."""
    result = result_to_keep(questionnaire, ("likes",), answers, said)
    return result.model_copy(update={"finished": at})


def names(folder: Path) -> list[str]:
    """Return the names of the files in ``folder`` but the lock."""
    return sorted(path.name for path in folder.iterdir() if path.name != ".lock")


def test_what_is_kept_comes_back(questionnaire: Questionnaire, tmp_path: Path) -> None:
    """A result is read as it was kept, in a file that only its person can read."""
    folder = tmp_path / "not" / "yet"
    result = result_to_keep(questionnaire, ("likes",), OVEN, "Baker.")
    FinishedQuizzes(folder).keep(result)
    assert FinishedQuizzes(folder).load() == ((result,), ())
    (path,) = folder.glob("finished.*")
    assert path.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    assert result.finished.tzinfo is not None
    assert [(each.question, each.said) for each in result.answers] == [
        ("heat", ("I like oven",)),
        ("tools", ("I like whisk", "I like tray")),
    ]


def test_the_newest_comes_first(questionnaire: Questionnaire, tmp_path: Path) -> None:
    """The moment decides, whatever the hour was called where it was, and then the order."""
    store = FinishedQuizzes(tmp_path)
    there = timezone(timedelta(hours=5))
    for at, said in (
        (NOON, "first"),
        (NOON, "second"),
        (NOON.astimezone(there) - timedelta(hours=1), "before"),
        *((NOON, f"number {number}") for number in range(3, 12)),
    ):
        store.keep(finished(questionnaire, at=at, said=said))
    verdicts = [each.verdict for each in store.load()[0]]
    assert verdicts == [*(f"number {n}" for n in range(11, 2, -1)), "second", "first", "before"]
    assert f"{NAME}.11.json" in names(tmp_path)


def test_beyond_the_most_the_oldest_go(
    questionnaire: Questionnaire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So many are kept, and nothing else in the folder is touched for it."""
    monkeypatch.setattr(kept, "MOST", 3)
    UnfinishedQuiz(questionnaire, tmp_path).save(OVEN)
    store = FinishedQuizzes(tmp_path)
    for day in range(5):
        store.keep(finished(questionnaire, at=NOON + timedelta(days=day), said=f"day {day}"))
    assert [each.verdict for each in store.load()[0]] == ["day 4", "day 3", "day 2"]
    assert UnfinishedQuiz(questionnaire, tmp_path).load().answers == OVEN


def test_no_folder_holds_nothing(questionnaire: Questionnaire, tmp_path: Path) -> None:
    """Without a folder there is nothing to read or to delete, and keeping says what to do."""
    for folder in (None, tmp_path / "none"):
        assert FinishedQuizzes(folder).load() == ((), ())
        assert FinishedQuizzes(folder).forget() == Forgotten(0, 0)
    with pytest.raises(MlrolesError, match="no home folder") as caught:
        FinishedQuizzes(None).keep(finished(questionnaire))
    assert "MLROLES_STATE" in caught.value.hint


@pytest.mark.parametrize("call", ["replace", "fsync"])
def test_a_full_disk_leaves_what_was_kept(
    questionnaire: Questionnaire, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    """A file is written whole or not at all, and the error says why."""

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    store = FinishedQuizzes(tmp_path)
    store.keep(finished(questionnaire))
    monkeypatch.setattr(os, call, refuse)
    with pytest.raises(MlrolesError, match=r"cannot be kept in .*: no space left"):
        store.keep(finished(questionnaire))
    assert names(tmp_path) == [f"{NAME}.json"]


@pytest.mark.parametrize("data", [b"", b"{", b'{"version": 2}', b" " * 1_000_001])
def test_a_file_that_is_no_use_is_told_and_stays(
    questionnaire: Questionnaire, tmp_path: Path, data: bytes
) -> None:
    """What cannot be understood hides nothing else and is not deleted."""
    store = FinishedQuizzes(tmp_path)
    store.keep(finished(questionnaire))
    broken = tmp_path / "finished.20260302T120000Z.json"
    broken.write_bytes(data)
    results, warnings = store.load()
    assert len(results) == 1
    assert warnings == (f"{broken} is no finished quiz that this version can read.",)
    assert broken.read_bytes() == data


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    """A directory in a file's place is passed over and told."""
    (tmp_path / f"{NAME}.json").mkdir()
    assert FinishedQuizzes(tmp_path).load() == (
        (),
        (f"{tmp_path / NAME}.json cannot be read: is a directory.",),
    )


def test_all_that_is_kept_is_deleted_and_nothing_else(
    questionnaire: Questionnaire, tmp_path: Path
) -> None:
    """Finished and unfinished quizzes go, and what a killed writer left; other files stay."""
    store = FinishedQuizzes(tmp_path)
    for _ in range(3):
        store.keep(finished(questionnaire))
    UnfinishedQuiz(questionnaire, tmp_path).save(OVEN)
    stem = f"kitchen.{questionnaire.fingerprint}"
    left = [
        f"{stem}.2.json",
        f"{stem}.json.1.broken",
        f".{stem}.json.0a-1-x",
        f".{NAME}.json.0a-1-x",
    ]
    for name in (*left, "letter.json", "finished.txt", ".lock"):
        (tmp_path / name).touch()
    assert store.forget() == Forgotten(finished=3, unfinished=3)
    assert names(tmp_path) == ["finished.txt", "letter.json"]
    assert store.forget() == Forgotten(0, 0)


def test_what_cannot_be_deleted_is_told(tmp_path: Path) -> None:
    """Where a file does not go, the error says so."""
    (tmp_path / f"{NAME}.json").mkdir()
    with pytest.raises(MlrolesError, match="cannot be deleted"):
        FinishedQuizzes(tmp_path).forget()


def test_an_edition_is_known_by_its_questions(document: Json, questionnaire: Questionnaire) -> None:
    """Other questions, another questionnaire or a half that is gone make another edition."""
    result = finished(questionnaire)
    assert result.is_of(questionnaire)
    assert not result.is_of(questionnaire.model_copy(update={"id": "other"}))
    assert not result.model_copy(update={"halves": ("gone",)}).is_of(questionnaire)
    document["questions"][0]["answers"][0]["id"] = "stove"
    changed = kitchen.questionnaire(document)
    assert not result.is_of(changed)
    assert result.fitting(questionnaire) == OVEN
    assert result.fitting(changed) == {"tools": ("whisk", "tray")}
    assert [each.same_edition for each in history((result,), changed).quizzes] == [False]


def test_the_history_says_what_changed(questionnaire: Questionnaire) -> None:
    """Each quiz stands with what was answered otherwise than in the one before."""
    old, new = finished(questionnaire), finished(questionnaire, SHADE, said="Waiter.")
    changed = (
        ChangedAnswer("heat", "How hot?", ("I like oven",), ("I like shade",)),
        ChangedAnswer("hours", "Which hours?", (), ("I like evening",)),
    )
    newest, oldest = history((new, old), questionnaire).quizzes
    assert (newest.number, newest.answered, newest.changed) == (1, 3, changed)
    assert (oldest.number, oldest.answered, oldest.changed) == (2, 2, None)
    assert changed_between(new, old)[-1] == ChangedAnswer(
        "hours", "Which hours?", ("I like evening",), ()
    )


def test_two_are_compared_from_the_earlier_to_the_later(questionnaire: Questionnaire) -> None:
    """Whichever is named first, the later one comes after."""
    results = (finished(questionnaire, SHADE, said="Waiter."), finished(questionnaire))
    found = changes(results, questionnaire, 1, 2)
    assert found == changes(results, questionnaire, 2, 1)
    assert history((), questionnaire).quizzes == ()
    assert (found.before.verdict, found.after.verdict) == ("Baker.", "Waiter.")
    assert len(found.changed) == 2
