"""Reading a data file: bytes in, a validated frozen value out, every problem with its place."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from pydantic import BaseModel, ValidationError

from mlroles.datafile.files import read_limited, reason
from mlroles.datafile.strictjson import JsonError, decode, loads, repeated_keys
from mlroles.datafile.wording import expected
from mlroles.errors import DataError, Problem
from mlroles.text import counted

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

M = TypeVar("M", bound=BaseModel)

SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes; far above any catalogue, so that a wrong path cannot fill the memory."""


def read_file(path: Path, model: type[M]) -> M:
    """Return the file as ``model``; raises DataError with every problem in it."""
    return parse(_read(path), path.name, model)


def read_part(path: Path, model: type[M]) -> M:
    """Return of the file what ``model`` names, quickly; raises DataError where that is wrong.

    For a screen that quotes a little of a large file: keys that stand twice go unseen.
    """
    try:
        text = decode(_read(path))
    except JsonError as error:
        raise data_error((Problem(path.name, "", error.message, error.expected),)) from None
    return _validated(text, path.name, model)


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
    try:
        text = decode(data)
        repeated = tuple(repeated_keys(loads(text)))
    except JsonError as error:
        raise data_error((Problem(name, "", error.message, error.expected),)) from None
    if repeated:
        twice = "the key stands here more than once"
        raise data_error(
            tuple(Problem(name, json_path(place), twice, "keep one of them") for place in repeated)
        )
    return _validated(text, name, model)


def _validated(text: str, name: str, model: type[M]) -> M:
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        raise data_error(tuple(_problem(name, each) for each in error.errors())) from None


def data_error(problems: tuple[Problem, ...]) -> DataError:
    """Return the error that these problems make."""
    count = counted(len(problems), "problem")
    hint = "Correct the file; 'mlroles data check DIR' lists everything that is wrong."
    return DataError(f"The catalogue cannot be used: {count}.", hint, problems)


def json_path(location: tuple[int | str, ...]) -> str:
    """Return a place in a file as a JSON path such as ``$.roles[0].title``."""
    return "$" + "".join(_steps(location))


def _steps(location: tuple[int | str, ...]) -> Iterator[str]:
    for step in location:
        yield f"[{step}]" if isinstance(step, int) else f".{step}"


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
