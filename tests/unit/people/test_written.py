"""A CV as text, whatever its encoding; nothing else."""

import pytest

from mlroles.errors import DocumentError
from mlroles.people.sources.written import PACKED, written_text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "cp1252"])
def test_text_is_read_in_its_encoding(encoding: str) -> None:
    """The letters of a CV are the same in every encoding."""
    text = "Jörg Müller\nPython, SQL, künstliche Intelligenz\n"
    assert written_text(text.encode(encoding), "cv.txt") == text


@pytest.mark.parametrize("start", PACKED)
def test_packed_documents_are_refused(start: bytes) -> None:
    """A PDF or a Word document is refused with what to do instead."""
    with pytest.raises(DocumentError, match="a CV is read as text") as caught:
        written_text(start + b"rest", "cv.pdf")
    assert "plain text" in caught.value.hint
