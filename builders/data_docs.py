"""The tables of docs/data.md: JSON Schemas come in, a table for each object of a file goes out.

The prose stands in the page, for people to write. Between ``<!-- fields: FILE -->`` and
``<!-- end of fields -->`` stand the fields of a catalogue file, with what its models say of them.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mlroles import schemas

Shape = dict[str, Any]
"""A JSON Schema, or a part of one."""

PAGE = Path(__file__).parents[1] / "docs" / "data.md"
FIELDS = re.compile(r"(<!-- fields: (?P<file>\S+) -->\n).*?(<!-- end of fields -->)", re.DOTALL)

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
TEXT = r"\S"
PLURAL = {
    "id": "ids",
    "text": "texts",
    "string": "strings",
    "number": "numbers",
    "whole number": "whole numbers",
    "whole number or null": "whole numbers or nulls",
}
"""The sorts of plain value, of which there may be lists."""

PLAIN = {"integer": "whole number", "boolean": "true or false"}
"""JSON Schema's words for plain values, where people have others."""


def data_page() -> str:
    """Return the text of docs/data.md, its tables of fields written anew.

    An object that stands in two files has one table, under the first.
    """
    told: set[str] = set()

    def block(found: re.Match[str]) -> str:
        tables = [each for each in tables_of(schemas.schema(found["file"])) if each not in told]
        told.update(tables)
        return "\n".join((found[1].rstrip("\n"), *tables, found[3]))

    return FIELDS.sub(block, PAGE.read_text("utf-8"))


def tables_of(schema: Shape) -> list[str]:
    """Return a table for the file that ``schema`` describes, and one for each object in it."""
    objects = [_table(name, schema["$defs"][name]) for name in _in_order(schema)]
    return [_table("The file", schema), *objects]


def _in_order(schema: Shape) -> list[str]:
    """Return the names of the objects in a file, each after the one that names it first."""
    names: list[str] = []
    shapes = [schema]
    while shapes:
        for name in _referred(shapes.pop(0)["properties"]):
            if name not in names:
                names.append(name)
                shapes.append(schema["$defs"][name])
    return names


def _referred(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        if "$ref" in value:
            yield _name(value)
        for each in value.values():
            yield from _referred(each)
    elif isinstance(value, list):
        for each in value:
            yield from _referred(each)


def _name(reference: Shape) -> str:
    return str(reference["$ref"]).rsplit("/", 1)[-1]


def _table(name: str, shape: Shape) -> str:
    needed = shape.get("required", ())
    rows = [
        f"| `{key}` | {kind(field)} | {'yes' if key in needed else 'no'} | {bounds(field)} "
        f"| {field['description']} |"
        for key, field in shape["properties"].items()
    ]
    head = ["| Key | Type | Needed | Bounds | What it holds |", "| --- | --- | --- | --- | --- |"]
    return "\n".join([f"### {name}", "", shape["description"], "", *head, *rows, ""])


def kind(field: Shape) -> str:
    """Return in words what sort of value a field holds."""
    match field:
        case {"anyOf": choices}:
            words = " or ".join(kind(each) for each in choices)
        case {"$ref": _}:
            words = f"[{_name(field)}](#{_name(field).lower()})"
        case {"const": value}:
            words = f"always {value}"
        case {"enum": values}:
            words = " or ".join(f"`{each}`" for each in values)
        case {"patternProperties": inner}:
            words = f"{_many(next(iter(inner.values())))} by id"
        case {"type": "array"}:
            words = f"list of {_listed(field)}"
        case {"type": "string", "format": "date"}:
            words = "day"
        case {"type": "string", "pattern": pattern}:
            words = {ID: "id", TEXT: "text"}.get(pattern, "string")
        case _:
            words = PLAIN.get(field["type"]) or str(field["type"])
    return words


def _listed(field: Shape) -> str:
    match field:
        case {"prefixItems": [{"const": _}, *_] as items}:
            return ", ".join(str(each["const"]) for each in items)
        case {"prefixItems": [first, *others]}:
            return f"{1 + len(others)} {_many(first)}"
        case _:
            return _many(field["items"])


def _many(field: Shape) -> str:
    word = kind(field)
    return PLURAL.get(word, word)


def bounds(field: Shape) -> str:
    """Return in words how small and how large what a field holds may be; empty for any size."""
    match field:
        case {"anyOf": choices}:
            said = [bounds(each) for each in choices]
        case {"minimum": low, "maximum": high}:
            said = [f"{_number(low)} to {_number(high)}"]
        case {"prefixItems": [first, *_]}:
            said = [bounds(first)]
        case {"type": "array", "items": items}:
            said = [_length(field), bounds(items)]
        case {"patternProperties": inner}:
            said = [bounds(next(iter(inner.values())))]
        case {"type": "string", "pattern": pattern} if pattern not in {ID, TEXT}:
            said = [f"`{pattern}`"]
        case _:
            said = []
    return "; ".join(filter(None, said))


def _length(field: Shape) -> str:
    least, most = field.get("minItems"), field.get("maxItems")
    if most is not None:
        return f"{least or 0} to {most} of them"
    return f"at least {least}" if least else ""


def _number(value: float) -> str:
    return f"{value:,}".replace("-", "−")
