"""The walk through a questionnaire with a person: ask, take the reply, keep what was answered."""

from collections.abc import Callable
from dataclasses import dataclass

from mlroles.errors import MlrolesError
from mlroles.quiz.models import Questionnaire
from mlroles.quiz.prompts import Answered, Asker, Back, Progress, Quit, Shares, Skip
from mlroles.quiz.scorecard import Answers, score
from mlroles.quiz.session import Session
from mlroles.quiz.state import UnfinishedQuiz
from mlroles.roles.models import Role
from mlroles.text import counted


@dataclass(frozen=True)
class Outcome:
    """What a person answered, and whether they came to the end."""

    answers: Answers
    finished: bool


def hold_quiz(  # noqa: PLR0913
    questionnaire: Questionnaire,
    roles: tuple[Role, ...],
    asker: Asker,
    unfinished: UnfinishedQuiz,
    *,
    fresh: bool,
    answer_all: bool,
    tell: Callable[[str], None],
) -> Outcome:
    """Hold the quiz, on from ``unfinished`` where the person wants that and not ``fresh``.

    ``answer_all``: ask every question, also where a measured half would stop early.

    Every answer is kept as soon as it is given; ``tell`` takes each sentence about the keeping.
    Kept answers to questions that ``questionnaire`` lacks, as one half does, stay as they are.
    """
    loaded = unfinished.load()
    for warning in loaded.warnings:
        tell(warning)
    asked = {question.id for question in questionnaire.questions}
    others = {name: ids for name, ids in loaded.answers.items() if name not in asked}
    saved = {name: ids for name, ids in loaded.answers.items() if name in asked and not fresh}
    total = len(asked)
    if saved:
        go_on = asker.ask_to_go_on(len(saved), total)
        if isinstance(go_on, Quit):
            _tell_kept(saved, total, unfinished, tell)
            return Outcome(saved, finished=False)
        saved = saved if go_on else {}
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

    start = Session.resume(questionnaire, saved, answer_all=answer_all)
    session = ask_questions(start, roles, asker, keep)
    finished = session.question is None
    if trouble and not finished:
        tell(trouble[-1])
    elif session.answers and not finished:
        _tell_kept(session.answers, total, unfinished, tell)
    return Outcome(session.answers, finished)


def _tell_kept(
    answers: Answers, total: int, unfinished: UnfinishedQuiz, tell: Callable[[str], None]
) -> None:
    of = counted(total, "question")
    tell(f"Your answers to {len(answers)} of {of} are kept. To go on: mlroles quiz")
    tell(f"They lie in {unfinished.path}")


def ask_questions(
    session: Session, roles: tuple[Role, ...], asker: Asker, keep: Callable[[Answers], None]
) -> Session:
    """Ask from where ``session`` stands, and return it as it stands afterwards.

    ``keep`` is called with the answers whenever they change. The session that comes back has a
    question left only where the person quit.
    """
    while (question := session.question) is not None:
        alone = len(session.questionnaire.halves) == 1  # nobody who asked for it is asked again
        if session.opens_half and session.half and session.half.note and not alone:
            begin = asker.ask_to_begin(session.half)
            if isinstance(begin, Quit):
                break
            if not begin:
                session = session.skip_half()
                continue
        progress = Progress(session.number, session.total, session.may_stop_early)
        reply = asker.ask(question, progress, session.given, _shares(session, roles))
        if isinstance(reply, Quit):
            break
        after = _after(session, reply)
        if after.answers != session.answers:
            keep(after.answers)
        session = after
    return session


def _after(session: Session, reply: Answered | Skip | Back) -> Session:
    if isinstance(reply, Answered):
        return session.answer(reply.ids)
    return session.skip() if isinstance(reply, Skip) else session.back()


def _shares(session: Session, roles: tuple[Role, ...]) -> Shares:
    if not session.answers:
        return ()
    role_ids = tuple(role.id for role in roles)
    fit = score(session.questionnaire, role_ids, session.answers)
    return tuple((role, fit.shares[role.id]) for role in roles)
