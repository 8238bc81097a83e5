"""Reading a data file whole, or what is quoted of it."""

from pathlib import Path

import pytest

from mlroles.datafile import read as read_module
from mlroles.datafile.model import Model
from mlroles.datafile.read import json_path, parse, read_file, read_part
from mlroles.errors import DataError


class Shop(Model):
    """A file of one key."""

    name: str


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Return a file of the right shape."""
    file = tmp_path / "shop.json"
    file.write_text('{"name": "corner"}', encoding="utf-8")
    return file


def test_a_right_file_is_read(path: Path) -> None:
    """A file becomes a frozen value, read whole or in part."""
    assert read_file(path, Shop) == read_part(path, Shop) == Shop(name="corner")


def test_path_is_written_as_json_path() -> None:
    """Keys follow a dot, and positions stand in brackets."""
    assert json_path(("roles", 0, "title")) == "$.roles[0].title"
    assert json_path(()) == "$"


@pytest.mark.parametrize("data", [b"\xff", b"{", b"[]", b'{"name": 1}', b'{"nam": "x"}'])
def test_a_wrong_file_is_wrong_in_part_too(path: Path, data: bytes) -> None:
    """What cannot be read, or has not the shape, is the same error with its file either way."""
    path.write_bytes(data)
    found = []
    for read in (read_file, read_part):
        with pytest.raises(DataError) as caught:
            read(path, Shop)
        found.append([(each.file, each.path) for each in caught.value.problems])
    assert found[0] == found[1]
    assert {file for file, _ in found[0]} == {"shop.json"}


def test_keys_that_stand_twice(path: Path) -> None:
    """A key that stands twice is a problem in a whole file; a quoting screen passes over it."""
    data = b'{"name": "old", "name": "new"}'
    path.write_bytes(data)
    with pytest.raises(DataError) as caught:
        parse(data, Path("shop.json"), Shop)
    assert [str(each) for each in caught.value.problems] == [
        "shop.json: $.name: the key stands here more than once (keep one of them)"
    ]
    assert read_part(path, Shop) == Shop(name="new")


def test_a_file_of_too_many_values_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of more values than the memory may hold is refused before it is read."""
    monkeypatch.setattr(read_module, "MOST_VALUES", 1)
    with pytest.raises(DataError) as caught:
        read_file(path, Shop)
    assert [str(each) for each in caught.value.problems] == [
        "shop.json: holds more than 1 values (divide the catalogue)"
    ]
    monkeypatch.setattr(read_module, "MOST_VALUES", 2)
    assert read_file(path, Shop).name == "corner"
