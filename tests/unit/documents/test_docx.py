"""DOCX as lines, and archives that are traps."""

import io
import zipfile

import pytest
from docx import Document

from mlroles.documents import docx
from mlroles.documents.docx import docx_text
from mlroles.errors import DocumentError
from tests.unit.documents.files import archive, docx_of


def test_headings_lists_and_tables() -> None:
    """Headings are known, list items are marked, and cells stand each on a line."""
    document = Document()
    document.add_heading("Baker", 1)
    document.add_paragraph().add_run("Duties").bold = True
    document.add_paragraph("Knead dough", style="List Bullet")
    document.add_paragraph("Early\nand late")
    table = document.add_table(1, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "wide"
    table.cell(0, 2).text = "narrow"
    inner = table.cell(0, 2)
    for _ in range(docx.DEEPEST + 1):
        inner = inner.add_table(1, 1).cell(0, 0)
        inner.text = "deep"
    stream = io.BytesIO()
    document.save(stream)
    found = docx_text(stream.getvalue(), "it")
    lines = [each for each in found.text.split("\n") if each]
    assert lines[:7] == ["Baker", "Duties", "- Knead dough", "Early", "and late", "wide", "narrow"]
    assert lines.count("deep") == docx.DEEPEST - 1
    assert found.heading_lines == (0, 1)


def spoilt(name: str, data: bytes) -> bytes:
    """Return a sound DOCX with one of its parts replaced."""
    with zipfile.ZipFile(io.BytesIO(docx_of("a"))) as packed:
        parts = {each: packed.read(each) for each in packed.namelist()}
    return archive({**parts, name: data})


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04 no archive", "is broken"),
        (spoilt("word/document.xml", b"<w:document"), "is broken"),
        (spoilt("[Content_Types].xml", b""), "is broken"),
        (docx_of("a").replace(b"word/document.xml", b"word/documenx.xml"), "no DOCX"),
        (spoilt("word/document.xml", b" " * (docx.MOST_MARKUP + 1)), "very much more"),
        (spoilt("word/media/a.png", b"0" * (docx.MOST_UNPACKED + 1)), "very much more"),
        (docx_of(*"ab" * (docx.MOST_LINES // 2), "c"), "very much more"),
        (archive({"word/document.xml": b"", **{f"{n}": b"" for n in range(5001)}}), "much more"),
    ],
)
def test_refused(data: bytes, message: str) -> None:
    """What is broken, or unpacks to very much more, is refused before it is opened."""
    with pytest.raises(DocumentError, match=message):
        docx_text(data, "it")
