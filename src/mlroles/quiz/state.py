"""Where an unfinished quiz is kept, so that no answer is lost.

The answers lie in the state folder, one sheet per unfinished quiz: ``ID.PRINT.json``, where ID and
PRINT name the questionnaire and its questions, and ``ID.PRINT.2.json`` and so on where another
quiz got there first. A quiz writes over a sheet only when it knows what the sheet holds; what it
does not know, it leaves alone. The folder and all in it are for the person alone.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from mlroles.datafile.files import PRIVATE, read_limited, reason, write_atomic
from mlroles.errors import MlrolesError, SheetError
from mlroles.quiz.models import Questionnaire
from mlroles.quiz.private import set_aside, turn_in
from mlroles.quiz.scorecard import Answers
from mlroles.quiz.sheets import LIMIT, dump_sheet, parse_sheet


@dataclass(frozen=True)
class Loaded:
    """What was found: the saved answers (empty: none), and a sentence for each mishap."""

    answers: Answers
    warnings: tuple[str, ...] = ()


class UnfinishedQuiz:
    """The saved sheet of one running quiz; without a folder nothing is kept.

    ``path`` is where it lies. Call ``load`` first, also where the answers are not wanted: it is
    what lets ``save`` write over the sheet that was found.
    """

    def __init__(self, questionnaire: Questionnaire, folder: Path | None) -> None:
        self._stem = f"{questionnaire.id}.{questionnaire.fingerprint}"
        self._folder = Path() if folder is None else folder
        self._keeps = folder is not None
        self.path = self._folder / f"{self._stem}.json"
        self._questionnaire = questionnaire
        self._empty = dump_sheet(questionnaire, {})
        self._last = self._empty

    def load(self) -> Loaded:
        """Return the answers of the first saved sheet that holds any; nothing is raised.

        A sheet that cannot be understood is renamed, never deleted.
        """
        warnings: list[str] = []
        if not self._keeps or not self._folder.is_dir():
            return Loaded({})
        try:
            with turn_in(self._folder):
                return Loaded(self._first_sheet(warnings), tuple(warnings))
        except OSError as error:
            warnings.append(f"Saved answers in {self._folder} cannot be read: {reason(error)}.")
        return Loaded({}, tuple(warnings))

    def _first_sheet(self, warnings: list[str]) -> Answers:
        """Return the answers of the first sheet that holds any, and set aside what is broken."""
        for path in self._sheets():
            data = read_limited(path, LIMIT) or b""  # one over the limit is broken as well
            try:
                answers = parse_sheet(data, self._questionnaire, path.name)
            except SheetError:
                aside = set_aside(path)
                warnings.append(f"The saved answers could not be read; they are now {aside}.")
                continue
            if answers:
                self.path = path
                self._last = data
                return answers
        return {}

    def save(self, answers: Answers) -> None:
        """Keep ``answers``; MlrolesError where the folder does not allow it."""
        if not self._keeps:
            raise MlrolesError(
                "Your answers cannot be kept: this account has no home folder.",
                "Name a folder in the environment variable MLROLES_STATE.",
            )
        data = dump_sheet(self._questionnaire, answers)
        try:
            with turn_in(self._folder):
                if not self._may_write(self.path):
                    self.path = next(path for path in self._places() if self._may_write(path))
                write_atomic(self.path, data, PRIVATE)
        except OSError as error:
            raise MlrolesError(
                f"Your answers cannot be kept in {self._folder}: {reason(error)}.",
                "Name another folder in the environment variable MLROLES_STATE.",
            ) from error
        self._last = data

    def finish(self, answers: Answers) -> None:
        """Remove the saved sheet if ``answers`` hold all that it holds; nothing is raised."""
        if not self.path.is_file():
            return
        try:
            with turn_in(self._folder):
                data = read_limited(self.path, LIMIT) or b""
                saved = parse_sheet(data, self._questionnaire, self.path.name)
                if saved.items() <= dict(answers).items():
                    self.path.unlink()
        except (OSError, SheetError):
            return  # not ours to judge: it stays for the next quiz to find

    def _sheets(self) -> Iterator[Path]:
        """Return the sheets of this questionnaire that lie in the folder, the first one first."""
        stem = self._stem
        found = [*self._folder.glob(f"{stem}.json"), *self._folder.glob(f"{stem}.*.json")]
        found.sort(key=lambda path: (len(path.name), path.name))
        return (path for path in found if path.is_file())

    def _places(self) -> Iterator[Path]:
        """Return the places for a sheet beside the first."""
        return (self._folder / f"{self._stem}.{number}.json" for number in count(2))

    def _may_write(self, path: Path) -> bool:
        """Tell whether nothing unknown would be lost by writing to ``path``."""
        if not path.is_file():
            return not os.path.lexists(path)
        try:
            return read_limited(path, LIMIT) in (self._empty, self._last)
        except PermissionError:
            return False
