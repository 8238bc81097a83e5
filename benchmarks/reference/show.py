"""The yardstick for ``mlroles show ROLE``: one argument, one Pydantic model, one Rich table."""

from typing import Annotated

import typer
from pydantic import BaseModel
from rich.console import Console
from rich.table import Table

DATA = b'{"name": "engineer", "facts": {"Focus": "production", "Deployment": "expert"}}'

app = typer.Typer()


class Role(BaseModel):
    """A role in miniature."""

    name: str
    facts: dict[str, str]


@app.command()
def show(name: Annotated[str, typer.Argument(help="A role.")]) -> None:
    """Show one role as a table."""
    role = Role.model_validate_json(DATA)
    table = Table("Aspect", name)
    for aspect, text in role.facts.items():
        table.add_row(aspect, text)
    Console().print(table)


if __name__ == "__main__":
    app()
