"""The walk through a questionnaire with a person: ask, take the reply, keep what was answered."""

from collections.abc import Callable
from dataclasses import dataclass

from mlroles.errors import MlrolesError
from mlroles.quiz.models import Question, Questionnaire
from mlroles.quiz.prompts import (
    Answered,
    Asker,
    Back,
    Finish,
    Progress,
    Quit,
    Reply,
    Skip,
    Standing,
)
from mlroles.quiz.scorecard import Answers, score
from mlroles.quiz.session import Session
from mlroles.quiz.state import UnfinishedQuiz
from mlroles.roles.models import Role
from mlroles.text import counted

Keep = Callable[[Answers], None]
"""What is called with the answers whenever they change."""


@dataclass(frozen=True)
class Outcome:
    """What a person answered, and whether they wanted the result."""

    answers: Answers
    finished: bool


@dataclass(frozen=True)
class Manner:
    """How a quiz is held.

    ``fresh``: start over, whatever is kept. ``answer_all``: ask every question, also where a
    measured half would stop early. ``live`` are the roles whose standing is shown with every
    question; none where it would only lead the answers. ``edit``: show what is kept, to change it,
    in place of asking; ``finished`` are the answers to show where no quiz is unfinished.
    """

    fresh: bool = False
    answer_all: bool = False
    live: tuple[Role, ...] = ()
    edit: bool = False
    finished: Answers | None = None


def hold_quiz(
    questionnaire: Questionnaire,
    asker: Asker,
    unfinished: UnfinishedQuiz,
    manner: Manner,
    tell: Callable[[str], None],
) -> Outcome:
    """Hold the quiz, on from ``unfinished`` where the person wants that.

    Every answer is kept as soon as it is given; ``tell`` takes each sentence about the keeping.
    Kept answers to questions that ``questionnaire`` lacks, as one half does, stay as they are.
    """
    loaded = unfinished.load()
    for warning in loaded.warnings:
        tell(warning)
    asked = {question.id for question in questionnaire.questions}
    others = {name: ids for name, ids in loaded.answers.items() if name not in asked}
    total = len(asked)
    saved = _to_start_from(questionnaire, loaded.answers, asker, manner)
    if isinstance(saved, Quit):
        _tell_kept(_within(questionnaire, loaded.answers), total, unfinished, tell)
        return Outcome(_within(questionnaire, loaded.answers), finished=False)
    trouble: list[str] = []

    def keep(answers: Answers) -> None:
        try:
            unfinished.save({**others, **answers})
        except MlrolesError as error:
            if not trouble:  # said once, not after every answer
                tell(f"{error.message} {error.hint}")
            trouble.append(error.message)
        else:
            trouble.clear()

    start = Session.resume(questionnaire, saved, answer_all=manner.answer_all)
    outcome = ask_questions(start.at_end() if manner.edit else start, asker, keep, manner.live)
    if trouble and not outcome.finished:
        tell(trouble[-1])
    elif outcome.answers and not outcome.finished:
        _tell_kept(outcome.answers, total, unfinished, tell)
    return outcome


def _to_start_from(
    questionnaire: Questionnaire, loaded: Answers, asker: Asker, manner: Manner
) -> Answers | Quit:
    """Return the answers that the quiz starts with; MlrolesError where there are none to edit."""
    saved = _within(questionnaire, loaded)
    if manner.edit:
        saved = saved or _within(questionnaire, manner.finished or {})
        if not saved:
            raise MlrolesError("There are no answers to edit.", "“mlroles quiz” asks for them.")
        return saved
    if manner.fresh or not saved:
        return {}
    go_on = asker.ask_to_go_on(len(saved), len(questionnaire.questions))
    if isinstance(go_on, Quit):
        return go_on
    return saved if go_on else {}


def _within(questionnaire: Questionnaire, answers: Answers) -> Answers:
    """Return those of ``answers`` that are to questions of ``questionnaire``."""
    asked = {question.id for question in questionnaire.questions}
    return {name: ids for name, ids in answers.items() if name in asked}


def _tell_kept(
    answers: Answers, total: int, unfinished: UnfinishedQuiz, tell: Callable[[str], None]
) -> None:
    of = counted(total, "question")
    tell(f"Your answers to {len(answers)} of {of} are kept. To go on: mlroles quiz")
    tell(f"They lie in {unfinished.path}")


def ask_questions(
    session: Session, asker: Asker, keep: Keep, live: tuple[Role, ...] = ()
) -> Outcome:
    """Ask from where ``session`` stands to the end, and then what to change before the result."""
    alone = len(session.questionnaire.halves) == 1  # nobody who asked for it is asked again
    while (question := session.question) is not None:
        if session.opens_half and session.half and session.half.note and not alone:
            begin = asker.ask_to_begin(session.half)
            if isinstance(begin, Quit):
                return Outcome(session.answers, finished=False)
            if not begin:
                session = session.skip_half()
                continue
        reply = _ask(session, question, asker, live)
        if isinstance(reply, Quit):
            return Outcome(session.answers, finished=False)
        session = _after(session, reply, keep)
    return _review(session, asker, keep, live)


def _review(session: Session, asker: Asker, keep: Keep, live: tuple[Role, ...]) -> Outcome:
    """Let the person change answers, one by one, until the result is wanted."""
    questions = session.questionnaire.questions
    while not isinstance(choice := asker.review(questions, session.answers), Finish):
        if isinstance(choice, Quit):
            return Outcome(session.answers, finished=False)
        there = session.at(choice.question)
        reply = _ask(there, session.questionnaire.question(choice.question), asker, live)
        if isinstance(reply, Quit):
            return Outcome(session.answers, finished=False)
        session = _after(there, reply, keep).at_end()
    return Outcome(session.answers, finished=True)


def _ask(session: Session, question: Question, asker: Asker, live: tuple[Role, ...]) -> Reply:
    progress = Progress(session.number, session.total, session.may_stop_early)
    return asker.ask(question, progress, session.given, _standing(session, question, live))


def _after(session: Session, reply: Answered | Skip | Back, keep: Keep) -> Session:
    if isinstance(reply, Answered):
        after = session.answer(reply.ids)
    else:
        after = session.skip() if isinstance(reply, Skip) else session.back()
    if after.answers != session.answers:
        keep(after.answers)
    return after


def _standing(session: Session, question: Question, live: tuple[Role, ...]) -> Standing | None:
    """Return how the half of ``question`` stands; None where nobody wants to know, or can."""
    own = session.questionnaire.only((question.half,))
    if not live or not any(each.id in session.answers for each in own.questions):
        return None
    fit = score(own, tuple(role.id for role in live), session.answers)
    highest = max(fit.points.values())
    ahead = tuple(role for role in live if fit.points[role.id] == highest)
    if own.halves[0].measured is None:
        return Standing(ahead)
    return Standing(ahead, tuple((role, fit.shares[role.id]) for role in live))
