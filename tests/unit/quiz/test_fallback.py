"""Where menus cannot be drawn, numbered lines take their place and a sentence says so."""

import io
from collections.abc import Callable

import pytest

from mlroles.quiz.models import Half, Questionnaire
from mlroles.quiz.prompts import (
    Answered,
    Asker,
    Change,
    Fallback,
    Finish,
    Progress,
    Quit,
    Reply,
    choose_asker,
)
from mlroles.quiz.prompts.lines import Lines


class Spoilt(Exception):  # noqa: N818 - any exception will do
    """Something that nobody foresaw."""


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True


class Broken:
    """Menus that can be made and not drawn."""

    def ask(self, *_: object) -> Reply:
        """Fail."""
        raise Spoilt

    def review(self, *_: object) -> Finish | Change | Quit:
        """Fail."""
        raise Spoilt

    def ask_to_begin(self, half: Half) -> bool | Quit:
        """Fail."""
        raise Spoilt(half)

    def ask_to_go_on(self, answered: int, total: int) -> bool | Quit:
        """Fail."""
        raise Spoilt(answered, total)


def none() -> Asker:
    """Fail to make menus."""
    raise Spoilt


@pytest.mark.parametrize("menus", [none, Broken])
def test_lines_take_the_place_of_menus(
    menus: Callable[[], Asker], questionnaire: Questionnaire
) -> None:
    """A failure in making or drawing is told once, and every question is still asked."""
    told: list[str] = []
    out = io.StringIO()
    asker = Fallback(menus, Lines(io.StringIO("y\ny\n1\n\n"), out), told.append)
    half = questionnaire.halves[0]
    assert asker.ask_to_go_on(1, 2) is True
    assert asker.ask_to_begin(half) is True
    assert asker.ask(questionnaire.questions[0], Progress(1, 3), (), None) == Answered(("oven",))
    assert asker.review(questionnaire.questions, {}) == Finish()
    assert told == ["Menus cannot be drawn here (Spoilt): numbered lines take their place."]
    assert "1. I like oven" in out.getvalue()


def test_menus_stay_where_they_can_be_drawn(questionnaire: Questionnaire) -> None:
    """The same menus ask every question, and nothing is told."""
    made: list[str] = []

    class Drawn(Broken):
        def __init__(self) -> None:
            made.append("menus")

        def ask(self, *_: object) -> Reply:
            return Quit()

    asker = Fallback(Drawn, Broken(), made.append)
    for _ in range(2):
        assert asker.ask(questionnaire.questions[0], Progress(1, 3), (), None) == Quit()
    assert made == ["menus"]


def test_lines_that_fail_are_no_reason_for_lines(questionnaire: Questionnaire) -> None:
    """Where the lines fail as well, what went wrong comes out, and is not told twice."""
    told: list[str] = []
    asker = Fallback(none, Broken(), told.append)
    for _ in range(2):
        with pytest.raises(Spoilt):
            asker.ask(questionnaire.questions[0], Progress(1, 3), (), None)
    assert len(told) == 1


def test_terminal_without_a_screen_buffer_gets_lines(
    monkeypatch: pytest.MonkeyPatch, questionnaire: Questionnaire
) -> None:
    """Whatever prompt_toolkit raises when it looks for the screen, the quiz goes on."""

    def boom(*_: object) -> None:
        raise RuntimeError("no screen buffer here")

    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr("prompt_toolkit.output.create_output", boom)
    told: list[str] = []
    asker = choose_asker(Terminal("2\n"), Terminal(), plain=False, tell=told.append)
    assert asker.ask(questionnaire.questions[0], Progress(1, 3), (), None) == Answered(("flame",))
    assert "RuntimeError" in told[0]


def test_what_a_terminal_answers_is_no_reply(questionnaire: Questionnaire) -> None:
    """Where the cursor stands, which a menu had asked, is not taken for what a person types."""
    lines = Lines(io.StringIO("\x1b[1;1R2\n"), io.StringIO())
    assert lines.ask(questionnaire.questions[0], Progress(1, 3), (), None) == Answered(("flame",))
