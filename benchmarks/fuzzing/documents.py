"""Adverts and CVs, right and spoilt: text, Markdown, HTML, DOCX, PDF, and traps of every kind."""

import io
import random
import zipfile
from collections.abc import Callable
from functools import cache

from docx import Document

from fuzzing.spoil import TEXTS, spoil_bytes
from mlroles.adverts.reading import read_advert
from mlroles.cli.request import Format, Request
from mlroles.documents.docx import MOST_MARKUP
from mlroles.documents.read import text_of
from mlroles.documents.text import MOST_LETTERS
from mlroles.parts import advert_tools
from mlroles.render.document import Document as Screen
from mlroles.render.plain import to_plain
from mlroles.views.advert import view
from tests.unit.documents.files import archive, docx_of, pdf_drawing, pdf_of

LINES = (
    "Machine Learning Engineer", "# What you do", "**Requirements:**", "- Deploy models",
    "<p>You will build pipelines</p>", "<ul><li>Python<li>SQL", "5+ years of experience",
    "Salary: $100,000 - $120,000 a year", "No PhD needed.", "<script>alert(1)</script>",
    "Location: Berlin, Germany", "R, C++, Go and other lang-", "uages of all kinds; A/B tests",
    "&lt;p&gt;You train models&lt;/p&gt;", "We are an equal opportunity employer.",
)  # fmt: skip
"""Lines of adverts."""


@cache
def _tools() -> tuple[object, ...]:
    catalogue = Request(None, None, Format.TERMINAL, plain=False).catalogue  # type: ignore[arg-type]
    return catalogue, advert_tools(catalogue)


def draw_document(chance: random.Random) -> bytes:
    """Return a document, mostly spoilt in its words, its form or its bytes."""
    lines = [
        chance.choice(TEXTS) if chance.random() < 1 / 8 else chance.choice(LINES)
        for _ in range(chance.choice((0, 1, 5, 20, 60)))
    ]
    kind = chance.choice(("text", "text", "html", "docx", "pdf"))
    data = _written(lines, kind, chance)
    for _ in range(chance.choice((0, 1, 1, 2, 4))):
        data = spoil_bytes(data, chance)
    return data


def _written(lines: list[str], kind: str, chance: random.Random) -> bytes:
    if kind == "docx":
        clean = ["".join(sign for sign in line if sign.isprintable()) for line in lines]
        return _packed_anew(
            docx_of(*(line.encode("utf-8", "replace").decode() for line in clean)), chance
        )
    if kind == "pdf":
        own = [line.encode("latin-1", "replace").decode("latin-1") for line in lines]
        return pdf_of(
            *(line.replace("(", "[").replace(")", "]").replace("\\", "/") for line in own)
        )
    text = chance.choice(("\n", "\n", "\r\n", " ", "<br>")).join(lines)
    codec = chance.choice(("utf-8", "utf-8", "utf-8", "utf-16", "cp1252"))
    return text.encode(codec, "replace")


def _packed_anew(data: bytes, chance: random.Random) -> bytes:
    """Return a DOCX of which a part may be spoilt within its sound archive."""
    if chance.random() < 1 / 2:
        return data
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    name = chance.choice([*parts])
    return archive({**parts, name: spoil_bytes(parts[name], chance)})


def draw_trap(chance: random.Random) -> bytes:
    """Return a file that stands for very much more than it holds, or never ends."""
    return chance.choice(TRAPS)(chance)


def _endless(chance: random.Random) -> bytes:
    word = chance.choice(
        (b"x", b"word ", b"R, ", b"<", b"&", b"**", b"- ", b".", b"<div>", b"<!--")
    )
    return word * chance.choice((MOST_LETTERS // 2, 10_000_000 // len(word), 50_000_000))


def _large_part(chance: random.Random) -> bytes:
    size = MOST_MARKUP + chance.choice((0, 10_000_000))
    return archive({"word/document.xml": b" " * size})


def _many_tags(_: random.Random) -> bytes:
    sound = docx_of("a")
    with zipfile.ZipFile(io.BytesIO(sound)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    body = parts["word/document.xml"]
    parts["word/document.xml"] = body.replace(b"<w:body>", b"<w:body>" + b"<w:p/>" * 450_000)
    return archive(parts)


def _deep_tables(_: random.Random) -> bytes:
    document = Document()
    cell = document.add_table(1, 1).cell(0, 0)
    for _step in range(60):
        cell = cell.add_table(1, 1).cell(0, 0)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _endless_drawing(chance: random.Random) -> bytes:
    return pdf_drawing(f"BT /F1 12 Tf {chance.choice(('(a) Tj ', 'q ', 'T* ')) * 400_000} ET")


def _many_pages(chance: random.Random) -> bytes:
    return pdf_of("a", pages=chance.choice((60, 2000)))


TRAPS: tuple[Callable[[random.Random], bytes], ...] = (
    _endless,
    _large_part,
    _many_tags,
    _deep_tables,
    _endless_drawing,
    _many_pages,
)
"""What draws each kind of trap."""


def read_document(data: bytes) -> bool:
    """Read a document as an advert and write its screens; nothing in it may act on a terminal."""
    from fuzzing.commands import unsafe  # which draws documents itself

    text = text_of(data, "advert")
    if len(text.text) > MOST_LETTERS or unsafe(text.text):
        raise AssertionError("a document is read that is too long, or not clean")
    catalogue, tools = _tools()
    result = read_advert(catalogue, tools, text.text, text.heading_lines)  # type: ignore[arg-type]
    for full, evidence in ((False, False), (True, False), (False, True)):
        screen: Screen = view(result, catalogue, "-", full=full, evidence=evidence)  # type: ignore[arg-type]
        if acted_on := unsafe(to_plain(screen)):
            raise AssertionError(f"a terminal would act on {acted_on!a}")
    return True
