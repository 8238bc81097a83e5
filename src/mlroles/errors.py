"""Every error that can reach a person, and the exit codes.

An error is one or two sentences: what is wrong and where (``message``), what to do (``hint``).

    MlrolesError             could-not     exit 1: could not
    ├── DataError            data          a catalogue file is missing, unreadable or wrong
    ├── SheetError           sheet         an answer sheet is missing, unreadable or wrong
    ├── DocumentError        document      an advert or a CV is missing, unreadable or too large
    ├── InternalError        internal      a mistake in mlroles itself
    └── UsageError           usage         exit 2: wrong use
        └── UnknownNameError unknown-name  a name is unknown or fits several things

The words in the middle are each class's ``code``, by which a program tells them apart.
"""

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

Code = Literal["could-not", "data", "sheet", "document", "internal", "usage", "unknown-name"]
"""What kind of failure it is: stable, for programs."""


class ExitCode(IntEnum):
    """What the process tells its caller."""

    DONE = 0
    COULD_NOT = 1
    WRONG_USE = 2
    INTERRUPTED = 130


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one file."""

    file: str
    """The name of the file."""
    path: str
    """The place as a JSON path (``$.roles[0].id``); empty where the whole file is meant."""
    message: str
    """What is wrong."""
    expected: str = ""
    """What would be right; empty where the message already says so."""

    def __str__(self) -> str:
        """Return the problem as one line."""
        place = f"{self.file}: {self.path}" if self.path else self.file
        return f"{place}: {self.message}" + (f" ({self.expected})" if self.expected else "")


@dataclass(frozen=True)
class Failure:
    """An error as a program reads it."""

    code: Code
    """What kind of failure it is."""
    message: str
    """What is wrong, in a sentence."""
    hint: str
    """What to do about it; empty where there is nothing to do."""
    problems: tuple[Problem, ...]
    """Each thing that is wrong, where several are."""


class MlrolesError(Exception):
    """Something that could not be done; the base of every error shown to a person."""

    code: Code = "could-not"
    exit_code = ExitCode.COULD_NOT
    most_told: int | None = None
    """How many of its problems are told at most; None for all."""

    def __init__(
        self,
        message: str,
        hint: str = "",
        problems: tuple[Problem, ...] = (),
        count: int | None = None,
    ) -> None:
        """Keep the sentence, the advice and, where there are several, each problem.

        ``count`` is how many problems there are, where ``problems`` are not all of them.
        """
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.problems = problems
        self.count = len(problems) if count is None else count

    @property
    def failure(self) -> Failure:
        """The error as a value."""
        return Failure(self.code, self.message, self.hint, self.problems)


class DataError(MlrolesError):
    """A catalogue file is missing, unreadable or wrong; ``mlroles data check`` tells the rest."""

    code: Code = "data"
    most_told = 5


class SheetError(MlrolesError):
    """An answer sheet is missing, unreadable or wrong."""

    code: Code = "sheet"


class DocumentError(MlrolesError):
    """An advert or a CV is missing, unreadable, broken, locked or too large."""

    code: Code = "document"


class InternalError(MlrolesError):
    """A mistake in mlroles itself."""

    code: Code = "internal"


class UsageError(MlrolesError):
    """The command was used wrongly."""

    code: Code = "usage"
    exit_code = ExitCode.WRONG_USE


class UnknownNameError(UsageError):
    """A name fits nothing, or more than one thing."""

    code: Code = "unknown-name"
