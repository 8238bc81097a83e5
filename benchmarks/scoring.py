"""Measures what ``mlroles score`` and ``cohort`` take, beside what somebody would write by hand.

    python benchmarks/scoring.py [--python PYTHON] [--rows N ...] [--rounds N]

PYTHON is a Python that has pandas, Polars or DuckDB; those that it lacks are left out. All read the
same files of invented people and write a CSV file; what the others leave out stands in
``reference/scoring_by_hand.py``. "one by one" is mlroles without Arrow, as where that is not
installed.

What counts is the CPU time of whole processes, all their threads together, run alternately, and of
that the least; wall time and the memory at its peak stand beside it. Exits 1 where mlroles misses
one of TARGETS at the largest number of rows, or its memory grows by more than GROWTH from the first
file of LARGE rows to the last.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from mlroles.locations import data_directory

REFERENCE = Path(__file__).parent / "reference" / "scoring_by_hand.py"
RUN = "from mlroles.__main__ import run; run()"
ONE_BY_ONE = "from mlroles.batch import table; table.LARGE = 10**18; " + RUN
ROWS = (100, 10_000, 100_000, 1_000_000)
LARGE = 100_000
GROWTH = 1.2
MOST_MEMORY = 300 * 2**20
SEED = 1
DIFFERENT = 50_000
"""How many different people are invented; in a longer file they come again, with new ids."""

UNANSWERED = 0.08
GIVEN = 0.35
"""How often a question is left out, and how often an answer is given where several may be."""

TARGETS = {
    ("score csv", "one by one"): 4.0,
    ("score csv", "polars"): 1.0,
    ("score parquet", "one by one"): 8.0,
    ("cohort csv", "one by one"): 3.0,
}
"""How many times the CPU time of mlroles another way takes at least."""


@dataclass(frozen=True)
class Run:
    """What a process took: seconds of CPU, seconds by the clock, and bytes at its peak."""

    cpu: float
    seconds: float
    peak: int


def questions() -> list[dict[str, Any]]:
    """Return the questions of the shipped questionnaire, as they stand in the file."""
    text = (data_directory() / "questionnaire.json").read_text("utf-8")
    found: list[dict[str, Any]] = json.loads(text)["questions"]
    return found


def answer_ids(question: dict[str, Any], *, alone: bool) -> list[str]:
    """Return the ids of the answers, with or without those that can be given only alone."""
    return [each["id"] for each in question["answers"] if alone or not each.get("alone")]


def people() -> Iterator[str]:
    """Yield the cells of invented people, without their ids."""
    chance = random.Random(SEED)  # noqa: S311 - no secret
    asked = questions()
    for _ in range(DIFFERENT):
        cells = []
        for question in asked:
            ids = answer_ids(question, alone=False)
            if chance.random() < UNANSWERED:
                cells.append("")
            elif question.get("pick", "one") == "one":
                cells.append(chance.choice(ids))
            else:
                cells.append(";".join(each for each in ids if chance.random() < GIVEN))
        yield ",".join(cells)


def write_sheets(path: Path, rows: int, invented: list[str]) -> None:
    """Write a table of so many people."""
    with path.open("w", encoding="utf-8") as stream:
        stream.write(",".join(["id", *(str(each["id"]) for each in questions())]) + "\n")
        for number in range(rows):
            stream.write(f"person-{number},{invented[number % len(invented)]}\n")


def write_layout(path: Path) -> None:
    """Write the points of the shipped questionnaire as the references read them."""
    halves: dict[str, dict[str, Any]] = {}
    for question in questions():
        half = halves.setdefault(question["half"], {"id": question["half"], "questions": []})
        half["columns"] = [*question["answers"][0]["points"]]
        answers = {each["id"]: each["points"] for each in question["answers"]}
        own = {"id": question["id"], "base": question.get("base"), "answers": answers}
        half["questions"].append(own)
    path.write_text(json.dumps({"halves": [*halves.values()]}), encoding="utf-8")


def write_parquet(sheets: Path, path: Path) -> None:
    """Write a CSV table as Parquet, in a process of its own.

    A process that is started counts as its own what the one that starts it holds.
    """
    code = "from pyarrow import csv, parquet; import sys; "
    code += "options = csv.ConvertOptions(strings_can_be_null=False); "
    code += "table = csv.read_csv(sys.argv[1], convert_options=options); "
    code += "parquet.write_table(table, sys.argv[2])"
    subprocess.run([sys.executable, "-c", code, sheets, path], check=True)


def run(*command: str | Path) -> Run:
    """Run a process, which must succeed; return what it took."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} failed.")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(usage.ru_utime + usage.ru_stime, seconds, usage.ru_maxrss * unit)


def ways(python: str, place: Path) -> dict[str, dict[str, list[str | Path]]]:
    """Return the commands to compare, by what they do and by who does it; mlroles is the first."""
    sheets, stored, output = place / "sheets.csv", place / "sheets.parquet", place / "output.csv"
    names = subprocess.run([python, REFERENCE, "there"], check=True, capture_output=True, text=True)
    write_layout(place / "layout.json")

    def own(*arguments: str | Path) -> dict[str, list[str | Path]]:
        return {
            "mlroles": [sys.executable, "-c", RUN, *arguments],
            "one by one": [sys.executable, "-c", ONE_BY_ONE, *arguments],
        }

    hands: dict[str, list[str | Path]] = {
        name: [python, REFERENCE, name, place / "layout.json", sheets, output]
        for name in names.stdout.split()
    }
    return {
        "score csv": own("score", sheets, "--output", output) | hands,
        "score parquet": own("score", stored, "--output", output),
        "cohort csv": own("cohort", sheets, "--format", "json"),
    }


def main() -> int:
    """Measure, print a line for each way, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", default=sys.executable, help="a Python with pandas and others")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each way (3)")
    parser.add_argument("--rows", type=int, nargs="+", default=ROWS, help="rows of each file")
    chosen = parser.parse_args()
    invented = list(people())
    missed: list[str] = []
    peaks: dict[str, list[int]] = {}
    print(f"The least of {chosen.rounds} alternating runs of whole processes")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        commands = ways(chosen.python, place)
        for rows in chosen.rows:
            write_sheets(place / "sheets.csv", rows, invented)
            write_parquet(place / "sheets.csv", place / "sheets.parquet")
            for task, own in commands.items():
                runs: dict[str, list[Run]] = {name: [] for name in own}
                for _ in range(chosen.rounds):
                    for name, command in own.items():
                        runs[name].append(run(*command))
                ours = min(each.cpu for each in runs["mlroles"])
                peak = max(each.peak for each in runs["mlroles"])
                if rows >= LARGE:
                    peaks.setdefault(task, []).append(peak)
                print(f"{rows:,} rows, {task}")
                missed = [] if task == "score csv" else missed
                for name, found in runs.items():
                    cpu = min(each.cpu for each in found)
                    if cpu / ours < TARGETS.get((task, name), 0):
                        missed.append(f"{task}, {name}: {cpu / ours:.2f}")
                    print(
                        f"  {name:>12}  {cpu:7.2f} s of CPU  {cpu / ours:6.2f} times  "
                        f"{min(each.seconds for each in found):7.2f} s  "
                        f"{max(each.peak for each in found) / 2**20:5.0f} MB",
                        flush=True,
                    )
    missed += [
        f"{task}: memory {own[-1] / 2**20:.0f} MB, {own[-1] / own[0]:.2f} times the first"
        for task, own in peaks.items()
        if own[-1] > min(GROWTH * own[0], MOST_MEMORY)
    ]
    print(*(f"Missed: {each}" for each in missed), sep="\n")
    return int(bool(missed))


if __name__ == "__main__":
    sys.exit(main())
