"""The yardstick for completing a role's name: one argument, completed from a list."""

from typing import Annotated

import typer

ROLES = ["data-scientist", "ml-engineer", "ml-researcher"]

app = typer.Typer()


def complete(incomplete: str) -> list[str]:
    """Return the roles that begin with what has been typed."""
    return [role for role in ROLES if role.startswith(incomplete)]


@app.command()
def show(name: Annotated[str, typer.Argument(autocompletion=complete)]) -> None:
    """Print a name."""
    typer.echo(name)


if __name__ == "__main__":
    app(prog_name="reference")
