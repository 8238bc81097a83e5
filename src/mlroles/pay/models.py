"""The shapes of ``pay.json``.

The first half is written by people, the second (from ``main`` on) by ``builders/pay``.
Amounts are whole units of the file's currency. What must hold between the parts is in
``pay.check``.
"""

from typing import Annotated, Literal

from pydantic import Field

from mlroles.datafile.model import Amount, Change, Count, Id, Model, Sentence, Year
from mlroles.pay.cells import Cell, Country, CountryCode, Currency, Main


class Mapping(Model):
    """One way to say which titles are a role."""

    id: Id
    """Its id."""
    title: Sentence
    """Its name on the screen."""
    text: Sentence
    """Which titles it takes."""


class SubTitle(Model):
    """Job titles that are treated alike."""

    id: Id
    """Its id."""
    title: Sentence
    """Its name on the screen."""
    role: Id
    """The id of the role under which it is listed, whether it counts or not."""
    titles: Annotated[tuple[Sentence, ...], Field(min_length=1)]
    """The job titles, which count word for word."""
    reason: Sentence
    """Why these titles count as they do."""
    counts_as: dict[Id, Id]
    """The id of the role that it is in each mapping, by the mapping's id; a mapping that is not
    named leaves it out.
    """


class Level(Model):
    """A level of experience."""

    id: Id
    """Its id."""
    title: Sentence
    """Its name on the screen."""
    code: Sentence
    """What the salary file writes for it."""


class Rows(Model):
    """Where the rows of the salary file went."""

    read: Count
    """How many rows there were, which the other counts sum to."""
    single: Count
    """Rows in no band: one amount, of which nobody knows what it is."""
    not_full_time: Count
    """Rows in bands of other than full-time work."""
    other_titles: Count
    """Rows in bands of titles that no sub-title names."""
    repeats: Count
    """Rows in bands that another advert states in the same words."""
    used: Count
    """Rows in the distinct bands that are summarised."""


class Difference(Model):
    """How far the medians of two roles lie apart."""

    country: CountryCode
    """The country, as two capital letters."""
    year: Year
    """The year of the adverts."""
    experience: Id
    """The id of the level of experience."""
    roles: tuple[Id, Id]
    """The ids of the two roles."""
    difference: Change
    """The median mid-point of the first role minus that of the second."""
    low: Change
    """The lower end of the difference's 95 % interval."""
    high: Change
    """The upper end of the difference's 95 % interval."""


class RoleMedian(Model):
    """A role's median under one mapping."""

    role: Id
    """The id of the role."""
    adverts: Count
    """How many adverts there are, repeats included."""
    bands: Count
    """How many distinct bands they state."""
    median: Amount | None
    """The median mid-point; None where there are too few bands."""


class Reading(Model):
    """The roles' medians at one level of experience, read in one way."""

    experience: Id | None
    """The id of the level; None for all levels together."""
    mapping: Id
    """The id of the mapping."""
    repeats: bool
    """Whether each advert counts, rather than each distinct band once."""
    medians: tuple[RoleMedian, ...]
    """The median of each role."""


class PayFile(Model):
    """What job adverts offer, summarised; a builder writes what follows the countries."""

    schema_version: Literal[1]
    """The version of the file's shape, now 1."""
    title: Sentence
    """The heading of the pay screen."""
    source: Id
    """The id in `sources.json` of the source that the adverts come from."""
    currency: Currency
    """The currency of all amounts, as three capital letters such as USD."""
    basis: Sentence
    """What the figures are, said with every result."""
    limits: Sentence
    """What the figures are not, said with every result."""
    method: tuple[Sentence, ...] = ()
    """How the figures were made, a sentence each."""
    least_bands: Annotated[int, Field(ge=2, le=1_000_000)]
    """With fewer distinct bands than this there are counts but no figures."""
    percentiles: tuple[Literal[10], Literal[25], Literal[50], Literal[75], Literal[90]]
    """Which percentiles five figures in a row are."""
    default_mapping: Id
    """The id of the mapping that holds wherever none is named."""
    mappings: Annotated[tuple[Mapping, ...], Field(min_length=1)]
    """The ways to say which titles are a role."""
    sub_titles: tuple[SubTitle, ...]
    """Job titles, those that are treated alike together."""
    levels: tuple[Level, ...]
    """The levels of experience, from the lowest."""
    countries: tuple[Country, ...]
    """The countries that adverts come from."""
    main: Main
    """What is shown where none is asked for: the country and year with most adverts in which
    every role has figures.
    """
    rows: Rows
    """Where the rows of the salary file went."""
    headlines: tuple[Cell, ...]
    """The cell of each role in the main country and year, which other screens quote."""
    cells: tuple[Cell, ...]
    """The summaries, by role or sub-title, country, year and level."""
    differences: tuple[Difference, ...]
    """How far two roles lie apart within one country, year and level."""
    sensitivity: tuple[Reading, ...]
    """The medians in the main country and year under every mapping, with repeats and without."""
