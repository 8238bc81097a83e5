"""The documentation says what the program does."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from mlroles import __version__, schemas
from mlroles.cli.app import COMMANDS
from mlroles.quiz.sheets import SCHEMA, VERSION
from tests.running import output

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / name for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md")]
PAGES += sorted((ROOT / "docs").glob("*.md"))


def read(name: str) -> str:
    """Return a file of the checkout."""
    return (ROOT / name).read_text("utf-8")


def test_quoted_output() -> None:
    """What the pages quote, the command reference and the pictures are what the program writes."""
    done = subprocess.run(
        [sys.executable, "-m", "builders.docs", "--check"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links(page: Path) -> None:
    """Every relative link and picture of a page leads to a file."""
    targets = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_a_place(command: str) -> None:
    """Every command has a sentence and examples on its help page, and a place in the reference."""
    page = output(command, "--help")
    assert f"## `mlroles {command}`" in read("docs/commands.md")
    assert re.search(r"\n  [A-Z][^\n]+", page)
    if command != "data":
        assert f"Examples:\n    mlroles {command}" in page


def properties(schema: Any) -> set[str]:
    """Return the name of every property anywhere in a JSON Schema."""
    if isinstance(schema, list):
        return set().union(*map(properties, schema))
    if not isinstance(schema, dict):
        return set()
    own = schema["properties"] if isinstance(schema.get("properties"), dict) else {}
    return set(own).union(*map(properties, schema.values()))


@pytest.mark.parametrize("file", schemas.FILES)
def test_every_key_is_described(file: str) -> None:
    """Every key of every catalogue file is described in docs/data.md, and the file has a part."""
    page = read("docs/data.md")
    part = re.search(rf"^## `{re.escape(file)}`\n(.*?)(?=^## |\Z)", page, re.DOTALL | re.MULTILINE)
    assert part
    described = set(re.findall(r"^\| `(\w+)`", part[1], re.MULTILINE))
    assert described == properties(schemas.schema(file))


def test_sheet_is_described() -> None:
    """The answer sheet that docs/data.md quotes is one that the quiz accepts and writes."""
    page = read("docs/data.md")
    sheet = json.loads(read("docs/example-answers.json"))
    assert (sheet["schema"], sheet["version"]) == (SCHEMA, VERSION)
    assert all(f"`{key}`" in page for key in sheet)
    assert "lean" in output("quiz", "--answers", str(ROOT / "docs/example-answers.json"))


def test_environment_is_described() -> None:
    """The README names every variable that the program reads."""
    read_ones = set()
    for path in (ROOT / "src").rglob("*.py"):
        found = re.findall(r'environ(?:\.get\(|\[)"(\w+)"', path.read_text("utf-8"))
        read_ones |= set(found) - {"TERM"}
    described = set(re.findall(r"^\| `([A-Z_]+)` \|", read("README.md"), re.MULTILINE))
    assert described == read_ones


def test_changelog_names_the_version() -> None:
    """The changelog has a part for this version."""
    assert f"## [{__version__}]" in read("CHANGELOG.md")


def test_two_commands_to_set_up() -> None:
    """The README gives one command to try the program and one to test it."""
    blocks = re.findall(r"<!-- (\w+) -->\n```bash\n(.+)\n```", read("README.md"))
    assert [name for name, _ in blocks] == ["try", "test"]
    assert blocks[0][1].endswith("mlroles compare")
    assert blocks[1][1].endswith("-m pytest")
