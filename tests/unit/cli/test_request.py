"""The options that every command shares, and the way from a result to stdout."""

import inspect
from pathlib import Path
from typing import Any, cast

import pytest
import typer
from typer.core import TyperCommand

from mlroles.cli.request import SHARED, Format, Request, requesting, requests
from mlroles.errors import UsageError
from mlroles.render.document import Document, Next, command

NOTHING: dict[str, Any] = {name: default for name, (_, default) in SHARED.items()}


def context(above: typer.Context | None = None, *, typed: tuple[str, ...] = ()) -> typer.Context:
    """Return the context of a command, below another where there is one."""
    return typer.Context(TyperCommand("x"), parent=above, obj=typed)


def request(**settings: Any) -> Request:
    """Return a request with these settings and defaults for the others."""
    given = {"context": context(), "data": None, "format": Format.TERMINAL, "plain": False}
    return Request(**{**given, **settings})


def test_unknown_format_is_a_mistake_of_our_own(capsys: pytest.CaptureFixture[str]) -> None:
    """A format that nobody wrote a walker for fails at once, and writes nothing."""
    with pytest.raises(AssertionError, match="paper"):
        request(format=cast("Format", "paper")).emit("x", None, lambda: Document(()))
    assert capsys.readouterr().out == ""


def test_terminal_is_the_default() -> None:
    """Without a wish the result goes to the terminal, drawn, of the catalogue that comes along."""
    here = context()
    assert Request.of(here, NOTHING) == Request(here, None, Format.TERMINAL, plain=False)
    asked = {**NOTHING, "json": True, "plain": True}
    assert Request.of(here, asked) == Request(here, None, Format.JSON, plain=True)


def test_document_is_made_only_where_it_is_written() -> None:
    """JSON does not pass through the document."""

    def never() -> Document:
        raise NotImplementedError

    request(format=Format.JSON).emit("x", 1, never)


def test_the_nearest_option_holds() -> None:
    """An option given with the command wins over one before it, which holds where it was not."""
    outer = context()
    outer.params = {"data": Path("outer"), "format_": Format.MARKDOWN, "json": False, "plain": True}
    middle = context(outer)
    inner = context(middle)
    found = Request.of(inner, NOTHING)
    assert (found.data, found.format, found.plain) == (Path("outer"), Format.MARKDOWN, True)
    own = {**NOTHING, "data": Path("own"), "format_": Format.TERMINAL}
    found = Request.of(inner, own)
    assert (found.data, found.format, found.plain) == (Path("own"), Format.TERMINAL, True)
    with pytest.raises(UsageError, match="--json contradicts --format markdown"):
        Request.of(inner, {**NOTHING, "json": True})


def test_the_environment_is_asked_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder is the option's, or the environment's, or our own."""
    assert request().directory.name == "data"
    monkeypatch.setenv("MLROLES_DATA", "elsewhere")
    assert request().directory == Path("elsewhere")
    assert request(data=Path("here")).directory == Path("here")


def test_what_led_here_is_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what led here, commands repeat what is neither the default nor in the environment."""
    assert request().led_here == ()
    assert request(data=Path("a b"), plain=True).led_here == ("--data", "a b", "--plain")
    monkeypatch.setenv("MLROLES_PLAIN", "1")
    monkeypatch.setenv("MLROLES_DATA", "elsewhere")
    assert request(plain=True).led_here == ()


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        ((), ["list", "show baker", "skills --shared"]),
        (("list",), ["show baker", "skills --shared"]),
        (("--json", "list", "--plain"), ["show baker", "skills --shared"]),
        (("--data", "x", "show", "--format", "markdown", "b"), ["list", "skills --shared"]),
        (("--data=x", "show", "--format=markdown", "Boulanger"), ["list", "skills --shared"]),
        (("show", "baker", "--data"), ["list", "skills --shared"]),
        (("skills", "b", "seller", "--shared"), ["list", "show baker"]),
        (("skills", "seller", "b", "--shared"), ["list", "show baker", "skills --shared"]),
        (("show", "Master B", "BAKER"), ["list", "skills --shared"]),
    ],
)
def test_no_screen_suggests_itself(
    typed: tuple[str, ...],
    left: list[str],
    bakery_directory: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The command that was typed is not suggested, whatever names and shared options it has.

    Nor is one that needs a file that the catalogue does not have.
    """
    monkeypatch.setenv("MLROLES_PLAIN", "1")
    monkeypatch.setenv("MLROLES_DATA", str(bakery_directory))
    commands = (("list",), ("show", "baker"), ("skills", "--shared"), ("quiz",), ("pay", "baker"))
    screen = Document((Next(tuple(command(*words) for words in commands)),))
    request(context=context(context(typed=typed)), plain=True).emit("x", None, lambda: screen)
    assert capsys.readouterr().out == "".join(f"Next: mlroles {each}\n" for each in left)


def test_options_stand_in_the_place_of_the_request() -> None:
    """A command's own parameters stay, and the shared options come where ``request`` stood."""
    seen: list[tuple[str, int, Request]] = []

    def bake(loaf: str, count: int = 3, *, request: Request) -> None:
        """Bake."""
        seen.append((loaf, count, request))

    for decorate, names in ((requests, [*SHARED]), (requesting("data"), ["data"])):
        run = decorate(bake)
        parameters = inspect.signature(run).parameters
        assert [*parameters] == ["ctx", "loaf", "count", *names]
        assert parameters["count"].default == 3
        assert (run.__name__, run.__doc__) == ("bake", "Bake.")
        here = context()
        run(ctx=here, loaf="rye", count=1, data=Path("x"))
        assert seen.pop() == ("rye", 1, Request(here, Path("x"), Format.TERMINAL, plain=False))
