"""``mlroles team``: teams as they are typed and as they are kept in tables."""

import json
from pathlib import Path
from typing import Any

import pytest

from mlroles.batch.rows import TableFormat
from tests.bakehouse import whole_bakery
from tests.catalogues import write
from tests.running import Ran, output, run, spawn

TEAM = ("team", "--have", "2 ds, 1 mle")


def members(ran: Ran) -> dict[str, int]:
    """Return how many people have each job, and under each other title."""
    result = ran.result
    jobs = {each["job"]: each["people"] for each in result["members"]}
    return {**jobs, **{each["title"]: each["people"] for each in result["others"]}}


WANTED = {"data-scientist": 2, "ml-engineer": 1, "Nurse": 1}


def workbook(path: Path) -> None:
    """Write the team as a spreadsheet."""
    import xlsxwriter

    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Name", "Title"])
        for n, job in enumerate(["Data Scientist", "Data Scientist", "MLE", "Nurse"], start=1):
            sheet.write_row(n, 0, [f"P{n}", job])


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("people.csv", "Name;Job title\nA;Data Scientist\nB;DS\nC;ML Engineer (m/f/d)\nD;Nurse\n"),
        ("jobs.csv", "role,count\nData Scientist,2\nMLE,1\nNurse,1\n"),
        ("titles.txt", "Data Scientist\nSenior Data Scientist\n\nML Engineer, Ads\nNurse\n"),
        ("titles.csv", "Data Scientist\nData Scientist\nMLE\nNurse\n"),
        (
            "people.json",
            '[{"title": "DS"}, {"title": "DS"}, {"title": "MLE"}, {"title": "Nurse"}]',
        ),
        ("people.jsonl", '{"role": "DS", "count": 2}\n{"role": "MLE"}\n{"role": "Nurse"}\n'),
    ],
)
def test_tables_as_people_have_them(tmp_path: Path, name: str, text: str) -> None:
    """People with titles, jobs with numbers, titles a line: in CSV, text and JSON."""
    path = tmp_path / name
    path.write_text(text)
    assert members(run("team", str(path), "--json")) == WANTED


def test_spreadsheet(tmp_path: Path) -> None:
    """A spreadsheet is read like any other table."""
    workbook(tmp_path / "people.xlsx")
    assert members(run("team", str(tmp_path / "people.xlsx"), "--json")) == WANTED


def test_standard_input() -> None:
    """A dash reads what comes through a pipe."""
    ran = spawn("team", "-", "--json", after="<<< $'title\nDS\nMLE'")
    assert json.loads(ran.stdout)["result"]["people"] == 2
    assert b"Read as people" in ran.stderr


def test_no_name_is_shown(tmp_path: Path) -> None:
    """The column that was read is told, and nobody's name is."""
    path = tmp_path / "people.csv"
    path.write_text("Name,Title\nZebulon,Data Scientist\n")
    for options in ((), ("--full",), ("--json",)):
        ran = run("team", str(path), *options)
        assert "Zebulon" not in ran.out + ran.err
        assert "the column “Title”" in ran.err


def test_lists_in_cells_are_titles(tmp_path: Path) -> None:
    """A cell that is a list of words is one title."""
    path = tmp_path / "people.json"
    path.write_text('[{"title": ["Data", "Scientist"]}, {"title": "DS"}]')
    assert run("team", str(path), "--json").result["people"] == 2


def test_wrong_rows_are_told(tmp_path: Path) -> None:
    """Some rows that cannot be read are told, the others counted; the team is shown."""
    path = tmp_path / "people.csv"
    wrong = "".join(f"{n} times,MLE,{n}\n" for n in range(1, 8))
    path.write_text(f"count,title\n2,DS\n{wrong}")
    ran = run("team", str(path), "--json")
    assert members(ran) == {"data-scientist": 2}
    assert ran.err.count("Left out, row") == 5
    assert "Left out: 2 rows more." in ran.err


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("empty.csv", "", "The table is empty."),
        ("empty.txt", "\n \n", "The file is empty."),
        ("head.csv", "title\n", "There is nobody in the table."),
        ("matrix.csv", "person,Python,SQL\na,3,2\n", "No column says what people’s jobs are"),
        ("ladder.yaml", "track: data science\nlevels:\n", "No column says what people’s jobs are"),
        ("broken.json", "[{", "cannot be read as JSON"),
    ],
)
def test_files_that_are_no_team(tmp_path: Path, name: str, text: str, message: str) -> None:
    """What is empty, broken, or of another shape is refused in a sentence."""
    path = tmp_path / name
    path.write_text(text)
    ran = run("team", str(path))
    assert (ran.code, ran.out) == (1, "")
    assert message in " ".join(ran.err.split())


def test_files_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that is not there, a folder, and one that fails on the way are told."""
    for path in (tmp_path / "none.csv", tmp_path):
        ran = run("team", str(path))
        assert ran.code == 1
        assert "Cannot read" in ran.err

    def fails(*_: Any, **__: Any) -> TableFormat:
        raise OSError(5, "Input/output error")

    (tmp_path / "some.csv").write_text("title\nDS\n")
    monkeypatch.setattr("mlroles.batch.table.read_table", fails)
    ran = run("team", str(tmp_path / "some.csv"))
    assert ran.code == 1
    assert "Cannot read" in ran.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((), "Nobody is named."),
        (("people.csv", "--have", "ds"), "A file contradicts --have."),
        (("--have", "nobody"), "Nobody is in the team."),
        (("--have", "1 nurse"), "none of the jobs"),
        (("--have", "-2 ds"), "“-2 ds” has no number of people"),
        (("--have", "2 data scientsts"), "There is no role “data scientsts”."),
    ],
)
def test_what_is_refused(arguments: tuple[str, ...], message: str) -> None:
    """What names nobody, or nobody that is known, is wrong use."""
    ran = run("team", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_the_answer_fits_a_screen() -> None:
    """At 80 columns the answer fits 24 rows; the next commands carry the team on."""
    written = output(*TEAM)
    assert len(written.splitlines()) <= 24
    assert "mlroles hire --have '2 data-scientist, 1 ml-engineer'" in " ".join(written.split())
    assert "choosing between candidates" in written


def test_any_catalogue(tmp_path: Path) -> None:
    """A bakery has its own stages, jobs and hand-overs."""
    folder = str(write(tmp_path / "bakery", whole_bakery()))
    written = output("team", "--have", "baker, miller", "--full", "--data", folder)
    assert "Who carries it." in written
    assert "not named" in written


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("layout", ["terminal", "markdown", "html"])
def test_every_layout(columns: int, layout: str) -> None:
    """It is written in every layout, and in a terminal no line is wider than that."""
    written = output(*TEAM, "--full", "--format", layout, columns=columns)
    assert "Task by task" in written
    if layout == "terminal":
        assert max(map(len, written.splitlines())) <= columns


def test_linear_text() -> None:
    """Linear text holds the same team."""
    assert "Monitoring" in output(*TEAM, "--plain")
