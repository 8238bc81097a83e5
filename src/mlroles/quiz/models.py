"""The shapes of ``questionnaire.json``.

Points are natural-log units: an answer's points are added to each column's sum, and the shares are
the softmax of the sums. A column is a role, or in a measured half also a job beside the roles that
people of the survey held. A half is a part of the questionnaire that is scored by itself; the
points of a measured half come from counts, the others' from claims. What must hold between the
parts is in ``quiz.check``.
"""

import math
from collections.abc import Sequence
from typing import Annotated, Literal

from pydantic import Field

from mlroles.datafile.model import Count as Number
from mlroles.datafile.model import Id, Mean, Model, Sentence, Share

Points = dict[Id, Annotated[float, Field(ge=-10, le=10)]]
"""Points by the id of a column, in natural-log units; every column of the half is named."""


class Count(Model):
    """How many people of a column were asked, and how many of them gave the answer."""

    asked: Number
    """How many people of the column were asked."""
    ticked: Number
    """How many of those asked gave the answer."""


class SurveyAnswer(Model):
    """An answer in the survey of the half."""

    question: Sentence
    """The number of the question in the survey."""
    text: Sentence
    """The text of the answer there."""


class Answer(Model):
    """One answer that can be given; its points rest on claims or on counts."""

    id: Id
    """Its id, which stands in answer sheets."""
    text: Sentence
    """What the person reads."""
    points: Points
    """Points for every column of the half by its id, in natural-log units."""
    claims: tuple[Id, ...] = ()
    """The ids of the claims that the points rest on, where they are a judgement."""
    alone: bool = False
    """Whether it excludes every other answer, as "none of these" does."""
    none: bool = False
    """Whether it says that none of the others fits; without a survey it then gives no points."""
    counts: dict[Id, Count] | None = None
    """By column id, the people behind the points; None where the points are a judgement."""
    survey: tuple[SurveyAnswer, ...] = ()
    """The answers in the survey that mean this one, any of which is enough; none without one."""


class Routed(Model):
    """An earlier answer in the survey after which the question was not shown.

    It stands for the answer that is given alone: "none of these".
    """

    question: Sentence
    """The number of that earlier question in the survey."""
    answer: Sentence
    """The text of that earlier answer."""


class SurveyQuestion(Model):
    """A question of the survey that a question takes answers from."""

    question: Sentence
    """The number of the question in the survey."""
    routed: tuple[Routed, ...] = ()
    """Earlier answers after which it was not shown, each meaning that nothing in it was given."""


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
    """Points by column id that are added once the question is answered, whatever the answer, so
    that the average answer adds nothing; None for no points.
    """
    survey: tuple[SurveyQuestion, ...] = ()
    """The questions of the survey whose answers it mixes; none where it stands in no survey."""
    answers: Annotated[tuple[Answer, ...], Field(min_length=2, max_length=12)]
    """The answers that can be given."""

    @property
    def none(self) -> frozenset[str]:
        """The ids of the answers that say that none of the others fits."""
        return frozenset(each.id for each in self.answers if each.none)

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


Moves = dict[Id, dict[Id, dict[Id, tuple[Annotated[float, Field(ge=-20, le=20)], Mean]]]]
"""What a question does to a lead: by title held, by the role ahead, by the role behind, the mean
of the points of the one minus those of the other, and the variance.
"""


class Stop(Model):
    """When a half may stop early: when the questions left would hardly change the leader."""

    least: Annotated[int, Field(ge=1, le=1000)]
    """How many of its questions have to be answered first."""
    risk: Share
    """The chance of another leader up to which it stops."""
    moves: dict[Id, Moves]
    """By question id, what answers to it did to the lead of one role over another."""


class Lean(Model):
    """The lead, in points over the next role, from which an unmeasured half says what it says."""

    clearly: Mean
    """From this lead on it says "leans clearly"."""
    leans: Mean
    """From this lead on it says "leans"; below it, "mixed"."""
    random_clearly: Share
    """The part of people answering at random who are told "clearly", in a simulation."""
    slip_clearly: Share
    """The part of people with one slip in four answers who are told "clearly" their role."""
    people: Number
    """How many people of each sort were simulated."""


class Beside(Model):
    """A column beside the roles: a job of which the survey has people, or other work."""

    id: Id
    """Its id, by which points and people name it."""
    title: Sentence
    """Its name on the screen."""
    none: bool = False
    """Whether it stands for people of all other work: none of the columns before."""


class Wide(Model):
    """How well a half tells all its columns apart, on people not used to set its points."""

    balanced_accuracy: Share
    """How often the column in the lead is that of the title held, every column counting alike."""
    auc: Share
    """The area under the ROC curve, one column against one, on average."""
    log_loss: Mean
    """The mean of −ln of the share of the title held, in nats, under an equal prior."""
    ece: Share
    """The expected calibration error of the top share, over 15 bins."""


class Told(Model):
    """What people of one title in the survey are told."""

    title: Sentence
    """The title, as the survey has it."""
    people: Number
    """How many people held it."""
    role: Id | None
    """The id of the column that they were counted to; None where they were counted to none."""
    told: dict[Id, Share]
    """The part of them who are told each column, or "undecided"."""


class Served(Model):
    """How well people of one age are told apart."""

    ages: Sentence
    """The ages, as the survey has them."""
    people: Number
    """How many of these people hold the title of a role and were not used to set the points."""
    balanced_accuracy: Share
    """How often the leader is the title held, every role counting alike."""
    low: Share
    """The lower end of its 95 % interval."""
    high: Share
    """The upper end of it."""


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
    """What is known of a half from people who were not used to set its points.

    Where nothing else is said it is about the roles, with their shares out of one.
    """

    source: Id
    """The id of the survey in `sources.json`."""
    people: dict[Id, Number]
    """By column id, how many people the points rest on."""
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
    stop: Stop | None = None
    """When it stops early; None for never."""
    bands: tuple[Band, ...]
    """By the share of the leader, how often it is right."""
    confusion: dict[Id, dict[Id, Share]]
    """For each title held, by role id, how often each role leads."""
    beside: tuple[Beside, ...] = ()
    """The columns beside the roles."""
    beside_ratio: Annotated[float, Field(ge=1, le=10)] = 2.0
    """A column beside is named where its wide share is at least this many times the best role's."""
    wide: Wide | None = None
    """How well it tells all columns apart; None where there are only roles."""
    told: tuple[Told, ...] = ()
    """What people of each title in the survey are told."""
    ages: tuple[Served, ...] = ()
    """How well people of each age are told apart."""


class Half(Model):
    """A part of the questionnaire that is scored by itself."""

    id: Id
    """Its id, by which questions name it."""
    title: Sentence
    """Its heading."""
    basis: Sentence
    """What its points rest on, said with every result."""
    note: Sentence | None = None
    """What a person should know before answering it, and may skip it for; None for nothing."""
    lean: Lean | None = None
    """The limits of its words; None where it is measured and speaks in percent."""
    measured: Measured | None = None
    """What is known from people not used to set the points; None where nothing is."""

    @property
    def beside(self) -> tuple[Beside, ...]:
        """The columns beside the roles; none where nothing is measured."""
        return self.measured.beside if self.measured else ()


class EarlierAnswer(Model):
    """An answer that could be given to a question of an earlier edition."""

    id: Id
    """Its id in the answer sheets of that time."""
    texts: tuple[Sentence, ...]
    """What the person read, in each wording that there was."""


class Earlier(Model):
    """A question as earlier editions asked it, so that forms of that time are read."""

    id: Id
    """Its id in the answer sheets of that time."""
    texts: tuple[Sentence, ...]
    """What the person read, in each wording that there was."""
    now: Id | None = None
    """The id of the question that takes those of its answers that it has; None for none."""
    answers: Annotated[tuple[EarlierAnswer, ...], Field(min_length=1)]
    """The answers that could be given."""


class Questionnaire(Model):
    """The questions of the quiz, in halves, with the points of every answer."""

    schema_version: Literal[2]
    """The version of the file's shape, now 2."""
    id: Id
    """The name of the questionnaire in answer sheets."""
    title: Sentence
    """The heading of the quiz."""
    roles: Annotated[tuple[Id, ...], Field(min_length=1)]
    """The ids of the roles that it has points for, in the order of the catalogue."""
    undecided_ratio: Annotated[float, Field(ge=1, le=10)]
    """A leader is named alone when its share is at least this many times the next one's."""
    halves: Annotated[tuple[Half, ...], Field(min_length=1)]
    """The parts of the questionnaire; one is enough."""
    questions: Annotated[tuple[Question, ...], Field(min_length=1)]
    """The questions in the order of asking; those of a half stand together."""
    earlier: tuple[Earlier, ...] = ()
    """The questions as earlier editions asked them, where that was otherwise."""

    @property
    def fingerprint(self) -> str:
        """Eight digits that tell the questions and their answers from those of another edition."""
        from hashlib import sha256

        ids = [[each.id, each.pick, *(a.id for a in each.answers)] for each in self.questions]
        return sha256(repr(ids).encode()).hexdigest()[:8]

    def columns(self, half: Half) -> tuple[str, ...]:
        """Return what the answers of a half give points to: the roles, and what is beside them."""
        return self.roles + tuple(each.id for each in half.beside)

    def margin(self, half: Half) -> float:
        """Return the lead, in points, from which a half names one role alone."""
        return half.lean.leans if half.lean else math.log(self.undecided_ratio)

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
