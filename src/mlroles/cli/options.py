"""The parameters that commands share."""

from typing import Annotated

import typer

from mlroles.cli import completion
from mlroles.cli.help import App, Group

CONTEXT = {"help_option_names": ["-h", "--help"]}


RolesArgument = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="ROLE",
        help="Roles by any name: 'engineer', 'mle', 'computer vision engineer'. Default: those "
        "that this catalogue is about.",
        show_default=False,
        autocompletion=completion.roles,
    ),
]
RoleArgument = Annotated[
    list[str],
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


AllOption = Annotated[
    bool,
    typer.Option("--all", help="Take every role of the catalogue.", show_default=False),
]
FullOption = Annotated[
    bool,
    typer.Option("--full", help="Show everything, not what matters most.", show_default=False),
]
EvidenceOption = Annotated[
    bool,
    typer.Option("--evidence", help="Say also what figures say of the claims that are cited."),
]


def new_app() -> App:
    """Return an empty application for one command, or for a group of them."""
    return App(cls=Group, add_completion=False, rich_markup_mode=None, context_settings=CONTEXT)


def examples(*lines: str) -> str:
    """Return the examples that stand at the end of a help page, a line each."""
    return "Examples:\n" + "\n".join(f"  {line}" for line in lines)
