"""The arithmetic of the tool that summarises pay; its tables need Polars, the tests do not."""

import importlib.util
import json
import random
import statistics
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from mlroles.locations import data_directory

TOOL = Path(__file__).parents[2] / "tools" / "build_pay.py"


@pytest.fixture(scope="module")
def tool() -> ModuleType:
    """Return the tool as a module."""
    import sys

    spec = importlib.util.spec_from_file_location("build_pay", TOOL)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_pay"] = module  # where dataclasses look for their module
    spec.loader.exec_module(module)
    return module


def row(salary: int, title: str = "Baker", year: int = 2031) -> tuple[Any, ...]:
    """Return a row of a salary file; a dollar is two of the other currency."""
    return (year, "SE", "FT", title, salary, "EUR", salary // 2, "FR", 0, "FR", "M")


def test_neighbours_are_a_band(tool: ModuleType) -> None:
    """Two rows that follow one another and differ in nothing but the pay are a band."""
    (band,), single = tool.pair([row(200), row(100)])
    assert (band.low, band.high, band.low_usd, band.high_usd, single) == (100, 200, 50, 100, 0)
    assert band.about == (2031, "SE", "FT", "Baker", "EUR", "FR", 0, "FR", "M")


def test_equal_amounts_are_a_band_of_no_width(tool: ModuleType) -> None:
    """An advert with one amount is a band whose ends are equal."""
    (band,), single = tool.pair([row(100), row(100)])
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
def test_what_is_no_band_is_left_alone(tool: ModuleType, rows: list[tuple[Any, ...]]) -> None:
    """Rising amounts, rows that differ, and a last row are in no band."""
    assert tool.pair(rows) == ([], len(rows))


def test_every_row_is_in_one_band_or_in_none(tool: ModuleType) -> None:
    """Rows are paired from the top, each once, whatever stands in between."""
    rows = [row(300), row(200), row(200), row(100), row(50), row(70), row(60), row(1, "Miller")]
    bands, single = tool.pair(rows)
    assert [(band.low, band.high) for band in bands] == [(200, 300), (100, 200), (60, 70)]
    assert 2 * len(bands) + single == len(rows)


def test_percentiles_are_those_of_the_textbook(tool: ModuleType) -> None:
    """Percentiles lie on straight lines between neighbours; a half is rounded up."""
    assert tool.percentiles([3, 1, 2], [0, 25, 50, 75, 100]) == [1, 2, 2, 3, 3]
    assert tool.percentiles([7], [10, 50, 90]) == [7, 7, 7]
    values = [number * number % 1_000_003 for number in range(501)]
    quarters = statistics.quantiles(values, n=4, method="inclusive")
    assert tool.percentiles(values, [25, 50, 75]) == [int(each + 0.5) for each in quarters]


@pytest.mark.parametrize("count", [11, 12])
def test_bootstrap_is_that_of_drawing_samples(tool: ModuleType, count: int) -> None:
    """Medians drawn directly spread as those of samples that are really drawn."""
    generator = random.Random(2)  # noqa: S311 - chance, not secrets
    values = [generator.gauss(100, 20) for _ in range(count)]
    direct = list(tool.bootstrap_medians(values, 20_000, generator))
    drawn = [statistics.median(generator.choices(values, k=count)) for _ in range(20_000)]
    for one, other in zip(
        statistics.quantiles(direct, n=20), statistics.quantiles(drawn, n=20), strict=True
    ):
        assert abs(one - other) < 2
    assert set(direct) <= {(one + other) / 2 for one in values for other in values}


def test_difference_is_seeded(tool: ModuleType) -> None:
    """The same values and the same seed give the same interval, around the difference."""
    low, high = list(range(100, 130)), list(range(150, 190))
    found = tool.difference(high, low, "a place")
    assert found == tool.difference(high, low, "a place")
    assert found["difference"] == 170 - 115
    assert found["low"] < found["difference"] < found["high"]


def test_shipped_file_is_as_the_tool_writes_it(tool: ModuleType) -> None:
    """The shipped file stands in the tool's own layout, what is counted after what is written."""
    data = (data_directory() / "pay.json").read_bytes()
    document = json.loads(data)
    assert tool.dump(document) == data
    assert tuple(document)[-len(tool.COUNTED) :] == tool.COUNTED
    assert len(data) < 400_000
