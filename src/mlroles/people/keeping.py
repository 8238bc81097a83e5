"""One JSON file in the person's state folder: read, changed and written whole.

A change takes its turn, so that two windows lose nothing. A file that cannot be understood is put
aside, never deleted.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import ValidationError

from mlroles.datafile.files import PRIVATE, read_limited, reason, write_atomic
from mlroles.datafile.model import Model
from mlroles.errors import MlrolesError
from mlroles.quiz.private import set_aside, turn_in

M = TypeVar("M", bound=Model)

LIMIT = 4 * 1024 * 1024
"""Bytes; far above anything that is kept."""


@dataclass
class KeptFile(Generic[M]):
    """A file of a state folder; without a folder nothing is kept.

    ``one`` and ``all`` name in words what is kept ("This plan", "plans").
    """

    folder: Path | None
    name: str
    model: type[M]
    one: str
    all: str
    warnings: list[str] = field(default_factory=list)
    """A sentence for each mishap so far."""

    def load(self) -> M:
        """Return what is kept; nothing is raised and nothing changed."""
        if self.folder is None:
            return self.model()
        path = self.folder / self.name
        try:
            found = self._read(path)
        except FileNotFoundError:
            return self.model()
        except OSError as error:
            self.warnings.append(f"{path} cannot be read: {reason(error)}.")
            return self.model()
        if found is None:
            self.warnings.append(f"{path} holds no {self.all} that this version can read.")
        return found or self.model()

    def change(self, change: Callable[[M], M]) -> M:
        """Keep what ``change`` makes of what is kept now, and return it.

        Raises MlrolesError where the folder does not allow it.
        """
        folder = self.folder
        if folder is None:
            raise MlrolesError(
                f"{self.one} cannot be kept: this account has no home folder.",
                "Name a folder in the environment variable MLROLES_STATE.",
            )
        path = folder / self.name
        try:
            with turn_in(folder):
                changed = change(self._found(path))
                write_atomic(path, self._written(changed), PRIVATE)
        except OSError as error:
            raise MlrolesError(
                f"{self.one} cannot be kept in {folder}: {reason(error)}.",
                "Name another folder in the environment variable MLROLES_STATE.",
            ) from error
        return changed

    def delete(self) -> M:
        """Delete what is kept and return it; raises MlrolesError where that fails."""
        folder = self.folder
        kept = self.load()
        if folder is None or not folder.is_dir():
            return kept
        try:
            with turn_in(folder):
                (folder / self.name).unlink(missing_ok=True)
                for pattern in (f"{self.name}.*.broken", f".{self.name}.*"):
                    for left in folder.glob(pattern):
                        left.unlink()
        except OSError as error:
            raise MlrolesError(
                f"What is kept in {folder} cannot be deleted: {reason(error)}.",
                "Delete the folder yourself.",
            ) from error
        return kept

    def _written(self, value: M) -> bytes:
        """Return the file; MlrolesError where it would be larger than what is read again."""
        data = written(value)
        if len(data) > LIMIT:
            raise MlrolesError(
                f"{self.one} cannot be kept: it would hold more than {LIMIT:,} bytes.",
                "What was kept before stays as it was.",
            )
        return data

    def _found(self, path: Path) -> M:
        """Return what is kept; a file that cannot be understood is put aside, and that is told."""
        try:
            found = self._read(path)
        except FileNotFoundError:
            return self.model()
        if found is None:
            aside = set_aside(path)
            self.warnings.append(f"The {self.all} could not be read; they are now {aside}.")
        return found or self.model()

    def _read(self, path: Path) -> M | None:
        """Return what the file holds, None where it cannot be understood; raises OSError."""
        try:
            return self.model.model_validate_json(read_limited(path, LIMIT) or b"")
        except ValidationError:
            return None


def written(value: Model) -> bytes:
    """Return a value as the bytes of its file."""
    return value.model_dump_json(indent=2).encode() + b"\n"
