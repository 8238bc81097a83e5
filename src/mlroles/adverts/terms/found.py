"""What an advert says of its terms; each with the words, and where these stand."""

from dataclasses import dataclass
from typing import Literal

from mlroles.adverts.terms.models import Basis, ContractKind, DegreeLevel, Period, WorkPlace

Need = Literal["must", "helpful", "named", "not-needed"]
"""It must be; it would be good; neither is said; it is said not to be needed."""


@dataclass(frozen=True, kw_only=True)
class Term:
    """A part of the text: ``words`` is ``[start:end]`` of it."""

    start: int
    """Where it begins: signs from the start of the text, or of the title."""
    end: int
    """Where it ends."""
    words: str
    """The words, as they stand."""


@dataclass(frozen=True, kw_only=True)
class Pay(Term):
    """What a job pays."""

    low: float | None
    """The lowest amount; None where only the highest is named."""
    high: float | None
    """The highest amount; None where only the lowest is named."""
    currency: str | None
    """The code of the currency; None where none is named."""
    currency_named: bool
    """Whether it is named, rather than the likeliest of those with such a sign."""
    period: Period | None
    """For how long; None where it is not named."""
    basis: Basis | None
    """With or without what; None where it is not named."""


@dataclass(frozen=True, kw_only=True)
class Years(Term):
    """Years of experience that are asked for."""

    low: int | None
    """The fewest; None where only the most are named."""
    high: int | None
    """The most; None where there is no bound."""
    need: Need
    """Whether they must be."""


@dataclass(frozen=True, kw_only=True)
class Degree(Term):
    """The degrees that are asked for."""

    levels: tuple[DegreeLevel, ...]
    """Those that are named together, the lowest first."""
    need: Need
    """Whether one of them must be."""
    equivalent: bool
    """Whether something else does as well."""


@dataclass(frozen=True, kw_only=True)
class Level(Term):
    """The level of the job."""

    level: str
    """Its id in ``terms.json``."""
    where: Literal["title", "text"]
    """Where it is named."""


@dataclass(frozen=True, kw_only=True)
class Remote(Term):
    """From where people work."""

    where: WorkPlace
    """From where."""
    days: int | None
    """Days a week in the office; None where they are not named."""


@dataclass(frozen=True, kw_only=True)
class Place(Term):
    """Where the job is; the words are the place."""


@dataclass(frozen=True, kw_only=True)
class Contract(Term):
    """A kind of contract."""

    kind: ContractKind
    """Which."""


@dataclass(frozen=True, kw_only=True)
class Language(Term):
    """A language that people speak."""

    code: str
    """Its code of two letters."""
    need: Need
    """Whether it must be."""


@dataclass(frozen=True, kw_only=True)
class Terms:
    """The terms of an advert; None where it does not name them."""

    pay: Pay | None
    """What it pays."""
    years: Years | None
    """How many years of experience it asks for."""
    degree: Degree | None
    """Which degree it asks for."""
    level: Level | None
    """At which level it is."""
    remote: Remote | None
    """From where people work."""
    place: Place | None
    """Where it is."""
    contract: tuple[Contract, ...] | None
    """Which kinds of contract it names, each once."""
    languages: tuple[Language, ...] | None
    """Which languages it asks for, each once."""
