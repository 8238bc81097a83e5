"""Which laws require the advert of a job at some place to state pay."""

import re
from collections.abc import Sequence

from mlroles.hire.advert_models import PayLaw


def laws_at(laws: Sequence[PayLaw], place: str) -> tuple[PayLaw, ...]:
    """Return the laws of the places that ``place``, words of an advert, names."""
    return tuple(each for each in laws if _names(each, place))


def _names(law: PayLaw, place: str) -> bool:
    names = "|".join(map(re.escape, law.names))
    if re.search(rf"(?<!\w)(?:{names})(?!\w)", place, re.IGNORECASE):
        return True
    codes = "|".join(law.codes)  # "Denver, CO", and not the company "Smith & Co"
    return bool(codes) and bool(re.search(rf",\s*(?:{codes})(?!\w)", place))
