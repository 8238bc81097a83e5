"""The shapes of ``questionnaire.json``.

Points are natural-log units: an answer's points are added to each role's sum, and the shares
are the softmax of the sums. A half is a part of the questionnaire that is scored by itself as
well; the points of a measured half come from counts, the others' from claims. What must hold
between the parts is in ``quiz.check``.
"""

from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from mlroles.datafile.model import Count as Number
from mlroles.datafile.model import Id, Mean, Model, Sentence, Share

Points = dict[Id, Annotated[float, Field(ge=-10, le=10)]]
"""Points by role id, in natural-log units; every role of the catalogue is named."""


class Count(Model):
    """How many people of a role were asked, and how many of them gave the answer."""

    asked: Number
    """How many people of the role were asked."""
    ticked: Number
    """How many of those asked gave the answer."""


class Answer(Model):
    """One answer that can be given; its points rest on claims or on counts."""

    id: Id
    """Its id, which stands in answer sheets."""
    text: Sentence
    """What the person reads."""
    points: Points
    """Points for every role by its id, in natural-log units."""
    claims: tuple[Id, ...] = ()
    """The ids of the claims that the points rest on, where they are a judgement."""
    alone: bool = False
    """Whether it excludes every other answer, as "none of these" does."""
    counts: dict[Id, Count] | None = None
    """By role id, the people behind the points; None where the points are a judgement."""
    survey: tuple[Sentence, ...] | None = None
    """The texts of the survey that mean this answer, any of which is enough; None without a
    survey.
    """


class Routed(Model):
    """An earlier answer in the survey after which the question was not shown.

    It stands for the answer that is given alone: "none of these".
    """

    question: Sentence
    """The number of that earlier question in the survey."""
    answer: Sentence
    """The text of that earlier answer."""


class SurveyQuestion(Model):
    """Where a question stands in the survey of its half."""

    question: Sentence
    """The number of the question in the survey."""
    routed: tuple[Routed, ...] = ()
    """Earlier answers after which it was not shown, each meaning the answer given alone."""


class Question(Model):
    """One question of the quiz."""

    id: Id
    """Its id, which stands in answer sheets."""
    half: Id
    """The id of the half that it belongs to."""
    text: Sentence
    """What the person reads."""
    why: Sentence
    """Why a person is asked this."""
    pick: Literal["one", "several"] = "one"
    """Whether one answer may be given, or several."""
    base: Points | None = None
    """Points by role id that are added once the question is answered, whatever the answer, so
    that the average answer adds nothing; None for no points.
    """
    survey: SurveyQuestion | None = None
    """Where it stands in the survey of its half; None where it stands in none."""
    answers: Annotated[tuple[Answer, ...], Field(min_length=2, max_length=12)]
    """The answers that can be given."""

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
    """When a half may stop early."""

    asked: Annotated[int, Field(ge=1, le=1000)]
    """How many of its questions have to be answered first."""
    top_share: Share
    """How large the top share has to be."""


class Band(Model):
    """People whose top share lies in one range: how many, and how many of them are right."""

    low: Share
    """The lowest top share."""
    high: Share
    """The highest top share."""
    people: Number
    """How many people there are."""
    right: Share
    """The part of them who hold the title of the role in the lead, every role counting alike."""


class Measured(Model):
    """What is known of a half from people who were not used to set its points."""

    source: Id
    """The id of the survey in `sources.json`."""
    people: dict[Id, Number]
    """By role id, how many people the points rest on."""
    balanced_accuracy: Share
    """How often the leader is the title held, every role counting alike."""
    auc: Share
    """The area under the ROC curve, one role against one, on average."""
    log_loss: Mean
    """The mean of −ln of the share of the title held, in nats, under an equal prior."""
    ece: Share
    """The expected calibration error of the top share, over 15 bins."""
    mean_asked: Mean
    """How many questions are asked on average when the half stops early."""
    same_leader: Share
    """How often the leader is then that of all its questions."""
    stop: tuple[Stop, ...]
    """The rules for stopping early, in the order of `asked`."""
    likely_left: tuple[Mean, ...]
    """How many questions are left on average after 0, 1, 2 … of them."""
    bands: tuple[Band, ...]
    """By the share of the leader, how often it is right."""
    confusion: dict[Id, dict[Id, Share]]
    """For each title held, by role id, how often each role leads."""


class Half(Model):
    """A part of the questionnaire that is scored by itself as well."""

    id: Id
    """Its id, by which questions name it."""
    title: Sentence
    """Its heading."""
    basis: Sentence
    """What its points rest on, said with every result."""
    note: Sentence | None = None
    """What a person should know before answering it, and may skip it for; None for nothing."""
    measured: Measured | None = None
    """What is known from people not used to set the points; None where nothing is."""


class Questionnaire(Model):
    """The questions of the quiz, in halves, with the points of every answer."""

    schema_version: Literal[1]
    """The version of the file's shape, now 1."""
    id: Id
    """The name of the questionnaire in answer sheets."""
    title: Sentence
    """The heading of the quiz."""
    undecided_ratio: Annotated[float, Field(ge=1, le=10)]
    """A leader is named alone when its share is at least this many times the next one's."""
    halves: Annotated[tuple[Half, ...], Field(min_length=1)]
    """The parts of the questionnaire; one is enough."""
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    """The questions in the order of asking; those of a half stand together."""

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
