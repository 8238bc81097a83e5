"""A folder that only the person whose it is can look into."""

import os
import stat
from pathlib import Path

import pytest

from mlroles.quiz.private import make_private, turn_in


def mode(path: Path) -> int:
    """Return who may do what with a file."""
    return stat.S_IMODE(path.stat().st_mode)


def test_what_is_kept_is_private(tmp_path: Path) -> None:
    """The folder is made for the person alone, and so becomes every file in it."""
    folder = tmp_path / "not" / "yet"
    with turn_in(folder):
        assert mode(folder) == 0o700
    (folder / "old.json").write_text("{}")
    (folder / "old.json").chmod(0o644)
    folder.chmod(0o755)
    with turn_in(folder):
        assert (mode(folder), mode(folder / "old.json")) == (0o700, 0o600)


def test_a_folder_for_everybody_stays_as_it_is(tmp_path: Path) -> None:
    """A folder such as /tmp is not taken from the others."""
    tmp_path.chmod(0o1777)
    make_private(tmp_path)
    assert mode(tmp_path) == 0o1777


def test_rights_of_another_kind_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the system keeps rights in another way, nothing is changed."""
    tmp_path.chmod(0o755)
    monkeypatch.setattr("mlroles.quiz.private.os.name", "nt")
    make_private(tmp_path)
    monkeypatch.undo()
    assert (os.name, mode(tmp_path)) == ("posix", 0o755)


def test_rights_that_cannot_be_changed_are_no_mishap(tmp_path: Path) -> None:
    """A folder that is not there raises nothing."""
    make_private(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()
