"""Assembles the command line; a command's module is imported when the command is used."""

from importlib import import_module
from typing import Annotated, Any, cast

import typer
from typer.main import get_command as build_command

from mlroles.cli.help import Command, Group
from mlroles.cli.options import CONTEXT, examples
from mlroles.cli.request import Request, requests

COMMANDS = {
    "list": "list_",
    "show": "show",
    "compare": "compare",
    "skills": "skills",
    "responsibilities": "responsibilities",
    "lifecycle": "lifecycle",
    "title": "title",
    "read": "read",
    "pay": "pay",
    "evidence": "evidence",
    "frameworks": "frameworks",
    "quiz": "quiz",
    "profile": "profile",
    "plan": "plan",
    "hire": "hire",
    "team": "team",
    "advert": "advert",
    "form": "form",
    "score": "score",
    "cohort": "cohort",
    "page": "page",
    "sources": "sources",
    "data": "data",
}
"""Each command and the module of this package that holds it, in the order of the help page."""


class Commands(Group):
    """The commands, each built when it is asked for: start-up pays for one, not for all."""

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401
        """Take Typer's settings; the names alone are enough for "did you mean"."""
        super().__init__(**settings)
        self.commands = dict.fromkeys(COMMANDS)  # type: ignore[assignment]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - Typer's own
        """Keep what was typed, so that no screen suggests the command that it comes from."""
        ctx.obj = tuple(args)
        return super().parse_args(ctx, args)

    def list_commands(self, ctx: object) -> list[str]:  # noqa: ARG002
        """Return the names of the commands in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: object, cmd_name: str) -> Command | Group | None:  # noqa: ARG002
        """Return the command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"mlroles.cli.{COMMANDS[cmd_name]}")
        return cast("Command | Group", build_command(module.app))


app = typer.Typer(
    name="mlroles",
    cls=Commands,
    invoke_without_command=True,
    rich_markup_mode=None,
    context_settings=CONTEXT,
    epilog=examples(
        "mlroles compare",
        "mlroles show engineer",
        "mlroles quiz",
        "mlroles skills --shared --format markdown",
    ),
)


def _version(value: bool) -> None:
    if value:
        from mlroles import __version__

        typer.echo(f"mlroles {__version__}")
        raise typer.Exit


@app.callback()
@requests
def home(
    *,
    request: Request,
    version: Annotated[  # noqa: ARG001
        bool,
        typer.Option(
            "--version", help="Print the version and exit.", callback=_version, is_eager=True
        ),
    ] = False,
) -> None:
    """Tell three jobs apart: Data Scientist, ML Engineer and ML Researcher.

    Without a command: the roles at a glance. An option given before a command holds for it too.
    """
    if request.context.invoked_subcommand:
        return
    from mlroles.roles.profile import overview
    from mlroles.views.overview import glance

    catalogue = request.catalogue
    result = overview(catalogue, request.roles(None))
    request.emit("overview", result, lambda: glance(result, catalogue))
