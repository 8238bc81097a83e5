"""Killed at random moments, the quiz loses nothing that it had confirmed."""

import re
import subprocess
import sys
from pathlib import Path

KILLS = "5"
"""Few, since each takes a second; the benchmark by itself does 300."""

ROOT = Path(__file__).parents[2]


def test_a_kill_loses_no_confirmed_answer_and_no_result() -> None:
    """After each kill every confirmed answer and every kept result is there, and whole."""
    command = [sys.executable, str(ROOT / "benchmarks/kills.py"), "--times", KILLS]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    found = re.match(rf"{KILLS} kills, .* ends; (\d+) answers and .* 0 lost", ran.stdout)
    assert found
    assert int(found[1]) > 0
