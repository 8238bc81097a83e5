"""The colours of the roles, without anything that draws them."""

from typing import NamedTuple


class Colour(NamedTuple):
    """One of the 256 colours that terminals share: its number, and the same as red-green-blue."""

    number: int
    hex: str


PALETTE = (
    Colour(33, "#0087ff"),
    Colour(166, "#d75f00"),
    Colour(126, "#af0087"),
    Colour(29, "#00875f"),
    Colour(104, "#8787d7"),
    Colour(197, "#ff005f"),
    Colour(93, "#8700ff"),
    Colour(139, "#af87af"),
)
"""A role has the colour of its place in the catalogue, everywhere; its letters stand beside it.

Each stands out from black and from white (contrast 3 : 1 or more) and from the others, for
people who see fewer colours too; the first three are the furthest apart.
"""
