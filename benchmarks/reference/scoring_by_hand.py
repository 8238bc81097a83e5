"""The yardsticks for ``mlroles score``: what somebody writes by hand who has the points.

    python scoring_by_hand.py there                          name the ways whose libraries are there
    python scoring_by_hand.py WAY LAYOUT SHEETS OUTPUT       score the sheets

LAYOUT is a JSON file: the columns of each half, and the points of each answer under its question.
Every way adds the points of each half and writes the shares of each as CSV with six decimals. None
looks for a wrong row, names a role, or says anything of the halves together: they do less than
``mlroles score``.

    pandas-plain    the answers of each column taken apart by ``str.get_dummies``
    pandas-tuned    each different cell taken apart once
    polars          the same, and looked up by ``replace_strict``
    duckdb          the same, and looked up by a join for each question
"""

import json
import sys
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

Layout = dict[str, Any]
Matrix = Any
"""A matrix of NumPy, which need not be there."""


def points_of(question: Layout, columns: list[str], cell: str | None) -> list[float]:
    """Return what a cell adds to each column."""
    given = [question["answers"][each] for each in (cell or "").split(";") if each]
    base = [question["base"]] if given and question["base"] else []
    return [sum(each[column] for each in (*base, *given)) for column in columns]


def shares_of(sums: Matrix) -> Matrix:
    """Return the shares of the columns, a row a person."""
    import numpy as np

    weights = np.exp(sums - sums.max(axis=1, keepdims=True))
    return weights / weights.sum(axis=1, keepdims=True)


def pandas(layout: Layout, sheets: str, output: str, added: Callable[..., Matrix]) -> None:
    """Score with pandas, where ``added`` returns what the cells of a column add."""
    import pandas as pd

    frame = pd.read_csv(sheets, dtype=str, keep_default_na=False)
    result = {"id": frame["id"]}
    for half in layout["halves"]:
        sums = sum(added(frame[each["id"]], each, half["columns"]) for each in half["questions"])
        shares = shares_of(sums)
        for place, column in enumerate(half["columns"]):
            result[f"{half['id']}.{column}"] = shares[:, place]
    pd.DataFrame(result).to_csv(output, index=False, float_format="%.6f")


def plain(cells: Any, question: Layout, columns: list[str]) -> Matrix:  # noqa: ANN401
    """Return what the cells add, as pandas offers it."""
    import numpy as np

    answers = question["answers"]
    dummies = cells.str.get_dummies(sep=";").reindex(columns=[*answers], fill_value=0).to_numpy()
    added = dummies @ np.array([[own[column] for column in columns] for own in answers.values()])
    if question["base"]:
        added += (cells != "").to_numpy()[:, None] * [question["base"][each] for each in columns]
    return added


def tuned(cells: Any, question: Layout, columns: list[str]) -> Matrix:  # noqa: ANN401
    """Return the same; each different cell is taken apart once."""
    import numpy as np
    import pandas as pd

    codes, different = pd.factorize(cells)
    return np.array([points_of(question, columns, cell) for cell in different])[codes]


def polars(layout: Layout, sheets: str, output: str) -> None:
    """Score with Polars."""
    import polars as pl

    frame = pl.read_csv(sheets, infer_schema=False)
    results = [frame.select("id")]
    for half in layout["halves"]:
        columns = half["columns"]
        added = dict.fromkeys(columns, pl.lit(0.0))
        for question in half["questions"]:
            cells = frame[question["id"]].drop_nulls().unique().to_list()
            points = [points_of(question, columns, cell) for cell in cells]
            for column, own in zip(columns, zip(*points, strict=True), strict=True):
                # What is null was not answered, and adds nothing.
                added[column] += pl.col(question["id"]).replace_strict(cells, own, default=0.0)
        # A step at a time: in one expression the sums would be made anew for each share.
        sums = frame.select(each.alias(name) for name, each in added.items())
        weights = sums.select((pl.col(columns) - pl.max_horizontal(columns)).exp())
        shares = weights.select(pl.col(columns) / pl.sum_horizontal(columns))
        results.append(shares.rename({name: f"{half['id']}.{name}" for name in columns}))
    pl.concat(results, how="horizontal").write_csv(output, float_precision=6)


def duckdb(layout: Layout, sheets: str, output: str) -> None:
    """Score with DuckDB."""
    import duckdb as db

    db.sql(f"CREATE VIEW sheets AS FROM read_csv('{sheets}', all_varchar = true, header = true)")
    shares, sums, joins = ["id"], ["sheets.id"], []
    for half in layout["halves"]:
        names = [f'"{half["id"]}.{column}"' for column in half["columns"]]
        for number, question in enumerate(half["questions"]):
            table = f'"{half["id"]}-{number}"'
            cell = f'"{question["id"]}"'
            rows = db.execute(f"SELECT DISTINCT {cell} FROM sheets").fetchall()  # noqa: S608 - our own
            fields = ", ".join(f"{name} DOUBLE" for name in names)
            db.sql(f"CREATE TABLE {table} (cell VARCHAR, {fields})")
            values = [[each or "", *points_of(question, half["columns"], each)] for (each,) in rows]
            marks = ", ".join("?" * (len(names) + 1))
            db.executemany(f"INSERT INTO {table} VALUES ({marks})", values)  # noqa: S608 - our own
            joins.append(f"JOIN {table} ON {table}.cell = coalesce(sheets.{cell}, '')")
        tables = [f'"{half["id"]}-{number}"' for number in range(len(half["questions"]))]
        sums += [
            " + ".join(f"{table}.{name}" for table in tables) + f" AS {name}" for name in names
        ]
        most = f"greatest({', '.join(names)})"
        whole = " + ".join(f"exp({name} - {most})" for name in names)
        shares += [f"printf('%.6f', exp({name} - {most}) / ({whole})) AS {name}" for name in names]
    inner = f"SELECT {', '.join(sums)} FROM sheets {' '.join(joins)}"  # noqa: S608 - our own names
    query = f"SELECT {', '.join(shares)} FROM ({inner})"  # noqa: S608
    db.sql(f"COPY ({query}) TO '{output}' (HEADER)")


WAYS: dict[str, tuple[str, Callable[[Layout, str, str], None]]] = {
    "pandas-plain": (
        "pandas",
        lambda layout, sheets, output: pandas(layout, sheets, output, plain),
    ),
    "pandas-tuned": (
        "pandas",
        lambda layout, sheets, output: pandas(layout, sheets, output, tuned),
    ),
    "polars": ("polars", polars),
    "duckdb": ("duckdb", duckdb),
}


def there() -> Iterable[str]:
    """Return the ways whose libraries are there."""
    return (name for name, (library, _) in WAYS.items() if find_spec(library))


def main(arguments: list[str]) -> None:
    """Do what is asked."""
    if arguments == ["there"]:
        print(*there())
        return
    way, layout, sheets, output = arguments
    WAYS[way][1](json.loads(Path(layout).read_text("utf-8")), sheets, output)


if __name__ == "__main__":
    main(sys.argv[1:])
