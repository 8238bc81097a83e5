"""Every field of every published shape says what it holds, and every number has bounds."""

import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from mlroles.parts import Part
from mlroles.render.machine import result_schema
from mlroles.results import RESULTS
from mlroles.roles.models import Source
from mlroles.schemas import FILES, Described, meanings, schema


def shapes(value: Any, place: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield every object inside a JSON Schema with its place."""
    if isinstance(value, dict):
        yield place, value
        for key, each in value.items():
            yield from shapes(each, f"{place}.{key}")
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from shapes(each, f"{place}[{index}]")


@pytest.mark.parametrize("name", [*FILES, *RESULTS])
def test_every_property_is_described(name: str) -> None:
    """Each property of each schema has a sentence, without marks or words of Python."""
    described = [
        (f"{place}.{key}", field.get("description", ""))
        for place, shape in shapes(schema(name))
        if isinstance(shape.get("properties"), dict)
        for key, field in shape["properties"].items()
    ]
    assert described
    wrong = [
        place
        for place, text in described
        if not (text[:1].isupper() and text.endswith(".")) or "``" in text or "None" in text
    ]
    assert wrong == []


@pytest.mark.parametrize("name", FILES)
def test_every_number_has_bounds(name: str) -> None:
    """Each number of a data file has a lower and an upper bound in the schema."""
    numbers = [
        (place, shape)
        for place, shape in shapes(schema(name))
        if shape.get("type") in {"integer", "number"} and not {"const", "enum"} & shape.keys()
    ]
    assert [place for place, each in numbers if not {"minimum", "maximum"} <= each.keys()] == []


def test_sentence_is_read_from_the_source() -> None:
    """A field's sentence is the string under it, on one line, with null for None."""
    assert meanings(Source)["published"] == (
        "The date as far as it is known, as 2022-06-09, 2022-06 or 2022; "
        "null where the source gives none."
    )


def test_what_nobody_described_stays_without() -> None:
    """A field without a sentence is printed without one."""
    shape = result_schema("part", Part, Described)["properties"]["result"]
    assert "description" in shape
    assert "description" not in shape["properties"]["file"]


def test_field_without_a_sentence_has_none() -> None:
    """What nobody described is not there, and a class that is not in its module has nothing."""

    class Local:
        bakes: bool

    assert meanings(Local) == {}
    assert meanings(Part) == {}


def test_no_other_command_reads_the_sentences() -> None:
    """Only printing a schema reads the source: showing a role does without what it takes."""
    code = (
        "import sys; from mlroles.__main__ import main; main(['show', 'ml-engineer']); "
        "sys.exit('mlroles.schemas' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert done.returncode == 0
