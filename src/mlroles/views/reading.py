"""What was made of a table of answers."""

from collections.abc import Iterator, Sequence

from mlroles.batch.reading import Explained, Understood
from mlroles.render.document import (
    Block,
    Cell,
    Document,
    Fields,
    Heading,
    Next,
    Phrase,
    Table,
    command,
)
from mlroles.text import counted, listed, quoted

MOST = 6
"""Columns that are named in a sentence."""


def sentences(understood: Understood) -> Iterator[str]:
    """Yield what was made of a table in a few sentences, to be said before its rows are read."""
    read = "; ".join(each.said for each in understood.facts)
    whole = len(understood.questions) + len(understood.missing)
    found = f"{len(understood.questions)} of {counted(whole, 'question')}"
    yield f"Read as {read}. Columns for {found}."
    if understood.missing:
        yield f"No column answers: {_named(understood.missing)}."
    if understood.passed_over:
        yield f"Asked in an earlier edition, and not counted: {_quoted(understood.passed_over)}."
    if understood.carried:
        yield f"Carried along: {_quoted(understood.carried)}."
    if understood.name is None:
        yield "No column is called id, so a row's number stands for the person."


def view(result: Explained) -> Document:
    """Return the screen of ``--explain``."""
    understood = result.understood
    facts = [(each.about.capitalize(), each.said) for each in understood.facts]
    facts += [
        (
            "People",
            f"{result.people:,}" + (f", {result.broken:,} not readable" if result.broken else ""),
        ),
        ("Named by", quoted(understood.name) if understood.name else "the number of the row"),
    ]
    if result.left_out:
        lines = _named([str(each) for each in result.left_out])
        facts.append(("Left out", f"line {lines}: a total or a heading, not a person"))
    if understood.carried:
        facts.append(("Carried along", _quoted(understood.carried)))
    if understood.passed_over:
        facts.append(("Earlier edition", _quoted(understood.passed_over) + ": not counted"))
    rows: list[tuple[Cell, ...]] = [
        *((each.question, _quoted(each.columns)) for each in understood.questions),
        *((each, Phrase("no column", muted=True)) for each in understood.missing),
    ]
    blocks: list[Block] = [
        Heading("How the table is read"),
        Fields(tuple(facts)),
        Heading("Which column answers which question", level=2),
        Table(("Question", "Column"), tuple(rows)),
        Next((command("quiz", "questions"), command("score", "--template"))),
    ]
    return Document(tuple(blocks))


def _quoted(names: Sequence[str]) -> str:
    return _named([quoted(each) for each in names])


def _named(names: Sequence[str]) -> str:
    shown = list(names[:MOST])
    if len(names) > MOST:
        return f"{', '.join(shown)} and {len(names) - MOST:,} more"
    return listed(shown)
