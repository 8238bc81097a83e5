"""A document as the text of a file."""

from mlroles.render.document import Document


def file_text(document: Document, kind: str) -> str:
    """Return ``document`` as a file of a kind holds it: "markdown", "html", or else plain text."""
    match kind:
        case "markdown":
            from mlroles.render.markdown import to_markdown

            return to_markdown(document)
        case "html":
            from mlroles.render.html import to_html

            return to_html(document)
        case _:
            from mlroles.render.plain import to_plain

            return to_plain(document)
