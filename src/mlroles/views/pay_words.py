"""What the screens of pay say alike."""

from mlroles.render.document import Block, Cell, Fields, Heading, Phrase
from mlroles.text import quoted

THOUSAND = 1000
ALL_COUNTRIES, ALL_YEARS, ALL_LEVELS = "all countries", "all years", "all levels of experience"


def taken(asked: str | None) -> str:
    """Return what stands behind a level that a word with another name is taken as."""
    return "" if asked is None else f" (taken for {quoted(asked)})"


def about_figures(
    basis: Phrase, limits: str, more: tuple[tuple[str, Cell], ...] = ()
) -> list[Block]:
    """Return what the figures of a screen are, and what they are not."""
    fields: tuple[tuple[str, Cell], ...] = (("Basis", basis), ("Limits", limits), *more)
    return [Heading("What these figures are", level=2), Fields(fields)]
