"""What a job is by the duties and skills that its advert names; the title is left out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from mlroles.adverts.models import AdvertsFile
from mlroles.adverts.sentences import Sentence, SentenceReader

Outcome = Literal["role", "mixed", "none", "too-short", "not-an-advert", "other-language"]


class Named(Protocol):
    """A skill or a cue that a text names, as ``mentions`` finds it."""

    @property
    def id(self) -> str: ...  # noqa: D102
    @property
    def start(self) -> int: ...  # noqa: D102
    @property
    def end(self) -> int: ...  # noqa: D102
    @property
    def negated(self) -> bool: ...  # noqa: D102


class Finder(Protocol):
    """What finds skills and cues in a text."""

    def find(self, text: str) -> Sequence[Named]:
        """Return what ``text`` names."""


@dataclass(frozen=True, slots=True)
class Speaking:
    """A sentence that speaks for a role.

    ``points`` is by how many points it speaks more for ``role`` than for the next; ``cues`` are
    the ids of what counts in it.
    """

    role: str
    start: int
    end: int
    points: int
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mix:
    """What a job is.

    ``shares`` are calibrated, in the order of the file, and sum to one; ``roles`` one for the
    outcome "role", two or three for "mixed", none else. ``none_share`` is the calibrated chance
    that it is none of these roles, ``nearest`` the id of the job that it then is, where one is
    known. ``cues`` is how many it rests on.
    """

    shares: tuple[tuple[str, float], ...]
    outcome: Outcome
    roles: tuple[str, ...]
    none_share: float
    nearest: str | None
    speaking: tuple[Speaking, ...]
    cues: int


class MixReader:
    """Reads what jobs are by one file of points."""

    def __init__(self, file: AdvertsFile, finder: Finder) -> None:
        self._file = file
        self._finder = finder
        self._sentences = SentenceReader(file.boilerplate)

    def sentences(self, text: str, heading_lines: Sequence[int] = ()) -> tuple[Sentence, ...]:
        """Return the sentences of ``text``, boilerplate marked."""
        return self._sentences.sentences(text, heading_lines)

    def mix(
        self, sentences: Sequence[Sentence], mentions: Sequence[Named], title: str | None = None
    ) -> Mix:
        """Return what the job is; ``title`` is looked for in the text and left out."""
        raise NotImplementedError
