"""Results as JSON: a versioned envelope around the domain's own value, and its JSON Schema."""

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic.json_schema import GenerateJsonSchema

SCHEMA_VERSION = 3
"""Raised when a key is removed or changes its meaning; a new key does not raise it."""


ERROR = "error"
"""The name of the schema of a failure, which stands in its envelope under this key."""


NO_NUMBERS = (b"NaN", b"Infinity")
"""How a number is written that JSON does not have: at the end of its line, where no text ends."""


def _key(name: str) -> str:
    return ERROR if name == ERROR else "result"


def to_json(name: str, result: object) -> str:
    """Return ``result``, or a failure, in its envelope, in ASCII that no stream can spoil.

    Raises ValueError where a number is none that JSON has.
    """
    # Of a million cells, the standard library's writer takes five times as long.
    from pydantic_core import to_json as written

    kind: Any = type(result)  # mypy takes no type for hashable
    value = _adapter(kind).dump_python(result, mode="json")
    envelope = {"schema": f"mlroles/{name}", "version": SCHEMA_VERSION, _key(name): value}
    data = written(envelope, indent=2, ensure_ascii=True, inf_nan_mode="constants")
    if any(each + end in data for each in NO_NUMBERS for end in (b"\n", b",\n")):
        raise ValueError(f"{name} holds a number that JSON does not have")
    return data.replace(b"\x7f", rb"\u007f").decode("ascii") + "\n"


@cache
def _adapter(kind: Any) -> "TypeAdapter[Any]":  # noqa: ANN401
    """Return what writes values of a kind; made once, which takes longer than to write a value."""
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def result_schema(
    name: str, kind: type[object], generator: "type[GenerateJsonSchema]"
) -> dict[str, Any]:
    """Return the JSON Schema that ``generator`` makes of the envelope around such a result."""
    from pydantic import TypeAdapter

    inner = TypeAdapter(kind).json_schema(mode="serialization", schema_generator=generator)
    definitions = inner.pop("$defs", {})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"mlroles/{name}",
        "type": "object",
        "properties": {
            "schema": {
                "const": f"mlroles/{name}",
                "description": "The name of the shape of what follows.",
            },
            "version": {
                "const": SCHEMA_VERSION,
                "description": "Raised when a key is removed or changes its meaning.",
            },
            _key(name): inner,
        },
        "required": ["schema", "version", _key(name)],
        "additionalProperties": False,
        "$defs": definitions,
    }
