"""What every test shares: an environment without preferences, the catalogues, what is measured."""

import gc
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import pytest
import typer.main
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

import mlroles
from mlroles import parts
from mlroles.cli import app
from mlroles.datafile import read as reading
from mlroles.locations import data_directory
from mlroles.parts import Part, neighbours, quoted, title_reader
from mlroles.roles import load
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.check import catalogue_problems
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

LONGEST_BYTES = 60
"""Bytes that stand in the name of a test, at most."""

WHOLE = 100
"""Per cent of lines and branches."""

FIELDS = {each.name for each in fields(Catalogue)} - {"directory"}
"""What makes the catalogue of a folder another one."""

MOST_KEPT = 100
"""Values of files; as many as several catalogues have."""

settings.register_profile("suite", deadline=None, max_examples=50)
settings.load_profile("suite")  # how long a test takes is for benchmarks/ to say


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--update-golden``, which writes the expected screens anew."""
    parser.addoption("--update-golden", action="store_true", help="write tests/golden anew")


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Name a test of a whole file by the file's argument: thousands of bytes are no name."""
    return argname if isinstance(val, bytes) and len(val) > LONGEST_BYTES else None


class Together(LoadScopeScheduling):  # type: ignore[misc]  # it has no types
    """Hands tests to workers one by one, and those of a file in TOGETHER to one worker at once."""

    def _split_scope(self, nodeid: str) -> str:
        file = nodeid.partition("::")[0]
        return file if file in TOGETHER else nodeid


def pytest_xdist_auto_num_workers() -> int:
    """Take one worker more than there are cores: a third of the time a test waits for a process."""
    return (os.cpu_count() or 1) + 1


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


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests in whole folders from which no coverage is counted."""
    for item in items:
        if _is_uncounted(item.nodeid):
            item.add_marker("uncounted")


def _is_uncounted(place: str) -> bool:
    """Say whether a test, or what is shared by tests, stands in a folder that does not count."""
    return not UNCOUNTED.isdisjoint(place.split("/")[1:2])


@contextmanager
def _counting(config: pytest.Config) -> Iterator[None]:
    """Measure what is done meanwhile, where anything is measured at all."""
    plugin = config.pluginmanager.getplugin("_cov")
    controller = plugin and plugin.cov_controller
    if not controller or controller.started:
        yield
        return
    controller.cov.start()
    controller.started = True
    try:
        yield
    finally:
        controller.started = False
        controller.cov.stop()


@contextmanager
def _not_counting() -> Iterator[None]:
    """Measure no coverage in processes that are started meanwhile."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)
        yield


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> Iterator[None]:
    """Count coverage only from tests that are written for what they pass through.

    Random examples, walks over hundreds of screens and processes pass through every line again and
    again, and being measured takes half of their time. What only they reach is not covered. Beside
    the folders in UNCOUNTED, what walks in this way marks itself as ``uncounted``. Between tests
    nothing is measured either: half of the time of a small test would be pytest's own.
    """
    counts = not pyfuncitem.get_closest_marker("uncounted")
    with _counting(pyfuncitem.config) if counts else _not_counting():
        return (yield)


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_fixture_setup(
    fixturedef: pytest.FixtureDef[Any], request: pytest.FixtureRequest
) -> Iterator[None]:
    """Count what tests share, whichever of them asks for it first."""
    counts = fixturedef.baseid and not _is_uncounted(fixturedef.baseid)  # pytest's own have none
    with _counting(request.config) if counts else _not_counting():
        return (yield)


@pytest.hookimpl(wrapper=True)
def pytest_collection(session: pytest.Session) -> Iterator[None]:
    """Import all of mlroles while coverage counts; then count nothing but what is told to count.

    What a test imports first would be lost, and to import the tests would take twice as long.
    """
    plugin = session.config.pluginmanager.getplugin("_cov")
    leads = session.config.getoption("numprocesses") and not hasattr(session.config, "workerinput")
    if plugin and plugin.cov_controller and not leads:
        for module in walk_packages(mlroles.__path__, "mlroles."):
            import_module(module.name)
        plugin.cov_controller.pause()
    return (yield)


def pytest_collection_finish() -> None:
    """Leave the tests and what they import out of every search for garbage: it stays."""
    gc.collect()
    gc.freeze()


@pytest.hookimpl(trylast=True)
def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Name the lines that no test reaches, where there are any: to look for them takes long."""
    plugin = config.pluginmanager.getplugin("_cov")
    if plugin and plugin.cov_total is not None and plugin.cov_total < WHOLE:
        plugin.cov_controller.cov.report(file=terminalreporter, ignore_errors=True)


@pytest.fixture(scope="session", autouse=True)
def read_once() -> Iterator[None]:
    """Make a value of the same text once: values are frozen, and most tests read the same files.

    Text that is refused is read again each time, and told with its own place.
    """
    with pytest.MonkeyPatch.context() as patch:
        for name in ("_tree", "_validated"):
            patch.setattr(reading, name, _remembering(getattr(reading, name)))
        yield


@pytest.fixture(scope="session", autouse=True)
def checked_once() -> Iterator[None]:
    """Check the catalogue that comes along once, and make once what it says on other screens.

    Most tests use it, and no test changes it. One with other values, or in another folder, is
    checked each time.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(load, "catalogue_problems", _of_shipped(catalogue_problems))
        patch.setattr(Part, "problems", _of_shipped(Part.problems))
        patch.setattr(Part, "quoted", _of_shipped(Part.quoted))
        for name in ("advert_tools", "mention_finder", "titles"):
            patch.setattr(parts, name, _of_shipped(getattr(parts, name)))
        yield


def _of_shipped(find: Callable[..., Any]) -> Callable[..., Any]:
    """Return what remembers what ``find`` says of the catalogue that comes along."""
    kept: dict[tuple[int, ...], tuple[object, Any]] = {}
    shipped = data_directory().resolve()

    def remembered(*given: Any) -> Any:
        catalogue = given[-1]
        if catalogue.directory.resolve() != shipped:
            return find(*given)
        own = (value for name, value in vars(catalogue).items() if name in FIELDS)
        values = (*given[:-1], *own)
        key = tuple(map(id, values))
        if key not in kept:
            found = find(*given)
            kept[key] = (values, tuple(found) if isinstance(found, Iterator) else found)
        return kept[key][1]

    return remembered


@pytest.fixture(scope="session", autouse=True)
def built_once() -> Iterator[None]:
    """Build each command from its signature once: it is the same for every line that is typed."""
    with pytest.MonkeyPatch.context() as patch:
        once = cache(typer.main.get_command)
        patch.setattr(typer.main, "get_command", once)
        patch.setattr(app, "build_command", once)
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
