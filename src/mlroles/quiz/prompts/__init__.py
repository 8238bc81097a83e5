"""Asking one question of a person: menus in a terminal, numbered lines elsewhere.

Both kinds of asker answer with the same few values, so that the quiz itself knows neither.
"""

import os
from dataclasses import dataclass
from typing import Protocol, TextIO

from mlroles.quiz.models import Half, Question
from mlroles.roles.models import Role

Shares = tuple[tuple[Role, float], ...]
"""Each role with its share so far, in the catalogue's order; empty before the first answer."""


@dataclass(frozen=True, slots=True)
class Progress:
    """Question ``number`` of ``total``; ``about`` says that the total is an estimate."""

    number: int
    total: int
    about: bool = False

    def __str__(self) -> str:
        """Return, for example, "3 of about 7"."""
        return f"{self.number} of {'about ' if self.about else ''}{self.total}"


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


class Asker(Protocol):
    """Something that can put a question to a person."""

    def ask(
        self, question: Question, progress: Progress, given: tuple[str, ...], shares: Shares
    ) -> Reply:
        """Ask ``question`` until there is a reply to it.

        ``given`` are the answers that it already has. "Why am I asked this" is answered here.
        At the first question there is no way back, so the reply is never ``Back``.
        """
        ...

    def ask_to_begin(self, half: Half) -> bool | Quit:
        """Say what a person should know before answering ``half``, and ask whether to."""
        ...

    def ask_to_go_on(self, answered: int, total: int) -> bool | Quit:
        """Ask whether to go on from saved answers to ``answered`` of ``total`` questions."""
        ...


def choose_asker(stdin: TextIO, out: TextIO, *, plain: bool) -> Asker:
    """Return menus where ``stdin`` and ``out`` are a terminal that can draw them, else lines."""
    drawable = stdin.isatty() and out.isatty() and os.environ.get("TERM") != "dumb"
    if drawable and not plain:
        from mlroles.quiz.prompts.menus import Menus

        return Menus(out)
    from mlroles.quiz.prompts.lines import Lines

    return Lines(stdin, out)
