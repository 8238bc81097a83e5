"""Tables of answer sheets: what is read, what is refused, what is written."""

import gzip
import io
import json
import sys
from collections.abc import Callable
from hashlib import sha512
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mlroles.batch import csv_rows, parquet_rows, results, text_lines
from mlroles.batch.results import write_table
from mlroles.batch.rows import Row, TableFormat
from mlroles.batch.table import format_of, read_table
from mlroles.errors import MlrolesError, SheetError
from tests.sheets import QUESTIONS, facts, known, rows, table

UNCLOSED = "a quotation mark is not closed on this line, or stands where none may"
BROKEN = "a letter on the line is broken: it is in another encoding than the rest"


def below(text: str | bytes) -> list[Row]:
    """Return the rows of a CSV text below a header of all columns."""
    data = text.encode() if isinstance(text, str) else text
    return rows(table(b"id,heat,tools\n" + data, TableFormat.CSV))


def parquet(columns: dict[str, object]) -> bytes:
    """Return a Parquet file."""
    stream = io.BytesIO()
    pq.write_table(pa.table(columns), stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("a.csv", TableFormat.CSV),
        ("a.JSONL", TableFormat.JSONL),
        ("a.ndjson", TableFormat.JSONL),
        ("a.b.parquet", TableFormat.PARQUET),
        ("a.tsv", TableFormat.CSV),
        ("a.csv.gz", TableFormat.CSV),
        ("a.XLSX", TableFormat.WORKBOOK),
        ("a.ods", TableFormat.WORKBOOK),
        ("csv", None),
        ("-", None),
    ],
)
def test_format_of(name: str, format_: TableFormat | None) -> None:
    """The suffix says what a file is, in small or capital letters."""
    assert format_of(name) is format_


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines(end: str) -> None:
    """Lines may end as on any system; the last need not end, and a BOM may stand first."""
    text = "\ufeff" + end.join(["tools, id ", "pan,1", "whisk;pan,2"])
    found = table(text)
    assert found.columns == ("tools", "id")
    assert rows(found) == [Row(2, ["pan", "1"]), Row(3, ["whisk;pan", "2"])]


def test_nobody() -> None:
    """Lines in which nothing stands are nobody, and are counted as lines."""
    assert below('\n1,,\n,,\n"","",""\n \n2,,\n,,\n') == [
        Row(3, ["1", "", ""]),
        Row(7, ["2", "", ""]),
    ]


def test_blank_lines_before_the_header() -> None:
    """The header is the first line in which something stands."""
    assert rows(table("\n\nid,heat\n1,oven\n")) == [Row(4, ["1", "oven"])]


def test_quotes() -> None:
    """A quoted cell may hold commas, quotes and, where it names somebody, line breaks."""
    found = below('"a,b",oven,\n"say ""a""\nand\nb","oven","pan"\nlast,,\n')
    assert found == [
        Row(2, ["a,b", "oven", ""]),
        Row(3, ['say "a"\nand\nb', "oven", "pan"]),
        Row(6, ["last", "", ""]),
    ]


@pytest.mark.parametrize(
    "wrong",
    [
        '1,"oven,pan\n',  # never closed
        '1,oven,"pan\n',  # closed by a quote of the next row
        '"1,oven,pan\n',  # the same, in the column in which lines may break
        '1,"oven"x,pan\n',
    ],
)
def test_a_quote_that_is_not_closed(wrong: str) -> None:
    """A quote that somebody forgot to close takes no other row with it."""
    found = below(f'{wrong}2,oven,pan\n3,"oven",pan\n4,oven,"pan"\n')
    assert (found[0].line, found[0].problem) == (2, UNCLOSED)
    assert found[1:] == [
        Row(3, ["2", "oven", "pan"]),
        Row(4, ["3", "oven", "pan"]),
        Row(5, ["4", "oven", "pan"]),
    ]
    assert below(wrong)[0].problem == UNCLOSED


def test_quotes_that_are_not_closed_one_after_the_other() -> None:
    """Two such rows in a row are two wrong rows, and the next is right."""
    found = below('1,"oven,pan\n2,"oven,pan\n3,,\n')
    assert [each.problem for each in found] == [UNCLOSED, UNCLOSED, ""]


def test_a_quoted_cell_of_many_lines() -> None:
    """A quoted cell ends within a bound, so that no more than that is looked at twice."""
    breaks = "x\n" * text_lines.MOST_LINES
    assert below(f'"{breaks}",oven,pan\n') == [Row(2, [breaks, "oven", "pan"])]
    found = below(f'"{breaks}\n",oven,pan\n4,,\n')
    assert [each.line for each in found] == [*range(2, text_lines.MOST_LINES + 2), 23, 24]
    assert [each.line for each in found if not each.problem] == [24]


def test_wrong_number_of_cells() -> None:
    """A row with cells too few or too many is told as such; the name is kept."""
    assert below("1,oven\n2,oven,pan,x\n3,,\n") == [
        Row(2, ["1", "oven"], "2 cells where the header has 3"),
        Row(3, ["2", "oven", "pan", "x"], "4 cells where the header has 3"),
        Row(4, ["3", "", ""]),
    ]


def test_bytes_that_are_no_text() -> None:
    """Bytes that are not UTF-8 spoil their row alone, also inside a quoted cell."""
    found = below("éééé,,\n".encode() + b'\xff,,\n"a\n\xff",oven,\n3,,\n')
    assert found[0] == Row(2, ["éééé", "", ""])
    assert found[1] == Row(3, ["?"], BROKEN)
    assert found[2].problem == UNCLOSED
    assert found[3].problem == BROKEN
    assert found[4] == Row(6, ["3", "", ""])


def test_nul() -> None:
    """A NUL byte is a character like any other."""
    assert below('1,\0,\n"2",\0,\n') == [Row(2, ["1", "\0", ""]), Row(3, ["2", "\0", ""])]


@pytest.mark.parametrize("end", ["\n", ""])
def test_a_line_without_end(end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a line that is too long only the beginning is kept, and the next line follows."""
    for module in (text_lines, csv_rows):
        monkeypatch.setattr(module, "LONGEST_TEXT", 20)
    problem = "the line is longer than 20 characters"
    found = below("1,oven,pan\n2," + "x" * 100 + end)
    assert found == [Row(2, ["1", "oven", "pan"]), Row(3, ["2"], problem)]
    assert below("2," + "x" * 100 + "\n3,,\n")[1:] == [Row(3, ["3", "", ""])]


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("", "The table is empty."),
        ("\n\n", "The table is empty."),
        ("sep=;\n", "The table is empty."),
        ('id,"heat\n', f"The header is wrong: {UNCLOSED}."),
        (b"\xc3\xa9\xff\xc3\xa9,heat\n", f"The header is wrong: {BROKEN}."),
    ],
)
def test_wrong_header(header: str | bytes, said: str) -> None:
    """A header that is wrong is told before any row is read."""
    with pytest.raises(SheetError) as caught:
        table(header, TableFormat.CSV)
    assert caught.value.message == said
    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,heat,tools\n1,oven,pan\n", "commas"),
        ("id;heat;tools\n1;oven;pan\n", "semicolons"),
        ("id\theat\ttools\n1\toven\tpan\n", "tabs"),
        ("id|heat|tools\n1|oven|pan\n", "vertical bars"),
        ("sep=;\r\nid;heat;tools\r\n1;oven;pan\r\n", "semicolons"),
        ("SEP=!\nid!heat!tools\n1!oven!pan\n", "“!”"),
        ('"id";"heat";"tools"\n"1";"oven";"pan"\n', "semicolons"),
    ],
)
def test_separators(text: str, said: str) -> None:
    """That separates the cells which makes the most known headings, or which the file names."""
    found = table(text)
    assert facts(found) == f"CSV, cells separated by {said}; UTF-8"
    assert [each.cells for each in rows(found)] == [["1", "oven", "pan"]]


def test_commas_within_cells_of_another_separator() -> None:
    """An answer's own commas do not break a table that semicolons separate."""
    found = table("id;heat;tools\n1;oven, hot;pan, tray\n;;;\n")
    assert [each.cells for each in rows(found)] == [["1", "oven, hot", "pan, tray"]]


def test_cells_too_many_that_are_empty() -> None:
    """What stands behind the last column and is empty is nothing."""
    assert below("1,oven,pan,,\n") == [Row(2, ["1", "oven", "pan"])]


def test_a_break_where_it_makes_no_sense() -> None:
    """A record runs over several lines only where its cells then make sense."""
    found = table('id,heat,tools\n"a\nb",oven,pan\n2,,\n')
    assert [each.problem for each in found.read(lambda _: False)] == [
        UNCLOSED,
        "",
        "",
    ]


def test_gzip() -> None:
    """A packed table is unpacked; one that is broken off, or packed twice, is told."""
    text = b"id,heat,tools\n1,oven,pan\n"
    assert rows(table(gzip.compress(text))) == [Row(2, ["1", "oven", "pan"])]
    broken = gzip.compress(text + sha512(text).hexdigest().encode())[:-20]
    with pytest.raises(OSError, match="the packed file is broken"):
        rows(table(broken))
    assert not known(table(gzip.compress(gzip.compress(text, mtime=0))).columns)


@pytest.mark.parametrize("data", [b"PAR1", b"PK\x03\x04"])
def test_what_cannot_be_read_through_a_pipe(data: bytes) -> None:
    """Parquet and spreadsheets are read from their end, which a packed file and a pipe have not."""
    with pytest.raises(SheetError, match="cannot be read through a pipe") as caught:
        table(gzip.compress(data))
    assert caught.value.hint == "Give the file itself."


class Pipe(io.RawIOBase):
    """A stream that can be read once."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
        """Read a few bytes, as a pipe may."""
        piece = self._data.read(min(len(buffer), 5))
        buffer[: len(piece)] = piece
        return len(piece)


@pytest.mark.parametrize("buffered", [True, False])
def test_a_pipe(*, buffered: bool) -> None:
    """What comes through a pipe is read to its end, whatever it is."""
    pipe: BinaryIO = Pipe(b"id;heat\n1;oven\n")  # type: ignore[assignment]
    stream = io.BufferedReader(pipe) if buffered else pipe  # type: ignore[type-var]
    found = read_table(stream, None, known, QUESTIONS, name="")
    assert rows(found) == [Row(2, ["1", "oven"])]


def test_parquet() -> None:
    """Parquet columns hold text or lists of text; rows are numbered."""
    file = parquet({"tools": [["pan"], None, []], "id": [1, 2, 3], "heat": ["oven", "", None]})
    found = table(file)
    assert found.columns == ("tools", "id", "heat")
    assert rows(found) == [
        Row(1, [("pan",), "1", "oven"]),
        Row(2, ["", "2", ""]),
        Row(3, ["", "3", ""]),
    ]


def test_parquet_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows are numbered through, however many are held at a time."""
    monkeypatch.setattr(parquet_rows, "MOST_ROWS", 2)
    file = parquet({"id": ["a", "b", "c", "d", "e"]})
    found = table(file)
    assert [each.line for each in rows(found)] == [1, 2, 3, 4, 5]


def test_parquet_that_is_no_text() -> None:
    """A text that is not UTF-8 spoils its row alone."""
    text = pa.array([b"ok", b"\xff"], pa.binary()).view(pa.string())
    found = rows(table(parquet({"id": text})))
    assert found == [Row(1, ["ok"]), Row(2, [""], "“id” is not Unicode")]


def test_wrong_parquet() -> None:
    """A file of another format and one that is spoilt are told as such."""
    with pytest.raises(SheetError, match="cannot be read as Parquet"):
        table("id,heat\n", TableFormat.PARQUET)
    spoilt = bytearray(parquet({"id": [str(number) for number in range(10_000)]}))
    spoilt[4:2000] = bytes(1996)
    with pytest.raises(SheetError, match="cannot be read as Parquet"):
        rows(table(bytes(spoilt)))


def test_parquet_on_a_disk_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk fails, it is the system's error."""

    def fail(*_: object, **__: object) -> object:
        raise OSError(5, "Input/output error")

    found = table(parquet({"id": ["a"]}))
    monkeypatch.setattr(parquet_rows, "_cells", fail)
    with pytest.raises(OSError, match="Input/output error"):
        rows(found)


def test_parquet_without_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library is missing, a sentence says what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    uses: tuple[Callable[[], object], ...] = (
        lambda: table("", TableFormat.PARQUET),
        lambda: write_table(io.BytesIO(), TableFormat.PARQUET, {"id": str}, []),
    )
    for use in uses:
        with pytest.raises(MlrolesError, match="not installed") as caught:
            use()
        assert "pip install 'mlroles[tables]'" in caught.value.hint


def test_columns_of_parquet_that_no_cell_can_hold() -> None:
    """A column that is no question and no text is left out and named."""
    found = table(parquet({"id": ["a"], "nested": [{"a": 1}]}))
    assert (found.columns, facts(found)) == (("id",), "Parquet; not read: “nested”")


COLUMNS: dict[str, results.Kind] = {"id": str, "share": float, "answered": int}
WRITTEN: list[tuple[results.Value, ...]] = [
    ("a", 1 / 3, 2),
    ('say "a,b"\r\n', 1e-9, 0),
    ("=1+1", None, None),
]


def written(format_: TableFormat) -> bytes:
    """Return what is written."""
    stream = io.BytesIO()
    write_table(stream, format_, COLUMNS, WRITTEN)
    return stream.getvalue()


def test_write_csv() -> None:
    """Shares have six decimals, quotes stand where they must, and nothing stands for None."""
    assert written(TableFormat.CSV).decode() == (
        'id,share,answered\na,0.333333,2\n"say ""a,b""\r\n",0.000000,0\n=1+1,,\n'
    )


def test_write_json_lines() -> None:
    """JSON Lines hold the same, with null for None."""
    lines = written(TableFormat.JSONL).decode().splitlines()
    assert [json.loads(line) for line in lines] == [
        {"id": "a", "share": 0.333333, "answered": 2},
        {"id": 'say "a,b"\r\n', "share": 0.0, "answered": 0},
        {"id": "=1+1", "share": None, "answered": None},
    ]


def test_write_parquet(tmp_path: Path) -> None:
    """Parquet holds the same, typed."""
    (tmp_path / "a.parquet").write_bytes(written(TableFormat.PARQUET))
    found = pq.read_table(tmp_path / "a.parquet")
    assert found.column("share").to_pylist() == [0.333333, 0.0, None]
    assert found.column("answered").to_pylist() == [2, 0, None]
    assert found.column("id").to_pylist() == ["a", 'say "a,b"\r\n', "=1+1"]


def test_rows_are_written_as_they_come(monkeypatch: pytest.MonkeyPatch) -> None:
    """No more rows are held than a batch."""
    monkeypatch.setattr(results, "BATCH", 2)
    stream = io.BytesIO()
    sizes = []

    def coming() -> object:
        for number in range(6):
            sizes.append(len(stream.getvalue()))
            yield (str(number), 0.5, number)

    write_table(stream, TableFormat.CSV, COLUMNS, coming())  # type: ignore[arg-type]
    assert sizes[0] == 0
    assert sizes == sorted(sizes)
    assert len(set(sizes)) == 4
