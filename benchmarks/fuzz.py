"""Spoil what mlroles reads in every way there is: only our own errors may come out, and soon.

    python benchmarks/fuzz.py --count 1000000 --seed 1 --jobs 2
    python benchmarks/fuzz.py --seconds 3600
    python benchmarks/fuzz.py --seed 1 --only 4711

Each case spoils a catalogue, an answer sheet, an advert, a table (CSV, JSON Lines, Parquet) or a
file of a person (resume, export, CV, profile) and reads it as the program does; one in
``COMMAND_EVERY`` is a whole command with arguments at random, whose output is searched for what a
terminal acts on. A case is accepted or refused. It is a mistake where anything but an error of ours
comes out, slow above 2 s of processor time, and large above 200 MB. Exits 1 where a case is one of
these three, and names it: ``--only`` repeats it, and shows its traceback.
"""

import argparse
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from contextlib import suppress
from functools import partial
from itertools import count, islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.sharedctypes import Synchronized

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "benchmarks")]  # for the small catalogues of the tests

from fuzzing import catalogues, documents, parquet, people, sheets  # noqa: E402
from fuzzing.commands import run_command  # noqa: E402
from fuzzing.watch import Watch, bound_memory  # noqa: E402

from mlroles.batch.rows import TableFormat  # noqa: E402
from mlroles.errors import MlrolesError  # noqa: E402

COMMAND_EVERY = 30
"""One case in so many is a whole command."""

BOMB_EVERY = 5000
"""One case in so many is a file that stands for very much more."""

BLOCK = 5000
"""Cases that are run before the counts are looked at."""

OUTCOMES = ("accepted", "refused", "mistake", "slow", "large")

Counts = Counter[tuple[str, str]]
"""How often a kind of case had an outcome."""


def _catalogue(chance: random.Random) -> Callable[[], bool]:
    return partial(catalogues.read_catalogue, *catalogues.draw_spoilt(chance))


def _document(chance: random.Random) -> Callable[[], bool]:
    return partial(documents.read_document, documents.draw_document(chance))


def _trap(chance: random.Random) -> Callable[[], bool]:
    return partial(documents.read_document, documents.draw_trap(chance))


def _sheet(chance: random.Random) -> Callable[[], bool]:
    return partial(sheets.read_sheet, sheets.draw_sheet(chance))


def _person_file(chance: random.Random) -> Callable[[], bool]:
    return partial(people.read_file, people.draw_file(chance))


def _profile(chance: random.Random) -> Callable[[], bool]:
    return partial(people.read_profile, people.draw_profile(chance))


def _kept_profile(chance: random.Random) -> Callable[[], bool]:
    return partial(people.read_kept, people.draw_profile(chance))


def _rows(
    draw: Callable[[random.Random], bytes], format_: TableFormat, chance: random.Random
) -> Callable[[], bool]:
    return partial(sheets.read_rows, draw(chance), format_, chance)


OFTEN: dict[str, tuple[int, Callable[[random.Random], Callable[[], bool]]]] = {
    "catalogue": (4, _catalogue),
    "answer sheet": (6, _sheet),
    "csv": (6, partial(_rows, sheets.draw_csv, TableFormat.CSV)),
    "jsonl": (6, partial(_rows, sheets.draw_jsonl, TableFormat.JSONL)),
    "document": (6, _document),
    "parquet": (3, partial(_rows, parquet.draw_parquet, TableFormat.PARQUET)),
    "person file": (6, _person_file),
    "profile": (2, _profile),
    "kept profile": (1, _kept_profile),
}
"""The kinds that take a moment: how often each comes, and what draws a case."""

SELDOM: dict[str, Callable[[random.Random], Callable[[], bool]]] = {
    "wide csv": partial(_rows, sheets.draw_wide, TableFormat.CSV),
    "document trap": _trap,
    "parquet bomb": partial(_rows, parquet.draw_bomb, TableFormat.PARQUET),
}


class Fuzzer:
    """Draws the cases of a seed by their number and runs them, whole commands in ``folder``."""

    def __init__(self, seed: str, folder: Path) -> None:
        """Start with nothing but the sound files read."""
        self._seed = seed
        self._folder = folder
        for kind in OFTEN:  # so that all is imported
            with suppress(MlrolesError):
                self._case(random.Random(kind), kind)()  # noqa: S311
        self.watch = Watch()

    def draw(self, number: int) -> tuple[str, Callable[[], bool]]:
        """Return the kind of a case, and what runs it."""
        chance = random.Random(f"{self._seed}-{number}")  # noqa: S311
        if chance.random() < 1 / COMMAND_EVERY:
            return "command", partial(run_command, chance, self._folder)
        if chance.random() < 1 / BOMB_EVERY:
            kind = chance.choice(list(SELDOM))
            return kind, SELDOM[kind](chance)
        weights = [weight for weight, _ in OFTEN.values()]
        (kind,) = chance.choices(list(OFTEN), weights)
        return kind, self._case(chance, kind)

    def run(self, number: int) -> tuple[str, list[str]]:
        """Run a case; return its kind and what it was, as ``Watch.run`` does."""
        kind, case = self.draw(number)
        return kind, self.watch.run(case)

    @staticmethod
    def _case(chance: random.Random, kind: str) -> Callable[[], bool]:
        return OFTEN[kind][1](chance)


def run_apart(seed: str, deadline: float, numbers: range) -> tuple[Counts, list[str]]:
    """Run some cases in a process of their own, until ``deadline`` (seconds since 1970).

    Return their counts, and a line for each that was not as it should be: a case in which the
    process dies is one as well, and the others are run once more.
    """
    context = get_context("spawn")
    at = context.Value("q", numbers.start)
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=run_block, args=(seed, deadline, numbers, at, sender))
    process.start()
    sender.close()
    try:
        counts, found = receiver.recv()
    except EOFError:
        counts, found = Counts({("command", "mistake"): 1}), [f"{at.value}: the process died"]
        for rest in (range(numbers.start, at.value), range(at.value + 1, numbers.stop)):
            some, lines = run_apart(seed, deadline, rest) if rest else (Counts(), [])
            counts += some
            found += lines
    process.join()
    return counts, found


def run_block(
    seed: str, deadline: float, numbers: range, at: "Synchronized[int]", sender: "Connection"
) -> None:
    """Run some cases and send what ``run_apart`` returns; ``at`` shows which is under way."""
    bound_memory()
    counts, found = Counts(), []
    with tempfile.TemporaryDirectory() as folder:
        fuzzer = Fuzzer(seed, Path(folder) / "case")
        for number in numbers:
            if time.time() > deadline:
                break
            at.value = number
            kind, outcomes = fuzzer.run(number)
            counts.update((kind, outcome) for outcome in outcomes)
            if len(outcomes) > 1 or outcomes[0] in OUTCOMES[2:]:
                watch = fuzzer.watch
                figures = f"{watch.seconds:.1f} s, {watch.peak / 1024**2:.0f} MB"
                error = f"{type(watch.error).__name__}: {watch.error}" if watch.error else ""
                found.append(f"{number} ({kind}): {', '.join(outcomes)}; {figures} {error[:300]}")
    sender.send((counts, found))


def _in_turn(
    pool: ThreadPoolExecutor,
    jobs: int,
    run: Callable[[range], tuple[Counts, list[str]]],
    blocks: Iterator[range],
) -> Iterator[tuple[Counts, list[str]]]:
    """Yield what ``run`` returns for each block, ``jobs`` at a time."""
    pending = {pool.submit(run, block) for block in islice(blocks, jobs)}
    while pending:
        done, pending = wait(pending, return_when=FIRST_COMPLETED)
        pending |= {pool.submit(run, block) for block in islice(blocks, len(done))}
        yield from (each.result() for each in done)


def show_one(seed: str, number: int) -> int:
    """Run a single case and show what came of it."""
    with tempfile.TemporaryDirectory() as folder:
        fuzzer = Fuzzer(seed, Path(folder) / "case")
        kind, outcomes = fuzzer.run(number)
        watch = fuzzer.watch
        print(f"{kind}: {', '.join(outcomes)}; {watch.seconds:.2f} s, {watch.peak:,} bytes")
        if watch.error:
            traceback.print_exception(watch.error)
    return 0 if outcomes[-1] in OUTCOMES[:2] else 1


def table(counts: Counts) -> Iterator[str]:
    """Yield the lines of the table of counts."""
    yield "".join(f"{title:>14}" for title in ("", *OUTCOMES))
    kinds = (*OFTEN, *SELDOM, "command")
    for kind in kinds:
        yield f"{kind:14}" + "".join(f"{counts[kind, each]:14,}" for each in OUTCOMES)
    sums = (sum(counts[kind, each] for kind in kinds) for each in OUTCOMES)
    yield f"{'all':14}" + "".join(f"{each:14,}" for each in sums)


def main() -> int:
    """Run the cases and print the counts; return 1 where one is not as it should be."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, help="cases  [default: 20,000, or no end]")
    parser.add_argument("--seconds", type=float, help="stop after so long")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--first", type=int, default=0, help="the number of the first case")
    parser.add_argument("--only", type=int, help="run this case alone and show its traceback")
    parser.add_argument("--jobs", type=int, default=1, help="processes")
    chosen = parser.parse_args()
    if chosen.only is not None:
        return show_one(chosen.seed, chosen.only)
    started = time.time()
    deadline = started + chosen.seconds if chosen.seconds else float("inf")
    total = chosen.count if chosen.count or chosen.seconds else 20_000
    starts = range(chosen.first, chosen.first + total, BLOCK) if total else count(0, BLOCK)
    end = chosen.first + total if total else sys.maxsize
    blocks = (range(start, min(start + BLOCK, end)) for start in starts)
    counts, found = Counts(), 0
    with ThreadPoolExecutor(chosen.jobs) as pool:
        for some, lines in _in_turn(
            pool, chosen.jobs, partial(run_apart, chosen.seed, deadline), blocks
        ):
            counts += some
            found += len(lines)
            for line in lines:
                print(line, flush=True)
            done = sum(counts[key] for key in counts if key[1] in OUTCOMES[:3])
            sys.stderr.write(f"\r{done:,} cases, {done / (time.time() - started):,.0f} a second ")
            if time.time() > deadline:
                break
    print("\n".join(("", *table(counts))))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
