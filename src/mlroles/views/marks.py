"""Footnote numbers and dispute marks: how a screen says where a statement comes from."""

from collections.abc import Iterable

from mlroles.render.document import Footnotes, Phrase
from mlroles.roles.advertised import AdvertisedPay
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.said import RoleName, Said

DISPUTED = "the sources disagree: mlroles sources --disputes"

NOTHING = Phrase("–", muted=True)
"""Stands where the sources say nothing."""

ADVERTISED = "Advertised pay"
"""The label of what job adverts offer."""

OUTSIDE_TITLE = "Outside the lifecycle"
"""Heads what belongs to no stage."""


def adverts_and_bands(adverts: int, bands: int) -> str:
    """Return the two counts that stand beside every figure of advertised pay."""
    return (
        f"{adverts:,} advert{'' if adverts == 1 else 's'}, "
        f"{bands:,} distinct band{'' if bands == 1 else 's'}"
    )


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

    def advertised(self, pay: AdvertisedPay, *, brief: bool = False) -> Phrase:
        """Return a role's advertised pay in a line, its counts always beside it.

        ``brief`` leaves out the spread, where room is short.
        """
        spread = f", half of the bands from {pay.low:,} to {pay.high:,}"
        text = (
            f"median {pay.median:,} {pay.currency}{'' if brief else spread}; "
            f"{pay.country}, {pay.year}; {adverts_and_bands(pay.adverts, pay.bands)}"
        )
        return self.phrase(Said(text, (), (pay.source,), ()))

    def footnotes(self) -> Footnotes:
        """Return what the marks used so far mean."""
        cited = self._catalogue.sources.sources
        return Footnotes(
            tuple((number, cited[number - 1].cite) for number in sorted(self._used)),
            DISPUTED if self._disputed else "",
        )
