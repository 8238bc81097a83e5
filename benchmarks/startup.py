"""Measures what mlroles costs to start, beside trivial Typer programs that do the same.

    python benchmarks/startup.py [--rounds N]

The two programs of a pair run alternately, so that both meet the same machine; what counts is the
CPU time (user and system) of each process, and of that the median. Exits 1 where mlroles takes
more than so many times what its reference takes.
"""

import argparse
import os
import subprocess
import sys
import sysconfig
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

REFERENCE = Path(__file__).parent / "reference"
MLROLES = Path(sysconfig.get_path("scripts")) / "mlroles"

ENVIRONMENT = {
    **{key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"},
    "COLUMNS": "80",
}
"""With bytecode on: installed packages have theirs, so a checkout under measure needs its own."""


@dataclass(frozen=True)
class Program:
    """A Python script, its arguments, and what it needs in the environment."""

    script: Path
    arguments: tuple[str, ...] = ()
    environment: dict[str, str] = field(default_factory=dict)

    def cpu_seconds(self) -> float:
        """Run the program once; return its CPU time. It must succeed and print something."""
        process = subprocess.Popen(
            [sys.executable, self.script, *self.arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            env={**ENVIRONMENT, **self.environment},
        )
        with process:
            assert process.stdout is not None  # noqa: S101 - it is a pipe
            printed = process.stdout.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode or not printed:
            raise SystemExit(f"{self.script} {' '.join(self.arguments)} failed.")
        return usage.ru_utime + usage.ru_stime


def completing(script: Path, name: str, words: str) -> Program:
    """Return what a shell runs on TAB after ``words``, in a program called ``name``."""
    environment = {
        f"_{name.upper()}_COMPLETE": "complete_bash",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    return Program(script, (), environment)


PAIRS = {
    "mlroles show engineer": (
        1.15,
        Program(MLROLES, ("show", "engineer")),
        Program(REFERENCE / "show.py", ("engineer",)),
    ),
    "mlroles --version": (
        1.15,
        Program(MLROLES, ("--version",)),
        Program(REFERENCE / "version.py", ("--version",)),
    ),
    "mlroles show ml-<TAB>": (
        0.6,
        completing(MLROLES, "mlroles", "mlroles show ml-"),
        completing(REFERENCE / "complete.py", "reference", "reference ml-"),
    ),
}
"""What is measured: how many times the reference it may take, the program, and the reference."""


def measure(ours: Program, reference: Program, rounds: int) -> tuple[float, float]:
    """Return the median CPU seconds of both, over ``rounds`` alternating runs and one to warm."""
    times = [(ours.cpu_seconds(), reference.cpu_seconds()) for _ in range(rounds + 1)][1:]
    return median(mine for mine, _ in times), median(theirs for _, theirs in times)


def main() -> int:
    """Measure every pair, print a line for each, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=25, help="runs of each program (25)")
    rounds = parser.parse_args().rounds
    print(f"CPU time, medians of {rounds} alternating runs")
    slow = False
    for name, (limit, ours, reference) in PAIRS.items():
        mine, theirs = measure(ours, reference, rounds)
        ratio = mine / theirs
        slow = slow or ratio > limit
        verdict = "ok" if ratio <= limit else "too slow"
        print(
            f"{name:<24} {1000 * mine:6.0f} ms   reference {1000 * theirs:6.0f} ms   "
            f"ratio {ratio:.2f} of {limit}   {verdict}"
        )
    return int(slow)


if __name__ == "__main__":
    sys.exit(main())
