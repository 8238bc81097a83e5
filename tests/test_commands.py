"""What the pages and the Makefile ask a person to type is there: every program, path and option.

Nothing is carried out that takes long or changes a file: pytest collects, all else shows its help.
"""

import functools
import re
import shlex
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.running import output

ROOT = Path(__file__).parents[1]
PAGES = ("README.md", "CONTRIBUTING.md", *(f"docs/{each.name}" for each in ROOT.glob("docs/*.md")))
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")
TARGETS = re.findall(r"^([a-z]+):", MAKEFILE, re.MULTILINE)
pytestmark = pytest.mark.uncounted  # asks many programs for help

HARMLESS = {"cd", "git", "grep", "rm", "source", "touch"}
"""Programs that every machine has, and of which only the paths are looked at."""


def commands(page: str) -> Iterator[str]:
    """Yield the command lines in the shell blocks of a page."""
    for block in re.findall(r"```bash\n(.*?)```", (ROOT / page).read_text("utf-8"), re.DOTALL):
        yield from filter(None, block.splitlines())


def parts(line: str) -> Iterator[list[str]]:
    """Yield each command of a line, as words without comments and redirections."""
    words: list[str] = []
    for word in [*shlex.split(line, comments=True), "&&"]:
        if word in {"&&", "|", ">"}:
            if words:
                yield words
            words = []
        else:
            words.append(word)


def asked(words: list[str]) -> tuple[str, list[str]]:
    """Return the program, the module or the script that is run, and its arguments."""
    program, *arguments = words
    name = Path(program).name
    if name not in {"python", "python3", "py"}:
        return name, arguments
    if arguments[0] == "-m":
        arguments = arguments[1:]
    return arguments[0], arguments[1:]


@functools.cache
def help_page(*command: str) -> str:
    """Return what a program writes when it is asked for help, which must succeed."""
    done = subprocess.run(
        [*command, "--help"], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    missing = re.search(r"No module named '(\w+)", done.stderr)
    if missing and missing[1] not in {"benchmarks", "builders", "mlroles"}:
        pytest.skip(f"{missing[1]} is not installed: pip install -e '.[build]'")
    assert done.returncode == 0, done.stderr
    return done.stdout


def has_options(program: str, arguments: list[str]) -> None:
    """Fail where the help page of a program does not name one of the options."""
    installed = Path(sys.executable).parent / program
    if program.endswith(".py"):
        page = help_page(sys.executable, program)
    elif installed.exists():
        page = help_page(str(installed), *arguments[: int(program == "ruff")])
    else:
        page = help_page(sys.executable, "-m", program)
    names(page, arguments)


def names(page: str, arguments: list[str]) -> None:
    """Fail where a help page does not name an option that is among the arguments."""
    for word in arguments:
        if word.startswith("--"):
            assert word.partition("=")[0] in page


def collects(arguments: list[str]) -> None:
    """Fail where pytest finds no test for these arguments.

    Whether whole folders can be collected is seen by who runs this. They are collected here only
    where tests are chosen from them; else their options are tried on one file.
    """
    options = [each for each in arguments if each not in {"-x", "--ff", "--no-cov", "-n0"}]
    if "-k" in options:
        return collect(*options)
    paths = [each for each in options if (ROOT / each).exists()]
    assert all(any((ROOT / each).rglob("test_*.py")) for each in paths)
    return collect(*(each for each in options if each not in paths), "tests/test_checks.py")


@functools.cache
def collect(*arguments: str) -> None:
    """Let pytest look for tests without running them; fail where it finds none."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n0", "--no-cov", "--collect-only", "-q", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-500:] + done.stderr


def installs(arguments: list[str]) -> None:
    """Fail where pip is asked for an extra that is not declared."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    for extras in re.findall(r"\[(.+?)\]", " ".join(arguments)):
        assert set(extras.split(",")) <= set(project["optional-dependencies"])


def makes(arguments: list[str]) -> None:
    """Fail where the Makefile has no such target."""
    assert {word for word in arguments if "=" not in word} <= set(TARGETS)


def mlroles(arguments: list[str]) -> None:
    """Fail where mlroles knows no such command or option."""
    grouped = arguments[0] in {"data", "quiz"} and arguments[1:] and arguments[1][0] != "-"
    depth = 2 if grouped else 1
    names(output(*arguments[:depth], "--help"), arguments)


CHECKS: dict[str, Callable[[list[str]], None]] = {
    "make": makes,
    "mlroles": mlroles,
    "pip": installs,
    "pytest": collects,
    "uv": installs,
}
"""How the arguments of a program are checked, where its help page is not enough."""


def check(words: list[str]) -> None:
    """Fail where a command names a program, a path or an option that is not there."""
    program, arguments = asked(words)
    for word in [program, *arguments]:
        if "/" in word and not word.startswith((".venv", "VENV=")):
            assert (ROOT / word).exists(), f"{word} is not there"
    if program in CHECKS:
        CHECKS[program](arguments)
    elif program not in HARMLESS:
        has_options(program, arguments)


@pytest.mark.parametrize(
    ("page", "line"), [(page, each) for page in PAGES for each in commands(page)]
)
def test_a_page_asks_for_what_is_there(page: str, line: str) -> None:  # noqa: ARG001 - names the test
    """Every command line of a page names programs, paths and options that there are."""
    for words in parts(line):
        check(words)


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
@pytest.mark.parametrize("target", sorted(set(TARGETS) - {"help"}))
def test_a_target_runs_what_is_there(target: str) -> None:
    """Every target of the Makefile names programs, paths and options that there are."""
    done = subprocess.run(
        ["make", "-n", "--always-make", target],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    for line in done.stdout.splitlines():
        for words in parts(line):
            check(words)


@pytest.mark.skipif(not shutil.which("make"), reason="make is not installed")
def test_make_lists_its_targets() -> None:
    """Without a target, make says what each is for."""
    done = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert [line.split()[0] for line in done.stdout.splitlines()] == TARGETS
