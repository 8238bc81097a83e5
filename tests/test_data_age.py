"""How old the shipped facts are, on the day on which the suite runs."""

import json

from tests.running import run


def test_no_shipped_fact_is_past_its_day() -> None:
    """Every source has a day for a new look, and none of these days has passed.

    Where it fails, look whether the source has a newer edition, and set the next day.
    """
    ran = run("data", "age", "--json")
    result = json.loads(ran.out)["result"]
    assert (ran.code, result["past_due"]) == (0, [])
    assert all(row["review_by"] for row in result["rows"])
