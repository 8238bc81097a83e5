"""The part of ``pay.json`` that other screens quote, apart so that they load no more than that."""

from typing import Annotated

from pydantic import ConfigDict, Field, StringConstraints

from mlroles.datafile.model import Id, Model, Sentence

FILE = "pay.json"
"""The file's name in a catalogue's directory."""

Count = Annotated[int, Field(ge=0)]
Amount = Annotated[int, Field(ge=0)]
Year = Annotated[int, Field(ge=1900, le=2200)]
CountryCode = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}$")]
Currency = Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]

Percentiles = tuple[Amount, Amount, Amount, Amount, Amount]
"""The 10th, 25th, 50th, 75th and 90th percentile."""

MEDIAN = 2
"""The place of the median among them."""


class Main(Model):
    """The country and the year that are shown where none is asked for."""

    country: CountryCode
    year: Year


class Country(Model):
    """A country by its two-letter code."""

    code: CountryCode
    name: Sentence
    aliases: tuple[Sentence, ...] = ()


class Cell(Model):
    """Bands of a role or of one of its sub-titles; None stands for all.

    ``bands`` counts distinct ones. The percentiles are those of the bands' lower ends, mid-points
    and upper ends; None where there are too few bands.
    """

    role: Id
    sub_title: Id | None
    country: CountryCode | None
    year: Year | None
    experience: Id | None
    adverts: Count
    bands: Count
    low: Percentiles | None
    mid: Percentiles | None
    high: Percentiles | None


class PayHead(Model):
    """What of ``pay.json`` other screens quote; the rest of the file is not looked at."""

    model_config = ConfigDict(extra="ignore")

    source: Id
    currency: Currency
    main: Main
    countries: tuple[Country, ...]
    headlines: tuple[Cell, ...]
