"""What the check of adverts finds in a table of them, and the page that says so."""

import csv
import gzip
import shutil
from pathlib import Path

from builders import advert_check as builder
from mlroles.hire.advert_models import AdvertRulesFile
from mlroles.locations import data_directory
from tests.advert_rules import advert_rules

EXAMPLES = Path(__file__).parents[1] / "unit" / "adverts" / "examples"


def table(path: Path) -> Path:
    """Write a table of an advert with much to mend, one with little, and one in German."""
    rows = [
        {"year": "2024", "title": "Everything", "description": read("unicorn")},
        {"year": "2019-01", "title": "ML Engineer", "description": read("ml_engineer")},
        {"year": "", "title": "Data Scientist", "description": "Wir suchen eine Kollegin. " * 20},
    ]
    with gzip.open(path, "wt", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, ["year", "title", "description"])
        writer.writeheader()
        writer.writerows(rows)
    return path


def read(name: str) -> str:
    """Return an advert that was written for the tests."""
    return (EXAMPLES / f"{name}.txt").read_text(encoding="utf-8")


def test_page_is_written(tmp_path: Path) -> None:
    """The page counts what is found in each advert, and what is refused, and keeps no words."""
    shutil.copytree(data_directory(), tmp_path / "data")
    (tmp_path / "docs").mkdir()
    adverts = table(tmp_path / "adverts.csv.gz")
    assert builder.main([str(adverts), "--root", str(tmp_path)]) == 0
    text = (tmp_path / "docs" / "advert-check.md").read_text(encoding="utf-8")
    assert "2 adverts of 2018 to 2025" in text
    assert "1 more were refused" in text
    assert "| Several jobs in one advert | 1 | 50.0 % |" in text
    assert "Analyse customer data" not in text
    assert "not for choosing between candidates" in text


def test_page_of_nothing() -> None:
    """Without adverts the page has no figures, and does not fail."""
    rules: AdvertRulesFile = advert_rules()
    text = builder.page(rules, [], 0, {"persona": {"right": 2, "wrong": 1}})
    assert "| Found persona | 3 | 2 | 0 | 1 |" in text
    assert "| **All** | 3 | 2 | 0 | 1 |" in text
    assert "That is 0.00 an advert." in text
