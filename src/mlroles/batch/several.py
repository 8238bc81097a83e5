"""Whether what is given is one advert or many; a single one needs nothing else of this package."""

from collections.abc import Sequence
from os.path import isdir
from pathlib import Path
from typing import Final

PLAIN_NAMES: Final = frozenset({".txt", ".text"})
"""Suffixes that stand for one advert here, and for a table where people are read."""


def is_several(names: Sequence[str]) -> bool:
    """Say whether ``names`` are more than one advert: several, a folder, or a table."""
    return len(names) > 1 or is_table(names[0]) or is_folder(names[0])


def is_folder(name: str) -> bool:
    """Say whether a name is that of a folder."""
    return isdir(name)  # noqa: PTH112 - a path raises where a name is too long


def is_table(name: str) -> bool:
    """Say whether a file is a table by its name."""
    suffix = Path(name.removesuffix(".gz")).suffix.lower()
    if not suffix or suffix in PLAIN_NAMES:
        return False
    from mlroles.batch.table import format_of

    return format_of(name) is not None
