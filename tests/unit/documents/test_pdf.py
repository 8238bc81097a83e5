"""PDF as lines, and those that cannot be read."""

import io

import pypdf
import pytest

from mlroles.documents import pdf
from mlroles.documents.pdf import pdf_text
from mlroles.errors import DocumentError
from tests.unit.documents.files import pdf_drawing, pdf_of


def locked(user: str) -> bytes:
    """Return a PDF that is locked: against changes, and with a password where there is one."""
    writer = pypdf.PdfWriter(pypdf.PdfReader(io.BytesIO(pdf_of("Knead dough"))))
    writer.encrypt(user, "owner", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_text() -> None:
    """The text of the first pages is read."""
    found = pdf_text(pdf_of("Baker", "Knead dough", pages=2), "it")
    assert (found.kind, found.text) == ("pdf", "Baker\nKnead dough\n\nBaker\nKnead dough")


def test_locked_against_changes() -> None:
    """What is locked against changes only can be read."""
    assert pdf_text(locked(""), "it").text == "Knead dough"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (pdf_of(), "has no text: it is a scan"),
        (b"%PDF-1.4 nothing", "is broken"),
        (pdf_of("a")[:200], "is broken"),
    ],
)
def test_refused(data: bytes, message: str) -> None:
    """A scan and a broken file are told apart, each in a sentence."""
    with pytest.raises(DocumentError, match=message):
        pdf_text(data, "it")


def test_locked() -> None:
    """A file with a password is refused."""
    with pytest.raises(DocumentError, match="is locked with a password"):
        pdf_text(locked("secret"), "it")


def test_endless_drawing(monkeypatch: pytest.MonkeyPatch) -> None:
    """A drawing of very many operations is not followed to its end."""
    monkeypatch.setattr(pdf, "MOST_OPERATIONS", 3)
    with pytest.raises(DocumentError, match="holds very much more"):
        pdf_text(pdf_drawing("BT /F1 12 Tf (a) Tj (b) Tj (c) Tj ET"), "it")
