"""JSON read strictly: UTF-8, no key twice in one object, no NaN, no endless nesting."""

import json
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

_HOLDS = (dict, list)


class JsonError(ValueError):
    """Bytes that are not strict JSON; ``expected`` says what would be right."""

    def __init__(self, message: str, expected: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.expected = expected


class JsonObject(dict[str, Any]):
    """A JSON object that remembers which of its keys stood there more than once."""

    repeated: tuple[str, ...] = ()  # of the class: hardly any object has a list of its own

    def __init__(self, pairs: list[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        if len(self) < len(pairs):
            seen: set[str] = set()
            twice = (key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]
            self.repeated = tuple(dict.fromkeys(twice))


def decode(data: bytes) -> str:
    """Return UTF-8 bytes as text, without a byte-order mark; raises JsonError."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise JsonError(f"byte {error.start} is not UTF-8", "save the file as UTF-8") from None


def loads(text: str, repeating: list[JsonObject] | None = None) -> object:
    """Return the value in ``text``, its objects as ``JsonObject``; raises JsonError.

    A key that stands twice is no error here: whoever knows what the text should be says where.
    ``repeating`` takes the objects with such keys; where it stays empty nobody needs to look.
    """
    found = [] if repeating is None else repeating

    def noted(pairs: list[tuple[str, Any]]) -> JsonObject:
        made = JsonObject(pairs)
        if made.repeated:
            found.append(made)
        return made

    hook = JsonObject if repeating is None else noted
    try:
        return json.loads(text, object_pairs_hook=hook, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise JsonError(f"not JSON at {place}") from None
    except RecursionError:
        raise JsonError("the JSON is nested too deeply", "a few levels") from None
    except ValueError:  # NaN and infinities, and numbers of thousands of digits
        raise JsonError("a number that cannot be read", "a plain number") from None


def values(text: str) -> Iterator[object]:
    """Yield the values that stand one after the other in ``text``; raises JsonError as ``loads``.

    Commas and line breaks between them are passed over.
    """
    decoder = json.JSONDecoder(object_pairs_hook=JsonObject, parse_constant=_refuse)
    place = 0
    while (place := _next(text, place)) < len(text):
        try:
            value, place = decoder.raw_decode(text, place)
        except json.JSONDecodeError as error:
            raise JsonError(f"not JSON at line {error.lineno}, column {error.colno}") from None
        except RecursionError:
            raise JsonError("the JSON is nested too deeply", "a few levels") from None
        except ValueError:
            raise JsonError("a number that cannot be read", "a plain number") from None
        yield value


def _next(text: str, place: int) -> int:
    """Return the place from ``place`` on at which something stands."""
    while place < len(text) and (text[place].isspace() or text[place] == ","):
        place += 1
    return place


def repeated_keys(
    value: object, location: tuple[int | str, ...] = ()
) -> Iterator[tuple[int | str, ...]]:
    """Yield where in ``value`` (as ``loads`` returns it) a key stood more than once."""
    pending = [(location, value)]
    while pending:
        place, found = pending.pop()
        if isinstance(found, JsonObject):
            yield from ((*place, key) for key in found.repeated)
            steps: Iterable[tuple[int | str, object]] = found.items()
        else:
            steps = enumerate(found) if isinstance(found, list) else ()
        # Most values hold nothing, and a place for each of them would take most of the time.
        pending += [((*place, step), each) for step, each in steps if isinstance(each, _HOLDS)]


def _refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is not JSON")
