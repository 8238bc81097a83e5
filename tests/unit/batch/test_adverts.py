"""Many adverts: tables of every kind, folders, and what is carried along."""

import csv
import gzip
import io
import json
import sys
from pathlib import Path
from unittest import mock

import pytest
import xlsxwriter

from mlroles.adverts.mix import Mix
from mlroles.adverts.requirements import Requirement
from mlroles.adverts.telling import Told
from mlroles.adverts.terms.found import Need, Terms
from mlroles.batch import adverts as many
from mlroles.batch.adverts import Advert, adverts, columns, row
from mlroles.batch.parquet_rows import pyarrow
from mlroles.batch.several import is_several
from mlroles.documents.text import Text
from mlroles.errors import DocumentError, MlrolesError, UsageError
from tests.unit.views.test_advert import FULL, SILENT

LONG = "You will knead dough.\n" * 30
HEADINGS = ["job_id", "Job Title", "town", "description"]
ROWS = [["a1", "Baker", "Rye", LONG], ["a2", "Seller", "Lye", LONG.replace("knead", "sell")]]


def csv_of(rows: list[list[str]], headings: list[str] | None = None, sign: str = ",") -> bytes:
    """Return a CSV table."""
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=sign)
    writer.writerows([headings or HEADINGS, *rows])
    return stream.getvalue().encode()


def written(folder: Path, name: str, data: bytes) -> str:
    """Write a file and return its name."""
    path = folder / name
    path.write_bytes(data)
    return str(path)


def parquet_of(rows: list[list[str]]) -> bytes:
    """Return a Parquet table."""
    pa = pyarrow()
    stream = io.BytesIO()
    pa.parquet.write_table(
        pa.table(dict(zip(HEADINGS, map(list, zip(*rows, strict=True)), strict=True))), stream
    )
    return stream.getvalue()


def workbook_of(rows: list[list[str]]) -> bytes:
    """Return a spreadsheet."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet()
        for place, each in enumerate([HEADINGS, *rows]):
            sheet.write_row(place, 0, each)
    return stream.getvalue()


def objects() -> list[dict[str, str]]:
    """Return the rows as objects."""
    return [dict(zip(HEADINGS, each, strict=True)) for each in ROWS]


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.csv", csv_of(ROWS)),
        ("a.tsv", csv_of(ROWS, sign="\t")),
        ("a.csv.gz", gzip.compress(csv_of(ROWS, sign=";"))),
        ("a.jsonl", "\n".join(map(json.dumps, objects())).encode()),
        ("a.json", json.dumps(objects()).encode()),
        ("a.csv", json.dumps(objects()).encode()),
        ("a.parquet", parquet_of(ROWS)),
        ("a.xlsx", workbook_of(ROWS)),
    ],
)
def test_tables(tmp_path: Path, name: str, data: bytes) -> None:
    """A table of any kind gives an advert a row, its id, its title, and the other columns."""
    name = written(tmp_path, name, data)
    assert is_several([name])
    found = adverts([name])
    assert found.carried == ("job_id", "Job Title", "town")
    rows = list(found.rows)
    assert [each.name for each in rows] == ["a1", "a2"]
    assert [each.title for each in rows] == ["Baker", "Seller"]
    assert [each.carried for each in rows] == [("a1", "Baker", "Rye"), ("a2", "Seller", "Lye")]
    assert rows[1].text is not None
    assert rows[1].text.text.startswith("You will sell dough.")


@pytest.mark.parametrize(
    ("headings", "column"),
    [
        (["x", "y", "z"], ""),
        (["text", "y", "Anzeige"], ""),
        (["text", "y", "Anzeige"], "anzeige"),
    ],
)
def test_column_of_texts(tmp_path: Path, headings: list[str], column: str) -> None:
    """The texts stand in the column that is named, else in the long one, whatever it is called."""
    name = written(tmp_path, "a.csv", csv_of([["1", "b", LONG]], headings))
    (only,) = adverts([name], column).rows
    assert only.text is not None
    assert only.text.text.startswith("You will knead dough.")
    assert only.name == "row 2"


def test_short_texts_under_their_name(tmp_path: Path) -> None:
    """A column that is called as adverts are is taken also where they are short."""
    name = written(tmp_path, "a.csv", csv_of([["1", "Knead"]], ["id", "text"]))
    (only,) = adverts([name]).rows
    assert only.text == Text("Knead", "text")


@pytest.mark.parametrize(
    ("rows", "column", "message"),
    [
        ([["1", "b"]], "", "No column holds the texts of adverts; there are: x and y."),
        ([["1", LONG]], "z", "There is no column “z”."),
    ],
)
def test_no_column(tmp_path: Path, rows: list[list[str]], column: str, message: str) -> None:
    """Where no column holds texts, those that are there are named."""
    name = written(tmp_path, "a.csv", csv_of(rows, ["x", "y"]))
    with pytest.raises(UsageError) as caught:
        adverts([name], column)
    assert caught.value.message == message


def test_rows_that_are_wrong(tmp_path: Path) -> None:
    """A row without a text, or with too much, says so and leaves those around it alone."""
    rows = [*ROWS[:1], ["a3", "Baker", "Rye", " "], ["a4", "Baker"], [], ["", "", "", LONG * 1000]]
    name = written(tmp_path, "a.csv", csv_of([*rows, ROWS[1]]))
    found = list(adverts([name]).rows)
    assert [each.name for each in found] == ["a1", "a3", "a4", "row 6", "a2"]
    assert [each.problem for each in found[1:3]] == ["it has no text."] * 2
    assert found[2].carried == ("a4", "Baker", "")
    assert "500,000 letters" in found[3].problem
    assert found[3].text is None


def test_cells_that_are_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cell beyond all bounds is told, and reading goes on behind it."""
    monkeypatch.setattr(many, "LONGEST_TEXT", 1000)
    name = written(tmp_path, "a.csv", csv_of([ROWS[0], ["b", "c", "d", "x" * 5000], ROWS[1]]))
    found = list(adverts([name]).rows)
    assert found[0].name == "a1"
    assert found[-1].name == "a2"
    assert any("a cell is too long" in each.problem for each in found)


def test_header_that_is_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A first line beyond all bounds is no header."""
    monkeypatch.setattr(many, "LONGEST_TEXT", 10)
    name = written(tmp_path, "a.csv", b"x" * 100)
    with pytest.raises(DocumentError, match="The table is empty"):
        adverts([name])


@pytest.mark.parametrize("data", [b"", b"\n\n"])
def test_empty_table(tmp_path: Path, data: bytes) -> None:
    """A table without a header is refused."""
    with pytest.raises(DocumentError, match="The table is empty"):
        adverts([written(tmp_path, "a.csv", data)])


def test_headings_are_cleaned(tmp_path: Path) -> None:
    """A heading has nothing that a terminal acts on, or that UTF-8 cannot carry."""
    name = written(tmp_path, "a.jsonl", json.dumps({"a\x9b2J\ud800": "b", "text": LONG}).encode())
    found = adverts([name])
    assert found.carried == ("a\ufffd",)
    assert len(list(found.rows)) == 1


def test_lists_in_a_cell(tmp_path: Path) -> None:
    """A cell that holds a list is carried along as text."""
    row_ = {"tags": ["a", "b"], "description": LONG}
    name = written(tmp_path, "a.jsonl", json.dumps(row_).encode())
    (only,) = adverts([name]).rows
    assert only.carried == ("a; b",)


def test_folder(tmp_path: Path) -> None:
    """A folder is a file an advert, in the order of the names; hidden files are left alone."""
    for name, data in (("b.txt", LONG), ("a.html", f"<p>{LONG}</p><p>.</p>"), (".c", LONG)):
        written(tmp_path, name, data.encode())
    written(tmp_path, "c.png", b"\x89PNG")
    assert is_several([str(tmp_path)])
    found = list(adverts([str(tmp_path)]).rows)
    assert [each.name for each in found] == ["a.html", "b.txt", "c.png"]
    assert found[0].text is not None
    assert found[0].text.kind == "html"
    assert found[2].problem.startswith("“c.png” is a picture.")


def test_folders_within_a_folder(tmp_path: Path) -> None:
    """Folders within a folder are left out, and counted."""
    for name in ("a", "c.txt"):
        (tmp_path / name).mkdir()
    written(tmp_path, "b.txt", LONG.encode())
    found = adverts([str(tmp_path), str(tmp_path / "b.txt")])
    assert found.left_out == 2
    assert [each.name for each in found.rows] == ["b.txt", "b.txt"]


@pytest.mark.parametrize(
    ("name", "several"),
    [("a.txt", False), ("a.text.gz", False), ("a", False), ("-", False), ("a.md", False),
     ("a.tsv", True), ("a.CSV.gz", True), ("a.txt.csv", True)],
)  # fmt: skip
def test_one_or_several(name: str, several: bool) -> None:
    """A file is a table by its name, and plain text one advert."""
    assert is_several([name]) is several
    assert is_several([name, name])


def test_files(tmp_path: Path) -> None:
    """Several files are an advert each, and one that is not there is told."""
    name = written(tmp_path, "b.txt", LONG.encode())
    found = list(adverts([name, str(tmp_path / "a.txt")]).rows)
    assert [each.problem.split(":")[0] for each in found] == ["", f"Cannot read {tmp_path}/a.txt"]


def test_folder_that_is_too_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of very many files is refused."""
    monkeypatch.setattr(many, "MOST_FILES", 0)
    written(tmp_path, "a.txt", b"a")
    with pytest.raises(DocumentError, match="holds more than 0 files"):
        adverts([str(tmp_path)])


def test_folder_that_is_closed(tmp_path: Path) -> None:
    """A folder that cannot be looked into is told."""
    with (
        mock.patch.object(Path, "iterdir", side_effect=PermissionError(13, "Permission denied")),
        pytest.raises(DocumentError, match="permission denied"),
    ):
        adverts([str(tmp_path)])


def test_tables_come_alone(tmp_path: Path) -> None:
    """Several tables, or a column of what is no table, are refused."""
    one, two = (written(tmp_path, name, csv_of(ROWS)) for name in ("a.csv", "b.csv"))
    for names, column in (([one, two], ""), ([str(tmp_path / "x"), "y"], "text")):
        with pytest.raises(UsageError, match="read one by one"):
            adverts(names, column)


@pytest.mark.parametrize("name", ["nowhere.csv", "folder.csv"])
def test_table_that_cannot_be_opened(tmp_path: Path, name: str) -> None:
    """A table that is not there, or is a folder, is told with its name."""
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(DocumentError, match=f"Cannot read .*{name}"):
        adverts([str(tmp_path / name)], "text")


def test_broken_archive(tmp_path: Path) -> None:
    """A packed table that breaks off is told, be it at once or later."""
    packed = gzip.compress(csv_of([[f"{n}", "b", f"{n * n}", LONG + str(n)] for n in range(8_000)]))
    name = written(tmp_path, "a.csv.gz", packed[: len(packed) // 2])
    with pytest.raises(DocumentError, match="Cannot read"):
        list(adverts([name]).rows)
    with pytest.raises(MlrolesError):
        adverts([written(tmp_path, "b.csv.gz", packed[:15])])


def test_standard_input() -> None:
    """A table comes through a pipe; where that is closed there is none."""
    with mock.patch.object(sys, "stdin", io.TextIOWrapper(io.BytesIO(csv_of(ROWS)))):
        assert len(list(adverts(["-"], "description").rows)) == 2
    with mock.patch.object(sys, "stdin", None), pytest.raises(DocumentError, match="is empty"):
        adverts(["-"], "description")


def test_columns_of_the_file_keep_their_names() -> None:
    """A column of the file that is called as one of ours is told apart."""
    found = list(columns(["baker"], ["town", "role", "role"]))
    assert found[:5] == ["advert", "outcome", "role", "roles", "share_baker"]
    assert found[-3:] == ["town", "role (file)", "role (file) (file)"]


NEEDS: tuple[Need, ...] = ("must", "helpful", "named", "not-needed")


def told(terms: Terms) -> Told:
    """Return what an advert says."""
    shares = (("baker", 0.9), ("bread-seller", 0.1))
    mix = Mix(shares, "role", ("baker",), 0.2, None, (), 5)
    asked = tuple(
        Requirement(f"s{place}", "skill", need, "x", 0, 1) for place, need in enumerate(NEEDS)
    )
    return Told("Baker", (), mix, asked, terms)


@pytest.mark.parametrize("terms", [FULL, SILENT])
def test_row(terms: Terms) -> None:
    """A row has a value for each column; what is not named is empty."""
    roles = ["baker", "bread-seller"]
    headings = list(columns(roles, ["town"]))
    values = row(Advert("a1", "", Text("x", "text"), ("Rye",)), told(terms), roles)
    cells = dict(zip(headings, values, strict=True))
    assert (cells["role"], cells["share_baker"], cells["none_share"]) == ("baker", 0.9, 0.2)
    assert (cells["must"], cells["helpful"], cells["named"]) == ("s0", "s1", "s2")
    named = terms is FULL
    assert cells["pay_low"] == (50000 if named else None)
    assert cells["degree"] == ("bachelor;master" if named else "")
    assert cells["town"] == "Rye"


def test_row_of_what_cannot_be_told() -> None:
    """Of a text that is too short, or no advert, no share is told."""
    said = told(SILENT)
    short = said._replace(mix=said.mix._replace(outcome="too-short", roles=()))
    roles = ["baker", "bread-seller"]
    values = row(Advert("a1", "", Text("x", "text")), short, roles)
    cells = dict(zip(columns(roles, ()), values, strict=True))
    assert (cells["outcome"], cells["share_baker"], cells["none_share"]) == (
        "too-short",
        None,
        None,
    )


def test_row_of_what_could_not_be_read() -> None:
    """What could not be read has a row as well, with why."""
    roles = ["baker", "bread-seller"]
    headings = list(columns(roles, ["town"]))
    values = row(Advert("a1", "", None, ("Rye",), "it has no text."), None, roles)
    cells = dict(zip(headings, values, strict=True))
    assert (cells["advert"], cells["outcome"], cells["town"]) == ("a1", "unread", "Rye")
    assert cells["problem"] == "it has no text."
    assert cells["none_share"] is None
