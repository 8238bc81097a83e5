"""Spoiling a file: bits, bytes, lines, and what stands in its JSON."""

import copy
import json
import random
from collections.abc import Iterator
from typing import Any

NUMBERS: tuple[Any, ...] = (
    0, -1, -0.0, 1.5, 1e308, -1e308, 5e-324, 1e-300, 2**31, 2**63, -(2**63), 2**64, 10**15, 10**25,
    10**400, -(10**400), int("9" * 4000), 0.1, 0.9999999999999999, 1e16, 1e22,
)  # fmt: skip
"""Numbers of every size."""

ODD: tuple[Any, ...] = (
    None, True, "", " ", "x" * 5000, "\x1b[31m", "\u202e", [], {}, [[]], {"id": {}},
    "data-scientist", "baker", "../../etc/passwd", "\x00", "é", "crumb-1", "book-2", "1e5",
)  # fmt: skip
"""Values of every other kind, and names that stand elsewhere."""

TEXTS = (
    "\x1b]0;x\x07", "\x1b]52;c;Zm9v\x07", "\x9b2J", "\x1b[31mred\x1b[0m", "\x1bc", "[/bold]",
    "[link=x]y", "\u202eabc", "\u200b", "| a |", "y" * 4000, "\x00", "a\r\nb", "\u2028", "\x7f",
    "\ufeff", "日本語" * 20, "👩‍💻", "=1+1", "\ud800", "\x08\x08",
)  # fmt: skip
"""Texts that a terminal, or a program, may act on."""

BYTES = (
    b"NaN", b"Infinity", b"-", b"\\ud800", b"\\u0000", b"\\u001b[2J", b"\xff", b"\xef\xbb\xbf",
    b"[" * 5000, b'{"a":' * 5000, b"1e999", b"9" * 5000, b"\x00", b'"', b"{}", b"//", b",", b";",
    b"\r", b"\n", b"\x1b", b"\xc2\x9b", b"\xed\xa0\x80",
)  # fmt: skip
"""Bytes that do not belong where they are put."""

TEXT_KEYS = frozenset({"text", "title", "says", "name", "why", "basis", "note", "short_title"})


def spoil(data: bytes, chance: random.Random) -> bytes:
    """Return ``data`` with a fault or a few, of bytes or of what they mean as JSON."""
    faults = chance.choice((spoil_bytes, _spoil_json, _spoil_json))
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        data = faults(data, chance)
    return data


def spoil_bytes(data: bytes, chance: random.Random) -> bytes:
    """Return ``data`` with a fault in its bytes, whatever it is."""
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    match chance.randrange(7):
        case 0:  # flip some bits
            spoilt = bytearray(data or b"x")
            for _ in range(chance.choice((1, 1, 8))):
                spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
            data = bytes(spoilt)
        case 1:  # cut
            data = data[:start]
        case 2:  # leave a piece out
            data = data[:start] + data[end:]
        case 3:  # repeat a piece, at most one kilobyte of it
            data = data[:end] + data[start : min(end, start + 1024)] + data[end:]
        case 4:  # put something odd in
            data = data[:start] + chance.choice(BYTES) + data[start:]
        case 5:  # exchange two halves
            data = data[start:] + data[:start]
        case _:  # replace a few bytes
            data = data[:start] + chance.randbytes(chance.randint(1, 8)) + data[start + 4 :]
    return data


def _spoil_json(data: bytes, chance: random.Random) -> bytes:
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return spoil_bytes(data, chance)
    places = list(_places(document))
    if not places:
        return spoil_bytes(data, chance)
    _change(document, places, chance)
    if chance.random() < 1 / 12:  # keys that stand twice
        twice = json.dumps(document).replace("{", '{"id": "twice", ', chance.randint(1, 5))
        return twice.encode()
    return json.dumps(document, ensure_ascii=chance.random() < 1 / 2).encode(errors="replace")


def _change(document: Any, places: list[tuple[Any, Any]], chance: random.Random) -> None:  # noqa: ANN401
    """Change one value of a JSON document that has these places."""
    texts = [(container, key) for container, key in places if key in TEXT_KEYS]
    numbers = [
        (container, key) for container, key in places if type(container[key]) in {int, float}
    ]
    lists = [(container, key) for container, key in places if isinstance(container[key], list)]
    container, key = chance.choice(places)
    match chance.randrange(11):
        case 0:
            del container[key]
        case 1 if isinstance(container, dict):
            container[f"{key}s"] = container.pop(key)
        case 1:
            container.append(container[key])
        case 2:
            container[key] = [container[key]]
        case 3:
            other, place = chance.choice(places)
            container[key] = copy.deepcopy(other[place])
        case 4 | 5 if texts:
            container, key = chance.choice(texts)
            container[key] = chance.choice(TEXTS) + chance.choice(("", "word"))
        case 6 | 7 | 8 if numbers:
            container, key = chance.choice(numbers)
            container[key] = number(container[key], chance)
        case 9 if lists and document:
            container, key = chance.choice(lists)
            container[key] = container[key] * chance.choice((2, 2, 3, 40))
        case _:
            container[key] = chance.choice(ODD)


def number(value: float, chance: random.Random) -> Any:  # noqa: ANN401
    """Return another number, near ``value`` or far from it."""
    match chance.randrange(5):
        case 0:
            return value + chance.choice((-1, 1))
        case 1:
            return -value
        case 2:
            return value * chance.choice((0, 2, 10, 1000, 10**9))
        case _:
            return chance.choice(NUMBERS)


def _places(document: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401
    """Yield every container in a JSON document with each key or index in it."""
    pending = [document]
    while pending:
        container = pending.pop()
        if isinstance(container, dict | list):
            keys = list(container) if isinstance(container, dict) else range(len(container))
            yield from ((container, key) for key in keys)
            pending += [container[key] for key in keys]
