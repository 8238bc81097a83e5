"""The builder of the pay file: its arithmetic, and the whole of it where Polars is installed."""

import json
import random
import statistics
from pathlib import Path
from typing import Any

import pytest

from builders.pay.__main__ import main
from builders.pay.adverts import Advert
from builders.pay.cells import Key, is_useful
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
    assert len(data) < 450_000


@pytest.mark.parametrize(
    ("sub_title", "country", "year", "adverts", "expected"),
    [
        (None, "GB", 2030, 1, True),
        ("baker", "FR", 2030, 1, True),
        ("baker", None, 2030, 1, True),
        ("baker", "GB", 2031, 1, False),
        ("baker", "GB", 2031, 2, True),
        ("miller", "FR", 2031, 1, True),
        ("miller", "FR", 2030, 2, False),
        ("miller", None, None, 2, False),
        ("miller", "GB", 2031, 2, False),
    ],
)
def test_a_cell_earns_its_place(
    sub_title: str | None, country: str | None, year: int | None, adverts: int, expected: bool
) -> None:
    """Titles have few cells abroad, and those that count as no role only the main one."""
    written = {
        "main": {"country": "FR", "year": 2031},
        "least_bands": 2,
        "sub_titles": [
            {"id": "baker", "counts_as": {"usual": "baker"}},
            {"id": "miller", "counts_as": {}},
        ],
    }
    band = Advert("baker", "old", "FR", 2031, 1, 2, 1)
    key = Key("baker", sub_title, country, year, None)
    assert is_useful(key, [band] * adverts, written) is expected


def salaries(path: Path) -> Path:
    """Write a made-up salary file: twelve bands of each role, one repeat, what is left out."""
    shipped = json.loads((data_directory() / "pay.json").read_bytes())
    usual = shipped["default_mapping"]
    titles = {each["counts_as"].get(usual): each["titles"][0] for each in shipped["sub_titles"]}
    titles.pop(None, None)
    rows = []
    for place, title in enumerate(titles.values()):
        for step in [0, *range(12)]:
            low = 100_000 + 20_000 * place + 1_000 * step
            rows += [salary(title, low + 40_000), salary(title, low)]
    rows += [salary("Baker", 50_000), salary("Baker", 40_000)]  # of no role
    rows += [salary(title, each, kind="CT") for each in (90_000, 80_000)]  # not full time
    rows += [salary(title, 70_000)]  # in no band
    lines = [COLUMNS, *rows]
    path.write_text("".join(",".join(map(str, each)) + "\n" for each in lines), "utf-8")
    return path


def salary(title: str, amount: int, kind: str = "FT") -> tuple[str | int, ...]:
    """Return a row of the salary file."""
    return (2031, "SE", kind, title, amount, "USD", amount, "US", 0, "US", "M")


def test_a_salary_file_becomes_the_pay_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every row is accounted for, what people wrote stays, and the second run changes nothing."""
    pytest.importorskip("polars")
    shipped, pay = data_directory() / "pay.json", tmp_path / "pay.json"
    pay.write_bytes(shipped.read_bytes())
    given = [str(salaries(tmp_path / "salaries.csv")), "--pay", str(pay)]
    assert main([*given, "--check"]) == 1
    assert pay.read_bytes() == shipped.read_bytes()
    assert main(given) == 0
    assert main([*given, "--check"]) == 0
    assert "up to date" in capsys.readouterr().out
    before, after = (json.loads(path.read_bytes()) for path in (shipped, pay))
    assert all(after[key] == before[key] for key in before if key not in COUNTED)
    roles = len(after["headlines"])
    assert after["main"] == {"country": "US", "year": 2031}
    assert after["rows"] == {
        "read": 26 * roles + 5,
        "single": 1,
        "not_full_time": 2,
        "other_titles": 2,
        "repeats": 2 * roles,
        "used": 24 * roles,
    }
    assert [(each["adverts"], each["bands"]) for each in after["headlines"]] == [(13, 12)] * roles
    assert after["headlines"][0]["low"] == [101_100, 102_750, 105_500, 108_250, 109_900]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        (("work_year", "year"), "does not have the columns"),
        ((",US,M", ",ZZ,M"), "Add to countries .*: ZZ"),
    ],
)
def test_a_file_that_does_not_fit_is_refused(
    tmp_path: Path, change: tuple[str, str], complaint: str
) -> None:
    """Other columns, or a country that the pay file does not name, end the run with a sentence."""
    pytest.importorskip("polars")
    file = salaries(tmp_path / "salaries.csv")
    file.write_text(file.read_text("utf-8").replace(*change), "utf-8")
    with pytest.raises(SystemExit, match=complaint):
        main([str(file), "--pay", str(data_directory() / "pay.json"), "--check"])
