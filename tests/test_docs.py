"""The documentation says what the program does."""

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from builders.docs import PICTURES
from mlroles import __version__, schemas
from mlroles.cli.app import COMMANDS
from mlroles.quiz.sheets import SCHEMA, VERSION
from tests.contrast import contrast
from tests.running import output

pytestmark = pytest.mark.uncounted  # runs what every page quotes

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


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_can_be_read(name: str) -> None:
    """Every text of a picture of a screen stands out from what it stands on."""
    picture = read(f"docs/pictures/{name}.svg")
    background = re.search(r'<rect fill="(#\w{6})"', picture)
    assert background
    colours = set(re.findall(r"\bfill: ?(#\w{6})", picture))
    colours |= set(re.findall(r'<text [^>]*fill="(#\w{6})"', picture))
    assert len(colours) > 1
    assert all(contrast(each, background[1]) >= 4.5 for each in colours)


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
    wanted = properties(schemas.schema(file))
    # An object that stands in two files has its table in the part of the first.
    assert described <= wanted <= set(re.findall(r"^\| `(\w+)`", page, re.MULTILINE))


def test_sheet_is_described() -> None:
    """The answer sheet that docs/data.md quotes is one that the quiz accepts and writes."""
    page = read("docs/data.md")
    sheet = json.loads(read("docs/example-answers.json"))
    assert (sheet["schema"], sheet["version"]) == (SCHEMA, VERSION)
    assert all(f"`{key}`" in page for key in sheet)
    assert "lean" in output("quiz", "--answers", str(ROOT / "docs/example-answers.json"))


def test_environment_is_described() -> None:
    """The reference names every variable that the program reads."""
    read_ones = set()
    for path in (ROOT / "src").rglob("*.py"):
        found = re.findall(r'environ(?:\.get\(|\[)"(\w+)"', path.read_text("utf-8"))
        read_ones |= set(found) - {"TERM", "_MLROLES_COMPLETE"}
    described = set(re.findall(r"^\| `([A-Z_]+)` \|", read("docs/reference.md"), re.MULTILINE))
    assert described == read_ones


def test_the_command_that_renews_screens_finds_them() -> None:
    """What ``make screens`` runs for new expected screens collects tests, a file each.

    It is not run: it would write them.
    """
    (typed,) = set(re.findall(r"-m (pytest .*--update-golden.*)", read("Makefile")))
    done = subprocess.run(
        [sys.executable, "-m", *shlex.split(typed), "--collect-only", "-q"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.count("::test_screen_is_as_reviewed[") == len(
        [*(ROOT / "tests/golden/screens").iterdir()]
    )


def test_changelog_names_the_version() -> None:
    """The changelog begins with what is unreleased, and has a dated part for this version."""
    parts = re.findall(r"^## (.+)$", read("CHANGELOG.md"), re.MULTILINE)
    assert parts[0] == "[Unreleased]"
    assert all(re.fullmatch(r"\[\d+\.\d+\.\d+\] - \d{4}-\d\d-\d\d", part) for part in parts[1:])
    assert any(part.startswith(f"[{__version__}] ") for part in parts)


def test_readme_is_short() -> None:
    """The README is a door: short, with quotations of at most ten lines, and four links."""
    page = read("README.md")
    assert len(page.splitlines()) <= 140
    quotations = re.findall(r"```console\n\$ .+\n(.*?)```", page, re.DOTALL)
    assert quotations
    assert max(len(quotation.splitlines()) for quotation in quotations) <= 10
    assert len(re.findall(r"(?<!!)\[[^]]+\]\(", page)) == 4


def test_every_page_is_listed() -> None:
    """The index of the documentation leads to every page."""
    index = read("docs/README.md")
    pages = {page.name for page in (ROOT / "docs").glob("*.md")} - {"README.md"}
    assert {page for page in pages if f"({page})" not in index} == set()


def test_two_commands_to_set_up() -> None:
    """The README gives one command to try the program and one to test it."""
    blocks = re.findall(r"<!-- (\w+) -->\n```bash\n(.+)\n```", read("README.md"))
    assert [name for name, _ in blocks] == ["try", "test"]
    assert blocks[0][1].endswith("mlroles compare")
    assert blocks[1][1].endswith("-m pytest")
