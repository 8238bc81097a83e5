"""Asking a person how well they can do what a role uses: a question for each skill.

The quiz asks: what it needs is a questionnaire, and its answers here are the levels. Only what is
not known is asked, so that asking again goes on where it was left.
"""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from mlroles.errors import MlrolesError
from mlroles.people.levels import Levels
from mlroles.people.models import Profile
from mlroles.people.store import ProfileStore
from mlroles.quiz.ask import ask_questions
from mlroles.quiz.models import Answer, Half, Question, Questionnaire
from mlroles.quiz.prompts import Asker
from mlroles.quiz.scorecard import Answers
from mlroles.quiz.session import Session
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.models import Role, Skill
from mlroles.text import counted, listed

Lines = Mapping[str, Mapping[int, Sequence[str]]]
"""What a framework says that one can do, by the id of the skill and the level."""

PART: Final = "part"
"""What a half of a questionnaire is called here."""

MOST_NAMED = 6
"""So many skills of a part are named before it is asked."""

MOST_ROLES: Final = 12
"""So many roles can be chosen from."""

_LEVEL: Final = "level-"


@dataclass(frozen=True)
class Wanted:
    """What somebody may be asked about: ids of skills, and what is told of each."""

    skills: Sequence[str]
    """The ids of the skills."""
    why: Callable[[str], str]
    """Returns why one is asked about the skill of an id."""
    lines: Lines
    """What a framework says that one can do."""


def skill_questions(
    catalogue: Catalogue, levels: Levels, profile: Profile, wanted: Wanted
) -> Questionnaire | None:
    """Return a question for each of the skills ``wanted`` that has no level, by category.

    None where there is nothing to ask.
    """
    open_ = {each for each in wanted.skills if each not in profile.levels}
    asked = [each for each in catalogue.file.skills if each.id in open_]
    parts = {
        category: [each for each in asked if each.category == category.id]
        for category in catalogue.file.categories
    }
    halves = [(category, own) for category, own in parts.items() if own]
    if not halves:
        return None
    return Questionnaire(
        schema_version=2,
        id="skills",
        title="What you can do",
        roles=tuple(role.id for role in catalogue.roles),
        undecided_ratio=1,
        halves=tuple(
            Half(id=category.id, title=category.title, basis=category.title, note=_note(own))
            for category, own in halves
        ),
        questions=tuple(
            _question(each, levels, profile, wanted) for _, own in halves for each in own
        ),
    )


def ask_levels(
    questions: Questionnaire,
    asker: Asker,
    store: ProfileStore,
    tell: Callable[[str], None],
) -> bool:
    """Ask, keeping each level as soon as it is given; return whether the person came to the end.

    ``tell`` takes each sentence about the keeping.
    """
    before: dict[str, int] = {}
    trouble: list[str] = []

    def keep(answers: Answers) -> None:
        now = {key: int(ids[0].removeprefix(_LEVEL)) for key, ids in answers.items()}
        changed = {
            key: now.get(key) for key in {**before, **now} if before.get(key) != now.get(key)
        }
        today = dt.datetime.now().astimezone().date()
        try:
            store.change(lambda profile: profile.saying(changed, today))
        except MlrolesError as error:
            if not trouble:  # said once, not after every answer; the next answer tries all again
                tell(f"{error.message} {error.hint}")
            trouble.append(error.message)
            return
        trouble.clear()
        before.clear()
        before.update(now)

    outcome = ask_questions(Session(questions), asker, keep)
    if outcome.answers and not outcome.finished and not trouble:
        of = counted(len(questions.questions), "skill")
        tell(f"Your levels of {len(outcome.answers)} of {of} are kept.")
    return outcome.finished


def role_question(roles: Sequence[Role]) -> Question:
    """Return the question for which role somebody wants to be asked."""
    return Question(
        id="role",
        half="role",
        text="The skills of which role?",
        why="You are asked about the skills that people of this role use, and no others.",
        answers=tuple(Answer(id=role.id, text=role.title, points={}) for role in roles),
    )


def _note(skills: Sequence[Skill]) -> str:
    titles = [each.title for each in skills[:MOST_NAMED]]
    if more := len(skills) - len(titles):
        titles.append(f"{more} more")
    return f"{counted(len(skills), 'skill')}: {listed(titles)}."


def _question(
    skill: Skill,
    levels: Levels,
    profile: Profile,
    wanted: Wanted,
) -> Question:
    lines = wanted.lines.get(skill.id, {})
    known = profile.skills.get(skill.id)
    found = [
        f"{each.file}, {each.place}" + (f", says: {each.stated}" if each.stated else "")
        for each in (known.found if known else ())
    ]
    return Question(
        id=skill.id,
        half=skill.category,
        text=f"How well can you do this: {skill.title}?"
        + (f" (found in {'; '.join(found)})" if found else ""),
        why=wanted.why(skill.id),
        answers=tuple(
            Answer(id=f"{_LEVEL}{level}", text=_answer(levels, level, lines), points={})
            for level in (*range(1, levels.highest + 1), 0)  # so that numbers are those of --have
        ),
    )


def _answer(levels: Levels, level: int, lines: Mapping[int, Sequence[str]]) -> str:
    """Return a level in words, with what the framework says that one can do, else what it means."""
    if not level:
        return levels.title(level)
    own = lines.get(level)
    text = f"You can {own[0]}" if own else levels.texts[level - 1]
    return f"{levels.title(level)}: {text}"
