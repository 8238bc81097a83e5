"""Writes JSON that people can read: an object or a list on one line where it fits."""

import json
from typing import Any

WIDTH = 100


def pretty(value: Any, depth: int = 0) -> str:  # noqa: ANN401 - JSON
    """Return ``value`` as JSON of two spaces a level, the same for the same value."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or not value or len(flat) + 2 * depth <= WIDTH:
        return flat
    inner = "  " * (depth + 1)
    if isinstance(value, dict):
        parts = [
            f"{json.dumps(key, ensure_ascii=False)}: {pretty(each, depth + 1)}"
            for key, each in value.items()
        ]
        return "{\n" + ",\n".join(inner + each for each in parts) + "\n" + "  " * depth + "}"
    parts = [pretty(each, depth + 1) for each in value]
    return "[\n" + ",\n".join(inner + each for each in parts) + "\n" + "  " * depth + "]"
