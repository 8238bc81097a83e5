"""Finished quizzes: each is kept with its date, and can be looked at, compared and deleted.

They lie in the state folder beside unfinished quizzes, a file each: ``finished.WHEN.json``. A file
is written whole or not at all and never changed; beyond ``MOST`` the oldest goes. It holds what
was asked and answered in words as well, so that it can be read when the questionnaire has changed.
"""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Literal

from pydantic import AwareDatetime, ValidationError

from mlroles.datafile.files import PRIVATE, read_limited, reason, write_atomic
from mlroles.datafile.model import Id, Model, Sentence
from mlroles.errors import MlrolesError
from mlroles.quiz.faults import faults
from mlroles.quiz.models import Questionnaire
from mlroles.quiz.private import turn_in
from mlroles.quiz.scorecard import Answers
from mlroles.quiz.sheets import LIMIT

MOST = 100
"""So many finished quizzes are kept, the newest ones."""

_FINISHED = re.compile(r"finished\.(\d{8}T\d{6}Z)(?:\.(\d+))?\.json")
_UNFINISHED = re.compile(r"[a-z0-9-]+\.[0-9a-f]{8}(\.\d+)?\.json(\.\d+\.broken)?")
_LEFT = re.compile(r"\.(finished|[a-z0-9-]+\.[0-9a-f]{8})\..*")
"""What a writer leaves that is killed: a file that is not whole."""


class KeptAnswer(Model):
    """What was answered to one question."""

    question: Id
    """The id of the question."""
    asked: Sentence
    """The question in words."""
    answers: tuple[Id, ...]
    """The ids of the answers given."""
    said: tuple[Sentence, ...]
    """The answers in words."""


class KeptResult(Model):
    """One finished quiz."""

    version: Literal[1] = 1
    """The version of the file's shape, now 1."""
    finished: AwareDatetime
    """When it was finished."""
    questionnaire: Id
    """The id of the questionnaire."""
    fingerprint: str
    """Eight digits that tell its questions and answers from those of another edition."""
    halves: tuple[Id, ...]
    """The ids of the halves that were asked."""
    verdict: Sentence
    """What the result said, in a sentence."""
    answers: tuple[KeptAnswer, ...]
    """What was answered, question by question."""

    @property
    def given(self) -> tuple[object, ...]:
        """What was asked and answered: all but when, and what came of it."""
        return self.questionnaire, self.fingerprint, self.halves, self.answers

    def is_of(self, questionnaire: Questionnaire) -> bool:
        """Say whether it was answered with these very questions, in halves that there still are."""
        edition = (questionnaire.id, questionnaire.fingerprint)
        halves = {half.id for half in questionnaire.halves}
        return (self.questionnaire, self.fingerprint) == edition and halves.issuperset(self.halves)

    def fitting(self, questionnaire: Questionnaire) -> dict[str, tuple[str, ...]]:
        """Return the answers that answer a question of ``questionnaire``, by question."""
        given = {each.question: each.answers for each in self.answers}
        return {
            question.id: given[question.id]
            for question in questionnaire.questions
            if question.id in given and not faults(question, given[question.id])
        }


@dataclass(frozen=True)
class ChangedAnswer:
    """A question that was answered otherwise in one quiz than in an earlier one."""

    question: str
    """The id of the question."""
    asked: str
    """The question in words."""
    before: tuple[str, ...]
    """What was answered in the earlier quiz, in words; empty for nothing."""
    after: tuple[str, ...]
    """What was answered in the later quiz, in words; empty for nothing."""


@dataclass(frozen=True)
class FinishedQuiz:
    """One line of the history."""

    number: int
    """Its number: 1 for the newest."""
    finished: datetime
    """When it was finished."""
    verdict: str
    """What the result said, in a sentence."""
    answered: int
    """How many questions were answered."""
    same_edition: bool
    """Whether it was answered with the questions that there are now."""
    changed: tuple[ChangedAnswer, ...] | None
    """What was answered otherwise than in the quiz before; None for the oldest."""


@dataclass(frozen=True)
class QuizHistory:
    """The finished quizzes that are kept, the newest first."""

    quizzes: tuple[FinishedQuiz, ...]
    """A line for each."""


@dataclass(frozen=True)
class QuizChanges:
    """What is different between two finished quizzes."""

    before: FinishedQuiz
    """The earlier one."""
    after: FinishedQuiz
    """The later one."""
    changed: tuple[ChangedAnswer, ...]
    """What was answered otherwise in the later one."""


@dataclass(frozen=True)
class Forgotten:
    """How many files of each kind were deleted."""

    finished: int
    """Finished quizzes."""
    unfinished: int
    """Answers of unfinished quizzes, those that could not be read among them."""


def result_to_keep(
    questionnaire: Questionnaire, halves: tuple[str, ...], answers: Answers, verdict: str
) -> KeptResult:
    """Return what is kept of a quiz that is finished now, in the person's own time."""
    return KeptResult(
        finished=datetime.now().astimezone().replace(microsecond=0),
        questionnaire=questionnaire.id,
        fingerprint=questionnaire.fingerprint,
        halves=halves,
        verdict=verdict,
        answers=tuple(
            KeptAnswer(
                question=question.id,
                asked=question.text,
                answers=answers[question.id],
                said=tuple(question.answer(each).text for each in answers[question.id]),
            )
            for question in questionnaire.questions
            if question.id in answers
        ),
    )


class FinishedQuizzes:
    """The finished quizzes in a state folder; without a folder nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def keep(self, result: KeptResult) -> None:
        """Keep ``result`` in a file of its own; MlrolesError where the folder does not allow it."""
        folder = self.folder
        if folder is None:
            raise MlrolesError(
                "This result cannot be kept: this account has no home folder.",
                "Name a folder in the environment variable MLROLES_STATE.",
            )
        data = result.model_dump_json(indent=2).encode() + b"\n"
        try:
            with turn_in(folder):
                path = next(path for path in _places(folder, result) if not os.path.lexists(path))
                write_atomic(path, data, PRIVATE)
                for old in self._files()[MOST:]:
                    old.unlink()
        except OSError as error:
            raise MlrolesError(
                f"This result cannot be kept in {folder}: {reason(error)}.",
                "Name another folder in the environment variable MLROLES_STATE.",
            ) from error

    def load(self) -> tuple[tuple[KeptResult, ...], tuple[str, ...]]:
        """Return what is kept, the newest first, and a sentence for each file that is no use."""
        results: list[KeptResult] = []
        warnings: list[str] = []
        for path in self._files():
            try:
                data = read_limited(path, LIMIT) or b""
                results.append(KeptResult.model_validate_json(data))
            except OSError as error:
                warnings.append(f"{path} cannot be read: {reason(error)}.")
            except ValidationError:
                warnings.append(f"{path} is no finished quiz that this version can read.")
        return tuple(results), tuple(warnings)

    def forget(self) -> Forgotten:
        """Delete every finished quiz and every unfinished one; MlrolesError where that fails."""
        folder = self.folder
        if folder is None or not folder.is_dir():
            return Forgotten(0, 0)
        try:
            with turn_in(folder):
                gone = [0, 0]
                for path in sorted(folder.iterdir()):
                    for kind, pattern in enumerate((_FINISHED, _UNFINISHED)):
                        if pattern.fullmatch(path.name):
                            path.unlink()
                            gone[kind] += 1
                    if _LEFT.fullmatch(path.name):
                        path.unlink()
        except OSError as error:
            raise MlrolesError(
                f"What is kept in {folder} cannot be deleted: {reason(error)}.",
                "Delete the folder yourself.",
            ) from error
        return Forgotten(*gone)

    def _files(self) -> list[Path]:
        """Return the files of finished quizzes, the newest first."""
        if self.folder is None or not self.folder.is_dir():
            return []
        found = [each for each in self.folder.iterdir() if _FINISHED.fullmatch(each.name)]
        return sorted(found, key=_age, reverse=True)


def history(results: Sequence[KeptResult], questionnaire: Questionnaire) -> QuizHistory:
    """Return a line for each of ``results``, which stand with the newest first.

    ``questionnaire`` is that of now.
    """
    olders = (*results[1:], None)[: len(results)]
    return QuizHistory(
        tuple(
            FinishedQuiz(
                number=number,
                finished=result.finished,
                verdict=result.verdict,
                answered=len(result.answers),
                same_edition=result.is_of(questionnaire),
                changed=None if older is None else changed_between(older, result),
            )
            for number, (result, older) in enumerate(zip(results, olders, strict=True), start=1)
        )
    )


def changes(
    results: Sequence[KeptResult], questionnaire: Questionnaire, one: int, other: int
) -> QuizChanges:
    """Return what is different between two of ``results``, by their numbers from 1 on."""
    lines = history(results, questionnaire).quizzes
    after, before = sorted((one, other))
    changed = changed_between(results[before - 1], results[after - 1])
    return QuizChanges(lines[before - 1], lines[after - 1], changed)


def changed_between(before: KeptResult, after: KeptResult) -> tuple[ChangedAnswer, ...]:
    """Return each question that was answered otherwise, those answered later first."""
    old, new = ({each.question: each for each in result.answers} for result in (before, after))
    return tuple(
        ChangedAnswer(
            name,
            (new.get(name) or old[name]).asked,
            old[name].said if name in old else (),
            new[name].said if name in new else (),
        )
        for name in {**new, **old}
        if name not in old or name not in new or old[name].answers != new[name].answers
    )


def _places(folder: Path, result: KeptResult) -> Iterator[Path]:
    """Return the places for a file of that second."""
    stem = f"finished.{result.finished.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield folder / f"{stem}.json"
    yield from (folder / f"{stem}.{number}.json" for number in count(2))


def _age(path: Path) -> tuple[str, int]:
    """Return what sorts the files by the time of finishing, which their names say."""
    found = _FINISHED.fullmatch(path.name)
    return (found[1], int(found[2] or 1)) if found else ("", 0)
