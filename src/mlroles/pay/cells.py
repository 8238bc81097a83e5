"""The part of ``pay.json`` that other screens quote, apart so that they load no more than that."""

from typing import Annotated, Literal

from pydantic import ConfigDict, StringConstraints

from mlroles.datafile.model import Amount, Count, Id, Model, Sentence, Year

FILE = "pay.json"
"""The file's name in a catalogue's directory."""

CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]

Percentiles = tuple[Amount, Amount, Amount, Amount, Amount]
"""The 10th, 25th, 50th, 75th and 90th percentile."""

MEDIAN = 2
"""The place of the median among them."""


class Main(Model):
    """The country and the year that are shown where none is asked for."""

    country: CountryCode
    """The country, as two capital letters."""
    year: Year
    """The year."""


class Country(Model):
    """A country that adverts come from."""

    code: CountryCode
    """Its code of two capital letters."""
    name: Sentence
    """Its name."""
    aliases: tuple[Sentence, ...] = ()
    """Other names that people type."""


class Cell(Model):
    """The bands of a role, or of one of its sub-titles, at one place."""

    role: Id
    """The id of the role."""
    sub_title: Id | None
    """The id of the sub-title; None for the role under the default mapping."""
    country: CountryCode | None
    """The country, as two capital letters; None for all together."""
    year: Year | None
    """The year; None for all together."""
    experience: Id | None
    """The id of the level of experience; None for all together."""
    adverts: Count
    """How many adverts there are, repeats included."""
    bands: Count
    """How many distinct bands they state."""
    low: Percentiles | None
    """The percentiles of the bands' lower ends; None where there are too few bands."""
    mid: Percentiles | None
    """The percentiles of the bands' mid-points; None where there are too few bands."""
    high: Percentiles | None
    """The percentiles of the bands' upper ends; None where there are too few bands."""


class PayHead(Model):
    """What of ``pay.json`` other screens quote; the rest of the file is not looked at."""

    model_config = ConfigDict(extra="ignore")

    source: Id
    currency: Currency
    main: Main
    countries: tuple[Country, ...]
    headlines: tuple[Cell, ...]


class LevelId(Model):
    """What of a level of experience its bands need."""

    model_config = ConfigDict(extra="ignore")

    id: Id


class PayBands(Model):
    """What of ``pay.json`` the pay of an advert is laid beside; the rest is not looked at."""

    model_config = ConfigDict(extra="ignore")

    source: Id
    currency: Currency
    percentiles: tuple[Literal[10], Literal[25], Literal[50], Literal[75], Literal[90]]
    levels: tuple[LevelId, ...]
    countries: tuple[Country, ...]
    cells: tuple[Cell, ...]
