"""Writing results some at a time."""

import io
from typing import Any

import pytest

from mlroles.batch import results
from mlroles.batch.results import write_table
from mlroles.batch.rows import TableFormat


def test_no_row_writes_nothing() -> None:
    """JSON Lines of nobody are empty."""
    stream = io.BytesIO()
    write_table(stream, TableFormat.JSONL, {"id": str}, [])
    assert stream.getvalue() == b""


def test_large_lines_are_written_before_there_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines that are large together are written, so that the memory does not hold them all."""
    monkeypatch.setattr(results, "LARGE", 10)
    written: list[bytes] = []

    class Stream(io.BytesIO):
        def writelines(self, lines: Any) -> None:
            written.extend(lines)

    write_table(Stream(), TableFormat.CSV, {"id": str}, [["a" * 20], ["b"], ["c"]])
    assert written == [b"id\n" + b"a" * 20 + b"\n", b"b\nc\n"]
