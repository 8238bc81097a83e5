"""What the builder of titles counts and measures, and the page that it writes."""

import csv
import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from builders.titles import __main__ as builder
from builders.titles.counting import Advert, counted, read_adverts, read_salaries, rows
from builders.titles.measure import Labelled, figures
from builders.titles.page import page
from mlroles.titles.read import TitleReader
from tests.titles import titles_file

READER = TitleReader(titles_file(), {"baker", "bread-seller"})


def table(path: Path, *found: dict[str, Any]) -> Path:
    """Write a table."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, [*found[0]])
        writer.writeheader()
        writer.writerows(found)
    return path


def test_rows_come_from_a_file_perhaps_compressed(tmp_path: Path) -> None:
    """A table is read as it is, or from its compressed form."""
    plain = table(tmp_path / "a.csv", {"a": "é", "b": "2"})
    packed = tmp_path / "a.csv.gz"
    packed.write_bytes(gzip.compress(plain.read_bytes()))
    assert [*rows(plain)] == [*rows(packed)] == [{"a": "é", "b": "2"}]


def test_repeated_rows_count_once(tmp_path: Path) -> None:
    """The same row twice is one band, the same advert twice is one advert."""
    path = table(tmp_path / "s.csv", *[{"year": y, "job_title": "Baker"} for y in (1, 1, 2)])
    assert read_salaries(path) == {"Baker": 2}
    advert = {"title": "A  Baker", "role": "baker", "description": "Deep-learning of dough."}
    other = {**advert, "description": "Dough."}
    found = read_adverts(table(tmp_path / "a.csv", advert, advert, other))
    assert found == [Advert("A Baker", "baker", True), Advert("A Baker", "baker", False)]


def test_rules_have_their_counts() -> None:
    """A rule has its bands, its adverts that name the field, and its occupations; few are none."""
    adverts = [Advert("Baker", "baker", place < 4) for place in range(10)]
    listed = "where O*NET 30.1 lists it"
    found = counted(
        READER,
        {"Baker": 12, "Manager": 9, "Miller": 79},
        [*adverts, Advert("Manager", "", True)],
        [
            {"title": "Baker", "codes": "2", listed: "15-2051.00 Data; 11-1111.00 Bread"},
            {"title": "Miller", "codes": "0", listed: ""},
        ],
    )
    assert found == {
        "baker": [
            {"source": "aijobs-2025", "what": "adverts", "count": 12, "of": 100},
            {"source": "adverts-2025", "what": "learning", "count": 4, "of": 10},
            {"source": "onet-30-1", "what": "occupations", "count": 1, "of": 2},
        ]
    }


def test_placing_is_measured() -> None:
    """Right, near and wrongly placed titles are counted, each title once."""
    titles = [
        Labelled("Baker", "baker"),
        Labelled("Baker", "baker"),
        Labelled("Manager", "baker"),
        Labelled("Miller", "baker"),
        Labelled("Bread Seller", "near:baker"),
        Labelled("Pastry Baker", "other"),
    ]
    assert figures(READER, {"baker"}, titles, "test", held_out=True) == {
        "source": "test",
        "held_out": True,
        "family": 3,
        "right": 1,
        "near": 1,
        "others": 2,
        "placed": 1,
    }


def test_page_is_up_to_date() -> None:
    """The page is what the builder makes of the shipped file."""
    document = json.loads(builder.FILE.read_bytes())
    assert builder.PAGE.read_text(encoding="utf-8") == page(document)


def test_goal_is_reached() -> None:
    """At least 95 in 100 adverts' titles of the family are right, and at most 1 other is placed."""
    measured = json.loads(builder.FILE.read_bytes())["measured"]
    first = measured[0]
    assert first["right"] >= 0.95 * first["family"]
    assert first["placed"] <= 0.01 * first["others"]
    held_out = next(each for each in measured if each["held_out"])
    assert held_out["placed"] == 0


def test_page_says_what_was_not_counted() -> None:
    """A share of nothing is a dash, and a rule without counts has no row."""
    none: dict[str, Any] = {**dict.fromkeys(("family", "right", "near", "placed"), 0), "others": 1}
    none |= {"source": "x", "held_out": True}
    rule = {"title": "Baker", "counted": [{"what": "learning", "count": 1, "of": 2}]}
    text = page({"measured": [none], "rules": [rule, {"title": "Maker"}]})
    assert "| x | yes | 0 | – | – | 1 | 0 (0.0 %) |" in text
    assert "| Baker | – | 1 of 2 | – |" in text
    assert "| Maker |" not in text


@pytest.fixture
def built(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with copies of what the builder reads and writes."""
    data = tmp_path / "data"
    data.mkdir()
    for name in ("titles.json", "pay.json", "roles.json"):
        (data / name).write_bytes((builder.FILE.parent / name).read_bytes())
    monkeypatch.setattr(builder, "FILE", data / "titles.json")
    monkeypatch.setattr(builder, "PAGE", tmp_path / "titles.md")
    return tmp_path


def test_file_is_built_anew(built: Path) -> None:
    """What people write is kept, what is counted is new, and a second run changes nothing."""
    before = json.loads((built / "data" / "titles.json").read_bytes())
    tables: dict[str, dict[str, Any]] = {
        "salaries": {"job_title": "Data Scientist", "year": 1},
        "adverts": {"title": "Data Scientist", "role": "ml-researcher?", "description": ""},
        "occupations": {"title": "Nurse", "codes": "0", "where O*NET 30.1 lists it": ""},
        "labels": {"occupation": "data scientist", "preferred_label": "data scientist/x"},
    }
    words = [f"--{name}={table(built / name, row)}" for name, row in tables.items()]
    assert builder.main([*words, "--check"]) == 1
    assert builder.main(words) == 0
    assert builder.main([*words, "--check"]) == 0
    after = json.loads((built / "data" / "titles.json").read_bytes())
    assert after["kinds"] == before["kinds"]
    assert not any("counted" in rule for rule in after["rules"])
    assert [each["family"] for each in after["measured"][:3]] == [0, 1, 1]
    assert builder.main(["--page"]) == 0
    assert (built / "titles.md").read_text(encoding="utf-8") == page(after)


def test_tables_are_needed(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without the tables only the page can be written."""
    with pytest.raises(SystemExit):
        builder.main([])
    assert "the four tables are needed" in capsys.readouterr().err
    assert not (built / "titles.md").exists()
