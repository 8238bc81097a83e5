"""``mlroles list``."""

from mlroles.cli.options import (
    DataOption,
    FormatOption,
    JsonOption,
    PlainOption,
    examples,
    new_app,
)

app = new_app()


@app.command("list", epilog=examples("mlroles list", "mlroles list --json"))
def list_(
    data: DataOption = None,
    format_: FormatOption = None,
    json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """List the roles: id, title, other names, and what each is about."""
    from mlroles.cli.output import Output, emit
    from mlroles.roles.load import load_catalogue
    from mlroles.roles.profile import overview
    from mlroles.views.overview import listing

    output = Output.of(format_, json=json, plain=plain)
    catalogue = load_catalogue(output.directory(data))
    result = overview(catalogue)
    emit("overview", result, lambda: listing(result, catalogue), output)
