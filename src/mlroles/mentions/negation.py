"""What a text says is not needed: "no Kubernetes", "Docker is not required"."""

import re
from collections.abc import Collection, Iterable, Sequence

from mlroles.mentions.models import Negation

_MOST_BETWEEN = 6
"""Words between a negation and what it is about, at most."""


class Negations:
    """Tells which of several places in a text are negated."""

    def __init__(self, negation: Negation) -> None:
        """Take in the words that stand between a negation and a skill, and behind."""
        between = rf"\s+(?:(?:{_any(negation.between)})\s+){{0,{_MOST_BETWEEN}}}"
        joins = _any(negation.joins)
        self._between = re.compile(between, re.IGNORECASE)
        self._taken_back = re.compile(rf"\W{{0,4}}(?:{_any(negation.unless)})\b", re.IGNORECASE)
        self._join = re.compile(
            rf"\s{{0,3}}[,/]\s{{0,3}}(?:(?:{joins})\s{{1,3}})?|\s{{1,3}}(?:{joins})\s{{1,3}}",
            re.IGNORECASE,
        )

    def among(
        self,
        text: str,
        places: Sequence[tuple[int, int, object]],
        before: Iterable[int],
        after: Collection[int],
    ) -> set[int]:
        """Return the numbers of the negated ones of ``places`` (start, end), which are in order.

        ``before`` are the ends of words such as "no", ``after`` the starts of words such as "not
        required".
        """
        found: set[int] = set()
        starts = {each.end() for end in before if (each := self._between.match(text, end))}
        if starts:
            for number, (start, end, _) in enumerate(places):
                if start in starts:
                    found.add(number)
                    if join := self._join.match(text, end):
                        starts.add(join.end())
        if after:
            heads: set[int] = set()
            for number in reversed(range(len(places))):
                start, end, _ = places[number]
                between = self._between.match(text, end)
                join = self._join.match(text, end)
                if (between and between.end() in after) or (join and join.end() in heads):
                    found.add(number)
                    heads.add(start)
        return found

    def holds(self, text: str, end: int) -> bool:
        """Say whether a negation that ends at ``end`` is not taken back right behind it."""
        return not self._taken_back.match(text, end)


def _any(phrases: Iterable[str]) -> str:
    """Return an expression for any of the phrases, the longer ones first; for none, nothing."""
    return (
        "|".join(
            r"\s+".join(re.escape(word).replace("'", "['’]") for word in each.split())
            for each in sorted(phrases, key=len, reverse=True)
        )
        or r"(?!)"
    )
