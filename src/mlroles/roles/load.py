"""Reading catalogue files: bytes in, validated frozen values out, every problem named."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

from pydantic import BaseModel, ValidationError

from mlroles.errors import DataError, Problem
from mlroles.files import read_limited, reason
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.check import catalogue_problems
from mlroles.roles.models import RolesFile, SourcesFile

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

M = TypeVar("M", bound=BaseModel)

SIZE_LIMIT = 64 * 1024 * 1024
"""Bytes; far above any catalogue, so that a wrong path cannot fill the memory."""


def load_catalogue(directory: Path) -> Catalogue:
    """Return the catalogue in ``directory``; raises DataError where anything in it is wrong."""
    sources = read_file(directory / "sources.json", SourcesFile)
    roles = read_file(directory / "roles.json", RolesFile)
    catalogue = Catalogue(directory, sources, roles)
    if problems := catalogue_problems(catalogue):
        raise data_error(problems)
    return catalogue


def read_file(path: Path, model: type[M]) -> M:
    """Return the file as ``model``; raises DataError with every problem in it."""
    try:
        data = read_limited(path, SIZE_LIMIT)
    except OSError as error:
        problem = Problem(path.name, "", f"cannot be read: {reason(error)}")
        hint = "Check the folder that --data or MLROLES_DATA names."
        raise DataError(f"Cannot read {path.parent}.", hint, (problem,)) from None
    if data is None:
        raise data_error((Problem(path.name, "", f"holds more than {SIZE_LIMIT} bytes"),))
    return parse(data, path.name, model)


def parse(data: bytes, name: str, model: type[M]) -> M:
    """Return ``data`` as ``model``; raises DataError with every problem, each under ``name``."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise data_error(
            (Problem(name, "", f"byte {error.start} is not UTF-8", "save the file as UTF-8"),)
        ) from None
    if problem := structure_problem(text):
        raise data_error((Problem(name, *problem),))
    try:
        return model.model_validate_json(text)
    except ValidationError as error:
        raise data_error(tuple(_problem(name, each) for each in error.errors())) from None


def structure_problem(text: str) -> tuple[str, str, str] | None:
    """Return what is wrong with ``text`` as JSON (path, message, expected), or None.

    Stricter than JSON readers are: a key given twice and a number that is not one are wrong.
    """
    twice: list[str] = []

    def pairs(items: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(items)
        if len(found) < len(items):
            keys = [key for key, _ in items]
            twice.extend(key for key in found if keys.count(key) > 1)
        return found

    def constant(sign: str) -> NoReturn:
        raise ValueError(f"{sign} is not a number in JSON")

    try:
        json.loads(text, object_pairs_hook=pairs, parse_constant=constant)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}"
        return "", f"is not JSON: {error.msg} at {where}", ""
    except RecursionError:
        return "", "is nested too deeply", ""
    except ValueError as error:
        return "", f"is not JSON: {error}", ""
    if twice:
        return "", f"names the key {twice[0]!r} twice in one object", "keep one of them"
    return None


def data_error(problems: tuple[Problem, ...]) -> DataError:
    """Return the error that these problems make."""
    count = f"{len(problems)} problem{'s' if len(problems) > 1 else ''}"
    hint = "Mend the file; 'mlroles data check DIR' lists everything that is wrong."
    return DataError(f"The catalogue cannot be used: {count}.", hint, problems)


def json_path(location: tuple[int | str, ...]) -> str:
    """Return a place in a file as a JSON path such as ``$.roles[0].title``."""
    return "$" + "".join(_steps(location))


def _steps(location: tuple[int | str, ...]) -> Iterator[str]:
    for step in location:
        yield f"[{step}]" if isinstance(step, int) else f".{step}"


def _problem(name: str, error: "ErrorDetails") -> Problem:
    path = json_path(error["loc"])
    message = error["msg"][:1].lower() + error["msg"][1:]
    match error["type"]:
        case "missing":
            return Problem(name, path, "is missing", "add this key")
        case "extra_forbidden":
            return Problem(name, path, "is not a known key", "remove it, or mend its spelling")
        case "string_pattern_mismatch":
            return Problem(
                name, path, f"{_shown(error['input'])} is not of the right form", message
            )
        case "json_invalid":
            return Problem(name, "", message)
        case _:
            return Problem(name, path, f"{_shown(error['input'])} cannot stand here", message)


def _shown(value: object) -> str:
    longest = 60
    text = json.dumps(value, ensure_ascii=False, default=str)
    return text if len(text) <= longest else text[: longest - 1] + "…"
