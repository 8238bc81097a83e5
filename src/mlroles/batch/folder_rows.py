"""A folder of answer sheets, a file a person."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from mlroles.batch.jsonl_rows import read_json
from mlroles.batch.rows import ID, Cell, Fact, Row, Table, part_of
from mlroles.datafile.files import open_regular, reason
from mlroles.errors import SheetError
from mlroles.text import counted

SUFFIX: Final = ".json"

MOST_FILES: Final = 100_000
"""Sheets that are read at the most."""


def read_folder(folder: Path) -> Table:
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
    known: dict[str, None] = {ID: None}
    for path in files:  # what only the last sheet answers is a column too
        known.update(dict.fromkeys(_read(path).columns))
    columns = tuple(known)
    facts = (Fact("format", f"a folder of {counted(len(files), 'answer sheet')}"),)
    return Table(columns, lambda _: _rows(files, columns), facts, part=part_of(len(files)))


def _rows(files: Sequence[Path], columns: Sequence[str]) -> Iterator[Row]:
    for number, path in enumerate(files, start=1):
        table = _read(path)
        for row in table.read(lambda _: True):
            cells = dict(zip(table.columns, row.cells, strict=False))
            own: list[Cell] = [cells.get(column, "") for column in columns]
            own[0] = own[0] or path.stem
            yield Row(number, own, row.problem)


def _read(path: Path) -> Table:
    """Return what a file holds; one that cannot be read is a row that says why."""
    try:
        with open_regular(path) as stream:
            table = read_json(stream, (), path.stem)
            found = list(table.read(lambda _: True))
    except (OSError, SheetError) as error:
        why = error.message if isinstance(error, SheetError) else reason(error)
        found = [Row(1, [path.stem], f"{path.name}: {why}")]
        return Table((ID,), lambda _: iter(found))
    return table._replace(read=lambda _: iter(found))
