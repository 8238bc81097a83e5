"""What a text says is not needed: "no Kubernetes", "Docker is not required"."""

import re
from collections.abc import Iterable, Sequence

from mlroles.mentions.models import Negation

Span = tuple[int, int]

_MOST_BETWEEN = 6
"""Words between a negation and what it is about, at most."""


class Negations:
    """Tells which of several places in a text are negated."""

    def __init__(self, negation: Negation) -> None:
        """Take in the words."""
        between = rf"(?:(?:{_any(negation.between)})\s+){{0,{_MOST_BETWEEN}}}"
        after = rf"(?:{_any(negation.after)})\b"
        unless = rf"(?!\W{{1,5}}(?:{_any(negation.unless)})\b)" if negation.unless else ""
        self._before = re.compile(rf"\b(?:{_any(negation.before)})\s+{between}", re.IGNORECASE)
        self._any_after = re.compile(rf"\b{after}", re.IGNORECASE)
        self._after = re.compile(rf"\s+{between}{after}{unless}", re.IGNORECASE)
        joins = _any(negation.joins)
        self._join = re.compile(
            rf"\s{{0,3}}[,/]\s{{0,3}}(?:(?:{joins})\s{{1,3}})?|\s{{1,3}}(?:{joins})\s{{1,3}}",
            re.IGNORECASE,
        )

    def among(self, text: str, spans: Sequence[Span]) -> set[int]:
        """Return the numbers of the negated ones of ``spans``, which are in order."""
        found: set[int] = set()
        starts = {each.end() for each in self._before.finditer(text)} if spans else set()
        if starts:
            for number, (start, end) in enumerate(spans):
                if start in starts:
                    found.add(number)
                    if join := self._join.match(text, end):
                        starts.add(join.end())
        if spans and self._any_after.search(text):
            heads: set[int] = set()
            for number in reversed(range(len(spans))):
                start, end = spans[number]
                join = self._join.match(text, end)
                if self._after.match(text, end) or (join and join.end() in heads):
                    found.add(number)
                    heads.add(start)
        return found


def _any(phrases: Iterable[str]) -> str:
    """Return an expression for any of the phrases, the longer ones first."""
    return "|".join(
        r"\s+".join(re.escape(word).replace("'", "['’]") for word in each.split())
        for each in sorted(phrases, key=len, reverse=True)
    )
