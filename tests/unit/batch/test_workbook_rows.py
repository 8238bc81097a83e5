"""Spreadsheets: which sheet and which row is the table, and how large it may be."""

import io
import zipfile
from datetime import date

import pytest

from mlroles.batch import workbook_size
from mlroles.batch.rows import Row, TableFormat
from mlroles.batch.workbook_size import refuse_too_large
from mlroles.errors import SheetError
from tests.sheets import facts, rows, table, workbook

PEOPLE: list[list[object]] = [
    ["id", "heat", "tools"],
    [1, "oven", "pan"],
    [2.5, "", True],
    ["", "", ""],
    ["x", 3, ""],
]
READ = [Row(2, ["1", "oven", "pan"]), Row(3, ["2.5", "", "yes"]), Row(5, ["x", "3", ""])]


def archive(parts: dict[str, str]) -> bytes:
    """Return an archive that holds these parts, packed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            packed.writestr(name, text)
    return stream.getvalue()


def ods(lines: list[list[str]], rest: str = "") -> bytes:
    """Return an ODS file with one sheet; ``rest`` is what stands below the lines."""
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    below = "".join(
        f"<table:table-row>{''.join(cell.format(each) for each in line)}</table:table-row>"
        for line in lines
    )
    names = " ".join(
        f'xmlns:{each}="urn:oasis:names:tc:opendocument:xmlns:{each}:1.0"'
        for each in ("office", "table", "text")
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return archive(
        {
            "mimetype": kind,
            "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="m"/>',
            "content.xml": (
                f"<office:document-content {names}><office:body><office:spreadsheet>"
                f'<table:table table:name="A">{below}{rest}</table:table>'
                "</office:spreadsheet></office:body></office:document-content>"
            ),
        }
    )


def test_xlsx() -> None:
    """Numbers lose their fraction where it is nothing, and rows of nothing are nobody."""
    found = table(workbook({"Answers": PEOPLE}))
    assert (found.columns, facts(found)) == (("id", "heat", "tools"), "spreadsheet; “Answers”")
    assert rows(found) == READ


def test_ods() -> None:
    """An ODS file is read as well, also with the million empty rows that programs write."""
    empty = '<table:table-row table:number-rows-repeated="1048570"><table:table-cell '
    empty += 'table:number-columns-repeated="16384"/></table:table-row>'
    found = table(ods([["id", "heat"], ["a", "oven"]], empty))
    assert rows(found) == [Row(2, ["a", "oven"])]


def test_a_title_above_and_a_date() -> None:
    """Headings may stand below a title; days are written as they are."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True})
    sheet = book.add_worksheet()
    sheet.write(0, 0, "Open day")
    sheet.write_row(2, 0, ["when", " heat ", "tools"])
    sheet.write_datetime(3, 0, date(2026, 3, 1), book.add_format({"num_format": "yyyy-mm-dd"}))
    sheet.write(3, 1, "oven")
    book.close()
    found = table(stream.getvalue())
    assert found.columns == ("when", "heat", "tools")
    assert rows(found) == [Row(4, ["2026-03-01", "oven", ""])]


def test_the_sheet_with_questions() -> None:
    """Of several sheets the first with the most questions is read; the others are named."""
    found = table(workbook({"Notes": [["hello"]], "Empty": [], "People": PEOPLE}))
    assert facts(found) == "spreadsheet; “People” (not read: “Notes”, “Empty”)"
    assert rows(found) == READ


def test_a_sheet_by_its_name() -> None:
    """--sheet chooses; one that is not there is told with the nearest, an empty one as empty."""
    book = workbook({"Notes": [["id", "x"], ["a", "b"]], "Empty": [], "People": PEOPLE})
    assert rows(table(book, sheet="Notes")) == [Row(2, ["a", "b"])]
    for sheet, said, hint in (
        ("Peple", "There is no sheet “Peple”.", "Did you mean People?"),
        ("zzz", "There is no sheet “zzz”.", "It has: Notes, Empty, People."),
        ("Empty", "The sheet “Empty” is empty.", "--sheet names another."),
    ):
        with pytest.raises(SheetError) as caught:
            table(book, sheet=sheet)
        assert (caught.value.message, caught.value.hint) == (said, hint)


def test_a_sheet_that_is_found_too_large_when_it_is_opened(monkeypatch: pytest.MonkeyPatch) -> None:
    """What no archive says before, as of an old XLS, is refused before cells become rows."""
    monkeypatch.setattr("mlroles.batch.workbook_rows.refuse_too_large", lambda _: None)
    monkeypatch.setattr("mlroles.batch.workbook_size.MOST_CELLS", 5)
    with pytest.raises(SheetError, match="room for 15 cells"):
        table(workbook({"A": PEOPLE}))


@pytest.mark.parametrize(
    "data",
    [
        b"PK\x03\x04 and no more",
        b"\xd0\xcf\x11\xe0 and no more",
        archive({"a.txt": "no spreadsheet"}),
        workbook({"A": PEOPLE})[:-400],
        b"id,heat\n",
    ],
)
def test_what_is_no_spreadsheet(data: bytes) -> None:
    """A file that is broken, or another, is told as such."""
    with pytest.raises(SheetError, match="The spreadsheet cannot be read"):
        table(data, TableFormat.WORKBOOK)


def test_a_spreadsheet_without_a_sheet() -> None:
    """A spreadsheet that holds no sheet is told as such."""
    data = ods([]).replace(b"", b"")
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name).decode() for name in packed.namelist()}
    content = parts["content.xml"]
    start, end = content.index("<table:table "), content.index("</office:spreadsheet>")
    with pytest.raises(SheetError, match="The spreadsheet has no sheet"):
        table(archive({**parts, "content.xml": content[:start] + content[end:]}))


def test_a_cell_in_the_last_row() -> None:
    """A file of a few bytes whose last cell is far away is refused before room is made for it."""
    far = workbook({"A": [*PEOPLE, *([[]] * 50_000), [""] * 100 + ["x"]]})
    with pytest.raises(SheetError, match="has room for 5,050,606 cells") as caught:
        table(far)
    assert "clear what stands far from the table" in caught.value.hint


REPEATED = '<table:table-row table:number-rows-repeated="{}"><table:table-cell {} {}/>'


@pytest.mark.parametrize(
    "row",
    [
        REPEATED.format(1, 'office:value-type="string"', 'table:number-columns-repeated="9999999"'),
        REPEATED.format(9_999_999, "", 'office:value-type="string"'),
    ],
)
def test_cells_that_are_repeated(row: str) -> None:
    """So is an ODS file in which a cell that holds something is repeated."""
    with pytest.raises(SheetError, match="cells up to the last that is used"):
        table(ods([["id", "heat"]], f"{row}</table:table-row>"))


def test_sheets_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bound is on all sheets of a spreadsheet together, as all are looked at."""
    monkeypatch.setattr(workbook_size, "MOST_CELLS", 20)
    small = [["id", "heat"]] * 5
    refuse_too_large(io.BytesIO(workbook({"A": small, "B": small})))
    with pytest.raises(SheetError, match="room for 30 cells"):
        refuse_too_large(io.BytesIO(workbook({"A": small, "B": small, "C": small})))
    two = ods([["a"] * 5] * 3, '</table:table><table:table table:name="B">')
    refuse_too_large(io.BytesIO(two))


def test_cells_that_do_not_say_where_they_are() -> None:
    """A cell without its place stands beside the one before it, in the row below the last."""
    lines = "<row><c/><c/></row>" + "<row r='900000'><c/><c/><c/></row>"
    part = {"xl/worksheets/sheet1.xml": f"<sheetData>{lines}</sheetData>"}
    with pytest.raises(SheetError, match="room for 2,700,000 cells"):
        refuse_too_large(io.BytesIO(archive(part)))


def test_tags_over_two_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """A tag counts once, wherever the pieces end in which a part is read."""
    far = archive({"xl/worksheets/a.xml": '<row r="1"><c r="B1"/></row><row r="9"><c r="A9"/>'})
    monkeypatch.setattr(workbook_size, "MOST_CELLS", 17)
    for size in range(1, 40):
        monkeypatch.setattr(workbook_size, "AT_A_TIME", size)
        with pytest.raises(SheetError, match="room for 18 cells"):
            refuse_too_large(io.BytesIO(far))


def test_a_bomb(monkeypatch: pytest.MonkeyPatch) -> None:
    """An archive that unpacks to more than a table may is refused by what it says of itself."""
    monkeypatch.setattr(workbook_size, "MOST_BYTES", 1_000_000)
    bomb = archive({"xl/worksheets/sheet1.xml": " " * 2_000_000})
    assert len(bomb) < 10_000
    with pytest.raises(SheetError, match="unpacks to 2,000,000 bytes") as caught:
        table(bomb)
    assert "save the table as CSV" in caught.value.hint
