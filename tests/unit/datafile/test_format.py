"""One layout for data files."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.datafile import format as formatting
from mlroles.datafile.format import MOST_LEVELS, WIDTH, format_file, formatted
from mlroles.datafile.strictjson import JsonError
from mlroles.errors import DataError, MlrolesError
from mlroles.locations import data_directory
from mlroles.parts import PARTS

values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
)
"""Whatever JSON can hold."""


def nested(levels: int) -> object:
    """Return a list in a list, so many levels deep."""
    value: object = 1
    for _ in range(levels):
        value = [value]
    return value


def test_layout() -> None:
    """Short lists of plain values stand on one line, the rest is indented by two."""
    value = {
        "claims": ["ä-1", "b, [c]"],
        "none": [],
        "points": {"baker": -0.5},
        "mixed": [1, None, True, 1e-7, "x\n"],
        "inner": [[1, 2], {"a": [3]}],
    }
    assert formatted(value) == (
        '{\n  "claims": ["ä-1", "b, [c]"],\n  "none": [],\n  "points": {\n    "baker": -0.5\n  },\n'
        '  "mixed": [1, null, true, 1e-07, "x\\n"],\n'
        '  "inner": [\n    [1, 2],\n    {\n      "a": [3]\n    }\n  ]\n}\n'
    )


@pytest.mark.parametrize("after", [{}, {"z": 1}])
def test_list_fills_the_line_and_no_more(after: dict[str, int]) -> None:
    """A list that just fits stands on one line; a comma after it makes it too long."""
    words = ["a" * 28, "b" * 28, "c" * 21]
    text = formatted({"words": words, **after})
    first = json.dumps(words)
    assert len(f'  "words": {first}') == WIDTH
    assert (f'  "words": {first}' in text) == (not after)


@given(values)
def test_value_is_kept(value: object) -> None:
    """The text is JSON for the very same value, and formatting it again changes nothing."""
    text = formatted(value)
    assert json.loads(text) == value
    assert formatted(json.loads(text)) == text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


@given(st.lists(st.integers() | st.text(alphabet='a",[]{}\\\n', max_size=9), max_size=12))
def test_plain_list_is_one_line_or_a_line_each(value: list[object]) -> None:
    """A list of plain values takes one line, or one for each value where that is too long."""
    text = formatted(value)
    assert text.count("\n") == (1 if len(text) <= WIDTH + 1 else len(value) + 2)


def test_number_that_is_none_is_refused() -> None:
    """Infinity is no JSON, so it is not written."""
    with pytest.raises(JsonError, match="number"):
        formatted([float("inf")])


@pytest.mark.parametrize("levels", [MOST_LEVELS + 1, 5000])
def test_endless_nesting_is_refused(levels: int) -> None:
    """A few levels are enough for any data file."""
    assert formatted(nested(MOST_LEVELS)).count("[") == MOST_LEVELS
    with pytest.raises(JsonError, match="nested too deeply"):
        formatted(nested(levels))


def test_file_is_written_where_it_differs(tmp_path: Path) -> None:
    """A file in another layout is written anew; one in this layout is left alone."""
    file = tmp_path / "loaf.json"
    file.write_bytes(b'\xef\xbb\xbf{"crumb":[1,2],"half":"\\ud800","oe":"\\u00f6"}')
    assert format_file(file)
    assert file.read_bytes() == (
        '{\n  "crumb": [1, 2],\n  "half": "\\ud800",\n  "oe": "ö"\n}\n'.encode()
    )
    stands = file.stat()
    assert not format_file(file)
    assert (file.stat().st_mtime_ns, file.stat().st_ino) == (stands.st_mtime_ns, stands.st_ino)


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"{", "not JSON at line 1, column 2"),
        (b'{"a": 1, "a": 2}', "more than once"),
        (b"[NaN]", "number that cannot be read"),
        (b"[1e999]", "number that cannot be written"),
        (b"[" * 60 + b"]" * 60, "nested too deeply"),
        (b"\xff", "not UTF-8"),
    ],
)
def test_wrong_file_is_left_alone(data: bytes, problem: str, tmp_path: Path) -> None:
    """What is no strict JSON, or says something twice, is refused and stays as it is."""
    file = tmp_path / "loaf.json"
    file.write_bytes(data)
    with pytest.raises(DataError) as refused:
        format_file(file)
    assert problem in str(refused.value.problems[0])
    assert file.read_bytes() == data


def test_file_that_would_grow_too_large_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file is not written so large that it could not be read again."""
    monkeypatch.setattr(formatting, "SIZE_LIMIT", 20)
    file = tmp_path / "loaf.json"
    file.write_text('{"a":{"b":{"c":1}}}')
    with pytest.raises(DataError) as refused:
        format_file(file)
    assert "more than 20 bytes" in str(refused.value.problems[0])
    assert file.read_text() == '{"a":{"b":{"c":1}}}'


def test_folder_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system refuses to write, that is said, and the file stays as it is."""

    def refuse(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(formatting, "write_atomic", refuse)
    file = tmp_path / "loaf.json"
    file.write_text("[ ]")
    with pytest.raises(MlrolesError, match=r"loaf\.json: no space left on device\."):
        format_file(file)
    assert file.read_text() == "[ ]"


SHIPPED = [data_directory() / part.file for part in PARTS if part.by_hand]
"""Files that people edit."""


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: file.name)
def test_shipped_file_has_the_layout(file: Path) -> None:
    """Each data file that people edit stands in the one layout."""
    text = file.read_bytes().decode("utf-8")
    assert formatted(json.loads(text)) == text
