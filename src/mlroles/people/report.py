"""What is known of a person, in the words of a catalogue, and what changed since a quiz."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from mlroles.errors import UnknownNameError
from mlroles.people.levels import Levels
from mlroles.people.models import Found, HeldJob, KnownSkill, Profile
from mlroles.people.sources.collect import ReadFile
from mlroles.quiz.kept import FinishedQuiz, QuizHistory
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.find import find_job


@dataclass(frozen=True)
class PersonSkill:
    """One skill of a person."""

    id: str
    """The id of the skill."""
    title: str
    """The name of the skill."""
    category: str
    """The name of its category."""
    level: int | None
    """How well: 0 for not at all, then steps from 1; None where it was only found in a file."""
    level_title: str | None
    """That in words; None where it was only found in a file."""
    said: dt.date | None
    """The day on which the person said so; None where they did not."""
    found: tuple[Found, ...]
    """Where files name it, the newest first."""


@dataclass(frozen=True)
class PersonJob:
    """A job that a person held."""

    title: str
    """The title, as it stands in the file."""
    start: str | None
    """When it began, as far as the file says."""
    end: str | None
    """When it ended, as far as the file says."""
    means: str | None
    """The id of the role, or of the job beside the roles, that the title means or is nearest to."""


@dataclass(frozen=True)
class Person:
    """What is known of a person."""

    levels: tuple[str, ...]
    """The words for how well, from 0 on."""
    skills: tuple[PersonSkill, ...]
    """The skills of which the person said how well, in the order of the catalogue."""
    waiting: tuple[PersonSkill, ...]
    """The skills that were found in files, and wait for the person to say how well."""
    elsewhere: tuple[str, ...]
    """The ids of skills that this catalogue does not have; they are kept."""
    jobs: tuple[PersonJob, ...]
    """Jobs held."""
    quiz: FinishedQuiz | None
    """The newest finished quiz; None where none is kept."""
    read: ReadFile | None
    """What was read of a file just now; None where none was."""


@dataclass(frozen=True)
class PersonHistory:
    """The results of the quiz, and what the person said since the newest."""

    quizzes: tuple[FinishedQuiz, ...]
    """The finished quizzes, the newest first, each with what changed since the one before."""
    since: tuple[PersonSkill, ...]
    """The skills of which a level was given on the day of the newest or later, newest first."""


@dataclass(frozen=True)
class PersonForgotten:
    """What was deleted."""

    skills: int
    """How many skills."""
    jobs: int
    """How many jobs."""


def person(
    catalogue: Catalogue,
    levels: Levels,
    profile: Profile,
    quizzes: Sequence[FinishedQuiz] = (),
    read: ReadFile | None = None,
) -> Person:
    """Return what is known of a person."""
    known = tuple(_skills(catalogue, levels, profile))
    return Person(
        tuple(levels.title(each) for each in range(levels.highest + 1)),
        tuple(each for each in known if each.level is not None),
        tuple(each for each in known if each.level is None),
        tuple(key for key in profile.skills if key not in catalogue.skills),
        tuple(_job(catalogue, each) for each in profile.jobs),
        quizzes[0] if quizzes else None,
        read,
    )


def person_history(
    catalogue: Catalogue, levels: Levels, profile: Profile, found: QuizHistory
) -> PersonHistory:
    """Return the results of the quiz, and what the person said since the newest."""
    since: list[PersonSkill] = []
    if found.quizzes:
        day = found.quizzes[0].finished.date()
        known = _skills(catalogue, levels, profile)
        since = [each for each in known if each.said is not None and each.said >= day]
        since.sort(key=lambda each: each.said or day, reverse=True)
    return PersonHistory(found.quizzes, tuple(since))


def _skills(catalogue: Catalogue, levels: Levels, profile: Profile) -> Iterable[PersonSkill]:
    """Yield the skills of a profile that the catalogue has, in its order."""
    categories = {each.id: each.title for each in catalogue.file.categories}
    for each in catalogue.file.skills:
        own = profile.skills.get(each.id)
        if own is not None:
            yield PersonSkill(
                each.id,
                each.title,
                categories[each.category],
                own.level,
                _title(levels, own),
                own.said,
                own.found,
            )


def _title(levels: Levels, own: KnownSkill) -> str | None:
    return None if own.level is None else levels.title(own.level)


def _job(catalogue: Catalogue, held: HeldJob) -> PersonJob:
    try:
        means = find_job(catalogue, held.title).job.id
    except UnknownNameError:
        means = None
    return PersonJob(held.title, held.start, held.end, means)
