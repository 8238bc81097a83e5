"""Tables of answer sheets, a row a person: which format, and reading it row by row.

Nothing here holds more of a table than a row (CSV, JSON Lines) or some rows (Parquet), and a row
that is wrong is told as such and leaves the rows around it alone.
"""

from collections.abc import Sequence
from pathlib import PurePath
from typing import BinaryIO

from mlroles.batch.rows import ID, Table, TableFormat, Wanted


def format_of(name: str) -> TableFormat | None:
    """Return the format that a file's suffix stands for; None where it stands for none."""
    suffix = PurePath(name).suffix.lower().removeprefix(".")
    return {"ndjson": TableFormat.JSONL}.get(suffix) or next(
        (each for each in TableFormat if each == suffix), None
    )


def read_table(
    stream: BinaryIO, format_: TableFormat, known: Sequence[str], grouped_by: str | None = None
) -> Table:
    """Return the table in ``stream``.

    ``known`` are the columns that are read beside ``ID`` where they are there; ``grouped_by`` is
    one more, which has to be there. Raises SheetError where the header is wrong or the file is not
    of that format, OSError where it cannot be read, MlrolesError where Parquet is not installed.
    """
    needed = (ID,) if grouped_by is None else (ID, grouped_by)
    wanted = Wanted(tuple(dict.fromkeys((*needed, *known))), needed)
    if format_ is TableFormat.CSV:
        from mlroles.batch.csv_rows import read_csv as read
    elif format_ is TableFormat.JSONL:
        from mlroles.batch.jsonl_rows import read_jsonl as read
    else:
        from mlroles.batch.parquet_rows import read_parquet as read
    return read(stream, wanted)
