"""``mlroles data``."""

import json
import shlex
from pathlib import Path

import pytest

from mlroles.datafile.format import formatted
from mlroles.locations import data_directory
from mlroles.results import RESULTS
from mlroles.schemas import FILES, schema
from tests.running import output, run


def test_path_says_where_the_data_lie() -> None:
    """Without a wish, the shipped data are in use."""
    assert output("data", "path") == f"{data_directory()}\n"


def test_path_is_absolute(bakery_directory: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder given as it is seen from here is told as it is seen from anywhere."""
    monkeypatch.chdir(bakery_directory.parent)
    assert output("data", "path", "--data", "bakery") == f"{bakery_directory}\n"
    environment = {"MLROLES_DATA": "bakery"}
    assert output("data", "path", environment=environment) == f"{bakery_directory}\n"


def test_path_steers_no_terminal() -> None:
    """A folder's name is written without control sequences."""
    assert output("data", "path", "--data", "/x\x1b[31my") == "/xy\n"


def test_schema_prints_all_files_or_one() -> None:
    """Without a name every file's schema is printed, with a name that one."""
    assert json.loads(output("data", "schema")) == {name: schema(name) for name in FILES}
    for name in (*FILES, *RESULTS):
        assert json.loads(output("data", "schema", name)) == schema(name)


def test_check_takes_a_folder_or_the_catalogue_in_use(bakery_directory: Path) -> None:
    """The folder to check is the argument's, else that of the catalogue in use."""
    assert str(bakery_directory) in output("data", "check", str(bakery_directory)).replace("\n", "")
    data = ("--data", str(bakery_directory))
    assert output("data", "check", *data) == output("data", "check", str(bakery_directory))


@pytest.mark.parametrize("options", [(), ("--plain",), ("--format", "markdown"), ("--json",)])
def test_check_lists_every_problem_and_exits_1(
    options: tuple[str, ...], bakery_directory: Path
) -> None:
    """Problems are the result of a check: on stdout, all of them, with exit code 1."""
    (bakery_directory / "roles.json").write_text('{"shoes": 1, "schema_version": 2}')
    (bakery_directory / "sources.json").unlink()
    ran = run("data", "check", str(bakery_directory), *options)
    assert (ran.code, ran.err) == (1, "")
    told = " ".join(ran.out.split())
    for words in ("sources.json", "no such file", "shoes", "not a known key", "roles"):
        assert words in told
    if options == ("--json",):
        assert len(ran.result["problems"]) == 6
    else:
        assert "6 problems" in told


def test_single_problem_is_counted_as_one(bakery_directory: Path) -> None:
    """One problem is not called problems."""
    (bakery_directory / "sources.json").write_text("")
    assert run("data", "check", str(bakery_directory)).out.startswith("1 problem\n")


def test_other_commands_tell_the_first_problems(bakery_directory: Path) -> None:
    """A command that cannot use a catalogue tells the first few problems, and where the rest is."""
    document = json.loads((bakery_directory / "roles.json").read_text())
    for number in range(9):
        document[f"shoes{number}"] = number
    (bakery_directory / "roles.json").write_text(json.dumps(document))
    ran = run("--data", str(bakery_directory), "list")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith("Error: The catalogue cannot be used: 9 problems.\n")
    assert ran.err.count("is not a known key") == 5
    assert "  and 4 more\n" in ran.err
    assert f"listed by: mlroles data check {bakery_directory}\n" in ran.err


@pytest.mark.parametrize("name", ["my bakery", "it's", "-x", "$(id)"])
def test_the_command_for_the_rest_runs_as_printed(
    name: str, bakery_directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command that is named for the rest is about the folder in use, as a shell takes it."""
    bakery_directory.rename(bakery_directory.with_name(name))
    monkeypatch.chdir(bakery_directory.parent)
    (Path(name) / "roles.json").write_text("{}")
    ran = run(f"--data={name}", "list")
    assert ran.code == 1
    typed = shlex.split(ran.err.partition("listed by: ")[2].splitlines()[0])
    assert typed[:3] == ["mlroles", "data", "check"]
    assert "roles.json" in run(*typed[1:]).out


def test_fix_lays_out_the_files_that_people_edit(bakery_directory: Path) -> None:
    """With --fix the files that people edit get the one layout, and no other file changes."""
    roles, other = bakery_directory / "roles.json", bakery_directory / "notes.json"
    other.write_text("[ ]")
    run("data", "check", str(bakery_directory), "--fix")
    roles.write_text(json.dumps(json.loads(roles.read_bytes())))
    ran = run("data", "check", str(bakery_directory), "--fix")
    assert (ran.code, ran.err) == (0, "Laid out anew: roles.json.\n")
    assert roles.read_text() == formatted(json.loads(roles.read_bytes()))
    assert other.read_text() == "[ ]"
    assert run("data", "check", str(bakery_directory), "--fix").err == (
        "Laid out anew: nothing, all was well.\n"
    )
