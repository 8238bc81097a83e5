"""Pay in the text of an advert: told from funding, revenue, bonuses and retirement plans."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from mlroles.adverts.terms.found import Pay
from mlroles.adverts.terms.models import Basis, PayWords, Period
from mlroles.adverts.terms.patterns import any_of, words

_BEFORE = 160
"""Signs before an amount in which a word of pay may stand."""
_BEHIND = 60
"""Signs behind it."""
_OTHER_BEFORE = 45
_OTHER_BEHIND = 35
_THOUSAND = 1000
_LAKH = 100_000
_LEAST_BY_YEAR = 5000
"""Less is nobody's pay of a year."""
_MOST = 10**8
"""More is nobody's pay."""

_NUMBER = (
    r"(?:\d{1,3}(?:[,.'’]\d{2,3}){1,4}|\d{1,3}(?:[\u00a0\u202f ]\d{3}){1,3}|\d{1,9})"
    r"(?:[.,]\d{1,2})?(?!\d)"
)
_FRACTION = re.compile(r"[.,](\d{1,2})$")


@dataclass(frozen=True)
class _Found:
    pay: Pay
    points: int


class PayReader:
    """Finds what a job pays."""

    def __init__(self, file: PayWords) -> None:
        """Take in the words."""
        self._codes = {
            sign.casefold(): (each.code, sign in each.signs)
            for each in reversed(file.currencies)
            for sign in (*(each.shared or ()), *each.signs)
        }
        sign = any_of(self._codes)
        lakhs = any_of(file.lakhs)
        number = rf"(?:{_NUMBER})"
        self._amount = re.compile(
            rf"(?<![\w.,])(?P<sign>{sign})?\s?(?P<first>{number})(?P<k>\s?k(?![a-z]))?\+?"
            rf"(?P<between>\s?{sign})?(?:\s{{0,2}}(?:per\s(?:year|annum|hour|month|day)|/\s?(?:year|yr|hour|hr)|annually)?"
            rf"\s{{0,2}}(?:[-‐–—−~]{{1,2}}|to|and)\s{{0,2}}(?P<sign2>{sign})?\s?(?P<second>{number})(?P<k2>\s?k(?![a-z]))?\+?)?"
            rf"\s{{0,2}}(?:(?P<lakhs>{lakhs})|(?P<behind>{sign}))?",
            re.IGNORECASE,
        )
        self._about = words(file.about)
        self._other = words(file.other)
        self._periods = [(each.period, words(each.words)) for each in file.periods]
        self._bases = [(each.basis, words(each.words)) for each in file.bases]
        self._large = re.compile(
            r"\s?(?:m|mm|b|bn|million|billion|mio|trillion|%|percent)(?!\w)", re.I
        )
        self._upto = re.compile(r"(?:up to|maximum of|max\.?)\s{0,3}$", re.IGNORECASE)

    def pay(self, text: str) -> Pay | None:
        """Return the pay that ``text`` names most clearly, the first of equals; None without."""
        best = max(self._all(text), key=lambda each: each.points, default=None)
        return best.pay if best else None

    def _all(self, text: str) -> Iterator[_Found]:
        for match in self._amount.finditer(text):
            marked = (
                match["sign"]
                or match["sign2"]
                or match["behind"]
                or match["between"]
                or match["lakhs"]
            )
            if not marked and not (match["k"] or match["k2"]):
                continue
            if found := self._read(text, match):
                yield found

    def _read(self, text: str, match: "re.Match[str]") -> _Found | None:
        start, end = match.span()
        words_ = match.group().rstrip()
        start += len(words_) - len(words_.lstrip())
        words_ = words_.lstrip()
        end = start + len(words_)
        if self._large.match(text, end):
            return None
        sign = match["sign"] or match["sign2"] or match["between"] or match["behind"] or ""
        code, named = self._codes.get(sign.strip().casefold(), (None, False))
        behind_sign = match["behind"] or ""
        if not named and behind_sign:
            code, named = self._codes[behind_sign.strip().casefold()]
        before = text[max(0, start - _BEFORE) : start]
        behind = text[end : end + _BEHIND]
        period, told = self._period(before, behind)
        about = bool(self._about.search(before) or self._about.search(behind))
        if self._other.search(before[-_OTHER_BEFORE:]) or self._other.search(
            behind[:_OTHER_BEHIND]
        ):
            return None
        thousands = bool(match["k"] or match["k2"])
        low = _value(match["first"], thousands)
        high = _value(match["second"], thousands) if match["second"] else low
        if match["lakhs"]:
            low, high = low * _LAKH, high * _LAKH
            code, named, period, about = "INR", True, "year", True
        if high < low or high > _MOST or (not about and not told):
            return None
        if not sign and not match["lakhs"] and not thousands:
            return None
        if period == "year" and high < _LEAST_BY_YEAR:
            return None
        if period is None and high < _LEAST_BY_YEAR:
            return None
        only_high = not match["second"] and self._upto.search(before)
        return _Found(
            Pay(
                start=start,
                end=end,
                words=words_,
                low=None if only_high else low,
                high=None if not match["second"] and "+" in words_ else high,
                currency=code,
                currency_named=named,
                period=period,
                basis=self._basis(before, behind),
            ),
            2 * bool(match["second"]) + about + told,
        )

    def _period(self, before: str, behind: str) -> tuple[Period | None, bool]:
        """Return for how long the pay is, and whether that stands right behind it."""
        for reach, text in ((True, behind[:25]), (False, before[-80:])):
            found = [
                (match.start() if reach else -match.end(), period)
                for period, expression in self._periods
                for match in expression.finditer(text)
            ]
            if found:
                return min(found)[1], reach
        return None, False

    def _basis(self, before: str, behind: str) -> Basis | None:
        for text in (behind[:40], before[-60:]):
            for basis, expression in self._bases:
                if expression.search(text):
                    return basis
        return None


def _value(number: str, thousands: bool) -> float:
    """Return what a written number stands for: two digits at its end are a fraction."""
    fraction = _FRACTION.search(number)
    whole = number[: fraction.start()] if fraction else number
    value = float(re.sub(r"\D", "", whole)) + (float(f".{fraction[1]}") if fraction else 0.0)
    return value * _THOUSAND if thousands else value
