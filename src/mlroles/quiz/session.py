"""One person's walk through a questionnaire: answer, skip, go back, go on from saved answers."""

from dataclasses import dataclass, field, replace
from typing import Self

from mlroles.quiz.models import Question, Questionnaire
from mlroles.quiz.scorecard import Answers


def _checked(question: Question, answer_ids: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``answer_ids`` in the question's own order; ValueError where they do not answer it."""
    known = tuple(answer.id for answer in question.answers if answer.id in answer_ids)
    if not known or len(known) != len(answer_ids) or (question.pick == "one" and len(known) > 1):
        raise ValueError(f"{answer_ids!r} does not answer {question.id!r}")
    return known


@dataclass(frozen=True)
class Session:
    """Where a person stands: what is answered, and which question comes now.

    ``before`` is the session that this one came from by an answer or a skip.
    """

    questionnaire: Questionnaire
    answers: Answers = field(default_factory=dict)
    position: int = 0
    before: Self | None = field(default=None, repr=False, compare=False)

    @classmethod
    def resume(cls, questionnaire: Questionnaire, answers: Answers) -> Self:
        """Go on from saved answers: at the question after the last one answered.

        A question skipped before that one stays skipped; ``back`` leads to it.
        """
        answered = [
            number
            for number, question in enumerate(questionnaire.questions, start=1)
            if question.id in answers
        ]
        return cls(questionnaire, answers, max(answered, default=0))

    @property
    def question(self) -> Question | None:
        """The question that comes now; None when all have been asked."""
        return None if self.position == self.total else self.questionnaire.questions[self.position]

    @property
    def given(self) -> tuple[str, ...]:
        """The answers that this question already has, as after ``back`` in a resumed session."""
        return () if self.question is None else self.answers.get(self.question.id, ())

    @property
    def number(self) -> int:
        """The number of the question that comes now, from 1; one past the last when done."""
        return self.position + 1

    @property
    def total(self) -> int:
        """How many questions there are."""
        return len(self.questionnaire.questions)

    def answer(self, answer_ids: tuple[str, ...]) -> Self:
        """Answer this question and go to the next; ValueError where the ids do not answer it."""
        question = self._asked()
        return self._next({**self.answers, question.id: _checked(question, answer_ids)})

    def skip(self) -> Self:
        """Leave this question without an answer and go to the next."""
        question = self._asked()
        return self._next({key: ids for key, ids in self.answers.items() if key != question.id})

    def back(self) -> Self:
        """Undo the last answer or skip: what stood before stands again.

        At the start of a resumed session, step to the question before and keep its answer; at the
        first question, stay.
        """
        if self.before is not None:
            return self.before
        return replace(self, position=max(self.position - 1, 0))

    def _asked(self) -> Question:
        if self.question is None:
            raise ValueError("every question has been asked")
        return self.question

    def _next(self, answers: Answers) -> Self:
        return replace(self, answers=answers, position=self.position + 1, before=self)
