"""Texts that commands read: an advert in a file, or typed or piped into standard input."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mlroles.documents.text import Text

STDIN = "-"
"""The name of standard input."""


def advert_text(file: str) -> "Text":
    """Return what a file, or standard input, says; raises DocumentError."""
    from mlroles.cli.streams import typed_bytes
    from mlroles.console import tell
    from mlroles.documents.read import MOST_BYTES, read_text, text_of

    if file != STDIN:
        return read_text(Path(file))
    if sys.stdin is not None and sys.stdin.isatty():
        tell("Paste the advert, then press Ctrl-D on a line of its own.")
    return text_of(typed_bytes(MOST_BYTES + 1), STDIN)
