"""``mlroles read``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mlroles.cli.options import FullOption, examples, new_app
from mlroles.cli.request import Request, requests

if TYPE_CHECKING:
    from mlroles.documents.text import Text

app = new_app()


@app.command(
    epilog=examples(
        "mlroles read advert.txt",
        "mlroles read advert.pdf --full",
        "mlroles read - --title 'Data Scientist'",
        "mlroles read advert.html --evidence",
    )
)
@requests
def read(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE",
            help="A job advert as text, Markdown, HTML, DOCX or PDF; - for standard input.",
            show_default=False,
        ),
    ],
    title: Annotated[
        str,
        typer.Option(
            "--title",
            metavar="TITLE",
            help="Its title. Default: its first line, where that is one.",
            show_default=False,
        ),
    ] = "",
    evidence: Annotated[
        bool,
        typer.Option(
            "--evidence", help="Show the text, with what each sentence speaks for.", is_flag=True
        ),
    ] = False,
    full: FullOption = False,
    *,
    request: Request,
) -> None:
    """Say what the job of an advert really is, what it asks for, and what it offers."""
    from mlroles.adverts.reading import read_advert
    from mlroles.errors import UsageError
    from mlroles.parts import advert_tools
    from mlroles.text import clean
    from mlroles.titles.words import LONGEST
    from mlroles.views.advert import view

    title = clean(title).strip()
    if len(title) > LONGEST:
        raise UsageError(
            f"A title has no more than {LONGEST} characters, this one {len(title):,}.",
            "Give the title alone; the text of the advert stands in the file.",
        )
    catalogue = request.catalogue
    tools = advert_tools(catalogue)
    found = _text(file)
    result = read_advert(catalogue, tools, found.text, found.heading_lines, title or None)
    request.emit(
        "advert", result, lambda: view(result, catalogue, file, full=full, evidence=evidence)
    )


def _text(file: str) -> "Text":
    """Return what a file, or standard input, says."""
    from mlroles.cli.streams import typed_input
    from mlroles.console import tell
    from mlroles.documents.read import MOST_BYTES, read_text, text_of

    if file != "-":
        return read_text(Path(file))
    if sys.stdin is not None and sys.stdin.isatty():
        tell("Paste the advert, then press Ctrl-D on a line of its own.")
    return text_of(bytes(typed_input().buffer.read(MOST_BYTES + 1)), "-")
