"""The shapes of ``questionnaire.json``.

Points are natural-log units: an answer's points are added to each role's sum, and the shares
are the softmax of the sums. What must hold between the parts is in ``quiz.check``.
"""

from typing import Annotated, Literal

from pydantic import Field

from mlroles.roles.models import ClaimIds, Id, Model, Sentence

Points = dict[Id, Annotated[float, Field(ge=-10, le=10)]]
"""Points by role id, in natural-log units; every role of the catalogue is named."""


class Answer(Model):
    """One answer that can be given."""

    id: Id
    text: Sentence
    points: Points
    claims: ClaimIds


class Question(Model):
    """One question; ``pick`` says whether one answer may be given or several."""

    id: Id
    text: Sentence
    why: Sentence
    """Why a person is asked this."""
    pick: Literal["one", "several"] = "one"
    answers: Annotated[tuple[Answer, ...], Field(min_length=2, max_length=12)]

    def answer(self, answer_id: str) -> Answer:
        """Return the answer with this id; KeyError where there is none."""
        return {answer.id: answer for answer in self.answers}[answer_id]


class Questionnaire(Model):
    """``questionnaire.json``."""

    schema_version: Literal[1]
    id: Id
    """Names the questionnaire in saved answer sheets."""
    title: Sentence
    basis: Sentence
    """What the points rest on, said with every result."""
    undecided_ratio: Annotated[float, Field(ge=1, le=10)]
    """The leader is named when its share is at least this many times the next one's."""
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]

    def question(self, question_id: str) -> Question:
        """Return the question with this id; KeyError where there is none."""
        return {question.id: question for question in self.questions}[question_id]
