"""``mlroles profile``."""

import datetime as dt
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mlroles.cli import completion
from mlroles.cli.options import FullOption, examples, new_app
from mlroles.cli.request import Request, requests
from mlroles.cli.streams import check_target, dialogue, typed_bytes, typed_input

if TYPE_CHECKING:
    from mlroles.people.levels import Levels
    from mlroles.people.models import Profile
    from mlroles.people.sources.collect import ReadFile
    from mlroles.people.store import ProfileStore
    from mlroles.quiz.kept import QuizHistory
    from mlroles.quiz.models import Questionnaire
    from mlroles.quiz.prompts import Asker
    from mlroles.roles.models import Role

app = new_app()

STDIN = "standard input"


@app.command(
    epilog=examples(
        "mlroles profile",
        "mlroles profile --ask engineer",
        "mlroles profile --have python=3,sql,docker=none",
        "mlroles profile --from resume.json",
        "mlroles profile --history",
        "mlroles profile --export profile.json",
        "mlroles profile --import profile.json",
    )
)
@requests
def profile(
    role: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ROLE]",
            help="With --ask: the role whose skills you are asked about.",
            show_default=False,
            autocompletion=completion.roles,
        ),
    ] = None,
    ask: Annotated[
        bool,
        typer.Option("--ask", help="Answer how well you can do what a role uses, skill by skill."),
    ] = False,
    have: Annotated[
        list[str] | None,
        typer.Option(
            "--have",
            metavar="SKILLS",
            help="What you can do, as in python=3,docker,sql=none: 0 or none, 1 know of it, 2 can "
            "use it (where you say nothing), 3 use it well, 4 can lead in it.",
            show_default=False,
        ),
    ] = None,
    from_: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="FILE",
            help="Look for skills in a resume.json, an export of LinkedIn (zip, folder, "
            "Skills.csv) or a CV (text, Markdown, DOCX, PDF; - for standard input).",
            show_default=False,
        ),
    ] = "",
    remove: Annotated[
        list[str] | None,
        typer.Option(
            "--remove",
            metavar="SKILLS",
            help="Delete what is known of these skills.",
            show_default=False,
        ),
    ] = None,
    history: Annotated[
        bool,
        typer.Option("--history", help="List your results of the quiz, and what changed since."),
    ] = False,
    export: Annotated[
        Path | None,
        typer.Option(
            "--export",
            metavar="FILE",
            help="Write your profile to FILE (- for standard output).",
            show_default=False,
        ),
    ] = None,
    import_: Annotated[
        str,
        typer.Option(
            "--import",
            metavar="FILE",
            help="Read a profile that was exported (- for standard input), and add it to yours.",
            show_default=False,
        ),
    ] = "",
    forget: Annotated[
        bool, typer.Option("--forget", help="Delete your profile from this machine.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Let --export write over a file that is there.")
    ] = False,
    full: FullOption = False,
    *,
    request: Request,
) -> None:
    """Show what you can do, as far as you said so, and fill it in.

    It lies on this machine, for you alone: --export takes it along, --forget deletes it. A file
    names skills; how well you can do them, you say.
    """
    from mlroles.people.store import ProfileStore
    from mlroles.quiz.private import state_folder

    modes = {
        "--history": history,
        "--export": export is not None,
        "--import": bool(import_),
        "--forget": forget,
    }
    changes = {
        "--ask": ask,
        "--have": bool(have),
        "--from": bool(from_),
        "--remove": bool(remove),
    }
    _refuse(modes, changes, role, force=force)
    store = ProfileStore(state_folder())
    if forget:
        _forget(store, request)
    elif export is not None:
        _export(store, export, force=force)
    elif history:
        _history(store, request, full=full)
    else:
        _show_changed(store, request, (role, ask, have, from_, remove, import_), full=full)


def _refuse(
    modes: Mapping[str, bool], changes: Mapping[str, bool], role: list[str] | None, *, force: bool
) -> None:
    """Raise UsageError where options contradict one another."""
    from mlroles.errors import UsageError

    chosen = [name for name, given in modes.items() if given]
    others = [name for name, given in changes.items() if given]
    if chosen and len(chosen + others) > 1:
        one, other, *_ = chosen + others
        raise UsageError(f"{one} goes with no {other}.", "Leave one of the two out.")
    if force and not modes["--export"]:
        raise UsageError("--force is for --export.", "Leave it out, or name a file.")
    if role and not changes["--ask"]:
        raise UsageError(
            "A role goes with --ask.",
            "“mlroles profile --ask ROLE” asks for its skills, “mlroles plan ROLE” shows what you "
            "lack.",
        )


Changes = tuple[list[str] | None, bool, list[str] | None, str, list[str] | None, str]
"""What is to be changed: role, --ask, --have, --from, --remove and --import."""


def _show_changed(store: "ProfileStore", request: Request, asked: Changes, *, full: bool) -> None:
    """Take in what is new, and show what is known."""
    from mlroles.people.levels import find_skill, load_levels, said
    from mlroles.people.report import person
    from mlroles.views.profile import view

    role, ask, have, from_, remove, import_ = asked
    catalogue = request.catalogue
    levels = load_levels(catalogue.directory)
    given = said(catalogue, levels, have or ())
    typed = (name.strip() for names in remove or () for name in names.split(","))
    gone = [find_skill(catalogue, name) for name in typed if name]
    read = _read(request, from_) if from_ else None
    other = _imported(import_) if import_ else None
    today = dt.datetime.now().astimezone().date()

    def changed(profile: "Profile") -> "Profile":
        profile = profile.joined(other) if other else profile
        profile = profile.finding(read.skills, read.jobs) if read else profile
        return profile.saying(given, today).without(gone)

    if given or gone or read or other:
        store.change(changed)
    if ask:
        _ask(store, request, levels, role)
    profile = store.load()
    _tell_all(store)
    result = person(catalogue, levels, profile, _quizzes(request).quizzes, read)
    request.emit("person", result, lambda: view(result, catalogue, full=full))


def _read(request: Request, name: str) -> "ReadFile":
    """Return what a file of the person names."""
    import os

    from mlroles.parts import MENTIONS, mention_finder
    from mlroles.people.sources.read import LIMIT, read_data, read_path

    catalogue = request.catalogue
    there = os.path.lexists(catalogue.directory / MENTIONS.file)
    finder = mention_finder(catalogue) if there else None

    def lines(data: bytes, called: str) -> str:
        MENTIONS.needs_to_be_there(catalogue)
        from mlroles.documents.read import text_of

        return text_of(data, called).text

    if name == "-":
        data = typed_bytes(LIMIT + 1)
        return read_data(data, STDIN, catalogue, finder, lines)
    return read_path(Path(name), catalogue, finder, lines)


def _imported(name: str) -> "Profile":
    """Return a profile that was exported; raises MlrolesError where it is none."""
    from mlroles.datafile.files import read_limited, reason
    from mlroles.errors import MlrolesError
    from mlroles.people.keeping import LIMIT
    from mlroles.people.store import parse_profile

    if name == "-":
        return parse_profile(typed_bytes(LIMIT + 1), STDIN)
    try:
        data = read_limited(Path(name), LIMIT)
    except OSError as error:
        raise MlrolesError(
            f"Cannot read {name}: {reason(error)}.", "“mlroles profile --export FILE” writes one."
        ) from error
    return parse_profile(data, Path(name).name)


def _ask(store: "ProfileStore", request: Request, levels: "Levels", role: list[str] | None) -> None:
    """Ask what is not known; the person may leave at any time, and then the command ends."""
    from mlroles.console import tell
    from mlroles.errors import ExitCode
    from mlroles.people.asking import PART, ask_levels
    from mlroles.quiz.prompts import choose_asker

    asker = choose_asker(typed_input(), dialogue(), plain=request.plain, tell=tell, part=PART)
    chosen = request.role(role) if role else None
    waiting = [key for key in store.load().waiting if key in request.catalogue.skills]
    if chosen is None and not waiting:
        chosen = _chosen_role(asker, request)
    questions = _questions(store, request, levels, chosen)
    if questions is None:
        tell("You have said how well you can do each of these skills; --have changes one.")
    elif not ask_levels(questions, asker, store, tell):
        again = " ".join(("mlroles profile --ask", *((chosen.id,) if chosen else ())))
        tell(f"To go on: {again}")
        raise typer.Exit(ExitCode.INTERRUPTED)


def _chosen_role(asker: "Asker", request: Request) -> "Role":
    """Return the role that the person chooses; raises UsageError where there are too many."""
    from mlroles.errors import ExitCode, UsageError
    from mlroles.people.asking import MOST_ROLES, role_question
    from mlroles.quiz.prompts import Answered, Progress

    roles = request.catalogue.core
    if len(roles) == 1:
        return roles[0]
    if len(roles) > MOST_ROLES:
        raise UsageError("It is not clear which role.", "Name one: mlroles profile --ask ROLE")
    reply = asker.ask(role_question(roles), Progress(1, 1), (), None)
    if not isinstance(reply, Answered):
        raise typer.Exit(ExitCode.INTERRUPTED)
    return next(each for each in roles if each.id == reply.ids[0])


def _questions(
    store: "ProfileStore", request: Request, levels: "Levels", role: "Role | None"
) -> "Questionnaire | None":
    """Return what is asked: the skills of a role, or those that were found and wait."""
    from mlroles.parts import PLAN, works
    from mlroles.people.asking import Wanted, skill_questions
    from mlroles.plan.official import official_by_skill
    from mlroles.plan.target import role_uses
    from mlroles.views.profile import why_found, why_used

    catalogue = request.catalogue
    profile = store.load()
    lines = (
        official_by_skill(catalogue.directory, PLAN.load(catalogue))
        if works("plan", catalogue.directory)
        else {}
    )
    if role is None:
        wanted = Wanted(profile.waiting, lambda _: why_found(), lines)
    else:
        used = {key: use for key, use in role_uses(catalogue, role).items() if use.used}

        def why(key: str) -> str:
            return why_used(catalogue, role, used[key], official=key in lines)

        wanted = Wanted([*used], why, lines)
    return skill_questions(catalogue, levels, profile, wanted)


def _quizzes(request: Request) -> "QuizHistory":
    """Return the finished quizzes; none where the catalogue has no questions of its own."""
    from mlroles.console import tell
    from mlroles.parts import QUESTIONNAIRE, works
    from mlroles.quiz.kept import FinishedQuizzes, QuizHistory, history
    from mlroles.quiz.private import state_folder

    if not works("quiz", request.directory):
        return QuizHistory(())
    results, warnings = FinishedQuizzes(state_folder()).load()
    for warning in warnings:
        tell(warning)
    if not results:
        return QuizHistory(())
    return history(results, QUESTIONNAIRE.load(request.catalogue))


def _history(store: "ProfileStore", request: Request, *, full: bool) -> None:
    from mlroles.people.levels import load_levels
    from mlroles.people.report import person_history
    from mlroles.views.profile import history_view

    catalogue = request.catalogue
    levels = load_levels(catalogue.directory)
    result = person_history(catalogue, levels, store.load(), _quizzes(request))
    _tell_all(store)
    request.emit("person-history", result, lambda: history_view(result, full=full))


def _export(store: "ProfileStore", path: Path, *, force: bool) -> None:
    """Write the profile to a file for the person alone, or to stdout."""
    from mlroles.console import tell
    from mlroles.datafile.files import PRIVATE, telling, write_atomic
    from mlroles.people.keeping import written

    if str(path) != "-":
        check_target(path, "--export", force=force)
    data = written(store.load())
    _tell_all(store)
    if str(path) == "-":
        from mlroles.console import write

        write(data.decode())
        return
    with telling(path, "Choose another."):
        write_atomic(path, data, PRIVATE)
    tell(f"Your profile is in {path}, for mlroles profile --import.")


def _forget(store: "ProfileStore", request: Request) -> None:
    from mlroles.people.report import PersonForgotten
    from mlroles.views.profile import forgotten_view

    gone = store.forget()
    result = PersonForgotten(len(gone.skills), len(gone.jobs))
    request.emit("person-forgotten", result, lambda: forgotten_view(result))


def _tell_all(store: "ProfileStore") -> None:
    from mlroles.console import tell

    for warning in dict.fromkeys(store.warnings):
        tell(warning)
