"""Options that keep a part of a screen, on the bakery."""

from pathlib import Path

import pytest

from tests.bakehouse import whole_bakery
from tests.catalogues import write
from tests.running import output

KNEADING, COUNTING, GREETING = "Kneading", "Counting", "Greeting"
MIX, SELL, TASTE = "Mix the dough", "Sell bread", "Taste bread"


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        (("--full",), [KNEADING, COUNTING, GREETING]),
        (("--shared",), [COUNTING]),
        (("--unique",), [KNEADING]),
        (("--unique", "--category", "trade"), []),
        (("--unique", "baker"), [KNEADING, COUNTING]),
        (("--category", "craft"), [KNEADING]),
        (("--search", "pound"), [KNEADING]),
        (("--search", "lion taming"), []),
        (("baker", "--full"), [KNEADING, COUNTING]),
    ],
)
def test_skills(options: tuple[str, ...], titles: list[str], tmp_path: Path) -> None:
    """Skills are kept by who needs them, by category, and by a word of their names."""
    files = whole_bakery()
    for cell in files["evidence.json"]["measures"][0]["cells"]:
        if cell["group"] == "bread-seller":
            cell["count"] = 2  # rare: kneading is of bakers alone
    told = output("--data", str(write(tmp_path, files)), "--plain", "skills", *options)
    assert [line.removeprefix("Skill: ") for line in told.splitlines() if "Skill: " in line] == (
        titles
    )
    assert ("No skill named “lion taming” fits" in told) == ("lion taming" in options)


def test_silence_makes_no_skill_unique(bakery_directory: Path) -> None:
    """Without figures no skill is said to be of one role alone."""
    told = output("--data", str(bakery_directory), "--plain", "skills", "--unique")
    assert "No skill fits what was asked for." in told


@pytest.mark.parametrize(
    ("options", "titles"),
    [
        (("--full",), [MIX, SELL, TASTE]),
        (("--shared",), [TASTE]),
        (("--stage", "shop", "--stage", "outside"), [SELL, TASTE]),
        (("--search", "bread", "baker"), [TASTE]),
        (("--search", "nothing"), []),
    ],
)
def test_responsibilities(
    options: tuple[str, ...], titles: list[str], bakery_directory: Path
) -> None:
    """Responsibilities are kept by who has them, by stage, and by a word."""
    told = output("--data", str(bakery_directory), "--plain", "responsibilities", *options)
    lines = told.splitlines()
    assert [line for line in lines if line in {MIX, SELL, TASTE}] == titles
    assert ("No responsibility named “nothing” fits" in told) == (not titles)


@pytest.mark.parametrize(
    ("options", "rows"),
    [
        ((), ["Rising", "Heat", "Wage"]),
        (("--aspect", "heat"), ["Heat"]),
        (("--only-differences",), ["Heat"]),
        (("seller",), ["Heat", "Wage"]),
    ],
)
def test_comparison(options: tuple[str, ...], rows: list[str], bakery_directory: Path) -> None:
    """Rows are kept by aspect, and where roles differ."""
    told = output("--data", str(bakery_directory), "--plain", "compare", *options)
    lines = [line.removesuffix(" (sources disagree)") for line in told.splitlines()]
    assert [line for line in lines if line in {"Rising", "Heat", "Wage"}] == rows


def test_sections(bakery_directory: Path) -> None:
    """A role is shown with the sections asked for, in the order of reading."""
    data = ("--data", str(bakery_directory), "--plain")
    told = output(*data, "show", "baker", "--section", "skills", "--section", "does-not")
    headings = ["Facts", "What it does not do", "Skills", "Choose it if", "Sources"]
    assert [line for line in told.splitlines() if line in headings] == headings[1:3]
