"""``mlroles cohort``."""

import gc
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from mlroles.locations import data_directory
from tests.running import run

DOCUMENT = json.loads((data_directory() / "questionnaire.json").read_text("utf-8"))
FIRST = DOCUMENT["questions"][0]
ANSWER = FIRST["answers"][0]["id"]
LAST_HALF = DOCUMENT["halves"][-1]["id"]


@pytest.fixture(autouse=True)
def collector() -> Iterator[None]:
    """Leave the garbage collector as it was."""
    before = gc.isenabled()
    yield
    (gc.enable if before else gc.disable)()


@pytest.fixture
def sheets(tmp_path: Path) -> Path:
    """Return a table of 41 people in two courses and a wrong row."""
    path = tmp_path / "sheets.csv"
    people = [f"{number},{ANSWER},{'day' if number < 30 else 'night'}" for number in range(41)]
    path.write_text("\n".join([f"id,{FIRST['id']},course", *people, "x,nonsense,day"]))
    return path


def test_groups(sheets: Path) -> None:
    """The people of each group are counted, rounded; the wrong row is told with its line."""
    ran = run("cohort", str(sheets), "--by", "course", "--json")
    result = ran.result
    assert ran.code == 0
    assert f"  Line 43: {FIRST['id']}: there is no answer “nonsense”" in ran.err
    assert (result["everybody"]["people"], result["wrong_rows"]) == (40, 0)
    assert [(each["name"], each["people"]) for each in result["groupings"][0]["groups"]] == [
        ("day", 30),
        ("night", 10),
    ]


@pytest.mark.parametrize("arguments", [(), ("--plain",), ("--format", "markdown")])
def test_formats(sheets: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """Every format says how many people there are and how the figures are rounded."""
    monkeypatch.chdir(sheets.parent)  # the way there, which is suggested, may hold any number
    written = run("cohort", sheets.name, "--by", "course", *arguments).out
    assert "About 40 people" in written
    assert "HESA" in written
    assert "41" not in written


def test_one_half(tmp_path: Path) -> None:
    """Of one half alone, the answers to the other count for nothing."""
    path = tmp_path / "a.csv"
    path.write_text(f"id,{FIRST['id']}\n" + f"a,{ANSWER}\n" * 5)
    everybody = json.loads(run("cohort", str(path), "--only", LAST_HALF, "--json").out)["result"]
    assert (everybody["everybody"]["people"], everybody["everybody"]["answered"]) == (5, 0)


@pytest.mark.parametrize("column", ["id", FIRST["id"]])
def test_a_column_that_is_no_group(sheets: Path, column: str) -> None:
    """Neither the id nor a question makes groups."""
    ran = run("cohort", str(sheets), "--by", column)
    assert (ran.code, ran.out) == (2, "")
    assert f"The column {column} is no group." in ran.err


def test_unknown_columns(sheets: Path) -> None:
    """A group that is no column of the table is an error."""
    assert "There is no column “shoes”." in run("cohort", str(sheets), "--by", "shoes").err


def test_the_same_table_can_be_scored(sheets: Path) -> None:
    """The table that makes groups is scored as it is, and summed up whole, without its column."""
    scored = run("score", str(sheets))
    assert (scored.code, scored.out.count("\n")) == (0, 43)
    assert scored.out.splitlines()[1].startswith("0,day,mixed,")
    assert "“nonsense”" in scored.err
    whole = run("cohort", str(sheets), "--json").result
    assert (whole["everybody"]["people"], whole["groupings"]) == (40, [])


def test_the_example_of_the_pages_serves_both() -> None:
    """The invented course can be scored, and summed up by its column."""
    course = str(Path(__file__).parents[3] / "docs" / "example-course.csv")
    scored = run("score", course)
    assert scored.code == 0
    assert scored.err.endswith("Carried along: “course”.\n")
    people = scored.out.count("\n") - 1
    result = run("cohort", course, "--by", "course", "--json").result
    assert abs(result["everybody"]["people"] - people) <= 2  # rounded to the nearest 5


def test_groups_of_several_kinds(sheets: Path) -> None:
    """--by may be given several times; what is said twice is shown once."""
    text = sheets.read_text().replace("course", "course,Year").replace(",day", ",day,2026")
    sheets.write_text(text.replace(",night", ",night,2025"))
    ran = run("cohort", str(sheets), "--by", "year", "--by", "course", "--by", "Year")
    assert [line for line in ran.out.splitlines() if line.startswith("By ")] == [
        "By Year",
        "By course",
    ]


def test_a_cohort_of_hardly_anybody(sheets: Path) -> None:
    """Where fewer than half of the rows could be scored, nothing is shown without being asked."""
    sheets.write_text(f"id,{FIRST['id']}\n" + "a,nonsense\n" * 30 + f"b,{ANSWER}\n" * 20)
    ran = run("cohort", str(sheets))
    assert (ran.code, ran.out) == (1, "")
    assert "Only 20 of 50 rows could be scored." in ran.err
    assert run("cohort", str(sheets), "--allow-wrong").out.startswith("About 20 people")


def test_a_page(sheets: Path) -> None:
    """The report can be had as one page of HTML, with the pictures."""
    ran = run("cohort", str(sheets), "--format", "html")
    assert ran.out.startswith("<!doctype html>")
    assert "How far to trust it" in ran.out
    assert "<svg" in ran.out
