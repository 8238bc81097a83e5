"""Parquet columns of every type, and small files that stand for very much."""

import io
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.batch import parquet_rows
from mlroles.batch.rows import LONGEST_LIST, LONGEST_TEXT, Row, TableFormat, Unfit
from mlroles.batch.table import read_table
from mlroles.errors import SheetError
from tests.sheets import rows, table

FAR = 2**60

ODD: dict[str, Any] = {
    "nanoseconds": pa.array([FAR, None], pa.timestamp("ns")),
    "far microseconds": pa.array([FAR, None], pa.timestamp("us")),
    "far day": pa.array([2**31 - 1, None], pa.int32()).view(pa.date32()),
    "duration": pa.array([FAR, None], pa.duration("s")),
    "time of day": pa.array([1, None], pa.time64("ns")),
    "zoned": pa.array([FAR, None], pa.timestamp("us", "Europe/Paris")),
    "structure": pa.array([{"a": 1}, None]),
    "map": pa.array([[("a", 1)], None], pa.map_(pa.string(), pa.int64())),
    "decimal": pa.array([Decimal("1.5"), None]),
    "fraction": pa.array([float("nan"), None]),
    "truth": pa.array([True, None]),
    "lists of lists": pa.array([[["a"]], None]),
    "list of numbers": pa.array([[1], None]),
    "fixed bytes": pa.array([b"ab", None], pa.binary(2)),
    "microseconds": pa.array([timedelta(days=1), None]),
}


def read(table: Any, known: tuple[str, ...] = ("heat", "tools"), **options: Any) -> list[Row]:
    """Return the rows of a table once it is Parquet."""
    stream = io.BytesIO()
    pq.write_table(table, stream, **options)
    stream.seek(0)
    found = read_table(stream, None, lambda names: len({*names} & {*known}), (), name="")
    return rows(found)


WRITTEN = {
    "nanoseconds": "2006-07-14 23:58:24.606846976",
    "far microseconds": f"<value out of range: {FAR}>",
    "far day": "<value out of range: 2147483647>",
    "time of day": "00:00:00.000000001",
    "decimal": "1.5",
    "fraction": "nan",
    "truth": "yes",
}
"""Values that are no text and can be written down."""


@pytest.mark.parametrize("kind", sorted({*ODD} - {*WRITTEN, "zoned"}))
def test_a_value_that_cannot_be_an_answer_spoils_its_row(kind: str) -> None:
    """Of a column of any other type a value makes its row wrong, and no value is no answer."""
    wrong, right = read(pa.table({"id": ["a", "b"], "heat": ODD[kind]}))
    assert wrong.problem == "“heat” is not text, or a list of texts"
    assert (right.cells, right.problem) == (["b", ""], "")
    assert read(pa.table({"id": ["a", "b"], "x": ODD[kind]})) == [Row(1, ["a"]), Row(2, ["b"])]


@pytest.mark.parametrize(("kind", "text"), WRITTEN.items())
def test_a_value_that_can_be_written_down(kind: str, text: str) -> None:
    """Moments, decimals and numbers are texts, in the column of names as well."""
    assert read(pa.table({"id": ODD[kind]})) == [Row(1, [text]), Row(2, [""])]


@pytest.mark.parametrize("data", [b"\xff", b"\xed\xa0\x80"])
def test_bytes_that_are_no_text(data: bytes) -> None:
    """Bytes that are not Unicode are told, alone and within a list."""
    rows = read(pa.table({"heat": pa.array([data, b"b"]), "tools": [["x"], ["y"]]}))
    assert [row.problem for row in rows] == ["“heat” is not Unicode", ""]
    listed = pa.array([[data], [b"x"]], pa.list_(pa.binary()))
    rows = read(pa.table({"id": ["a", "b"], "heat": listed}))
    assert bool(rows[0].problem)
    assert not rows[1].problem


@pytest.mark.parametrize(
    "kind",
    [
        pa.string(),
        pa.large_string(),
        pa.dictionary(pa.int32(), pa.string()),
        pa.int8(),
        pa.uint64(),
    ],
)
def test_names_of_every_right_type(kind: Any) -> None:
    """Texts and whole numbers of any size are names."""
    values = [1, 2] if pa.types.is_integer(kind) else ["1", "2"]
    rows = read(pa.table({"id": pa.array(values).cast(kind)}))
    assert rows == [Row(1, ["1"]), Row(2, ["2"])]


@given(
    st.lists(st.one_of(st.none(), st.text(max_size=5)), min_size=1, max_size=20),
    st.booleans(),
    st.integers(1, 5),
)
def test_texts_come_through_whole(texts: list[str | None], shared: bool, group: int) -> None:
    """However a column is stored, every text comes out as it went in."""
    table = pa.table({"id": pa.array(texts, pa.string())})
    rows = read(table, use_dictionary=shared, row_group_size=group)
    assert [row.cells for row in rows] == [[text or ""] for text in texts]
    assert [row.line for row in rows] == list(range(1, len(texts) + 1))


def test_a_text_longer_than_its_bound_is_told() -> None:
    """At the bound a text is read; a character more spoils its row."""
    texts = ["x" * LONGEST_TEXT, "x" * (LONGEST_TEXT + 1)]
    at, above = read(pa.table({"id": texts}))
    assert (at.cells, at.problem) == ([texts[0]], "")
    assert above.problem == f"“id” holds more than {LONGEST_TEXT:,} characters"


def test_a_list_longer_than_its_bound_is_told() -> None:
    """At the bound a list is read; an answer more spoils its row."""
    lists = [["oven"] * LONGEST_LIST, ["oven"] * (LONGEST_LIST + 1)]
    at, above = read(pa.table({"id": ["a", "b"], "heat": lists}))
    assert at.problem == ""
    assert above.problem == f"“heat” has more than {LONGEST_LIST:,} answers"


@pytest.mark.parametrize("shared", [True, False])
def test_a_small_file_that_stands_for_gigabytes_is_refused(shared: bool) -> None:
    """Thirty names of thirty million characters take two kilobytes, and are not unpacked."""
    stream = io.BytesIO()
    names = pa.array([chr(97 + row) * 30_000_000 for row in range(3)])
    pq.write_table(pa.table({"id": names}), stream, compression="zstd", use_dictionary=shared)
    assert len(stream.getvalue()) < 100_000
    stream.seek(0)
    before = pa.total_allocated_bytes()
    del names
    with pytest.raises(SheetError, match="one of its pages unpacks to"):
        rows(table(stream.read(), TableFormat.PARQUET))
    assert pa.total_allocated_bytes() <= before


def test_few_rows_are_read_at_a_time_where_each_is_long() -> None:
    """Many rows that share one long text are read, and all are there."""
    rows = read(pa.table({"id": ["x" * 100_000] * 2000}), use_dictionary=True)
    assert len(rows) == 2000
    assert {len(row.cells[0]) for row in rows} == {100_000}


@pytest.mark.parametrize(
    "data", [b"", b"PAR1", b"id\nann\n", b"PAR1" * 3, b"PAR1" + bytes(50) + b"PAR1"]
)
def test_what_is_no_parquet_is_called_that(data: bytes, tmp_path: Path) -> None:
    """Whatever else a file holds, it “cannot be read as Parquet”."""
    (tmp_path / "table.parquet").write_bytes(data)
    with (
        (tmp_path / "table.parquet").open("rb") as stream,
        pytest.raises(SheetError, match="cannot be read as Parquet"),
    ):
        rows(table(stream.read(), TableFormat.PARQUET))


def test_a_file_that_names_texts_it_has_not() -> None:
    """Of a wrong file, a cell that points beyond the texts there are spoils its row."""
    array = pa.DictionaryArray.from_arrays(pa.array([0, 7, None]), pa.array(["oven"]), safe=False)
    assert parquet_rows._texts(array) == ["oven", Unfit(), None]


MANY = [f"{place:05} {'x' * 40_000}" for place in range(500)]
"""Texts that are too many to hold together, and different from one another."""


@pytest.mark.parametrize("packed", ["none", "snappy", "gzip", "brotli", "zstd", "lz4"])
def test_many_long_names_are_read_some_at_a_time(packed: str) -> None:
    """Names that together outgrow the memory are all read, whatever packs them."""
    often = ["y" * 30_000] * 50
    found = read(pa.table({"id": often + MANY}), compression=packed, write_batch_size=8)
    assert [row.cells[0] for row in found] == often + MANY


def test_the_longest_shared_text_bounds_the_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text that many rows share counts for each of them, where texts are not held."""
    at_a_time: list[int] = []
    batches = parquet_rows._batches

    def noted(file: Any, columns: Any, most: int, pa: Any) -> Any:
        at_a_time.append(most)
        return batches(file, columns, most, pa)

    monkeypatch.setattr(parquet_rows, "_batches", noted)
    often = ["y" * 800_000] * 50
    found = read(pa.table({"id": often + MANY}), compression="zstd", write_batch_size=8)
    assert [len(row.cells[0]) for row in found[:50]] == [800_000] * 50
    assert at_a_time == [4]
