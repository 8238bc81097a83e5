"""Puts the pay file together: rows and its written half come in, the file and a report go out."""

import json
from collections import Counter
from collections.abc import Sequence
from typing import Any

from builders.pay.adverts import distinct
from builders.pay.cells import Key, cell, differences, grouped, is_useful, main_place, sensitivity
from builders.pay.rows import Paired, Row, pair

COUNTED = ("main", "rows", "headlines", "cells", "differences", "sensitivity")
"""The keys of the pay file that this tool writes; all others are written by people."""


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
