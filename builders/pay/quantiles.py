"""Percentiles and bootstrap intervals: amounts come in, whole amounts go out."""

import math
import random
from collections.abc import Iterable, Iterator, Sequence

REPLICATES = 2000
"""How many bootstrap replicates an interval rests on."""


def percentiles(values: Iterable[float], wanted: Sequence[int]) -> list[int]:
    """Return percentiles of ``values``, with straight lines between neighbours, as whole numbers.

    At least one value is needed. A half is rounded up.
    """
    ordered = sorted(values)
    return [math.floor(_at(ordered, percent / 100) + 0.5) for percent in wanted]


def _at(ordered: Sequence[float], share: float) -> float:
    place = share * (len(ordered) - 1)
    below = math.floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def bootstrap_medians(
    values: Sequence[float], replicates: int, generator: random.Random
) -> Iterator[float]:
    """Yield the medians of bootstrap samples of ``values``, without drawing the samples.

    A bootstrap sample takes the value at place floor(n U) for n uniform U; its order statistics
    stand where those of the U do, and these follow beta distributions. So the one or two middle
    values are drawn directly, from exactly the distribution that drawing n values would give.
    """
    ordered = sorted(values)
    count = len(ordered)
    middle = (count + 1) // 2  # the lower middle, counted from 1

    def at(uniform: float) -> float:
        return ordered[min(int(count * uniform), count - 1)]

    for _ in range(replicates):
        lower = generator.betavariate(middle, count - middle + 1)
        if count % 2:
            yield at(lower)
        else:
            upper = lower + (1 - lower) * generator.betavariate(1, count - middle)
            yield (at(lower) + at(upper)) / 2


def difference(first: Sequence[float], second: Sequence[float], seed: str) -> dict[str, int]:
    """Return the difference of the medians, first minus second, with a 95 % interval."""
    generator = random.Random(seed)  # noqa: S311 - chance, not secrets
    drawn = [
        one - two
        for one, two in zip(
            bootstrap_medians(first, REPLICATES, generator),
            bootstrap_medians(second, REPLICATES, generator),
            strict=True,
        )
    ]
    low, high = (math.floor(_at(sorted(drawn), share) + 0.5) for share in (0.025, 0.975))
    medians = percentiles(first, [50])[0], percentiles(second, [50])[0]
    return {"difference": medians[0] - medians[1], "low": low, "high": high}
