"""Asking one question of a person: menus in a terminal, numbered lines elsewhere.

Both kinds of asker answer with the same few values, so that the quiz itself knows neither.
"""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, TextIO, TypeVar

from mlroles.quiz.models import Half, Question
from mlroles.quiz.scorecard import Answers
from mlroles.roles.models import Role

T = TypeVar("T")

Shares = tuple[tuple[Role, float], ...]
"""Each role with its share, in the catalogue's order."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How a half stands so far, for whoever wants to see it while being asked.

    ``ahead`` are the roles that lead, ``shares`` those of every role; empty where nothing measures
    the half, since a share would then say more than is known.
    """

    ahead: tuple[Role, ...]
    shares: Shares = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """Question ``number`` of ``total``; ``at_most`` says that it may be fewer."""

    number: int
    total: int
    at_most: bool = False

    def __str__(self) -> str:
        """Return, for example, "3 of at most 7"."""
        return f"{self.number} of {'at most ' if self.at_most else ''}{self.total}"


@dataclass(frozen=True, slots=True)
class Answered:
    """The person chose these answers: one id, or several where the question allows it."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Skip:
    """The person leaves this question without an answer."""


@dataclass(frozen=True, slots=True)
class Back:
    """The person wants the question before this one again."""


@dataclass(frozen=True, slots=True)
class Quit:
    """The person leaves: by a choice, Ctrl-C, Ctrl-D, or the end of the input."""


Reply = Answered | Skip | Back | Quit


@dataclass(frozen=True, slots=True)
class Finish:
    """The person has looked at the answers and wants the result."""


@dataclass(frozen=True, slots=True)
class Change:
    """The person wants to answer this question again."""

    question: str


class Asker(Protocol):
    """Something that can put a question to a person."""

    def ask(
        self,
        question: Question,
        progress: Progress,
        given: tuple[str, ...],
        standing: Standing | None,
    ) -> Reply:
        """Ask ``question`` until there is a reply to it.

        ``given`` are the answers that it already has. "Why am I asked this" is answered here.
        At the first question there is no way back, so the reply is never ``Back``. ``standing``
        is shown where there is one.
        """
        ...

    def review(self, questions: Sequence[Question], answers: Answers) -> Finish | Change | Quit:
        """Show every question with its answer, and ask what to change before the result."""
        ...

    def ask_to_begin(self, half: Half) -> bool | Quit:
        """Say what a person should know before answering ``half``, and ask whether to."""
        ...

    def ask_to_go_on(self, answered: int, total: int) -> bool | Quit:
        """Ask whether to go on from saved answers to ``answered`` of ``total`` questions."""
        ...


class Fallback:
    """Asks with menus as long as they can be drawn, and from then on with numbered lines."""

    def __init__(
        self, menus: Callable[[], Asker], lines: Asker, tell: Callable[[str], None]
    ) -> None:
        """Take what makes the menus, and what tells a person that there are none."""
        self._make_menus = menus
        self._asker: Asker | None = None
        self._lines = lines
        self._tell = tell

    def ask(
        self,
        question: Question,
        progress: Progress,
        given: tuple[str, ...],
        standing: Standing | None,
    ) -> Reply:
        """Ask as ``Asker.ask`` says."""
        return self._with_either(lambda asker: asker.ask(question, progress, given, standing))

    def review(self, questions: Sequence[Question], answers: Answers) -> Finish | Change | Quit:
        """Ask as ``Asker.review`` says."""
        return self._with_either(lambda asker: asker.review(questions, answers))

    def ask_to_begin(self, half: Half) -> bool | Quit:
        """Ask as ``Asker.ask_to_begin`` says."""
        return self._with_either(lambda asker: asker.ask_to_begin(half))

    def ask_to_go_on(self, answered: int, total: int) -> bool | Quit:
        """Ask as ``Asker.ask_to_go_on`` says."""
        return self._with_either(lambda asker: asker.ask_to_go_on(answered, total))

    def _with_either(self, ask: Callable[[Asker], T]) -> T:
        try:
            self._asker = self._asker or self._make_menus()
            return ask(self._asker)
        except Exception as error:
            if self._asker is self._lines:
                raise
            self._asker = self._lines
            why = type(error).__name__
            self._tell(f"Menus cannot be drawn here ({why}): numbered lines take their place.")
            return ask(self._lines)


def choose_asker(
    stdin: TextIO,
    out: TextIO,
    *,
    plain: bool,
    tell: Callable[[str], None],
    part: str = "half",
) -> Asker:
    """Return menus where ``stdin`` and ``out`` are a terminal, else numbered lines.

    ``part`` is what a half of the questionnaire is called.

    Where the terminal turns out not to draw menus, whatever the reason, ``tell`` is given a
    sentence about it and lines take their place.
    """
    from mlroles.quiz.prompts.lines import Lines

    lines = Lines(stdin, out, part)
    if plain or not stdin.isatty() or not out.isatty() or os.environ.get("TERM") == "dumb":
        return lines

    def menus() -> Asker:
        from mlroles.quiz.prompts.menus import Menus

        return Menus(out, part=part)

    return Fallback(menus, lines, tell)
