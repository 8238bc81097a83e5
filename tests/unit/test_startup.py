"""What a run loads, which is most of what a run costs."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from mlroles import __version__
from mlroles.__main__ import main, run

HEAVY = {"pydantic", "rich", "prompt_toolkit", "platformdirs"}
MENUS = {"prompt_toolkit", "platformdirs", "mlroles.quiz"}
OTHER_SCREENS = {
    "mlroles.roles.compare",
    "mlroles.roles.lifecycle",
    "mlroles.roles.responsibilities",
    "mlroles.roles.sources",
    "mlroles.pay.check",
    "mlroles.pay.models",
    "mlroles.pay.summary",
}

EXAMPLE = Path(__file__).parents[2] / "docs" / "example-advert.txt"

FRAME = {
    "mlroles.__main__",
    "mlroles.console",
    "mlroles.errors",
    "mlroles.parts",
    "mlroles.program",
    "mlroles.results",
    "mlroles.signals",
    "mlroles.suggest",
    "mlroles.text",
}
"""What every run loads, whatever it does."""

VERDICTS = {"mlroles.roles", "mlroles.roles.evidence"}
"""Where the words stand that ``mlroles evidence --verdict`` takes."""

RUN_AND_REPORT = """
import sys
from mlroles.__main__ import main
try:
    sys.exit(main(sys.argv[1:]))
finally:
    print(*sys.modules, file=sys.stderr)
"""


def loaded(*arguments: str, environment: dict[str, str] | None = None) -> set[str]:
    """Return the modules that a run has loaded when it ends; it must succeed."""
    done = subprocess.run(
        [sys.executable, "-c", RUN_AND_REPORT, *arguments],
        env={**os.environ, **(environment or {})},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert done.stdout
    return set(done.stderr.splitlines()[-1].split())


def own(modules: set[str]) -> set[str]:
    """Return the modules of mlroles, apart from the command line's."""
    return {
        each
        for each in modules
        if each.startswith("mlroles.") and not each.startswith("mlroles.cli")
    }


def test_version() -> None:
    """The version is printed without Pydantic, Rich, or anything of the catalogue."""
    modules = loaded("--version")
    assert not modules & HEAVY
    assert own(modules) <= FRAME


@pytest.mark.parametrize("arguments", [("--help",), ("compare", "--help"), ("quiz", "--help")])
def test_help(arguments: tuple[str, ...]) -> None:
    """A help page reads no catalogue, asks nothing and needs no Rich."""
    modules = loaded(*arguments)
    assert not modules & (HEAVY - {"pydantic"})
    assert own(modules) <= FRAME | VERDICTS


def completing(words: str) -> dict[str, str]:
    """Return what a shell puts into the environment on TAB after ``words``."""
    return {
        "_MLROLES_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }


def test_completion() -> None:
    """A role's name is completed from plain JSON: no model is loaded."""
    modules = loaded(environment=completing("mlroles show ml-"))
    assert not modules & (HEAVY - {"pydantic"})  # which Typer itself needs
    assert own(modules) <= FRAME | {
        "mlroles.locations",
        "mlroles.datafile",
        "mlroles.datafile.files",
    }


def test_show() -> None:
    """One role is shown without what other screens and the quiz need."""
    modules = loaded("show", "engineer")
    assert not modules & (MENUS | OTHER_SCREENS)
    assert not any(each.startswith(("mlroles.quiz", "mlroles.titles")) for each in modules)
    assert not modules & {"rich.markdown", "rich.table", "jsonschema", "numpy"}


def test_json() -> None:
    """A result in JSON needs neither Rich nor a screen's walker."""
    modules = loaded("compare", "--json")
    assert not modules & {"rich", "mlroles.render.terminal", "mlroles.render.markdown"}


def test_sheet() -> None:
    """Scoring an answer sheet loads nothing that asks."""
    modules = loaded("quiz", "questions")
    assert not modules & {"prompt_toolkit", "mlroles.quiz.prompts"}


@pytest.mark.parametrize(
    "arguments", [("hire", "--people", "5", "--have", "1 ds"), ("team", "--have", "2 ds, 1 mle")]
)
def test_who_hires(arguments: tuple[str, ...]) -> None:
    """Advice that is asked for with options loads nothing that asks, and reads no table."""
    modules = loaded(*arguments)
    assert not modules & (MENUS | {"mlroles.batch", "mlroles.titles"})


@pytest.mark.parametrize("command", ["read", "plan --advert"])
def test_one_advert(command: str) -> None:
    """One advert is read without the reading of tables, and without all there is on pay."""
    modules = loaded(*command.split(), str(EXAMPLE))
    assert not modules & {"mlroles.batch.adverts", "mlroles.batch.rows", "mlroles.pay.models"}
    assert not modules & {"prompt_toolkit", "numpy", "mlroles.documents.html"}
    assert ("mlroles.adverts.reading" in modules) is (command == "read")


@pytest.fixture
def collector() -> Iterator[None]:
    """Put the garbage collector back to work, whatever a test does to it."""
    yield
    gc.unfreeze()
    gc.enable()


@pytest.mark.usefixtures("collector")
def test_garbage_collector_rests(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process of its own does not look for garbage, neither while it runs nor when it ends."""
    monkeypatch.setattr("mlroles.program.main", lambda: 10 * gc.isenabled() + 3)
    assert run() == 3
    assert gc.get_freeze_count() > 0


def test_garbage_collector_of_a_caller(capsys: pytest.CaptureFixture[str]) -> None:
    """A caller's garbage collector is left alone."""
    frozen = gc.get_freeze_count()
    assert main(["--version"]) == 0
    assert gc.isenabled()
    assert gc.get_freeze_count() == frozen
    assert capsys.readouterr().out == f"mlroles {__version__}\n"
