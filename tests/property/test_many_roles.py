"""Any number of roles is drawn, at any width: nothing is lost, nothing is too wide."""

import tempfile
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.catalogues import Files, bare, write
from tests.running import output

COMMANDS = (
    (),
    ("list",),
    ("list", "--full"),
    ("compare",),
    ("compare", "--full"),
    ("skills",),
    ("skills", "--full"),
    ("responsibilities",),
    ("responsibilities", "--full"),
    ("lifecycle",),
    ("lifecycle", "--full"),
)
WORDS = ("heat", "and", "flour", "kneading", "at", "three", "in", "the", "morning")


def many(count: int) -> Files:
    """Return ``count`` roles of whom something is said everywhere, each in words of its own."""
    files = bare(count)
    file = files["roles.json"]
    file["stages"] = [{"id": "dough", "title": "Dough", "text": "Made.", "claims": ["crumb-1"]}]
    scale = ["low", "middling", "high"]
    file["aspects"] = [
        {"id": "heat", "title": "Heat", "question": "How hot?"},
        {"id": "skill", "title": "Skill", "question": "How able?", "scale": scale},
    ]
    file["categories"] = [{"id": "craft", "title": "Craft"}]
    file["skills"] = [{"id": "kneading", "title": "Kneading", "category": "craft"}]
    file["responsibilities"] = [{"id": "mix", "title": "Mix", "stage": "dough"}]
    for number, role in enumerate(file["roles"]):
        role.update(said(number))
    return files


def said(number: int) -> dict[str, Any]:
    """Return what is said of one role, longer the higher its number."""
    text = " ".join(islice(WORDS, number % len(WORDS)))
    claims = ["crumb-1"]
    return {
        "short_title": f"Job{number}",
        "aspects": [
            {"aspect": "heat", "text": f"Hot{number} {text}", "claims": claims},
            {"aspect": "skill", "text": f"Able{number}", "level": number % 3, "claims": claims},
        ],
        "skills": [
            {"skill": "kneading", "level": 1, "text": f"By{number} {text}", "claims": claims}
        ],
        "responsibilities": [
            {
                "responsibility": "mix",
                "part": "leads",
                "text": f"Mixes{number} {text}",
                "claims": claims,
            }
        ],
    }


EXPECTED = {
    ("compare",): ("Job{}", "Hot{}"),
    ("compare", "--full"): ("Job{}", "Hot{}", "Able{}"),
    ("responsibilities", "--full"): ("Job{}", "Mixes{}"),
    ("list",): ("job-{}",),
    ("list", "--full"): ("job-{}",),
}
"""What is found of each role on these screens; on the others it is the name."""


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
@settings(max_examples=12, deadline=None)
@given(st.integers(1, 12), st.integers(40, 200))
def test_any_number_of_roles_is_drawn(command: tuple[str, ...], count: int, width: int) -> None:
    """From one role to twelve, at 40 to 200 columns, no line is too wide and no text is lost."""
    with tempfile.TemporaryDirectory() as directory:
        folder = write(Path(directory), many(count))
        told = output(*command, columns=width, environment={"MLROLES_DATA": str(folder)})
    assert all(cell_len(line) <= width for line in told.splitlines())
    seen = told.split()
    for number in range(count):
        for each in EXPECTED.get(command, ("Job{}",)):
            assert {each.format(number), f"{each.format(number)}:"} & set(seen)


@pytest.mark.parametrize("width", [80, 120, 200])
def test_five_stand_side_by_side_and_six_below_one_another(width: int) -> None:
    """A table sets five roles side by side at most, where they have room; more are records."""
    for count, beside in ((5, True), (6, False)):
        with tempfile.TemporaryDirectory() as directory:
            folder = write(Path(directory), many(count))
            told = output("lifecycle", columns=width, environment={"MLROLES_DATA": str(folder)})
        assert any("Job0" in line and "Job4" in line for line in told.splitlines()) == beside
