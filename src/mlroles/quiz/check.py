"""What must hold between the parts of a questionnaire, and between it and the catalogue."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from mlroles.datafile.references import References, duplicates
from mlroles.errors import Problem
from mlroles.quiz.models import Answer, Count, Half, Measured, Points, Question, Questionnaire, Stop
from mlroles.roles.catalogue import Catalogue
from mlroles.text import quoted

FILE = "questionnaire.json"
"""The file's name in a catalogue's directory."""

TOLERANCE = 1e-6
"""How far from 0 a sum or an average of points may be and still count as 0."""

ROUNDING = 0.05
"""The same for the average answer of a measured question, whose points are rounded one by one."""

UNDECIDED = "undecided"
"""What people are told who are told no column alone."""


def questionnaire_problems(questionnaire: Questionnaire, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield everything that does not hold together, in the file's order; nothing when all does.

    Ids are unique; its roles are roles of the catalogue, which may have more; every answer gives
    points to exactly the columns of its half, and they sum to 0; each question's points are
    centred, so that the average answer favours nobody; every answer rests on claims that exist or
    on counts, or says that none fits; halves and questions fit.
    """
    return _Check(questionnaire, catalogue).problems()


class _Check:
    """Yields the problems of one questionnaire."""

    def __init__(self, questionnaire: Questionnaire, catalogue: Catalogue) -> None:
        self._questionnaire = questionnaire
        self._catalogue = catalogue
        self._refer = References(FILE)
        self._roles = questionnaire.roles
        self._columns = {half.id: questionnaire.columns(half) for half in questionnaire.halves}
        self._measured = {half.id for half in questionnaire.halves if half.measured}

    def problems(self) -> Iterator[Problem]:
        yield from self._roles_of_catalogue()
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
        earlier = self._questionnaire.earlier
        yield from duplicates(
            FILE, ((f"$.earlier[{n}].id", each.id) for n, each in enumerate(earlier))
        )
        now = ((f"$.earlier[{n}].now", each.now) for n, each in enumerate(earlier) if each.now)
        yield from self._refer.unknown("question", now, [question.id for question in questions])
        for number, question in enumerate(questions):
            yield from self._question(question, f"$.questions[{number}]")

    def _roles_of_catalogue(self) -> Iterator[Problem]:
        known = [role.id for role in self._catalogue.roles]
        named = [(f"$.roles[{n}]", role) for n, role in enumerate(self._roles)]
        yield from duplicates(FILE, named)
        yield from self._refer.unknown("role", named, known)
        places = [known.index(role) for role in self._roles if role in known]
        if places != sorted(places):
            message = "the roles do not stand in the order of the catalogue"
            yield Problem(FILE, "$.roles", message, "give them that order")

    def _half(self, half: Half, path: str) -> Iterator[Problem]:
        own = [each.id for each in self._questionnaire.questions if each.half == half.id]
        if not own:
            yield Problem(FILE, path, f"the half {quoted(half.id)} has no question", "add one")
        if (half.lean is None) == (half.measured is None):
            message = f"the half {quoted(half.id)} has not one of lean and measured"
            yield Problem(FILE, path, message, "give it exactly one of them")
        if half.lean is not None and half.lean.leans > half.lean.clearly:
            message = f"{half.lean.leans:g} is more than {half.lean.clearly:g} for clearly"
            yield Problem(FILE, f"{path}.lean.leans", message, "at most that")
        if half.measured is not None:
            yield from self._what_is_measured(half, half.measured, own, f"{path}.measured")

    def _what_is_measured(
        self, half: Half, measured: Measured, own: Sequence[str], path: str
    ) -> Iterator[Problem]:
        columns, roles = self._columns[half.id], self._roles
        source = [(f"{path}.source", measured.source)]
        yield from self._refer.unknown("source", source, self._catalogue.source)
        yield from self._beside(measured, f"{path}.beside")
        yield from self._each(columns, measured.people, f"{path}.people")
        yield from self._each(roles, measured.confusion, f"{path}.confusion")
        for role, row in measured.confusion.items():
            yield from self._each(roles, row, f"{path}.confusion.{role}")
        if measured.stop is not None:
            yield from self._stop(measured.stop, own, f"{path}.stop.moves")
        for number, told in enumerate(measured.told):
            at = f"{path}.told[{number}]"
            if told.role is not None:
                yield from self._refer.unknown("role", [(f"{at}.role", told.role)], columns)
            named = ((f"{at}.told.{each}", each) for each in told.told)
            yield from self._refer.unknown("role", named, (*columns, UNDECIDED))

    def _beside(self, measured: Measured, path: str) -> Iterator[Problem]:
        taken = [("$.roles", role) for role in dict.fromkeys(self._roles)]
        named = [(f"{path}[{n}].id", each.id) for n, each in enumerate(measured.beside)]
        yield from duplicates(FILE, [*taken, *named])
        none = [each.id for each in measured.beside if each.none]
        if len(none) > 1:
            message = f"{', '.join(none)} all stand for other work"
            yield Problem(FILE, path, message, "one at most")

    def _stop(self, stop: Stop, own: Sequence[str], path: str) -> Iterator[Problem]:
        yield from self._each(own, stop.moves, path, "question")
        for question, moves in stop.moves.items():
            yield from self._each(self._roles, moves, f"{path}.{question}")
            for held, by_leader in moves.items():
                yield from self._each(self._roles, by_leader, f"{path}.{question}.{held}")
                for ahead, behind in by_leader.items():
                    others = [role for role in self._roles if role != ahead]
                    yield from self._each(others, behind, f"{path}.{question}.{held}.{ahead}")

    def _question(self, question: Question, path: str) -> Iterator[Problem]:
        columns = self._columns.get(question.half, self._roles)
        answers = enumerate(question.answers)
        yield from duplicates(FILE, ((f"{path}.answers[{n}].id", each.id) for n, each in answers))
        if question.base is not None:
            yield from self._points(columns, question.base, f"{path}.base")
        for place, answer in enumerate(question.answers):
            yield from self._answer(question, answer, f"{path}.answers[{place}]")
        alone = [answer.id for answer in question.answers if answer.alone]
        if alone and (question.pick == "one" or len(alone) > 1):
            message = f"{', '.join(alone)} cannot be an answer given alone"
            expected = "one at most, where several answers may be picked"
            yield Problem(FILE, f"{path}.answers", message, expected)
        yield from self._uncentred(question, columns, f"{path}.answers")

    def _answer(self, question: Question, answer: Answer, path: str) -> Iterator[Problem]:
        columns = self._columns.get(question.half, self._roles)
        yield from self._points(columns, answer.points, f"{path}.points")
        cited = ((f"{path}.claims[{n}]", claim) for n, claim in enumerate(answer.claims))
        yield from self._refer.unknown("claim", cited, self._catalogue.claims)
        if answer.none and question.pick == "several" and not answer.alone:
            message = f"{quoted(answer.id)} says that none fits, and goes with others"
            yield Problem(FILE, path, message, "set alone as well")
        if answer.none and question.half not in self._measured:
            if any(answer.points.values()):
                message = f"{quoted(answer.id)} says that none fits, and gives points"
                yield Problem(FILE, f"{path}.points", message, "0 for every role")
        elif not answer.claims and answer.counts is None:
            yield Problem(FILE, path, "the points rest on nothing", "give claims, or counts")
        for column, count in (answer.counts or {}).items():
            if count.ticked > count.asked:
                message = f"{count.ticked} gave the answer, {count.asked} were asked"
                yield Problem(FILE, f"{path}.counts.{column}", message, "no more than were asked")
        if answer.counts is not None:
            yield from self._each(columns, answer.counts, f"{path}.counts")
        asked = {each.question for each in question.survey}
        for number, each in enumerate(answer.survey):
            if each.question not in asked:
                message = f"the question does not take from {quoted(each.question)}"
                expected = "name it in the survey of the question"
                yield Problem(FILE, f"{path}.survey[{number}].question", message, expected)

    def _points(self, columns: Sequence[str], points: Points, path: str) -> Iterator[Problem]:
        yield from self._each(columns, points, path)
        total = math.fsum(points.values())
        if abs(total) > TOLERANCE:
            message = f"the points sum to {total:g}"
            yield Problem(FILE, path, message, "they sum to 0 over the roles")

    def _each(
        self, wanted: Iterable[str], named: Mapping[str, object], path: str, what: str = "role"
    ) -> Iterator[Problem]:
        """Yield a problem for each id wanted that is not named, and each named that is not."""
        wanted = tuple(wanted)
        for each in wanted:
            if each not in named:
                message = f"the {what} {quoted(each)} is missing"
                yield Problem(FILE, path, message, f"name every {what}")
        yield from self._refer.unknown(what, ((f"{path}.{each}", each) for each in named), wanted)

    def _uncentred(
        self, question: Question, columns: Sequence[str], path: str
    ) -> Iterator[Problem]:
        """Yield a problem for each column that the average answer favours or not.

        The average is over the people counted, where there are counts, every column counting
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
        for column in columns:
            added = (
                weight * answer.points.get(column, 0.0)
                for weight, answer in zip(weights, question.answers, strict=True)
            )
            total = math.fsum([base.get(column, 0.0), *added])
            if abs(total) > tolerance:
                message = f"the points of {quoted(column)} are {total:g} on average over {over}"
                yield Problem(FILE, path, message, "each role's points are 0 on average there")


def _rate(counts: Mapping[str, Count]) -> float:
    """Return the part of those asked who gave the answer, every column counting alike."""
    return math.fsum(each.ticked / max(1, each.asked) for each in counts.values()) / max(
        1, len(counts)
    )
