"""``mlroles quiz``."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mlroles.cli.options import OnlyOption, examples, new_app
from mlroles.cli.request import Request, requests
from mlroles.cli.streams import check_target, dialogue, typed_bytes, typed_input

if TYPE_CHECKING:
    from mlroles.quiz.kept import FinishedQuizzes, KeptResult
    from mlroles.quiz.models import Questionnaire
    from mlroles.quiz.scorecard import Answers
    from mlroles.quiz.verdict import Result
    from mlroles.render.document import Document
    from mlroles.roles.models import Role

app = new_app()


@dataclass(frozen=True)
class Quiz:
    """What a run of the command works with; ``asked`` is the part that is asked and scored."""

    request: Request
    questionnaire: "Questionnaire"
    asked: "Questionnaire"
    save: Path | None
    full: bool


@app.callback(
    invoke_without_command=True,
    epilog=examples(
        "mlroles quiz",
        "mlroles quiz --last",
        "mlroles quiz --last --json",
        "mlroles quiz --edit",
        "mlroles quiz --history",
        "mlroles quiz --only wants",
        "mlroles quiz --fresh --save answers.json",
        "mlroles quiz --answers answers.json --format markdown",
        "mlroles quiz questions",
    ),
)
@requests
def quiz(
    last: Annotated[bool, typer.Option("--last", help="Show the result of the last quiz.")] = False,
    edit: Annotated[
        bool, typer.Option("--edit", help="Change answers that are kept, and see the result.")
    ] = False,
    history: Annotated[
        bool, typer.Option("--history", help="List the finished quizzes and what changed.")
    ] = False,
    kept: Annotated[
        list[int] | None,
        typer.Option(
            "--kept",
            metavar="N",
            help="Show the result of quiz N of the history; twice: what changed between two.",
            show_default=False,
        ),
    ] = None,
    forget: Annotated[
        bool, typer.Option("--forget", help="Delete every result and answer that is kept.")
    ] = False,
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
    force: Annotated[
        bool, typer.Option("--force", help="Let --save write over a file that is there.")
    ] = False,
    fresh: Annotated[
        bool, typer.Option("--fresh", help="Start over, not from where you left off.")
    ] = False,
    only: OnlyOption = None,
    answer_all: Annotated[
        bool, typer.Option("--all", help="Ask every question, also where fewer would do.")
    ] = False,
    live: Annotated[
        bool, typer.Option("--live", help="Show how it stands with every question.")
    ] = False,
    full: Annotated[
        bool, typer.Option("--full", help="Show all that there is to a result.")
    ] = False,
    *,
    request: Request,
) -> None:
    """Answer questions about what you want and do, and see which role fits.

    Leave at any time with Ctrl-C: your answers are kept, and the next quiz goes on from them. A
    result is kept as well, on this machine alone: --last shows it again, --forget deletes all.
    """
    modes = {
        "--last": last,
        "--edit": edit,
        "--history": history,
        "--kept": bool(kept),
        "--forget": forget,
        "--answers": answers is not None,
    }
    asking = {"--fresh": fresh, "--all": answer_all, "--live": live}
    others = {"--save": save is not None, "--force": force, "--only": bool(only), "--full": full}
    if request.context.invoked_subcommand:
        _refuse_any(modes | asking | others)
        return
    _refuse_together(modes, asking, others, pair=len(kept or ()) > 1)
    if save is not None:
        check_target(save, "--save", force=force)
    if forget:
        _forget(request)
        return
    quiz = _quiz(request, only, save, full=full)
    if history:
        _show_history(quiz)
    elif last or kept:
        _show_kept(quiz, kept or [1], whole=not only)
    elif answers is not None:
        given = _read_sheet(answers, quiz.questionnaire)
        again = () if answers == "-" else ("--answers", answers, *_only(only))
        _write_result(quiz, given, *_judged(quiz, given, *again))
    else:
        _ask(quiz, fresh=fresh, answer_all=answer_all, live=live, edit=edit)


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


def _refuse_any(options: dict[str, bool]) -> None:
    """Refuse what a subcommand does not take; ``options`` say which are given."""
    from mlroles.errors import UsageError

    if any(options.values()):
        raise UsageError("Of the options of quiz, only --data and those of the output go here.")


def _refuse_together(
    modes: dict[str, bool], asking: dict[str, bool], others: dict[str, bool], *, pair: bool
) -> None:
    """Refuse options that make no sense together; ``pair``: two finished quizzes are compared."""
    from mlroles.errors import UsageError

    mode, *more = *(name for name, given in modes.items() if given), ""
    if any(more):
        raise UsageError(f"{mode} and {more[0]} do different things.", "Leave one out.")
    allowed = {"--edit": {"--all", "--live"}, "": set(asking)}.get(mode, set())
    for name in (name for name, given in asking.items() if given and name not in allowed):
        raise UsageError(f"{mode} does not ask from the start; {name} does.", "Leave one out.")
    if others["--force"] and not others["--save"]:
        raise UsageError("--force is for --save.", "Leave it out, or name a file.")
    if others["--save"] and (pair or mode in {"--history", "--forget"}):
        raise UsageError(f"{mode} has no answers to save.", "Leave out --save.")


def _quiz(request: Request, only: list[str] | None, save: Path | None, *, full: bool) -> Quiz:
    from mlroles.parts import QUESTIONNAIRE
    from mlroles.quiz.halves import find_halves

    questionnaire = QUESTIONNAIRE.load(request.catalogue)
    asked = questionnaire.only(find_halves(questionnaire, only))
    return Quiz(request, questionnaire, asked, save, full)


def _only(halves: list[str] | None) -> tuple[str, ...]:
    """Return the option that names these halves, as it is typed."""
    return tuple(word for half in halves or () for word in ("--only", half))


def _ask(quiz: Quiz, *, fresh: bool, answer_all: bool, live: bool, edit: bool) -> None:
    from mlroles.console import tell
    from mlroles.errors import ExitCode
    from mlroles.quiz.ask import Manner, hold_quiz
    from mlroles.quiz.kept import FinishedQuizzes
    from mlroles.quiz.private import state_folder
    from mlroles.quiz.prompts import choose_asker
    from mlroles.quiz.state import UnfinishedQuiz

    asker = choose_asker(typed_input(), dialogue(), plain=quiz.request.plain, tell=tell)
    folder = state_folder()
    unfinished, finished = UnfinishedQuiz(quiz.questionnaire, folder), FinishedQuizzes(folder)
    newest = _kept_results(finished)[:1] if edit else ()
    manner = Manner(
        fresh=fresh,
        answer_all=answer_all,
        live=_scored(quiz) if live else (),
        edit=edit,
        finished=newest[0].fitting(quiz.questionnaire) if newest else None,
    )
    outcome = hold_quiz(quiz.asked, asker, unfinished, manner, tell)
    if not outcome.finished:
        raise typer.Exit(ExitCode.INTERRUPTED)
    result, screen = _judged(quiz, outcome.answers, "--last")
    told = _keep(quiz, finished, outcome.answers, screen, newest)
    _write_result(quiz, outcome.answers, result, screen)
    sys.stdout.flush()  # the kept answers go only when the result has been written
    unfinished.finish(outcome.answers)
    tell(told)


def _scored(quiz: Quiz) -> "tuple[Role, ...]":
    """Return the roles that every answer has points for."""
    roles = quiz.request.catalogue.roles
    return tuple(role for role in roles if role.id in quiz.questionnaire.roles)


def _keep(
    quiz: Quiz,
    finished: "FinishedQuizzes",
    answers: "Answers",
    screen: "Document",
    newest: "Sequence[KeptResult]",
) -> str:
    """Keep a result, unless it is the newest, unchanged; return what to say about that.

    That is one line, so that the result above it stays in sight.
    """
    from mlroles.errors import MlrolesError
    from mlroles.quiz.kept import result_to_keep
    from mlroles.views.kept import verdict_of

    halves = tuple(half.id for half in quiz.asked.halves)
    result = result_to_keep(quiz.questionnaire, halves, answers, verdict_of(screen))
    try:
        if [result.given] != [each.given for each in newest]:
            finished.keep(result)
    except MlrolesError as error:
        return f"{error.message} {error.hint}"
    return "Kept. See it again: mlroles quiz --last · change answers: mlroles quiz --edit"


def _judged(quiz: Quiz, answers: "Answers", *again: str) -> "tuple[Result, Document]":
    """Return the result and its screen; ``again`` are the options that lead to it once more."""
    from mlroles.quiz.verdict import judge
    from mlroles.render.document import command
    from mlroles.views.quiz import view

    catalogue = quiz.request.catalogue
    result = judge(quiz.asked, catalogue, answers)
    more = command("quiz", *again, "--full") if again else None
    return result, view(result, quiz.asked, catalogue, full=quiz.full, more=more)


def _write_result(quiz: Quiz, answers: "Answers", result: "Result", screen: "Document") -> None:
    """Write the answers to a file, where one is named, and the result to stdout in any case."""
    from mlroles.console import tell, write_error
    from mlroles.errors import MlrolesError

    trouble: MlrolesError | None = None
    try:
        if quiz.save is not None:
            _write_sheet(quiz.save, quiz.questionnaire, answers)
    except MlrolesError as error:
        trouble = error
    quiz.request.emit("quiz", result, lambda: screen)
    if trouble:  # told here, since stdout has the result already and takes no other
        write_error(trouble)
        raise typer.Exit(trouble.exit_code)
    if quiz.save is not None:
        tell(f"Your answers are in {quiz.save}, for mlroles quiz --answers.")


def _show_kept(quiz: Quiz, numbers: Sequence[int], *, whole: bool) -> None:
    """Show a finished quiz as it was when it ended, or what changed between two of them."""
    from mlroles.console import tell
    from mlroles.errors import MlrolesError, UsageError
    from mlroles.quiz.kept import FinishedQuizzes, changes
    from mlroles.quiz.private import state_folder
    from mlroles.views.kept import changes_view, other_edition_view, verdict_of, when

    results = _kept_results(FinishedQuizzes(state_folder()))
    if not results:
        raise MlrolesError("No finished quiz is kept.", "“mlroles quiz” asks the questions.")
    for number in numbers:
        if not 1 <= number <= len(results):
            there = "“mlroles quiz --history” lists those that are kept."
            raise UsageError(f"There is no finished quiz {number}.", there)
    if len(numbers) > 1:
        if len(numbers) > len(set(numbers)) or len(numbers) > 2:  # noqa: PLR2004 - a pair
            raise UsageError("What changed is shown between two.", "Give --kept two numbers.")
        found = changes(results, quiz.questionnaire, *numbers)
        quiz.request.emit("quiz-changes", found, lambda: changes_view(found))
        return
    kept = results[numbers[0] - 1]
    fitting = kept.fitting(quiz.questionnaire)
    if not kept.is_of(quiz.questionnaire):
        if quiz.save is not None:
            _write_sheet(quiz.save, quiz.questionnaire, fitting)
        quiz.request.emit("quiz-kept", kept, lambda: other_edition_view(kept, len(fitting)))
        return
    if whole:
        quiz = replace(quiz, asked=quiz.questionnaire.only(kept.halves))
    again = ("--last",) if numbers[0] == 1 else ("--kept", str(numbers[0]))
    result, screen = _judged(quiz, fitting, *again)
    _write_result(quiz, fitting, result, screen)
    tell(f"From the quiz that you finished on {when(kept.finished)}.")
    if whole and verdict_of(screen) != kept.verdict:
        tell(f"Then it said: {kept.verdict} The points of the answers have changed since.")


def _show_history(quiz: Quiz) -> None:
    from mlroles.quiz.kept import FinishedQuizzes, history
    from mlroles.quiz.private import state_folder
    from mlroles.views.kept import history_view

    found = history(_kept_results(FinishedQuizzes(state_folder())), quiz.questionnaire)
    quiz.request.emit("quiz-history", found, lambda: history_view(found, full=quiz.full))


def _forget(request: Request) -> None:
    from mlroles.quiz.kept import FinishedQuizzes
    from mlroles.quiz.private import state_folder
    from mlroles.views.kept import forgotten_view

    gone = FinishedQuizzes(state_folder()).forget()
    request.emit("quiz-forgotten", gone, lambda: forgotten_view(gone))


def _kept_results(finished: "FinishedQuizzes") -> "tuple[KeptResult, ...]":
    """Return what is kept, the newest first; what cannot be read is told."""
    from mlroles.console import tell

    results, warnings = finished.load()
    for warning in warnings:
        tell(warning)
    return results


def _write_sheet(save: Path, questionnaire: "Questionnaire", answers: "Answers") -> None:
    from mlroles.datafile.files import telling, write_atomic
    from mlroles.quiz.sheets import dump_sheet

    with telling(save, "Choose another."):
        write_atomic(save, dump_sheet(questionnaire, answers))


def _read_sheet(name: str, questionnaire: "Questionnaire") -> "Answers":
    from mlroles.console import tell
    from mlroles.datafile.files import open_regular, reason
    from mlroles.errors import SheetError
    from mlroles.quiz.sheets import LIMIT, parse_sheet

    try:
        if name == "-":
            data = typed_bytes(LIMIT + 1)
            return parse_sheet(data, questionnaire, "standard input", tell)
        with open_regular(Path(name)) as stream:
            return parse_sheet(stream.read(LIMIT + 1), questionnaire, name, tell)
    except OSError as error:
        raise SheetError(
            f"Cannot read {name}: {reason(error)}.",
            "“mlroles quiz --save sheet.json” writes an answer sheet.",
        ) from error
