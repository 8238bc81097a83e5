"""Columns as Arrow gives them, some rows at a time."""

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pytest

from mlroles.batch.typed_blocks import Shared, UnfitError


def column(places: Sequence[int | None], texts: Sequence[str]) -> Any:
    """Return a column that holds each different text once, whatever its places point to."""
    own = pa.array(places, pa.int32()), pa.array(texts, pa.string())
    return pa.DictionaryArray.from_arrays(*own, safe=False)


def test_the_same_texts_again() -> None:
    """A block with the texts of the block before is read as that was, its gaps as empty texts."""
    shared = Shared()
    assert shared.cells(column([1, 0, None], ["a", "b"])).to_pylist() == ["b", "a", ""]
    assert shared.cells(column([None, 1], ["a", "b"])).to_pylist() == ["", "b"]
    assert shared.cells(column([0], ["c"])).to_pylist() == ["c"]


def test_no_text_at_all() -> None:
    """A column in which nothing stands is one of empty texts."""
    assert Shared().cells(column([None, None], [])).to_pylist() == ["", ""]


@pytest.mark.parametrize("place", [-1, 2])
@pytest.mark.parametrize("before", [True, False])
def test_a_place_without_a_text(place: int, before: bool) -> None:
    """A place where no text is spoils the block, also where its texts were seen before."""
    shared = Shared()
    if before:
        shared.cells(column([0, 1], ["a", "b"]))
    with pytest.raises(UnfitError):
        shared.cells(column([0, place], ["a", "b"]))


@pytest.mark.parametrize("place", [0, 1])
def test_a_place_among_no_texts(place: int) -> None:
    """Where there is no text at all, no place is right."""
    with pytest.raises(UnfitError):
        Shared().cells(column([place, None], []))
