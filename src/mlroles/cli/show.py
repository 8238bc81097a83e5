"""``mlroles show``."""

from typing import Annotated

import typer

from mlroles.cli import completion
from mlroles.cli.options import (
    DataOption,
    FormatOption,
    JsonOption,
    PlainOption,
    RoleArgument,
    examples,
    new_app,
)

app = new_app()


@app.command(
    epilog=examples(
        "mlroles show engineer",
        "mlroles show data-scientist --section skills --section choose-if",
        "mlroles show 'computer vision engineer' --format markdown",
    )
)
def show(
    role: RoleArgument,
    section: Annotated[
        list[str] | None,
        typer.Option(
            "--section",
            metavar="SECTION",
            help="Show this part only: summary, facts, responsibilities, does-not, skills, "
            "choose-if or sources. May be given several times.",
            show_default=False,
            autocompletion=completion.sections,
        ),
    ] = None,
    data: DataOption = None,
    format_: FormatOption = None,
    json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Show one role whole: what it is about, does, needs, does not do, and for whom it is."""
    from mlroles.cli.output import Output, emit
    from mlroles.pay.headlines import load_headlines
    from mlroles.roles.find import find_role, find_section
    from mlroles.roles.load import load_catalogue
    from mlroles.roles.profile import profile
    from mlroles.views.show import view

    output = Output.of(format_, json=json, plain=plain)
    catalogue = load_catalogue(output.directory(data))
    sections = [find_section(name) for name in section or ()]
    found = find_role(catalogue.roles, role)
    pay = load_headlines(catalogue.directory, catalogue)
    result = profile(catalogue, found, sections, pay)
    emit("profile", result, lambda: view(result, catalogue), output)
