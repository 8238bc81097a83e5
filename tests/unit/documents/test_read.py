"""Documents as lines: what kind each is, by what it holds, and why some are refused."""

import builtins
from pathlib import Path
from typing import Any

import pytest

from mlroles.documents.read import MOST_BYTES, read_text, text_in, text_of
from mlroles.documents.text import MOST_LETTERS, Text
from mlroles.errors import DocumentError
from tests.unit.documents.files import archive, docx_of, pdf_of


def refused(data: bytes, name: str = "advert") -> str:
    """Return the sentence with which a document is refused."""
    with pytest.raises(DocumentError) as caught:
        text_of(data, name)
    assert caught.value.code == "document"
    assert caught.value.hint
    return caught.value.message


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"Data Scientist\nYou analyse data.", "text"),
        (b"# Data Scientist\nYou analyse data.", "markdown"),
        (b"**Data Scientist**\nYou analyse data.", "markdown"),
        (b"Read [this](http://a.example) and **that**.", "markdown"),
        (b"<p>Data Scientist</p><p>You analyse data.</p>", "html"),
        (b"<!DOCTYPE html><title>x</title>You analyse data.", "html"),
        (b"<!-- made --><html>You analyse data.", "html"),
        (b"&lt;p&gt;Data Scientist&lt;/p&gt;", "html"),
        (docx_of("Data Scientist"), "docx"),
        (pdf_of("Data Scientist"), "pdf"),
    ],
)
def test_kind_is_told_by_content(data: bytes, kind: str) -> None:
    """What a document is its content says, whatever it is called."""
    assert text_of(data, "advert.bin").kind == kind


def test_name_of_markdown() -> None:
    """A file that is called Markdown is read as such, also without a sign of it."""
    assert text_of(b"You use `dbt`.", "advert.md") == Text("You use dbt.", "markdown")


def test_single_tag_is_no_page() -> None:
    """One sign that looks like a tag makes no page of a text."""
    assert text_of(b"Salary <b> is good").text == "Salary <b> is good"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(codec: str) -> None:
    """Letters are read right in every usual encoding."""
    text = "Wir suchen für Köln: Bäcker, die früh aufstehen. Größe zählt, Übung auch."
    assert text_of(text.encode(codec)).text == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "“advert” holds no text."),
        (b" \n\t\n", "“advert” holds no text."),
        (b"<div></div><p></p>", "“advert” holds no text."),
        (b"{\\rtf1 hello}", "“advert” is rich text (RTF)."),
        (b"\x89PNG\r\n", "“advert” is a picture."),
        (b"\x1f\x8b\x08", "“advert” is packed (gzip)."),
        (b"PAR1", "“advert” is a table (Parquet)."),
        (b"\xd0\xcf\x11\xe0 word", "“advert” is an old Word file (.doc)."),
        (
            b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"),
            "“advert” is locked with a password.",
        ),
        (bytes(range(32)) * 9, "“advert” is no text."),
        (archive({"a.txt": b"a"}), "“advert” is an archive, and no DOCX."),
        (b"x" * (MOST_BYTES + 1), "“advert” has more than 20 MB."),
        (b"word " * MOST_LETTERS, "“advert” has more than 500,000 letters of text."),
        (b"word " * (MOST_LETTERS // 4), "“advert” has more than 500,000 letters of text."),
    ],
)
def test_refused(data: bytes, message: str) -> None:
    """What cannot be read is told in a sentence, with what to do."""
    assert refused(data) == message


def test_pasted_text_has_no_name() -> None:
    """What has no name is called the text."""
    assert refused(b"", "-") == "The text holds no text."


def test_text_of_a_cell_may_be_empty() -> None:
    """A text that is read already is no error where nothing stands in it."""
    assert text_in("") == Text("", "text")


def test_file(tmp_path: Path) -> None:
    """A file is read, and one that is too large or not there is refused with its name."""
    path = tmp_path / "advert.txt"
    path.write_text("You analyse data.", encoding="utf-8")
    assert read_text(path).text == "You analyse data."
    path.write_bytes(b"x" * (MOST_BYTES + 1))
    with pytest.raises(DocumentError, match=r"advert.txt” has more than 20 MB"):
        read_text(path)
    with pytest.raises(DocumentError, match=r"Cannot read .*: no such file or directory"):
        read_text(tmp_path / "nothing")


@pytest.mark.parametrize(("library", "data"), [("docx", docx_of("a")), ("pypdf", pdf_of("a"))])
def test_library_that_is_missing(
    library: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the library for a kind is not installed, the command that installs it is named."""
    true_import = builtins.__import__

    def without(name: str, *others: Any, **more: Any) -> Any:
        if name.split(".", maxsplit=1)[0] == library:
            raise ImportError(name)
        return true_import(name, *others, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(DocumentError, match="what reads that is not installed") as caught:
        text_of(data, "advert")
    assert "pip install 'mlroles[documents]'" in caught.value.hint


def test_nothing_that_a_terminal_acts_on() -> None:
    """Escape sequences, controls and invisible signs are gone, and spaces are plain."""
    data = "Clean\x1b[31m data\x07,\u202e know\u200b SQL\xa0\xa0 well".encode()
    assert text_of(data).text == "Clean data, know SQL well"


def test_a_page_of_tags_that_are_never_closed() -> None:
    """Signs that open a tag and close none are text where there are thousands of them."""
    found = text_in(f"<p>You bake.</p>{'<p' * 2000}<p>Rye</p>")
    assert (found.kind, found.text.startswith("You bake."), found.text.endswith("Rye")) == (
        "html",
        True,
        True,
    )
    assert found.text.count("<p") == 2000
