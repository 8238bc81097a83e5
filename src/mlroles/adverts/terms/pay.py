"""Pay in the text of an advert: told from funding, revenue, bonuses and retirement plans."""

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from mlroles.adverts.terms.found import Pay
from mlroles.adverts.terms.models import Basis, PayWords, Period
from mlroles.adverts.terms.patterns import Phrases, any_of

_BEFORE = 160
"""Signs before an amount in which a word of pay may stand."""
_BEHIND = 60
"""Signs behind it."""
_OTHER_BEFORE = 45
_OTHER_BEHIND = 35
_THOUSAND = 1000
_LAKH = 100_000
_LEAST: "dict[Period | None, int]" = {None: 5000, "year": 5000, "month": 400}
"""Less is nobody's pay for that time, but an allowance; what has no period may be of a year."""
_MOST_BY_DAY = 20_000
"""More is nobody's pay of an hour or a day, whatever word stands near."""
_MOST = 10**8
"""More is nobody's pay."""

_NUMBER = (
    r"(?:\d{1,3}(?:[,.'’]\d{2,3}){1,4}|\d{1,3}(?:[\u00a0\u202f ]\d{3}){1,3}|\d{1,9})"
    r"(?:[.,]\d{1,2})?(?!\d)"
)
_FRACTION = re.compile(r"[.,](\d{1,2})$")
_LARGE = re.compile(r"\s?(?:m|mm|b|bn|million|billion|mio|trillion|%|percent)(?!\w)")
_UP_TO = re.compile(r"(?:up to|maximum of|max\.?)\s{0,3}$")
_BESIDE = re.compile(r"(.{25}\w*).*", re.DOTALL)
"""The words right behind an amount, none of them cut, and the rest."""
_DIGITS = re.compile(r"\d\d*")  # a search for a single sign first is much faster
_SIGN = 5
"""Signs of a currency and the space behind it, at most."""
_NEAR = 40
"""Signs behind the start of a range within which its currency or its thousands stand."""
_THOUSANDS = re.compile(r"\d\s?k")
_MOST_NUMBERS = 5000
"""Numbers of a text that are looked at, the first ones: no advert has so many."""
_LONGEST = 80
"""Signs of a range of pay, at most."""


class _Found(NamedTuple):
    pay: Pay
    points: int


class PayReader:
    """Finds what a job pays."""

    def __init__(self, file: PayWords) -> None:
        """Take in the words."""
        self._codes = {
            sign: (each.code, sign in each.signs)
            for each in reversed(file.currencies)
            for sign in (*(each.shared or ()), *each.signs)
        }
        self._lakhs = file.lakhs
        self._marks = (*self._codes, *file.lakhs)
        self._about = Phrases(file.about)
        self._other = Phrases(file.other)
        self._periods = [(each.period, Phrases(each.words)) for each in file.periods]
        self._bases = [(each.basis, Phrases(each.words)) for each in file.bases]

    @cached_property
    def _amount(self) -> "re.Pattern[str]":
        # A digit may follow a currency's letters without a space.
        named = sorted(self._codes, key=len, reverse=True)
        letters = "|".join(re.escape(each) for each in named if each[0].isalpha())
        others = "|".join(re.escape(each) for each in named if not each[0].isalpha())
        sign = rf"(?:(?:{others or '(?!)'})|(?<![a-z])(?:{letters or '(?!)'})(?![a-z]))"
        period = r"(?:per\s(?:year|annum|hour|month|day)|/\s?(?:year|yr|hour|hr)|annually)?"
        return re.compile(
            rf"(?:(?P<sign>{sign})\s?|(?<![\w.,]))(?P<first>{_NUMBER})(?P<k>\s?k(?![a-z]))?\+?"
            rf"(?:\s?(?P<between>{sign}))?(?:\s{{0,2}}{period}\s{{0,2}}(?:[-‐–—−~]{{1,2}}|to|and)"
            rf"\s{{0,2}}(?:(?P<sign2>{sign})\s?)?(?P<second>{_NUMBER})(?P<k2>\s?k(?![a-z]))?\+?)?"
            rf"(?:\s{{0,2}}(?:(?P<lakhs>{any_of(self._lakhs)})|(?P<behind>{sign})))?"
        )

    def pay(self, text: str, small: str) -> Pay | None:
        """Return the pay that ``text`` names most clearly, the first of equals; None without.

        ``small`` is ``text`` in small letters.
        """
        best = max(self._all(text, small), key=lambda each: each.points, default=None)
        return best.pay if best else None

    def _all(self, text: str, small: str) -> Iterator[_Found]:
        numbers = [each.span() for each in islice(_DIGITS.finditer(small), _MOST_NUMBERS)]
        around = "\n".join(small[max(0, start - _SIGN) : end + _NEAR] for start, end in numbers)
        marks = [each for each in self._marks if each in around]
        reach = 0
        for start, end in numbers:
            first = max(reach, start - _SIGN)
            if start < reach or not _may_be_pay(small[first : end + _NEAR], marks):
                continue
            places = range(first, start + 1)
            matches = (self._amount.match(small, each, end + _LONGEST) for each in places)
            if match := next(filter(None, matches), None):
                reach = match.end()
                if found := self._read(text, small, match):
                    yield found

    def _read(self, text: str, small: str, match: "re.Match[str]") -> _Found | None:
        start, end = match.span()
        before = small[max(0, start - _BEFORE) : start]
        behind = small[end : end + _BEHIND]
        period, told = self._period(before, behind)
        # Behind a range with its period stands what else there is.
        done = match["second"] and told
        near = before[-_OTHER_BEFORE:] + match.group() + behind[: 0 if done else _OTHER_BEHIND]
        thousands = bool(match["k"] or match["k2"])
        signs = [
            self._codes[each]
            for name in ("sign", "sign2", "between", "behind")
            if (each := match[name])
        ]
        if (
            _LARGE.match(small, end)
            or self._other.search(near)
            or not (signs or thousands or match["lakhs"])
        ):
            return None
        about = bool(match["lakhs"] or self._about.search(before) or self._about.search(behind))
        low = _value(match["first"], thousands)
        high = _value(match["second"], thousands) if match["second"] else low
        if low < _THOUSAND <= low * _THOUSAND <= high:
            low *= _THOUSAND
        code, named = next(
            (each for each in signs if each[1]), signs[0] if signs else (None, False)
        )
        if match["lakhs"]:
            low, high, code, named, period = low * _LAKH, high * _LAKH, "INR", True, "year"
        if high < low or high > _MOST or not (about or told):
            return None
        if period in {"hour", "day"} and high > _MOST_BY_DAY:
            period = None
        if high < _LEAST.get(period, 0):
            return None
        only_high = not match["second"] and _UP_TO.search(before)
        pay = Pay(
            start=start,
            end=end,
            words=text[start:end],
            low=None if only_high else low,
            high=None if not match["second"] and "+" in match.group() else high,
            currency=code,
            currency_named=named,
            period=period,
            basis=self._basis(before, behind),
        )
        return _Found(pay, 2 * bool(match["second"]) + about + told)

    def _period(self, before: str, behind: str) -> tuple[Period | None, bool]:
        """Return for how long the pay is, and whether that stands right behind it."""
        for reach, text in ((True, _BESIDE.sub(r"\1", behind)), (False, before[-80:])):
            found = [
                (match.start() if reach else -match.end(), period)
                for period, phrases in self._periods
                for match in phrases.finditer(text, 0, len(text))
            ]
            if found:
                return min(found)[1], reach
        return None, False

    def _basis(self, before: str, behind: str) -> Basis | None:
        for text in (behind[:40], before[-60:]):
            for basis, phrases in self._bases:
                if phrases.search(text):
                    return basis
        return None


def _may_be_pay(small: str, marks: Iterable[str]) -> bool:
    """Say whether something beside a number may make it an amount; quicker than reading it."""
    return any(map(small.__contains__, marks)) or bool(_THOUSANDS.search(small))


def _value(number: str, thousands: bool) -> float:
    """Return what a written number stands for: two digits at its end are a fraction."""
    fraction = _FRACTION.search(number)
    whole = number[: fraction.start()] if fraction else number
    value = float(re.sub(r"\D", "", whole)) + (float(f".{fraction[1]}") if fraction else 0.0)
    return value * _THOUSAND if thousands else value
