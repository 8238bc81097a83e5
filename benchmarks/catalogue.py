"""Measures what each reading command costs on a catalogue as large as ESCO's (see ``large.py``).

    python benchmarks/catalogue.py [--times N] [--rounds N] [--only WORDS]

Each case is a whole process: its processor time, its memory at the peak, and the lines that it
wrote. Of several rounds the quickest counts, as other work on the machine can only slow it down;
beside it stands how many times the processor time of ``mlroles --version`` that is. Exits 1 where
one takes more than SECONDS or MEMORY, or fails.
"""

import argparse
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from large import write

SECONDS = 2.0
"""Of processor time, start included."""

MEMORY = 200 * 1024
"""Kilobytes."""

FORMATS = ((), ("--plain",), ("--format", "markdown"), ("--json",))
"""The ways in which a screen is written; the first is the terminal's."""

SCREENS = (
    "",
    "list",
    "list --full",
    "show role-7",
    "show role-7 --full",
    "compare",
    "compare --all",
    "compare --full",
    "compare --aspect aspect-1",
    "compare role-1 role-2",
    "compare role-1 role-2 --full",
    "skills",
    "skills --full",
    "skills --shared",
    "skills --unique",
    "skills --search 'skill bo co'",
    "skills --category category-7",
    "skills role-1 role-2 --full",
    "responsibilities",
    "responsibilities --full",
    "responsibilities --search 'duty bo'",
    "lifecycle",
    "sources",
    "sources --claims",
    "sources --disputes",
    "sources s-7",
    "sources s-7-7",
    "sources dispute-7",
    "sources nothing",
    "show maker",
    "show nobody",
    "data age",
)
"""The commands that read a catalogue; two of them fail, and say what else there is."""

COMPLETED = ("show role-", "sources s-1", "skills --category ", "compare --aspect ")
"""What is completed on TAB."""


def cases() -> Iterator[tuple[str, list[str], dict[str, str]]]:
    """Yield a title, arguments and what else is in the environment."""
    for screen in SCREENS:
        for way in FORMATS:
            yield (
                " ".join([screen, *way]).strip() or "(no command)",
                [*shlex.split(screen), *way],
                {},
            )
    yield "data check", ["data", "check"], {}
    for line in COMPLETED:
        words = f"mlroles {line}"
        yield f"{line}<TAB>", [], {
            "_MLROLES_COMPLETE": "complete_bash",
            "COMP_WORDS": words,
            "COMP_CWORD": str(words.count(" ")),
        }  # fmt: skip


def measure(arguments: list[str], environment: dict[str, str]) -> tuple[float, int, int, int]:
    """Run mlroles; return its seconds of CPU, its kilobytes, the lines written, the exit code."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(
            [sys.executable, "-m", "mlroles", *arguments],
            stdout=output,
            stderr=subprocess.PIPE,
            env={**os.environ, "COLUMNS": "100", **environment},
        )
        with process:
            assert process.stderr is not None  # noqa: S101 - it is a pipe
            told = process.stderr.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        lines = sum(1 for _ in output)
    if b"Traceback" in told or b"mistake of its own" in told:
        raise SystemExit(told.decode())
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss, lines, process.returncode


def main() -> int:
    """Measure every case, print a line for each, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=float, default=1, help="so many times as large (1)")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each case (3)")
    parser.add_argument("--only", default="", help="only the cases in whose title this stands")
    given = parser.parse_args()
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), given.times)
        for title, arguments, environment in cases():
            if given.only not in title:
                continue
            chosen = {"MLROLES_DATA": folder, **environment}
            seconds, memory, lines, code = min(
                measure(arguments, chosen) for _ in range(given.rounds)
            )
            start = min(measure(["--version"], {})[0] for _ in range(given.rounds))
            wrong = seconds > SECONDS or memory > MEMORY or code not in {0, 1, 2}
            failed = failed or wrong
            print(
                f"{title:<50} {seconds:6.2f} s {seconds / start:5.1f} x {memory // 1024:5} MB "
                f"{lines:10,} lines   {'TOO MUCH' if wrong else 'ok'}",
                flush=True,
            )
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
