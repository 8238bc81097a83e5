"""Reading a file of a person, whatever it is."""

from collections.abc import Callable
from pathlib import Path

from mlroles.datafile.files import read_limited, reason
from mlroles.errors import MlrolesError
from mlroles.people.sources import linkedin
from mlroles.people.sources.collect import Collector, Finder, ReadFile
from mlroles.people.sources.document import read_document
from mlroles.people.sources.resume import is_resume, read_resume
from mlroles.roles.catalogue import Catalogue

LIMIT = 20_000_000
"""Bytes of a file that is read."""

ADVICE = "Give a resume.json, an export of LinkedIn, or a CV as text, Markdown, DOCX or PDF."

Lines = Callable[[bytes, str], str]
"""Returns what a document of these bytes and this name says, as lines; raises MlrolesError."""


def read_path(path: Path, catalogue: Catalogue, finder: Finder | None, lines: Lines) -> ReadFile:
    """Return what the file or folder at ``path`` names; raises MlrolesError, and as ``read_data``.

    ``finder`` finds skills in text, None where the catalogue has no words for that; ``lines`` reads
    documents.
    """
    if path.is_dir():
        collector = Collector(catalogue, finder, path.resolve().name)
        linkedin.read_folder(path, collector)
        return collector.result("linkedin")
    try:
        data = read_limited(path, LIMIT)
    except OSError as error:
        raise MlrolesError(f"Cannot read {path}: {reason(error)}.", ADVICE) from error
    if data is None:
        raise MlrolesError(f"{path} has more than {LIMIT // 1_000_000} MB.", ADVICE)
    return read_data(data, path.name, catalogue, finder, lines)


def read_data(
    data: bytes,
    name: str,
    catalogue: Catalogue,
    finder: Finder | None,
    lines: Lines,
) -> ReadFile:
    """Return what a file of these bytes names, which say themselves what it is.

    Raises MlrolesError where it cannot be read.
    """
    collector = Collector(catalogue, finder, name)
    if is_resume(data):
        read_resume(data, collector)
        return collector.result("resume")
    if linkedin.in_zip(data):
        linkedin.read_zip(data, collector)
        return collector.result("linkedin")
    if name.casefold().endswith(".csv"):
        linkedin.read_csv(data, collector)
        return collector.result("linkedin")
    read_document(lines(data, name), collector)
    return collector.result("document")
