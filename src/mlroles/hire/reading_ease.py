"""How hard a text is to read: the reading ease of Flesch.

206.835 - 1.015 · words per sentence - 84.6 · syllables per word: Rudolf Flesch, A New Readability
Yardstick, Journal of Applied Psychology 32(3), 1948. 60 to 70 is plain English, below 30 what is
read by graduates. Syllables are counted by rules of spelling, which err on few words, and in
both directions.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

_BASE: Final = 206.835
_PER_WORD: Final = 1.015
_PER_SYLLABLE: Final = 84.6

_VOWELS: Final = re.compile(r"[aeiouy]+")

_SILENT: Final = re.compile(
    r"(?:[^aeiouyl]|[aeiouy]l)e$"  # use, while; in "able" the e is heard, before the l
    r"|(?<![^aeiouy]l)(?<=[^aeiouytd])ed$"
    r"|(?<![^aeiouy]l)(?<=[^aeiouysxzcg])(?<![cs]h)es$"
    r"|(?<=[aeiouy][^aeiouyl])e(?=ment|ful|less|ly|line|ness)"
)
"""An e that is written and not heard."""

_APART: Final = re.compile(
    r"(?<![tcsg])i[aou]|^scien|rienc|(?<![qg])ua|[gd]eo|reat[ei]|(?:ar|id)ea|[aeiou]ing$"
)
"""Vowels side by side that are heard as two."""


@lru_cache(10_000)
def syllables(word: str) -> int:
    """Return how many syllables a word has, in small letters; of a number or a short form one."""
    groups = len(_VOWELS.findall(word)) + len(_APART.findall(word))
    return max(1, groups - len(_SILENT.findall(word)))


def reading_ease(sentences: Sequence[Sequence[str]]) -> float | None:
    """Return the reading ease of sentences, each its words in small letters; None without words."""
    rows = [each for each in sentences if each]
    words = sum(map(len, rows))
    if not words:
        return None
    heard = sum(syllables(word) for row in rows for word in row)
    return _BASE - _PER_WORD * words / len(rows) - _PER_SYLLABLE * heard / words
