"""Every error that can reach a person, and the exit codes.

An error is one or two sentences: what is wrong and where (``message``), what to do (``hint``).

    MlrolesError             exit 1: could not
    ├── DataError            a catalogue file is missing, unreadable or wrong
    ├── SheetError           an answer sheet is missing, unreadable or wrong
    └── UsageError           exit 2: wrong use
        └── UnknownNameError a name is unknown or fits several things
"""

from dataclasses import dataclass
from enum import IntEnum


class ExitCode(IntEnum):
    """What the process tells its caller."""

    DONE = 0
    COULD_NOT = 1
    WRONG_USE = 2
    INTERRUPTED = 130


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one file.

    ``path`` is a JSON path (``$.roles[0].id``), empty where the whole file is meant;
    ``expected`` says what would be right, empty where the message already does.
    """

    file: str
    path: str
    message: str
    expected: str = ""

    def __str__(self) -> str:
        """Return the problem as one line."""
        place = f"{self.file}: {self.path}" if self.path else self.file
        return f"{place}: {self.message}" + (f" ({self.expected})" if self.expected else "")


class MlrolesError(Exception):
    """Something that could not be done; the base of every error shown to a person."""

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


class DataError(MlrolesError):
    """A catalogue file is missing, unreadable or wrong; ``mlroles data check`` tells the rest."""

    most_told = 5


class SheetError(MlrolesError):
    """An answer sheet is missing, unreadable or wrong."""


class UsageError(MlrolesError):
    """The command was used wrongly."""

    exit_code = ExitCode.WRONG_USE


class UnknownNameError(UsageError):
    """A name fits nothing, or more than one thing."""
