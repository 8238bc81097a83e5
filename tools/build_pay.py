"""Summarises a salary file of aijobs.net as ``data/pay.json``.

    python tools/build_pay.py FILE [--pay data/pay.json] [--check]

``data/pay.json`` has two halves. What people write (the mapping of titles to roles with its
reasons, the levels, the countries, the words about the data) is read from it and kept; what can
be counted (from ``main`` on) is written anew from FILE, a CSV that may be compressed. The same
FILE and the same written half give the same bytes. A report says where every row went.

Needs Polars: ``pip install -e '.[pay-build]'``. What is arithmetic rather than tables is plain
Python below, and has its tests.
"""

import argparse
import json
import math
import random
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Any, NamedTuple

PAY = Path(__file__).parents[1] / "data" / "pay.json"
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
FULL_TIME = "FT"
REPLICATES = 2000
"""How many bootstrap replicates an interval rests on."""

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


# Tables --------------------------------------------------------------------------------------


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


class Key(NamedTuple):
    """What a cell is about; None stands for all."""

    role: str
    sub_title: str | None
    country: str | None
    year: int | None
    experience: str | None


def grouped(adverts: Sequence[Advert], written: dict[str, Any]) -> dict[Key, list[Advert]]:
    """Return the adverts of every cell, in the order of the file."""
    default = written["default_mapping"]
    owner = {each["id"]: each for each in written["sub_titles"]}
    cells: dict[Key, list[Advert]] = {}
    for advert in adverts:
        mapped = owner[advert.sub_title]
        names: list[tuple[str, str | None]] = [(mapped["role"], advert.sub_title)]
        if role := mapped["counts_as"].get(default):
            names.append((role, None))
        places = product(
            names, (None, advert.country), (None, advert.year), (None, advert.experience)
        )
        for (role, sub_title), country, year, experience in places:
            key = Key(role, sub_title, country, year, experience)
            cells.setdefault(key, []).append(advert)
    roles = list(dict.fromkeys(each["role"] for each in written["sub_titles"]))
    orders = (
        roles,
        [None, *owner],
        [None, *(country["code"] for country in written["countries"])],
        [None, *range(1900, 2200)],
        [None, *(level["id"] for level in written["levels"])],
    )
    ranks = [{value: rank for rank, value in enumerate(order)} for order in orders]
    by_rank: Callable[[Key], list[int]] = lambda key: [  # noqa: E731
        rank[part] for rank, part in zip(ranks, key, strict=True)
    ]
    return {key: cells[key] for key in sorted(cells, key=by_rank)}


def main_place(adverts: Sequence[Advert], written: dict[str, Any]) -> dict[str, Any]:
    """Return the country and year with most adverts among those that have figures for all roles."""
    owner = {each["id"]: each["counts_as"] for each in written["sub_titles"]}
    roles = {each["role"] for each in written["sub_titles"]}
    bands: Counter[tuple[str, int, str]] = Counter()
    stated: Counter[tuple[str, int]] = Counter()
    for each in adverts:
        if role := owner[each.sub_title].get(written["default_mapping"]):
            bands[each.country, each.year, role] += 1
            stated[each.country, each.year] += each.adverts
    whole = [
        place
        for place in stated
        if min(bands[*place, role] for role in roles) >= written["least_bands"]
    ]
    if not whole:
        raise SystemExit("No country and year has enough bands of every role.")
    country, year = max(whole, key=lambda place: (stated[place], place))
    return {"country": country, "year": year}


def cell(key: Key, adverts: Sequence[Advert], written: dict[str, Any]) -> dict[str, Any]:
    """Return a cell of the file: counts, and figures where there are enough distinct bands."""
    wanted = written["percentiles"]
    enough = len(adverts) >= written["least_bands"]
    return {
        **key._asdict(),
        "adverts": sum(each.adverts for each in adverts),
        "bands": len(adverts),
        "low": percentiles([each.low for each in adverts], wanted) if enough else None,
        "mid": percentiles([each.middle for each in adverts], wanted) if enough else None,
        "high": percentiles([each.high for each in adverts], wanted) if enough else None,
    }


def is_useful(key: Key, adverts: Sequence[Advert], written: dict[str, Any]) -> bool:
    """Return whether a cell earns its place: a small one of a sub-title abroad does not."""
    at_home = key.country in {None, written["main"]["country"]}
    return key.sub_title is None or at_home or len(adverts) >= written["least_bands"]


def differences(
    cells: dict[Key, list[Advert]], written: dict[str, Any]
) -> Iterator[dict[str, Any]]:
    """Yield the differences of two roles within one country, year and experience level."""
    roles = list(dict.fromkeys(each["role"] for each in written["sub_titles"]))
    places = dict.fromkeys(
        key[2:] for key in cells if key.sub_title is None and None not in key[2:]
    )
    for country, year, experience in places:
        for pair_of_roles in combinations(roles, 2):
            keys = [Key(role, None, country, year, experience) for role in pair_of_roles]
            first, second = ([each.middle for each in cells.get(key, ())] for key in keys)
            if min(len(first), len(second)) < written["least_bands"]:
                continue
            seed = f"{country} {year} {experience} {' '.join(pair_of_roles)}"
            yield {
                "country": country,
                "year": year,
                "experience": experience,
                "roles": list(pair_of_roles),
                **difference(first, second, seed),
            }


def sensitivity(adverts: Sequence[Advert], written: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield the roles' medians under each mapping, with and without repeats, level by level."""
    main = written["main"]
    here = [
        each for each in adverts if (each.country, each.year) == (main["country"], main["year"])
    ]
    owner = {each["id"]: each["counts_as"] for each in written["sub_titles"]}
    roles = list(dict.fromkeys(each["role"] for each in written["sub_titles"]))
    levels = [None, *(level["id"] for level in written["levels"])]
    for level, mapping, repeats in product(levels, written["mappings"], (False, True)):
        medians = []
        for role in roles:
            own = [
                each
                for each in here
                if level in {None, each.experience}
                and owner[each.sub_title].get(mapping["id"]) == role
            ]
            values = [each.middle for each in own for _ in range(each.adverts if repeats else 1)]
            enough = len(own) >= written["least_bands"]
            medians.append(
                {
                    "role": role,
                    "adverts": sum(each.adverts for each in own),
                    "bands": len(own),
                    "median": percentiles(values, [50])[0] if enough else None,
                }
            )
        yield {
            "experience": level,
            "mapping": mapping["id"],
            "repeats": repeats,
            "medians": medians,
        }


# The file ------------------------------------------------------------------------------------


def build(rows: Sequence[Row], written: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """Return the whole pay file, and the report on where every row went."""
    paired = pair(rows)
    adverts, where = distinct(paired.bands, written)
    written = {**written, "main": main_place(adverts, written)}
    cells = grouped(adverts, written)
    useful = [cell(key, own, written) for key, own in cells.items() if is_useful(key, own, written)]
    counts = {
        "read": len(rows),
        "single": paired.single,
        "not_full_time": 2 * where["not_full_time"],
        "other_titles": 2 * where["other_titles"],
        "repeats": 2 * where["repeats"],
        "used": 2 * where["distinct"],
    }
    main = Key("", None, written["main"]["country"], written["main"]["year"], None)
    roles = list(dict.fromkeys(each["role"] for each in written["sub_titles"]))
    headlines = [main._replace(role=role) for role in roles]
    document = {
        **written,
        "rows": counts,
        "headlines": [cell(key, cells[key], written) for key in headlines if key in cells],
        "cells": useful,
        "differences": list(differences(cells, written)),
        "sensitivity": list(sensitivity(adverts, written)),
    }
    return document, report(counts, where, paired, useful, rows)


def report(
    counts: dict[str, int],
    where: Counter[str],
    paired: Paired,
    cells: Sequence[dict[str, Any]],
    rows: Sequence[Row],
) -> str:
    """Return where every row went; exits where one is unaccounted for."""
    gone = {name: count for name, count in counts.items() if name != "read"}
    if sum(gone.values()) != counts["read"]:
        raise SystemExit(f"{counts['read']} rows were read, {sum(gone.values())} accounted for.")
    years = sorted({row[0] for row in rows})
    in_bands = Counter(band.about[0] for band in paired.bands)
    of_year = Counter(row[0] for row in rows)
    level = sum(band.low == band.high for band in paired.bands)
    lines = [
        f"{counts['read']:>7,} rows read",
        f"{counts['single']:>7,} in no band: one amount of unknown sort, left out",
        f"{counts['not_full_time']:>7,} in bands that are not full time",
        f"{counts['other_titles']:>7,} in bands of titles that the mapping does not name",
        f"{counts['repeats']:>7,} in {where['repeats']:,} repeats of a band already counted",
        f"{counts['used']:>7,} in {where['distinct']:,} distinct bands, which are summarised",
        f"{len(paired.bands):>7,} bands in all, {level:,} of them of no width",
        f"{where['abroad']:>7,} adverts of these titles with company and employee in two countries",
        *(
            f"{year}: {2 * in_bands[year] / of_year[year]:7.1%} of {of_year[year]:,} rows in bands"
            for year in years
        ),
        f"{len(cells):,} cells, {sum(each['mid'] is not None for each in cells):,} with figures",
    ]
    return "\n".join(lines)


def dump(document: dict[str, Any]) -> bytes:
    """Return the file's bytes: a line for each key, and for each entry of a list of entries."""
    parts = []
    for key, value in document.items():
        if isinstance(value, list) and value and isinstance(value[0], dict | str):
            entries = ",\n  ".join(_line(each) for each in value)
            parts.append(f" {json.dumps(key)}: [\n  {entries}\n ]")
        else:
            parts.append(f" {json.dumps(key)}: {_line(value)}")
    return ("{\n" + ",\n".join(parts) + "\n}\n").encode()


def _line(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


COUNTED = ("main", "rows", "headlines", "cells", "differences", "sensitivity")
"""The keys of the pay file that this tool writes; all others are written by people."""


def main() -> int:
    """Build the file, or with ``--check`` say whether it is up to date; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("file", type=Path, help="the salary file, a CSV, perhaps compressed")
    parser.add_argument("--pay", type=Path, default=PAY, help="the pay file to write anew")
    parser.add_argument("--check", action="store_true", help="write nothing, compare")
    given = parser.parse_args()
    before = given.pay.read_bytes()
    written = {key: each for key, each in json.loads(before).items() if key not in COUNTED}
    document, told = build(read_rows(given.file), written)
    print(told)
    after = dump(document)
    if given.check:
        print("up to date" if after == before else f"{given.pay} is not up to date")
        return int(after != before)
    given.pay.write_bytes(after)
    print(f"wrote {given.pay}: {len(after):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
