"""The builder of the pay file: its arithmetic, and the whole of it where Polars is installed."""

import json
import random
import statistics
from pathlib import Path
from typing import Any

import pytest

from builders.pay.__main__ import main
from builders.pay.document import COUNTED, dump
from builders.pay.quantiles import bootstrap_medians, difference, percentiles
from builders.pay.rows import COLUMNS, pair
from mlroles.locations import data_directory


def row(salary: int, title: str = "Baker", year: int = 2031) -> tuple[Any, ...]:
    """Return a row of a salary file; a dollar is two of the other currency."""
    return (year, "SE", "FT", title, salary, "EUR", salary // 2, "FR", 0, "FR", "M")


def test_neighbours_are_a_band() -> None:
    """Two rows that follow one another and differ in nothing but the pay are a band."""
    (band,), single = pair([row(200), row(100)])
    assert (band.low, band.high, band.low_usd, band.high_usd, single) == (100, 200, 50, 100, 0)
    assert band.about == (2031, "SE", "FT", "Baker", "EUR", "FR", 0, "FR", "M")


def test_equal_amounts_are_a_band_of_no_width() -> None:
    """An advert with one amount is a band whose ends are equal."""
    (band,), single = pair([row(100), row(100)])
    assert (band.low, band.high, single) == (100, 100, 0)


@pytest.mark.parametrize(
    "rows",
    [
        [row(100), row(200)],
        [row(200), row(100, title="Miller")],
        [row(200), row(100, year=2030)],
        [row(200)],
        [],
    ],
)
def test_what_is_no_band_is_left_alone(rows: list[tuple[Any, ...]]) -> None:
    """Rising amounts, rows that differ, and a last row are in no band."""
    assert pair(rows) == ([], len(rows))


def test_every_row_is_in_one_band_or_in_none() -> None:
    """Rows are paired from the top, each once, whatever stands in between."""
    rows = [row(300), row(200), row(200), row(100), row(50), row(70), row(60), row(1, "Miller")]
    bands, single = pair(rows)
    assert [(band.low, band.high) for band in bands] == [(200, 300), (100, 200), (60, 70)]
    assert 2 * len(bands) + single == len(rows)


def test_percentiles_are_those_of_the_textbook() -> None:
    """Percentiles lie on straight lines between neighbours; a half is rounded up."""
    assert percentiles([3, 1, 2], [0, 25, 50, 75, 100]) == [1, 2, 2, 3, 3]
    assert percentiles([7], [10, 50, 90]) == [7, 7, 7]
    values = [number * number % 1_000_003 for number in range(501)]
    quarters = statistics.quantiles(values, n=4, method="inclusive")
    assert percentiles(values, [25, 50, 75]) == [int(each + 0.5) for each in quarters]


@pytest.mark.parametrize("count", [11, 12])
def test_bootstrap_is_that_of_drawing_samples(count: int) -> None:
    """Medians drawn directly spread as those of samples that are really drawn."""
    generator = random.Random(2)  # noqa: S311 - chance, not secrets
    values = [generator.gauss(100, 20) for _ in range(count)]
    direct = list(bootstrap_medians(values, 20_000, generator))
    drawn = [statistics.median(generator.choices(values, k=count)) for _ in range(20_000)]
    for one, other in zip(
        statistics.quantiles(direct, n=20), statistics.quantiles(drawn, n=20), strict=True
    ):
        assert abs(one - other) < 2
    assert set(direct) <= {(one + other) / 2 for one in values for other in values}


def test_difference_is_seeded() -> None:
    """The same values and the same seed give the same interval, around the difference."""
    low, high = list(range(100, 130)), list(range(150, 190))
    found = difference(high, low, "a place")
    assert found == difference(high, low, "a place")
    assert found["difference"] == 170 - 115
    assert found["low"] < found["difference"] < found["high"]


def test_shipped_file_is_as_the_tool_writes_it() -> None:
    """The shipped file stands in the tool's own layout, what is counted after what is written."""
    data = (data_directory() / "pay.json").read_bytes()
    document = json.loads(data)
    assert dump(document) == data
    assert tuple(document)[-len(COUNTED) :] == COUNTED
    assert len(data) < 400_000
