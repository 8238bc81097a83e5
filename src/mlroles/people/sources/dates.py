"""Dates as files of people write them."""

import re
from calendar import month_abbr

_PLAIN = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?")
_WORDS = re.compile(r"(?:\d{1,2} )?([A-Za-z]{3})[a-z]*\.? (\d{4})")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")

FIRST, LAST = 1900, 2200
"""Years in which people held jobs."""


def read_date(value: object) -> str | None:
    """Return a date as far as it is known, as 2021, 2021-05 or 2021-05-31; None for none."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if FIRST <= value <= LAST else None
    if not isinstance(value, str):
        return None
    text = " ".join(value[:60].split())
    if found := _PLAIN.fullmatch(text):
        return _checked(*found.groups())
    if found := _WORDS.fullmatch(text):
        months = [each.casefold() for each in month_abbr]
        month = found[1].casefold()
        return _checked(found[2], f"{months.index(month):02}" if month in months else None, None)
    year = _YEAR.search(text)
    return year[0] if year else None


def _checked(year: str, month: str | None, day: str | None) -> str | None:
    """Return of a date what can be: a month that there is not leaves the year."""
    if not (year.isascii() and FIRST <= int(year) <= LAST):
        return None
    if month is None or not 1 <= int(month) <= 12:  # noqa: PLR2004 - months of a year
        return year
    if day is None or not 1 <= int(day) <= 31:  # noqa: PLR2004 - days of a month
        return f"{year}-{int(month):02}"
    return f"{year}-{int(month):02}-{int(day):02}"
