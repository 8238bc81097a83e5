"""Measures how many sheets a second ``mlroles score`` does, beside scikit-learn with pandas.

    python benchmarks/scoring.py --python PYTHON [--rounds N] [--rows N ...]

PYTHON is a Python that has pandas and scikit-learn. Both read the same CSV files of invented
people and write a CSV file. There are three references, whose models are fitted beforehand:

    plain        one model; the answers are encoded with ``str.get_dummies`` column by column
    tuned        one model; each different cell is encoded once only
    same table   as tuned, with a model for each half too: the table that mlroles writes

What counts is the wall time of whole processes, run alternately, and of that the median; beside it
stands the reference's own time without its imports. At the end stands the memory at its peak.
Exits 1 where mlroles does fewer sheets a second than the plain reference without its imports, or
where its memory grows by more than GROWTH from the first file to the last.
"""

import argparse
import json
import os
import random
import subprocess
import sys
import sysconfig
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from mlroles.locations import data_directory

REFERENCE = Path(__file__).parent / "reference" / "scoring_sklearn.py"
MLROLES = Path(sysconfig.get_path("scripts")) / "mlroles"
ROWS = (10_000, 100_000, 1_000_000)
GROWTH = 1.2
SEED = 1
DIFFERENT = 50_000
"""How many different people are invented; in a longer file they come again, with new ids."""

UNANSWERED = 0.08
GIVEN = 0.35
"""How often a question is left out, and how often an answer is given where several may be."""


@dataclass(frozen=True)
class Run:
    """What a process took: seconds, its own account of them, and bytes at its peak."""

    seconds: float
    own_seconds: float
    peak: int


def questions() -> list[dict[str, object]]:
    """Return the questions of the shipped questionnaire, as they stand in the file."""
    text = (data_directory() / "questionnaire.json").read_text("utf-8")
    found: list[dict[str, object]] = json.loads(text)["questions"]
    return found


def answer_ids(question: dict[str, object], *, alone: bool = True) -> list[str]:
    """Return the ids of the answers, with or without those that can be given only alone."""
    answers = question["answers"]
    assert isinstance(answers, list)  # noqa: S101 - the catalogue's check says so
    return [each["id"] for each in answers if alone or not each.get("alone")]


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


def fit(python: str, parts: dict[str, list[str]], model: Path) -> None:
    """Fit the reference's models, and keep them in ``model``."""
    described = {
        "roles": ["a", "b", "c"],
        "questions": {str(each["id"]): answer_ids(each) for each in questions()},
        "parts": parts,
    }
    layout = model.with_suffix(".json")
    layout.write_text(json.dumps(described), encoding="utf-8")
    subprocess.run([python, REFERENCE, "fit", layout, model], check=True)


def run(*command: str | Path) -> Run:
    """Run a process, which must succeed; return what it took."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    with process:
        assert process.stdout is not None  # noqa: S101 - it is a pipe
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    seconds = time.perf_counter() - start
    if process.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} failed.")
    unit = 1 if sys.platform == "darwin" else 1024
    return Run(seconds, float(printed or seconds), usage.ru_maxrss * unit)


def main() -> int:
    """Measure, print a line for each file, and return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python", required=True, help="a Python with pandas and scikit-learn")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each program (3)")
    parser.add_argument("--rows", type=int, nargs="+", default=ROWS, help="rows of each file")
    chosen = parser.parse_args()
    asked = questions()
    everything = [str(each["id"]) for each in asked]
    halves: dict[str, list[str]] = {}
    for each in asked:
        halves.setdefault(str(each["half"]), []).append(str(each["id"]))
    invented = list(people())
    peaks = []
    slow = False
    print(f"Sheets a second, medians of {chosen.rounds} alternating runs of whole processes")
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        one, same = place / "one", place / "same"
        fit(chosen.python, {"combined": everything}, one)
        fit(chosen.python, {**halves, "combined": everything}, same)
        references = {
            "plain": ("plain", one),
            "tuned": ("tuned", one),
            "same table": ("tuned", same),
        }
        for rows in chosen.rows:
            sheets, output = place / "sheets.csv", place / "output.csv"
            write_sheets(sheets, rows, invented)
            runs: dict[str, list[Run]] = {name: [] for name in ("mlroles", *references)}
            for _ in range(chosen.rounds):
                runs["mlroles"].append(run(MLROLES, "score", sheets, "--output", output))
                for name, action in references.items():
                    runs[name].append(run(chosen.python, REFERENCE, *action, sheets, output))
            ours = median(each.seconds for each in runs["mlroles"])
            peaks.append(max(each.peak for each in runs["mlroles"]))
            print(f"{rows:>9,} rows  mlroles {rows / ours:9,.0f}   {peaks[-1] / 2**20:6.0f} MB")
            for name in references:
                theirs = median(each.seconds for each in runs[name])
                own = median(each.own_seconds for each in runs[name])
                peak = max(each.peak for each in runs[name]) / 2**20
                slow = slow or (name == "plain" and own < ours)
                print(
                    f"{'':>9} {name:>12} {rows / theirs:10,.0f}   {peak:6.0f} MB   ratio "
                    f"{theirs / ours:.2f}   without imports {rows / own:9,.0f}  "
                    f"ratio {own / ours:.2f}"
                )
    print(f"Memory of mlroles: {peaks[-1] / peaks[0]:.2f} x from the first file to the last")
    return int(slow or peaks[-1] > GROWTH * peaks[0])


if __name__ == "__main__":
    sys.exit(main())
