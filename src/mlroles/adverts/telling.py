"""One advert, told by itself: its sentences, what the job is, what it asks for and its terms."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from mlroles.adverts.mix import Mix, MixReader
from mlroles.adverts.requirements import Requirement
from mlroles.adverts.sentences import Sentence
from mlroles.adverts.terms.found import Terms
from mlroles.adverts.terms.read import TermsReader
from mlroles.mentions.find import MentionFinder

if TYPE_CHECKING:
    from mlroles.titles.read import TitleReader

LONGEST_TITLE: Final = 100
"""Signs of a first sentence that may be the title."""


class AdvertTools(NamedTuple):
    """What reads adverts, made once for many."""

    finder: MentionFinder
    """Finds skills."""
    mixes: MixReader
    """Says what the job is."""
    terms: TermsReader
    """Finds terms and needs."""
    further: dict[str, str]
    """The names of skills that the catalogue does not have, by id."""
    titles: "TitleReader | None"
    """Knows titles; None where the catalogue has none of them."""


class Told(NamedTuple):
    """What an advert says, before it is laid beside what is known of the roles."""

    title: str | None
    """Its title; None where none is known."""
    sentences: tuple[Sentence, ...]
    """Its sentences."""
    mix: Mix
    """What the job is."""
    asked: tuple[Requirement, ...]
    """The skills that it names."""
    terms: Terms
    """Its terms."""

    @property
    def told(self) -> bool:
        """Whether it could be told what the job is."""
        return self.mix.outcome in {"role", "mixed", "none"}


def tell_advert(
    tools: AdvertTools,
    text: str,
    heading_lines: Collection[int] = (),
    title: str | None = None,
    *,
    speaking: bool = True,
) -> Told:
    """Return what ``text`` says; without a ``title`` the first sentence may be one.

    Without ``speaking`` no sentences are named that speak for a role, which is faster.
    """
    sentences = tools.mixes.sentences(text, heading_lines)
    title = title or _first(tools.titles, sentences)
    mentions = tools.finder.find(text)
    return Told(
        title,
        sentences,
        tools.mixes.mix(sentences, mentions, title, speaking=speaking),
        tools.terms.needs.requirements(sentences, mentions),
        tools.terms.terms(text, sentences, title),
    )


def _first(titles: "TitleReader | None", sentences: Sequence[Sentence]) -> str | None:
    """Return the first sentence where it is a title whose meaning is known."""
    if not (titles and sentences):
        return None
    first = sentences[0].text.strip().rstrip(".")
    if len(first) > LONGEST_TITLE:
        return None
    found = titles.read(first)
    return first if found.means or found.near else None
