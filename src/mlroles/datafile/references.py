"""References inside and between data files: ids that stand twice, and ids that are unknown."""

from collections.abc import Collection, Iterable, Iterator

from mlroles.errors import Problem
from mlroles.suggest import closest
from mlroles.text import quoted

ADVISED = 20
"""How many unknown names of one sort get a guess at what was meant: guessing takes time."""

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


def unknown(file: str, what: str, named: Named, known: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each id that is none of ``known``."""
    strangers = ((path, name) for path, name in named if name not in known)
    for number, (path, name) in enumerate(strangers):
        likely = closest(name, sorted(known), 1) if number < ADVISED else ()
        expected = (
            f"did you mean {quoted(likely[0])}?" if likely else f"add the {what}, or name another"
        )
        yield Problem(file, path, f"there is no {what} {quoted(name)}", expected)
