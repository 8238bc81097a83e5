"""What the models of every data file are made of: frozen values, ids, texts, dates and numbers.

Every number has bounds, so that sums and quotients of numbers stay finite and can be printed.
"""

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
"""A stable name: lower-case letters and digits in groups joined by hyphens."""

Sentence = Annotated[str, StringConstraints(pattern=r"\S", max_length=4000)]
"""Text for people; never empty."""

MOST = 10**12
"""The largest count and the largest amount: more than there are people, or anybody is paid."""

Count = Annotated[int, Field(ge=0, le=MOST)]
"""How many of something there are."""

Amount = Annotated[int, Field(ge=0, le=MOST)]
"""Money, in whole units of a currency."""

Change = Annotated[int, Field(ge=-MOST, le=MOST)]
"""One amount minus another."""

Year = Annotated[int, Field(ge=1900, le=2200)]
"""A year of our calendar."""

Dated = Annotated[str, StringConstraints(pattern=r"^\d{4}(-\d\d(-\d\d)?)?$")]
"""A date as far as it is known: a year, a month or a day."""

Day = Annotated[date, Field(ge=date(2000, 1, 1), le=date(2100, 12, 31))]
"""A day of this century."""

Share = Annotated[float, Field(ge=0, le=1)]
"""A part of a whole."""

Mean = Annotated[float, Field(ge=0, le=1000)]
"""An average of small numbers, such as questions asked."""

Level = Annotated[int, Field(ge=0, le=9)]
"""A place on a scale of at most ten words."""


class Model(BaseModel):
    """Frozen, strict, and closed to unknown keys."""

    model_config = ConfigDict(
        frozen=True, strict=True, extra="forbid", allow_inf_nan=False, defer_build=True
    )
