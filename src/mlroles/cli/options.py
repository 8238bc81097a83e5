"""The parameters that commands share."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from mlroles.cli import completion

CONTEXT = {"help_option_names": ["-h", "--help"]}


class Format(StrEnum):
    """What a result is written as."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"


DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data",
        metavar="DIR",
        help="Read the catalogue in DIR instead of the one that comes along.  [env: MLROLES_DATA]",
        show_default=False,
    ),
]
FormatOption = Annotated[
    Format | None,
    typer.Option("--format", help="Write the result as this.  [default: terminal]"),
]
JsonOption = Annotated[bool, typer.Option("--json", help="The same as --format json.")]
PlainOption = Annotated[
    bool,
    typer.Option(
        "--plain",
        help="Write linear text that a screen reader reads well.  [env: MLROLES_PLAIN]",
    ),
]
RolesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ROLE",
        help="Roles by any name: 'engineer', 'mle', 'computer vision engineer'. Default: all.",
        show_default=False,
        autocompletion=completion.roles,
    ),
]
RoleArgument = Annotated[
    str,
    typer.Argument(
        metavar="ROLE",
        help="A role by any name: 'engineer', 'mle', 'computer vision engineer'.",
        autocompletion=completion.roles,
    ),
]
OnlyOption = Annotated[
    list[str] | None,
    typer.Option(
        "--only",
        metavar="HALF",
        help="Ask and score this half of the questionnaire alone.",
        show_default=False,
        autocompletion=completion.halves,
    ),
]
SearchOption = Annotated[
    str, typer.Option("--search", metavar="TEXT", help="Keep what holds TEXT.", show_default=False)
]


def new_app() -> typer.Typer:
    """Return an empty application for one command."""
    return typer.Typer(add_completion=False, rich_markup_mode=None, context_settings=CONTEXT)


def examples(*lines: str) -> str:
    """Return the examples that stand at the end of a help page, a line each."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
