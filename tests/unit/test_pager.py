"""The choice of a pager, and what it is handed."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mlroles.pager import Pager, find_pager
from tests.running import output


class Stream(io.StringIO):
    """A stream that says whether it is a terminal."""

    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        """Return what was told."""
        return self._terminal


@pytest.fixture(autouse=True)
def on_a_terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Start on a usual terminal of 24 rows, with less and a program ``keep`` to be found."""
    for name in ("PAGER", "LESS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}{os.environ['PATH']}")
    stub(tmp_path / "less", "true")
    stub(tmp_path / "keep", f'{{ echo "$LESS:$*"; cat; }} > "{tmp_path}/kept"')


def stub(path: Path, script: str) -> None:
    """Write a program."""
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)


def streams(monkeypatch: pytest.MonkeyPatch, *, out: bool, into: bool) -> None:
    """Say of standard output and input whether each is a terminal."""
    monkeypatch.setattr(sys, "stdout", Stream(out))
    monkeypatch.setattr(sys, "stdin", Stream(into))


def test_less_is_the_usual_pager(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Who names no pager gets less, for a terminal of so many rows."""
    streams(monkeypatch, out=True, into=True)
    assert find_pager() == Pager((str(tmp_path / "less"),), 24)


def test_pager_is_the_person_s_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """PAGER names the program, with its arguments as a shell would read them."""
    streams(monkeypatch, out=True, into=True)
    monkeypatch.setenv("PAGER", "keep -n 'two words'")
    assert find_pager() == Pager((str(tmp_path / "keep"), "-n", "two words"), 24)


@pytest.mark.parametrize("named", ["no-such-program-anywhere", "keep 'half"])
def test_no_pager_where_none_can_run(named: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that is not there, or that nobody can read, is none."""
    streams(monkeypatch, out=True, into=True)
    monkeypatch.setenv("PAGER", named)
    assert find_pager() is None


@pytest.mark.parametrize(("out", "into"), [(False, True), (True, False), (False, False)])
def test_no_pager_without_a_terminal(
    out: bool, into: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A pager writes on a terminal and reads keys from one."""
    streams(monkeypatch, out=out, into=into)
    assert find_pager() is None


def test_no_pager_without_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where standard input is closed, nobody can press a key."""
    streams(monkeypatch, out=True, into=True)
    monkeypatch.setattr(sys, "stdin", None)
    assert find_pager() is None


def test_no_pager_on_a_dumb_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal that cannot move its cursor gets one line after another."""
    streams(monkeypatch, out=True, into=True)
    monkeypatch.setenv("TERM", "dumb")
    assert find_pager() is None


@pytest.mark.parametrize(
    ("less", "told"), [(None, "FRX"), ("", "FRX"), ("-i -PPrompt", "-R -i -PPrompt")]
)
def test_less_keeps_colours(
    less: str | None, told: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A long text is handed over whole, and less is told to keep colours beside what it is told."""
    if less is not None:
        monkeypatch.setenv("LESS", less)
    text = "é\n" * 24
    assert Pager((str(tmp_path / "keep"), "-a"), 24).show(text)
    assert (tmp_path / "kept").read_text("utf-8") == f"{told}:-a\n{text}"


def test_what_has_room_needs_no_pager(tmp_path: Path) -> None:
    """A text that leaves a row for the prompt is not handed over."""
    assert not Pager((str(tmp_path / "keep"),), 24).show("line\n" * 23)
    assert not (tmp_path / "kept").exists()


@pytest.mark.parametrize("script", ["exit 2", None])
def test_a_pager_that_fails_has_shown_nothing(script: str | None, tmp_path: Path) -> None:
    """A program that fails, or is none at all, leaves the text to be written."""
    program = tmp_path / "broken"
    program.write_text("no program")
    if script:
        stub(program, script)
    assert not Pager((str(program),), 24).show("line\n" * 24)


def test_a_pager_may_be_left_early(tmp_path: Path) -> None:
    """Whoever has read enough need not read all."""
    stub(tmp_path / "enough", "exit 0")
    assert Pager((str(tmp_path / "enough"),), 24).show("line\n" * 100_000)


def test_interrupting_is_the_pager_s_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Ctrl-C while a person reads ends nothing: the pager knows what it means."""
    handed = subprocess.Popen.communicate
    interrupted: list[bool] = []

    def communicate(self: "subprocess.Popen[bytes]", text: bytes | None) -> object:
        found = handed(self, text) if interrupted else None
        if not interrupted:
            interrupted.append(True)
            raise KeyboardInterrupt
        return found

    monkeypatch.setattr(subprocess.Popen, "communicate", communicate)
    assert Pager((str(tmp_path / "less"),), 24).show("line\n" * 24)
    assert interrupted


def test_a_pager_ends_with_the_program(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """When the program is told to end, the pager is ended too and gives the terminal back."""
    stub(tmp_path / "waits", "exec sleep 600")

    def told_to_end(*_: object) -> None:
        raise SystemExit(143)

    monkeypatch.setattr(subprocess.Popen, "communicate", told_to_end)
    with pytest.raises(SystemExit):
        Pager((str(tmp_path / "waits"),), 24).show("line\n" * 24)


@pytest.mark.parametrize("program", ["keep", "broken"])
def test_a_screen_is_shown_once(
    program: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """What the pager has shown is not written again; what it could not show is."""
    whole = output("compare", "--full")
    stub(tmp_path / "broken", "exit 2")
    found = Pager((str(tmp_path / program),), 24)
    monkeypatch.setattr("mlroles.pager.find_pager", lambda: found)
    written = output("compare", "--full")
    kept = tmp_path / "kept"
    shown = kept.read_text("utf-8").partition("\n")[2] if kept.exists() else ""
    assert (written, shown) == (("", whole) if program == "keep" else (whole, ""))
    assert output("compare", "--full", "--no-pager") == whole
