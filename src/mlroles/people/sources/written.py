"""A CV as it is written: plain text, in whatever encoding."""

import io

from mlroles.encoding import encoding_of
from mlroles.errors import DocumentError
from mlroles.text import quoted

PACKED = (b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""How a PDF, a DOCX and an old DOC begin."""


def written_text(data: bytes, name: str) -> str:
    """Return the text in ``data``, the bytes of a file called ``name``.

    Raises DocumentError where they are a PDF or a DOCX, whose text is not read.
    """
    if data.startswith(PACKED):
        raise DocumentError(
            f"{quoted(name)} is a PDF or a Word document, and a CV is read as text.",
            "Save it as plain text, or copy its text into a file.",
        )
    encoding, _ = encoding_of(io.BytesIO(data))
    return data.decode(encoding.codec, "replace")
