"""PDF with text as lines; a scan has none, and is told as such."""

import io
import logging
import warnings
from typing import Any, Final

from mlroles.documents.missing import missing_library
from mlroles.documents.text import Line, Text, paragraphs, text_from
from mlroles.errors import DocumentError

MOST_PAGES: Final = 50
"""Pages that are read: the rest of a longer document is no advert."""

MOST_OPERATIONS: Final = 300_000
"""Drawing operations of all pages: more is a drawing, or a trap."""

MOST_STREAM: Final = 10_000_000
"""Bytes that a part of a document may unpack to."""

_LIMITS: Final[dict[str, Any]] = {
    "maximum_declared_stream_length": MOST_STREAM,
    "array_based_stream_maximum_output_length": MOST_STREAM,
    "lzw_maximum_output_length": MOST_STREAM,
    "run_length_maximum_output_length": MOST_STREAM,
    "zlib_maximum_output_length": MOST_STREAM,
    "zlib_maximum_recovery_input_length": MOST_STREAM // 10,
    "flate_maximum_columns": 10_000,
    "stream_decoding_work_maximum_length": 2 * MOST_STREAM,
    "stream_parsing_work_maximum_count": MOST_OPERATIONS,
    "page_tree_maximum_entries": 1_000,
    "page_tree_maximum_page_entries": 20_000,
    "xform_maximum_invocations_per_extraction": 200,
}
"""What the library itself holds to."""

_PASTE: Final = "Save it anew as PDF or DOCX, or paste the text."


class _TooMuch(Exception):  # noqa: N818 - it ends reading, and is no fault of ours
    """There are more drawing operations than are looked at."""


def pdf_text(data: bytes, called: str) -> Text:
    """Return what a PDF says; raises DocumentError, which calls it so."""
    try:
        import pypdf
    except ImportError:
        raise missing_library(called, "PDF") from None
    # What the library finds odd is nothing to a person who wants to read the text.
    logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)
    try:
        with pypdf.apply_configuration(**_LIMITS), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            lines = _lines(pypdf.PdfReader(io.BytesIO(data)))
    except (_TooMuch, pypdf.errors.LimitReachedError) as error:
        raise DocumentError(
            f"{called} holds very much more than an advert or CV does.", "Paste the text."
        ) from error
    except (pypdf.errors.FileNotDecryptedError, pypdf.errors.DependencyError) as error:
        # Some locks can be opened without a password only with one more library.
        raise DocumentError(
            f"{called} is locked with a password.", "Save it without one, or paste the text."
        ) from error
    except Exception as error:
        raise DocumentError(f"{called} is broken: its text cannot be read.", _PASTE) from error
    found = text_from(map(Line, paragraphs(lines)), "pdf")
    if not found.text:
        raise DocumentError(
            f"{called} has no text: it is a scan, or a picture.",
            "Paste the text, or let a program recognise it (OCR) first.",
        )
    return found


def _lines(reader: Any) -> list[str]:  # noqa: ANN401 - the library is there only where it is used
    """Return the lines of the pages; raises _TooMuch where they are drawn without an end."""
    operations = 0

    def count(*_: object) -> None:
        nonlocal operations
        operations += 1
        if operations > MOST_OPERATIONS:
            raise _TooMuch

    lines: list[str] = []
    if reader.is_encrypted:
        reader.decrypt("")  # many are locked against changes only
    for number in range(min(MOST_PAGES, reader.get_num_pages())):
        text = reader.pages[number].extract_text(visitor_operand_before=count)
        # Letters that are joined for beauty (ﬁ) are taken apart again.
        lines += text.translate(_LIGATURES).split("\n")
    return lines


_LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
