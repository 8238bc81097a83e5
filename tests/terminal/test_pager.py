"""Long screens on a real pseudo-terminal."""

import os
import signal
import sys
from pathlib import Path

import pexpect
import pytest

pytestmark = pytest.mark.filterwarnings(
    # Python 3.12 and later say so of every pseudo-terminal that a test runner's worker opens.
    "ignore:This process .* is multi-threaded:DeprecationWarning"
)

LONG = ("compare", "--full")


@pytest.fixture
def paging(tmp_path: Path) -> dict[str, str]:
    """Return an environment whose pager says that it is there, and ends at a line or by Ctrl-C."""
    program = tmp_path / "page"
    program.write_text(
        "#!/bin/sh\ntrap 'echo still reading' INT\n"
        f'cat > "{tmp_path}/handed"\necho pages begin\nread line < /dev/tty\necho left\n'
    )
    program.chmod(0o755)
    return {"PAGER": str(program)}


def start(*words: str, **environment: str) -> "pexpect.spawn[bytes]":
    """Start mlroles in a terminal of 24 rows and 80 columns."""
    taken = {"COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "MLROLES_PLAIN", "PAGER", "LESS"}
    inherited = {name: value for name, value in os.environ.items() if name not in taken}
    own = {"TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8"}
    return pexpect.spawn(
        sys.executable,
        ["-m", "mlroles", *words],
        env={**inherited, **own, **environment},
        dimensions=(24, 80),
        timeout=60,
    )


def ended(process: "pexpect.spawn[bytes]") -> tuple[int | None, bytes]:
    """Wait for the end; return the exit code and what was written until then."""
    process.expect(pexpect.EOF)
    process.close()
    return process.exitstatus, process.before or b""


def test_a_long_screen_goes_through_the_pager(paging: dict[str, str], tmp_path: Path) -> None:
    """It is handed over in colour and whole, and the program ends when the person has read."""
    process = start(*LONG, **paging)
    process.expect(b"pages begin")
    process.sendline(b"")
    code, rest = ended(process)
    assert (code, b"left" in rest, b"Mathematics" in rest) == (0, True, False)
    handed = (tmp_path / "handed").read_text("utf-8")
    assert "\x1b[1;38;5;63mData Scientist" in handed
    assert handed.endswith("\n")
    assert "Next:" in handed


def test_a_short_screen_does_not(paging: dict[str, str]) -> None:
    """What has room on the terminal is written at once."""
    code, written = ended(start("compare", **paging))
    assert (code, b"pages begin" in written, b"Mathematics" in written) == (0, False, True)


@pytest.mark.parametrize(
    ("options", "environment"),
    [
        (("--no-pager",), {}),
        (("--plain",), {}),
        (("--json",), {}),
        (("--format", "markdown"), {}),
        ((), {"TERM": "dumb"}),
        ((), {"MLROLES_PLAIN": "1"}),
        ((), {"PAGER": "no-such-program-anywhere"}),
    ],
)
def test_what_is_no_screen_is_written_at_once(
    options: tuple[str, ...], environment: dict[str, str], paging: dict[str, str]
) -> None:
    """Who asks for no pager, for text or data, or has no pager, gets everything at once."""
    code, written = ended(start(*options, *LONG, **{**paging, **environment}))
    assert (code, b"pages begin" in written, b"athematics" in written) == (0, False, True)


def test_ctrl_c_belongs_to_the_pager(paging: dict[str, str]) -> None:
    """Ctrl-C while reading ends neither, and nothing is written over the pager."""
    process = start(*LONG, **paging)
    process.expect(b"pages begin")
    said = 0
    for _ in range(
        10
    ):  # just before it waits for a line, a shell keeps a signal until there is one
        process.sendintr()
        if said := process.expect([pexpect.TIMEOUT, b"still reading"], timeout=6):
            break
    assert said
    process.sendline(b"")
    code, rest = ended(process)
    assert (code, b"Traceback" in rest) == (0, False)


def test_being_told_to_end_ends_the_pager_too(paging: dict[str, str]) -> None:
    """A signal ends both, and nothing is left that waits for keys."""
    process = start(*LONG, **paging)
    process.expect(b"pages begin")
    process.kill(signal.SIGTERM)
    assert ended(process)[0] == 128 + signal.SIGTERM
