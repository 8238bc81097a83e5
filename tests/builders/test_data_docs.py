"""The tables of docs/data.md."""

import re
from typing import Any

import pytest

from builders.data_docs import PAGE, bounds, data_page, kind, tables_of
from mlroles import schemas

ID = {"type": "string", "pattern": r"^[a-z0-9]+(-[a-z0-9]+)*$", "maxLength": 80}
CODE = {"type": "string", "pattern": "^[A-Z]{2}$"}
SHARE = {"type": "number", "minimum": 0, "maximum": 1}
CHANGE = {"type": "integer", "minimum": -1000, "maximum": 1000}
NULL = {"type": "null"}


def test_page_is_up_to_date() -> None:
    """The page holds what the models say today."""
    assert data_page() == PAGE.read_text("utf-8")


@pytest.mark.parametrize("file", schemas.FILES)
def test_every_object_of_a_file_has_a_table(file: str) -> None:
    """Every object has a table with a row for each of its keys, and the page holds them."""
    schema = schemas.schema(file)
    each_table = tables_of(schema)
    page = PAGE.read_text("utf-8")
    assert all(page.count(each) == 1 for each in each_table)
    tables = "\n".join(each_table)
    headings = re.findall("^### (.+)$", tables, re.MULTILINE)
    assert sorted(headings) == sorted(["The file", *schema["$defs"]])
    keys = sum(len(each["properties"]) for each in (schema, *schema["$defs"].values()))
    row = r"^\| `\w+` \| .+ \| (?:yes|no) \| .*\| .+\. \|$"
    assert len(re.findall(row, tables, re.MULTILINE)) == keys


def test_links_lead_to_tables() -> None:
    """Each type that is an object leads to the one heading of that name."""
    page = PAGE.read_text("utf-8")
    headings = [each.lower() for each in re.findall("^### (.+)$", page, re.MULTILINE)]
    targets = set(re.findall(r"\]\(#(\w+)\)", page))
    assert targets
    assert [headings.count(each) for each in targets] == [1] * len(targets)


@pytest.mark.parametrize(
    ("field", "words", "size"),
    [
        (ID, "id", ""),
        (CODE, "string", "`^[A-Z]{2}$`"),
        ({"type": "string"}, "string", ""),
        ({"type": "string", "format": "date"}, "day", ""),
        ({"type": "boolean"}, "true or false", ""),
        (CHANGE, "whole number", "−1,000 to 1,000"),
        ({"const": 1, "type": "integer"}, "always 1", ""),
        ({"enum": ["leads", "helps"], "type": "string"}, "`leads` or `helps`", ""),
        ({"$ref": "#/$defs/Loaf"}, "[Loaf](#loaf)", ""),
        ({"anyOf": [SHARE, NULL]}, "number or null", "0 to 1"),
        ({"type": "array", "items": ID}, "list of ids", ""),
        ({"type": "array", "items": CHANGE, "minItems": 1}, "list of whole numbers",
         "at least 1; −1,000 to 1,000"),
        ({"type": "array", "items": ID, "minItems": 2, "maxItems": 9}, "list of ids",
         "2 to 9 of them"),
        ({"type": "array", "prefixItems": [SHARE, SHARE]}, "list of 2 numbers", "0 to 1"),
        ({"type": "array", "items": {"anyOf": [CHANGE, NULL]}}, "list of whole numbers or nulls",
         "−1,000 to 1,000"),
        ({"type": "array", "prefixItems": [{"const": 1}, {"const": 2}]}, "list of 1, 2", ""),
        ({"type": "object", "patternProperties": {"x": SHARE}}, "numbers by id", "0 to 1"),
    ],
)  # fmt: skip
def test_words(field: dict[str, Any], words: str, size: str) -> None:
    """A JSON Schema of a field is said in words."""
    assert (kind(field), bounds(field)) == (words, size)
