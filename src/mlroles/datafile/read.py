"""Reading a data file: bytes in, a validated frozen value out, every problem with its place."""

import json
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from pydantic import BaseModel, ValidationError

from mlroles.datafile.files import read_limited, reason
from mlroles.datafile.strictjson import JsonError, JsonObject, decode, loads, repeated_keys
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
    return parse(contents(path), path, model)


def read_part(path: Path, model: type[M]) -> M:
    """Return of the file what ``model`` names, quickly; raises DataError where that is wrong.

    For a screen that quotes a little of a large file: keys that stand twice go unseen.
    """
    return _validated(_text(contents(path), path), path, model)


def contents(path: Path) -> bytes:
    """Return what the file holds; raises DataError where it cannot be read or is too large."""
    try:
        data = read_limited(path, SIZE_LIMIT)
    except OSError as error:
        problem = Problem(path.name, "", f"cannot be read: {reason(error)}")
        hint = "Check the folder that --data or MLROLES_DATA names."
        raise DataError(f"Cannot read {path.parent}.", hint, (problem,)) from None
    if data is None:
        problem = Problem(path.name, "", f"holds more than {SIZE_LIMIT} bytes")
        raise data_error(path.parent, (problem,))
    return data


def parse(data: bytes, path: Path, model: type[M]) -> M:
    """Return ``data``, what the file holds, as ``model``; raises DataError with every problem."""
    text = _text(data, path)
    _tree(text, path)
    return _validated(text, path, model)


def strict(data: bytes, path: Path) -> object:
    """Return the JSON value in ``data``; raises DataError as ``parse`` does, without a model."""
    return _tree(_text(data, path), path)


def _tree(text: str, path: Path) -> object:
    """Return the JSON value; raises DataError where it is none, or has keys that stand twice."""
    repeating: list[JsonObject] = []
    try:
        tree = loads(text, repeating)
    except JsonError as error:
        raise _no_json(path, error) from None
    repeated = repeated_keys(tree if repeating else None)
    if first := next(repeated, None):
        twice = "the key stands here more than once"
        problems = (
            Problem(path.name, json_path(place), twice, "keep one of them")
            for place in chain([first], repeated)
        )
        raise data_error(path.parent, problems)
    return tree


def _no_json(path: Path, error: JsonError) -> DataError:
    return data_error(path.parent, (Problem(path.name, "", error.message, error.expected),))


def _text(data: bytes, path: Path) -> str:
    """Return the file's text; raises DataError where it is none, or stands for too much."""
    # Every value but the first follows a comma or opens a list or an object.
    if data.count(b",") + data.count(b"[") + data.count(b"{") >= MOST_VALUES:
        message = f"holds more than {MOST_VALUES:,} values"
        problem = Problem(path.name, "", message, "divide the catalogue")
        raise data_error(path.parent, (problem,))
    try:
        return decode(data)
    except JsonError as error:
        raise _no_json(path, error) from None


def _validated(text: str, path: Path, model: type[M]) -> M:
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        count = error.error_count()
        # As JSON and without the values, half a million errors fit the memory.
        told = error.json(include_url=False, include_input=False)
    try:
        tree = loads(text)
    except JsonError as error:  # read in part, a file is looked at here for the first time
        raise _no_json(path, error) from None
    found = [
        _problem(path.name, {**each, "input": _value_at(tree, each["loc"])})
        for each in islice(_objects(told), MOST_PROBLEMS)
    ]
    raise data_error(path.parent, found, count)


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


def data_error(directory: Path, problems: Iterable[Problem], count: int | None = None) -> DataError:
    """Return the error that the problems of the catalogue in ``directory`` make.

    It holds the first of them and how many there are; ``count`` is that number where ``problems``
    are not all of them.
    """
    from shlex import join

    found = iter(problems)
    told = tuple(islice(found, MOST_PROBLEMS))
    whole = count or len(told) + sum(1 for _ in found)
    folder = str(directory)
    words = ("mlroles", "data", "check", f"./{folder}" if folder.startswith("-") else folder)
    return DataError(
        f"The catalogue cannot be used: {counted(whole, 'problem')}.",
        f"Correct the file; everything that is wrong is listed by: {join(words)}",
        told,
        whole,
    )


def refuse(directory: Path, problems: Iterable[Problem]) -> None:
    """Raise DataError where there is any problem of the catalogue in ``directory``."""
    found = iter(problems)
    if first := next(found, None):
        raise data_error(directory, chain([first], found))


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
