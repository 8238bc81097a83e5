"""One layout for data files, which people edit and builders write.

A list of plain values stands on one line where there is room; everything else is indented by two
blanks. Letters stand as they are, and the file ends with one newline.
"""

import json
import re
from itertools import chain
from pathlib import Path

from mlroles.datafile.files import telling, write_atomic
from mlroles.datafile.read import SIZE_LIMIT, contents, data_error, strict
from mlroles.datafile.strictjson import JsonError
from mlroles.errors import Problem

WIDTH = 100
"""Columns that a list on one line may take."""

MOST_LEVELS = 50
"""Levels of a file; each indents a line further, and no data file has a quarter of them."""

_PLAIN = r'(?:"(?:[^"\\\n]|\\.)*"|[-+.\w]+)'
_LIST = re.compile(rf"\[\n\s+{_PLAIN}(?:,\n\s+{_PLAIN})*\n\s*\](?=(,?))")
"""A list of plain values over several lines, and the comma after it.

A line ends between values only: inside a text, its end is written as an escape.
"""


def formatted(value: object) -> str:
    """Return ``value`` (what JSON can hold) as the text of a data file.

    Raises JsonError where a number is not finite, and where there are too many levels.
    """
    if _levels(value) > MOST_LEVELS:
        raise JsonError("the JSON is nested too deeply", "a few levels")
    try:
        spread = json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False)
    except ValueError:
        raise JsonError("a number that cannot be written", "a plain number") from None
    return _LIST.sub(_on_one_line, spread) + "\n"


def _levels(value: object) -> int:
    """Return how many lists and objects lie in one another, up to one more than are allowed."""
    count, level = 0, [value]
    while count <= MOST_LEVELS:
        around = [each for each in level if isinstance(each, dict | list | tuple)]
        if not around:
            break
        count += 1
        inner = (each.values() if isinstance(each, dict) else each for each in around)
        level = list(chain.from_iterable(inner))
    return count


def _on_one_line(found: re.Match[str]) -> str:
    values = re.sub(r"\n\s+", " ", found[0][1:-1]).strip()
    start = found.start() - found.string.rfind("\n", 0, found.start()) - 1
    fits = start + len(f"[{values}]{found[1]}") <= WIDTH
    return f"[{values}]" if fits else found[0]


def format_file(path: Path) -> bool:
    """Write the data file at ``path`` in the one layout; return whether it had another.

    Raises DataError where it cannot be read, is not strict JSON, or has a key twice, and
    MlrolesError where it cannot be written. It is then left as it is.
    """
    old = contents(path)
    try:
        # Half of a pair of code units, which UTF-8 does not have, stays the escape that it was.
        new = formatted(strict(old, path)).encode("utf-8", "backslashreplace")
    except JsonError as error:
        problem = Problem(path.name, "", error.message, error.expected)
        raise data_error(path.parent, (problem,)) from None
    if len(new) > SIZE_LIMIT:
        message = f"would hold more than {SIZE_LIMIT} bytes"
        raise data_error(path.parent, (Problem(path.name, "", message),))
    if new != old:
        with telling(path):
            write_atomic(path, new)
    return new != old
