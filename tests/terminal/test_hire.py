"""Being asked about one's company on a real pseudo-terminal."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.terminal.test_quiz import DOWN, ENTER, Terminal

pytestmark = pytest.mark.filterwarnings(
    "ignore:This process .* is multi-threaded:DeprecationWarning"
)

Open = Callable[[], Terminal]


@pytest.fixture
def ask(tmp_path: Path) -> Iterator[Open]:
    """Return what runs ``mlroles hire`` in a new terminal; all end with the test."""
    terminals: list[Terminal] = []

    def open_terminal() -> Terminal:
        words = f'exec "{sys.executable}" -m mlroles hire --no-pager'
        path = os.environ.get("PYTHONPATH", "")
        terminals.append(Terminal(tmp_path / "state", [], 80, words, PYTHONPATH=path))
        return terminals[-1]

    yield open_terminal
    for each in terminals:
        each.kill()


def test_questions_are_answered_with_arrow_keys(ask: Open) -> None:
    """Answers are chosen, ticked and left out, and the answer to all of them follows."""
    asked = ask()
    asked.see("1 of 8", "What are the data to do for you?", "q quit")
    asked.press(DOWN + DOWN + DOWN + ENTER)
    asked.see("2 of 8", "How many people are there")
    asked.press(ENTER)
    asked.see("3 of 8", "Who works with data already?", "Nobody")
    asked.press("6 " + ENTER)
    for number in range(4, 9):
        asked.see(f"{number} of 8")
        asked.press("s")
    asked.see("Your answers", "show the result")
    asked.press("r")
    asked.see("First, hire an experienced generalist", "not taken for a no")


def test_whoever_leaves_is_told_how_to_go_on(ask: Open) -> None:
    """Ctrl-C ends it, and what was answered stands in the command that goes on."""
    asked = ask()
    asked.see("1 of 8")
    asked.press(ENTER)
    asked.see("2 of 8")
    asked.press("\x03")
    asked.see("To go on: mlroles hire --goal reports --ask")
