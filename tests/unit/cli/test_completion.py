"""What TAB offers, through the protocol that the shell speaks."""

import json
from pathlib import Path

import pytest

from mlroles.cli.app import COMMANDS
from mlroles.results import RESULTS
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.sections import SECTIONS
from mlroles.schemas import FILES
from tests.bakehouse import whole_bakery
from tests.catalogues import bakery, write
from tests.pay import bakery_pay
from tests.running import run, spawn


def bash(line: str, environment: dict[str, str] | None = None) -> list[str]:
    """Return what bash is offered for the last word of ``line``."""
    words = line.split(" ")
    ran = run(
        environment={
            **(environment or {}),
            "_MLROLES_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        }
    )
    assert (ran.code, ran.err) == (0, "")
    return ran.out.split()


def zsh(line: str, environment: dict[str, str] | None = None) -> str:
    """Return what zsh is given to evaluate."""
    settings = {"_MLROLES_COMPLETE": "complete_zsh", "_TYPER_COMPLETE_ARGS": line}
    ran = run(environment={**(environment or {}), **settings})
    assert (ran.code, ran.err) == (0, "")
    return ran.out


def test_commands_are_offered() -> None:
    """TAB after the program's name offers the commands, and narrows them down."""
    assert bash("mlroles s") == ["show", "skills", "score", "sources"]
    assert len(bash("mlroles ")) == len(COMMANDS)
    assert bash("mlroles data ") == ["path", "schema", "age", "check"]


@pytest.mark.parametrize("command", ["show", "compare", "skills", "responsibilities", "pay"])
def test_roles_are_offered(command: str, shipped: Catalogue) -> None:
    """Wherever a role stands, the ids of the roles are offered."""
    assert bash(f"mlroles {command} ") == [role.id for role in shipped.roles]
    assert bash(f"mlroles {command} ml-r") == ["ml-researcher"]


def test_further_roles_are_offered() -> None:
    """A second role is offered like the first."""
    assert bash("mlroles compare data-scientist ml-") == ["ml-engineer", "ml-researcher"]


def test_values_of_options_are_offered(shipped: Catalogue) -> None:
    """Aspects, sections, categories, stages, claims and schemas are offered where they belong."""
    file = shipped.file
    assert bash("mlroles compare --aspect ") == [each.id for each in file.aspects]
    assert bash("mlroles compare --aspect math") == ["mathematics"]
    assert bash("mlroles show mle --section ") == list(SECTIONS)
    assert bash("mlroles show mle --section s") == ["summary", "skills", "sources"]
    assert bash("mlroles skills --category ") == [each.id for each in file.categories]
    stages = [each.id for each in file.stages]
    assert bash("mlroles responsibilities --stage ") == [*stages, "outside"]
    assert bash("mlroles responsibilities --stage o") == ["outside"]
    assert bash("mlroles pay --country u") == ["ua", "us"]
    adverts = ["entry", "mid", "senior", "executive", "all"]
    assert bash("mlroles pay --experience ") == [
        *adverts, "trainee", "associate", "lead", "principal", "head",
    ]  # fmt: skip
    assert bash("mlroles pay --level jun") == ["junior"]
    ladder = ["trainee", "associate", "mid", "senior", "lead", "principal", "head"]
    assert bash("mlroles show mle --level ") == ladder
    assert bash("mlroles show mle --level st") == ["standard", "staff"]
    assert bash("mlroles pay --year ") == ["2021", "2022", "2023", "2024", "2025", "all"]
    assert bash("mlroles pay --by ") == [
        "title",
        "experience",
        "country",
        "year",
        "industry",
        "state",
    ]
    assert bash("mlroles sources dev-1") == [
        claim.id for claim in shipped.sources.claims if claim.id.startswith("dev-1")
    ]
    assert bash("mlroles data schema ") == [*FILES, *RESULTS]
    assert bash("mlroles data schema rol") == ["roles.json"]
    assert bash("mlroles list --format ") == ["terminal", "json", "markdown", "html"]


@pytest.mark.parametrize(
    "line", ["mlroles --data {} show ", "mlroles show --data {} ", "mlroles compare --data {} "]
)
def test_roles_of_another_catalogue_are_offered(line: str, bakery_directory: Path) -> None:
    """--data counts for TAB too, wherever it stands."""
    assert bash(line.format(bakery_directory)) == ["baker", "bread-seller"]


def test_levels_without_frameworks(tmp_path: Path) -> None:
    """Where a catalogue has no frameworks, TAB offers the levels of its adverts alone."""
    data = {"MLROLES_DATA": str(write(tmp_path, {**bakery(), "pay.json": bakery_pay()}))}
    assert bash("mlroles pay --level ", data) == ["new", "old", "all"]
    assert bash("mlroles show baker --level ", data) == []


@pytest.mark.parametrize("option", ["--country", "--experience", "--year"])
def test_nothing_is_offered_without_pay_data(option: str, bakery_directory: Path) -> None:
    """Where a catalogue has no pay data, TAB offers no country, level or year."""
    assert bash(f"mlroles pay --data {bakery_directory} {option} ") == []


def test_catalogue_of_the_environment_is_offered(bakery_directory: Path) -> None:
    """MLROLES_DATA counts for TAB too."""
    environment = {"MLROLES_DATA": str(bakery_directory)}
    assert bash("mlroles show ", environment) == ["baker", "bread-seller"]
    assert bash("mlroles compare --aspect ", environment) == ["rising", "heat", "pay"]


BROKEN = {
    "nothing": None,
    "empty": b"",
    "no JSON": b"{",
    "other shape": b"[]",
    "no list": b'{"roles": 7}',
    "no object": b'{"roles": ["a"]}',
    "no id": b'{"roles": [{"title": "A"}]}',
    "id of another kind": b'{"roles": [{"id": 7, "title": "A"}]}',
    "title of another kind": b'{"roles": [{"id": "a", "title": 7}]}',
    "not UTF-8": b'{"roles": "\xff"}',
    "too deep": b"[" * 100_000,
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_data_are_met_with_silence(name: str, tmp_path: Path) -> None:
    """Whatever is wrong with the data, TAB offers nothing and says nothing."""
    data = BROKEN[name]
    if data is not None:
        (tmp_path / "roles.json").write_bytes(data)
    assert bash("mlroles show ", {"MLROLES_DATA": str(tmp_path)}) == []


HARM = '\x1b[31mred\n`id` $(id) \\$(id) [bold]x[/] [/nothing] "quoted"'


def test_shell_is_offered_nothing_that_acts(tmp_path: Path) -> None:
    """Titles lose what a shell or Typer's markup acts on, and what is no id is not offered."""
    roles = [
        {"id": "sound", "title": HARM},
        {"id": "$(id)", "title": "x"},
        {"id": "a b", "title": "x"},
        {"id": "\x1b[31m", "title": "x"},
    ]
    (tmp_path / "roles.json").write_text(json.dumps({"roles": roles}))
    environment = {"MLROLES_DATA": str(tmp_path)}
    assert bash("mlroles show ", environment) == ["sound"]
    told = zsh("mlroles show ", environment)
    assert "sound" in told
    assert "bold" in told
    assert not set("\x1b`$\\[]") & set(told.removeprefix("_arguments '*: :(("))


def test_other_shells_are_told_what_a_role_is() -> None:
    """Where the shell shows it, the title stands beside the id."""
    assert '"ml-engineer":"Machine Learning Engineer"' in zsh("mlroles show ml-e")


def test_real_bash_completes() -> None:
    """The protocol works in a process of its own, as bash starts it."""
    line = "mlroles show ml-"
    ran = spawn(
        environment={
            "_MLROLES_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": "2",
        }
    )
    assert (ran.returncode, ran.stdout.split()) == (0, [b"ml-engineer", b"ml-researcher"])


def test_script_for_the_shell_is_printed() -> None:
    """The script that is installed asks by the protocol that is tested here."""
    told = run(environment={"_MLROLES_COMPLETE": "source_bash"}).out
    assert "COMP_WORDS=" in told
    assert "_MLROLES_COMPLETE=complete_bash" in told
    assert "\ncomplete " in told


def test_answers_of_who_hires_are_offered(tmp_path: Path) -> None:
    """The answers to a question that is asked are offered; to one that is not, none."""
    folder = write(tmp_path / "bakery", whole_bakery())
    assert bash(f"mlroles hire --data {folder} --goal b") == ["bread"]
    assert bash(f"mlroles hire --data {folder} --buy ") == []
    assert bash("mlroles hire --production ") == ["none", "stuck", "few", "many"]
