"""Running the program: in this process, or in one of its own where streams matter."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from typing import Any

import pytest

from mlroles.__main__ import main

TOLD = (
    " is taken for ",
    " is a job beside the roles: ",
    "Read as ",
    "Carried along: ",
    "No column ",
    " in [brackets], which only you can fill in.",
    "Skills: what ",
    "Pay: half of ",
    "Pay: too few ",
    "It is a draft: ",
    "Next: mlroles ",
)
"""What stands in a line that tells how a name or a table is read, or what a draft rests on."""


@dataclass(frozen=True)
class Ran:
    """What came of a run."""

    code: int
    out: str
    err: str

    @property
    def result(self) -> Any:
        """The result inside the JSON envelope on stdout."""
        return json.loads(self.out)["result"]


def run(*arguments: str, columns: int = 80, environment: dict[str, str] | None = None) -> Ran:
    """Run mlroles in this process, on streams that are no terminal."""
    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    settings = {"COLUMNS": str(columns), **(environment or {})}
    # mock.patch.dict would write the whole environment twice, as often as anything is run
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        for name, value in settings.items():
            patch.setenv(name, value)
        try:
            code = main(arguments)
        except SystemExit as leaving:  # so Typer ends when it has offered its completions
            code = leaving.code if isinstance(leaving.code, int) else 1
    return Ran(code, _text(out), _text(err))


def _text(stream: io.TextIOWrapper) -> str:
    stream.seek(0)
    return stream.read()


def output(*arguments: str, **settings: Any) -> str:
    """Run mlroles, which must succeed and complain of nothing; return what it wrote.

    For what a name was taken and how a table is read may be told.
    """
    ran = run(*arguments, **settings)
    assert (ran.code, untold(ran.err)) == (0, [])
    return ran.out


def untold(err: str) -> list[str]:
    """Return the lines on stderr that do not tell for what a name was taken."""
    return [line for line in err.splitlines() if not any(each in line for each in TOLD)]


def spawn(
    *arguments: str, after: str = "", environment: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run mlroles in a process of its own; ``after`` is what follows it on the command line."""
    command = [sys.executable, "-m", "mlroles", *arguments]
    settings = {**os.environ, **(environment or {})}
    if after:
        command = ["bash", "-c", f'"$@" {after}', "bash", *command]
    return subprocess.run(command, capture_output=True, env=settings, timeout=60, check=False)
