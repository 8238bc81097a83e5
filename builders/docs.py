"""``python -m builders.docs [--check]``: pages come in, the same pages with current output go out.

It writes the quoted blocks, the command reference and the pictures. ``--check`` writes nothing
and exits with 1, showing what is not up to date.

A block stands in a Markdown file between ``<!-- begin: COMMAND -->`` and ``<!-- end -->``; COMMAND
is run and its output quoted, 80 columns wide and without colour. ``| head -N`` or ``| tail -N``
after the command keeps the first or the last N lines.
"""

import argparse
import difflib
import io
import os
import re
import shlex
import sys
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from unittest import mock

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from builders.data_docs import data_page
from builders.questions import questions_page
from mlroles import schemas
from mlroles.__main__ import main as mlroles
from mlroles.cli.app import COMMANDS
from mlroles.palette import MUTED
from mlroles.results import RESULTS

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", *(f"docs/{page.name}" for page in sorted((ROOT / "docs").glob("*.md"))))
"""Every page that may quote the program."""

MADE = {"docs/data.md": data_page, "docs/questions.md": questions_page}
"""The pages that are written whole, with what writes them."""

PICTURES = {
    "compare": "mlroles compare",
    "quiz": "mlroles quiz --answers docs/example-answers.json | head -28",
    "lifecycle": "mlroles lifecycle | head -11",
    "pay": "mlroles pay | head -13",
}
"""The name of each picture in docs/pictures, and the command that it shows."""

THEME = TerminalTheme((0, 0, 0), (255, 255, 255), [(118, 118, 118)] * 8)
"""White on black in the pictures: the colours of the screens can be read on both.

The sixteen colours that a terminal sets itself are none of ours, and all alike here.
"""

SUBCOMMANDS = {"data": ("age", "check", "path", "schema"), "quiz": ("questions",)}

BLOCK = re.compile(r"(<!-- begin: (?P<command>.+?) -->\n).*?(<!-- end -->)", re.DOTALL)
PART = re.compile(r" \| (?P<end>head|tail) -(?P<lines>\d+)$")

PLAIN = {"COLUMNS": "80", "NO_COLOR": "1"}
COLOURED = {
    "COLUMNS": "88",
    "FORCE_COLOR": "1",
    "TERM": "xterm-256color",
    "COLORTERM": "truecolor",
}


def run(command: str, environment: dict[str, str]) -> str:
    """Return what ``command`` writes, standard error included, run in the checkout.

    Raises SystemExit where it fails: an error is nothing that a page quotes.
    """
    program, *arguments = shlex.split(PART.sub("", command))
    if program != "mlroles":
        raise SystemExit(f"Not a command of mlroles: {command}")
    written = io.StringIO()
    kept = {"PATH", "HOME", "LANG", "TERM"}
    settings = {key: value for key, value in os.environ.items() if key in kept} | environment
    with (
        mock.patch.dict(os.environ, settings, clear=True),
        redirect_stdout(written),
        redirect_stderr(written),
    ):
        code = mlroles(arguments)
    if code:
        raise SystemExit(f"{command} exits with {code}: {written.getvalue()}")
    lines = written.getvalue().splitlines(keepends=True)
    if part := PART.search(command):
        count = int(part["lines"])
        lines = lines[:count] if part["end"] == "head" else lines[-count:]
    return "".join(lines)


def quoted(command: str) -> str:
    """Return the command and its output as a fenced block."""
    return f"```console\n$ {command}\n{run(command, PLAIN).rstrip()}\n```\n"


def page(text: str) -> str:
    """Return a Markdown page with every block written anew."""

    def block(match: re.Match[str]) -> str:
        command = match["command"]
        made = results() if command == "results" else quoted(command)
        return match[1] + made + match[3]

    return BLOCK.sub(block, text)


def results() -> str:
    """Return the table of what commands write as JSON: the schema and the keys of its result."""
    rows = ["| Schema | Keys of `result` |", "| --- | --- |"]
    for name in RESULTS:
        envelope = schemas.schema(name)["properties"]
        shape = envelope.get("result") or envelope["error"]
        if "$ref" in shape:
            shape = schemas.schema(name)["$defs"][shape["$ref"].rsplit("/", 1)[-1]]
        keys = ", ".join(f"`{key}`" for key in shape["properties"])
        rows.append(f"| `mlroles/{name}` | {keys} |")
    return "\n".join(rows) + "\n"


def reference() -> str:
    """Return the command reference: the help page of every command."""
    names = ["mlroles"]
    for command in COMMANDS:
        names.append(f"mlroles {command}")
        names += [f"mlroles {command} {each}" for each in SUBCOMMANDS.get(command, ())]
    parts = [
        "# Commands\n",
        "Every help page, as `--help` prints it; written by `python -m builders.docs`.\n",
    ]
    for name in names:
        help_page = run(f"{name} --help", PLAIN).rstrip()
        parts.append(f"## `{name}`\n\n```text\n{help_page}\n```\n")
    return "\n".join(parts)


def picture(name: str, command: str) -> str:
    """Return the command's screen, in colour, as an SVG picture."""
    console = Console(
        record=True,
        file=io.StringIO(),
        width=int(COLOURED["COLUMNS"]),
        force_terminal=True,
        color_system="truecolor",
        _environ={},
    )
    screen = Text.from_ansi(run(command, COLOURED).rstrip("\n"))
    console.print(Text(f"$ {command}", style=MUTED.hex), screen, sep="\n", soft_wrap=True)
    return console.export_svg(title="mlroles", theme=THEME, unique_id=f"mlroles-{name}")


def wanted() -> Iterator[tuple[str, str]]:
    """Yield each file that is written from the program, as its path and its right content."""
    for path in PAGES:
        made = MADE.get(path)
        yield path, page(made() if made else (ROOT / path).read_text("utf-8"))
    yield "docs/commands.md", reference()
    for name, command in PICTURES.items():
        yield f"docs/pictures/{name}.svg", picture(name, command)


def drift(path: str, right: str) -> str:
    """Return how the file differs from what is right; empty where it does not."""
    file = ROOT / path
    found = file.read_text("utf-8") if file.exists() else ""
    lines = difflib.unified_diff(
        found.splitlines(keepends=True), right.splitlines(keepends=True), path, "the program"
    )
    return "".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Write every file, or with ``--check`` say which are not up to date; return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m builders.docs", description="Renew quotations."
    )
    parser.add_argument("--check", action="store_true", help="write nothing, say what has drifted")
    check = parser.parse_args(arguments).check
    os.chdir(ROOT)
    drifted = {path: right for path, right in wanted() if drift(path, right)}
    for path, right in drifted.items():
        if check and not path.endswith(".svg"):  # nobody reads the source of a picture
            print(drift(path, right))
        elif check:
            print(f"{path} shows another screen")
        else:
            (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / path).write_text(right, "utf-8")
            print(f"wrote {path}")
    if check and drifted:
        print(f"Not up to date: {', '.join(drifted)}. Run: python -m builders.docs")
    return int(check and bool(drifted))


if __name__ == "__main__":
    sys.exit(main())
