"""Finished quizzes that are kept: the list of them, one of them, and what changed."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from mlroles.quiz.kept import (
    ChangedAnswer,
    FinishedQuiz,
    Forgotten,
    KeptResult,
    QuizChanges,
    QuizHistory,
)
from mlroles.render.document import (
    Block,
    Command,
    Document,
    Fields,
    Heading,
    Items,
    Next,
    Paragraph,
    Phrase,
    Table,
    command,
)
from mlroles.text import counted

MOST_SHOWN = 10
"""Finished quizzes on the first screen; with ``full`` all of them."""

NOTHING = "(nothing)"


def when(moment: datetime) -> str:
    """Return a moment as people write it, in the time of where it was."""
    return f"{moment:%Y-%m-%d %H:%M}"


def verdict_of(screen: Document) -> str:
    """Return the verdict in a sentence: the first heading of a result's screen."""
    text = next(block.text for block in screen.blocks if isinstance(block, Heading))
    return text.text if isinstance(text, Phrase) else text


def history_view(found: QuizHistory, *, full: bool = False) -> Document:
    """Return the screen of ``mlroles quiz --history``."""
    quizzes = found.quizzes
    if not quizzes:
        return Document(
            (Heading("No finished quiz is kept."), Next((command("quiz"), command("compare"))))
        )
    shown = quizzes if full else quizzes[:MOST_SHOWN]
    blocks: list[Block] = [
        Heading(quizzes_in_words(len(quizzes), "finished")),
        *quiz_rows(shown),
    ]
    if len(shown) < len(quizzes):
        blocks.append(
            Paragraph(f"{len(quizzes) - len(shown)} older: mlroles quiz --history --full")
        )
    two = (command("quiz", "--kept", "1", "--kept", "2"),) if len(quizzes) > 1 else ()
    blocks.append(Next((command("quiz", "--last"), *two, command("quiz", "--edit"))))
    return Document(tuple(blocks))


def quiz_rows(shown: Sequence[FinishedQuiz]) -> Iterator[Block]:
    """Yield the table of some finished quizzes, and what its star means."""
    yield Table(("", "Finished", "Result", "Answers changed"), tuple(map(_row, shown)))
    if not all(each.same_edition for each in shown):
        yield Paragraph("* answered with another edition of the questions.")


def _row(each: FinishedQuiz) -> tuple[str, ...]:
    changed = "" if each.changed is None else str(len(each.changed))
    edition = "" if each.same_edition else " *"
    return f"{each.number}{edition}", when(each.finished), each.verdict, changed


def changes_view(found: QuizChanges) -> Document:
    """Return the screen of what changed between two finished quizzes."""
    before, after = found.before, found.after
    blocks: list[Block] = [
        Heading(_verdicts(before.verdict, after.verdict)),
        Fields(
            (
                (f"{before.number}, {when(before.finished)}", before.verdict),
                (f"{after.number}, {when(after.finished)}", after.verdict),
            )
        ),
        *_changed(found.changed),
        Next(
            (
                command("quiz", "--kept", str(before.number)),
                command("quiz", "--kept", str(after.number)),
                command("quiz", "--history"),
            )
        ),
    ]
    return Document(tuple(blocks))


def quizzes_in_words(number: int, kind: str) -> str:
    """Return how many quizzes of a kind there are."""
    return f"{number} {kind} quiz{'' if number == 1 else 'zes'}"


def _verdicts(before: str, after: str) -> str:
    return "The result stayed the same." if before == after else "The result changed."


def _changed(changed: tuple[ChangedAnswer, ...]) -> list[Block]:
    if not changed:
        return [Paragraph("No answer is different.")]
    return [
        Heading(f"{counted(len(changed), 'answer')} changed", level=2),
        Items(
            tuple(f"{each.asked} {_said(each.before)} → {_said(each.after)}" for each in changed)
        ),
    ]


def _said(texts: tuple[str, ...]) -> str:
    return "; ".join(texts) or NOTHING


def other_edition_view(kept: KeptResult, fitting: int) -> Document:
    """Return the screen of a finished quiz whose questions have changed since.

    ``fitting`` is how many of its answers are answers to the questions of now.
    """
    blocks: list[Block] = [
        Heading(kept.verdict),
        Paragraph(
            f"So it said on {when(kept.finished)}. The questions have changed since, so nothing is "
            f"computed anew. These are your answers of then; {fitting} of {len(kept.answers)} fit "
            "the questions of now."
        ),
        Items(tuple((each.asked, Phrase(_said(each.said), muted=True)) for each in kept.answers)),
        Next(_on_from(fitting)),
    ]
    return Document(tuple(blocks))


def _on_from(fitting: int) -> tuple[Command, ...]:
    again = command("quiz", "--edit") if fitting else command("quiz")
    return again, command("quiz", "--history")


def forgotten_view(gone: Forgotten) -> Document:
    """Return the screen of ``mlroles quiz --forget``."""
    deleted = [
        quizzes_in_words(number, kind)
        for number, kind in ((gone.finished, "finished"), (gone.unfinished, "unfinished"))
        if number
    ]
    said = f"Deleted: {' and '.join(deleted)}." if deleted else "Nothing was kept."
    return Document((Heading(said), Next((command("quiz"),))))
