"""Headings that take two rows, or stand below a title."""

import io
from collections.abc import Sequence

import pytest

from mlroles.batch import csv_rows
from mlroles.batch.csv_rows import read_csv
from mlroles.batch.headings import joined_headings
from mlroles.batch.rows import TableFormat
from mlroles.batch.workbook_rows import read_workbook
from tests.sheets import rows, table, workbook


@pytest.mark.parametrize(
    ("above", "below", "found"),
    [
        (("", "heat", "tools", ""), ("", "Response", "pan", "tray"),
         ("", "heat", "tools pan", "tools tray")),
        (("id", "tools", "", ""), ("", "pan", "tray"), ("id", "tools pan", "tools tray", "")),
        (("id", "tools", ""), ("", "ladle", "spoon"), None),
        (("id", "tools", ""), ("anna", "pan", "tray"), None),
        (("id", "heat", "", ""), ("", "", "", "pan"), None),
        (("id", "tools"), ("", "pan"), None),
    ],
)  # fmt: skip
def test_two_rows(
    above: tuple[str, ...], below: tuple[str, ...], found: tuple[str, ...] | None
) -> None:
    """Answers below a question head a column each; a row in which somebody is named does not."""
    answers = {"tools pan", "tools tray", "heat", "tools"}
    assert joined_headings(above, below, lambda own: sum(e in answers for e in own)) == found


def test_a_second_row_of_headings_in_csv() -> None:
    """A second row of headings is read with the first, and is no row of its own."""

    def known(columns: Sequence[str]) -> int:
        return sum(each in {"heat", "tools", "tools pan", "tools tray"} for each in columns)

    lines = ["id,heat,tools,", ',Response,pan,"tray"', "a,oven,,tray", 'b,"oven']
    found = read_csv(io.BytesIO("\n".join(lines).encode()), known)
    assert found.columns == ("id", "heat", "tools pan", "tools tray")
    assert [row.line for row in rows(found)] == [3, 4]
    assert read_csv(io.BytesIO(b"id,heat,\n"), known).columns == ("id", "heat", "")


def test_a_second_row_that_is_no_csv(monkeypatch: pytest.MonkeyPatch) -> None:
    """A second row with a cell that is too long is none of headings."""
    monkeypatch.setattr(csv_rows, "LONGEST_TEXT", 20)
    found = table(f"id,heat,\n{'x' * 30},,\n", TableFormat.CSV)
    assert found.columns == ("id", "heat", "")


def test_a_second_row_of_headings_in_a_spreadsheet() -> None:
    """A spreadsheet may have two rows of headings below a title as well."""

    def known(columns: Sequence[str]) -> int:
        return sum(each in {"heat", "tools", "tools pan", "tools tray"} for each in columns)

    lines = [
        ["Careers day"],
        ["id", "heat", "tools", ""],
        ["", "", "pan", "tray"],
        ["a", "oven", "", "x"],
    ]
    found = read_workbook(io.BytesIO(workbook({"A": lines})), known)
    assert found.columns == ("id", "heat", "tools pan", "tools tray")
    assert [row.cells for row in rows(found)] == [["a", "oven", "", "x"]]


def test_headings_that_nobody_knows() -> None:
    """Where no line heads questions, the first line is what the table says of itself."""
    assert table("a,b\n1,2\n", TableFormat.CSV).columns == ("a", "b")


@pytest.mark.parametrize(
    "above", ["Careers day\n\n", "Careers day;2031\n", '"sep=;"\n', 'sep=;\n"A title"\n']
)
def test_what_stands_above_the_headings(above: str) -> None:
    """A title, an empty line or what separates the cells may stand above the headings."""
    found = table(f"{above}id;heat;tools\na;oven;pan\n", TableFormat.CSV)
    assert found.columns == ("id", "heat", "tools")
    assert [row.cells for row in rows(found)] == [["a", "oven", "pan"]]
