"""The published shapes: of each catalogue file, and of the JSON that each command writes.

What a field means stands beside it in the source, as a string under it. It is read from there
when a schema is printed, so that no other command waits for it.
"""

import ast
import inspect
import re
import sys
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any, cast

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from mlroles.datafile.model import Model
from mlroles.parts import PARTS, named
from mlroles.render.machine import result_schema
from mlroles.results import RESULTS

FILES: dict[str, type[Model]] = {part.file: part.model for part in PARTS}
"""The files of a catalogue."""


def schema(name: str) -> dict[str, Any]:
    """Return the JSON Schema of that name, one of ``FILES`` or ``RESULTS``."""
    if name in FILES:
        dialect = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
        return dialect | FILES[name].model_json_schema(schema_generator=Described)
    return result_schema(name, cast("type[object]", named(RESULTS[name])), Described)


class Described(GenerateJsonSchema):
    """Makes schemas in which every property says what it holds."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """Return the schema of a model."""
        return _described(super().model_schema(schema), schema["cls"])

    def dataclass_schema(self, schema: core_schema.DataclassSchema) -> JsonSchemaValue:
        """Return the schema of a dataclass."""
        return _described(super().dataclass_schema(schema), schema["cls"])


def _described(shape: JsonSchemaValue, kind: type[object]) -> JsonSchemaValue:
    """Put what is said in the source of ``kind`` into its schema."""
    shape["description"] = _as_json(kind.__doc__ or "")
    said = meanings(kind)
    for name, field in shape["properties"].items():
        if name in said:
            field["description"] = said[name]
    return shape


def meanings(kind: type[object]) -> dict[str, str]:
    """Return, by its name, the sentence under each field of a class, or of one that it extends."""
    package = kind.__module__.partition(".")[0]
    found: dict[str, str] = {}
    for each in reversed(kind.__mro__):
        if each.__module__.partition(".")[0] == package:  # not those of Python and Pydantic
            found |= _sentences(each.__module__).get(each.__name__, {})
    return found


@cache
def _sentences(module: str) -> dict[str, dict[str, str]]:
    """Return the sentences under the fields of each class of a module."""
    tree = ast.parse(inspect.getsource(sys.modules[module]))
    return {each.name: dict(_under(each)) for each in tree.body if isinstance(each, ast.ClassDef)}


def _under(kind: ast.ClassDef) -> Iterator[tuple[str, str]]:
    """Yield each field of a class that has a sentence under it, and the sentence."""
    for field, after in pairwise(kind.body):
        match field, after:
            case (
                ast.AnnAssign(target=ast.Name(id=name)),
                ast.Expr(value=ast.Constant(value=str(text))),
            ):
                yield name, _as_json(text)
            case _:
                pass


def _as_json(text: str) -> str:
    """Return a docstring on one line, in JSON's words for Python's."""
    return re.sub(r"\bNone\b", "null", " ".join(text.split()).replace("``", "`"))
