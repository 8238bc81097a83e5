"""Reading within a bound, and writing whole or not at all."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mlroles.datafile import files
from mlroles.datafile.files import read_limited, reason, write_atomic


def test_file_within_the_limit_is_read(tmp_path: Path) -> None:
    """A file of exactly as many bytes as allowed is read."""
    (tmp_path / "a").write_bytes(b"12345")
    assert read_limited(tmp_path / "a", 5) == b"12345"


def test_file_above_the_limit_is_none(tmp_path: Path) -> None:
    """A byte more than allowed, and nothing is returned."""
    (tmp_path / "a").write_bytes(b"123456")
    assert read_limited(tmp_path / "a", 5) is None


def test_what_is_no_regular_file_is_refused() -> None:
    """A device, which may never end, is told as what it is."""
    with pytest.raises(OSError, match="not a regular file"):
        read_limited(Path("/dev/zero"), 1000)


def test_new_file_is_written_as_the_umask_says(tmp_path: Path) -> None:
    """A new file holds the data, with the mode that any new file would have."""
    before = os.umask(0o027)
    try:
        write_atomic(tmp_path / "new", b"data")
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(before)
    assert (tmp_path / "new").read_bytes() == b"data"
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o640


def test_old_file_keeps_its_mode(tmp_path: Path) -> None:
    """A file that is replaced keeps who may read it."""
    path = tmp_path / "old"
    path.write_bytes(b"before")
    path.chmod(0o604)
    write_atomic(path, b"after")
    assert (path.read_bytes(), path.stat().st_mode & 0o777) == (b"after", 0o604)


def test_link_keeps_pointing(tmp_path: Path) -> None:
    """Written through a link, the file it points to is replaced and the link stays."""
    (tmp_path / "folder").mkdir()
    target, link = tmp_path / "folder" / "target", tmp_path / "link"
    target.write_bytes(b"before")
    link.symlink_to(target)
    write_atomic(link, b"after")
    assert link.is_symlink()
    assert target.read_bytes() == b"after"


def test_link_to_itself_is_an_os_error_or_replaced(tmp_path: Path) -> None:
    """A link that leads nowhere but to itself raises nothing but OSError."""
    link = tmp_path / "loop"
    link.symlink_to(link)
    try:
        write_atomic(link, b"data")
    except OSError:
        assert link.is_symlink()
    else:
        assert link.read_bytes() == b"data"


@pytest.mark.parametrize("name", ["x" * 255, "🍞" * 63, "é" * 127])
def test_longest_names_can_be_written(tmp_path: Path, name: str) -> None:
    """A name as long as the system allows leaves room for the temporary file's."""
    write_atomic(tmp_path / name, b"data")
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_failure_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the disk is full, the old file is as it was and no temporary file is left."""
    path = tmp_path / "file"
    path.write_bytes(b"before")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write_atomic(path, b"after")
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_interruption_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ctrl-C in the middle of writing leaves the old file too."""
    path = tmp_path / "file"
    path.write_bytes(b"before")

    def interrupt(_: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomic(path, b"after")
    assert (path.read_bytes(), list(tmp_path.iterdir())) == (b"before", [path])


def test_missing_folder_is_an_os_error(tmp_path: Path) -> None:
    """A folder that is not there is the system's error."""
    with pytest.raises(FileNotFoundError):
        write_atomic(tmp_path / "nowhere" / "file", b"data")


def test_reason_is_in_the_system_s_words() -> None:
    """The reason is the system's, in lower case, or the kind of error where it gives none."""
    assert reason(OSError(28, "No space left on device")) == "no space left on device"
    assert reason(TimeoutError()) == "timeouterror"


def left_by(folder: Path, process: int) -> Path:
    """Return an unfinished file as a writer of this process leaves it."""
    path = folder / f".a.{files._host()}-{process}-x"
    path.write_bytes(b"half")
    return path


def test_what_an_ended_writer_left_is_cleared_away(tmp_path: Path) -> None:
    """Writing clears what a killed writer left, and nothing of one that lives."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    gone, lives = left_by(tmp_path, ended.pid), left_by(tmp_path, os.getppid())
    write_atomic(tmp_path / "a", b"new")
    assert not gone.exists()
    assert lives.exists()


def test_whom_nobody_may_ask_lives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process of somebody else, or on a system where asking ends it, counts as alive."""

    def refuse(_: int, __: int) -> None:
        raise PermissionError

    left = left_by(tmp_path, 1)
    with monkeypatch.context() as patch:
        patch.setattr(os, "kill", refuse)
        write_atomic(tmp_path / "a", b"new")
    with monkeypatch.context() as patch:
        patch.setattr("mlroles.datafile.files.os.name", "nt")
        alive = files._lives(1)
    assert alive
    assert left.exists()
