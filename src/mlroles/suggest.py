"""Names that somebody who made a slip of the keyboard may have meant.

Letters alone never say what somebody means: "manager" is no slip for "engineer". So only a real
slip counts, within one word, and never from one word to another.
"""

import re
from collections.abc import Iterable, Sequence

MOST = 3
"""How many names are offered at the most."""

SHORTEST = 5
"""Letters of the shortest word in which a slip is looked for."""

EDITS = 2
"""Letters that may be missing, too many, wrong, or in the wrong order in one word."""

LONGEST = 40
"""Letters of the longest word in which a slip is looked for: looking takes time."""

_BETWEEN = re.compile(r"[\W_]+")


def closest(name: str, known: Iterable[str], most: int = MOST) -> tuple[str, ...]:
    """Return the names of ``known`` that ``name`` is a slip for, the likeliest first."""
    wanted = _words(name)
    found: dict[str, int] = {}
    for each in known:
        words = _words(each)
        if len(words) == len(wanted):
            slips = [_slip(one, other) for one, other in zip(wanted, words, strict=True)]
            if all(slip is not None for slip in slips):
                found[each] = sum(filter(None, slips))
    return tuple(sorted(found, key=lambda each: found[each])[:most])


def offer(names: Iterable[str]) -> str:
    """Return the question whether one of ``names`` was meant; empty where there is none."""
    choices = " or ".join(names)
    return f"Did you mean {choices}?" if choices else ""


def _words(name: str) -> Sequence[str]:
    return [word for word in _BETWEEN.split(name.casefold()) if word]


def _slip(word: str, other: str) -> int | None:
    """Return how many edits make one word the other; None where that is no slip."""
    if word == other:
        return 0
    lengths = len(word), len(other)
    if min(lengths) < SHORTEST or max(lengths) > LONGEST or abs(len(word) - len(other)) > EDITS:
        return None
    distance = _edits(word, other)
    return distance if distance <= EDITS else None


def _edits(word: str, other: str) -> int:
    """Return the optimal string alignment distance (Damerau 1964, Levenshtein 1966)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for place, letter in enumerate(word, start=1):
        before, above, row = row, before, [place]
        for column, sign in enumerate(other, start=1):
            swapped = (
                above[column - 2] + 1
                if place > 1
                and column > 1
                and letter == other[column - 2]
                and word[place - 2] == sign
                else EDITS + 1
            )
            row.append(
                min(before[column] + 1, row[-1] + 1, before[column - 1] + (letter != sign), swapped)
            )
    return row[-1]
