"""What is said where the library that reads a kind of document is not installed."""

from mlroles.errors import DocumentError


def missing_library(called: str, kind: str) -> DocumentError:
    """Return the error that names the command which installs what reads documents of a kind."""
    return DocumentError(
        f"{called} is {kind}, and what reads that is not installed.",
        "pip install 'mlroles[documents]' installs it; or paste the text.",
    )
