"""Every question that a sheet may answer: those asked now, and those of earlier editions.

A form that went out last year comes back this year. Its answers count where a question of today
takes them, and are passed over, never wrong, where none does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from mlroles.quiz.faults import Fault, faults
from mlroles.quiz.models import Earlier, Question, Questionnaire
from mlroles.text import normal_words, quoted


@dataclass(frozen=True)
class Asked:
    """A question under one id, with all that it is and was called.

    ``names`` are its id and its wordings, ``answers`` the id of each answer with the same, those
    of today first and in the order of the form. ``question`` is the one of today that takes the
    answers; None where none does.
    """

    names: tuple[str, ...]
    answers: tuple[tuple[str, tuple[str, ...]], ...]
    question: Question | None

    @property
    def id(self) -> str:
        """The id of the question."""
        return self.names[0]

    def is_gone(self, answer_id: str) -> bool:
        """Say whether an answer could be given once, and is one of no question today."""
        return answer_id in dict(self.answers) and not self.counted([answer_id])

    def faults(self, answer_ids: Sequence[str]) -> tuple[Fault, ...]:
        """Return why ``answer_ids`` do not answer the question; nothing where they do."""
        if self.question is not None and self.question.id == self.id:
            return faults(self.question, answer_ids)
        known = dict(self.answers)
        expected = f"one of {', '.join(known)}"
        return tuple(
            Fault(f"there is no answer {quoted(each)}", expected, place)
            for place, each in enumerate(answer_ids)
            if each not in known
        )

    def counted(self, answer_ids: Sequence[str]) -> tuple[str, ...]:
        """Return those of the answers that a question of today takes, each once."""
        return tuple(dict.fromkeys([each for each in answer_ids if each in self._today]))

    @cached_property
    def _today(self) -> frozenset[str]:
        """The ids of the answers that a question of today takes."""
        return (
            frozenset(each.id for each in self.question.answers) if self.question else frozenset()
        )


def editions(questionnaire: Questionnaire) -> tuple[Asked, ...]:
    """Return the questions of today, then those that earlier editions asked under other ids."""
    today = {question.id: question for question in questionnaire.questions}
    earlier = {each.id: each for each in questionnaire.earlier}
    now = (_asked(question, earlier.get(question.id)) for question in questionnaire.questions)
    before = (
        Asked((each.id, *each.texts), _answers(each), today.get(each.now or ""))
        for each in questionnaire.earlier
        if each.id not in today
    )
    return (*now, *before)


def joined(question: Question, parts: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """Return what several questions of an earlier edition together answer to the one of today.

    "None of these" of one part gives way to anything that another part names.
    """
    given = {answer for part in parts for answer in part}
    if sum(map(bool, parts)) > 1:
        given = {a.id for a in question.answers if a.id in given and not a.alone} or given
    return tuple(answer.id for answer in question.answers if answer.id in given)


def by_name(asked: Sequence[Asked]) -> Mapping[str, Asked]:
    """Return the questions by id and by text, as words in small letters; those of today first."""
    found: dict[str, Asked] = {}
    for each in asked:
        for name in each.names:
            found.setdefault(normal_words(name), each)
    return found


def _asked(question: Question, earlier: Earlier | None) -> Asked:
    answers = {answer.id: (answer.id, answer.text) for answer in question.answers}
    texts: tuple[str, ...] = ()
    if earlier is not None:
        texts = earlier.texts
        for key, names in _answers(earlier):
            answers[key] = tuple(dict.fromkeys((*answers.get(key, ()), *names)))
    return Asked((question.id, question.text, *texts), tuple(answers.items()), question)


def _answers(earlier: Earlier) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((each.id, (each.id, *each.texts)) for each in earlier.answers)
