"""Taking documents apart."""

from typing import TypeVar

from mlroles.render.document import (
    Cell,
    Document,
    Heading,
    Next,
    Paragraph,
    Phrase,
    Text,
)

B = TypeVar("B")


def all_of(document: Document, kind: type[B]) -> list[B]:
    """Return the blocks of one kind."""
    return [block for block in document.blocks if isinstance(block, kind)]


def one_of(document: Document, kind: type[B]) -> B:
    """Return the only block of that kind."""
    (block,) = all_of(document, kind)
    return block


def words(cell: object) -> str:
    """Return the text of a cell that holds one."""
    assert isinstance(cell, str | Phrase)
    return cell if isinstance(cell, str) else cell.text


def items(cell: Cell) -> tuple[Text, ...]:
    """Return what stands in a cell, one below the other."""
    return (cell,) if isinstance(cell, str | Phrase) else cell


def headings(document: Document) -> list[str]:
    """Return the titles of a document, the screen's own first."""
    return [words(block.text) for block in all_of(document, Heading)]


def suggested(document: Document) -> tuple[str, ...]:
    """Return the commands that a document suggests, as they are typed."""
    return tuple(map(str, one_of(document, Next).commands))


def paragraphs(document: Document) -> str:
    """Return the paragraphs of a document, one after the other."""
    return " ".join(words(each.text) for each in all_of(document, Paragraph))
