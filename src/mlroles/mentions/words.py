"""Text as words, so that they can be looked up: folded sign by sign, offsets kept.

A text is folded into as many signs as it has: letters small and without accents, everything that
divides words a blank. Splitting at single blanks then keeps every offset, and runs in C.
"""

import re
import unicodedata
from collections.abc import Iterable
from itertools import accumulate

LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789+#"


def _folded(sign: str) -> str:
    bare = unicodedata.normalize("NFKD", sign)[0].lower()
    return bare if bare in LETTERS else " "


_TABLE = "".join(_folded(chr(code)) for code in range(256)).encode("ascii")
_APART = re.compile(r"[,;:!?()\[\]{}|•·\"“”]|\.\s|\n\s*\n")
"""What ends a phrase: the words on both sides of it do not belong together."""

_FEWEST_LETTERS = 4
_NO_PLURALS = ("ss", "us", "is")


def words(text: str) -> list[str]:
    """Return the folded words of ``text``.

    Between two words lies one sign; where there are more, some words are empty. Signs outside
    Latin-1 divide words.
    """
    return text.encode("latin-1", "replace").translate(_TABLE).decode("ascii").split(" ")


def lengths(found: Iterable[str]) -> list[int]:
    """Return how many letters there are up to the end of each word.

    A word ends so many letters from the start of its text, and one more for each word before it.
    """
    return list(accumulate(map(len, found)))


def phrase(text: str) -> tuple[str, ...]:
    """Return the folded words of a phrase."""
    return tuple(filter(None, words(text)))


def cased(text: str) -> str:
    """Return a phrase with its large and small letters, and one blank between words."""
    found = words(text)
    ends = enumerate(lengths(found))
    parts = (
        text[end + place - len(word) : end + place]
        for word, (place, end) in zip(found, ends, strict=True)
    )
    return " ".join(filter(None, parts))


def together(text: str) -> bool:
    """Say whether nothing in ``text`` divides its words into two phrases."""
    return not _APART.search(text)


def forms(word: str) -> tuple[str, ...]:
    """Return the word with and without a final s."""
    if word.endswith("s"):
        short = len(word) <= _FEWEST_LETTERS or word.endswith(_NO_PLURALS)
        return (word,) if short else (word, word[:-1])
    return (word, f"{word}s")
