"""Maps titles to roles: bands come in, the distinct bands of the mapped titles go out."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from builders.pay.rows import COLUMNS, Band

FULL_TIME = "FT"


@dataclass(frozen=True)
class Advert:
    """A distinct band as it is summarised, and how many adverts state it."""

    sub_title: str
    experience: str
    country: str
    year: int
    low: int
    high: int
    adverts: int

    @property
    def middle(self) -> float:
        """The mid-point of the band."""
        return (self.low + self.high) / 2


def distinct(bands: Sequence[Band], written: dict[str, Any]) -> tuple[list[Advert], Counter[str]]:
    """Return the distinct bands of the mapped titles, and how many adverts went where."""
    import polars as pl

    about = [name for name in COLUMNS if name not in {"salary", "salary_in_usd"}]
    ends = ["low", "high", "low_usd", "high_usd"]
    table = pl.DataFrame(
        [(*band.about, *band[1:]) for band in bands], schema=[*about, *ends], orient="row"
    )
    sub_titles = {title: each["id"] for each in written["sub_titles"] for title in each["titles"]}
    levels = {level["code"]: level["id"] for level in written["levels"]}
    countries = {country["code"] for country in written["countries"]}
    full_time = table.filter(pl.col("employment_type") == FULL_TIME)
    mapped = full_time.filter(pl.col("job_title").is_in(list(sub_titles)))
    if strange := set(mapped["company_location"]) - countries:
        raise SystemExit(f"Add to countries in the pay file: {', '.join(sorted(strange))}")
    counted = mapped.group_by(mapped.columns).len("adverts").sort(mapped.columns)
    adverts = [
        Advert(
            sub_titles[row["job_title"]],
            levels[row["experience_level"]],
            row["company_location"],
            row["work_year"],
            row["low_usd"],
            row["high_usd"],
            row["adverts"],
        )
        for row in counted.iter_rows(named=True)
    ]
    where = Counter(
        not_full_time=table.height - full_time.height,
        other_titles=full_time.height - mapped.height,
        repeats=mapped.height - counted.height,
        distinct=counted.height,
        abroad=mapped.filter(pl.col("company_location") != pl.col("employee_residence")).height,
    )
    return adverts, where
