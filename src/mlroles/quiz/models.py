"""The shapes of ``questionnaire.json``.

Points are natural-log units: an answer's points are added to each role's sum, and the shares
are the softmax of the sums. A half is a part of the questionnaire that is scored by itself as
well; the points of a measured half come from counts, the others' from claims. What must hold
between the parts is in ``quiz.check``.
"""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from mlroles.datafile.model import Id, Model, Sentence

Points = dict[Id, Annotated[float, Field(ge=-10, le=10)]]
"""Points by role id, in natural-log units; every role of the catalogue is named."""


Share = Annotated[float, Field(ge=0, le=1)]
Number = Annotated[int, Field(ge=0)]


class Count(Model):
    """How many people of a role were asked, and how many of them gave the answer."""

    asked: Number
    ticked: Number


class Answer(Model):
    """One answer that can be given; its points rest on ``claims`` or on ``counts``.

    ``alone``: it excludes every other answer, as "none of these" does. ``survey`` holds the
    texts that stand for it in the survey of its half; ticking any of them is this answer.
    """

    id: Id
    text: Sentence
    points: Points
    claims: tuple[Id, ...] = ()
    alone: bool = False
    counts: dict[Id, Count] | None = None
    survey: tuple[Sentence, ...] | None = None


class Routed(Model):
    """An earlier answer in the survey after which the question was not shown.

    It stands for the answer that is given alone: "none of these".
    """

    question: Sentence
    answer: Sentence


class SurveyQuestion(Model):
    """Where a question stands in the survey of its half."""

    question: Sentence
    routed: tuple[Routed, ...] = ()


class Question(Model):
    """One question; ``pick`` says whether one answer may be given or several.

    ``base`` holds points that are added once the question is answered, whatever the answer: it
    makes the average answer add nothing where several may be given.
    """

    id: Id
    half: Id
    text: Sentence
    why: Sentence
    """Why a person is asked this."""
    pick: Literal["one", "several"] = "one"
    base: Points | None = None
    survey: SurveyQuestion | None = None
    answers: Annotated[tuple[Answer, ...], Field(min_length=2, max_length=12)]

    def allows(self, answer_ids: Sequence[str]) -> bool:
        """Say whether these answers, different and each of this question, may be given together."""
        alone = any(each.alone for each in self.answers if each.id in answer_ids)
        return len(answer_ids) == 1 or (self.pick == "several" and not alone)

    def answer(self, answer_id: str) -> Answer:
        """Return the answer of that id; KeyError where there is none."""
        for each in self.answers:
            if each.id == answer_id:
                return each
        raise KeyError(answer_id)


class Stop(Model):
    """After ``asked`` questions, stop when the top share is at least ``top_share``."""

    asked: Annotated[int, Field(ge=1)]
    top_share: Share


class Band(Model):
    """People whose top share lies from ``low`` to ``high``: how many, and how many are right."""

    low: Share
    high: Share
    people: Number
    right: Share
    """The part of them who hold the title of the role in the lead, every role counting alike."""


class Measured(Model):
    """What is known of a half from people who were not used to set its points."""

    source: Id
    people: dict[Id, Number]
    """How many people of each role the points rest on."""
    balanced_accuracy: Share
    auc: Share
    log_loss: Annotated[float, Field(ge=0)]
    """Nats, under an equal prior."""
    ece: Share
    mean_asked: Annotated[float, Field(ge=0)]
    """Questions asked on average when the half stops early."""
    same_leader: Share
    """How often the answer is then that of all its questions."""
    stop: tuple[Stop, ...]
    likely_left: tuple[Annotated[float, Field(ge=0)], ...]
    """Questions left on average after 0, 1, 2 … of them."""
    bands: tuple[Band, ...]
    confusion: dict[Id, dict[Id, Share]]
    """For each title held, how often each role leads."""


class Half(Model):
    """A part of the questionnaire; ``measured`` is None where nothing measures it."""

    id: Id
    title: Sentence
    basis: Sentence
    """What its points rest on, said with every result."""
    note: Sentence | None = None
    """What a person should know before answering it, and may skip it for."""
    measured: Measured | None = None


class Questionnaire(Model):
    """``questionnaire.json``."""

    schema_version: Literal[1]
    id: Id
    """Names the questionnaire in saved answer sheets."""
    title: Sentence
    undecided_ratio: Annotated[float, Field(ge=1, le=10)]
    """The leader is named when its share is at least this many times the next one's."""
    halves: Annotated[tuple[Half, ...], Field(min_length=1)]
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    """In the order of asking: the questions of a half stand together."""

    @property
    def fingerprint(self) -> str:
        """Eight digits that tell the questions and their answers from those of another edition."""
        from hashlib import sha256

        ids = [[each.id, each.pick, *(a.id for a in each.answers)] for each in self.questions]
        return sha256(repr(ids).encode()).hexdigest()[:8]

    def question(self, question_id: str) -> Question:
        """Return the question of that id; KeyError where there is none."""
        for each in self.questions:
            if each.id == question_id:
                return each
        raise KeyError(question_id)

    def only(self, halves: tuple[str, ...]) -> "Questionnaire":
        """Return the questionnaire with these halves alone (ids; all where none is given)."""
        kept = tuple(half for half in self.halves if half.id in (halves or (half.id,)))
        ids = {half.id for half in kept}
        questions = tuple(each for each in self.questions if each.half in ids)
        return self.model_copy(update={"halves": kept, "questions": questions})
