"""Writes a data file so that a difference can be read, and says whether one is up to date."""

import json
from pathlib import Path

WIDTH = 100
"""Columns; what fits stands on one line."""


def dump(document: object) -> bytes:
    """Return ``document`` as JSON with two spaces a level, each part that fits on one line.

    Keys keep their order; the same document gives the same bytes. The outermost part is always
    broken into lines.
    """
    return (_text(document, "", 0, whole=True) + "\n").encode()


def _text(value: object, indent: str, used: int, *, whole: bool = False) -> str:
    line = json.dumps(value, ensure_ascii=False)
    fits = len(indent) + used + len(line) < WIDTH
    if not value or not isinstance(value, dict | list) or (fits and not whole):
        return line
    deeper = indent + "  "
    if isinstance(value, dict):
        keys = ((f"{json.dumps(key, ensure_ascii=False)}: ", part) for key, part in value.items())
        parts = [key + _text(part, deeper, len(key)) for key, part in keys]
        opening, closing = "{", "}"
    else:
        parts = [_text(part, deeper, 0) for part in value]
        opening, closing = "[", "]"
    inner = ",\n".join(deeper + part for part in parts)
    return f"{opening}\n{inner}\n{indent}{closing}"


def deliver(path: Path, document: object, *, check: bool) -> int:
    """Write ``document`` to ``path``, or with ``check`` only compare; return the exit code.

    1 where the file is not up to date and was only to be compared, else 0. Says what was done.
    """
    data = dump(document)
    if check:
        same = path.exists() and path.read_bytes() == data
        print(f"{path} is {'' if same else 'not '}up to date")
        return int(not same)
    path.write_bytes(data)
    print(f"wrote {path}: {len(data):,} bytes")
    return 0
