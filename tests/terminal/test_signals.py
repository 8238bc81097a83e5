"""Being told to end in a menu: the terminal is as before, and the answers are kept."""

import io
import json
import os
import re
import signal
import sys
import termios
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pexpect
import pytest

from tests import kitchen
from tests.catalogues import write

pytestmark = pytest.mark.filterwarnings(
    # Python 3.12 and later say so of every pseudo-terminal that a test runner's worker opens.
    "ignore:This process .* is multi-threaded:DeprecationWarning"
)

PATIENCE = 60
"""Seconds until what does not come is given up; nothing else waits by the clock."""

FIRST = kitchen.questionnaire(kitchen.open_kitchen()).questions[0]

HIDDEN, SHOWN = b"\x1b[?25l", b"\x1b[?25h"
PASTE_ON, PASTE_OFF = b"\x1b[?2004h", b"\x1b[?2004l"


class Shell:
    """A terminal in which a program runs the quiz as a shell does: it is there before and after."""

    def __init__(self, data: Path, state: Path) -> None:
        # Holding the terminal open keeps its modes to be looked at when the quiz has ended.
        self.process: pexpect.spawn[bytes] = pexpect.spawn(
            sys.executable,
            ["-m", "mlroles", "quiz"],
            env={
                "MLROLES_DATA": str(data),
                "MLROLES_STATE": str(state),
                "TERM": "xterm-256color",
                "PATH": "/usr/bin:/bin",
                "PYTHONPATH": os.environ.get("PYTHONPATH", ""),
            },
            dimensions=(40, 100),
            timeout=PATIENCE,
        )
        self.modes = self.now()
        self.drawn = io.BytesIO()
        self.process.logfile_read = self.drawn

    def now(self) -> list[Any]:
        """Return the modes of the terminal."""
        return termios.tcgetattr(self.process.child_fd)

    def expect(self, text: str) -> None:
        """Wait until words come, whatever is drawn between them."""
        self.process.expect(re.escape(text.encode()))


@pytest.fixture
def shell(tmp_path: Path) -> Iterator[Shell]:
    """Return a terminal with a quiz in which one question has been answered."""
    shell = Shell(write(tmp_path / "kitchen", kitchen.open_kitchen_files()), tmp_path / "state")
    shell.expect("1 of at most")
    shell.expect("q quit")
    shell.process.send("\r")
    shell.expect("2 of at most")
    shell.expect("q quit")
    yield shell
    shell.process.close(force=True)


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_a_signal_in_a_menu_gives_the_terminal_back(
    shell: Shell, tmp_path: Path, number: int, code: int
) -> None:
    """Modes, cursor and pasting are as before, the exit code is the signal's, and answers stay."""
    shell.process.kill(number)
    shell.process.expect(pexpect.EOF)
    drawn = shell.drawn.getvalue()
    after = _modes_left(shell)
    shell.process.wait()
    assert (shell.process.exitstatus, shell.process.signalstatus) == (code, None)
    assert PASTE_ON in drawn, "the menu changes the terminal: else there is nothing to give back"
    if after is not None:
        assert after == shell.modes
    assert drawn.rfind(SHOWN) > drawn.rfind(HIDDEN)
    assert drawn.rfind(PASTE_OFF) > drawn.rfind(PASTE_ON)
    assert b"Traceback" not in drawn
    assert b"Press ENTER" not in drawn
    (sheet,) = (tmp_path / "state").glob("*.json")
    assert json.loads(sheet.read_text())["answers"] == {FIRST.id: FIRST.answers[0].id}


def _modes_left(shell: Shell) -> list[Any] | None:
    """Return the modes that the quiz left; None where the system forgets them with its end."""
    try:
        return shell.now()
    except termios.error:
        return None
