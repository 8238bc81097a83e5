"""Being asked for one's skills on a real pseudo-terminal, and a kill in the middle of it."""

import json
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mlroles.people.kept import FILE
from mlroles.people.store import ProfileStore
from tests.terminal.test_quiz import DOWN, ENTER, Terminal

pytestmark = pytest.mark.filterwarnings(
    "ignore:This process .* is multi-threaded:DeprecationWarning"
)

Open = Callable[..., Terminal]


@pytest.fixture
def state(tmp_path: Path) -> Path:
    """Return the folder in which the profile is kept."""
    return tmp_path / "state"


@pytest.fixture
def ask(state: Path) -> Iterator[Open]:
    """Return what runs ``mlroles profile`` in a new terminal; all end with the test."""
    terminals: list[Terminal] = []

    def open_terminal(*arguments: str) -> Terminal:
        words = " ".join(("exec", f'"{sys.executable}"', "-m mlroles profile", *arguments))
        terminals.append(
            Terminal(state, [], 80, words, PYTHONPATH=os.environ.get("PYTHONPATH", ""))
        )
        return terminals[-1]

    yield open_terminal
    for each in terminals:
        each.kill()


def known(state: Path) -> dict[str, int]:
    """Return the levels that are kept."""
    return ProfileStore(state).load().levels


def test_skills_are_asked_with_arrow_keys(ask: Open, state: Path) -> None:
    """A role is chosen, a part is left out, levels are given, and Ctrl-C loses none of them."""
    asked = ask("--ask")
    asked.see("The skills of which role?")
    asked.press(DOWN + ENTER)
    asked.see("answer this part", "skip this part", "Mathematics")
    asked.press(DOWN + ENTER)
    asked.see("Programming", "answer this part", "API development")
    asked.press(ENTER)
    asked.see("How well can you do this", "know of it", "You can", "not at all", "q quit")
    asked.press("3" + ENTER)
    asked.see("3 of ", "How well can you do this")
    assert [*known(state).values()] == [3]
    asked.press("w")
    asked.see("of adverts for this role name it.")
    asked.press("b")
    asked.see("2 of ", "> use it well")
    asked.press("2" + ENTER)
    asked.see("3 of ")
    asked.press("5" + ENTER)
    asked.see("4 of ")
    assert [*known(state).values()] == [2, 0]
    asked.press("\x03")
    assert asked.leave() == 130
    assert "mlroles profile --ask ml-engineer" in asked.text()
    assert [*known(state).values()] == [2, 0]


def test_a_kill_loses_nothing(ask: Open, state: Path) -> None:
    """What was answered is on the disk before the next question, and is not asked again."""
    asked = ask("--ask", "mle")
    asked.see("answer this part", "Mathematics")
    asked.press(ENTER)
    asked.see("How well can you do this")
    asked.press("4" + ENTER)
    asked.see("Programming")
    asked.kill()
    assert [*known(state).values()] == [4]
    assert json.loads((state / FILE).read_bytes())["version"] == 1
    again = ask("--ask", "mle")
    again.see("Programming", "answer this part")


def test_two_windows_lose_nothing(ask: Open, state: Path) -> None:
    """Answers that are given in turn in two windows are all kept."""
    one, other = ask("--ask", "mle"), ask("--ask", "mle")
    for each in (one, other):
        each.see("answer this part", "Mathematics")
    one.press(ENTER)
    one.see("How well can you do this")
    one.press("1" + ENTER)
    one.see("Programming")
    other.press(DOWN + ENTER)
    other.see("Programming", "answer this part")
    other.press(ENTER)
    other.see("How well can you do this")
    other.press("2" + ENTER)
    other.see("3 of ")
    assert sorted(known(state).values()) == [1, 2]
