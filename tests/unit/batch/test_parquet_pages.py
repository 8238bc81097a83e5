"""Where the pages of a Parquet file lie and how large they become, told before any is unpacked."""

import io
import subprocess
import sys
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.batch import parquet_pages
from mlroles.batch.parquet_pages import PageError, chunks, pages
from mlroles.batch.thrift import LONGEST, MOST_DEEP, Reader, ThriftError

TEXT = "bread" * 100


def written(table: Any, **options: Any) -> io.BytesIO:
    """Return a Parquet file."""
    stream = io.BytesIO()
    pq.write_table(table, stream, **options)
    return stream


def footed(footer: bytes) -> io.BytesIO:
    """Return a file that has nothing but this footer."""
    return io.BytesIO(b"PAR1" + footer + len(footer).to_bytes(4, "little") + b"PAR1")


@pytest.mark.parametrize("version", ["1.0", "2.0"])
@pytest.mark.parametrize("dictionary", [True, False])
def test_pages_are_as_the_library_says(version: str, dictionary: bool) -> None:
    """Every chunk and its unpacked size are what the library for Parquet says of a right file."""
    table = pa.table({"id": [TEXT + str(row) for row in range(50)], "n": list(range(50))})
    stream = written(
        table,
        row_group_size=20,
        data_page_version=version,
        use_dictionary=dictionary,
        write_statistics=False,  # they would lengthen the headers of the pages
    )
    metadata = pq.read_metadata(stream)
    found = list(chunks(stream))
    rows = [(each.column, each.rows) for each in found]
    assert rows == [(0, 20), (1, 20), (0, 20), (1, 20), (0, 10), (1, 10)]
    for place, chunk in enumerate(found):
        theirs = metadata.row_group(place // 2).column(chunk.column)
        assert chunk.length == theirs.total_compressed_size
        assert chunk.values == theirs.num_values
        ours = list(pages(stream, chunk.start, chunk.length))
        headers = theirs.total_uncompressed_size - sum(page.size for page in ours)
        assert 0 < headers < 100 * len(ours)
        assert sum(page.values for page in ours) >= chunk.values


def test_a_small_page_that_unpacks_to_much_is_told_from_its_header() -> None:
    """The size that counts is the unpacked one."""
    stream = written(pa.table({"id": ["x" * 5_000_000]}), compression="zstd", use_dictionary=False)
    (chunk,) = chunks(stream)
    assert chunk.length < 50_000
    assert max(page.size for page in pages(stream, chunk.start, chunk.length)) >= 5_000_000


def test_a_footer_that_is_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A footer is read up to a bound, and never before the file's beginning."""
    stream = written(pa.table({"id": ["a"]}))
    monkeypatch.setattr(parquet_pages, "LARGEST_FOOTER", 10)
    with pytest.raises(PageError, match="footer holds more than 10 bytes"):
        list(chunks(stream))
    with pytest.raises(PageError, match="footer"):
        list(chunks(io.BytesIO(b"\xff\xff\x00\x00PAR1")))


@pytest.mark.parametrize(
    ("footer", "said"),
    [
        (b"", "ends too early"),
        (b"\x00", "something is missing"),
        (b"\x49\x1c\x00\x00", "something is missing"),  # a group of rows with nothing in it
        (b"\x49\x15\x02\x00", "something is missing"),  # a number in place of a group
    ],
)
def test_a_wrong_footer(footer: bytes, said: str) -> None:
    """A footer that says too little is told."""
    with pytest.raises(PageError, match=said):
        list(chunks(footed(footer)))


@pytest.mark.parametrize(
    ("data", "start", "said"),
    [
        (b"\x15\x00\x15\x02\x15\x01\x00", 0, "has no size"),  # minus one byte
        (b"\x00", 0, "something is missing"),
        (b"\x15\x00\x00", 0, "something is missing"),
        (b"\x00", -5, "outside the file"),
        (b"\x00", 99, "outside the file"),
    ],
)
def test_a_wrong_page(data: bytes, start: int, said: str) -> None:
    """A page without a size, or outside the file, is told."""
    with pytest.raises(PageError, match=said):
        list(pages(io.BytesIO(data), start, 200))


def test_a_page_that_does_not_say_how_many_values_it_has() -> None:
    """Where nothing is said, a page counts as one value: the most that each can take."""
    header = b"\x15\x00\x15\x14\x15\x02\x00"
    assert [page[:2] for page in pages(io.BytesIO(header + b"x"), 0, 1)] == [(10, 1)]
    with_kind = b"\x15\x00\x15\x14\x15\x02\x2c\x15\x0e\x00\x00"
    assert [page[:2] for page in pages(io.BytesIO(with_kind + b"x"), 0, 1)] == [(10, 7)]


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b"\x11\x00", True),
        (b"\x12\x00", False),
        (b"\x13\x07\x00", None),
        (b"\x17" + b"\x00" * 8 + b"\x00", None),
        (b"\x18\x03abc\x00", None),
        (b"\x15\x03\x00", -2),
        (b"\x05\x02\x08\x00", 4),  # the number of the field in full
        (b"\x19\x25\x02\x04\x00", [1, 2]),
        (b"\x1a\xf5\x0f" + b"\x02" * 15 + b"\x00", [1] * 15),
        (b"\x19\x21\x01\x02\x00", []),
        (b"\x19\x28\x01a\x01b\x00", [None, None]),
        (b"\x1c\x15\x02\x00\x00", {1: 1}),
    ],
)
def test_values_of_the_compact_protocol(data: bytes, value: object) -> None:
    """Each kind of value is read, or passed over where it is a text or a fraction."""
    assert Reader(io.BytesIO(data)).structure() == {1: value}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"\x1d\x00", "unknown type"),
        (b"\x1c" * 30, "within one another"),
        (b"\x19" + b"\x19" * 30, "within one another"),
        (b"\x15" + b"\xff" * 12, "too long"),
        (b"\x18" + b"\xff" * 8 + b"\x01", "a text that is too long"),
        (b"\x19\xf7" + b"\xff" * 8 + b"\x01", "a text that is too long"),
        (b"\x19\xf5" + b"\xff" * 8 + b"\x01", "ends too early"),
    ],
)
def test_what_is_no_value(data: bytes, said: str) -> None:
    """Bytes that are no value are told, without a look beyond the file's end."""
    assert MOST_DEEP < 30
    assert LONGEST < 2**56
    with pytest.raises(ThriftError, match=said):
        Reader(io.BytesIO(data)).structure()


@given(st.binary(max_size=200), st.integers(-10, 300))
def test_any_bytes_are_read_or_refused(data: bytes, start: int) -> None:
    """Whatever stands in a file, nothing but PageError comes out."""
    for read in (
        lambda: list(chunks(footed(data))),
        lambda: list(pages(io.BytesIO(data), start, 300)),
    ):
        try:
            read()
        except PageError as error:
            assert str(error)  # noqa: PT017 - any of them will do


READ_EVERY_SPOILT_FOOTER = """
import io, sys
from mlroles.batch.rows import TableFormat
from tests.sheets import rows, table
from mlroles.errors import SheetError
sound = sys.stdin.buffer.read()
size = int.from_bytes(sound[-8:-4], "little")
read = refused = 0
for place in range(len(sound) - 8 - size, len(sound) - 8):
    for bit in (0, 1, 4):
        spoilt = bytearray(sound)
        spoilt[place] ^= 1 << bit
        try:
            rows(table(spoilt, TableFormat.PARQUET))
            read += 1
        except SheetError:
            refused += 1
print(read > 0, refused > 0)
"""


def test_no_footer_ends_the_process() -> None:
    """A file in whose footer any bit is wrong is read or refused; the library survives it."""
    sound = written(pa.table({"id": ["a"], "heat": ["b"]}), store_schema=False).getvalue()
    ran = subprocess.run(
        [sys.executable, "-c", READ_EVERY_SPOILT_FOOTER], input=sound, capture_output=True,
        timeout=100, check=False,
    )  # fmt: skip
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, b"True True\n", b"")
