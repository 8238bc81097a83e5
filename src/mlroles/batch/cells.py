"""What somebody meant by a cell: ids or texts of answers, numbers or letters of the printed form.

A cell is read only where all of its words belong to answers: nothing is guessed. What stands
between several answers does not matter, so that an answer's own commas do no harm.
"""

import re
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import cached_property
from string import ascii_uppercase
from typing import Final

from mlroles.batch.rows import Cell
from mlroles.quiz.editions import Asked
from mlroles.text import normal_words, quoted, words

NOT_ANSWERED: Final = frozenset(
    {
        "n a", "na", "nan", "null", "nil", "blank", "empty", "missing", "skipped",
        "not answered", "no answer", "no response",
        "not applicable", "prefer not to say", "prefer not to answer", "rather not say",
        "not stated", "unanswered", "keine angabe", "k a", "sans réponse", "sin respuesta",
        "geen antwoord",
    }
)  # fmt: skip
"""Cells in which people say that they gave no answer, as words in small letters."""

TICKED: Final = frozenset(
    {"1", "1 0", "yes", "y", "true", "x", "checked", "selected", "ticked", "on", "ja", "wahr",
     "oui", "vrai", "sí", "si", "verdadero", "sì", "vero", "sim", "verdadeiro", "waar", "tak",
     *"✓✔☑☒✅+●■"}
)  # fmt: skip
"""What stands in a column of a single answer where it was given."""

NOT_TICKED: Final = frozenset(
    {"0", "0 0", "no", "n", "false", "unchecked", "not selected", "unticked", "off", "nein",
     "falsch", "non", "faux", "falso", "não", "nee", "onwaar", "nie", *"☐○□"}
)  # fmt: skip
"""What stands there where it was not."""

UNTICKED_BOX: Final = re.compile(r"(?:☐|\[ ?\])[^☐☑☒✓✔✅■\[]*")
"""An empty box in a cell that lists all answers, and the answer behind it; a circle is mostly what
stands before each item of a list.
"""

TICKED_BOX: Final = re.compile(r"\[[xX]\]")
"""A ticked box as it is typed."""

ESCAPED: Final = re.compile("_x00[01][0-9A-Fa-f]_")
"""A control character, as spreadsheets write it down: mostly a carriage return."""

CODE: Final = re.compile(r"(?:A|AO|SQ)[0-9]+")
"""What survey tools write for an answer where they export codes in place of texts."""

CUT: Final = 255
"""Characters after which some programs cut a cell off."""

NOTHING: Final = re.compile(r"[\s;,./|?_'\"()\[\]{}\u2010-\u2015-]*")
"""What may stand in a cell that says nothing."""

BETWEEN: Final = frozenset({"and", "und", "et", "y", "e", "en", "och", "og", "i"})
"""Words that may stand between two answers."""

NEAR: Final = 0.3
"""How alike (Ratcliff and Obershelp, 0 to 1) an answer must be to be named as the nearest."""

LONGEST: Final = 5_000
"""Characters of the longest cell that is looked into: more than all answers of a question."""


class WrongCellError(ValueError):
    """A cell that does not answer its question; says why."""


def labels(asked: Asked) -> tuple[str, ...]:
    """Return what stands before each answer on the printed form: letters, or numbers.

    Numbers where a letter would be an answer's own name, as C is that of a language.
    """
    answers = asked.question.answers if asked.question else asked.answers
    letters = ascii_uppercase[: len(answers)]
    named = (normal_words(name) for _, names in asked.answers for name in names)
    single = {name for name in named if len(name) == 1}
    if single & set(letters.casefold()):
        return tuple(str(number) for number in range(1, len(answers) + 1))
    return tuple(letters)


class CellReader:
    """Reads the cells under one question."""

    def __init__(self, asked: Asked) -> None:
        self._asked = asked

    @cached_property
    def _known(self) -> Mapping[tuple[str, ...], str]:
        """The answers' ids by the words of their ids and texts."""
        found: dict[tuple[str, ...], str] = {}
        for answer_id, names in self._asked.answers:
            for name in names:
                found.setdefault(words(name), answer_id)
        found.pop((), None)
        # "B) A report": what the form prints is typed in whole; "A report (2)" with its number.
        marked = {
            both: answer_id
            for own, answer_id in found.items()
            for mark, each in self._labels.items()
            if each == answer_id
            for both in ((mark, *own), (*own, mark))
        }
        return marked | found

    @cached_property
    def _beginning(self) -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
        """What is known that begins with a word, the longest first."""
        found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for own, answer_id in sorted(self._known.items(), key=lambda each: -len(each[0])):
            found.setdefault(own[0], []).append((own, answer_id))
        return found

    @cached_property
    def _labels(self) -> Mapping[str, str]:
        """The answers' ids by their letters and numbers on the printed form."""
        ids = [answer_id for answer_id, _ in self._asked.answers]
        marks = [each.casefold() for each in labels(self._asked)]
        numbers = map(str, range(1, len(ids) + 1))
        return {**dict(zip(numbers, ids, strict=False)), **dict(zip(marks, ids, strict=False))}

    def read(self, cell: Cell) -> tuple[str, ...]:
        """Return the ids of the answers in a cell, none where it says that there is none.

        Raises WrongCellError where any of it is no answer to the question.
        """
        if isinstance(cell, str):
            return self._read(cell)
        return tuple(answer for each in cell for answer in self._read(each))

    def ticked(self, cell: Cell, answer_id: str) -> bool:
        """Say whether a cell in the column of a single answer says that it was given."""
        text = cell if isinstance(cell, str) else " ".join(cell)
        said = normal_words(text[:LONGEST]) or text.strip()
        if said in NOT_TICKED or says_nothing(text[:LONGEST]):
            return False
        if said in TICKED or self._known.get(tuple(said.split())) == answer_id:
            return True
        raise WrongCellError(f"{quoted(text)} does not say whether {quoted(answer_id)} was chosen")

    def _read(self, text: str) -> tuple[str, ...]:
        if len(text) > LONGEST:
            raise WrongCellError(f"the cell holds more than {LONGEST:,} characters")
        text = TICKED_BOX.sub(" ", UNTICKED_BOX.sub(" ", ESCAPED.sub(" ", text)))
        said = words(text)
        found = self._tiled(said)
        if found is None and says_nothing(text):
            return ()
        if found is None and said:
            found = self._labelled(said)
        if found is None:
            raise WrongCellError(self._unknown(text))
        return found

    def _tiled(self, said: tuple[str, ...]) -> tuple[str, ...] | None:
        """Return the answers whose words, one after the other, are all that was said."""
        # What follows from each place on.
        ends: list[tuple[str, ...] | None] = [*[None] * len(said), ()]
        for start in range(len(said) - 1, -1, -1):
            for own, answer in self._beginning.get(said[start], ()):
                end = start + len(own)
                if said[start:end] == own and (rest := ends[end]) is not None:
                    ends[start] = (answer, *rest)
                    break
            if start and ends[start] is None and said[start] in BETWEEN:
                ends[start] = ends[start + 1] or None
        return ends[0] if said else None

    def _labelled(self, said: Sequence[str]) -> tuple[str, ...] | None:
        """Return the answers by their letters or numbers; 2.0 is how a spreadsheet writes 2."""
        marks = said[:1] if len(said) == 2 and said[1] == "0" else said  # noqa: PLR2004
        found = [self._labels.get(each) for each in marks]
        return None if None in found else tuple(each for each in found if each is not None)

    def _unknown(self, text: str) -> str:
        """Say which part of a cell is no answer, and which answer comes nearest to it."""
        part = next(
            (each for each in _parts(text) if self._tiled(words(each)) is None), text
        ).strip()
        names = {normal_words(name): name for _, own in self._asked.answers for name in own}
        near = get_close_matches(normal_words(part), names, 1, NEAR)
        said = f"there is no answer {quoted(part)}"
        if CODE.fullmatch(part):
            return f"{said}, which is a code: export the texts of the answers"
        if len(text) == CUT:
            return f"{said}; the cell is cut off after {CUT} characters"
        return f"{said}; the nearest is {quoted(names[near[0]])}" if near else said


def says_nothing(text: str) -> bool:
    """Say whether a cell says that there is no answer."""
    said = words(text)
    return " ".join(said) in NOT_ANSWERED if said else bool(NOTHING.fullmatch(text))


def _parts(text: str) -> list[str]:
    """Return what a cell joins, by the strongest separator that stands in it."""
    for sign in ("\n", ";", "|", ", "):
        if sign in text:
            return [each for each in text.split(sign) if each.strip()]
    return [text]
