"""Small files that stand for very much, and lines without end: the memory stays bounded."""

import gzip
import tracemalloc
from collections.abc import Callable

import pytest

from mlroles.batch.rows import LONGEST_TEXT, TableFormat
from mlroles.errors import SheetError
from tests.sheets import rows, table

HEADER = b"id,heat,tools\n"
LONG = b"x" * 50_000_000
MOST = 30_000_000
"""Bytes that may be held beside the file itself: a few copies of the longest line."""


def peak(work: Callable[[], object]) -> int:
    """Return how many bytes are held at the most while work is done."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("begin", [b"", b'"', b'1,"'])
def test_a_bomb_of_gzip(begin: bytes) -> None:
    """A packed line of fifty megabytes costs its row, and is never held whole."""
    bomb = gzip.compress(HEADER + begin + LONG + b"\n2,oven,pan\n")
    assert len(bomb) < 100_000
    found = []
    assert peak(lambda: found.extend(rows(table(bomb)))) < MOST
    assert [each.problem for each in found] == [
        f"the line is longer than {LONGEST_TEXT:,} characters",
        "",
    ]


@pytest.mark.parametrize("begin", [b"[", b'{"id": "', b""])
def test_json_without_end(begin: bytes) -> None:
    """JSON in one line without end is refused, and is never held whole."""
    bomb = gzip.compress(begin + LONG)

    def work() -> None:
        with pytest.raises(SheetError, match="cannot be read as JSON"):
            rows(table(bomb, TableFormat.JSONL))

    assert peak(work) < MOST


def test_a_heading_without_end() -> None:
    """A heading of very many words is looked into for no longer than a question is."""
    columns = ",".join(["heat", *("word " * 2000 for _ in range(50))])
    assert table(f"{columns}\n1\n").columns[0] == "heat"
