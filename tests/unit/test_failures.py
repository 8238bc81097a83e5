"""With --json a failure is JSON too: for every kind, in the published shape."""

import json
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest

from mlroles.errors import Code
from mlroles.roles import load
from mlroles.schemas import schema
from tests.running import Ran, run


def failure(ran: Ran) -> dict[str, Any]:
    """Return the failure on stdout, which must fit its schema and repeat stderr's sentence."""
    document = json.loads(ran.out)
    jsonschema.validate(document, schema("error"))
    error: dict[str, Any] = document["error"]
    assert ran.err.startswith(f"Error: {error['message']}\n")
    return error


@pytest.mark.parametrize(
    ("line", "exit_code", "code"),
    [
        ("show nobody --json", 2, "unknown-name"),
        ("--json show nobody", 2, "unknown-name"),
        ("show nobody --format json", 2, "unknown-name"),
        ("show --format=json nobody", 2, "unknown-name"),
        ("show --json", 2, "usage"),
        ("list --json --nonsense", 2, "usage"),
        ("list --json --format markdown", 2, "usage"),
        ("comprae --json", 2, "unknown-name"),
        ("list --json --data /nowhere", 1, "data"),
        ("quiz --json --answers /nowhere", 1, "sheet"),
        ("quiz --json --save /nowhere/at/all", 1, "could-not"),
    ],
)
def test_failure_is_json_too(line: str, exit_code: int, code: str) -> None:
    """The envelope stands on stdout with a stable code; stderr and the exit code are as ever."""
    ran = run(*line.split())
    assert ran.code == exit_code
    error = failure(ran)
    assert error["code"] == code
    assert code in get_args(Code)


def test_mistake_of_our_own_is_json_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """An exception that nobody foresaw has the code internal."""
    monkeypatch.setattr(load, "load_catalogue", lambda *_: 1 / 0)
    ran = run("list", "--json")
    assert ran.code == 1
    assert failure(ran)["code"] == "internal"


def test_problems_stand_each_for_itself(tmp_path: Path) -> None:
    """Every problem is there with its file and place, not only the few that a person is told."""
    (tmp_path / "sources.json").write_text("{}")
    (tmp_path / "roles.json").write_text("{}")
    problems = failure(run("list", "--json", "--data", str(tmp_path)))["problems"]
    assert [each["path"] for each in problems] == ["$.schema_version", "$.sources", "$.claims"]
    assert {each["file"] for each in problems} == {"sources.json"}


@pytest.mark.parametrize("line", ["show nobody", "show -- nobody --json", "show --json=1 x"])
def test_without_json_stdout_stays_empty(line: str) -> None:
    """Where no JSON is asked for, a failure is told on stderr alone."""
    ran = run(*line.split())
    assert (ran.code, ran.out) == (2, "")
