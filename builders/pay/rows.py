"""Reads a salary file and pairs its rows: a CSV comes in, the bands that adverts state go out."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

COLUMNS = (
    "work_year",
    "experience_level",
    "employment_type",
    "job_title",
    "salary",
    "salary_currency",
    "salary_in_usd",
    "employee_residence",
    "remote_ratio",
    "company_location",
    "company_size",
)


SALARY, IN_USD = COLUMNS.index("salary"), COLUMNS.index("salary_in_usd")


Row = tuple[Any, ...]
"""A row of the salary file, in the order of COLUMNS."""


class Band(NamedTuple):
    """What an advert states: everything about it, and its band in its currency and in dollars."""

    about: Row
    low: int
    high: int
    low_usd: int
    high_usd: int


class Paired(NamedTuple):
    """The bands, and how many rows belong to none."""

    bands: list[Band]
    single: int


def read_rows(path: Path) -> list[Row]:
    """Return the rows of the salary file; exits where it is not one."""
    import polars as pl

    texts, numbers = pl.String, pl.Int64
    number_columns = {"work_year", "salary", "salary_in_usd", "remote_ratio"}
    schema = {name: numbers if name in number_columns else texts for name in COLUMNS}
    table = pl.read_csv(path, schema_overrides=schema, null_values=[])
    if tuple(table.columns) != COLUMNS or sum(table.null_count().row(0)):
        raise SystemExit(f"{path} does not have the columns {', '.join(COLUMNS)}, each filled.")
    rows: list[Row] = table.rows()
    return rows


def pair(rows: Sequence[Row]) -> Paired:
    """Return the bands: neighbours that are equal but for the pay, the first not the lower."""
    bands: list[Band] = []
    single = place = 0
    while place < len(rows):
        first = rows[place]
        second = rows[place + 1] if place + 1 < len(rows) else None
        if second and _about(first) == _about(second) and first[SALARY] >= second[SALARY]:
            low, high = second, first
            bands.append(Band(_about(first), low[SALARY], high[SALARY], low[IN_USD], high[IN_USD]))
            place += 2
        else:
            single += 1
            place += 1
    return Paired(bands, single)


def _about(row: Row) -> Row:
    return tuple(value for column, value in enumerate(row) if column not in {SALARY, IN_USD})
