"""Reading a document: what it is, its own content says; then what stands in it."""

import io
from pathlib import Path
from typing import Final

from mlroles.datafile.files import read_limited, reason
from mlroles.documents.kinds import kind_of
from mlroles.documents.text import MOST_LETTERS, Kind, Text
from mlroles.encoding import encoding_of
from mlroles.errors import DocumentError
from mlroles.text import quoted

MOST_BYTES: Final = 20_000_000
"""Bytes of a document that is read."""

ADVICE: Final = "Give text, Markdown, HTML, DOCX or PDF, or paste the text."


def read_text(path: Path) -> Text:
    """Return what the file at ``path`` says.

    Raises DocumentError where it cannot be read, holds no text, is locked, broken or too large, or
    needs a library that is not installed.
    """
    return text_of(read_bytes(path), path.name)


def read_bytes(path: Path) -> bytes:
    """Return what the file at ``path`` holds.

    Raises DocumentError where it cannot be read, or is too large.
    """
    try:
        data = read_limited(path, MOST_BYTES)
    except OSError as error:
        raise DocumentError(f"Cannot read {path}: {reason(error)}.", ADVICE) from error
    if data is None:
        raise too_large(path.name)
    return data


def too_large(name: str) -> DocumentError:
    """Return the error that tells of a document with too many bytes."""
    return DocumentError(
        f"{_called(name)} has more than {MOST_BYTES // 1_000_000} MB.",
        "Give the advert or CV alone; for a table of adverts, one advert a row.",
    )


def text_of(data: bytes, name: str = "") -> Text:
    """Return what ``data`` says, the bytes of a file called ``name``; raises as ``read_text``."""
    called = _called(name)
    if len(data) > MOST_BYTES:
        raise too_large(name)
    kind = kind_of(data, called)
    if kind == "pdf":
        from mlroles.documents.pdf import pdf_text

        found = pdf_text(data, called)
    elif kind == "docx":
        from mlroles.documents.docx import docx_text

        found = docx_text(data, called)
    else:
        found = text_in(written(data), name)
    if not found.text:
        raise DocumentError(f"{called} holds no text.", ADVICE)
    return found


def text_in(text: str, name: str = "") -> Text:
    """Return what a text says that is plain, Markdown or HTML; it may be empty.

    Raises DocumentError where it is too long.
    """
    if len(text) > 4 * MOST_LETTERS:
        raise too_long(name)
    found = _written(text, name)
    if len(found.text) > MOST_LETTERS:
        raise too_long(name)
    return found


def too_long(name: str) -> DocumentError:
    """Return the error that tells of a document with too much text."""
    return DocumentError(
        f"{_called(name)} has more than {MOST_LETTERS:,} letters of text.",
        "Give one advert or CV, without what stands around it.",
    )


def _written(text: str, name: str) -> Text:
    from mlroles.documents.markup import markup_of

    kind: Kind = markup_of(text, name)
    if kind == "html":
        from mlroles.documents.html import html_text

        return html_text(text)
    if kind == "markdown":
        from mlroles.documents.markdown import markdown_text

        return markdown_text(text)
    from mlroles.documents.plain import plain_text

    return plain_text(text)


def written(data: bytes) -> str:
    """Return the letters of a file of text, in whichever encoding it is."""
    encoding, _ = encoding_of(io.BytesIO(data))
    return data.decode(encoding.codec, "replace")


def _called(name: str) -> str:
    return quoted(name) if name and name != "-" else "The text"
