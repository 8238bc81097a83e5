"""TAB completes what the program accepts, and reads a foreign folder with care."""

import json
import os
from pathlib import Path

import pytest

from mlroles.cli import completion
from mlroles.results import RESULTS
from mlroles.schemas import FILES
from tests.running import output, run, spawn
from tests.unit.cli.test_completion import HARM, bash, zsh


def fish(line: str, environment: dict[str, str] | None = None) -> str:
    """Return what fish is offered, each word with its description."""
    settings = {
        "_MLROLES_COMPLETE": "complete_fish",
        "_TYPER_COMPLETE_ARGS": line,
        "_TYPER_COMPLETE_FISH_ACTION": "get-args",
    }
    ran = run(environment={**(environment or {}), **settings})
    assert (ran.code, ran.err) == (0, "")
    return ran.out


@pytest.mark.uncounted
@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("show eng", ["engineer"]),
        ("show ML", ["ML-engineer", "ML-researcher"]),
        ("show comp", ["computer-vision-engineer", "computer-vision-specialist"]),
        ("show deci", ["decision-scientist"]),
        ("pay --country ger", ["germany"]),
        ("pay --country uk", ["uk", "ukraine"]),
        ("pay --experience Sen", ["Senior"]),
        ("compare --aspect MATH", ["MATHematics"]),
        ("show mle --section SK", ["SKills"]),
        ("sources dispute-4", ["dispute-4"]),
        ("sources qwak-6", ["qwak-6", *(f"qwak-6{place}" for place in range(10))]),
    ],
)
def test_what_the_program_accepts_completes(line: str, words: list[str]) -> None:
    """Where no id begins so, a title, an alias or a word of one does, in the case typed."""
    offered = bash(f"mlroles {line}")
    assert [word for word in offered if word in words] == words
    command, last = line.rsplit(" ", 1)
    if command != "sources":
        assert all(run(*command.split(), word).code == 0 for word in offered), last


def test_ids_come_before_names() -> None:
    """Where an id begins as typed, names do not crowd it."""
    assert bash("mlroles pay --country u") == ["ua", "us"]
    assert "united-states" in bash("mlroles pay --country uni")


def test_role_of_its_own_name_comes_before_an_alias(tmp_path: Path) -> None:
    """A word that is one role's own and another's alias is told as the first one's."""
    roles = [
        {"id": "a", "title": "A", "aliases": [{"name": "Cook"}, {"name": "Cook, 2nd!"}]},
        {"id": "b", "title": "Cook"},
    ]
    (tmp_path / "roles.json").write_text(json.dumps({"roles": roles}))
    assert fish("mlroles show c", {"MLROLES_DATA": str(tmp_path)}).strip() == "cook\tCook"


def test_fish_is_given_a_dollar_sign_as_it_stands(tmp_path: Path) -> None:
    """A description keeps its dollar sign where no shell evaluates it."""
    (tmp_path / "roles.json").write_text(json.dumps({"roles": [{"id": "a", "title": HARM}]}))
    environment = {"MLROLES_DATA": str(tmp_path)}
    assert "$(id)" in fish("mlroles show ", environment)
    assert "$" not in zsh("mlroles show ", environment)


def test_schemas_are_those_that_are_published() -> None:
    """TAB offers the schemas' names without loading the shapes behind them."""
    assert bash("mlroles data schema ") == [*FILES, *RESULTS]


@pytest.mark.parametrize("kind", ["pipe", "device", "folder", "too long"])
def test_what_is_no_sound_file_is_met_with_silence(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pipe does not hang TAB, a device without an end does not fill the memory."""
    path = tmp_path / "roles.json"
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "device":
            path.symlink_to("/dev/zero")
        case "folder":
            path.mkdir()
        case _:
            path.write_text(json.dumps({"roles": [{"id": "a", "title": "A"}]}))
            monkeypatch.setattr(completion, "LIMIT", 10)
    assert bash("mlroles show ", {"MLROLES_DATA": str(tmp_path)}) == []


@pytest.mark.parametrize("line", ["mlroles list --data ", "mlroles data check "])
def test_folders_alone_complete_a_folder(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where a folder is wanted no file is offered, nor what a shell would have to quote."""
    for name in ("one", "two/inner", ".hidden", "a b"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "file").touch()
    monkeypatch.chdir(tmp_path)
    assert bash(line) == ["one/", "two/"]
    assert bash(f"{line}two/") == ["two/inner/"]
    assert bash(f"{line}.") == [".hidden/"]
    assert bash(f"{line}nowhere/x") == []


def test_completing_a_schema_loads_no_shape() -> None:
    """Completing a schema's name waits for none of the shapes."""
    settings = {
        "_MLROLES_COMPLETE": "complete_bash",
        "COMP_WORDS": "mlroles data schema ",
        "COMP_CWORD": "3",
        "PYTHONVERBOSE": "1",
    }
    ran = spawn(environment=settings)
    assert b"roles.json" in ran.stdout
    assert b"import 'mlroles.roles" not in ran.stderr
    assert output("data", "schema", "error")


def test_nothing_is_offered_after_a_command_that_is_none() -> None:
    """After a command that does not exist, TAB has no command's words to offer."""
    assert set(bash("mlroles nonsense s")) <= {"show", "skills", "score", "sources"}
