"""Texts that commands read: a title that is typed; an advert, in a file or on standard input."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mlroles.documents.text import Text

STDIN = "-"
"""The name of standard input."""


def advert_text(file: str) -> "Text":
    """Return what a file, or standard input, says; raises DocumentError."""
    from mlroles.documents.read import text_of

    return text_of(advert_bytes(file), Path(file).name)


def advert_bytes(file: str) -> bytes:
    """Return what stands in a file, or standard input; raises DocumentError."""
    from mlroles.cli.streams import typed_bytes
    from mlroles.console import tell
    from mlroles.documents.read import MOST_BYTES, read_bytes

    if file != STDIN:
        return read_bytes(Path(file))
    if sys.stdin is not None and sys.stdin.isatty():
        tell("Paste the advert, then press Ctrl-D on a line of its own.")
    return typed_bytes(MOST_BYTES + 1)


def typed_title(typed: str, hint: str) -> str:
    """Return a typed title, clean; raises UsageError, with ``hint``, where it is too long."""
    from mlroles.errors import UsageError
    from mlroles.text import clean
    from mlroles.titles.words import LONGEST

    title = clean(typed).strip()
    if len(title) > LONGEST:
        raise UsageError(
            f"A title has no more than {LONGEST} characters, this one {len(title):,}.", hint
        )
    return title
