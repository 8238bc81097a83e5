"""Consoles and streams, by environment and stream."""

import io
import os
import sys

import pytest

from mlroles import console
from mlroles.errors import DataError, MlrolesError, Problem
from mlroles.render.document import Document, Heading, Phrase
from mlroles.render.terminal import render


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Return True."""
        return True


@pytest.fixture(autouse=True)
def environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start from a terminal's usual environment."""
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS", "COLORTERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")


@pytest.mark.parametrize(
    ("variables", "on_terminal", "in_pipe"),
    [
        ({}, True, False),
        ({"NO_COLOR": "1"}, False, False),
        ({"NO_COLOR": ""}, True, False),
        ({"FORCE_COLOR": "1"}, True, True),
        ({"FORCE_COLOR": ""}, True, False),
        ({"NO_COLOR": "1", "FORCE_COLOR": "1"}, False, False),
        ({"TERM": "dumb"}, False, False),
        ({"TERM": "dumb", "FORCE_COLOR": "1"}, True, True),
    ],
)
def test_colour(
    variables: dict[str, str], on_terminal: bool, in_pipe: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR decides, then FORCE_COLOR, then whether the stream is a terminal that can."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    for stream, expected in ((Terminal(), on_terminal), (io.StringIO(), in_pipe)):
        monkeypatch.setattr(sys, "stdout", stream)
        assert console.wants_colour(stream) is expected
        render(Document((Heading("Title"),)), console.stdout_console())
        assert stream.getvalue() == ("\x1b[1mTitle\x1b[0m\n" if expected else "Title\n")


@pytest.mark.parametrize(
    ("variables", "coloured"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, True),
        ({"TERM": "xterm"}, False),
        ({"TERM": "linux"}, False),
    ],
)
def test_sixteen_colours_are_not_used(
    variables: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a terminal has the colours that it sets itself, weight alone tells things apart."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    stream = Terminal()
    monkeypatch.setattr(sys, "stdout", stream)
    render(Document((Heading(Phrase("Title", role=0)),)), console.stdout_console())
    assert ("38;" in stream.getvalue()) == coloured
    assert "\x1b[1" in stream.getvalue()


@pytest.mark.parametrize(
    ("columns", "width"),
    [("20", 20), ("300", 300), ("1", 1), ("0", 80), ("-5", 80), ("wide", 80), ("", 80)],
)
def test_width_from_environment(columns: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """COLUMNS decides on the width where it is a positive number."""
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    monkeypatch.setenv("COLUMNS", columns)
    assert console.stdout_width() == width
    assert console.stdout_console().width == width


@pytest.mark.parametrize(("reported", "width"), [(132, 132), (0, 80)])
def test_width_of_terminal(reported: int, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without COLUMNS the terminal's width counts, 80 where it does not know it."""
    monkeypatch.setattr(os, "get_terminal_size", lambda _: os.terminal_size((reported, 24)))
    monkeypatch.setattr(sys, "stdout", sys.__stdout__)
    assert console.stdout_width() == width


@pytest.mark.parametrize(
    ("encoding", "errors", "written"),
    [
        ("utf-8", None, "≠ é\n"),
        ("ascii", None, "!= \\xe9\n"),
        ("latin-1", None, "!= é\n"),
        ("ascii", "xmlcharrefreplace", "&#8800; &#233;\n"),
    ],
)
def test_write(
    encoding: str, errors: str | None, written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Finished text is written in what the stream can carry."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, newline="")
    monkeypatch.setattr(sys, "stdout", stream)
    console.write("≠ é\n", *([errors] if errors else []))
    stream.seek(0)
    assert stream.read() == written


def test_write_to_a_stream_without_encoding(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stream that names no encoding takes every text."""
    stream = io.StringIO()
    monkeypatch.setattr(sys, "stdout", stream)
    console.write("≠\n")
    assert stream.getvalue() == "≠\n"


@pytest.mark.parametrize(
    ("error", "written"),
    [
        (MlrolesError("No such role."), "Error: No such role.\n"),
        (
            DataError(
                "The \x1b[31mdata\x1b[0m are – wrong.",
                "Try this.",
                (Problem("roles.json", "$.a", "no\nvalue", "a value"), Problem("b", "", "c")),
            ),
            """\
Error: The data are - wrong.
  roles.json: $.a: no value (a value)
  b: c
Hint: Try this.
""",
        ),
    ],
)
def test_write_error(error: MlrolesError, written: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error is its sentence, each problem and the hint, on standard error."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="ascii", newline="")
    monkeypatch.setattr(sys, "stderr", stream)
    console.write_error(error)
    stream.seek(0)
    assert stream.read() == written


@pytest.mark.parametrize(
    ("stream", "lines"),
    [
        (
            Terminal(),
            [
                "Error: The column “course-of-study”",
                "  is not there at all.",
                "  sheets.csv: $.rows: a value that",
                "    nobody knows",
                "Hint: Read it.",
            ],
        ),
        (
            io.StringIO(),
            [
                "Error: The column “course-of-study” is not there at all.",
                "  sheets.csv: $.rows: a value that nobody knows",
                "Hint: Read it.",
            ],
        ),
    ],
)
def test_folding(stream: io.StringIO, lines: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal whole words go to the next line; what is piped keeps its lines."""
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("COLUMNS", "36")
    problem = Problem("sheets.csv", "$.rows", "a value that nobody knows")
    message = "The column “course-of-study” is not there at all."
    console.write_error(MlrolesError(message, "Read it.", (problem,)))
    assert stream.getvalue().splitlines() == lines


def test_a_word_that_fits_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word that is wider than the terminal stays whole, so that it can be copied."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("COLUMNS", "10")
    console.tell("See https://example.org/a-page now.")
    assert stream.getvalue() == "See\n  https://example.org/a-page\n  now.\n"
