"""``mlroles lifecycle``."""

from mlroles.cli.options import (
    DataOption,
    FormatOption,
    JsonOption,
    PlainOption,
    examples,
    new_app,
)

app = new_app()


@app.command(epilog=examples("mlroles lifecycle", "mlroles lifecycle --format markdown"))
def lifecycle(
    data: DataOption = None,
    format_: FormatOption = None,
    json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Show which role leads, helps or is absent at each stage of a project."""
    from mlroles.cli.output import Output, emit
    from mlroles.roles.lifecycle import lifecycle as stages
    from mlroles.roles.load import load_catalogue
    from mlroles.views.lifecycle import view

    output = Output.of(format_, json=json, plain=plain)
    catalogue = load_catalogue(output.directory(data))
    result = stages(catalogue)
    emit("lifecycle", result, lambda: view(result, catalogue), output)
