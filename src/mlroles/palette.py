"""The colours of the screens, without anything that draws them."""

from typing import NamedTuple


class Colour(NamedTuple):
    """One of the 256 colours that terminals share: its number, and the same as red-green-blue."""

    number: int
    hex: str


PALETTE = (
    Colour(63, "#5f5fff"),
    Colour(29, "#00875f"),
    Colour(163, "#d700af"),
    Colour(131, "#af5f5f"),
    Colour(98, "#875fd7"),
)
"""A role has the colour of its place in the catalogue, everywhere; its name stands beside it.

These are all of the 256 that can be read on white and on black alike (contrast 4.5 : 1 or more on
both). The first three are the furthest apart, for people who see fewer colours too. On a dark grey
such as #1e1e1e they reach 3.5 or more: no colour has 4.5 both there and on white.
"""

MUTED = Colour(243, "#767676")
"""What is said beside the rest: the one grey that can be read on white and on black alike."""
