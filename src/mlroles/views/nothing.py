"""What a screen says where a search finds nothing: what is covered, and what silence means."""

from collections.abc import Iterable

from mlroles.render.document import Block, Paragraph
from mlroles.text import quoted


def nothing_found(thing: str, search: str, covered: str, groups: Iterable[str]) -> list[Block]:
    """Return the sentences; ``covered`` counts what there is, in the ``groups``."""
    if not search:
        return [Paragraph(f"No {thing} fits what was asked for.")]
    return [
        Paragraph(f"No {thing} named {quoted(search)} fits what was asked for."),
        Paragraph(
            f"This catalogue covers {covered}: {'; '.join(groups)}. "
            "Of what it does not name, it says neither that it is needed nor that it is not."
        ),
    ]
