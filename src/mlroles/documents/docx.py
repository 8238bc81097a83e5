"""DOCX as lines, once it is sure that it does not unpack to very much more."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final
from zipfile import BadZipFile, ZipFile, ZipInfo
from zlib import error as ZlibError  # noqa: N812 - it is a class

from mlroles.documents.missing import missing_library
from mlroles.documents.text import Line, Text, text_from
from mlroles.errors import DocumentError

if TYPE_CHECKING:
    from docx.table import Table
    from docx.text.paragraph import Paragraph

MOST_UNPACKED: Final = 60_000_000
"""Bytes that the parts of a document may unpack to."""

MOST_MARKUP: Final = 10_000_000
"""Bytes of a part that is markup: the library makes a tree of it many times as large."""

MOST_PARTS: Final = 5_000
"""Parts of a document: pictures, styles, and the text."""

DEEPEST: Final = 5
"""Tables within tables that are looked into."""

_TEXT: Final = "word/document.xml"
_MARKUP: Final = (".xml", ".rels")
_AT_A_TIME: Final = 1_000_000
_SAVE_ANEW: Final = "Open it and save it anew, save it as PDF, or paste the text."


def docx_text(data: bytes, called: str) -> Text:
    """Return what a DOCX says, tables cell by cell; raises DocumentError, which calls it so."""
    _refuse(data, called)
    try:
        from docx import Document
    except ImportError:
        raise missing_library(called, "DOCX") from None
    try:
        lines = list(_lines(Document(io.BytesIO(data))))
    except Exception as error:
        raise _broken(called) from error
    return text_from(lines, "docx")


def _lines(container: Any, depth: int = 0) -> Iterator[Line]:  # noqa: ANN401 - a document or a cell
    from docx.table import Table

    for block in container.iter_inner_content():
        if not isinstance(block, Table):
            yield from _paragraph(block)
        elif depth < DEEPEST:
            yield from _table(block, depth)


def _table(table: "Table", depth: int) -> Iterator[Line]:
    seen: set[object] = set()
    for row in table.rows:
        for cell in row.cells:
            if cell._tc not in seen:  # noqa: SLF001 - a cell over several columns comes once for each
                seen.add(cell._tc)  # noqa: SLF001
                yield from _lines(cell, depth + 1)


def _paragraph(paragraph: "Paragraph") -> Iterator[Line]:
    """Yield the lines of a paragraph, of which one all in bold is a heading."""
    style = (paragraph.style and paragraph.style.name) or ""
    numbered = paragraph._p.pPr is not None and paragraph._p.pPr.numPr is not None  # noqa: SLF001
    text = paragraph.text
    if text.strip() and (numbered or style.startswith("List")):
        text = f"- {text}"
    runs = [each for each in paragraph.runs if each.text.strip()]
    bold = bool(runs) and all(each.bold for each in runs) and not text.startswith("- ")
    heading = style.startswith(("Heading", "Title")) or bold
    yield from (Line(line, heading) for line in text.split("\n"))


def _refuse(data: bytes, called: str) -> None:
    """Raise DocumentError where an archive is no DOCX, is locked, broken, or a bomb."""
    try:
        with ZipFile(io.BytesIO(data)) as packed:
            parts = packed.infolist()
            if _TEXT not in packed.namelist():
                raise DocumentError(
                    f"{called} is an archive, and no DOCX.",
                    "Unpack it, or save the document as DOCX or PDF.",
                )
            whole = sum(each.file_size for each in parts)
            if len(parts) > MOST_PARTS or whole > MOST_UNPACKED:
                raise _bomb(called)
            for each in parts:
                _refuse_part(packed, each, called)
    except (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ZlibError) as error:
        raise _broken(called) from error


def _refuse_part(packed: ZipFile, part: ZipInfo, called: str) -> None:
    """Read a part of markup to its end: only then is it sure that it holds no more than it says."""
    if not part.filename.endswith(_MARKUP):
        return
    size = 0
    with packed.open(part) as stream:
        while piece := stream.read(_AT_A_TIME):
            size += len(piece)
            if size > MOST_MARKUP:
                raise _bomb(called)


def _bomb(called: str) -> DocumentError:
    return DocumentError(
        f"{called} unpacks to very much more than an advert or CV holds.", "Paste the text."
    )


def _broken(called: str) -> DocumentError:
    return DocumentError(f"{called} is broken: its text cannot be read.", _SAVE_ANEW)
