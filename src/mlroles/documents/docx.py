"""DOCX as lines, once it is sure that it does not unpack to very much more."""

import io
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING, Final
from zipfile import ZipFile, ZipInfo

from mlroles.documents.missing import missing_library
from mlroles.documents.text import Line, Text, text_from
from mlroles.errors import DocumentError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

MOST_UNPACKED: Final = 60_000_000
"""Bytes that the parts of a document may unpack to."""

MOST_MARKUP: Final = 3_000_000
"""Bytes of a part that is markup: the library makes a tree of it many times as large."""

MOST_PARTS: Final = 5_000
"""Parts of a document: pictures, styles, and the text."""

MOST_LINES: Final = 20_000
"""Lines of a document: the library takes long over each paragraph."""

DEEPEST: Final = 5
"""Tables within tables that are looked into."""

_TEXT: Final = "word/document.xml"
_MARKUP: Final = (".xml", ".rels")
_AT_A_TIME: Final = 1_000_000


def docx_text(data: bytes, called: str) -> Text:
    """Return what a DOCX says, tables cell by cell; raises DocumentError, which calls it so."""
    try:
        _refuse(data, called)
        from docx import Document

        document = Document(io.BytesIO(data))
        lines = [*islice(_Reader(document).lines(document), MOST_LINES + 1)]
    except DocumentError:
        raise
    except ImportError:
        raise missing_library(called, "DOCX") from None
    except Exception as error:
        # Archives and what is in them may be broken in ways that no library foresees.
        raise DocumentError(
            f"{called} is broken: its text cannot be read.",
            "Open it and save it anew, save it as PDF, or paste the text.",
        ) from error
    if len(lines) > MOST_LINES:
        raise _bomb(called)
    return text_from(lines, "docx")


class _Reader:
    """Reads the lines of one document."""

    def __init__(self, document: "Document") -> None:
        # Looked up once: the library looks through all styles for each paragraph.
        self._styles = {each.style_id: each.name or "" for each in document.styles}

    def lines(self, container: "Document | _Cell", depth: int = 0) -> Iterator[Line]:
        """Yield the lines of a document, or of a cell, with its tables."""
        from docx.table import Table

        for block in container.iter_inner_content():
            if not isinstance(block, Table):
                yield from self._paragraph(block)
            elif depth < DEEPEST:
                yield from self._table(block, depth)

    def _table(self, table: "Table", depth: int) -> Iterator[Line]:
        seen: set[object] = set()
        for row in table.rows:
            for cell in row.cells:
                inside = cell._tc  # noqa: SLF001 - a cell over several columns comes for each
                if inside not in seen:
                    seen.add(inside)
                    yield from self.lines(cell, depth + 1)

    def _paragraph(self, paragraph: "Paragraph") -> Iterator[Line]:
        """Yield the lines of a paragraph, of which one all in bold is a heading."""
        inside = paragraph._p  # noqa: SLF001 - it alone says whether it is numbered
        style = self._styles.get(inside.style or "", "")
        numbered = inside.pPr is not None and inside.pPr.numPr is not None
        text = paragraph.text
        if text.strip() and (numbered or style.startswith("List")):
            text = f"- {text}"
        runs = [each for each in paragraph.runs if each.text.strip()]
        bold = bool(runs) and all(each.bold for each in runs) and not text.startswith("- ")
        heading = style.startswith(("Heading", "Title")) or bold
        yield from (Line(line, heading) for line in text.split("\n"))


def _refuse(data: bytes, called: str) -> None:
    """Raise DocumentError where an archive is no DOCX, or a bomb; anything where it is broken."""
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
