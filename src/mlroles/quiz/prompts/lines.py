"""Asking with numbered lines on text streams: for screen readers, pipes and plain terminals."""

from typing import TextIO

from mlroles.quiz.models import Half, Question
from mlroles.quiz.prompts import Answered, Back, Progress, Quit, Reply, Shares, Skip
from mlroles.text import clean, counted, encodable, percentages

LONGEST_LINE = 1000
"""Characters read at a time, so that endless input cannot fill the memory."""

PATIENCE = 20
"""After so many lines in a row that say nothing, the input is taken to have ended."""


class Lines:
    """Asks on ``out`` and reads one line per reply from ``stdin``."""

    def __init__(self, stdin: TextIO, out: TextIO) -> None:
        self._stdin = stdin
        self._out = out

    def ask(
        self, question: Question, progress: Progress, given: tuple[str, ...], shares: Shares
    ) -> Reply:
        """Ask as ``Asker.ask`` says."""
        number = progress.number
        self._show(question, progress, given, shares)
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
                case line:
                    if ids := _chosen(question, line):
                        return Answered(ids)
                    what = "one number" if question.pick == "one" else "one or more numbers"
                    self._say(
                        f"That is not an answer here. Type {what} from 1 to "
                        f"{len(question.answers)}, or {_ways_out(number)}."
                    )
        return Quit()

    def ask_to_go_on(self, answered: int, total: int) -> bool | Quit:
        """Ask as ``Asker.ask_to_go_on`` says."""
        question = (
            f"You answered {answered} of {counted(total, 'question')}. Go on from there? [Y/n]"
        )
        return self._ask_whether(question, "go on", "start over")

    def ask_to_begin(self, half: Half) -> bool | Quit:
        """Ask as ``Asker.ask_to_begin`` says."""
        self._say("")
        self._say(half.title)
        self._say(half.note or "")
        return self._ask_whether("Answer this half? [Y/n]", "answer it", "skip it")

    def _ask_whether(self, question: str, yes: str, no: str) -> bool | Quit:
        self._say(question)
        for _ in range(PATIENCE):
            match self._read():
                case None | "q" | "quit":
                    return Quit()
                case "" | "y" | "yes":
                    return True
                case "n" | "no":
                    return False
                case _:
                    self._say(f"Type y to {yes}, n to {no}, or q to quit.")
        return Quit()

    def _show(
        self, question: Question, progress: Progress, given: tuple[str, ...], shares: Shares
    ) -> None:
        self._say("")
        self._say(f"Question {progress}")
        self._say(question.text)
        for place, answer in enumerate(question.answers, start=1):
            chosen = " (your answer)" if answer.id in given else ""
            self._say(f"{place}. {answer.text}{chosen}")
        if shares:
            percents = percentages([share for _, share in shares])
            told = [
                f"{role.short_title} {percent} %"
                for (role, _), percent in zip(shares, percents, strict=True)
            ]
            self._say(f"So far: {', '.join(told)}.")
        number_s = "a number" if question.pick == "one" else "one or more numbers with spaces"
        self._say(f"Type {number_s}, or {_ways_out(progress.number)}.")

    def _say(self, text: str) -> None:
        self._out.write(encodable(clean(text), self._out.encoding or "utf-8") + "\n")
        self._out.flush()

    def _read(self) -> str | None:
        """Return the next line, clean, trimmed, in lower case; None when the input has ended."""
        try:
            line = self._stdin.readline(LONGEST_LINE)
        except KeyboardInterrupt:
            self._say("")  # what follows stands below the ^C that the terminal shows
            return None
        return clean(line).strip().lower() if line else None


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
