"""Choosing how to ask."""

import io

import pytest

from mlroles.quiz.prompts import Fallback, Progress, choose_asker
from mlroles.quiz.prompts.lines import Lines


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True


@pytest.fixture(autouse=True)
def _terminal_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")


def test_a_terminal_gets_menus() -> None:
    """Menus are chosen where both streams are a terminal."""
    assert isinstance(choose_asker(Terminal(), Terminal(), plain=False, tell=print), Fallback)


@pytest.mark.parametrize(
    ("stdin", "out"), [(io.StringIO(), Terminal()), (Terminal(), io.StringIO())]
)
def test_without_a_terminal_there_are_lines(stdin: io.StringIO, out: io.StringIO) -> None:
    """Lines are chosen where either stream is no terminal."""
    assert isinstance(choose_asker(stdin, out, plain=False, tell=print), Lines)


def test_plain_wants_lines() -> None:
    """Lines are chosen in a terminal where plain text is wanted."""
    assert isinstance(choose_asker(Terminal(), Terminal(), plain=True, tell=print), Lines)


def test_a_dumb_terminal_gets_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines are chosen in a terminal that cannot move its cursor."""
    monkeypatch.setenv("TERM", "dumb")
    assert isinstance(choose_asker(Terminal(), Terminal(), plain=False, tell=print), Lines)


@pytest.mark.parametrize(
    ("progress", "words"),
    [(Progress(3, 12), "3 of 12"), (Progress(3, 7, at_most=True), "3 of at most 7")],
)
def test_progress_says_whether_its_total_is_an_estimate(progress: Progress, words: str) -> None:
    """Before the total stands "at most" where there may be fewer questions."""
    assert str(progress) == words
