"""Many adverts: files, a folder of them, or tables with an advert a row; a row of each comes out.

One advert is held at a time.
"""

import csv
import io
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, suppress
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple

from mlroles.batch.csv_rows import SEPARATORS
from mlroles.batch.results import Kind, Value
from mlroles.batch.rows import LONGEST_TEXT, Cell, Row, Table, TableFormat
from mlroles.batch.several import is_folder, is_table
from mlroles.batch.table import Unpacked, format_of, read_table
from mlroles.datafile.files import open_regular, reason
from mlroles.documents.read import read_text, text_in
from mlroles.documents.text import Text
from mlroles.encoding import encoding_of
from mlroles.errors import DocumentError, MlrolesError, UsageError
from mlroles.text import clean, listed, normal_words, quoted

if TYPE_CHECKING:
    from mlroles.adverts.telling import Told

TEXT_NAMES: Final = (
    "job description", "description", "job advert", "advert", "advertisement", "job ad",
    "job posting", "posting", "job text", "advert text", "description text", "text", "body",
    "content", "full text", "job description text", "jobdescription", "job details", "details",
)  # fmt: skip
"""How columns of adverts are called, the surest name first."""

TITLE_NAMES: Final = (
    "job title", "title", "position title", "position", "jobtitle", "advert title", "job name",
    "role", "job position",
)  # fmt: skip
"""How columns of titles are called."""

ID_NAMES: Final = ("id", "job id", "advert id", "posting id", "jobid", "uuid", "key", "nr", "no")
"""How columns are called that name an advert."""

LONG: Final = 100
"""Letters from which on, on average, a column holds texts."""

LOOKED_AT: Final = 50
"""Rows that are looked at for a column of long texts."""

MOST_FILES: Final = 100_000
"""Files of a folder that are read at the most."""


_LOOK: Final = 64
_PACKED: Final = b"\x1f\x8b"
_OTHERS: Final = (b"PAR1", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How tables begin that are no text."""


class Advert(NamedTuple):
    """An advert to be read; ``text`` is None where it cannot be, and ``problem`` says why.

    ``name`` is its id, or its file or row. ``carried`` are the texts of its row's other columns.
    """

    name: str
    title: str
    text: Text | None
    carried: tuple[str, ...] = ()
    problem: str = ""


class Adverts(NamedTuple):
    """Adverts as they come, and the headings of the columns that are carried along.

    ``left_out`` is how many folders within the folders are not looked into.
    """

    carried: tuple[str, ...]
    rows: Iterator[Advert]
    left_out: int = 0


def adverts(names: Sequence[str], column: str = "") -> Adverts:
    """Return the adverts in some files, folders or one table.

    ``column`` is the heading of the column with the texts, empty to find it. Raises DocumentError,
    SheetError or UsageError where that cannot be.
    """
    if len(names) == 1 and (column or is_table(names[0])):
        return _of_table(names[0], column)
    if column or any(map(is_table, names)):
        raise UsageError(
            "Tables of adverts are read one by one.", "Give one table, or files of single adverts."
        )
    found: list[Path] = []
    left_out = 0
    for name in names:
        if is_folder(name):
            within = _within(name)
            files = [each for each in within if not each.is_dir()]
            left_out += len(within) - len(files)
            found += files
        else:
            found.append(Path(name))
    return Adverts((), _of_files(found), left_out)


def _within(name: str) -> Sequence[Path]:
    """Return what stands in a folder and is not hidden; raises DocumentError."""
    path = Path(name)
    try:
        found = sorted(each for each in path.iterdir() if not each.name.startswith("."))
    except OSError as error:
        raise _unreadable(name, error) from error
    if len(found) > MOST_FILES:
        raise DocumentError(
            f"The folder holds more than {MOST_FILES:,} files.", "Make a table of them."
        )
    return found


def _of_files(paths: Sequence[Path]) -> Iterator[Advert]:
    for path in paths:
        try:
            yield Advert(clean(path.name), "", read_text(path))
        except MlrolesError as error:
            yield Advert(clean(path.name), "", None, (), f"{error.message} {error.hint}")


def _of_table(name: str, column: str) -> Adverts:
    """Return the adverts of a table; its file is closed when its rows have been read."""
    with ExitStack() as stack:
        try:
            table = _table(stack.enter_context(_opened(name)), name)
        except OSError as error:
            raise _unreadable(name, error) from error
        rows = _guarded(table, name)
        ahead = [*islice(rows, LOOKED_AT)]
        text = _text_place(table.columns, ahead, column)
        held = stack.pop_all()  # from here on the rows hold the file
    title = _place(table.columns, TITLE_NAMES, {text})
    key = _place(table.columns, ID_NAMES, {text, title})
    others = [place for place in range(len(table.columns)) if place != text]

    def found() -> Iterator[Advert]:
        with held:
            for row in chain(ahead, rows):
                yield _advert(row, text, title, key, others)

    return Adverts(tuple(clean(table.columns[place]) for place in others), found())


def _opened(name: str) -> BinaryIO:
    if name == "-":
        stdin = sys.stdin
        return io.BytesIO(stdin.buffer.read() if isinstance(stdin, io.TextIOWrapper) else b"")
    return open_regular(Path(name))


def _table(stream: BinaryIO, name: str) -> Table:
    format_ = format_of(name)
    start = stream.read(_LOOK)
    stream.seek(0)
    if start.startswith(_PACKED):
        packed = io.BufferedReader(Unpacked(stream))  # type: ignore[type-var]
        stream, start = packed, packed.peek(_LOOK)
    other = start.startswith(_OTHERS) or start.lstrip()[:1] in {b"{", b"["}
    if format_ in {TableFormat.CSV, None} and not other:
        return read_long_csv(stream)
    known = None if format_ is TableFormat.CSV else format_
    return read_table(stream, known, _known, (), name="")


def _guarded(table: Table, name: str) -> Iterator[Row]:
    try:
        yield from table.read(lambda _: True)
    except OSError as error:
        raise _unreadable(name, error) from error


def _unreadable(name: str, error: OSError) -> DocumentError:
    return DocumentError(f"Cannot read {name}: {reason(error)}.", "Give adverts, or a table.")


def _known(columns: Sequence[str]) -> int:
    names = {*TEXT_NAMES, *TITLE_NAMES, *ID_NAMES}
    return sum(normal_words(each[:LONG]) in names for each in columns)


def read_long_csv(stream: BinaryIO) -> Table:
    """Return a CSV table whose cells may run over hundreds of lines, as adverts do.

    A row that is wrong says so and leaves those around it alone.
    """
    encoding, stream = encoding_of(stream)
    text = io.TextIOWrapper(stream, encoding.codec, errors="replace", newline="")
    csv.field_size_limit(LONGEST_TEXT)
    lines = iter(partial(text.readline, LONGEST_TEXT + 1), "")
    first = next((line for line in lines if line.strip()), "")
    headings: dict[str, list[str]] = {}
    for sign in SEPARATORS:
        try:
            headings[sign] = next(csv.reader([first], delimiter=sign), [])
        except csv.Error:
            headings[sign] = []
    sign = max(headings, key=lambda each: (_known(headings[each]), len(headings[each])))
    columns = tuple(each.strip() for each in headings[sign])
    if not columns:
        raise DocumentError("The table is empty.", "Its first line names the columns.")

    def rows(_: Callable[[Sequence[Cell]], bool]) -> Iterator[Row]:
        reader = csv.reader(lines, delimiter=sign)
        try:
            number = 1
            while True:
                number += 1
                try:
                    cells = next(reader, None)
                except csv.Error:
                    yield Row(number, [], "a cell is too long, or its quotation mark not closed")
                    continue
                if cells is None:
                    return
                if any(cells):
                    yield Row(number, cells)
        finally:
            with suppress(ValueError):  # the stream is closed already
                text.detach()  # it is the caller's to close

    return Table(columns, rows)


def _text_place(columns: Sequence[str], rows: Sequence[Row], column: str) -> int:
    """Return which column holds the adverts; raises UsageError where that is not clear."""
    if column:
        wanted = [n for n, each in enumerate(columns) if normal_words(each) == normal_words(column)]
        if not wanted:
            raise UsageError(
                f"There is no column {quoted(column)}.", f"There are: {_names(columns)}."
            )
        return wanted[0]
    lengths = [_mean_length(rows, place) for place in range(len(columns))]
    named = _place(columns, TEXT_NAMES, set())
    if named is not None and (lengths[named] >= LONG or max(lengths) < LONG):
        return named
    if max(lengths, default=0) < LONG:
        raise UsageError(
            f"No column holds the texts of adverts; there are: {_names(columns)}.",
            "Name the one that does with --column.",
        )
    return lengths.index(max(lengths))


def _names(columns: Sequence[str]) -> str:
    return listed([clean(each) for each in columns[:20]]) or "none"


def _mean_length(rows: Sequence[Row], place: int) -> float:
    lengths = [len(each) for row in rows if (each := _cell(row, place))]
    return sum(lengths) / max(1, len(lengths))


def _place(columns: Sequence[str], names: Sequence[str], taken: set[int | None]) -> int | None:
    """Return the column with the surest of ``names``; None where there is none."""
    words = [normal_words(each[:LONG]) for each in columns]
    found = (words.index(name) for name in names if name in words)
    return next((place for place in found if place not in taken), None)


def _cell(row: Row, place: int | None) -> str:
    if place is None or place >= len(row.cells):
        return ""
    cell = row.cells[place]
    return cell if isinstance(cell, str) else "; ".join(cell)


def _advert(
    row: Row, text: int, title: int | None, key: int | None, others: Sequence[int]
) -> Advert:
    name = clean(_cell(row, key)) or f"row {row.line}"
    carried = tuple(_cell(row, place) for place in others)
    said = _cell(row, text)
    if not said.strip():
        problem = row.problem or "it has no text"
        return Advert(name, "", None, carried, f"{problem}.")
    try:
        found = text_in(said, name)
    except DocumentError as error:
        return Advert(name, "", None, carried, f"{error.message} {error.hint}")
    return Advert(name, clean(_cell(row, title)).strip()[:300], found, carried)


def columns(roles: Sequence[str], carried: Sequence[str]) -> Mapping[str, Kind]:
    """Return the columns of the table of results: ours, then those that are carried along.

    A column of the file that is called as one of ours is carried with “(file)” behind its name.
    """
    own: dict[str, Kind] = {
        "advert": str,
        "outcome": str,
        "role": str,
        "roles": str,
        **{f"share_{role}": float for role in roles},
        "none_share": float,
        "nearest": str,
        "title_read": str,
        "must": str,
        "helpful": str,
        "named": str,
        "years": int,
        "degree": str,
        "level": str,
        "remote": str,
        "place": str,
        "contract": str,
        "languages": str,
        "pay_low": float,
        "pay_high": float,
        "pay_currency": str,
        "pay_period": str,
        "problem": str,
    }
    for name in carried:
        heading = name
        while heading in own:
            heading = f"{heading} (file)"
        own[heading] = str
    return own


def row(advert: Advert, told: "Told | None", roles: Sequence[str]) -> tuple[Value, ...]:
    """Return the row of an advert, in the order of ``columns``."""
    if told is None:
        nothing = [None] * len(roles)
        empty: list[Value] = [advert.name, "unread", "", "", *nothing, None, "", ""]
        middle: list[Value] = ["", "", "", None, "", "", "", "", "", "", None, None, "", ""]
        return (*empty, *middle, advert.problem, *advert.carried)
    mix, terms = told.mix, told.terms
    pay = terms.pay
    needs = {
        need: ";".join(each.id for each in told.asked if each.need == need)
        for need in ("must", "helpful", "named")
    }
    return (
        advert.name,
        mix.outcome,
        mix.roles[0] if mix.outcome == "role" else "",
        ";".join(mix.roles),
        *[share if told.told else None for _, share in mix.shares],
        mix.none_share if told.told else None,
        mix.nearest or "",
        told.title or "",
        needs["must"],
        needs["helpful"],
        needs["named"],
        terms.years.low if terms.years else None,
        ";".join(terms.degree.levels) if terms.degree else "",
        terms.level.level if terms.level else "",
        terms.remote.where if terms.remote else "",
        terms.place.words if terms.place else "",
        ";".join(each.kind for each in terms.contract or ()),
        ";".join(each.code for each in terms.languages or ()),
        pay.low if pay else None,
        pay.high if pay else None,
        (pay.currency or "") if pay else "",
        (pay.period or "") if pay else "",
        "",
        *advert.carried,
    )
