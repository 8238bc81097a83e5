"""The lines of a framework."""

from pathlib import Path

import pytest

from mlroles.parts import PLAN
from mlroles.plan import plan
from mlroles.plan.official import Lines, lines_at, official_lines
from mlroles.roles.catalogue import Catalogue

LINES = {"baking": {2: ("bake",), 3: ("bake well",)}}


def test_the_nearest_step_speaks() -> None:
    """The step itself speaks, else the nearest below, else the lowest that there is."""
    assert lines_at(LINES, "baking", 3) == ("bake well",)
    assert lines_at(LINES, "baking", 4) == ("bake well",)
    assert lines_at(LINES, "baking", 2) == ("bake",)
    assert lines_at(LINES, "baking", 1) == ("bake",)


def test_no_skill_no_line() -> None:
    """Where the framework has no such skill, or none is named, nothing is said."""
    assert lines_at(LINES, "milling", 2) == ()
    assert lines_at(LINES, None, 2) == ()


def test_lines_of_the_shipped_framework(shipped: Catalogue) -> None:
    """What is quoted is what the framework says at that step."""
    lines = official_lines(shipped.directory, "uk")
    assert lines["data-visualisation"][1]
    assert set(lines["testing"]) == {1, 2}


def test_no_framework_no_lines(shipped: Catalogue, tmp_path: Path) -> None:
    """No framework, one that the file does not have, and no file: nothing is said."""
    assert official_lines(shipped.directory, None) == {}
    assert official_lines(shipped.directory, "atlantis") == {}
    assert official_lines(tmp_path, "uk") == {}


def test_lines_are_read_once_for_many_plans(
    shipped: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What plans are made from looks at the framework's lines once, and finds them all."""
    read: list[str | None] = []

    def reading(directory: Path, framework: str | None) -> Lines:
        read.append(framework)
        return official_lines(directory, framework)

    monkeypatch.setattr(plan, "official_lines", reading)
    facts = plan.Facts(shipped, PLAN.load(shipped), None)
    assert facts.official is facts.official
    assert facts.official == official_lines(shipped.directory, facts.file.framework)
    assert len(read) == 1
