"""References inside and between data files: ids that stand twice, and ids that are unknown."""

from collections.abc import Collection, Iterable, Iterator

from mlroles.errors import Problem
from mlroles.suggest import closest, offer
from mlroles.text import quoted

MOST_GUESSES = 20
"""How many unknown names of one file get a guess at what was meant."""

Named = Iterable[tuple[str, str]]
"""Pairs of a JSON path and the id that stands there."""


def duplicates(file: str, named: Named) -> Iterator[Problem]:
    """Yield a problem for each id that has stood before."""
    first: dict[str, str] = {}
    for path, name in named:
        if name in first:
            yield Problem(
                file, path, f"{quoted(name)} stands twice", f"it is at {first[name]} already"
            )
        else:
            first[name] = path


class References:
    """The references that one file makes; ``file`` is its name.

    A guess at what was meant takes time, so only the first unknown names get one.
    """

    def __init__(self, file: str) -> None:
        """Start with every guess to come."""
        self._file = file
        self._guesses = MOST_GUESSES

    def unknown(self, what: str, named: Named, known: Collection[str]) -> Iterator[Problem]:
        """Yield a problem for each id that is none of ``known``."""
        for path, name in named:
            if name in known:
                continue
            likely = closest(name, sorted(known), 1) if self._guesses > 0 else ()
            self._guesses -= 1
            expected = offer(map(quoted, likely)) or f"add the {what}, or name another"
            yield Problem(
                self._file, path, f"there is no {what} {quoted(name)}", _decapitalised(expected)
            )


def _decapitalised(text: str) -> str:
    return text[:1].lower() + text[1:]
