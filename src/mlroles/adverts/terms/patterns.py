"""Lists of words as expressions."""

import re
from collections.abc import Iterable

_LETTERS = re.compile(r"\w")


def any_of(phrases: Iterable[str]) -> str:
    """Return the source of an expression for any of the phrases, as whole words.

    A space between two words stands for up to three blanks, hyphens or slashes.
    """
    found = sorted(phrases, key=len, reverse=True)
    return "(?:" + "|".join(map(_one, found)) + ")" if found else "(?!)"


def words(phrases: Iterable[str]) -> "re.Pattern[str]":
    """Return an expression for any of the phrases, in letters of any size."""
    return re.compile(any_of(phrases), re.IGNORECASE)


def _one(written: str) -> str:
    body = r"[\s\-‐‑–/]{1,3}".join(
        re.escape(word).replace("'", "['’]") for word in written.split(" ")
    )
    before = r"(?<!\w)" if _LETTERS.match(written) else ""
    after = r"(?!\w)" if _LETTERS.match(written[-1]) else ""
    return f"{before}{body}{after}"
