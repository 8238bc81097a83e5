"""The edge to the outside: consoles and streams, made per call.

How wide, in colour or not, and which signs: all of it depends on the environment and on the
stream of *this* call, so nothing here is kept from one call to the next.
"""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, TextIO

from mlroles.errors import MlrolesError
from mlroles.text import SIGNS_TO_ASCII, clean, encodable

if TYPE_CHECKING:
    from rich.console import Console

DEFAULT_WIDTH = 80

WIDEST = 500
"""Columns; no screen is wider, whatever is asked for: a picture takes memory for each of them."""


def stdout_console() -> "Console":
    """Return a Rich console for standard output that takes every text as text."""
    from rich.console import Console

    colour = wants_colour(sys.stdout)
    console = Console(
        file=sys.stdout,
        width=stdout_width(),
        height=25,  # given only so that Rich does not look for it
        force_terminal=colour,
        force_jupyter=False,
        color_system=_colour_system() if colour else None,
        no_color=not colour,
        markup=False,
        emoji=False,
        highlight=False,
    )
    # Sixteen colours look as the person's terminal sets them, so that nothing is known of what can
    # be read: there, weight alone tells things apart.
    console.no_color = console.no_color or console.color_system in {"standard", "windows"}
    return console


def _colour_system() -> Literal["auto", "standard"]:
    """Return what Rich shall use: it gives a dumb terminal no colour even if told to."""
    return "standard" if is_dumb() else "auto"


def is_dumb() -> bool:
    """Return whether the terminal says that it can do nothing but write one line after another."""
    return os.environ.get("TERM", "").lower() in {"dumb", "unknown"}


def wants_colour(stream: TextIO) -> bool:
    """Return whether to write to ``stream`` in colour.

    ``NO_COLOR`` decides, then ``FORCE_COLOR`` (each where it is not empty); else it is a
    question of whether the stream is a terminal that can.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and not is_dumb()


def stdout_width() -> int:
    """Return how many columns there are: ``COLUMNS``, else the terminal's width, else 80."""
    return _width(sys.stdout)


def _width(stream: TextIO) -> int:
    try:
        columns = int(os.environ.get("COLUMNS", ""))
    except ValueError:
        columns = 0
    if columns > 0:
        return min(columns, WIDEST)
    try:
        return min(os.get_terminal_size(stream.fileno()).columns or DEFAULT_WIDTH, WIDEST)
    except (OSError, ValueError):  # not a terminal, or not a file at all
        return DEFAULT_WIDTH


def write(text: str, errors: str = SIGNS_TO_ASCII) -> None:
    """Write finished text to standard output.

    ``errors`` names the codec error handler for what the stream's encoding cannot carry;
    ``xmlcharrefreplace`` suits Markdown.
    """
    if not text.isascii():
        encoding = sys.stdout.encoding or "utf-8"
        text = text.encode(encoding, errors).decode(encoding)
    sys.stdout.write(text)


def tell(sentence: str) -> None:
    """Write a sentence to standard error, clean and in the signs that the stream has.

    On a terminal whole words are folded.
    """
    _write_lines([clean(sentence)])


def write_error(error: MlrolesError) -> None:
    """Write to standard error what is wrong, its problems, and what to do about it."""
    lines = [f"Error: {clean(error.message)}"]
    told = error.problems[: error.most_told]
    lines += [f"  {clean(str(problem))}" for problem in told]
    if len(told) < error.count:
        lines.append(f"  and {error.count - len(told):,} more")
    if error.hint:
        lines.append(f"Hint: {clean(error.hint)}")
    _write_lines(lines)


def _write_lines(lines: Sequence[str]) -> None:
    """Write lines to standard error; a terminal gets no part of a word, a file no line more."""
    text = "".join(f"{line}\n" for line in lines)
    text = encodable(text, sys.stderr.encoding or "utf-8")
    if sys.stderr.isatty():
        text = "".join(f"{part}\n" for line in text.splitlines() for part in _folded(line))
    sys.stderr.write(text)


def _folded(line: str) -> Sequence[str]:
    """Return the parts of a line that fit on the terminal; a longer word stays whole."""
    width = _width(sys.stderr)
    if len(line) <= width:
        return [line]
    from textwrap import wrap

    indent = " " * (len(line) - len(line.lstrip()))
    own = line.strip()
    return wrap(
        own,
        width,
        initial_indent=indent,
        subsequent_indent=f"{indent}  ",
        break_long_words=False,
        break_on_hyphens=False,
    )
