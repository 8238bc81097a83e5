"""Twice the catalogue is twice the work: no screen of the roles grows with the square of it."""

import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from mlroles.datafile.strictjson import loads, repeated_keys
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.check import catalogue_problems, uncited_problems
from mlroles.roles.compare import compare
from mlroles.roles.find import find_role, named_roles
from mlroles.roles.lifecycle import lifecycle
from mlroles.roles.load import load_catalogue
from mlroles.roles.profile import overview, profile
from mlroles.roles.responsibilities import responsibility_matrix
from mlroles.roles.skills import skill_matrix
from mlroles.roles.sources import look_up, sources_report
from mlroles.views import responsibilities, skills, sources

ROOT = Path(__file__).parents[3]

SIZES = (0.05, 0.1)
"""Of the large catalogue: 10 roles with 250 skills, and twice as many."""

MOST = 2.15
"""So many times the work may be of twice the catalogue; a square would be four times."""


def write(folder: Path, times: float) -> None:
    """Write the large catalogue, or so many times of it, as the benchmark does."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "benchmarks"))
        import_module("large").write(folder, times)


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return a catalogue, and one that is twice as large."""
    made = []
    for size in SIZES:
        made.append(tmp_path_factory.mktemp("large"))
        write(made[-1], size)
    return made


def steps(work: Callable[[], object]) -> int:
    """Return how many instructions of Python ``work`` takes."""
    count = 0

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        nonlocal count
        frame.f_trace_opcodes = True
        count += event == "opcode"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def growth(folders: list[Path], work: Callable[[Catalogue], object]) -> float:
    """Return how many times the work is of twice the catalogue, what it looks up included."""

    def taken(folder: Path) -> int:
        loaded = load_catalogue(folder)
        fresh = Catalogue(folder, loaded.sources, loaded.file)
        return steps(lambda: work(fresh))

    once, twice = map(taken, folders)
    return twice / once


WORK: dict[str, Callable[[Catalogue], object]] = {
    "overview": lambda each: overview(each, each.roles),
    "profile": lambda each: profile(each, each.roles[1]),
    "comparison": lambda each: compare(each, each.roles),
    "comparison of two": lambda each: compare(each, each.roles[:2]),
    "skills of two": lambda each: skill_matrix(each, each.roles[:2]),
    "skills by category": lambda each: skill_matrix(each, each.roles, categories=["category-1"]),
    "responsibilities": lambda each: responsibility_matrix(each, each.roles[:2]),
    "lifecycle": lambda each: lifecycle(each, each.roles[:2]),
    "sources": lambda each: sources.view(sources_report(each, claims=True, disputes=True), each),
    "uses of a claim": lambda each: look_up(each, "s-1-1"),
    "claims of a source": lambda each: look_up(each, "s-1"),
    "claims of a dispute": lambda each: look_up(each, "dispute-1"),
    "sources of everything": lambda each: [each.sources_of(one.claims) for one in each.citations],
    "disputes of everything": lambda each: [each.disputes_of(one.claims) for one in each.citations],
    "a role by its name": lambda each: find_role(each, "maker of bo"),
    "roles of a command": lambda each: named_roles(each, ["compare", "role-1", "--full"]),
    "check": lambda each: [*catalogue_problems(each), *uncited_problems(each)],
}


@pytest.mark.uncounted
@pytest.mark.parametrize("name", WORK)
def test_twice_the_catalogue_is_twice_the_work(name: str, folders: list[Path]) -> None:
    """What is looked up in a catalogue takes twice the steps where everything is twice as much."""
    assert growth(folders, WORK[name]) <= MOST


def test_keys_that_stand_twice_are_looked_for_in_twice_the_steps(folders: list[Path]) -> None:
    """Reading a file twice as long takes twice the steps."""
    trees = [loads((folder / "roles.json").read_text("utf-8")) for folder in folders]
    once, twice = (steps(lambda tree=tree: [*repeated_keys(tree)]) for tree in trees)  # type: ignore[misc]
    assert twice / once <= MOST


def blocks(catalogue: Catalogue) -> int:
    """Return how many cells the screens of all skills and responsibilities have."""
    skill = skills.view(skill_matrix(catalogue, catalogue.roles), catalogue)
    duty = responsibilities.view(responsibility_matrix(catalogue, catalogue.roles), catalogue)
    return sum(
        len(cell) if isinstance(cell, tuple) else 1
        for document in (skill, duty)
        for block in document.blocks
        for row in getattr(block, "rows", ())
        for cell in (row if isinstance(row, tuple) else ())
    )


def test_screen_of_many_roles_holds_what_is_known(tmp_path: Path) -> None:
    """Of many roles a screen has a line for what is known, and none for each empty cell."""
    write(tmp_path, 0.1)
    catalogue = load_catalogue(tmp_path)
    said = sum(len(role.skills) + len(role.responsibilities) for role in catalogue.roles)
    things = len(catalogue.file.skills) + len(catalogue.file.responsibilities)
    assert said < blocks(catalogue) <= said + 2 * things
    assert blocks(catalogue) < len(catalogue.roles) * things / 2
