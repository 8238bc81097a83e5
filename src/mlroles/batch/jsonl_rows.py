"""Tables stored as JSON Lines."""

from collections.abc import Iterator
from typing import BinaryIO

from mlroles.batch.rows import Row, Table, Wanted, passed_over, typed_row
from mlroles.batch.text_lines import Lines, wrong_text
from mlroles.datafile.strictjson import JsonError, JsonObject, loads
from mlroles.text import quoted


def read_jsonl(stream: BinaryIO, wanted: Wanted) -> Table:
    """Return the table in ``stream``; raises as ``table.read_table`` does."""
    lines = Lines(stream)
    others = _passed_over(lines, wanted)
    return Table(wanted.allowed, _rows(lines, wanted, frozenset(others)), others)


def _passed_over(lines: Lines, wanted: Wanted) -> tuple[str, ...]:
    """Return the keys of the first line that are not read: it stands for a header."""
    try:
        found = loads(next(iter(lines.ahead()), "").strip())
    except JsonError:
        return ()
    return (
        passed_over([*{**dict.fromkeys(wanted.needed), **found}], wanted)
        if isinstance(found, dict)
        else ()
    )


def _rows(lines: Lines, wanted: Wanted, others: frozenset[str]) -> Iterator[Row]:
    allowed, needed = wanted
    for number, line in lines:
        if not line.strip():
            continue
        if problem := wrong_text(line):
            yield Row(number, (), problem)
            continue
        try:
            found = loads(line.strip())
        except JsonError as error:
            yield Row(number, (), error.message.replace("at line 1, column", "at column"))
            continue
        if not isinstance(found, JsonObject):
            yield Row(number, (), "not a JSON object")
            continue
        problems = [f"the key {quoted(key)} stands there twice" for key in found.repeated]
        problems += [f"the key {quoted(key)} is missing" for key in needed if key not in found]
        problems += [
            f"the key {quoted(key)} is unknown"
            for key in found
            if key not in allowed and key not in others
        ]
        values = ((key, found.get(key)) for key in allowed)
        yield typed_row(number, values, needed, problems)
