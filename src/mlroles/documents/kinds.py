"""What kind of document some bytes are, by what they hold and not by a name."""

from typing import Final, Literal

from mlroles.errors import DocumentError

_OLD_WORD: Final = b"\xd0\xcf\x11\xe0"
_LOCKED: Final = "EncryptedPackage".encode("utf-16-le")
_ZIP: Final = b"PK\x03\x04"

_OTHERS: Final = (
    (b"{\\rtf", "rich text (RTF)", "Save it as DOCX, PDF or text."),
    (b"\x89PNG", "a picture", "Text in a picture cannot be read: paste the text."),
    (b"\xff\xd8\xff", "a picture", "Text in a picture cannot be read: paste the text."),
    (b"GIF8", "a picture", "Text in a picture cannot be read: paste the text."),
    (b"\x1f\x8b", "packed (gzip)", "Unpack it first."),
    (b"PAR1", "a table (Parquet)", "Name it so that it ends in .parquet."),
)
"""How files begin that are no documents, what they are, and what to do."""

_LOOK: Final = 1024
_CONTROLS: Final = frozenset({*range(9), *range(14, 27), *range(28, 32)})
MOST_CONTROLS: Final = 0.05
"""The share of control characters above which bytes are no text."""


def kind_of(data: bytes, called: str) -> Literal["text", "docx", "pdf"]:
    """Return what ``data`` is: plain text stands for Markdown and HTML too.

    Raises DocumentError, which calls it ``called``, where it is nothing that is read.
    """
    start = data[:_LOOK]
    if b"%PDF-" in start:
        return "pdf"
    if start.startswith(_ZIP):
        return "docx"
    if start.startswith(_OLD_WORD):
        if _LOCKED in data:
            raise DocumentError(
                f"{called} is locked with a password.", "Save it without one, or paste the text."
            )
        raise DocumentError(f"{called} is an old Word file (.doc).", "Save it as DOCX or PDF.")
    for begins, what, advice in _OTHERS:
        if start.startswith(begins):
            raise DocumentError(f"{called} is {what}.", advice)
    if _is_binary(start):
        raise DocumentError(
            f"{called} is no text.", "Give text, Markdown, HTML, DOCX or PDF, or paste the text."
        )
    return "text"


def _is_binary(start: bytes) -> bool:
    """Say whether bytes hold so many controls that they are no text; UTF-16 is full of zeros."""
    if start[:2] in {b"\xff\xfe", b"\xfe\xff"} or not start:
        return False
    even, odd = start[::2], start[1::2]
    half = len(start) // 2
    if not min(even.count(0), odd.count(0)) and max(even.count(0), odd.count(0)) > half // 2:
        return False
    return sum(each in _CONTROLS for each in start) > MOST_CONTROLS * len(start)
