"""Documents made for tests: DOCX, and PDF written by hand."""

import io
import zipfile
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def docx_of(*lines: str) -> bytes:
    """Return a DOCX with a paragraph for each line."""
    document = Document()
    paragraphs = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines)
    # Of many lines the library would look for the place of each anew.
    document.element.body[:0] = parse_xml(f"<w:body {nsdecls('w')}>{paragraphs}</w:body>")
    stream = io.BytesIO()
    document.save(stream)
    with zipfile.ZipFile(stream) as packed:
        return archive({name: packed.read(name) for name in packed.namelist()})


def archive(parts: dict[str, bytes]) -> bytes:
    """Return a zip archive of parts, which does not say when it was made: the same each time."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, data in parts.items():
            packed.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return stream.getvalue()


def pdf_of(*lines: str, pages: int = 1) -> bytes:
    """Return a PDF whose every page says ``lines``; without lines it is as empty as a scan."""
    shown = "".join(f"({line}) Tj T* " for line in lines)
    return pdf_drawing(f"BT /F1 12 Tf 14 TL 72 720 Td {shown}ET" if lines else "", pages)


def pdf_drawing(content: str, pages: int = 1) -> bytes:
    """Return a PDF whose every page is drawn by ``content``."""
    kids = " ".join(f"{4 + 2 * page} 0 R" for page in range(pages))
    objects = {
        1: "<< /Type /Catalog /Pages 2 0 R >>",
        2: f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>",
        3: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    }
    for page in range(pages):
        number = 4 + 2 * page
        objects[number] = (
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] "
            f"/Resources << /Font << /F1 3 0 R >> >> /Contents {number + 1} 0 R >>"
        )
        objects[number + 1] = f"<< /Length {len(content)} >>\nstream\n{content}\nendstream"
    body = "%PDF-1.4\n"
    places = {}
    for number, each in objects.items():
        places[number] = len(body)
        body += f"{number} 0 obj\n{each}\nendobj\n"
    rows = "".join(f"{places[number]:010d} 00000 n \n" for number in objects)
    size = len(objects) + 1
    table = f"xref\n0 {size}\n0000000000 65535 f \n{rows}"
    end = f"trailer\n<< /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return (body + table + end).encode("latin-1")
