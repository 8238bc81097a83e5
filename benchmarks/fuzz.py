"""Spoil the shipped files in thousands of ways: whatever is read, only our own errors come out.

    python benchmarks/fuzz.py --count 20000 --seed 1

Each round spoils one file (a catalogue file or an answer sheet) by flipping, cutting, repeating or
exchanging bytes, or by dropping, doubling, renaming or retyping what stands in its JSON. It is
then read as the program reads it, and what is accepted is also drawn. Exits 1 where anything but
an MlrolesError comes out, and names the round, which ``--seed`` and ``--only`` repeat.
"""

import argparse
import copy
import json
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mlroles.datafile.read import parse
from mlroles.errors import DataError, MlrolesError
from mlroles.locations import data_directory
from mlroles.parts import QUESTIONNAIRE
from mlroles.quiz.check import questionnaire_problems
from mlroles.quiz.models import Questionnaire
from mlroles.quiz.sheets import dump_sheet, parse_sheet
from mlroles.render.plain import to_plain
from mlroles.roles.catalogue import Catalogue
from mlroles.roles.check import catalogue_problems, uncited_problems
from mlroles.roles.compare import compare
from mlroles.roles.load import load_catalogue
from mlroles.roles.models import RolesFile, SourcesFile
from mlroles.validation import check_directory
from mlroles.views.compare import view

SHEET = "sheet.json"
FILES = ("sources.json", "roles.json", "questionnaire.json", SHEET)
ODD: tuple[Any, ...] = (
    None, True, -1, 0, 10**400, 1.5, 1e308, "", " ", "x" * 5000, "\x1b[31m", "\u202e", [], {},
    [[]], {"id": {}}, "data-scientist", "../../etc/passwd", "\x00", "é", "qwak-1",
)  # fmt: skip
ODD_TEXTS = (
    "\x1b]0;x\x07", "\x9b2J", "[/bold]", "\u202e", "\u200b", "| a |", "y" * 4000, "\x00",
)  # fmt: skip
TEXT_KEYS = frozenset({"text", "title", "says", "name", "why"})
ODD_BYTES = (
    b"NaN", b"Infinity", b"-", b"\\ud800", b"\\u0000", b"\xff", b"\xef\xbb\xbf", b"[" * 5000,
    b'{"a":' * 5000, b"1e999", b"9" * 5000, b"\x00", b'"', b"{}", b"//", b",",
)  # fmt: skip


class Fuzzer:
    """Holds the sound files; ``round`` spoils one of them and reads it."""

    def __init__(self) -> None:
        """Read the shipped files, and make an answer sheet that answers every question."""
        self.directory = data_directory()
        self.catalogue = load_catalogue(self.directory)
        self.questionnaire = QUESTIONNAIRE.load(self.catalogue)
        answers = {each.id: (each.answers[0].id,) for each in self.questionnaire.questions}
        self.sound = {name: (self.directory / name).read_bytes() for name in FILES[:-1]}
        self.sound[SHEET] = dump_sheet(self.questionnaire, answers)

    def round(self, seed: str) -> tuple[str, str]:
        """Spoil one file and read it; return its name and ``loaded`` or ``refused``.

        Any exception but an MlrolesError is a failure, and leaves.
        """
        chance = random.Random(seed)  # noqa: S311
        name = chance.choice(FILES)
        data = spoil(self.sound[name], chance)
        try:
            self.read(name, data, on_disk=chance.random() < 1 / 50)
        except MlrolesError as error:
            str(error)
            return name, "refused"
        return name, "loaded"

    def read(self, name: str, data: bytes, *, on_disk: bool) -> None:
        """Read ``data`` in place of the named file; raises MlrolesError where it is wrong."""
        if name == SHEET:
            parse_sheet(data, self.questionnaire, name)
            return
        if on_disk:
            self.check_on_disk(name, data)
        catalogue, questionnaire = self.catalogue, self.questionnaire
        if name == "questionnaire.json":
            questionnaire = parse(data, name, Questionnaire)
        elif name == "roles.json":
            roles = parse(data, name, RolesFile)
            catalogue = Catalogue(catalogue.directory, catalogue.sources, roles)
        else:
            sources = parse(data, name, SourcesFile)
            catalogue = Catalogue(catalogue.directory, sources, catalogue.file)
        problems = (
            *catalogue_problems(catalogue),
            *questionnaire_problems(questionnaire, catalogue),
        )
        if problems:
            raise DataError("refused", problems=problems)
        list(uncited_problems(catalogue))
        to_plain(view(compare(catalogue, catalogue.roles), catalogue))

    def check_on_disk(self, name: str, data: bytes) -> None:
        """Check a whole folder in which one file is spoilt."""
        with tempfile.TemporaryDirectory() as folder:
            for other in FILES[:-1]:
                (Path(folder) / other).write_bytes(data if other == name else self.sound[other])
            for problem in check_directory(Path(folder)).problems:
                str(problem)


def spoil(data: bytes, chance: random.Random) -> bytes:
    """Return ``data`` with a fault or a few, of bytes or of what they mean."""
    faults = chance.choice((_spoil_bytes, _spoil_json))
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        data = faults(data, chance)
    return data


def _spoil_bytes(data: bytes, chance: random.Random) -> bytes:
    start, end = sorted(chance.randrange(len(data) + 1) for _ in range(2))
    match chance.randrange(6):
        case 0:  # flip some bits
            spoilt = bytearray(data or b"x")
            for _ in range(chance.choice((1, 1, 8))):
                spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
            return bytes(spoilt)
        case 1:  # cut
            return data[:start]
        case 2:  # leave a piece out
            return data[:start] + data[end:]
        case 3:  # repeat a piece, at most one kilobyte of it
            return data[:end] + data[start : min(end, start + 1024)] + data[end:]
        case 4:  # put something odd in
            return data[:start] + chance.choice(ODD_BYTES) + data[start:]
        case _:  # replace a few bytes
            return data[:start] + chance.randbytes(chance.randint(1, 8)) + data[start + 4 :]


def _spoil_json(data: bytes, chance: random.Random) -> bytes:
    try:
        document = json.loads(data)
    except (ValueError, RecursionError):
        return _spoil_bytes(data, chance)
    places = list(_places(document))
    if not places:
        return _spoil_bytes(data, chance)
    texts = [(container, key) for container, key in places if key in TEXT_KEYS]
    container, key = chance.choice(places)
    match chance.randrange(7):
        case 0:
            del container[key]
        case 1 if isinstance(container, dict):
            container[f"{key}s"] = container.pop(key)
        case 1:
            container.append(container[key])
        case 2:
            container[key] = [container[key]]
        case 3:
            other, place = chance.choice(places)
            container[key] = copy.deepcopy(other[place])
        case 4:
            twice = json.dumps(document).replace("{", '{"id": "twice", ', chance.randint(1, 5))
            return twice.encode()
        case 5 if texts:
            container, key = chance.choice(texts)
            container[key] = chance.choice(ODD_TEXTS)
        case _:
            container[key] = chance.choice(ODD)
    return json.dumps(document, ensure_ascii=chance.random() < 1 / 2).encode()


def _places(document: Any) -> Iterator[tuple[Any, Any]]:  # noqa: ANN401
    """Yield every container in a JSON document with each key or index in it."""
    pending = [document]
    while pending:
        container = pending.pop()
        if isinstance(container, dict | list):
            keys = list(container) if isinstance(container, dict) else range(len(container))
            yield from ((container, key) for key in keys)
            pending += [container[key] for key in keys]


def main() -> int:
    """Run the rounds and print the counts; return 1 where a round failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--count", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="run this round alone and show its traceback")
    chosen = parser.parse_args()
    fuzzer, counts, failed = Fuzzer(), Counter[tuple[str, str]](), list[int]()
    started = time.perf_counter()
    for number in range(chosen.count) if chosen.only is None else [chosen.only]:
        try:
            counts[fuzzer.round(f"{chosen.seed}-{number}")] += 1
        except Exception as error:  # noqa: BLE001 - that is what is looked for
            failed.append(number)
            print(f"round {number}: {type(error).__name__}: {error}"[:200])
            if chosen.only is not None:
                traceback.print_exc()
    for name in FILES:
        print(f"{name:20} loaded {counts[name, 'loaded']:6}   refused {counts[name, 'refused']:6}")
    seconds = time.perf_counter() - started
    print(f"{sum(counts.values()) + len(failed)} files, {len(failed)} failures, {seconds:.0f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
