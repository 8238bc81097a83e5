"""What every test shares: an environment without preferences, the catalogues, what is measured."""

import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

import mlroles
from mlroles.datafile import read as reading
from mlroles.locations import data_directory
from mlroles.parts import neighbours, quoted, title_reader
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.load import load_catalogue
from tests.catalogues import bakery, write

UNCOUNTED = {"browser", "builders", "fuzz", "property", "terminal", "vectors", "wheel"}
"""Folders of tests from which no coverage is counted."""

TOGETHER = {
    "tests/browser/test_page.py",
    "tests/browser/test_seeing.py",
    "tests/test_commands.py",
    "tests/unit/cli/test_suggestions.py",
    "tests/wheel/test_wheel.py",
}
"""Files of tests that share what takes long to make, or what nothing else can run beside."""

MOST_KEPT = 100
"""Values of files; as many as several catalogues have."""

settings.register_profile("suite", deadline=None, max_examples=50)
settings.load_profile("suite")  # how long a test takes is for benchmarks/ to say


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-golden``, which writes the expected screens anew."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew")


class Together(LoadScopeScheduling):  # type: ignore[misc]  # it has no types
    """Hands tests to workers one by one, and those of a file in TOGETHER to one worker at once."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return file if file in TOGETHER else nodeid


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Together:
    """Return what hands out tests; xdist's own groups are lost on pytest 9.2 (xdist 3.8)."""
    return Together(config, log)


def pytest_xdist_setupnodes() -> None:
    """Do not measure a worker as a child of this process, beside what measures its tests."""
    os.environ.pop("COVERAGE_PROCESS_CONFIG", None)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Leave one measuring in each worker: below it another would go on while a test pauses it.

    Told by pyproject.toml that there are workers, pytest-cov begins in each what is meant for who
    leads them, and does not end it.
    """
    plugin = session.config.pluginmanager.getplugin("_cov")
    if hasattr(session.config, "workerinput") and plugin and plugin.cov_controller:
        plugin.cov_controller.pause()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Count coverage only from tests that are written for what they pass through.

    Random examples, walks over hundreds of screens and processes pass through every line again and
    again, and being measured takes half of their time. What only they reach is not covered. Beside
    the folders in UNCOUNTED, a module that walks in this way marks itself as ``uncounted``.
    """
    here = Path(__file__).parent
    for item in items:
        if item.path.relative_to(here).parts[0] in UNCOUNTED:
            item.add_marker("uncounted")
        if item.get_closest_marker("uncounted") and not config.getoption("no_cov"):
            item.add_marker("no_cover")  # pytest-cov's own fails where it measures nothing


@pytest.fixture(autouse=True)
def no_measured_children(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Measure no coverage in the processes of a test from which none is counted."""
    if request.node.get_closest_marker("uncounted"):
        monkeypatch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)


@pytest.fixture(scope="session", autouse=True)
def every_module() -> None:
    """Import all of mlroles while coverage counts: what an uncounted test imports first is lost."""
    for module in walk_packages(mlroles.__path__, "mlroles."):
        if not module.name.endswith("__main__"):
            import_module(module.name)


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """Make a value of the same text once: values are frozen, and most tests read the same files.

    Text that is refused is read again each time, and told with its own place.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name in ("_tree", "_validated"):
            patch.setattr(reading, name, _remembering(getattr(reading, name)))
        yield


def _remembering(read: Callable[..., object]) -> Callable[..., object]:
    kept: dict[tuple[Any, ...], object] = {}

    def remembered(text: str, path: Path, *model: type) -> object:
        if len(kept) > MOST_KEPT:
            kept.clear()
        key = (text, *model)
        if key not in kept:
            kept[key] = read(text, path, *model)
        return kept[key]

    return remembered


@pytest.fixture(autouse=True)
def no_preferences(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away every variable through which a person tells the program what they like."""
    for name in tuple(os.environ):
        if name.startswith(("MLROLES_", "_MLROLES_")) or name in {"NO_COLOR", "FORCE_COLOR"}:
            monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("PAGER", "cat")  # nobody sits before a test to leave another


@pytest.fixture(scope="session")
def shipped() -> Catalogue:
    """Return the catalogue that mlroles ships, with what its files measure."""
    return replace(
        load_catalogue(data_directory()),
        quote=quoted,
        read_neighbours=neighbours,
        title_reader=title_reader,
    )


@pytest.fixture
def bakery_directory(tmp_path: Path) -> Path:
    """Return a folder with the catalogue of a bakery, which a test may spoil."""
    return write(tmp_path / "bakery", bakery())
