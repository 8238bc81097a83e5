"""What other screens say of a role's advertised pay: one line, with its counts and its source."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class AdvertisedPay:
    """The mid-points of a role's advertised bands in one country and year.

    Half of them lie from ``low`` to ``high``; ``bands`` counts distinct ones.
    """

    country: str
    year: int
    currency: str
    median: int
    low: int
    high: int
    adverts: int
    bands: int
    source: str


PayByRole = Mapping[str, AdvertisedPay]
"""The advertised pay of roles by their ids; a role may be missing."""

NO_PAY: PayByRole = {}
