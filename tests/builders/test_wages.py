"""What the builder of wages reads out of small tables."""

import csv
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from builders import wages as builder
from mlroles.locations import data_directory
from mlroles.roles.catalogue import Catalogue
from mlroles.wages.check import wages_problems
from mlroles.wages.models import WagesFile


def wage_row(
    soc: str = "513011",
    industry: str = "000000",
    area: str = "0000000",
    footnotes: str = "",
    **figures: str,
) -> dict[str, str]:
    """Return a row of the bureau's tables."""
    return {
        "soc": soc,
        "industry": industry,
        "area": area,
        "employment": "700",
        "emp_rse_pct": "1.5",
        "a_mean": "30000",
        "a10": "10000",
        "a25": "20000",
        "a50": "30000",
        "a75": "40000",
        "a90": "50000",
        "footnotes": footnotes,
        **figures,
    }


def projected(soc: str, title: str = "Bakers") -> list[dict[str, str]]:
    """Return the rows of an occupation in the tables of projections."""
    margins = {
        "Employment, 2024": "1.2",
        "Employment, 2034": "0.9",
        "Employment change, percent, 2024–34": "-25.0",
        "Occupational openings, 2024–34 annual average": "0.1",
        "Typical education needed for entry": "None",
        "Percent self employed, 2024": "9.9",
    }
    rows = [
        {"table": "Table 1.2", "code": soc, "title": title, "measure": name, "value": value}
        for name, value in margins.items()
    ]
    education = {"table": "Table 5.3", "code": soc, "title": title}
    return [*rows, {**education, "measure": "School", "value": "100"}]


def written() -> dict[str, Any]:
    """Return what people wrote, with figures of an earlier build."""
    return {
        "top_code": 90000,
        "occupations": [{"soc": "51-3011"}, {"soc": "41-2031"}],
        "industries": [{"id": "food", "code": "31--34"}],
        "states": [{"id": "ri", "code": "0100000"}],
        "projections": {"source": "office", "outlooks": ["old"]},
        "cells": ["old"],
    }


def test_a_cell() -> None:
    """A cell holds employees, their error, and a year's wages."""
    assert builder.cell(wage_row(), "food", None, 90000) == {
        "soc": "51-3011",
        "industry": "food",
        "state": None,
        "employees": 700,
        "error": 1.5,
        "mean": 30000,
        "amounts": [10000, 20000, 30000, 40000, 50000],
    }


def test_what_is_not_released_is_none() -> None:
    """A figure that is not released is None, whatever sign stands for it."""
    row = wage_row(employment="-", emp_rse_pct="-", a_mean="*", a10="**", footnotes="a10:8")
    made = builder.cell(row, None, None, 90000)
    assert (made["employees"], made["error"], made["mean"], made["amounts"][0]) == (None,) * 4
    assert "at_least" not in made


def test_a_top_coded_wage_is_the_top_code_at_least() -> None:
    """A wage that the source withholds because it is high becomes the top code, and is marked."""
    row = wage_row(a75="-", a90="-", footnotes="h90:5;a75:5;a90:5;a10:4")
    made = builder.cell(row, None, None, 90000)
    assert made["amounts"] == [10000, 20000, 30000, 90000, 90000]
    assert made["at_least"] == [75, 90]


def test_cells_stand_in_the_order_of_what_people_wrote() -> None:
    """Cells stand by occupation: country, industries, states; other places are left out."""
    rows = [
        wage_row(area="0100000"),
        wage_row(industry="31--34", area="0100000"),
        wage_row(industry="31--34"),
        wage_row("412031"),
        wage_row(),
        wage_row("999999"),
        wage_row(industry="99"),
    ]
    cells = builder.cells(written(), rows)
    assert [(each["soc"], each["industry"], each["state"]) for each in cells] == [
        ("51-3011", None, None),
        ("51-3011", "food", None),
        ("51-3011", None, "ri"),
        ("41-2031", None, None),
    ]


def test_outlooks() -> None:
    """Thousands become jobs; a footnote at the title says that the education is not its own."""
    rows = [*projected("51-3011"), *projected("41-2031", "Sellers[1]")]
    baker, seller = builder.outlooks(written(), rows)
    assert baker == {
        "soc": "51-3011",
        "employment": 1200,
        "projected": 900,
        "change": -25.0,
        "openings": 100,
        "entry": "None",
        "education": [{"level": "School", "percent": 100.0}],
        "education_exact": True,
    }
    assert seller["education_exact"] is False


def write_table(path: Path, rows: Sequence[dict[str, str]]) -> Path:
    """Write a CSV file and return its path."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def test_main(tmp_path: Path) -> None:
    """The command writes the file, and then finds it up to date until an input changes."""
    file = tmp_path / "wages.json"
    file.write_text(json.dumps(written()), encoding="utf-8")
    outlooks = [*projected("51-3011"), *projected("41-2031")]
    arguments = [
        *("--national", str(write_table(tmp_path / "n.csv", [wage_row()]))),
        *("--industries", str(write_table(tmp_path / "i.csv", [wage_row(industry="31--34")]))),
        *("--states", str(write_table(tmp_path / "s.csv", [wage_row(area="0100000")]))),
        *("--projections", str(write_table(tmp_path / "p.csv", outlooks))),
        *("--file", str(file)),
    ]
    assert builder.main([*arguments, "--check"]) == 1
    assert builder.main(arguments) == 0
    assert builder.main([*arguments, "--check"]) == 0
    document = json.loads(file.read_bytes())
    assert document["projections"]["source"] == "office"
    assert len(document["cells"]) == 3
    write_table(tmp_path / "n.csv", [wage_row(a50="30010")])
    assert builder.main([*arguments, "--check"]) == 1


def test_the_shipped_file_holds_together(shipped: Catalogue) -> None:
    """The shipped file has no problem of its own, and is small."""
    data = (data_directory() / "wages.json").read_bytes()
    file = WagesFile.model_validate_json(data)
    problems = wages_problems(file, shipped)
    assert [each for each in problems if not each.path.endswith("source")] == []
    assert len(data) < 300_000


def test_no_wages_are_shown_as_those_of_ml_engineers() -> None:
    """ML engineers have no code of their own, and no code is called the nearest to them."""
    data = (data_directory() / "wages.json").read_bytes()
    file = WagesFile.model_validate_json(data)
    nearest = {
        each.role
        for occupation in file.occupations
        for each in occupation.roles
        if each.place == "nearest"
    }
    assert "ml-engineer" in {each.role for each in file.no_code} - nearest
