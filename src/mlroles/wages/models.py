"""The shapes of ``wages.json``.

People write which occupation codes come near which roles; ``builders/wages.py`` adds the figures.
These are wages that employers paid, and never stand on one scale with what adverts offer. What
must hold between the parts is in ``wages.check``.
"""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from mlroles.datafile.model import Amount, Count, Dated, Day, Id, Model, Sentence, Year

FILE = "wages.json"
"""The file's name in a catalogue's directory."""

PERCENTILES = (10, 25, 50, 75, 90)
"""The percentiles of a cell, in the order of its amounts."""

MEDIAN = 2
"""The place of the median among them."""

Soc = Annotated[str, StringConstraints(pattern=r"^\d\d-\d{4}$")]
"""A code of the US Standard Occupational Classification."""

Percent = Annotated[float, Field(ge=0, le=100)]
"""A part of a whole, in percent."""

Growth = Annotated[float, Field(ge=-100, le=1000)]
"""How much something grows, in percent; negative where it shrinks."""

Percentile = Literal[10, 25, 50, 75, 90]
"""A percentile of a cell."""


class CountedRole(Model):
    """A role whose people are counted under a code."""

    role: Id
    """The role; a catalogue need not have it."""
    place: Literal["nearest", "also"]
    """Whether this code comes nearest the role, or some of its people are counted here too."""
    reason: Sentence
    """Why it is read so."""


class Occupation(Model):
    """An occupation code."""

    soc: Soc
    """The code."""
    title: Sentence
    """The occupation's name in the classification."""
    text: Sentence
    """Whom it holds, in our words."""
    roles: tuple[CountedRole, ...] = ()
    """The roles that are counted under it."""


class NoCode(Model):
    """A role for which no code stands."""

    role: Id
    """The role."""
    text: Sentence
    """Where its people are counted instead, as far as that is known."""


class Industry(Model):
    """An industry for which figures are shown."""

    id: Id
    """The name by which it is asked for."""
    code: Sentence
    """The code in the source."""
    title: Sentence
    """The industry's name."""
    within: Id | None = None
    """The wider industry of which it is part; None where that is not shown."""


class State(Model):
    """A state or a territory of the United States."""

    id: Id
    """Its postal code in small letters."""
    code: Annotated[str, StringConstraints(pattern=r"^\d{7}$")]
    """The area's code in the source."""
    title: Sentence
    """Its name."""


class WageCell(Model):
    """Employees of an occupation and their wages, of the whole country or of a part of it."""

    soc: Soc
    """The occupation."""
    industry: Id | None = None
    """The industry; None for all together."""
    state: Id | None = None
    """The state; None for the whole country."""
    employees: Count | None
    """How many there are, rounded by the source; None where that is not released."""
    error: Percent | None
    """The relative standard error of that number in percent; None where it is not released."""
    mean: Amount | None
    """The mean wage of a year; None where it is not released."""
    amounts: tuple[Amount | None, Amount | None, Amount | None, Amount | None, Amount | None]
    """The 10th, 25th, 50th, 75th and 90th percentile of a year's wage; None where one is not
    released.
    """
    at_least: tuple[Percentile, ...] = ()
    """The percentiles of which the source says only that they reach `top_code`."""


class EducationShare(Model):
    """The share of workers whose highest degree is this."""

    level: Sentence
    """The degree."""
    percent: Percent
    """The share in percent."""


class Outlook(Model):
    """What is projected for an occupation."""

    soc: Soc
    """The occupation."""
    employment: Count
    """Jobs in the first year, the self-employed included."""
    projected: Count
    """Jobs in the last year."""
    change: Growth
    """The change between the two in percent."""
    openings: Count
    """Openings in a year on average, from growth and from people who leave."""
    entry: Sentence
    """The education that is typical for entering it."""
    education: tuple[EducationShare, ...] = ()
    """What the workers have, from the lowest to the highest."""
    education_exact: bool
    """Whether the education is that of this occupation, and not of a wider group."""


class Projections(Model):
    """Projected employment, from another programme of the same source."""

    source: Id
    """The id of the source that it comes from."""
    edition: Sentence
    """Which edition was read."""
    date: Dated
    """The date of that edition."""
    review_by: Day
    """The day by which somebody should look whether there is a newer one."""
    credit: Sentence
    """The credit to give."""
    first: Year
    """The year from which is projected."""
    last: Year
    """The year for which is projected."""
    limits: Sentence
    """What to keep in mind."""
    outlooks: tuple[Outlook, ...]
    """The occupations, in the order of the file's."""


class WagesFile(Model):
    """What employers pay in the occupations that come near the roles."""

    schema_version: Literal[1]
    """The version of the file's shape, now 1."""
    title: Sentence
    """What the file is about."""
    source: Id
    """The id of the source that it comes from."""
    edition: Sentence
    """Which edition was read."""
    year: Year
    """The year in which the wages were paid."""
    country: Sentence
    """The country, as it stands in a sentence."""
    date: Dated
    """The date on which that was published."""
    review_by: Day
    """The day by which somebody should look whether there is a newer one."""
    credit: Sentence
    """The credit to give."""
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")]
    """The currency of all amounts."""
    basis: Sentence
    """What the figures are."""
    limits: Sentence
    """What they are not."""
    top_code: Amount
    """The amount from which on the source may say no more than that it is reached."""
    occupations: Annotated[tuple[Occupation, ...], Field(min_length=1)]
    """The occupations, in the order in which they are shown."""
    no_code: tuple[NoCode, ...] = ()
    """The roles without a code."""
    industries: tuple[Industry, ...] = ()
    """The industries, in the order in which they are shown."""
    states: tuple[State, ...] = ()
    """The states and territories."""
    projections: Projections | None = None
    """Projected employment; None where there is none."""
    cells: tuple[WageCell, ...]
    """The figures: of the whole country, by industry, and by state."""
