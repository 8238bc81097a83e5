"""Where a person is asked, where their answers come from, and files that are theirs."""

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from mlroles.errors import MlrolesError


def dialogue() -> TextIO:
    """Return where a person is asked: not stdout, which may be a file, unless it alone is seen."""
    if sys.stdout.isatty() and not sys.stderr.isatty():
        return sys.stdout
    return sys.stderr


def typed_input() -> io.TextIOWrapper:
    """Return standard input such that no byte in it is an error; empty where it is closed."""
    if not isinstance(sys.stdin, io.TextIOWrapper):
        return io.TextIOWrapper(io.BytesIO())
    sys.stdin.reconfigure(errors="replace")
    return sys.stdin


def typed_bytes(most: int) -> bytes:
    """Return what comes through standard input, at most so many bytes."""
    stdin = typed_input()  # held, for its bytes are closed with it
    return bytes(stdin.buffer.read(most))


def check_target(path: Path, option: str, *, force: bool) -> None:
    """Refuse a file that cannot be written, or should not; a person is asked before it is replaced.

    ``option`` is that which names it. Raises UsageError, MlrolesError.
    """
    from mlroles.errors import MlrolesError
    from mlroles.quiz.prompts.lines import Lines

    check_file(path, option, "result")
    if not path.absolute().parent.is_dir():
        raise MlrolesError(f"{path.parent} is not a folder.", "Make it, or choose another.")
    if not path.exists() or force:
        return
    stdin = typed_input()
    if not stdin.isatty() or not Lines(stdin, dialogue()).ask_to_overwrite(str(path)):
        raise stays(path)


def check_file(path: Path, option: str, stdout: str) -> None:
    """Refuse what is no file; ``option`` names it, and ``stdout`` is what stands there instead.

    Raises UsageError, MlrolesError.
    """
    from mlroles.errors import UsageError

    if str(path) == "-":
        raise UsageError(f"{option} needs a file.", f"Standard output is for the {stdout}.")
    check_replaceable(path)


def check_replaceable(path: Path) -> None:
    """Refuse to write where something stands that is no file; raises MlrolesError."""
    from mlroles.errors import MlrolesError

    if path.exists() and not path.is_file():
        raise MlrolesError(f"{path} is not a file that can be replaced.", "Choose another name.")


def stays(path: Path) -> "MlrolesError":
    """Return the error that tells of a file over which nothing is written."""
    from mlroles.errors import MlrolesError

    return MlrolesError(
        f"{path} is there already, and stays as it is.",
        "Choose another name, or give --force to write over it.",
    )
