"""Where in the page is what a command shows: links take the place of commands."""

from collections.abc import Iterator
from dataclasses import dataclass

from mlroles.render.document import Command
from mlroles.render.html import Link

_MANY = {"show": "role", "sources": "about", "evidence": "figures"}
"""Commands that show one of many things, and what begins the address of each."""


@dataclass(frozen=True)
class Places:
    """The places of a page.

    ``titles`` holds the title of each by its id; ``files`` the file of each section, where the
    page is several files; ``sections`` the section of each place that is no section itself.
    """

    titles: dict[str, str]
    files: dict[str, str]
    sections: dict[str, str]

    def find(self, command: Command) -> Link | None:
        """Return where what ``command`` shows stands; None where it does not."""
        for place in _candidates(command.words):
            if place in self.titles:
                return self.link(place)
        return None

    def link(self, place: str) -> Link:
        """Return the link to the place of that id."""
        file = self.files.get(self.sections.get(place, place), "")
        return Link(f"{file}#{place}", self.titles[place])


def _candidates(words: tuple[str, ...]) -> Iterator[str]:
    """Return the ids at which what a command shows may stand, the best first."""
    name, *rest = words
    options = [each for each in rest if each.startswith("--")]
    named = [each for each in rest if not each.startswith("--")]
    if name == "plan" and "--from" in options:
        yield f"plan-{'-'.join(reversed(named))}"
    elif name == "plan" and named:
        yield f"plan-{named[0]}"
    elif name == "compare" and named:
        yield f"compare-{'-'.join(named)}"
    elif name in _MANY and named:
        yield f"{_MANY[name]}-{named[0]}"
    yield from (f"{name}{each.removeprefix('-')}" for each in options)
    if name == "quiz" and named:
        yield f"quiz-{named[0]}"
    yield name
