"""How whole processes end: told to by a signal, interrupted at the start, or left by the reader."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import pytest

from mlroles import signals
from mlroles.signals import ENDINGS, Terminated, end_in_order, ending_by

PATIENCE = 60
"""Seconds until what does not come is given up."""

COMMANDS = (
    (), ("--help",), ("--version",), ("list",), ("show", "ml-engineer"), ("show", "--help"),
    ("compare",), ("skills",), ("responsibilities",), ("lifecycle",), ("pay",),
    ("pay", "--sensitivity"),
    ("quiz", "questions"), ("quiz", "--help"), ("score", "--template"), ("score", "--help"),
    ("cohort", "--help"), ("sources",), ("sources", "--claims"), ("data", "path"),
    ("data", "schema"), ("data", "check"), ("list", "--json"), ("compare", "--format", "markdown"),
)  # fmt: skip


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(each, id=" ".join(each), marks=[pytest.mark.uncounted] if each[1:] else [])
        for each in COMMANDS
    ],
)
def test_a_reader_that_has_gone_is_no_failure(command: tuple[str, ...]) -> None:
    """Whoever reads the output may leave before the first byte: exit code 0, and silence."""
    reading, writing = os.pipe()
    os.close(reading)
    try:
        ran = subprocess.run(
            [sys.executable, "-m", "mlroles", *command],
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=PATIENCE,
            check=False,
        )
    finally:
        os.close(writing)
    assert (ran.returncode, ran.stderr) == (0, b"")


def _wait_for_part(folder: Path, process: "subprocess.Popen[bytes]") -> Path:
    """Return the hidden part of the results once there is one."""
    for _ in count():
        assert process.poll() is None, "it ended before it was told to"
        if parts := list(folder.glob(".results.csv.*")):
            return parts[0]
        time.sleep(0.01)  # a file system tells nobody; the process is what bounds the wait
    raise AssertionError


@pytest.fixture
def scoring(tmp_path: Path) -> Iterator["subprocess.Popen[bytes]"]:
    """Return a process that is in the middle of writing results: its table comes by a pipe."""
    (tmp_path / "out").mkdir()
    process = subprocess.Popen(
        [sys.executable, "-m", "mlroles", "score", "-", "--output", "results.csv"],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path / "out",
    )
    assert process.stdin is not None
    process.stdin.write(b"id,horizon\n" + b"ann,weeks\n" * 100)
    process.stdin.flush()
    yield process
    process.kill()
    process.communicate()


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130)]
)
def test_results_half_written_are_removed(
    scoring: "subprocess.Popen[bytes]", tmp_path: Path, number: int, code: int
) -> None:
    """Told to end while it writes, score leaves neither results nor a hidden part of them."""
    _wait_for_part(tmp_path / "out", scoring)
    scoring.send_signal(number)
    assert scoring.wait(PATIENCE) == code
    assert list((tmp_path / "out").iterdir()) == []
    assert scoring.stderr is not None
    assert b"Error" not in scoring.stderr.read()


def test_what_was_killed_is_cleared_by_the_next_run(
    scoring: "subprocess.Popen[bytes]", tmp_path: Path
) -> None:
    """What nothing can clear up after, SIGKILL, leaves a part that the next run removes."""
    part = _wait_for_part(tmp_path / "out", scoring)
    scoring.kill()
    scoring.wait(PATIENCE)
    assert part.exists()
    ran = subprocess.run(
        [sys.executable, "-m", "mlroles", "score", "-", "--output", "results.csv"],
        input=b"id,horizon\nann,weeks\n",
        cwd=tmp_path / "out",
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    assert ran.returncode == 0
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["results.csv"]


INTERRUPT_AT_IMPORT = """
import builtins, os, runpy, signal, sys
wanted = sys.argv.pop(1)
usual = builtins.__import__
def imports(name, *rest, **named):
    if name == wanted:
        builtins.__import__ = usual
        os.kill(os.getpid(), signal.SIGINT)
    return usual(name, *rest, **named)
builtins.__import__ = imports
sys.argv[0] = "mlroles"
runpy.run_module("mlroles", run_name="__main__", alter_sys=True)
"""


@pytest.mark.parametrize(
    "module",
    ["mlroles.program", "mlroles.errors", "mlroles.signals", "typer", "mlroles.cli.app", "enum"],
)
def test_ctrl_c_while_it_starts_is_silent(module: str) -> None:
    """Interrupted at any import of our own code, it ends with 130 and without a traceback."""
    ran = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", INTERRUPT_AT_IMPORT, module, "list"],
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    told = [line for line in ran.stderr.splitlines() if not line.startswith(b"import time:")]
    assert (ran.returncode, told) == (130, [])


@pytest.mark.parametrize("number", ENDINGS)
def test_a_signal_in_the_middle_of_an_event_ends_the_loop(number: int) -> None:
    """A menu runs in an event loop, which must not report the end as a mishap and go on."""
    before = signal.getsignal(number)

    async def menu() -> None:
        loop = asyncio.get_running_loop()
        loop.call_soon(signal.raise_signal, number)
        await asyncio.wait_for(asyncio.Event().wait(), PATIENCE)

    try:
        signal.signal(number, signal.SIG_DFL)
        end_in_order()
        with pytest.raises(Terminated) as caught:
            asyncio.run(menu())
    finally:
        signal.signal(number, before)
    assert caught.value.code == 128 + number


@pytest.fixture
def in_order() -> Iterator[None]:
    """Let signals end the program in order, whatever they did before."""
    before = {number: signal.getsignal(number) for number in ENDINGS}
    for number in ENDINGS:
        signal.signal(number, signal.SIG_DFL)
    end_in_order()
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("in_order")
@pytest.mark.parametrize("number", ENDINGS)
def test_a_loop_is_asked_to_end_and_ends_first(number: int) -> None:
    """What can be asked to end is asked, ends in its own way, and then the program ends."""
    happened = []

    def leave() -> bool:
        happened.append("asked")
        return True

    def work() -> None:
        with ending_by(leave):
            signal.raise_signal(number)
            happened.append("ended in its own way")

    with pytest.raises(Terminated) as caught:
        work()
    assert happened == ["asked", "ended in its own way"]
    assert caught.value.code == 128 + number
    with pytest.raises(Terminated):  # as before
        signal.raise_signal(number)


@pytest.mark.usefixtures("in_order")
def test_where_there_is_nobody_to_ask_the_end_comes_at_once() -> None:
    """Before a loop has begun, or after it, a signal ends the program as everywhere else."""
    with pytest.raises(Terminated), ending_by(lambda: False):
        signal.raise_signal(ENDINGS[0])


def test_without_a_signal_nothing_is_raised() -> None:
    """A block that nobody tells to end ends well, and signals that are ignored stay so."""
    before = signal.signal(ENDINGS[-1], signal.SIG_IGN)
    try:
        with ending_by(lambda: True):
            signal.raise_signal(ENDINGS[-1])
    finally:
        signal.signal(ENDINGS[-1], before)


DROPPED = """
import os, signal, sys, time, weakref
from mlroles.signals import Terminated, end_in_order
end_in_order()
class Thing: pass
thing = Thing()
kept = weakref.ref(thing, lambda _: os.kill(os.getpid(), signal.SIGTERM))
try:
    del thing
    time.sleep(30)
except Terminated as ending:
    sys.exit(ending.code)
"""


def test_a_signal_is_not_lost_where_no_exception_can_come_up() -> None:
    """Told to end within a callback from which Python drops exceptions, the program still ends."""
    ran = subprocess.run(
        [sys.executable, "-c", DROPPED], capture_output=True, timeout=PATIENCE, check=False
    )
    assert (ran.returncode, ran.stderr) == (143, b"")


def test_other_dropped_exceptions_are_told_as_before() -> None:
    """What is dropped and has nothing to do with ending goes where it went."""
    told: list[object] = []
    other = SimpleNamespace(exc_value=ValueError())
    signals._NotLost(told.append)(other)
    assert told == [other]
