"""The shapes of ``pay.json``.

The first half is written by people, the second (from ``main`` on) by ``builders/pay``.
Amounts are whole units of the file's currency. What must hold between the parts is in
``pay.check``.
"""

from typing import Annotated, Literal

from pydantic import Field

from mlroles.datafile.model import Id, Model, Sentence
from mlroles.pay.cells import Amount, Cell, Count, Country, CountryCode, Currency, Main, Year


class Mapping(Model):
    """One way to say which titles are a role."""

    id: Id
    title: Sentence
    text: Sentence


class SubTitle(Model):
    """Job titles that are treated alike; ``titles`` count word for word."""

    id: Id
    title: Sentence
    role: Id
    """The role under which it is listed."""
    titles: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    reason: Sentence
    counts_as: dict[Id, Id]
    """The role that it is in each mapping; a mapping that is not named leaves it out."""


class Level(Model):
    """A level of experience; ``code`` is what the source writes."""

    id: Id
    title: Sentence
    code: Sentence


class Rows(Model):
    """Where the rows of the source went; the others sum to ``read``."""

    read: Count
    single: Count
    """In no band: one amount, of which nobody knows what it is."""
    not_full_time: Count
    other_titles: Count
    repeats: Count
    """In a band that another advert states in the same words."""
    used: Count


class Difference(Model):
    """The median of the first role minus that of the second, with its 95 % interval."""

    country: CountryCode
    year: Year
    experience: Id
    roles: tuple[Id, Id]
    difference: int
    low: int
    high: int


class RoleMedian(Model):
    """A role's median mid-point under one mapping; None where there are too few bands."""

    role: Id
    adverts: Count
    bands: Count
    median: Amount | None


class Reading(Model):
    """The roles' medians at one level (None: all) under one mapping, with repeats or without."""

    experience: Id | None
    mapping: Id
    repeats: bool
    medians: tuple[RoleMedian, ...]


class PayFile(Model):
    """``pay.json``."""

    schema_version: Literal[1]
    title: Sentence
    source: Id
    currency: Currency
    basis: Sentence
    """What the figures are."""
    limits: Sentence
    """What they are not."""
    method: tuple[Sentence, ...] = ()
    """How they were made."""
    least_bands: Annotated[int, Field(ge=2)]
    """With fewer distinct bands a cell has counts but no figures."""
    percentiles: tuple[Literal[10], Literal[25], Literal[50], Literal[75], Literal[90]]
    default_mapping: Id
    mappings: Annotated[tuple[Mapping, ...], Field(min_length=1)]
    sub_titles: tuple[SubTitle, ...]
    levels: tuple[Level, ...]
    countries: tuple[Country, ...]
    main: Main
    rows: Rows
    headlines: tuple[Cell, ...]
    """For each role the cell of the main country and year: what other screens quote."""
    cells: tuple[Cell, ...]
    differences: tuple[Difference, ...]
    sensitivity: tuple[Reading, ...]
