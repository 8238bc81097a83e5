"""The one way that text leaves a document: as clean phrases.

Nothing else takes text out of a document. That is why no control sequence can reach a terminal.
"""

from dataclasses import replace

from mlroles.render.document import Cell, Phrase, Text
from mlroles.text import clean


def phrase(text: Text) -> Phrase:
    """Return ``text`` as a phrase whose text is clean."""
    if isinstance(text, str):
        return Phrase(clean(text))
    cleaned = clean(text.text)
    return text if cleaned is text.text else replace(text, text=cleaned)


def phrases(cell: Cell) -> tuple[Phrase, ...]:
    """Return the items of ``cell``, clean; those in which nothing stands are left out."""
    items = cell if isinstance(cell, tuple) else (cell,)
    return tuple(item for item in map(phrase, items) if not is_empty(item))


def dots(gauge: tuple[int, int]) -> str:
    """Return how full ``gauge`` is, (filled, of), as it is drawn."""
    filled, of = gauge
    return "●" * filled + "○" * (of - filled)


def is_empty(item: Phrase) -> bool:
    """Return whether nothing of ``item`` would be seen."""
    return not (item.text.strip() or item.gauge or item.notes or item.disputed or item.contradicted)
