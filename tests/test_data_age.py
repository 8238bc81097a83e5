"""How old the shipped facts are, on the day on which the suite runs."""

import json
from pathlib import Path

from tests.running import run


def test_no_shipped_fact_is_past_its_day() -> None:
    """Every source has a day for a new look, and none of these days has passed.

    Where it fails, look whether the source has a newer edition, and set the next day.
    """
    ran = run("data", "age", "--json")
    result = json.loads(ran.out)["result"]
    assert (ran.code, result["past_due"]) == (0, [])
    assert all(row["review_by"] for row in result["rows"])


def test_a_fact_past_its_day_is_named(bakery_directory: Path) -> None:
    """A source past its day for a new look is named, and the exit code is 1."""
    path = bakery_directory / "sources.json"
    document = json.loads(path.read_bytes())
    document["sources"][0]["review_by"] = "2001-01-01"
    path.write_text(json.dumps(document))
    ran = run("data", "age", "--data", str(bakery_directory))
    assert ran.code == 1
    assert f"past the day for a new look: {document['sources'][0]['id']}." in ran.out
