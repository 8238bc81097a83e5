"""One person's walk through a questionnaire: answer, skip, go back, stop early, go on later."""

from dataclasses import dataclass, field, replace
from typing import Self

from mlroles.quiz.faults import faults
from mlroles.quiz.models import Half, Question, Questionnaire
from mlroles.quiz.scorecard import Answers
from mlroles.quiz.stopping import answered_in, chance_of_change, stops


def _checked(question: Question, answer_ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``answer_ids`` in the question's own order; ValueError where they do not answer it."""
    if found := faults(question, answer_ids):
        raise ValueError(f"{question.id}: {found[0].message}")
    return tuple(answer.id for answer in question.answers if answer.id in answer_ids)


@dataclass(frozen=True)
class Session:
    """Where a person stands: what is answered, and which question comes now.

    ``answer_all``: ask every question, also where a measured half would stop early.
    ``path`` are the positions that this one was reached by, for the way back.
    """

    questionnaire: Questionnaire
    answers: Answers = field(default_factory=dict)
    position: int = 0
    answer_all: bool = False
    path: tuple[int, ...] = field(default=(), repr=False, compare=False)

    @classmethod
    def resume(
        cls, questionnaire: Questionnaire, answers: Answers, *, answer_all: bool = False
    ) -> Self:
        """Go on from saved answers: at the question after the last one answered.

        A question skipped before that one stays skipped; ``back`` leads to it.
        """
        answered = [
            number
            for number, question in enumerate(questionnaire.questions, start=1)
            if question.id in answers
        ]
        return cls(questionnaire, answers, max(answered, default=0), answer_all).past_stopped()

    @property
    def question(self) -> Question | None:
        """The question that comes now; None when there is none left to ask."""
        questions = self.questionnaire.questions
        return None if self.position == len(questions) else questions[self.position]

    @property
    def half(self) -> Half | None:
        """The half that the question belongs to; None when there is no question."""
        question = self.question
        halves = self.questionnaire.halves
        return next((half for half in halves if question and half.id == question.half), None)

    @property
    def opens_half(self) -> bool:
        """Whether the question is the first of its half and nothing in the half is answered."""
        half = self.half
        if half is None:
            return False
        first = next(q.id for q in self.questionnaire.questions if q.half == half.id)
        answered = answered_in(self.questionnaire, half, self.answers)
        return self._asked().id == first and not answered

    @property
    def given(self) -> tuple[str, ...]:
        """The answers that this question already has, as after ``back``."""
        return () if self.question is None else self.answers.get(self.question.id, ())

    @property
    def number(self) -> int:
        """The number of the question that comes now, from 1; one past the last when done."""
        return self.position + 1

    @property
    def total(self) -> int:
        """How many questions it will be at the most; it never grows."""
        return len(self.questionnaire.questions)

    @property
    def may_stop_early(self) -> bool:
        """Whether it may be fewer questions than ``total``."""
        halves = {question.half for question in self.questionnaire.questions[self.position :]}
        return not self.answer_all and any(
            half.measured is not None and half.measured.stop is not None
            for half in self.questionnaire.halves
            if half.id in halves
        )

    @property
    def chance_of_change(self) -> float | None:
        """The chance that the questions left in this question's half change who leads it.

        None where there is no question, where the half does not say, and before its first answer.
        """
        half = self.half
        if half is None or not answered_in(self.questionnaire, half, self.answers):
            return None
        return chance_of_change(self.questionnaire, half, self.answers, self._left(half))

    def answer(self, answer_ids: tuple[str, ...]) -> Self:
        """Answer this question and go to the next; ValueError where the ids do not answer it."""
        question = self._asked()
        return self._next({**self.answers, question.id: _checked(question, answer_ids)})

    def skip(self) -> Self:
        """Leave this question without an answer and go to the next."""
        question = self._asked()
        return self._next({key: ids for key, ids in self.answers.items() if key != question.id})

    def skip_half(self) -> Self:
        """Leave the rest of this question's half without an answer."""
        half = self._asked().half
        questions = self.questionnaire.questions
        end = max(place for place, question in enumerate(questions) if question.half == half)
        return replace(self, position=end + 1, path=(*self.path, self.position)).past_stopped()

    def back(self) -> Self:
        """Return to the question that came before; every answer stays, also those further on.

        At the start of a resumed session that is the one before in the questionnaire, unless an
        early stop left it out; at the first question, stay.
        """
        if self.path:
            return replace(self, position=self.path[-1], path=self.path[:-1])
        stopped = self._stopped()
        before = [
            place
            for place, question in enumerate(self.questionnaire.questions[: self.position])
            if question.id in self.answers or question.half not in stopped
        ]
        return replace(self, position=max(before, default=0))

    def at(self, question_id: str) -> Self:
        """Return to any question out of turn, as to look at its answer again."""
        ids = [question.id for question in self.questionnaire.questions]
        return replace(self, position=ids.index(question_id), path=())

    def at_end(self) -> Self:
        """Ask nothing more: what is answered so far is all that there is to be."""
        return replace(self, position=self.total, path=())

    def past_stopped(self) -> Self:
        """Go to the next question whose half has not stopped early."""
        position = self.position
        stopped = self._stopped()
        for question in self.questionnaire.questions[position:]:
            if question.half not in stopped:
                break
            position += 1
        return replace(self, position=position)

    def _asked(self) -> Question:
        if self.question is None:
            raise ValueError("every question has been asked")
        return self.question

    def _next(self, answers: Answers) -> Self:
        path = (*self.path, self.position)
        following = replace(self, answers=answers, position=self.position + 1, path=path)
        return following.past_stopped()

    def _stopped(self) -> set[str]:
        """Return the ids of the halves that have stopped early."""
        return {half.id for half in self.questionnaire.halves if self._has_stopped(half)}

    def _has_stopped(self, half: Half) -> bool:
        """Say whether the leader of a measured half would most likely stay the leader."""
        left = self._left(half)
        return not self.answer_all and stops(self.questionnaire, half, self.answers, left)

    def _left(self, half: Half) -> list[str]:
        """Return the questions of a half that are still to come: those skipped are not."""
        return [
            question.id
            for question in self.questionnaire.questions[self.position :]
            if question.half == half.id and question.id not in self.answers
        ]
