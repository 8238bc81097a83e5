"""The shape of ``terms.json``: the words by which an advert tells its terms and its needs.

People write the lists. Words stand in small letters; a space between two of them stands for a
hyphen or a slash as well.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mlroles.datafile.model import Id, Model

Words = Annotated[str, StringConstraints(pattern=r"^\S+( \S+){0,7}$", max_length=80)]
"""A word, or a few with a space between them, in small letters."""

Some = Annotated[tuple[Words, ...], Field(min_length=1)]
"""At least one of them."""

Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
"""The three letters of ISO 4217."""

Period = Literal["year", "month", "week", "day", "hour"]
"""For how long pay is."""

Basis = Literal["base", "gross", "net", "on-target"]
"""Whether pay is without extras, before or after tax, or with a bonus that is reached."""

DegreeLevel = Literal["any", "secondary", "bachelor", "master", "doctorate"]
"""How high a degree is; `any` where only a degree is spoken of."""

WorkPlace = Literal["remote", "hybrid", "on-site"]
"""From where people work."""

ContractKind = Literal[
    "permanent", "fixed-term", "internship", "freelance", "full-time", "part-time"
]
"""What kind of contract it is; full-time and part-time stand beside the others."""


class CurrencyWords(Model):
    """How a currency is written."""

    code: Currency
    """Its code."""
    signs: Some
    """Its signs and names, as they stand before or behind an amount."""
    shared: Some | None = None
    """Signs that other currencies have as well: it is then the likeliest, and not named."""


class PeriodWords(Model):
    """How a period of pay is written."""

    period: Period
    """The period."""
    words: Some
    """Its words."""


class BasisWords(Model):
    """How a basis of pay is written."""

    basis: Basis
    """The basis."""
    words: Some
    """Its words."""


class PayWords(Model):
    """How pay is told from other money."""

    currencies: Annotated[tuple[CurrencyWords, ...], Field(min_length=1)]
    """The currencies."""
    periods: Annotated[tuple[PeriodWords, ...], Field(min_length=1)]
    """The periods."""
    bases: tuple[BasisWords, ...]
    """The bases."""
    lakhs: Some
    """Behind a number: hundreds of thousands of rupees a year."""
    about: Some
    """Words of which one stands near an amount that is pay."""
    other: Some
    """Words of which none stands near it: funding, revenue, a bonus."""


class YearsWords(Model):
    """How years of experience are told from other years."""

    numbers: tuple[Words, ...]
    """The words for the numbers from one upwards."""
    about: Some
    """Words of which one stands near years that are asked for."""
    other: Some
    """Words of which none stands near them: the age of a firm, a contract."""
    whose: tuple[Words, ...] = ()
    """Words right before years that are somebody else's: our ten years of experience."""


class DegreeWords(Model):
    """How a degree is written."""

    level: DegreeLevel
    """How high it is."""
    words: tuple[Words, ...]
    """Its words, in letters of any size."""
    short: tuple[Words, ...] = ()
    """Its short forms, of which large and small letters count."""
    unless: tuple[Words, ...] = ()
    """Longer words, in which these stand and mean something else."""


class LevelWords(Model):
    """How a level is written."""

    id: Id
    """Its id."""
    title: Some
    """Its words in a title."""
    unless: tuple[Words, ...] = ()
    """Longer words of a title, in which these stand and mean something else."""
    text: tuple[Words, ...] = ()
    """Its words in the text, where they are clear by themselves."""


class WorkPlaceWords(Model):
    """How it is written from where people work."""

    where: WorkPlace
    """From where."""
    words: Some
    """Its words."""
    unless: tuple[Words, ...] = ()
    """Longer words, in which these stand and mean something else."""
    alone: tuple[Words, ...] = ()
    """Words that say it where they stand alone: in a line, or between signs that set them apart."""
    passing: tuple[Words, ...] = ()
    """Words near these by which it is so only for a time, and does not count."""


class ContractWords(Model):
    """How a kind of contract is written."""

    kind: ContractKind
    """The kind."""
    words: Some
    """Its words."""
    unless: tuple[Words, ...] = ()
    """Longer words, in which these stand and mean something else."""
    alone: tuple[Words, ...] = ()
    """Words that say it where they stand alone: in a line, or between signs that set them apart."""


class LanguageName(Model):
    """A language that people speak."""

    code: Annotated[str, StringConstraints(pattern=r"^[a-z]{2}$")]
    """The two letters of ISO 639."""
    words: Some
    """Its names."""


class LanguageWords(Model):
    """How an advert asks for a language that people speak."""

    names: Annotated[tuple[LanguageName, ...], Field(min_length=1)]
    """The languages."""
    before: Some
    """Words before the name: it is a language that is asked for."""
    after: Some
    """Words behind the name that make it one."""
    no: tuple[Words, ...] = ()
    """Words right before the name of a language that is not needed."""


class NeedWords(Model):
    """How an advert says that something must be, or would be good."""

    must: Some
    """In a sentence: it must be."""
    helpful: Some
    """In a sentence: it would be good, and need not be."""
    must_headings: Some
    """In the heading over a sentence: it must be."""
    helpful_headings: Some
    """In the heading: it would be good."""
    apart: Some
    """Words between two parts of a sentence of which each says its own."""
    studies: tuple[Words, ...] = ()
    """Words before fields of study, which name skills and do not ask for them: `degree in`."""
    studied: tuple[Words, ...] = ()
    """Words behind them: what follows is asked for again."""


class TermsFile(Model):
    """The words by which an advert tells its terms and its needs."""

    schema_version: Literal[1]
    """The version of the file's shape, now 1."""
    needs: NeedWords
    """What must be, and what would be good."""
    pay: PayWords
    """Pay."""
    years: YearsWords
    """Years of experience."""
    degrees: Annotated[tuple[DegreeWords, ...], Field(min_length=1)]
    """Degrees, from the lowest to the highest."""
    equivalent: Some
    """Words by which something else does as well as a degree."""
    no_degree: tuple[Words, ...] = ()
    """Words right before a degree that is not needed."""
    levels: Annotated[tuple[LevelWords, ...], Field(min_length=1)]
    """Levels; of several in a title the last in this list counts."""
    work_places: Annotated[tuple[WorkPlaceWords, ...], Field(min_length=1)]
    """From where people work; of several the first in this list that is found counts."""
    contracts: Annotated[tuple[ContractWords, ...], Field(min_length=1)]
    """Kinds of contract."""
    places: Some
    """Words before the name of a place where the job is."""
    place_ends: tuple[Words, ...] = ()
    """Words that may stand behind such a name with a capital, and are not part of it."""
    languages: LanguageWords
    """Languages that people speak."""
