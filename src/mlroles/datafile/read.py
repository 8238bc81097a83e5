"""Reading a data file: bytes in, a validated frozen value out, every problem with its place."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pydantic import BaseModel, ValidationError

from mlroles.datafile.files import read_limited, reason
from mlroles.datafile.strictjson import JsonError, decode, loads, repeated_keys
from mlroles.datafile.wording import expected
from mlroles.errors import DataError, Problem
from mlroles.text import counted, quoted

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

M = TypeVar("M", bound=BaseModel)

SIZE_LIMIT = 16 * 1024 * 1024
"""Bytes; far above any catalogue, so that a wrong path cannot fill the memory."""

MOST_VALUES = 250_000
"""Values in one file; each takes memory of its own, however few letters it has."""

MOST_PROBLEMS = 1000
"""Problems of one file that are told; the others are counted."""

LONGEST_KEY = 60
"""Letters of a key that a place shows."""


def read_file(path: Path, model: type[M]) -> M:
    """Return the file as ``model``; raises DataError with every problem in it."""
    return parse(_read(path), path.name, model)


def read_part(path: Path, model: type[M]) -> M:
    """Return of the file what ``model`` names, quickly; raises DataError where that is wrong.

    For a screen that quotes a little of a large file: keys that stand twice go unseen.
    """
    return _validated(_text(_read(path), path.name), path.name, model)


def _read(path: Path) -> bytes:
    try:
        data = read_limited(path, SIZE_LIMIT)
    except OSError as error:
        problem = Problem(path.name, "", f"cannot be read: {reason(error)}")
        hint = "Check the folder that --data or MLROLES_DATA names."
        raise DataError(f"Cannot read {path.parent}.", hint, (problem,)) from None
    if data is None:
        raise data_error((Problem(path.name, "", f"holds more than {SIZE_LIMIT} bytes"),))
    return data


def parse(data: bytes, name: str, model: type[M]) -> M:
    """Return ``data`` as ``model``; raises DataError with every problem, each under ``name``."""
    text = _text(data, name)
    try:
        repeated = repeated_keys(loads(text))
        first = next(repeated, None)
    except JsonError as error:
        raise data_error((Problem(name, "", error.message, error.expected),)) from None
    if first is not None:
        twice = "the key stands here more than once"
        raise data_error(
            Problem(name, json_path(place), twice, "keep one of them")
            for place in chain([first], repeated)
        )
    return _validated(text, name, model)


def _text(data: bytes, name: str) -> str:
    """Return the file's text; raises DataError where it is none, or stands for too much."""
    # Every value but the first follows a comma or opens a list or an object.
    if data.count(b",") + data.count(b"[") + data.count(b"{") >= MOST_VALUES:
        message = f"holds more than {MOST_VALUES:,} values"
        raise data_error((Problem(name, "", message, "divide the catalogue"),))
    try:
        return decode(data)
    except JsonError as error:
        raise data_error((Problem(name, "", error.message, error.expected),)) from None


def _validated(text: str, name: str, model: type[M]) -> M:
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        count = error.error_count()
        # As JSON and without the values, half a million errors fit the memory.
        told = error.json(include_url=False, include_input=False)
    try:
        tree = loads(text)
    except JsonError as error:  # read in part, a file is looked at here for the first time
        raise data_error((Problem(name, "", error.message, error.expected),)) from None
    found = [
        _problem(name, {**each, "input": _value_at(tree, each["loc"])})
        for each in islice(_objects(told), MOST_PROBLEMS)
    ]
    raise data_error(found, count)


def _objects(errors: str) -> "Iterator[ErrorDetails]":
    """Yield the objects of a JSON list one by one."""
    decoder = json.JSONDecoder()
    place = 1
    while place < len(errors) - 1:
        each, place = decoder.raw_decode(errors, place)
        yield each
        place += 1  # the comma


def _value_at(tree: Any, location: Iterable[int | str]) -> object:  # noqa: ANN401 - JSON
    """Return what stands at a place of a file; None where nothing does."""
    for step in location:
        try:
            tree = tree[step]
        except (LookupError, TypeError):
            return None
    return cast("object", tree)


def data_error(problems: Iterable[Problem], count: int | None = None) -> DataError:
    """Return the error that these problems make: the first of them, and how many there are.

    ``count`` is that number where ``problems`` are not all of them.
    """
    found = iter(problems)
    told = tuple(islice(found, MOST_PROBLEMS))
    whole = count or len(told) + sum(1 for _ in found)
    hint = "Correct the file; 'mlroles data check DIR' lists everything that is wrong."
    return DataError(
        f"The catalogue cannot be used: {counted(whole, 'problem')}.", hint, told, whole
    )


def refuse(problems: Iterable[Problem]) -> None:
    """Raise DataError where there is any problem."""
    found = iter(problems)
    if first := next(found, None):
        raise data_error(chain([first], found))


def json_path(location: tuple[int | str, ...]) -> str:
    """Return a place in a file as a JSON path such as ``$.roles[0].title``."""
    return "$" + "".join(_steps(location))


def _steps(location: tuple[int | str, ...]) -> Iterator[str]:
    for step in location:
        if isinstance(step, int):
            yield f"[{step}]"
        else:
            yield f".{step}" if len(step) <= LONGEST_KEY else f"[{quoted(step)}]"


def _problem(name: str, error: "ErrorDetails") -> Problem:
    path = json_path(error["loc"])
    match error["type"]:
        case "missing":
            return Problem(name, path, "is missing", "add this key")
        case "extra_forbidden":
            return Problem(name, path, "is not a known key", "remove it, or correct its spelling")
        case "string_pattern_mismatch":
            wrong = f"{_shown(error['input'])} is not of the right form"
            return Problem(name, path, wrong, expected(error))
        case "json_invalid":
            return Problem(
                name, "", f"is not JSON at {error['ctx']['error'].rpartition(' at ')[2]}"
            )
        case _:
            wrong = f"{_shown(error['input'])} cannot stand here"
            return Problem(name, path, wrong, expected(error))


def _shown(value: object) -> str:
    longest = 60
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= longest else text[: longest - 1] + "…"
