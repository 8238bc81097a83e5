"""What must hold between the parts of a questionnaire, and between it and the catalogue."""

import math
from collections.abc import Iterator, Mapping
from itertools import groupby

from mlroles.datafile.references import References, duplicates
from mlroles.errors import Problem
from mlroles.quiz.models import Answer, Count, Half, Points, Question, Questionnaire
from mlroles.roles.catalogue import Catalogue
from mlroles.text import quoted

FILE = "questionnaire.json"
"""The file's name in a catalogue's directory."""

TOLERANCE = 1e-6
"""How far from 0 a sum or an average of points may be and still count as 0."""

ROUNDING = 0.05
"""The same for the average answer of a measured question, whose points are rounded one by one."""


def questionnaire_problems(questionnaire: Questionnaire, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield everything that does not hold together, in the file's order; nothing when all does.

    Ids are unique; every answer gives points to exactly the catalogue's roles, and they sum to 0;
    each question's points are centred, so that the average answer favours nobody; every answer
    rests on claims that exist or on counts; halves and questions fit.
    """
    return _Check(questionnaire, catalogue).problems()


class _Check:
    """Yields the problems of one questionnaire."""

    def __init__(self, questionnaire: Questionnaire, catalogue: Catalogue) -> None:
        self._questionnaire = questionnaire
        self._catalogue = catalogue
        self._refer = References(FILE)
        self._roles = tuple(role.id for role in catalogue.roles)

    def problems(self) -> Iterator[Problem]:
        halves = self._questionnaire.halves
        yield from duplicates(
            FILE, ((f"$.halves[{n}].id", each.id) for n, each in enumerate(halves))
        )
        for number, half in enumerate(halves):
            yield from self._half(half, f"$.halves[{number}]")
        questions = self._questionnaire.questions
        named = ((f"$.questions[{n}].id", each.id) for n, each in enumerate(questions))
        yield from duplicates(FILE, named)
        belongs = ((f"$.questions[{n}].half", each.half) for n, each in enumerate(questions))
        yield from self._refer.unknown("half", belongs, [half.id for half in halves])
        order = [each.half for each in questions]
        starts = [half for half, _ in groupby(order)]
        if len(starts) > len(set(starts)):
            message = "the questions of a half do not stand together"
            yield Problem(FILE, "$.questions", message, "put them one after the other")
        for number, question in enumerate(questions):
            yield from self._question(question, f"$.questions[{number}]")

    def _half(self, half: Half, path: str) -> Iterator[Problem]:
        if all(question.half != half.id for question in self._questionnaire.questions):
            yield Problem(FILE, path, f"the half {quoted(half.id)} has no question", "add one")
        if half.measured is None:
            return
        path = f"{path}.measured"
        source = [(f"{path}.source", half.measured.source)]
        yield from self._refer.unknown("source", source, self._catalogue.source)
        yield from self._each_role(half.measured.people, f"{path}.people")
        yield from self._each_role(half.measured.confusion, f"{path}.confusion")
        for role, row in half.measured.confusion.items():
            yield from self._each_role(row, f"{path}.confusion.{role}")

    def _question(self, question: Question, path: str) -> Iterator[Problem]:
        answers = enumerate(question.answers)
        yield from duplicates(FILE, ((f"{path}.answers[{n}].id", each.id) for n, each in answers))
        if question.base is not None:
            yield from self._points(question.base, f"{path}.base")
        for place, answer in enumerate(question.answers):
            yield from self._answer(answer, f"{path}.answers[{place}]")
        alone = [answer.id for answer in question.answers if answer.alone]
        if alone and (question.pick == "one" or len(alone) > 1):
            message = f"{', '.join(alone)} cannot be an answer given alone"
            expected = "one at most, where several answers may be picked"
            yield Problem(FILE, f"{path}.answers", message, expected)
        yield from self._uncentred(question, f"{path}.answers")

    def _answer(self, answer: Answer, path: str) -> Iterator[Problem]:
        yield from self._points(answer.points, f"{path}.points")
        cited = ((f"{path}.claims[{n}]", claim) for n, claim in enumerate(answer.claims))
        yield from self._refer.unknown("claim", cited, self._catalogue.claims)
        if not answer.claims and answer.counts is None:
            yield Problem(FILE, path, "the points rest on nothing", "give claims, or counts")
        for role, count in (answer.counts or {}).items():
            if count.ticked > count.asked:
                message = f"{count.ticked} gave the answer, {count.asked} were asked"
                yield Problem(FILE, f"{path}.counts.{role}", message, "no more than were asked")
        if answer.counts is not None:
            yield from self._each_role(answer.counts, f"{path}.counts")

    def _points(self, points: Points, path: str) -> Iterator[Problem]:
        yield from self._each_role(points, path)
        total = math.fsum(points.values())
        if abs(total) > TOLERANCE:
            message = f"the points sum to {total:g}"
            yield Problem(FILE, path, message, "they sum to 0 over the roles")

    def _each_role(self, named: Mapping[str, object], path: str) -> Iterator[Problem]:
        """Yield a problem for each role of the catalogue not named, and each named that is none."""
        for role in self._roles:
            if role not in named:
                yield Problem(FILE, path, f"the role {quoted(role)} is missing", "name every role")
        yield from self._refer.unknown(
            "role", ((f"{path}.{role}", role) for role in named), self._roles
        )

    def _uncentred(self, question: Question, path: str) -> Iterator[Problem]:
        """Yield a problem for each role that the average answer favours or not.

        The average is over the people counted, where there are counts, every role counting
        alike; else over the answers.
        """
        places = len(question.answers)
        counts = [answer.counts for answer in question.answers if answer.counts is not None]
        if len(counts) == places:
            weights = [_rate(each) for each in counts]
            tolerance, over = ROUNDING, "the people counted"
        elif question.pick == "one":
            weights = [1 / places] * places
            tolerance, over = TOLERANCE, "the answers of a question"
        else:
            return
        base = question.base or {}
        for role in self._roles:
            added = (
                weight * answer.points.get(role, 0.0)
                for weight, answer in zip(weights, question.answers, strict=True)
            )
            total = math.fsum([base.get(role, 0.0), *added])
            if abs(total) > tolerance:
                message = f"the points of {quoted(role)} are {total:g} on average over {over}"
                yield Problem(FILE, path, message, "each role's points are 0 on average there")


def _rate(counts: Mapping[str, Count]) -> float:
    """Return the part of those asked who gave the answer, every role counting alike."""
    return math.fsum(each.ticked / max(1, each.asked) for each in counts.values()) / max(
        1, len(counts)
    )
