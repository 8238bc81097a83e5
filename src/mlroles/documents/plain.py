"""Plain text as lines."""

from mlroles.documents.text import Line, Text, paragraphs, text_from


def plain_text(text: str) -> Text:
    """Return what a plain text says; lines that were broken at a margin are joined again."""
    return text_from(map(Line, paragraphs(text.splitlines())), "text")
