"""An export of LinkedIn: ``Skills.csv`` and ``Positions.csv``, in a folder, a zip file, or alone.

Read are the names of skills, and the titles, descriptions and dates of positions; not the employer
and not the place. No other file of the export is opened.
"""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath

from mlroles.datafile.files import read_limited, reason
from mlroles.errors import MlrolesError
from mlroles.people.sources.collect import Collector
from mlroles.people.sources.dates import read_date
from mlroles.text import quoted

FILES = ("skills.csv", "positions.csv")
"""The files that are read, in small letters."""

LIMIT = 5_000_000
"""Bytes of one of them."""

MOST_ROWS = 5_000
"""Rows of one of them."""

MOST_MEMBERS = 10_000
"""Files of a zip file; an export has some fifty."""

ADVICE = "Give the export of LinkedIn as it came: the zip file, its folder, or Skills.csv in it."


def in_zip(data: bytes) -> bool:
    """Say whether a file is a zip file with an export of LinkedIn in it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(_called(each) in FILES for each in archive.namelist()[:MOST_MEMBERS])
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, OverflowError):
        return False


def read_zip(data: bytes, collector: Collector) -> None:
    """Collect what an export in a zip file names; raises MlrolesError where it is broken."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = [each for each in archive.infolist() if _called(each.filename) in FILES]
            for member in members[: len(FILES)]:
                with archive.open(member) as stream:
                    own = stream.read(LIMIT + 1)
                _read(PurePosixPath(member.filename).name, own, collector)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
        broken = f"{quoted(collector.file)} cannot be unpacked: {type(error).__name__}."
        raise MlrolesError(broken, "Unpack it yourself, and give the folder.") from error


def read_folder(folder: Path, collector: Collector) -> None:
    """Collect what an export in a folder names; raises MlrolesError where it is none."""
    try:
        paths = sorted(each for each in folder.iterdir() if each.name.casefold() in FILES)
        for path in paths:
            _read(path.name, read_limited(path, LIMIT) or b"\0" * (LIMIT + 1), collector)
    except OSError as error:
        raise MlrolesError(f"Cannot read {folder}: {reason(error)}.", ADVICE) from error
    if not paths:
        raise MlrolesError(f"There is no Skills.csv and no Positions.csv in {folder}.", ADVICE)


def read_csv(data: bytes, collector: Collector) -> None:
    """Collect what one file of an export names; raises MlrolesError where it is none."""
    _read(collector.file, data, collector)


def _read(name: str, data: bytes, collector: Collector) -> None:
    if len(data) > LIMIT:
        raise MlrolesError(f"{quoted(name)} has more than {LIMIT:,} bytes.", ADVICE)
    text = data.decode("utf-8-sig", "replace").replace("\0", "")
    try:
        rows = list(_rows(text))
    except csv.Error as error:
        raise MlrolesError(f"{quoted(name)} is no CSV: {error}.", ADVICE) from None
    heading = rows[0][1] if rows else {}
    if "title" in heading:
        for number, row in rows:
            place = f"{name}, row {number}"
            collector.job(row["title"], read_date(row.get("started on")), _ended(row))
            collector.text(row.get("description", ""), place)
    elif "name" in heading:
        for number, row in rows:
            collector.names(row["name"], f"{name}, row {number}")
    elif rows or not text.strip():
        raise MlrolesError(f"{quoted(name)} has no column “Name” and no “Title”.", ADVICE)


def _ended(row: Mapping[str, str]) -> str | None:
    return read_date(row.get("finished on"))


def _rows(text: str) -> Iterator[tuple[int, Mapping[str, str]]]:
    """Yield each row under the headings with its number from 2, by heading in small letters.

    A cell that is not there is empty.
    """
    lines = csv.reader(io.StringIO(text, newline=""))
    headings = [each.strip().casefold() for each in next(lines, [])]
    for number, cells in enumerate(lines, start=2):
        if number > MOST_ROWS:
            break
        if any(cells):
            padded = [*cells, *[""] * (len(headings) - len(cells))]
            yield number, dict(zip(headings, padded, strict=False))


def _called(member: str) -> str:
    return PurePosixPath(member).name.casefold()
