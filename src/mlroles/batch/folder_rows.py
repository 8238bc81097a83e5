"""A folder of answer sheets, a file a person."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from mlroles.batch.jsonl_rows import read_json
from mlroles.batch.rows import ID, Cell, Fact, Row, Table
from mlroles.datafile.files import open_regular
from mlroles.errors import SheetError
from mlroles.text import counted

SUFFIX: Final = ".json"

MOST_FILES: Final = 100_000
"""Sheets that are read at the most."""


def read_folder(folder: Path, questions: Sequence[str]) -> Table:
    """Return the answer sheets in ``folder`` as a table, in the order of their names.

    A sheet that cannot be read is a row that says so. Raises SheetError where there is none,
    OSError where the folder cannot be read.
    """
    files = sorted(path for path in folder.iterdir() if path.suffix.lower() == SUFFIX)
    if not files:
        raise SheetError(
            "The folder holds no answer sheet.",
            f"Answer sheets end in {SUFFIX}; give one table otherwise.",
        )
    if len(files) > MOST_FILES:
        raise SheetError(
            f"The folder holds more than {MOST_FILES:,} sheets.", "Make a table of them."
        )
    columns = (ID, *questions)
    facts = (Fact("format", f"a folder of {counted(len(files), 'answer sheet')}"),)
    return Table(columns, lambda _: _rows(files, columns), facts)


def _rows(files: Sequence[Path], columns: Sequence[str]) -> Iterator[Row]:
    for number, path in enumerate(files, start=1):
        try:
            with open_regular(path) as stream:
                table = read_json(stream, columns[1:], path.stem)
                found = list(table.read(lambda _: True))
        except (OSError, SheetError) as error:
            why = error.message if isinstance(error, SheetError) else str(error.strerror)
            yield Row(number, [path.stem], f"{path.name}: {why}")
            continue
        for row in found:
            cells = dict(zip(table.columns, row.cells, strict=False))
            own: list[Cell] = [cells.get(column, "") for column in columns]
            own[0] = own[0] or path.stem
            yield Row(number, own, row.problem)
