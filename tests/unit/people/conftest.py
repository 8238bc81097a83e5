"""The words of the shipped catalogue, and what reads files with them."""

import json
from collections.abc import Callable

import pytest

from mlroles.parts import mention_finder
from mlroles.people.levels import Levels, load_levels
from mlroles.people.sources.collect import Collector, ReadFile
from mlroles.people.sources.read import read_data
from mlroles.roles.catalogue import Catalogue

Reads = Callable[[str, object], ReadFile]
"""Takes the name of a file and what is in it: bytes, text, or what JSON can hold."""


@pytest.fixture(scope="session")
def levels(shipped: Catalogue) -> Levels:
    """Return the shipped words for levels."""
    return load_levels(shipped.directory)


@pytest.fixture(scope="session")
def reads(shipped: Catalogue) -> Reads:
    """Return what reads a file of a person; documents are text in UTF-8."""
    finder = mention_finder(shipped)

    def read(name: str, content: object) -> ReadFile:
        if not isinstance(content, str | bytes):
            content = json.dumps(content)
        data = content.encode() if isinstance(content, str) else content
        return read_data(data, name, shipped, finder, lambda own, _: own.decode())

    return read


@pytest.fixture
def collector(shipped: Catalogue) -> Collector:
    """Return what collects from a file with the shipped words."""
    return Collector(shipped, mention_finder(shipped), "file.csv")
