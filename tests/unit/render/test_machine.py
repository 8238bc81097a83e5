"""Results as JSON."""

import json
from dataclasses import dataclass

import pytest
from pydantic.json_schema import GenerateJsonSchema

from mlroles.render.machine import result_schema, to_json


@dataclass(frozen=True)
class Loaf:
    """A result of several kinds of value."""

    name: str
    weight: float
    slices: tuple[int, ...]
    baker: str | None


LOAF = Loaf("Bröt\x1b[31m", 1.5, (1, 2), None)


def test_result_stands_in_a_versioned_envelope() -> None:
    """The envelope names schema and version, and keeps the kinds of the values."""
    assert json.loads(to_json("loaf", LOAF)) == {
        "schema": "mlroles/loaf",
        "version": 3,
        "result": {"name": "Bröt\x1b[31m", "weight": 1.5, "slices": [1, 2], "baker": None},
    }


def test_json_is_ascii_without_controls() -> None:
    """Nothing in it can spoil a stream, and it ends with a newline."""
    text = to_json("loaf", LOAF)
    assert text.isascii()
    assert "\x1b" not in text
    assert text.endswith("}\n")


def test_same_result_gives_the_same_text() -> None:
    """The text depends on the result alone."""
    assert to_json("loaf", LOAF) == to_json("loaf", Loaf("Bröt\x1b[31m", 1.5, (1, 2), None))


@pytest.mark.parametrize("weight", [float("nan"), float("inf")])
def test_what_is_no_number_is_not_written_as_one(weight: float) -> None:
    """JSON has neither NaN nor infinity, and none is written."""
    try:
        text = to_json("loaf", Loaf("x", weight, (), None))
    except ValueError:
        return
    assert json.loads(text)["result"]["weight"] is None


def test_schema_names_the_envelope() -> None:
    """The schema fixes name and version and forbids other keys."""
    published = result_schema("loaf", Loaf, GenerateJsonSchema)
    assert published["title"] == "mlroles/loaf"
    assert published["properties"]["schema"]["const"] == "mlroles/loaf"
    assert published["properties"]["version"]["const"] == 3
    assert published["additionalProperties"] is False
