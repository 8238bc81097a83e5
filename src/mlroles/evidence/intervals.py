"""How sure a share is, and how sure the difference of two shares."""

from dataclasses import dataclass
from math import sqrt

Z_95 = 1.959963984540054
"""The 97.5th percentile of the standard normal distribution: for intervals of 95 %."""

Z_99 = 2.5758293035489004
"""Its 99.5th percentile: for intervals of 99 %, on which verdicts rest."""


@dataclass(frozen=True)
class Interval:
    """A value between 0 and 1 (a difference: -1 and 1), and the ends of its interval."""

    value: float
    low: float
    high: float


def wilson(count: int, base: int, z: float = Z_95) -> Interval:
    """Return the share ``count / base`` with Wilson's score interval, cut at 0 and 1.

    ``base`` is at least 1 and ``count`` between 0 and ``base``. Source: E. B. Wilson, "Probable
    inference, the law of succession, and statistical inference", JASA 22 (1927) 209-212.
    """
    share = count / base
    middle = share + z * z / (2 * base)
    reach = z * sqrt(share * (1 - share) / base + z * z / (4 * base * base))
    scale = 1 + z * z / base
    # Rounding may put an end past the share where it is 0 or 1.
    low = min(share, max(0.0, (middle - reach) / scale))
    high = max(share, min(1.0, (middle + reach) / scale))
    return Interval(share, low, high)


def difference(first: Interval, second: Interval) -> Interval:
    """Return first minus second share, with Newcombe's interval from theirs of one level.

    Source: R. G. Newcombe, "Interval estimation for the difference between independent
    proportions", Statistics in Medicine 17 (1998) 873-890, method 10.
    """
    value = first.value - second.value
    below = sqrt((first.value - first.low) ** 2 + (second.high - second.value) ** 2)
    above = sqrt((first.high - first.value) ** 2 + (second.value - second.low) ** 2)
    return Interval(value, value - below, value + above)
