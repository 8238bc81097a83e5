"""Whatever numbers a catalogue holds, it is used or refused with a sentence."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mlroles.datafile.model import MOST
from tests.bakehouse import whole_bakery
from tests.kitchen import two_halves
from tests.running import Ran, run

Place = tuple[str, tuple[int | str, ...]]
"""A file of the catalogue, and the way to a value in it."""

COMMANDS = (
    ("data", "check"),
    ("pay",),
    ("pay", "--json"),
    ("pay", "--by", "year"),
    ("pay", "--sensitivity"),
    ("quiz", "questions"),
    ("show", "baker"),
    ("compare",),
)

HUGE = ("1" + "0" * 400, "1" + "0" * 4299, "1" + "0" * 5000, "-1" + "0" * 400, "1e308", "1e400")
"""Numbers that no model allows, as JSON writes them."""

EDGES = (0, 1, 2, 9, 10, 1000, 1900, 2200, 1_000_000, MOST, MOST + 1, -1, -10, -MOST, 0.5, 1e-300)

numbers = st.sampled_from([*HUGE, *map(json.dumps, EDGES)])
"""A number as JSON writes it."""


def catalogue(*, measured: bool) -> dict[str, Any]:
    """Return the bakery; what is ``measured`` of its quiz is of a kitchen, which check refuses."""
    files = whole_bakery()
    if measured:
        quiz = two_halves()
        files["questionnaire.json"]["halves"][0]["measured"] = quiz["halves"][1]["measured"]
    return files


def places(value: Any, way: tuple[int | str, ...] = ()) -> Iterator[tuple[int | str, ...]]:
    """Yield the way to every number in a JSON document."""
    if isinstance(value, dict | list):
        keys = value if isinstance(value, dict) else range(len(value))
        for key in keys:
            yield from places(value[key], (*way, key))
    elif isinstance(value, int | float) and not isinstance(value, bool):
        yield way


PLACES: list[Place] = [
    (name, way) for name, document in catalogue(measured=True).items() for way in places(document)
]


def write(directory: Path, changes: dict[Place, str]) -> Path:
    """Write the catalogue with these numbers changed, each as it is spelled."""
    directory.mkdir(exist_ok=True)
    files = catalogue(measured=any("measured" in way for _, way in changes))
    for name, way in changes:
        inner = files[name]
        for step in way[:-1]:
            inner = inner[step]
        inner[way[-1]] = "number of " + json.dumps([name, *way])
    for name, document in files.items():
        text = json.dumps(document)
        for (file, way), number in changes.items():
            text = text.replace(json.dumps("number of " + json.dumps([file, *way])), number)
        (directory / name).write_text(text, "utf-8")
    return directory


def use(directory: Path, commands: Sequence[tuple[str, ...]] = COMMANDS) -> Iterator[Ran]:
    """Run commands on a catalogue; each must succeed, or say in a sentence why it cannot."""
    for command in commands:
        ran = run("--data", str(directory), *command)
        said = ran.out + ran.err
        assert "a mistake of its own" not in said, (command, said)
        assert "inf" not in said.split(), (command, said)
        assert ran.code == 0 or (ran.code == 1 and said), command
        yield ran


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder for a catalogue that each example writes anew."""
    return tmp_path_factory.mktemp("numbers")


@settings(max_examples=300)
@given(
    changes=st.dictionaries(st.sampled_from(PLACES), numbers, min_size=1, max_size=3),
    command=st.sampled_from(COMMANDS),
)
def test_any_number_is_used_or_refused(
    changes: dict[Place, str], command: tuple[str, ...], folder: Path
) -> None:
    """No number, wherever it stands, makes a command fail on a mistake of its own."""
    assert list(use(write(folder / "any", changes), [command]))


@pytest.mark.parametrize("number", HUGE[:3])
@pytest.mark.parametrize(
    ("file", "keys"),
    [
        ("roles.json", {"amount"}),
        ("pay.json", {"low", "mid", "high"}),
        ("pay.json", {"median"}),
        ("pay.json", {"read", "single", "not_full_time", "other_titles", "repeats", "used"}),
        ("pay.json", {"adverts", "bands"}),
        ("questionnaire.json", {"people"}),
    ],
    ids=lambda value: value if isinstance(value, str) else "-".join(sorted(value)),
)
def test_huge_number_is_refused(file: str, keys: set[str], number: str, tmp_path: Path) -> None:
    """Numbers that no screen could show are refused, with the file and, if read, the place."""
    changes = {(name, way): number for name, way in PLACES if name == file and keys & {*way}}
    assert changes
    checked = next(use(write(tmp_path, changes)))
    assert checked.code == 1
    assert file in checked.out + checked.err


def test_largest_amounts_are_shown(tmp_path: Path) -> None:
    """Pay at the upper bound everywhere is drawn, compared and summed."""
    figures = {"low", "mid", "high", "median", "difference"}
    changes = {
        (name, way): "0" if "differences" in way else str(MOST)
        for name, way in PLACES
        if name == "pay.json" and figures & {*way}
    }
    ran = list(use(write(tmp_path, changes)))
    assert "1,000,000,000,000" in "".join(each.out for each in ran).replace("\u202f", ",")
    assert [each.code for each in ran] == [0] * len(COMMANDS)
