"""A menu that is asked to end because the program is told to."""

from types import SimpleNamespace
from typing import Any

import pytest
from prompt_toolkit.keys import Keys

from mlroles.quiz.prompts.menu import Menu
from mlroles.quiz.prompts.menus import _bindings, _leave


class Loop:
    """An event loop that does at once what it is asked to do soon."""

    def call_soon_threadsafe(self, callback: Any) -> None:
        """Do it."""
        callback()


def application(*, answered: bool) -> Any:
    """Return a menu that runs, with an answer or without one yet."""
    left: list[str] = []
    return SimpleNamespace(
        loop=Loop(),
        future=SimpleNamespace(done=lambda: answered),
        left=left,
        exit=lambda: left.append("left"),
    )


@pytest.mark.parametrize(("answered", "left"), [(False, ["left"]), (True, [])])
def test_a_menu_that_runs_leaves_once(answered: bool, left: list[str]) -> None:
    """It is left, unless it has just been answered and leaves by itself."""
    menu = application(answered=answered)
    assert _leave(menu)
    assert menu.left == left


@pytest.mark.parametrize("lacks", ["loop", "future"])
def test_a_menu_that_does_not_run_cannot_be_left(lacks: str) -> None:
    """Before and after its time nobody is there to ask."""
    menu = application(answered=False)
    setattr(menu, lacks, None)
    assert not _leave(menu)


def test_an_interrupt_from_outside_leaves_as_ctrl_c_does() -> None:
    """A SIGINT that somebody sends the process leaves the menu."""
    left: list[object] = []
    event: Any = SimpleNamespace(app=SimpleNamespace(exit=lambda **how: left.append(how)))
    bindings = _bindings(Menu("", ()), list, {}).bindings
    (binding,) = [each for each in bindings if each.keys == (Keys.SIGINT,)]
    binding.handler(event)
    assert left == [{"exception": KeyboardInterrupt}]


def test_ctrl_z_puts_the_menu_aside() -> None:
    """The menu goes to the background as any program does."""
    asked: list[str] = []
    event: Any = SimpleNamespace(
        app=SimpleNamespace(suspend_to_background=lambda: asked.append("aside"))
    )
    bindings = _bindings(Menu("", ()), list, {}).bindings
    (binding,) = [each for each in bindings if each.keys == (Keys.ControlZ,)]
    binding.handler(event)
    assert asked == ["aside"]
