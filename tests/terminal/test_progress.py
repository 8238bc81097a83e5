"""The bar of long work on a real pseudo-terminal."""

import json
import os
import sys
from pathlib import Path

import pexpect
import pytest

from mlroles.locations import data_directory

pytestmark = pytest.mark.filterwarnings(
    # Python 3.12 and later say so of every pseudo-terminal that a test runner's worker opens.
    "ignore:This process .* is multi-threaded:DeprecationWarning"
)

AT_ONCE = (
    "from mlroles import progress; progress.SECONDS = 0; from mlroles.__main__ import run; run()"
)


@pytest.fixture
def sheets(tmp_path: Path) -> Path:
    """Return a table of two people."""
    question = json.loads((data_directory() / "questionnaire.json").read_text("utf-8"))[
        "questions"
    ][0]
    path = tmp_path / "sheets.csv"
    path.write_text(f"id,{question['id']}\n" + f"a,{question['answers'][0]['id']}\n" * 2)
    return path


def shown(*words: str, columns: int, after: str = "", **environment: str) -> tuple[int | None, str]:
    """Run mlroles in a terminal; return the exit code and what was written."""
    taken = {"COLUMNS", "LINES", "NO_COLOR", "FORCE_COLOR", "MLROLES_PLAIN"}
    inherited = {name: value for name, value in os.environ.items() if name not in taken}
    own = {"TERM": "xterm-256color", "PYTHONIOENCODING": "utf-8"}
    process: pexpect.spawn[bytes] = pexpect.spawn(
        "sh",
        ["-c", f'"$@" {after}', "sh", sys.executable, "-c", AT_ONCE, *words],
        env={**inherited, **own, **environment},
        dimensions=(24, columns),
        timeout=60,
    )
    process.expect(pexpect.EOF)
    process.close()
    return process.exitstatus, (process.before or b"").decode()


@pytest.mark.parametrize("columns", [40, 80])
def test_bar(sheets: Path, tmp_path: Path, columns: int) -> None:
    """Scoring into a file shows a bar on one line, and leaves nothing of it behind."""
    code, text = shown("score", str(sheets), "--output", str(tmp_path / "out.csv"), columns=columns)
    assert code == 0
    assert "2 rows" in text
    assert "━" in text
    assert text.endswith("\x1b[2K")


@pytest.mark.parametrize("option", [(), ("--progress",)])
def test_no_bar_among_rows(sheets: Path, option: tuple[str, ...]) -> None:
    """Rows that go to the same terminal are not disturbed, even by who asks for a bar."""
    code, text = shown("score", str(sheets), *option, columns=80)
    assert (code, "━" in text, "\x1b" in text) == (0, False, False)


def test_no_bar_in_a_file(sheets: Path, tmp_path: Path) -> None:
    """What is told goes into a file without a bar."""
    told = tmp_path / "told.txt"
    code, _ = shown(
        *("score", str(sheets), "--progress", "--output", str(tmp_path / "out.csv")),
        columns=80,
        after=f"2> {told}",
    )
    assert (code, "\x1b" in told.read_text("utf-8")) == (0, False)


def test_count_of_a_pipe(sheets: Path, tmp_path: Path) -> None:
    """What comes through a pipe is counted, without a bar."""
    output = str(tmp_path / "out.csv")
    code, text = shown("score", "-", "--output", output, columns=40, after=f"< {sheets} | cat")
    assert code == 0
    code, text = shown(
        *("score", "-", "--output", output, "--no-progress"), columns=40, after=f"< {sheets}"
    )
    assert (code, "rows" in text) == (0, False)
