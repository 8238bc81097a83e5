"""Words of an advert that could be said otherwise: personas, empty phrases, coded words."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from mlroles.hire.advert_models import CodedWords, Phrase


class Said(NamedTuple):
    """Words of a text, where they stand, and what says more."""

    start: int
    words: str
    better: str


class PhraseFinder:
    """Finds phrases in a text, all at once; compiled when it is made."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._better = {_bare(each.words): each.better for each in phrases}
        ways = sorted(self._better, key=len, reverse=True)
        inner = "|".join(re.escape(each).replace(r"\ ", r"[\s-]+") for each in ways)
        self._found = re.compile(rf"(?<![\w-])(?:{inner or '(?!)'})(?![\w-])", re.IGNORECASE)

    def find(self, text: str) -> tuple[Said, ...]:
        """Return each phrase that stands in ``text``, where it stands first."""
        plain = text.replace("’", "'")
        found: dict[str, Said] = {}
        for each in self._found.finditer(plain):
            key = _bare(each[0].casefold())
            if key not in found:
                words = text[each.start() : each.end()]
                found[key] = Said(each.start(), words, self._better[key])
        return tuple(found.values())


def _bare(words: str) -> str:
    return " ".join(words.replace("-", " ").replace("’", "'").split())


class CodedFinder:
    """Finds words that go with stereotypes, as Gaucher, Friesen and Kay (2011) list them."""

    def __init__(self, coded: CodedWords) -> None:
        out = frozenset(coded.left_out)
        self._masculine = _roots([each for each in coded.masculine if each not in out])
        self._feminine = _roots([each for each in coded.feminine if each not in out])
        self._instead = [(each.words, each.better) for each in coded.instead]

    def leaning(self, text: str) -> tuple[int, tuple[Said, ...]]:
        """Return how many more masculine words there are than feminine, and the masculine ones.

        Each word of the list counts once, however often and with whichever ending it stands.
        """
        masculine = _first(self._masculine, text)
        feminine = _first(self._feminine, text)
        said = (Said(each.start(), each[0], self._better(each[0])) for each in masculine)
        return len(masculine) - len(feminine), tuple(said)

    def _better(self, word: str) -> str:
        small = word.casefold()
        return next((better for begin, better in self._instead if small.startswith(begin)), "")


def _roots(roots: Sequence[str]) -> re.Pattern[str]:
    """Return what finds each of the roots as a group of its own."""
    ways = (f"({re.escape(each.rstrip('*'))}){'[a-z]*' * each.endswith('*')}" for each in roots)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(ways) or '(?!)'})(?![\w-])", re.IGNORECASE)


def _first(found: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """Return where each of the roots stands first."""
    first: dict[int | None, re.Match[str]] = {}
    for each in found.finditer(text):
        first.setdefault(each.lastindex, each)
    return list(first.values())
