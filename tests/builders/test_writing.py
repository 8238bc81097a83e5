"""Writing a data file, and saying whether one is up to date."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders.writing import WIDTH, deliver, dump

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=60),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=25,
)


@given(values)
def test_what_is_written_is_read_again(value: object) -> None:
    """The bytes hold the document, whatever it is."""
    assert json.loads(dump(value)) == value


def test_what_fits_stands_on_one_line() -> None:
    """A part that fits stands on one line, a longer one is broken, and keys keep their order."""
    document = {"b": {"x": 1, "y": [1, 2]}, "a": ["bread " * 9] * 2, "none": []}
    assert dump(document).decode().splitlines() == [
        "{",
        '  "b": {"x": 1, "y": [1, 2]},',
        '  "a": [',
        f'    "{"bread " * 9}",',
        f'    "{"bread " * 9}"',
        "  ],",
        '  "none": []',
        "}",
    ]


@given(st.lists(st.dictionaries(st.text("ab", max_size=30), st.integers()), max_size=5))
def test_a_part_is_broken_only_where_it_must_be(value: list[dict[str, int]]) -> None:
    """No line that holds a whole entry is wider than the width."""
    lines = dump(value).decode().splitlines()
    assert all(len(line) <= WIDTH for line in lines if "{" in line and "}" in line)


def test_deliver(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A check compares and writes nothing; without it the file is written."""
    path = tmp_path / "bread.json"
    assert deliver(path, {"a": 1}, check=True) == 1
    assert not path.exists()
    assert deliver(path, {"a": 1}, check=False) == 0
    assert deliver(path, {"a": 1}, check=True) == 0
    assert deliver(path, {"a": 2}, check=True) == 1
    assert "is not up to date" in capsys.readouterr().out
