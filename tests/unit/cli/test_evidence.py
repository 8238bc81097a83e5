"""``mlroles evidence`` on the command line."""

from pathlib import Path

import pytest

from mlroles.roles.catalogue import Catalogue
from tests.bakehouse import whole_bakery
from tests.catalogues import HOSTILE, write
from tests.running import output, run
from tests.unit.cli.test_completion import bash

FORMATS = ((), ("--plain",), ("--format", "markdown"), ("--json",))
NAMES = ("crumb-1", "crumb-2", "rising", "kneading", "greeting", "heat", "baker", "Bread Seller")


@pytest.fixture
def bakehouse(tmp_path: Path) -> Path:
    """Return a folder with a bakery and its evidence."""
    return write(tmp_path, whole_bakery())


@pytest.mark.parametrize("options", FORMATS, ids=" ".join)
@pytest.mark.parametrize("name", ["", *NAMES])
def test_another_catalogue_is_served(
    options: tuple[str, ...], name: str, bakehouse: Path, shipped: Catalogue
) -> None:
    """All kinds of names are found in every format, and nothing of the shipped facts appears."""
    words = ("evidence", *filter(None, [name]))
    out = output("--data", str(bakehouse), *options, *words)
    assert not [role.title for role in shipped.roles if role.title in out]
    if options == ("--plain",):
        ends = [line.removeprefix("Next: ") for line in out.splitlines() if "Next: " in line]
        assert ends
        assert all(not each.endswith(" ".join(words)) for each in ends)


def test_a_name_of_several_words_needs_no_quotation_marks(bakehouse: Path) -> None:
    """Words after the command are one name."""
    data = ("--data", str(bakehouse), "--json")
    assert run(*data, "evidence", "bread", "seller").result["about"] == "bread-seller"


def test_overview_is_short_and_a_verdict_is_whole(bakehouse: Path) -> None:
    """The first screen tells a few claims and how many more there are; a verdict tells all."""
    data = ("--data", str(bakehouse), "--json", "evidence")
    first, silent = run(*data).result, run(*data, "--verdict", "silent").result
    assert (len(first["findings"]), first["more"]) == (2, 3)
    assert (len(silent["findings"]), silent["more"]) == (4, 0)


def test_first_screen_fits_a_terminal() -> None:
    """The shipped overview leaves room for the prompt in 24 rows of 80 columns."""
    assert len(output("evidence").splitlines()) < 24


def test_first_screen_of_frameworks_fits_a_terminal() -> None:
    """The shipped frameworks leave room for the prompt in 24 rows of 80 columns."""
    assert len(output("frameworks").splitlines()) < 24


@pytest.mark.parametrize(
    ("words", "error", "hint"),
    [
        (("kneading", "--verdict", "silent"), "cannot stand with --verdict", "Leave one"),
        (("",), "There is no claim, dispute, skill, aspect or role “”.", "list names"),
        (("lion",), "There is no claim, dispute, skill, aspect or role “lion”.", "list names"),
        (("kneeding",), "“kneeding”", "Did you mean kneading?"),
        (("--verdict", "maybe"), "“maybe”", "evidence --help"),
    ],
)
def test_wrong_use_is_told(words: tuple[str, ...], error: str, hint: str, bakehouse: Path) -> None:
    """A name that is none, and two ways of asking at once, exit 2 and say what would do."""
    ran = run("--data", str(bakehouse), "evidence", *words)
    assert (ran.code, ran.out) == (2, "")
    assert error in ran.err
    assert hint in ran.err


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_do_no_harm(name: str, bakehouse: Path) -> None:
    """Whatever is typed for a name is told as text, without a sign that acts."""
    ran = run("--data", str(bakehouse), "evidence", "--", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Error: There is no claim")
    assert not set("\x1b\x9b\x00\x07\b\r\u202e") & set(ran.err)


def test_a_catalogue_without_evidence(bakery_directory: Path) -> None:
    """Without the file the command says which is missing, and exits 1."""
    ran = run("--data", str(bakery_directory), "evidence")
    assert (ran.code, ran.out) == (1, "")
    assert "This catalogue has no evidence" in ran.err
    assert "evidence.json: is missing" in ran.err


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("knea", ["kneading"]),
        ("poun", ["pounding"]),
        ("hea", ["heat"]),
        ("bak", ["baker"]),
        ("boul", ["boulanger"]),
        ("crumb", ["crumb", *(f"crumb-{number}" for number in range(1, 6))]),
        ("ris", ["rising"]),
        ("lion", []),
    ],
)
def test_names_complete(typed: str, words: list[str], bakehouse: Path) -> None:
    """TAB offers skills, aspects, roles, claims and disputes by what they are called."""
    offered = bash(f"mlroles evidence {typed}", {"MLROLES_DATA": str(bakehouse)})
    assert sorted(offered) == sorted(words)
