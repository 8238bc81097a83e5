"""``mlroles quiz``."""

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mlroles.cli.options import (
    DataOption,
    Format,
    FormatOption,
    JsonOption,
    PlainOption,
    examples,
    new_app,
)

if TYPE_CHECKING:
    from mlroles.cli.output import Output
    from mlroles.quiz.models import Questionnaire
    from mlroles.quiz.scorecard import Answers
    from mlroles.roles.catalogue import Catalogue

app = new_app()


@app.callback(
    invoke_without_command=True,
    epilog=examples(
        "mlroles quiz",
        "mlroles quiz --fresh --save answers.json",
        "mlroles quiz --answers answers.json --format markdown",
        "mlroles quiz questions",
    ),
)
def quiz(
    ctx: typer.Context,
    answers: Annotated[
        str | None,
        typer.Option(
            "--answers",
            metavar="FILE",
            help="Score this answer sheet (- for standard input) and ask nothing.",
            show_default=False,
        ),
    ] = None,
    save: Annotated[
        Path | None,
        typer.Option(
            "--save",
            metavar="FILE",
            help="Write the answers to FILE, as a sheet for --answers.",
            show_default=False,
        ),
    ] = None,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Start over, not from where you left off.")
    ] = False,
    data: DataOption = None,
    format_: FormatOption = None,
    json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Answer questions about what you want, and see which role fits.

    Leave at any time with Ctrl-C: your answers are kept, and the next quiz goes on from them.
    """
    from mlroles.cli.output import Output
    from mlroles.errors import UsageError

    if ctx.invoked_subcommand:
        if answers is not None or save is not None or fresh:
            raise UsageError("--answers, --save and --fresh do not go with a list of questions.")
        given = {"data": data, "format_": format_, "json": json, "plain": plain}
        ctx.default_map = {"questions": {key: each for key, each in given.items() if each}}
        return
    if answers is not None and fresh:
        raise UsageError("--fresh asks from the start; --answers asks nothing.", "Leave one out.")
    output = Output.of(format_, json=json, plain=plain)
    if save is not None:
        _check_target(save)
    catalogue, questionnaire = _load(output.directory(data))
    if answers is None:
        _ask(questionnaire, catalogue, save, output, fresh=fresh)
    else:
        _conclude(_read_sheet(answers, questionnaire), questionnaire, catalogue, save, output)


@app.command(epilog=examples("mlroles quiz questions", "mlroles quiz questions --format markdown"))
def questions(
    data: DataOption = None,
    format_: FormatOption = None,
    json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """List the questions with the points of each answer.

    With each answer stand the claims that its points rest on.
    """
    from mlroles.cli.output import Output, emit
    from mlroles.views.quiz import questions_view

    output = Output.of(format_, json=json, plain=plain)
    catalogue, questionnaire = _load(output.directory(data))
    emit("questionnaire", questionnaire, lambda: questions_view(questionnaire, catalogue), output)


def _load(directory: Path) -> "tuple[Catalogue, Questionnaire]":
    from mlroles.quiz.load import load_questionnaire
    from mlroles.roles.load import load_catalogue

    catalogue = load_catalogue(directory)
    return catalogue, load_questionnaire(directory, catalogue)


def _ask(
    questionnaire: "Questionnaire",
    catalogue: "Catalogue",
    save: Path | None,
    output: "Output",
    *,
    fresh: bool,
) -> None:
    from mlroles.errors import ExitCode
    from mlroles.quiz.ask import hold_quiz
    from mlroles.quiz.prompts import choose_asker
    from mlroles.quiz.state import UnfinishedQuiz, state_folder

    # The questions stand beside a result that is meant for a machine, not before it.
    dialogue = sys.stdout if output.format is Format.TERMINAL else sys.stderr
    asker = choose_asker(_stdin(), dialogue, plain=output.plain)
    unfinished = UnfinishedQuiz(questionnaire, state_folder())
    outcome = hold_quiz(questionnaire, catalogue.roles, asker, unfinished, fresh=fresh, tell=_tell)
    if not outcome.finished:
        raise typer.Exit(ExitCode.INTERRUPTED)
    _conclude(outcome.answers, questionnaire, catalogue, save, output)
    sys.stdout.flush()  # the kept answers go only when the result has been written
    unfinished.finish(outcome.answers)


def _conclude(
    answers: "Answers",
    questionnaire: "Questionnaire",
    catalogue: "Catalogue",
    save: Path | None,
    output: "Output",
) -> None:
    """Write the answers to ``save``, where it is given, and the result to stdout in any case."""
    from mlroles.cli.output import emit
    from mlroles.quiz.verdict import judge
    from mlroles.views.quiz import view

    result = judge(questionnaire, catalogue, answers)
    try:
        if save is not None:
            _write_sheet(save, questionnaire, answers)
    finally:
        emit("quiz", result, lambda: view(result, questionnaire, catalogue), output)


def _check_target(save: Path) -> None:
    """Refuse before the first question what could not be written after the last."""
    from mlroles.errors import MlrolesError, UsageError

    if str(save) == "-":
        raise UsageError("--save needs a file.", "Standard output is for the result.")
    if save.exists() and not save.is_file():
        raise MlrolesError(f"{save} is not a file that can be replaced.", "Choose another name.")
    if not save.absolute().parent.is_dir():
        raise MlrolesError(f"{save.parent} is not a folder.", "Make it, or choose another.")


def _write_sheet(save: Path, questionnaire: "Questionnaire", answers: "Answers") -> None:
    from mlroles.errors import MlrolesError
    from mlroles.files import reason, write_atomic
    from mlroles.quiz.sheets import dump_sheet

    try:
        write_atomic(save, dump_sheet(questionnaire, answers))
    except OSError as error:
        raise MlrolesError(f"Cannot write {save}: {reason(error)}.", "Choose another.") from error


def _read_sheet(name: str, questionnaire: "Questionnaire") -> "Answers":
    from mlroles.errors import SheetError
    from mlroles.files import reason
    from mlroles.quiz.sheets import LIMIT, parse_sheet

    try:
        if name == "-":
            data = bytes(_stdin().buffer.read(LIMIT + 1))
            return parse_sheet(data, questionnaire, "standard input")
        with Path(name).open("rb") as stream:
            return parse_sheet(stream.read(LIMIT + 1), questionnaire, name)
    except OSError as error:
        raise SheetError(
            f"Cannot read {name}: {reason(error)}.",
            "“mlroles quiz --save FILE” writes an answer sheet.",
        ) from error


def _stdin() -> io.TextIOWrapper:
    """Return standard input such that no byte in it is an error; empty where it is closed."""
    if not isinstance(sys.stdin, io.TextIOWrapper):
        return io.TextIOWrapper(io.BytesIO())
    sys.stdin.reconfigure(errors="replace")
    return sys.stdin


def _tell(sentence: str) -> None:
    from mlroles.render.text import clean, encodable

    sys.stderr.write(encodable(clean(sentence), sys.stderr.encoding or "utf-8") + "\n")
