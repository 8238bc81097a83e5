"""What is completed without Typer is what Typer would complete."""

from unittest import mock

import pytest

from mlroles.cli import tab
from mlroles.cli.app import COMMANDS
from tests.running import run, spawn


def shells(words: str) -> list[dict[str, str]]:
    """Return what each shell puts into the environment after ``words``."""
    line = f"mlroles {words}"
    bash = {"COMP_WORDS": line, "COMP_CWORD": str(line.count(" "))}
    others = {"_TYPER_COMPLETE_ARGS": line}
    return [
        {"_MLROLES_COMPLETE": "complete_bash", **bash},
        {"_MLROLES_COMPLETE": "complete_zsh", **others},
        *(
            {"_MLROLES_COMPLETE": "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": action, **others}
            for action in ("get-args", "is-args")
        ),
    ]


WIDE = 10_000
"""Columns in which Typer breaks no meaning of a word into lines."""

ENDS = ("", "ML-", "comp", "d ml", "zzz", "s")


@pytest.mark.uncounted
@pytest.mark.parametrize("command", COMMANDS)
def test_typer_would_say_the_same(command: str) -> None:
    """Each command completes in each shell without Typer as it would with Typer."""
    for end in ENDS:
        for environment in shells(f"{command} {end}"):
            fast = run(environment=environment, columns=WIDE)
            with mock.patch.object(tab, "NAMES", {}):
                assert tab.offered(environment) is None
                assert run(environment=environment, columns=WIDE) == fast, environment


@pytest.mark.parametrize("command", tab.NAMES)
def test_names_are_completed_without_typer(command: str) -> None:
    """The first name of each command that takes names is completed without Typer, the second too.

    The second only where there may be two.
    """
    for environment in shells(f"{command} m"):
        assert tab.offered(environment)
    for environment in shells(f"{command} ml-engineer m"):
        assert bool(tab.offered(environment)) == tab.NAMES[command][1]


@pytest.mark.parametrize(
    "words",
    ["", "s", "nonsense m", "show -", "show --section s", "pay --year=2", "list m", "show 'm"],
)
def test_other_lines_are_left_to_typer(words: str) -> None:
    """A line with an option, without a command, or with an open quotation mark is Typer's."""
    assert [tab.offered(environment) for environment in shells(words)] == [None] * 4


@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"_MLROLES_COMPLETE": "complete_pwsh", "_TYPER_COMPLETE_ARGS": "mlroles show m"},
        {"_MLROLES_COMPLETE": "source_bash"},
        {"_MLROLES_COMPLETE": "complete_bash"},
        {"_MLROLES_COMPLETE": "complete_bash", "COMP_WORDS": "mlroles show", "COMP_CWORD": "x"},
    ],
)
def test_other_shells_are_left_to_typer(environment: dict[str, str]) -> None:
    """What speaks another protocol, or half of one, is left to Typer."""
    assert tab.offered(environment) is None


def test_typer_is_not_loaded() -> None:
    """TAB waits neither for Typer nor for Pydantic where a name is completed."""
    environment = {**shells("show ml-")[0], "PYTHONVERBOSE": "1"}
    ran = spawn(environment=environment)
    assert ran.stdout.split() == [b"ml-engineer", b"ml-researcher"]
    assert not {b"import 'typer'", b"import 'pydantic'"} & {
        line.split(b" #")[0] for line in ran.stderr.splitlines()
    }
