"""Measures what the largest inputs cost that the limits allow, and those just beyond.

    python benchmarks/limits.py [--only WORDS]

Each case is a whole process: its processor time, its memory at the peak, and whether the input was
read or refused. Exits 1 where one takes more than SECONDS or MEMORY, or does not end with 0 or 1.
Parquet's cases are left out where pyarrow is not installed.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from multiprocessing import get_context
from pathlib import Path
from shutil import copy
from typing import Any, NamedTuple

from mlroles.batch.parquet_pages import LARGEST_FOOTER
from mlroles.batch.parquet_rows import BUDGET
from mlroles.batch.rows import LONGEST_LIST, LONGEST_TEXT
from mlroles.datafile.read import MOST_VALUES, SIZE_LIMIT
from mlroles.locations import data_directory
from mlroles.quiz.sheets import LIMIT

SECONDS = 2.0
"""Of processor time, start included."""

MEMORY = 200 * 1024
"""Kilobytes."""


class Case(NamedTuple):
    """An input: ``make`` writes it into a folder and returns the command's arguments."""

    title: str
    make: Callable[[Path], list[str]]
    environment: dict[str, str] = {}  # noqa: RUF012 - read only


def catalogue(folder: Path, **files: bytes) -> list[str]:
    """Write the shipped catalogue with other files in place of some; return how it is checked."""
    for path in data_directory().glob("*.json"):
        copy(path, folder)
    for name, data in files.items():
        (folder / f"{name}.json").write_bytes(data)
    return ["data", "check", str(folder)]


def lists(count: int) -> bytes:
    """Return a list of empty lists."""
    return b"[" + b",".join([b"[]"] * count) + b"]"


def many_claims(folder: Path) -> list[str]:
    """Write as many claims as fit: a hundred sections, and claims of each."""
    document: dict[str, Any] = json.loads((data_directory() / "sources.json").read_bytes())
    source, claim = document["sources"][0], document["claims"][0]
    source["sections"] = [{"id": f"s-{n}", "title": "A section"} for n in range(2000)]
    document["claims"] += [
        {**claim, "id": f"c-{n}", "source": source["id"], "section": f"s-{n % 2000}"}
        for n in range(8000)
    ]
    return catalogue(folder, sources=json.dumps(document).encode())


def unknown_names(folder: Path) -> list[str]:
    """Write a thousand categories, and skills of six hundred others."""
    document: dict[str, Any] = json.loads((data_directory() / "roles.json").read_bytes())
    category, skill = document["categories"][0], document["skills"][0]
    document["categories"] += [{**category, "id": f"known-{n}"} for n in range(1000)]
    document["skills"] += [
        {**skill, "id": f"skill-{n}", "category": f"knwon-{n}"} for n in range(600)
    ]
    return catalogue(folder, roles=json.dumps(document).encode())


def table(name: str, *lines: bytes, times: int = 1) -> Callable[[Path], list[str]]:
    """Return what writes a table of these lines, the last so many times without a line's end."""

    def make(folder: Path) -> list[str]:
        (folder / name).write_bytes(b"\n".join(lines) + lines[-1] * (times - 1) + b"\n")
        return ["score", str(folder / name)]

    return make


def header(columns: int) -> bytes:
    """Return a header of so many columns beside the names of people."""
    return b",".join([b"id", *(b"c%d" % n for n in range(columns))])


def sheet(folder: Path) -> list[str]:
    """Write an answer sheet of the largest size, every key of which is unknown."""
    answers = {f"q{n:06}": "a" for n in range(LIMIT // 16)}
    document = {"schema": "mlroles/answers", "version": 1, "questionnaire": "x", "answers": answers}
    (folder / "sheet.json").write_text(json.dumps(document, separators=(",", ":"))[:LIMIT])
    return ["quiz", "--answers", str(folder / "sheet.json")]


def parquet(
    draw: Callable[[], dict[str, Any]],
    **options: Any,  # noqa: ANN401
) -> Callable[[Path], list[str]]:
    """Return what writes a Parquet file with these columns."""

    def make(folder: Path) -> list[str]:
        import pyarrow as pa
        import pyarrow.parquet as pq

        path = folder / "table.parquet"
        pq.write_table(pa.table(draw()), path, compression="zstd", **options)
        return ["cohort", str(path)]

    return make


def answered(people: int, answers: int) -> dict[str, Any]:
    """Return the columns of people who gave so many answers to one question."""
    return {"id": ["a"] * people, "deliverable": [["x"] * answers] * people}


def cases() -> Iterator[Case]:
    """Yield the cases, at each limit and beyond it."""
    brackets = MOST_VALUES - 1

    def wrong(folder: Path) -> list[str]:
        values = b",".join([b"1"] * (brackets - 10))
        return catalogue(folder, sources=b'{"schema_version":1,"sources":[' + values + b"]}")

    yield Case("catalogue: nothing but a text, as large as may be",
               lambda f: catalogue(f, roles=b'"' + b"x" * (SIZE_LIMIT - 2) + b'"'))  # fmt: skip
    yield Case("catalogue: larger than that",
               lambda f: catalogue(f, roles=b" " * (SIZE_LIMIT + 1)))  # fmt: skip
    yield Case("catalogue: as many values as may be, all wrong",
               wrong)  # fmt: skip
    yield Case("catalogue: as many lists as may be",
               lambda f: catalogue(f, roles=lists(brackets // 2)))  # fmt: skip
    yield Case("catalogue: six million bytes of lists",
               lambda f: catalogue(f, roles=lists(2_000_000)))  # fmt: skip
    yield Case("catalogue: 2,000 sections, 8,000 claims", many_claims)
    yield Case("catalogue: 600 unknown of 1,000 categories", unknown_names)
    yield Case("sheet: as large as may be, all unknown", sheet)
    yield Case("csv: 60,000 columns", table("t.csv", header(60_000), b"ann"))
    yield Case("csv: as many columns as a line may hold",
               table("t.csv", header(150_000)[:LONGEST_TEXT], b"ann"))  # fmt: skip
    yield Case("csv: a cell as long as may be", table("t.csv", b"id", b"x" * LONGEST_TEXT))
    yield Case("csv: a quoted cell of that length",
               table("t.csv", b"id", b'"' + b"x" * (LONGEST_TEXT - 3) + b'"'))  # fmt: skip
    yield Case("csv: a line of a hundred times that",
               table("t.csv", b"id", b"x" * LONGEST_TEXT, times=100))  # fmt: skip
    yield Case("jsonl: 60,000 keys", table("t.jsonl", json.dumps(
        {"id": "ann", **{f"c{n}": "" for n in range(60_000)}}).encode()))  # fmt: skip
    yield Case("pay: a terminal of 100,000,000 columns", lambda _: ["pay"],
               {"COLUMNS": "100000000"})  # fmt: skip
    if find_spec("pyarrow") is None:
        return
    yield Case("parquet: 30 names of 30 million letters",
               parquet(lambda: {"id": [chr(65 + n) * 30_000_000 for n in range(30)]}))  # fmt: skip
    yield Case("parquet: names as long as may be, one to a page",
               parquet(lambda: {"id": [chr(65 + n) * LONGEST_TEXT for n in range(50)]},
                       data_page_size=1, write_batch_size=1, use_dictionary=False))  # fmt: skip
    yield Case("parquet: a page as large as may be",
               parquet(lambda: {"id": ["x" * 990_000] * (BUDGET // 1_000_000)},
                       use_dictionary=False, data_page_size=BUDGET))  # fmt: skip
    yield Case("parquet: three million answers in a list",
               parquet(lambda: answered(3, 3_000_000)))  # fmt: skip
    yield Case("parquet: lists as long as may be",
               parquet(lambda: answered(200, LONGEST_LIST)))  # fmt: skip
    yield Case("parquet: 20,000 columns",
               parquet(lambda: {"id": ["a"], **{f"c{n}": ["x"] for n in range(20_000)}}),
               )  # fmt: skip
    yield Case(f"parquet: groups of rows in a footer of nearly {LARGEST_FOOTER:,} bytes",
               parquet(lambda: {"id": ["a"] * 10_000}, row_group_size=1,
                       write_statistics=False))  # fmt: skip


def made(case: Case, folder: Path) -> list[str]:
    """Make an input in a process of its own, as a measured one counts its parent's memory."""
    context = get_context("fork")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=lambda: sender.send(case.make(folder)))
    process.start()
    sender.close()
    arguments: list[str] = receiver.recv()
    process.join()
    return arguments


def measure(arguments: list[str], environment: dict[str, str]) -> tuple[int, float, int]:
    """Run mlroles; return its exit code, its seconds of processor time, and its peak in kB."""
    process = subprocess.Popen(
        [sys.executable, "-m", "mlroles", *arguments],
        env={**os.environ, "COLUMNS": "80", **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss


def main() -> int:
    """Measure every case and print a table; return 1 where one falls short."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--only", default="", help="cases with these words in their title")
    chosen = parser.parse_args()
    print(f"{'input':66}{'outcome':>9}{'cpu s':>8}{'MB':>7}")
    short = False
    for case in cases():
        if chosen.only not in case.title:
            continue
        with tempfile.TemporaryDirectory() as folder:
            code, seconds, peak = measure(made(case, Path(folder)), case.environment)
        outcome = {0: "read", 1: "refused"}.get(code, f"exit {code}")
        fails = code not in {0, 1} or seconds > SECONDS or peak > MEMORY
        short |= fails
        mark = "  too much" if fails else ""
        print(f"{case.title:66}{outcome:>9}{seconds:8.2f}{peak / 1024:7.0f}{mark}", flush=True)
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
