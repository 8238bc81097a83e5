"""``mlroles quiz``."""

import io
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mlroles.cli.options import OnlyOption, examples, new_app
from mlroles.cli.request import Format, Request, requests

if TYPE_CHECKING:
    from mlroles.quiz.models import Questionnaire
    from mlroles.quiz.scorecard import Answers

app = new_app()


@dataclass(frozen=True)
class Quiz:
    """What a run of the command works with; ``asked`` is the part that is asked and scored."""

    request: Request
    questionnaire: "Questionnaire"
    asked: "Questionnaire"
    save: Path | None


@app.callback(
    invoke_without_command=True,
    epilog=examples(
        "mlroles quiz",
        "mlroles quiz --only wants",
        "mlroles quiz --fresh --save answers.json",
        "mlroles quiz --answers answers.json --format markdown",
        "mlroles quiz questions",
    ),
)
@requests
def quiz(
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
    only: OnlyOption = None,
    answer_all: Annotated[
        bool, typer.Option("--all", help="Ask every question, also where fewer would do.")
    ] = False,
    *,
    request: Request,
) -> None:
    """Answer questions about what you want and do, and see which role fits.

    Leave at any time with Ctrl-C: your answers are kept, and the next quiz goes on from them.
    """
    from mlroles.errors import UsageError
    from mlroles.parts import QUESTIONNAIRE
    from mlroles.quiz.halves import find_halves

    if request.context.invoked_subcommand:
        if answers is not None or save is not None or fresh or answer_all or only:
            raise UsageError("Of the options of quiz, only --data and those of the output go here.")
        return
    if answers is not None and (fresh or answer_all):
        raise UsageError("--answers asks nothing; --fresh and --all do.", "Leave one out.")
    if save is not None:
        _check_target(save)
    questionnaire = QUESTIONNAIRE.load(request.catalogue)
    asked = questionnaire.only(find_halves(questionnaire, only))
    quiz = Quiz(request, questionnaire, asked, save)
    if answers is None:
        _ask(quiz, fresh=fresh, answer_all=answer_all)
    else:
        _conclude(quiz, _read_sheet(answers, questionnaire))


@app.command(epilog=examples("mlroles quiz questions", "mlroles quiz questions --format markdown"))
@requests
def questions(*, request: Request) -> None:
    """List the questions with the points of each answer.

    With each answer stand the claims, or the counts of people, that its points rest on.
    """
    from mlroles.parts import QUESTIONNAIRE
    from mlroles.views.quiz import questions_view

    catalogue = request.catalogue
    questionnaire = QUESTIONNAIRE.load(catalogue)
    request.emit("questionnaire", questionnaire, lambda: questions_view(questionnaire, catalogue))


def _ask(quiz: Quiz, *, fresh: bool, answer_all: bool) -> None:
    from mlroles.console import tell
    from mlroles.errors import ExitCode
    from mlroles.quiz.ask import hold_quiz
    from mlroles.quiz.prompts import choose_asker
    from mlroles.quiz.state import UnfinishedQuiz, state_folder

    # The questions stand beside a result that is meant for a machine, not before it.
    dialogue = sys.stdout if quiz.request.format is Format.TERMINAL else sys.stderr
    asker = choose_asker(_stdin(), dialogue, plain=quiz.request.plain, tell=tell)
    unfinished = UnfinishedQuiz(quiz.questionnaire, state_folder())
    outcome = hold_quiz(
        quiz.asked,
        quiz.request.catalogue.roles,
        asker,
        unfinished,
        fresh=fresh,
        answer_all=answer_all,
        tell=tell,
    )
    if not outcome.finished:
        raise typer.Exit(ExitCode.INTERRUPTED)
    _conclude(quiz, outcome.answers)
    sys.stdout.flush()  # the kept answers go only when the result has been written
    unfinished.finish(outcome.answers)


def _conclude(quiz: Quiz, answers: "Answers") -> None:
    """Write the answers to a file, where one is named, and the result to stdout in any case."""
    from mlroles.console import write_error
    from mlroles.errors import MlrolesError
    from mlroles.quiz.verdict import judge
    from mlroles.views.quiz import view

    catalogue = quiz.request.catalogue
    result = judge(quiz.asked, catalogue, answers)
    trouble: MlrolesError | None = None
    try:
        if quiz.save is not None:
            _write_sheet(quiz.save, quiz.questionnaire, answers)
    except MlrolesError as error:
        trouble = error
    quiz.request.emit("quiz", result, lambda: view(result, quiz.asked, catalogue))
    if trouble:  # told here, since stdout has the result already and takes no other
        write_error(trouble)
        raise typer.Exit(trouble.exit_code)


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
    from mlroles.datafile.files import reason, write_atomic
    from mlroles.errors import MlrolesError
    from mlroles.quiz.sheets import dump_sheet

    try:
        write_atomic(save, dump_sheet(questionnaire, answers))
    except OSError as error:
        raise MlrolesError(f"Cannot write {save}: {reason(error)}.", "Choose another.") from error


def _read_sheet(name: str, questionnaire: "Questionnaire") -> "Answers":
    from mlroles.datafile.files import open_regular, reason
    from mlroles.errors import SheetError
    from mlroles.quiz.sheets import LIMIT, parse_sheet

    try:
        if name == "-":
            data = bytes(_stdin().buffer.read(LIMIT + 1))
            return parse_sheet(data, questionnaire, "standard input")
        with open_regular(Path(name)) as stream:
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
