"""What is known of a person: at a glance, whole, and what changed since a quiz."""

from collections.abc import Iterator, Sequence

from mlroles.people.report import Person, PersonForgotten, PersonHistory, PersonJob, PersonSkill
from mlroles.people.sources.collect import ReadFile
from mlroles.plan.target import ADVERTS, asked_for
from mlroles.render.document import (
    Block,
    Cell,
    Command,
    Document,
    Fields,
    Heading,
    Next,
    Paragraph,
    Phrase,
    Table,
    Text,
    command,
)
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.models import Role
from mlroles.roles.skill_use import SkillUse
from mlroles.text import counted, few, quoted
from mlroles.views.kept import MOST_SHOWN, quiz_rows, quizzes_in_words, when

MOST = 8
"""So many skills of a level are named at a glance."""

MOST_PLACED = 5
"""So many skills that were found are named with their place at a glance."""

MOST_JOBS = 2
"""So many jobs are named at a glance."""

PROVES_NOTHING = "A file names skills and proves none: how well you can do them, you say."
NOT_READ = "Names, pictures, ages, nationalities, employers and places are not read."


def view(result: Person, catalogue: Catalogue, *, full: bool = False) -> Document:
    """Return the screen of ``mlroles profile``."""
    blocks: list[Block] = []
    if result.read:
        blocks += _just_read(result.read, catalogue)
    if not (result.skills or result.waiting or result.jobs or result.elsewhere):
        blocks += _nothing(result, catalogue)
    else:
        if not result.read:
            blocks.append(Heading(_summary(result)))
        blocks += _whole(result) if full else [Fields(tuple(_fields(result)))]
    if result.waiting or result.read:
        blocks.append(Paragraph(f"{PROVES_NOTHING} {NOT_READ}" if result.read else PROVES_NOTHING))
    blocks.append(Next(tuple(_next(result, catalogue, full=full))))
    return Document(tuple(blocks))


def _summary(result: Person) -> str:
    said, waiting = len(result.skills), len(result.waiting)
    if waiting and not said:
        names = f"Files of yours name {counted(waiting, 'skill')}"
        return f"{names}; you have not said yet how well you can do them."
    text = f"You have said how well you can do {counted(said, 'thing')}"
    more = f"; {counted(waiting, 'skill')} found in files wait{'s' * (waiting == 1)} for that"
    return f"{text}{more if waiting else ''}."


def _nothing(result: Person, catalogue: Catalogue) -> Iterator[Block]:
    if not result.read:
        yield Heading("Nothing is known yet of what you can do.")
    examples = [each.id for each in catalogue.file.skills[:2]]
    have = f"--have {'=3,'.join(examples)}" if examples else "--have"
    yield Fields(
        (
            ("Be asked", "mlroles profile --ask"),
            ("Or say it", f"mlroles profile {have}"),
            ("Or from a file", "--from with a resume.json, an export of LinkedIn or a CV"),
        )
    )
    yield Paragraph("What you say lies on this machine alone: docs/privacy.md says where.")
    if result.quiz:
        yield Fields((("Quiz", _quiz(result)),))


def _just_read(read: ReadFile, catalogue: Catalogue) -> Iterator[Block]:
    """Yield what a file named that was read just now."""
    jobs = f" and {counted(len(read.jobs), 'job')}" if read.jobs else ""
    yield Heading(f"{quoted(read.file)} names {counted(len(read.skills), 'skill')}{jobs}.")
    fields: list[tuple[Text, Cell]] = []
    if read.others:
        fields.append(("No skill here", few(read.others)))
    found = [
        f"{catalogue.skills[key].title} ({_at(each.place, each.stated)})"
        for key, each in read.skills.items()
    ]
    if found:
        fields.insert(0, ("Found", few(found, MOST)))
    if fields:
        yield Fields(tuple(fields))


def _at(place: str, stated: str | None) -> str:
    return f"{place}: {quoted(stated)}" if stated else place


def _fields(result: Person) -> Iterator[tuple[Text, Cell]]:
    """Yield what is known at a glance, the highest level first."""
    for level in range(max((each.level or 0 for each in result.skills), default=-1), -1, -1):
        own = [each for each in result.skills if each.level == level]
        if own:
            yield str(own[0].level_title), few([each.title for each in own], MOST)
    if result.waiting and not result.read:
        yield "Found, no level", few([_placed(each) for each in result.waiting], MOST_PLACED)
    if result.jobs:
        yield "Jobs held", few([_job(each) for each in result.jobs], MOST_JOBS)
    if result.elsewhere:
        yield "Kept as well", f"{counted(len(result.elsewhere), 'skill')} of another catalogue"
    if result.quiz:
        yield "Quiz", _quiz(result)


def _whole(result: Person) -> Iterator[Block]:
    """Yield all that is known."""
    rows = [
        (
            each.title,
            each.level_title or Phrase("you did not say", muted=True),
            str(each.said or ""),
            tuple(
                f"{found.file}, {_at(found.place, found.stated)}: {quoted(found.words)}"
                for found in each.found
            ),
        )
        for each in (*result.skills, *result.waiting)
    ]
    if rows:
        yield Table(("Skill", "How well", "Said on", "Found in"), tuple(rows))
    fields: list[tuple[Text, Cell]] = []
    if result.jobs:
        fields.append(("Jobs held", tuple(map(_job, result.jobs))))
    if result.elsewhere:
        fields.append(("Kept as well", "; ".join(result.elsewhere)))
    if result.quiz:
        fields.append(("Quiz", _quiz(result)))
    if fields:
        yield Fields(tuple(fields))


def _placed(each: PersonSkill) -> str:
    places = [f" ({own.file}, {_at(own.place, own.stated)})" for own in each.found[:1]]
    return f"{each.title}{''.join(places)}"


def _job(job: PersonJob) -> str:
    years = " to ".join(each for each in (job.start, job.end) if each)
    parts = [each for each in (years, job.means) if each]
    return f"{job.title} ({', '.join(parts)})" if parts else job.title


def _quiz(result: Person) -> str:
    return f"{when(result.quiz.finished)}: {result.quiz.verdict}" if result.quiz else ""


def _next(result: Person, catalogue: Catalogue, *, full: bool) -> Iterator[Command]:
    if result.waiting or not result.skills:
        yield command("profile", "--ask")
    role = catalogue.core[-1]
    if result.skills:
        yield command("plan", role.id)
        if not full:
            yield command("profile", "--full")
    else:
        yield command("skills", role.id)
    yield command("profile", "--history") if result.quiz else command("quiz")


def history_view(result: PersonHistory, *, full: bool = False) -> Document:
    """Return the screen of ``mlroles profile --history``."""
    if not result.quizzes:
        return Document(
            (
                Heading("No finished quiz is kept."),
                Next((command("quiz"), command("profile"))),
            )
        )
    shown = result.quizzes if full else result.quizzes[:MOST_SHOWN]
    blocks: list[Block] = [
        Heading(quizzes_in_words(len(result.quizzes), "finished")),
        *quiz_rows(shown),
    ]
    if older := len(result.quizzes) - len(shown):
        blocks.append(Paragraph(f"{older} older: mlroles profile --history --full"))
    blocks.append(Fields((("Said since", _since(result.since, full=full)),)))
    two = (command("quiz", "--kept", "1", "--kept", "2"),) if len(result.quizzes) > 1 else ()
    blocks.append(Next((command("quiz", "--last"), *two, command("profile"))))
    return Document(tuple(blocks))


def _since(since: Sequence[PersonSkill], *, full: bool) -> str:
    said = [f"{each.title}: {each.level_title} ({each.said})" for each in since]
    return few(said, len(said) if full else MOST_PLACED) or "nothing in your profile"


def forgotten_view(result: PersonForgotten) -> Document:
    """Return the screen of ``mlroles profile --forget``."""
    skills = counted(result.skills, "skill")
    gone = f"{skills} and {counted(result.jobs, 'job')}" if result.jobs else skills
    text = f"Deleted: {gone}." if result.skills or result.jobs else "Nothing was kept of you."
    return Document(
        (
            Heading(text),
            Paragraph(
                "Results of the quiz and plans are kept apart: mlroles quiz --forget and mlroles "
                "plan --forget delete them."
            ),
            Next((command("profile", "--ask"), command("quiz", "--history"))),
        )
    )


def why_found() -> str:
    """Return why a person is asked about a skill that a file of theirs names."""
    return f"A file of yours names it. {PROVES_NOTHING}"


def why_used(catalogue: Catalogue, role: Role, use: SkillUse, *, official: bool) -> str:
    """Return why a person is asked about a skill of ``role``; ``official``: lines are quoted."""
    parts = []
    if use.level is not None:
        scale = catalogue.file.skill_scale
        parts.append(f"A source names it for {role.title}: {scale[use.level]}.")
    if figure := asked_for(use):
        share = f"{100 * figure.value:.0f} %"
        adverts = figure.unit == ADVERTS
        who = "adverts for this role name" if adverts else f"{figure.unit or 'people'} of it use"
        parts.append(f"{share} of {who} it.")
    if official:
        parts.append("The lines that begin with “You can” are the UK framework’s own.")
    return " ".join(parts)
