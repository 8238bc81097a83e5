"""What is no regular file is refused at once; what a killed writer left goes with the next."""

import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.datafile import files
from mlroles.datafile.files import open_regular, read_limited, replacing, write_atomic
from tests.catalogues import bakery, write
from tests.running import Ran, run

KINDS = ("pipe", "device", "socket")


def make(kind: str, path: Path) -> None:
    """Put at ``path`` something that is no regular file."""
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    else:
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(path))


@pytest.fixture
def short(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder to work in, so that a socket's name is short enough."""
    folder = tmp_path_factory.mktemp("x")
    monkeypatch.chdir(folder)
    return Path()


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_regular_file_is_an_os_error(short: Path, kind: str) -> None:
    """A pipe without a writer, an endless device and a socket neither hang nor are read."""
    make(kind, short / "odd")
    for read in (lambda: open_regular(short / "odd"), lambda: read_limited(short / "odd", 10)):
        with pytest.raises(OSError, match=r"not a regular file|No such device"):
            read()


def test_a_folder_is_an_os_error(tmp_path: Path) -> None:
    """A folder is no file either."""
    with pytest.raises(IsADirectoryError):
        open_regular(tmp_path)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("file", ["sources.json", "roles.json"])
def test_a_catalogue_file_that_is_none(short: Path, kind: str, file: str) -> None:
    """A catalogue with a pipe, device or socket in a file's place is refused, and checked."""
    write(short / "odd", bakery())
    (short / "odd" / file).unlink()
    make(kind, short / "odd" / file)
    _assert_refused(run("list", "--data", "odd"), f"{file}: cannot be read:")
    checked = run("data", "check", "odd")
    assert checked.code == 1
    assert "cannot be read:" in checked.out


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "command", [("score",), ("cohort",), ("quiz", "--answers"), ("score", "--input-format=parquet")]
)
def test_answers_in_what_is_no_file(short: Path, kind: str, command: tuple[str, ...]) -> None:
    """Sheets and tables are read from files, and from a pipe only as standard input."""
    make(kind, short / "odd")
    _assert_refused(run(*command, "odd"), "Cannot read odd:")


def _assert_refused(ran: Ran, said: str) -> None:
    assert (ran.code, ran.out) == (1, "")
    assert said in ran.err
    assert "mistake" not in ran.err


WRITE_AND_DIE = """
import os, signal, sys
from pathlib import Path
from mlroles.datafile.files import replacing
with replacing(Path(sys.argv[1])) as stream:
    stream.write(b"half")
    stream.flush()
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_killed_writer_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    """A writer killed in the middle leaves a hidden part, which the next writer removes."""
    target = tmp_path / "results.csv"
    ran = subprocess.run([sys.executable, "-c", WRITE_AND_DIE, str(target)], check=False)
    assert ran.returncode == -9
    assert len(list(tmp_path.iterdir())) == 1
    write_atomic(tmp_path / "other.csv", b"o")  # whose parts are others
    assert len(list(tmp_path.iterdir())) == 2
    write_atomic(target, b"whole")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["other.csv", "results.csv"]


def test_what_a_living_writer_writes_is_left_alone(tmp_path: Path) -> None:
    """Two who write the same file at once do not take each other's part away."""
    target = tmp_path / "results.csv"
    with replacing(target) as stream:
        stream.write(b"first")
        write_atomic(target, b"second")
    assert target.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [target]


def test_another_machine_s_parts_are_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a shared folder nobody knows whether a writer on another machine has ended."""
    with monkeypatch.context() as elsewhere:
        elsewhere.setattr("platform.node", lambda: "elsewhere")
        prefix = f".results.csv.{files._host()}-"
    part = tmp_path / f"{prefix}999999999-abc"
    part.touch()
    odd = tmp_path / f".results.csv.{files._host()}-oven-abc"
    odd.touch()
    write_atomic(tmp_path / "results.csv", b"whole")
    assert part.exists()
    assert odd.exists()


@given(st.binary(max_size=100), st.integers(0, 0o777), st.sampled_from([None, 0o600]))
def test_a_written_file_has_the_mode_that_was_asked_for(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, umask: int, mode: int | None
) -> None:
    """Whatever the umask, a private file is private; any other has what the umask leaves."""
    path = tmp_path_factory.mktemp("mode") / "file"
    before = os.umask(umask)
    try:
        write_atomic(path, data, mode)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == (0o666 & ~umask if mode is None else mode)
    path.chmod(0o600)
    assert path.read_bytes() == data
