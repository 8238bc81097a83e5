"""The lines of a framework."""

from pathlib import Path

from mlroles.plan.official import lines_at, official_lines
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
