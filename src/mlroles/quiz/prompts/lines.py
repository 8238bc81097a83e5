"""Asking with numbered lines on text streams: for screen readers, pipes and plain terminals."""

from collections.abc import Sequence
from typing import TextIO

from mlroles.quiz.models import Half, Question
from mlroles.quiz.prompts import (
    Answered,
    Back,
    Change,
    Finish,
    Progress,
    Quit,
    Reply,
    Skip,
    Standing,
)
from mlroles.quiz.prompts.words import answered, standing_words
from mlroles.quiz.scorecard import Answers
from mlroles.text import clean, counted, encodable

LONGEST_LINE = 1000
"""Characters read at a time, so that endless input cannot fill the memory."""

PATIENCE = 20
"""After so many lines in a row that say nothing, the input is taken to have ended."""


class Lines:
    """Asks on ``out`` and reads one line per reply from ``stdin``."""

    def __init__(self, stdin: TextIO, out: TextIO, part: str = "half") -> None:
        """Take the streams, and what a half of the questionnaire is called."""
        self._stdin = stdin
        self._out = out
        self._part = part

    def ask(
        self,
        question: Question,
        progress: Progress,
        given: tuple[str, ...],
        standing: Standing | None,
    ) -> Reply:
        """Ask as ``Asker.ask`` says."""
        number = progress.number
        self._show(question, progress, given, standing)
        for _ in range(PATIENCE):
            match self._read():
                case None | "q" | "quit":
                    return Quit()
                case "s" | "skip":
                    return Skip()
                case "b" | "back" if number > 1:
                    return Back()
                case "b" | "back":
                    self._say("This is the first question.")
                case "w" | "why" | "?":
                    self._say(question.why)
                case "" if given:
                    return Answered(given)
                case line:
                    if ids := _chosen(question, line):
                        return Answered(ids)
                    what = "one number" if question.pick == "one" else "one or more numbers"
                    self._say(
                        f"That is not an answer here. Type {what} from 1 to "
                        f"{len(question.answers)}, or {_ways_out(number)}."
                    )
        return Quit()

    def review(self, questions: Sequence[Question], answers: Answers) -> Finish | Change | Quit:
        """Ask as ``Asker.review`` says; input that has ended wants the result.

        So a file or a pipe with an answer per question is enough.
        """
        self._say("")
        self._say("Your answers")
        for place, question in enumerate(questions, start=1):
            self._say(f"{place}. {question.text} {answered(question, answers)}")
        how = f"Type a number from 1 to {len(questions)} to change that answer, Enter to see the "
        how += "result, or q to quit."
        self._say(how)
        for _ in range(PATIENCE):
            match self._read(at_end=""):
                case None | "q" | "quit":
                    return Quit()
                case "":
                    return Finish()
                case line if line.isdecimal() and 1 <= int(line) <= len(questions):
                    return Change(questions[int(line) - 1].id)
                case _:
                    self._say(f"That is none of them. {how}")
        return Quit()

    def ask_to_go_on(self, answered: int, total: int) -> bool | Quit:
        """Ask as ``Asker.ask_to_go_on`` says."""
        question = (
            f"You answered {answered} of {counted(total, 'question')}. Go on from there? [Y/n]"
        )
        return self._ask_whether(question, "go on", "start over")

    def ask_to_overwrite(self, name: str) -> bool:
        """Ask whether the file ``name`` may be written over; whoever does not say so says no."""
        question = f"{name} is there already. Write over it? [y/N]"
        reply = self._ask_whether(question, "write over it", "leave it", default=False)
        return reply is True

    def ask_to_begin(self, half: Half) -> bool | Quit:
        """Ask as ``Asker.ask_to_begin`` says."""
        self._say("")
        self._say(half.title)
        self._say(half.note or "")
        return self._ask_whether(f"Answer this {self._part}? [Y/n]", "answer it", "skip it")

    def _ask_whether(
        self, question: str, yes: str, no: str, *, default: bool = True
    ) -> bool | Quit:
        self._say(question)
        for _ in range(PATIENCE):
            match self._read():
                case None | "q" | "quit":
                    return Quit()
                case "":
                    return default
                case "y" | "yes":
                    return True
                case "n" | "no":
                    return False
                case _:
                    self._say(f"Type y to {yes}, n to {no}, or q to quit.")
        return Quit()

    def _show(
        self,
        question: Question,
        progress: Progress,
        given: tuple[str, ...],
        standing: Standing | None,
    ) -> None:
        self._say("")
        self._say(f"Question {progress}")
        self._say(question.text)
        for place, answer in enumerate(question.answers, start=1):
            chosen = " (your answer)" if answer.id in given else ""
            self._say(f"{place}. {answer.text}{chosen}")
        if standing:
            self._say(standing_words(standing))
        number_s = "a number" if question.pick == "one" else "one or more numbers with spaces"
        kept = "Enter to keep your answer, " if given else ""
        self._say(f"Type {number_s}, or {kept}{_ways_out(progress.number)}.")

    def _say(self, text: str) -> None:
        self._out.write(encodable(clean(text), self._out.encoding or "utf-8") + "\n")
        self._out.flush()

    def _read(self, at_end: str | None = None) -> str | None:
        """Return the next line, clean, trimmed, in lower case; None where the person leaves.

        ``at_end`` is returned when the input has ended, which is leaving unless it says otherwise.
        """
        try:
            line = self._stdin.readline(LONGEST_LINE)
        except KeyboardInterrupt:
            self._say("")  # what follows stands below the ^C that the terminal shows
            return None
        return clean(line).strip().lower() if line else at_end


def _ways_out(number: int) -> str:
    back = "b back, " if number > 1 else ""
    return f"{back}w why, s skip, q quit"


def _chosen(question: Question, line: str) -> tuple[str, ...]:
    """Return the answers whose numbers stand in ``line``; empty where it is no answer."""
    words = line.replace(",", " ").split()
    if not all(word.isdecimal() and 1 <= int(word) <= len(question.answers) for word in words):
        return ()
    places = sorted({int(word) for word in words})
    ids = tuple(question.answers[place - 1].id for place in places)
    return ids if question.allows(ids) else ()
