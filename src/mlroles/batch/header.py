"""What the columns of a table are: questions, single answers, the person's id, or anything else."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property
from itertools import groupby, takewhile
from typing import Final, NamedTuple

from mlroles.batch.rows import ID, MOST_GUESSED, joined
from mlroles.errors import SheetError
from mlroles.quiz.editions import Asked, by_name
from mlroles.suggest import closest
from mlroles.text import normal_words, quoted, words

LONGEST: Final = 2000
"""Characters of the longest heading that is looked into: more than a question and an answer."""


ALIKE: Final = 0.8
"""How alike (Ratcliff and Obershelp, 0 to 1) a heading and an id are that differ by a slip."""


SHORTEST_CUT: Final = 25
"""Characters of the shortest heading that may be the beginning of a question's text, cut off."""

MOST_NUMBERS: Final = 4
"""Words of a number or a code before a question, as in "Question 3 (Q3)"."""

_NUMBER: Final = re.compile(
    r"\d+|[a-z]{1,3}\d+(?:[a-z]{1,3}\d+)*|q|question|item|frage|pregunta|vraag|domanda|nr|no|pytanie"
)
"""A word that numbers a question: 3, Q3, G01Q03, Question."""

_ADDED: Final = frozenset(
    {("required",), ("selected", "choice"), ("choice",), ("response",), ("pflichtfrage",)}
)
"""What tools write after a question, or between it and an answer."""

_CODED: Final = re.compile(r"(?i)\[SQ\d+\]\Z|\AQ\d+(?:_\d+)?\Z")
"""How LimeSurvey, Qualtrics and others head a column by a code."""

_TWICE: Final = "Delete one of the two columns, or call it by another name."

_QUESTION: Final = frozenset({"question", "question text", "item", "frage", "pregunta", "vraag"})
"""What heads the questions where they stand below one another, as words in small letters."""

_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


class Column(NamedTuple):
    """A column that answers a question.

    ``option`` is the id of the single answer whose column it is; None where it holds any.
    """

    place: int
    asked: Asked
    option: str | None = None


@dataclass(frozen=True)
class Header:
    """The columns of a table, each at its place.

    ``name`` is the place of the column that names the person, None where the row's number does.
    ``carried`` are the places of all columns that are no question; an empty heading is none.
    """

    columns: tuple[str, ...]
    answers: tuple[Column, ...]
    name: int | None
    carried: tuple[int, ...]

    def of(self, question: str) -> tuple[Column, ...]:
        """Return the columns whose answers the question of this id takes."""
        return self._by_question.get(question, ())

    @cached_property
    def _by_question(self) -> Mapping[str, tuple[Column, ...]]:
        found: dict[str, tuple[Column, ...]] = {}
        for each in self.answers:
            if each.asked.question:
                own = each.asked.question.id
                found[own] = (*found.get(own, ()), each)
        return found

    def place(self, name: str) -> int:
        """Return the place of the column called ``name``; raises SheetError where none is."""
        if name in self.columns:
            return self.columns.index(name)
        wanted = normal_words(name)
        for place, column in enumerate(self.columns):
            if wanted and normal_words(column) == wanted:
                return place
        near = closest(name, self.columns, 1)
        raise SheetError(
            f"There is no column {quoted(name)}.",
            f"Did you mean {near[0]}?" if near else "--explain names the columns that there are.",
        )


def understand(columns: Sequence[str], asked: Sequence[Asked]) -> Header:
    """Return what the columns are, by the ids and the texts of the questions ``asked``.

    Raises SheetError where none answers a question, or two answer the same one.
    """
    names = by_name(asked)
    found = [
        column for place, text in enumerate(columns) if (column := column_of(place, text, names))
    ]
    whole = {each.asked.id for each in found if each.option is None}
    # Forms write several answers into one cell and a column each besides: the cell says it all.
    answers = tuple(each for each in found if each.option is None or each.asked.id not in whole)
    used = {each.place for each in found}
    _refuse(columns, answers, used, asked)
    name = next(
        (n for n, each in enumerate(columns) if n not in used and normal_words(each) == ID), None
    )
    carried = tuple(
        n for n, each in enumerate(columns) if n not in used and n != name and each.strip()
    )
    return Header(tuple(columns), answers, name, carried)


def column_of(place: int, text: str, names: Mapping[str, Asked]) -> Column | None:
    """Return the column as a question's or a single answer's; None where it is neither.

    A single answer's column is headed by the question and the answer, whatever stands between.
    Before them may stand a number or the names of groups, as in ``group/question/answer``; a long
    text may be cut.
    """
    head = text[:LONGEST]
    ways = [head]
    if "/" in head:
        ways += [way for part in range(1, MOST_NUMBERS) if (way := _after(head, "/", part))]
    if " " not in head and _HUMP.search(head):
        ways.append(_HUMP.sub(" ", head))
    found = (_column_of(place, words(way), names) for way in ways)
    return next((each for each in found if each), None) or _cut(place, head, names)


def _after(text: str, sign: str, count: int) -> str:
    """Return what stands after so many of a sign; nothing where there are fewer."""
    parts = text.split(sign, count)
    return parts[count] if len(parts) > count else ""


def _cut(place: int, text: str, names: Mapping[str, Asked]) -> Column | None:
    """Return the column of the one question whose text begins so."""
    beginning = normal_words(text) if len(text) >= SHORTEST_CUT else ""
    if len(beginning) < SHORTEST_CUT:
        return None
    found = {each.id: each for name, each in names.items() if name.startswith(beginning)}
    return Column(place, next(iter(found.values()))) if len(found) == 1 else None


def _column_of(place: int, said: tuple[str, ...], names: Mapping[str, Asked]) -> Column | None:
    before = takewhile(_NUMBER.fullmatch, said[:MOST_NUMBERS])  # "3. Where would you …"
    for start in range(1 + sum(1 for _ in before)):
        for end in range(len(said), start, -1):
            asked = names.get(" ".join(said[start:end]))
            if asked is None:
                continue
            rest = said[end:]
            more = (len(each) for each in _ADDED if rest[: len(each)] == each)
            rest = rest[next(more, 0) :]
            if not rest or names.get(" ".join(rest)) is asked:  # its id, and then its text
                return Column(place, asked)
            option = next((key for key, own in asked.answers if rest in map(words, own)), None)
            if option is not None:
                return Column(place, asked, option)
    return None


def _refuse(
    columns: Sequence[str], answers: Sequence[Column], used: set[int], asked: Sequence[Asked]
) -> None:
    """Raise SheetError where the header cannot be what somebody meant."""
    ordered = sorted(answers, key=lambda each: (each.asked.id, each.option or ""))
    twice = [
        f"{quoted(columns[same[1].place])} stands there twice"
        for _, group in groupby(ordered, key=lambda each: (each.asked.id, each.option))
        if len(same := list(group)) > 1
    ]
    there = {each.asked.id for each in answers}
    today = (each for each in asked if each.question and each.question.id == each.id)
    left = [each.id for each in today if each.id not in there]
    others = [text for place, text in enumerate(columns) if place not in used and text.strip()]
    problems = twice + [
        f"the column {quoted(text)} is unknown, {quoted(likely[0])} is missing"
        for text in others[:MOST_GUESSED]
        if (likely := get_close_matches(normal_words(text[:LONGEST]), left, 1, ALIKE))
    ]
    hint = _TWICE if twice and twice == problems else _hint(others)
    if problems:
        raise SheetError(
            f"The header is wrong: {joined(problems)}.",
            hint
            or "Write questions' ids as “mlroles score --template” does, and call other columns "
            "by other names.",
        )
    if not answers:
        seen = ", ".join(quoted(each) for each in others[:3]) or "nothing"
        raise SheetError(
            f"No column is a question of this questionnaire; the header says {seen}.",
            hint
            or "Head columns by questions' ids or texts: “mlroles score --template” writes them.",
        )


def _hint(others: Sequence[str]) -> str:
    """Return what to do where a kind of table is known by the columns that are no questions."""
    if any(_CODED.search(each[:LONGEST]) for each in others):
        return (
            "Columns are headed by codes: export the table with the texts of questions and answers."
        )
    if any(normal_words(each[:LONGEST]) in _QUESTION for each in others):
        return (
            "A person needs a row, and a question a column: turn the table round with a "
            "spreadsheet's Transpose or pivot table."
        )
    return ""
