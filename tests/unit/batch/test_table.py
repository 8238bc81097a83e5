"""Tables of answer sheets: what is read, what is refused, what is written."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mlroles.batch import csv_rows, parquet_rows, results, text_lines
from mlroles.batch.results import write_table
from mlroles.batch.rows import Row, Table, TableFormat
from mlroles.batch.table import format_of, read_table
from mlroles.errors import MlrolesError, SheetError

KNOWN = ("heat", "tools")
UNCLOSED = "a quotation mark is not closed on this line, or stands where none may"


def csv(text: str | bytes, by: str | None = None) -> Table:
    """Return the table in a CSV text."""
    data = text.encode() if isinstance(text, str) else text
    return read_table(io.BytesIO(data), TableFormat.CSV, KNOWN, by)


def rows(text: str | bytes) -> list[Row]:
    """Return the rows below a header of all columns."""
    data = text.encode() if isinstance(text, str) else text
    return list(csv(b"id,heat,tools\n" + data).rows)


def jsonl(text: str | bytes, by: str | None = None) -> list[Row]:
    """Return the rows of JSON Lines."""
    data = text.encode() if isinstance(text, str) else text
    return list(read_table(io.BytesIO(data), TableFormat.JSONL, KNOWN, by).rows)


def parquet(columns: dict[str, object]) -> io.BytesIO:
    """Return a Parquet file."""
    stream = io.BytesIO()
    pq.write_table(pa.table(columns), stream)
    return io.BytesIO(stream.getvalue())


@pytest.mark.parametrize(
    ("name", "format_"),
    [
        ("a.csv", TableFormat.CSV),
        ("a.JSONL", TableFormat.JSONL),
        ("a.ndjson", TableFormat.JSONL),
        ("a.b.parquet", TableFormat.PARQUET),
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
    found = csv(text)
    assert found.columns == ("tools", "id")
    assert list(found.rows) == [Row(2, ["pan", "1"]), Row(3, ["whisk;pan", "2"])]


def test_nobody() -> None:
    """Lines in which nothing stands are nobody, and are counted as lines."""
    assert rows('\n1,,\n,,\n"","",""\n \n2,,\n,,\n') == [
        Row(3, ["1", "", ""]),
        Row(7, ["2", "", ""]),
    ]


def test_blank_lines_before_the_header() -> None:
    """The header is the first line in which something stands."""
    assert list(csv("\n\nid,heat\n1,oven\n").rows) == [Row(4, ["1", "oven"])]


def test_quotes() -> None:
    """A quoted cell may hold commas, quotes and, where it names somebody, line breaks."""
    found = rows('"a,b",oven,\n"say ""a""\nand\nb","oven","pan"\nlast,,\n')
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
    found = rows(f'{wrong}2,oven,pan\n3,"oven",pan\n4,oven,"pan"\n')
    assert (found[0].line, found[0].problem) == (2, UNCLOSED)
    assert found[1:] == [
        Row(3, ["2", "oven", "pan"]),
        Row(4, ["3", "oven", "pan"]),
        Row(5, ["4", "oven", "pan"]),
    ]
    assert rows(wrong)[0].problem == UNCLOSED


def test_quotes_that_are_not_closed_one_after_the_other() -> None:
    """Two such rows in a row are two wrong rows, and the next is right."""
    found = rows('1,"oven,pan\n2,"oven,pan\n3,,\n')
    assert [each.problem for each in found] == [UNCLOSED, UNCLOSED, ""]


def test_a_quoted_cell_of_many_lines() -> None:
    """A quoted cell ends within a bound, so that no more than that is looked at twice."""
    breaks = "x\n" * text_lines.MOST_LINES
    assert rows(f'"{breaks}",oven,pan\n') == [Row(2, [breaks, "oven", "pan"])]
    found = rows(f'"{breaks}\n",oven,pan\n4,,\n')
    assert [each.line for each in found] == [*range(2, text_lines.MOST_LINES + 2), 23, 24]
    assert [each.line for each in found if not each.problem] == [24]


def test_wrong_number_of_cells() -> None:
    """A row with cells too few or too many is told as such; the name is kept."""
    assert rows("1,oven\n2,oven,pan,\n3,,\n") == [
        Row(2, ["1", "oven"], "2 cells where the header has 3"),
        Row(3, ["2", "oven", "pan", ""], "4 cells where the header has 3"),
        Row(4, ["3", "", ""]),
    ]


def test_bytes_that_are_no_text() -> None:
    """Bytes that are not UTF-8 spoil their row alone, also inside a quoted cell."""
    found = rows("é,,\n".encode() + b'\xff,,\n"a\n\xff",oven,\n3,,\n')
    assert found[0] == Row(2, ["é", "", ""])
    assert found[1] == Row(3, ["?"], "the line is not UTF-8")
    assert found[2].problem == UNCLOSED
    assert found[3].problem == "the line is not UTF-8"
    assert found[4] == Row(6, ["3", "", ""])


def test_nul() -> None:
    """A NUL byte is a character like any other."""
    assert rows('1,\0,\n"2",\0,\n') == [Row(2, ["1", "\0", ""]), Row(3, ["2", "\0", ""])]


@pytest.mark.parametrize("end", ["\n", ""])
def test_a_line_without_end(end: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a line that is too long only the beginning is kept, and the next line follows."""
    for module in (text_lines, csv_rows):
        monkeypatch.setattr(module, "LONGEST_TEXT", 20)
    problem = "the line is longer than 20 characters"
    found = rows("1,oven,pan\n2," + "x" * 100 + end)
    assert found == [Row(2, ["1", "oven", "pan"]), Row(3, ["2"], problem)]
    assert rows("2," + "x" * 100 + "\n3,,\n")[1:] == [Row(3, ["3", "", ""])]
    assert jsonl('{"id": "' + "x" * 100 + '"}\n{"id": "a"}\n') == [
        Row(1, (), problem),
        Row(2, ["a", "", ""]),
    ]


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("", "The table is empty."),
        ("\n\n", "The table is empty."),
        ("heat\n", "the column “id” is missing"),
        ("id,heat,id\n", "the column “id” stands there twice"),
        ("id,toolz\n", "the column “toolz” is unknown, “tools” is missing"),
        ("id,a,a,b,b,c,c,d,d,e,e,f,f\n", "“e” stands there twice; and more."),
        ('id,"heat\n', "The header is wrong: not CSV: unexpected end of data."),
        (b"\xffid,heat\n", "The header is wrong: the line is not UTF-8."),
    ],
)
def test_wrong_header(header: str | bytes, said: str) -> None:
    """A header that is wrong is told before any row is read."""
    with pytest.raises(SheetError) as caught:
        csv(header)
    assert said in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("header", ["id;heat;tools\n", "id\theat\ttools\n"])
def test_other_separators(header: str) -> None:
    """Where the columns are separated by another sign, the hint says which it should be."""
    with pytest.raises(SheetError) as caught:
        csv(header)
    assert caught.value.hint == "Columns are separated by commas."


def test_column_of_groups() -> None:
    """A column that makes groups has to be there where it is asked for, and else is passed over."""
    assert csv("course,id,heat\na,1,oven\n", "course").columns == ("course", "id", "heat")
    with pytest.raises(SheetError, match="“course” is missing"):
        csv("id,heat\n", "course")
    found = csv("course,id,heat\na,1,oven\n")
    assert found.passed_over == ("course",)
    assert list(found.rows) == [Row(2, ["a", "1", "oven"])]


def test_json_lines() -> None:
    """An object a line: answers as text, in a list or null, ids as text or whole numbers."""
    text = '{"id": "a", "heat": "oven"}\r\n\n{"tools": ["pan", "tray"], "id": 7, "heat": null}'
    assert jsonl(text) == [Row(1, ["a", "oven", ""]), Row(3, ["7", "", ("pan", "tray")])]


def test_json_lines_with_groups() -> None:
    """The column of groups may be empty, but it has to be there."""
    found = jsonl('{"id": "a", "course": null}\n{"id": "b"}\n', "course")
    assert found == [
        Row(1, ["a", "", "", ""]),
        Row(2, ["b", "", "", ""], "the key “course” is missing"),
    ]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("[]", "not a JSON object"),
        ("7", "not a JSON object"),
        ("{", "not JSON at column 2"),
        ('{"id": NaN}', "a number that cannot be read"),
        ("[" * 100_000, "the JSON is nested too deeply"),
        ('{"heat": "oven"}', "the key “id” is missing"),
        ('{"id": "a", "id": "b"}', "the key “id” stands there twice"),
        ('{"id": "a", "shoes": 1}', "the key “shoes” is unknown"),
        (
            '{"id": "a", "b": 1, "c": 1, "d": 1, "e": 1, "f": 1, "g": 1}',
            "; ".join(f"the key “{each}” is unknown" for each in "bcdef") + "; and more",
        ),
        ('{"id": true}', "“id” is not text"),
        ('{"id": ["a"]}', "“id” is not text"),
        (
            '{"id": "a", "heat": 1, "tools": ["pan", 2]}',
            "; ".join(f"“{each}” is not text, or a list of texts" for each in KNOWN),
        ),
        (r'{"id": "\ud800"}', "“id” is not Unicode"),
        (b'{"id": "\xff"}', "the line is not UTF-8"),
    ],
)
def test_wrong_json(line: str | bytes, problem: str) -> None:
    """What is wrong with a line is told, and the lines around it stand."""
    data = line.encode() if isinstance(line, str) else line
    first, wrong, last = jsonl(b'{"id": "a"}\n' + data + b'\n{"id": "b"}\n')
    assert (first, last) == (Row(1, ["a", "", ""]), Row(3, ["b", "", ""]))
    assert (wrong.line, wrong.problem) == (2, problem)


def test_no_json_at_all() -> None:
    """JSON Lines without a line are nobody."""
    assert jsonl("") == []


def test_parquet() -> None:
    """Parquet columns hold text or lists of text; rows are numbered."""
    file = parquet({"tools": [["pan"], None, []], "id": [1, 2, 3], "heat": ["oven", "", None]})
    found = read_table(file, TableFormat.PARQUET, KNOWN)
    assert found.columns == ("tools", "id", "heat")
    assert list(found.rows) == [
        Row(1, [("pan",), "1", "oven"]),
        Row(2, ["", "2", ""]),
        Row(3, ["", "3", ""]),
    ]


def test_parquet_in_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows are numbered through, however many are held at a time."""
    monkeypatch.setattr(parquet_rows, "MOST_ROWS", 2)
    file = parquet({"id": ["a", "b", "c", "d", "e"]})
    found = read_table(file, TableFormat.PARQUET, KNOWN)
    assert [each.line for each in found.rows] == [1, 2, 3, 4, 5]


def test_parquet_that_is_no_text() -> None:
    """A text that is not UTF-8 spoils its row alone."""
    text = pa.array([b"ok", b"\xff"], pa.binary()).view(pa.string())
    found = list(read_table(parquet({"id": text}), TableFormat.PARQUET, KNOWN).rows)
    assert found == [Row(1, ["ok"]), Row(2, [""], "“id” is not Unicode")]


def test_wrong_parquet() -> None:
    """A file of another format, a wrong header and a file cut short are told as such."""
    with pytest.raises(SheetError, match="cannot be read as Parquet"):
        read_table(io.BytesIO(b"id,heat\n"), TableFormat.PARQUET, KNOWN)
    with pytest.raises(SheetError, match="“id” is missing"):
        read_table(parquet({"shoes": ["b"]}), TableFormat.PARQUET, KNOWN)
    spoilt = bytearray(parquet({"id": [str(number) for number in range(10_000)]}).getvalue())
    spoilt[4:2000] = bytes(1996)
    with pytest.raises(SheetError, match="cannot be read as Parquet"):
        list(read_table(io.BytesIO(spoilt), TableFormat.PARQUET, KNOWN).rows)


def test_parquet_on_a_disk_that_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk fails, it is the system's error."""

    def fail(*_: object, **__: object) -> object:
        raise OSError(5, "Input/output error")

    found = read_table(parquet({"id": ["a"]}), TableFormat.PARQUET, KNOWN)
    monkeypatch.setattr(parquet_rows, "_cells", fail)
    with pytest.raises(OSError, match="Input/output error"):
        list(found.rows)


def test_parquet_without_its_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the library is missing, a sentence says what to install."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    for use in _uses():
        with pytest.raises(MlrolesError, match="not installed") as caught:
            use()
        assert "pip install 'mlroles[parquet]'" in caught.value.hint


def _uses() -> tuple[Callable[[], object], ...]:
    return (
        lambda: read_table(io.BytesIO(), TableFormat.PARQUET, KNOWN),
        lambda: write_table(io.BytesIO(), TableFormat.PARQUET, {"id": str}, []),
    )


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
