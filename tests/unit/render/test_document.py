"""What screens are made of: commands, and the screen as it is suggested from."""

import pytest

from mlroles.render.document import Command, Document, Heading, Next, command


@pytest.mark.parametrize(
    ("words", "typed"),
    [
        ((), "mlroles"),
        (("show", "ml-engineer"), "mlroles show ml-engineer"),
        (("show", "computer vision"), "mlroles show 'computer vision'"),
        (("score", "a'b;c"), "mlroles score 'a'\"'\"'b;c'"),
    ],
)
def test_a_command_is_written_as_it_is_typed(words: tuple[str, ...], typed: str) -> None:
    """A command's words are quoted where a shell needs it."""
    assert str(command(*words)) == str(Command(words)) == typed


def test_a_screen_repeats_what_led_to_it() -> None:
    """Options stand before each suggested command's name; what does not lead on is left out."""
    title = Heading("A")
    screen = Document((title, Next((command("list"), command("show", "baker")))))
    assert screen.suggesting((), lambda _: True) == screen
    assert screen.suggesting(("--data", "x"), lambda each: each != command("list")) == Document(
        (title, Next((command("--data", "x", "show", "baker"),)))
    )
    assert screen.suggesting((), lambda _: False) == Document((title, Next(())))
