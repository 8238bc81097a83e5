"""Options that every command shares, before it or after it, and the environment behind them."""

import json
from pathlib import Path

import pytest

from tests.catalogues import bakery, write
from tests.running import output, run

COMMANDS = (
    ("list",),
    ("compare",),
    ("skills",),
    ("responsibilities",),
    ("lifecycle",),
    ("sources",),
)


@pytest.mark.uncounted
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@pytest.mark.parametrize(
    "options", [("--json",), ("--format", "markdown"), ("--plain",), ("--format", "terminal")]
)
def test_option_before_a_command_holds_for_it(
    command: tuple[str, ...], options: tuple[str, ...]
) -> None:
    """An option may stand before the command or after it."""
    assert output(*options, *command) == output(*command, *options)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_data_may_stand_before_after_or_in_the_environment(
    command: tuple[str, ...], bakery_directory: Path
) -> None:
    """--data before the command, after it, and MLROLES_DATA serve the same catalogue."""
    data = str(bakery_directory)
    told = output(*command, "--data", data)
    assert told != output(*command)
    assert output("--data", data, *command) == told
    # What stands in the environment need not be repeated in the commands that a screen suggests.
    (before, *_), (own, *_) = (
        each.split("\nNext:")
        for each in (told, output(*command, environment={"MLROLES_DATA": data}))
    )
    assert own == before


def test_option_wins_over_the_environment(bakery_directory: Path, tmp_path: Path) -> None:
    """--data wins over MLROLES_DATA, and after the command wins over before it."""
    nowhere = str(tmp_path / "nowhere")
    environment = {"MLROLES_DATA": nowhere}
    assert "Baker" in output("--data", str(bakery_directory), "list", environment=environment)
    assert "Baker" in output("--data", nowhere, "list", "--data", str(bakery_directory))
    assert run("list", environment=environment).code == 1


@pytest.mark.parametrize("value", ["1", "yes", "true"])
def test_plain_may_be_asked_for_by_the_environment(value: str) -> None:
    """MLROLES_PLAIN asks for linear text as --plain does."""
    told = output("compare", "--plain").replace("mlroles --plain ", "mlroles ")
    assert output("compare", environment={"MLROLES_PLAIN": value}) == told


@pytest.mark.parametrize("value", ["", "0"])
def test_plain_may_be_switched_off_in_the_environment(value: str) -> None:
    """An empty MLROLES_PLAIN, or 0, asks for nothing."""
    assert output("compare", environment={"MLROLES_PLAIN": value}) == output("compare")


def test_plain_does_not_change_other_formats() -> None:
    """JSON and Markdown are the same with --plain, save that commands in them repeat it."""
    assert output("list", "--plain", "--json") == output("list", "--json")
    told = output("list", "--plain", "--format", "markdown")
    assert told.replace("mlroles --plain ", "mlroles ") == output("list", "--format", "markdown")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--json", "--format", "markdown", "list"),
        ("--json", "list", "--format", "markdown"),
        ("--format", "terminal", "list", "--json"),
        ("--json", "--format", "markdown"),
    ],
)
def test_contradiction_is_wrong_use(arguments: tuple[str, ...]) -> None:
    """--json with another --format is refused, wherever the two stand."""
    ran = run(*arguments)
    assert ran.code == 2
    assert json.loads(ran.out)["error"]["code"] == "usage"
    assert "--json contradicts --format" in json.loads(ran.out)["error"]["message"]


def test_json_twice_is_no_contradiction() -> None:
    """--json and --format json say the same."""
    assert output("list", "--json", "--format", "json") == output("list", "--json")


def test_options_before_data_commands_reach_them(bakery_directory: Path) -> None:
    """The commands below ``data`` take the shared options too."""
    data = str(bakery_directory)
    assert output("--data", data, "data", "path") == f"{data}\n"
    assert output("--data", data, "data", "check") == output("data", "check", data)
    assert '"mlroles/check"' in output("--json", "data", "check", data)
    assert output("--json", "data", "schema", "roles.json") == output(
        "data", "schema", "roles.json"
    )


def test_home_serves_another_catalogue(bakery_directory: Path) -> None:
    """Without a command, the options hold for the first screen."""
    told = output("--data", str(bakery_directory))
    assert told.startswith("Work in a bakery\n")
    assert output("--data", str(bakery_directory), "--json").startswith('{\n  "schema"')


@pytest.mark.parametrize(
    "command",
    [
        "",
        "list",
        "show",
        "compare",
        "skills",
        "responsibilities",
        "lifecycle",
        "sources",
        "data path",
        "data schema",
        "data check",
    ],
)
@pytest.mark.parametrize("option", ["--help", "-h"])
def test_help_ends_with_examples(command: str, option: str) -> None:
    """Every help page ends with examples that begin with the program's name."""
    told = output(*command.split(), option)
    _, _, examples = told.partition("Examples:\n")
    lines = examples.strip().splitlines()
    assert lines
    assert all("mlroles" in line for line in lines)


def test_group_has_help() -> None:
    """``mlroles data`` alone names its commands."""
    ran = run("data", "--help")
    assert all(name in ran.out for name in ("path", "schema", "check"))


@pytest.mark.uncounted
@pytest.mark.parametrize(
    "line",
    [
        line.strip()
        for command in ("", "list", "show", "compare", "skills", "responsibilities", "lifecycle",
                        "pay", "sources", "data path", "data schema")
        for line in run(*command.split(), "--help").out.partition("Examples:\n")[2].splitlines()
        if line.strip().startswith("mlroles") and "quiz" not in line
    ],
)  # fmt: skip
def test_examples_of_the_help_work(line: str) -> None:
    """Each example of a help page runs."""
    import shlex

    assert output(*shlex.split(line)[1:])


def test_writing_a_catalogue_anew_is_seen(tmp_path: Path) -> None:
    """Nothing is kept from one run to the next."""
    files = bakery()
    before = output("--data", str(write(tmp_path, files)), "list")
    files["roles.json"]["title"] = "Work elsewhere"
    assert output("--data", str(write(tmp_path, files)), "list") != before
