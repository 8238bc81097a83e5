"""Whole commands, run in this process: arguments at random, over files that may be spoilt."""

import io
import os
import random
import re
import sys
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from shutil import rmtree
from unicodedata import category
from unittest import mock

from fuzzing import parquet
from fuzzing.catalogues import draw_files, draw_spoilt
from fuzzing.documents import draw_document
from fuzzing.sheets import draw_csv, draw_jsonl, draw_sheet
from fuzzing.spoil import TEXTS
from mlroles.program import main

COLOUR = re.compile(r"\x1b\[[0-9;]*m")
JOINERS = "\u200c\u200d"

NAMES = (
    "baker", "bread-seller", "cook", "waiter", "scientist", "mle", "researcher", "b", "",
    "engineer",
    "Master Baker", "crumb-1", "book-2", "all", "outside", "summary", "FR", "uk", "2031", "old",
    "1" * 5000, "-1", "⅗", "x" * 3000, "likes", "wants", "course", "id", *TEXTS,
)  # fmt: skip
"""Words for any place of a command line, right ones and others."""

_COMMON = ("--data", "--format", "--json", "--plain")
COMMANDS: Mapping[tuple[str, ...], tuple[str, ...]] = {
    (): _COMMON,
    ("list",): _COMMON,
    ("show",): (*_COMMON, "--section"),
    ("compare",): (*_COMMON, "--aspect", "--only-differences"),
    ("skills",): (*_COMMON, "--shared", "--unique", "--category", "--search"),
    ("responsibilities",): (*_COMMON, "--stage", "--shared", "--search"),
    ("lifecycle",): _COMMON,
    ("pay",): (*_COMMON, "--country", "--experience", "--year", "--by", "--sensitivity"),
    ("quiz",): (*_COMMON, "--answers", "--save", "--fresh", "--only", "--all"),
    ("quiz", "questions"): _COMMON,
    ("score",): (
        "--data", "--plain", "--output", "--template", "--only", "--input-format",
        "--output-format",
    ),
    ("cohort",): (*_COMMON, "--by", "--only", "--input-format"),
    ("read",): (*_COMMON, "--title", "--column", "--evidence", "--summary", "--full"),
    ("sources",): (*_COMMON, "--claims", "--disputes"),
    ("data", "path"): ("--data",),
    ("data", "schema"): (),
    ("data", "check"): _COMMON,
}  # fmt: skip
"""The commands with their options."""

FLAGS = {
    "--json", "--plain", "--only-differences", "--shared", "--unique", "--fresh", "--all",
    "--template", "--claims", "--disputes", "--sensitivity", "--evidence", "--summary",
    "--full",
}  # fmt: skip
CHOICES = {
    "--format": ("terminal", "json", "markdown"),
    "--by": ("title", "experience", "country", "year", "course"),
    "--input-format": ("csv", "jsonl", "parquet"),
    "--output-format": ("csv", "jsonl", "parquet"),
}
TABLES: Mapping[str, Callable[[random.Random], bytes]] = {
    "sheets.csv": draw_csv,
    "sheets.jsonl": draw_jsonl,
    "sheets.parquet": parquet.draw_parquet,
}


class Screen(io.TextIOWrapper):
    """A stream that may say that it is a terminal."""

    def __init__(self, *, is_terminal: bool, data: bytes = b"") -> None:
        super().__init__(io.BytesIO(data), "utf-8", newline="", write_through=True)
        self._is_terminal = is_terminal

    def isatty(self) -> bool:
        """Return what was told."""
        return self._is_terminal

    def text(self) -> str:
        """Return what was written."""
        self.flush()
        self.seek(0)
        return self.read()


def run_command(chance: random.Random, folder: Path) -> bool:
    """Run a command at random in an empty ``folder``; return whether it did what was asked.

    Raises whatever comes out of it, and AssertionError where it writes what a terminal would act
    on, or leaves with a code that it should not have.
    """
    rmtree(folder, ignore_errors=True)
    catalogue = folder / "catalogue"
    catalogue.mkdir(parents=True)
    files = draw_spoilt(chance)[0] if chance.random() < 1 / 2 else draw_files(chance)
    for name, data in files.items():
        (catalogue / name).write_bytes(data)
    arguments = _arguments(chance, folder)
    stdin = Screen(is_terminal=False, data=_typed(chance))
    out, err = (Screen(is_terminal=chance.random() < 1 / 2) for _ in range(2))
    environment = {
        "COLUMNS": chance.choice(("80", "20", "1", "0", "-5", "300", "9" * 9, "9" * 5000, "x")),
        "MLROLES_STATE": str(folder / "state"),
        "MLROLES_DEBUG": "1",  # what is wrong shall come out
        "TERM": chance.choice(("xterm-256color", "dumb")),
        "NO_COLOR": chance.choice(("", "1")),
    }
    with (
        mock.patch.dict(os.environ, environment),
        mock.patch.object(sys, "stdin", stdin),
        redirect_stdout(out),
        redirect_stderr(err),
    ):
        try:
            code = main(arguments)
        except SystemExit as leaving:
            code = leaving.code if isinstance(leaving.code, int) else 1
    _judge(code, out, err, arguments)
    return code == 0


def _arguments(chance: random.Random, folder: Path) -> list[str]:
    words = chance.choice(list(COMMANDS))
    options = COMMANDS[words]
    arguments = [*words]
    if "--data" in options and chance.random() < 9 / 10:
        arguments += ["--data", str(folder / "catalogue")]
    for option in chance.sample(options, min(chance.choice((0, 0, 1, 2, 3)), len(options))):
        if option == "--data":
            continue
        arguments.append(option)
        if option not in FLAGS:
            arguments.append(_value(option, chance, folder))
    if words[:1] in {("score",), ("cohort",)} and "--template" not in arguments:
        arguments.append(_table(chance, folder))
    elif words == ("read",):
        arguments.append(_adverts(chance, folder))
    elif words == ("data", "check"):
        arguments.append(str(folder / "catalogue"))
    elif words in {
        ("data", "schema"),
        ("show",),
        ("compare",),
        ("skills",),
        ("pay",),
        ("sources",),
    }:
        arguments += [chance.choice(NAMES) for _ in range(chance.choice((0, 1, 1, 2)))]
    if chance.random() < 1 / 30:
        arguments.insert(chance.randrange(len(arguments) + 1), chance.choice(("--help", *NAMES)))
    return [each.replace("\x00", "") for each in arguments]  # no system passes these on


def _value(option: str, chance: random.Random, folder: Path) -> str:
    match option:
        case "--answers":
            (folder / "answers.json").write_bytes(draw_sheet(chance))
            return chance.choice((str(folder / "answers.json"), "-", str(folder)))
        case "--save":
            return str(folder / "saved.json")
        case "--output":
            return str(folder / f"out.{chance.choice(('csv', 'jsonl', 'parquet'))}")
        case _ if option in CHOICES and chance.random() < 9 / 10:
            return chance.choice(CHOICES[option])
        case _:
            return chance.choice(NAMES)


def _adverts(chance: random.Random, folder: Path) -> str:
    """Return an advert, a folder of some, or a table that may hold none."""
    kind = chance.choice(("file", "folder", "table", "none"))
    if kind == "table":
        return _table(chance, folder)
    place = folder / "adverts"
    place.mkdir()
    for number in range(chance.choice((0, 1, 3)) if kind == "folder" else 1):
        (place / f"{number}.txt").write_bytes(draw_document(chance))
    return str(place / "0.txt") if kind == "file" else str(place) if kind == "folder" else "-"


def _table(chance: random.Random, folder: Path) -> str:
    name = chance.choice(list(TABLES))
    (folder / name).write_bytes(TABLES[name](chance))
    return str(folder / name)


def _typed(chance: random.Random) -> bytes:
    """Return what is typed into the quiz, or comes through a pipe."""
    if chance.random() < 1 / 3:
        return draw_sheet(chance)
    words = ("1", "2", "3", "1,2", "b", "w", "s", "q", "", "y", "n", "99999", *TEXTS)
    lines = "\n".join(chance.choices(words, k=chance.choice((0, 5, 60))))
    return lines.encode(errors="surrogatepass")


def _judge(code: int, out: Screen, err: Screen, arguments: list[str]) -> None:
    if code not in {0, 1, 2, 130}:
        raise AssertionError(f"exit code {code} of {arguments}")
    told = [err.text()]
    if out.isatty():
        told.append(out.text())
    for text in told:
        if acted_on := unsafe(text):
            raise AssertionError(f"a terminal would act on {acted_on!a}: {arguments}")
    if "Traceback" in told[0]:
        raise AssertionError(f"a traceback: {arguments}")


def unsafe(text: str) -> str:
    """Return what a terminal would act on, beside colours and the ends of lines."""
    rest = COLOUR.sub("", text).replace("\r\n", "").replace("\n", "")
    if rest.isascii() and rest.isprintable():
        return ""
    return "".join(
        sign for sign in rest if category(sign) in {"Cc", "Cf", "Cs"} and sign not in JOINERS
    )
