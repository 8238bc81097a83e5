"""Footnote numbers and dispute marks: how a screen says where a statement comes from."""

from collections.abc import Iterable

from mlroles.render.document import Footnotes, Phrase
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.said import RoleName, Said

DISPUTED = "the sources disagree: mlroles sources --disputes"

NOTHING = Phrase("–", muted=True)
"""Stands where the sources say nothing."""

OUTSIDE_TITLE = "Outside the lifecycle"
"""Heads what belongs to no stage."""


class Marks:
    """Marks the phrases of one screen, and remembers which marks it used.

    A source has the same number on every screen: its place in the catalogue.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        """Start with no mark used."""
        self._catalogue = catalogue
        self._numbers = {
            source.id: number for number, source in enumerate(catalogue.sources.sources, start=1)
        }
        self._used: set[int] = set()
        self._disputed = False

    def phrase(
        self,
        said: Said,
        *,
        scale: tuple[str, ...] | None = None,
        text: str | None = None,
        row_disputed: bool = False,
    ) -> Phrase:
        """Return what is said with its sources' numbers and, on a ``scale``, its gauge.

        ``row_disputed`` says that the row is marked, so that its cells need no mark of their own.
        """
        notes = tuple(self._numbers[source] for source in said.sources)
        self._used.update(notes)
        disputed = bool(said.disputes) and not row_disputed
        self._disputed |= disputed
        gauge = None
        if scale is not None and said.level is not None:
            gauge = (said.level, len(scale) - 1)
        return Phrase(
            said.text if text is None else text, gauge=gauge, notes=notes, disputed=disputed
        )

    def label(self, text: str, disputes: Iterable[str]) -> Phrase:
        """Return the label of a row, marked where the sources disagree about the row."""
        disputed = bool(tuple(disputes))
        self._disputed |= disputed
        return Phrase(text, disputed=disputed)

    def role(self, role: RoleName, *, text: str | None = None) -> Phrase:
        """Return a role's short title in its colour."""
        index = self._catalogue.role_index[role.id]
        return Phrase(text or role.short_title, role=index, strong=True)

    def footnotes(self) -> Footnotes:
        """Return what the marks used so far mean."""
        cited = self._catalogue.sources.sources
        return Footnotes(
            tuple((number, cited[number - 1].cite) for number in sorted(self._used)),
            DISPUTED if self._disputed else "",
        )
