"""Small tables of answer sheets about the kitchen, written and read in the tests."""

import io
from collections.abc import Sequence
from typing import Any

from mlroles.batch.rows import Cell, Row, Table, TableFormat
from mlroles.batch.table import read_table

QUESTIONS = ("heat", "tools")


def known(columns: Sequence[str]) -> int:
    """Return how many of the headings are questions."""
    return sum(each.strip() in QUESTIONS for each in columns)


def fits(_: Sequence[Cell]) -> bool:
    """Say of any cells that they make sense."""
    return True


def table(data: str | bytes, format_: TableFormat | None = None, **options: Any) -> Table:
    """Return the table that stands in a file."""
    stream = io.BytesIO(data.encode() if isinstance(data, str) else data)
    return read_table(stream, format_, known, QUESTIONS, **{"name": "", **options})


def rows(found: Table) -> list[Row]:
    """Return the rows of a table, read to its end."""
    return list(found.read(fits))


def facts(found: Table) -> str:
    """Return what was found out about a table, in one line."""
    return "; ".join(each.said for each in found.facts)


def workbook(sheets: dict[str, Sequence[Sequence[object]]]) -> bytes:
    """Return an XLSX file that holds these sheets."""
    from xlsxwriter import Workbook

    stream = io.BytesIO()
    book = Workbook(stream, {"in_memory": True})
    for name, lines in sheets.items():
        sheet = book.add_worksheet(name)
        for place, line in enumerate(lines):
            sheet.write_row(place, 0, line)
    book.close()
    return stream.getvalue()
