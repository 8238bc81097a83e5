"""``mlroles plan``."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from mlroles.cli import completion
from mlroles.cli.documents import STDIN, advert_text
from mlroles.cli.options import FullOption, examples, new_app
from mlroles.cli.request import Request, requests
from mlroles.cli.streams import check_file, stays

if TYPE_CHECKING:
    from mlroles.plan.kept import Plans, PlanStore
    from mlroles.plan.models import PlanFile
    from mlroles.plan.plan import Plan
    from mlroles.plan.target import Target
    from mlroles.roles.models import Role

app = new_app()


@app.command(
    epilog=examples(
        "mlroles plan ml-engineer --from data-scientist",
        "mlroles plan ml-engineer --have python=3,sql",
        "mlroles plan --advert advert.txt",
        "mlroles plan data-scientist --hours-per-week 9 --keep",
        "mlroles plan ml-engineer --done docker",
        "mlroles plan ml-engineer --calendar plan.ics",
        "mlroles plan --full",
    )
)
@requests
def plan(
    to: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="ROLE",
            help="The role that you want. Default: that of the plan that you kept last.",
            show_default=False,
            autocompletion=completion.roles,
        ),
    ] = None,
    from_: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="ROLE",
            help="The role that you leave: what its people usually use counts as known.",
            show_default=False,
            autocompletion=completion.roles,
        ),
    ] = "",
    have: Annotated[
        list[str] | None,
        typer.Option(
            "--have",
            metavar="SKILLS",
            help="What you can do, as in python=3,docker: 0 not at all, 1 know of it, 2 can use "
            "it (where you say no number), 3 use it well, 4 can lead in it.",
            show_default=False,
        ),
    ] = None,
    advert: Annotated[
        str | None,
        typer.Option(
            "--advert",
            metavar="FILE",
            help="A job advert that you want to answer, in place of a role; - for standard input.",
            show_default=False,
        ),
    ] = None,
    hours_per_week: Annotated[
        int | None,
        typer.Option(
            "--hours-per-week",
            metavar="N",
            min=1,
            max=168,
            help="Hours that you have in a week.",
            show_default=False,
        ),
    ] = None,
    top: Annotated[
        int | None,
        typer.Option(
            "--top", metavar="N", min=1, help="The first N steps only.", show_default=False
        ),
    ] = None,
    keep: Annotated[
        bool, typer.Option("--keep", help="Keep the plan, to come back to it and tick it off.")
    ] = False,
    done: Annotated[
        list[str] | None,
        typer.Option(
            "--done",
            metavar="SKILLS",
            help="Tick these off, and keep the plan.",
            show_default=False,
        ),
    ] = None,
    undo: Annotated[
        list[str] | None,
        typer.Option(
            "--undo", metavar="SKILLS", help="They are not done after all.", show_default=False
        ),
    ] = None,
    forget: Annotated[
        bool, typer.Option("--forget", help="Delete every plan and tick that is kept.")
    ] = False,
    calendar: Annotated[
        Path | None,
        typer.Option(
            "--calendar",
            metavar="FILE",
            help="Write the steps to FILE as calendar entries (iCalendar).",
            show_default=False,
        ),
    ] = None,
    start: Annotated[
        dt.datetime | None,
        typer.Option(
            "--start",
            metavar="DAY",
            formats=["%Y-%m-%d"],
            help="The first day of the calendar, as 2027-01-31. Default: today.",
            show_default=False,
        ),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Write over a calendar that is there.")
    ] = False,
    full: FullOption = False,
    *,
    request: Request,
) -> None:
    """Say what is missing for a role or an advert, and what to learn first, with figures.

    From what you can do (--have, and what “mlroles profile” knows), from the role that you leave
    (--from), or both.
    """
    from mlroles.parts import PLAN
    from mlroles.plan.kept import PlanStore
    from mlroles.plan.said import said
    from mlroles.quiz.private import state_folder
    from mlroles.views.plan import view

    if advert is not None:
        _check_advert(to, keep=keep)
    store = PlanStore(state_folder())
    if forget:
        _forget(store, request)
        return
    if calendar is not None:
        _check(calendar, force=force)
    catalogue = request.catalogue
    file = PLAN.load(catalogue)
    plans = store.load()
    told = list(store.warnings)
    ticked, undone = (said(catalogue, file, typed or ()) for typed in (done, undo))
    own = said(catalogue, file, have or ())
    if advert is None:
        asked = _asked(request, plans, to, from_, own, hours_per_week)
    else:
        start_ = _left(request, from_) if from_ else None
        asked = _Asked("", advert, start_, own, hours_per_week)
    target = _target(request, asked)
    if keep or ticked or undone:
        today = dt.datetime.now().astimezone().date()
        plans = store.change(
            lambda now: asked.keep(now).ticking(dict.fromkeys(ticked, today), frozenset(undone))
        )
        told = store.warnings
    _tell(told)
    result = _made(request, file, plans, asked, target, top)
    if calendar is not None:
        _write(calendar, result, start)
    words = asked.words()
    request.emit("plan", result, lambda: view(result, catalogue, words, full=full))


class _Asked(NamedTuple):
    """What a plan is asked for with."""

    to: str
    """The id of the role that is wanted; empty where an advert is."""
    advert: str
    """The file of the advert that is wanted; empty where a role is."""
    start: str | None
    """The id of the role that is left."""
    have: dict[str, int]
    """How well the person says that they can do something, by skill."""
    hours_per_week: int | None
    """Hours in a week."""

    def keep(self, plans: "Plans") -> "Plans":
        """Return the kept plans with this one; that of an advert is not kept, what is done is."""
        from mlroles.plan.kept import KeptPlan

        if self.advert:
            return plans
        now = dt.datetime.now().astimezone().replace(microsecond=0)
        kept = KeptPlan(
            to=self.to,
            start=self.start,
            have=self.have,
            hours_per_week=self.hours_per_week,
            kept=now,
        )
        return plans.keeping(kept)

    def words(self) -> tuple[str, ...]:
        """Return the command that asks for the same; empty where standard input was read."""
        if self.advert == STDIN:
            return ()
        to = ("--advert", self.advert) if self.advert else (self.to,)
        start = ("--from", self.start) if self.start else ()
        said = ",".join(f"{skill}={step}" for skill, step in self.have.items())
        hours = ("--hours-per-week", str(self.hours_per_week)) if self.hours_per_week else ()
        return ("plan", *to, *start, *(("--have", said) if said else ()), *hours)


def _check_advert(to: list[str] | None, *, keep: bool) -> None:
    """Refuse what does not go with an advert; raises UsageError."""
    from mlroles.errors import UsageError

    if to:
        raise UsageError("A plan is for a role or for an advert, not for both.", "Leave one out.")
    if keep:
        raise UsageError(
            "--keep is for a role: an advert is read anew each time.",
            "What is ticked off with --done is kept, for this advert as for every plan.",
        )


def _asked(
    request: Request,
    plans: "Plans",
    to: list[str] | None,
    from_: str,
    have: dict[str, int],
    hours_per_week: int | None,
) -> _Asked:
    """Return what is asked for: of what is not given, what was kept of the same role."""
    from mlroles.errors import UsageError

    wanted = request.role(to) if to else None
    kept = plans.plan_for(wanted.id if wanted else None)
    if wanted is None and kept is None:
        raise UsageError(
            "There is no role that you want, and no plan is kept.",
            f"Name one: mlroles plan {request.catalogue.core[-1].id}",
        )
    return _Asked(
        to=wanted.id if wanted else kept.to if kept else "",
        advert="",
        start=_left(request, from_) if from_ else (kept.start if kept else None),
        have={**(kept.have if kept else {}), **have},
        hours_per_week=hours_per_week or (kept.hours_per_week if kept else None),
    )


def _target(request: Request, asked: _Asked) -> "Target":
    """Return what is wanted: what the role uses, or what the advert asks for."""
    from mlroles.plan.target import role_target

    if asked.advert:
        return _advert_target(request, asked.advert)
    return role_target(request.catalogue, _role(request, asked.to))


def _advert_target(request: Request, file: str) -> "Target":
    """Return what an advert asks for; raises DocumentError where it names no skill."""
    from mlroles.adverts.telling import tell_advert
    from mlroles.errors import DocumentError
    from mlroles.parts import advert_tools
    from mlroles.plan.target import advert_target

    catalogue = request.catalogue
    tools = advert_tools(catalogue)
    text = advert_text(file)
    told = tell_advert(tools, text.text, text.heading_lines, speaking=False)
    if not any(each.need != "not-needed" for each in told.asked):
        raise DocumentError(
            "The advert asks for no skill that is known here.",
            f"Plan for a role in its place, as in: mlroles plan {catalogue.core[-1].id}",
        )
    roles = told.mix.roles
    role = _role(request, roles[0]) if roles else None
    title = told.title or ("the advert" if file == STDIN else Path(file).name)
    return advert_target(catalogue, title, role, told.asked)


def _left(request: Request, name: str) -> str:
    """Return the id of the role that is left; raises UsageError where its skills are not known."""
    from mlroles.errors import UsageError
    from mlroles.roles.models import Role

    job = request.job([name])
    if not isinstance(job, Role):
        raise UsageError(
            f"What people use who are “{job.title}” is not known here.",
            "Say what you can do in place of --from, as in --have python=3,sql,git.",
        )
    return job.id


def _made(
    request: Request,
    file: "PlanFile",
    plans: "Plans",
    asked: _Asked,
    target: "Target",
    top: int | None,
) -> "Plan":
    from mlroles.console import tell
    from mlroles.people.store import load_profile
    from mlroles.plan.plan import Facts, Person, make_plan
    from mlroles.plan.resources import load_resources
    from mlroles.plan.target import role_uses

    catalogue = request.catalogue
    start = _role(request, asked.start) if asked.start else None
    levels = load_profile(tell).levels
    own = {skill: min(level, len(file.able)) for skill, level in levels.items()} | asked.have
    person = Person(
        {skill: step for skill, step in own.items() if skill in catalogue.skills},
        {skill: day for skill, day in plans.done.items() if skill in catalogue.skills},
        (start.id, start.title) if start else None,
        role_uses(catalogue, start) if start else None,
    )
    return make_plan(
        Facts(catalogue, file, load_resources(catalogue)),
        person,
        target,
        hours_per_week=asked.hours_per_week,
        top=top,
    )


def _role(request: Request, name: str) -> "Role":
    """Return the role of this id; raises UsageError where the catalogue has it no longer."""
    from mlroles.errors import UsageError

    for role in request.catalogue.roles:
        if role.id == name:
            return role
    raise UsageError(
        f"The plan that is kept is for “{name}”, which this catalogue does not have.",
        "Name the role that you want.",
    )


def _tell(warnings: list[str]) -> None:
    from mlroles.console import tell

    for warning in warnings:
        tell(warning)


def _forget(store: "PlanStore", request: Request) -> None:
    from mlroles.views.plan import forgotten_view

    gone = store.forget()
    request.emit("plan-forgotten", gone, lambda: forgotten_view(gone))


def _check(path: Path, *, force: bool) -> None:
    """Refuse a calendar that cannot be written, or that would write over something."""
    check_file(path, "--calendar", "plan")
    if path.exists() and not force:
        raise stays(path)


def _write(path: Path, result: "Plan", start: dt.datetime | None) -> None:
    from mlroles.console import tell
    from mlroles.datafile.files import telling, write_atomic
    from mlroles.plan.calendar import calendar

    now = dt.datetime.now().astimezone()
    with telling(path, "Choose another."):
        write_atomic(path, calendar(result, (start or now).date(), now))
    tell(f"Wrote {path}: an entry for each step, which a calendar program imports.")
