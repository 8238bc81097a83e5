"""``mlroles form``."""

import shlex
import sys
from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, assert_never

import typer

from mlroles.cli.options import OnlyOption, examples, new_app
from mlroles.cli.request import Request, requesting

if TYPE_CHECKING:
    from mlroles.quiz.models import Questionnaire

app = new_app()


class Kind(StrEnum):
    """What a form is made as."""

    PRINT = "print"
    GOOGLE = "google"
    XLSFORM = "xlsform"
    CSV = "csv"


@app.command(
    epilog=examples(
        "mlroles form print --output form.html",
        "mlroles form google --output form.gs",
        "mlroles form xlsform --output form.xlsx",
        "mlroles form csv --output sheets.csv",
    )
)
@requesting("data", "plain")
def form(
    kind: Annotated[
        Kind | None,
        typer.Argument(
            help="print: a page of HTML with letters before the answers. google: a script that "
            "builds a Google form. xlsform: a spreadsheet for ODK or KoboToolbox. csv: the header "
            "of a table.",
            show_default=False,
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            metavar="FILE",
            help="Write to FILE. Default: standard output.",
            show_default=False,
        ),
    ] = None,
    only: OnlyOption = None,
    *,
    request: Request,
) -> None:
    """Write the questionnaire as a form to hand out.

    What comes back from each kind is read by score and cohort as it is.
    """
    from mlroles.console import tell
    from mlroles.datafile.files import telling, write_atomic
    from mlroles.errors import UsageError
    from mlroles.parts import QUESTIONNAIRE
    from mlroles.quiz.halves import find_halves

    if kind is None:
        kinds = ", ".join(f"mlroles form {each}" for each in Kind)
        raise UsageError("Say what kind of form it should be.", f"One of: {kinds}.")
    if kind is Kind.XLSFORM and output is None:
        raise UsageError("A spreadsheet needs a file.", "Name one with --output.")
    whole = QUESTIONNAIRE.load(request.catalogue)
    data = _form(kind, whole.only(find_halves(whole, only)))
    if output is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        return
    with telling(output, "Choose another file."):
        write_atomic(output, data)
    tell(f"Written to {output}. {_next(kind, output, only or (), request)}")


def _next(kind: Kind, output: Path, only: Iterable[str], request: Request) -> str:
    """Return what to do with a form that was written, with a command that runs as it stands."""
    halves = [word for half in only for word in ("--only", half)]

    def typed(*words: str) -> str:
        return shlex.join(["mlroles", *words, *halves, *request.led_here])

    match kind:
        case Kind.PRINT:
            name = str(output.with_name(f"{output.stem}-answers.csv"))
            command = typed("score", "--template", "--output", name)
            return f"A table to type the answers into: {command}"
        case Kind.CSV:
            return f"When it is filled in: {typed('score', str(output))}"
        case Kind.GOOGLE | Kind.XLSFORM:
            return f"What comes back is read as it is; to see how: {typed('score', '--help')}"
        case _:
            assert_never(kind)


def _form(kind: Kind, questionnaire: "Questionnaire") -> bytes:
    match kind:
        case Kind.PRINT:
            from mlroles.batch.forms.printed import printed

            return printed(questionnaire).encode()
        case Kind.GOOGLE:
            from mlroles.batch.forms.google import google_script

            return google_script(questionnaire).encode()
        case Kind.XLSFORM:
            from mlroles.batch.forms.xlsform import xlsform

            return xlsform(questionnaire)
        case Kind.CSV:
            from mlroles.batch.scorer import template_columns

            return (",".join(template_columns(questionnaire, ())) + "\n").encode()
        case _:
            assert_never(kind)
