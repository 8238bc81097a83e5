"""The yardstick for ``mlroles --version``: an eager option that prints a literal."""

from typing import Annotated

import typer

app = typer.Typer()


def print_version(value: bool) -> None:
    """Print the version and leave, where it is asked for."""
    if value:
        typer.echo("reference 1.0")
        raise typer.Exit


@app.command()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=print_version, is_eager=True)
    ] = False,
) -> None:
    """Do nothing."""


if __name__ == "__main__":
    app()
