"""A screen that is longer than the terminal, shown through the person's own pager."""

import os
import sys
from typing import TYPE_CHECKING, NamedTuple

from mlroles.console import is_dumb
from mlroles.text import SIGNS_TO_ASCII

if TYPE_CHECKING:
    import subprocess

USUAL = "less"
"""The pager of whoever has named none in PAGER."""

LESS = "FRX"
"""What less is told where LESS says nothing: end if one screen holds it, keep colours, leave it."""

CANNOT_RUN = 1
"""From this exit code on the pager itself says that it failed; below 0 a signal ended it."""


class Pager(NamedTuple):
    """A program that shows text page by page, on a terminal of so many ``rows``."""

    command: tuple[str, ...]
    rows: int

    def show(self, text: str) -> bool:
        """Show ``text`` until the person has read enough.

        Return False, having shown nothing, where it has room on one screen above the prompt, or
        where the pager does not work.
        """
        import subprocess

        if text.count("\n") < self.rows:
            return False
        # Colours are kept whatever else a person has set; what stands last in LESS wins.
        less = f"-R {os.environ['LESS']}" if os.environ.get("LESS") else LESS
        try:
            process = subprocess.Popen(  # noqa: S603 - the person's own program
                self.command, stdin=subprocess.PIPE, env={**os.environ, "LESS": less}
            )
        except OSError:
            return False
        with process:
            try:
                _feed(process, text.encode(sys.stdout.encoding or "utf-8", SIGNS_TO_ASCII))
            finally:
                if process.poll() is None:  # told to end: so is the pager, which mends the terminal
                    process.terminate()
        return process.returncode < CANNOT_RUN


def _feed(process: "subprocess.Popen[bytes]", text: bytes) -> None:
    """Hand ``text`` over and wait for the end of the pager, to which alone Ctrl-C belongs."""
    left: bytes | None = text
    while process.returncode is None:
        try:
            process.communicate(left)
        except KeyboardInterrupt:
            left = None


def find_pager() -> Pager | None:
    """Return the pager that PAGER names, less where it names none; None where none is of use.

    A pager needs a terminal to write on and one to read keys from, and one that can move its
    cursor.
    """
    if is_dumb() or not (sys.stdout.isatty() and sys.stdin is not None and sys.stdin.isatty()):
        return None
    import shlex
    import shutil

    try:
        words = shlex.split(os.environ.get("PAGER", "")) or [USUAL]
    except ValueError:  # a quotation mark without its other half
        return None
    program = shutil.which(words[0])
    rows = shutil.get_terminal_size().lines
    return Pager((program, *words[1:]), rows) if program else None
