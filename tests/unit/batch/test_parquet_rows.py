"""Values in Parquet that no cell can hold."""

import io
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from mlroles.batch import parquet_rows
from mlroles.batch.parquet_pages import PageError, pages
from mlroles.batch.rows import Row
from mlroles.errors import SheetError
from tests import sheets


def rows(**columns: Any) -> list[Row]:
    """Return the rows of a Parquet file with these columns."""
    stream = io.BytesIO()
    pq.write_table(pa.table({"id": ["a", "b"], **columns}), stream)
    return sheets.rows(sheets.table(stream.getvalue()))


def test_lists_and_nothing() -> None:
    """A list of texts is several answers, and no value is no answer."""
    assert rows(heat=["oven", None], tools=[["pan", "tray"], None]) == [
        Row(1, ["a", "oven", ("pan", "tray")]),
        Row(2, ["b", "", ""]),
    ]
    assert rows(heat=pa.array([1.5, None])) == [
        Row(1, ["a", "1.5"]),
        Row(2, ["b", ""]),
    ]


def test_values_that_are_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text or a list beyond its bound spoils its row alone, and says so."""
    monkeypatch.setattr(parquet_rows, "LONGEST_TEXT", 3)
    monkeypatch.setattr(parquet_rows, "LONGEST_LIST", 1)
    long, many = rows(heat=["oven", "hot"]), rows(tools=[["a", "b"], ["a"]])
    assert "holds more than" in long[0].problem
    assert "has more than 1 answers" in many[0].problem
    assert (long[1].problem, many[1].problem) == ("", "")


def test_a_page_that_is_too_large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that unpacks to more than the memory may hold is refused before it is read."""
    monkeypatch.setattr(parquet_rows, "BUDGET", 1)
    with pytest.raises(SheetError, match="one of its pages unpacks to") as caught:
        rows()
    assert caught.value.hint == "Write it in pages of at most 1 bytes."


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "lies outside the file"),
        (b"\x15" + b"\xff" * 12, "a number that is too long"),
        (b"\x1d\x00", "a field of an unknown type"),
        (b"\x1c" * 200, "too many structures"),
    ],
)
def test_a_broken_page(data: bytes, said: str) -> None:
    """What is no header of a page is told, and never read beyond the file's end."""
    with pytest.raises(PageError, match=said):
        list(pages(io.BytesIO(data), 0, 1000))


def test_nothing_among_the_different_texts() -> None:
    """Where the texts of a column hold no text at all, the rows that name it have no answer."""
    array = pa.DictionaryArray.from_arrays([1, 0, None], pa.array([None, "oven"]))
    assert parquet_rows._texts(array) == ["oven", None, None]
