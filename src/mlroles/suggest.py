"""Names that come closest to one that is unknown."""

from collections.abc import Iterable

MOST = 3
"""How many names are offered at the most."""


def closest(name: str, known: Iterable[str], most: int = MOST) -> tuple[str, ...]:
    """Return the names of ``known`` that are nearly ``name``, the likeliest first."""
    from difflib import get_close_matches

    return tuple(get_close_matches(name, known, n=most))


def offer(names: Iterable[str]) -> str:
    """Return the question whether one of ``names`` was meant; empty where there is none."""
    choices = " or ".join(names)
    return f"Did you mean {choices}?" if choices else ""
