"""``mlroles pay --official`` on the command line."""

from pathlib import Path

import pytest

from mlroles.roles.catalogue import Catalogue
from tests.bakehouse import whole_bakery
from tests.catalogues import write
from tests.running import output, run
from tests.wages import bakery_wages

FORMATS = ((), ("--plain",), ("--format", "markdown"), ("--json",))
COMMANDS = ((), ("baker",), ("--by", "industry"), ("--by", "state"), ("seller", "--by", "state"))


@pytest.fixture
def breadland(tmp_path: Path) -> Path:
    """Return a folder with a bakery and its official wages."""
    return write(tmp_path, {**whole_bakery(), "wages.json": bakery_wages()})


@pytest.mark.parametrize("options", FORMATS, ids=" ".join)
@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_another_catalogue_is_served(
    options: tuple[str, ...], words: tuple[str, ...], breadland: Path, shipped: Catalogue
) -> None:
    """Wages are there in every format, lead on, and hold nothing of the shipped facts."""
    out = output("--data", str(breadland), *options, "pay", "--official", *words)
    assert not [role.title for role in shipped.roles if role.title in out]
    if options == ("--plain",):
        ends = [line for line in out.splitlines() if line.startswith("Next: ")]
        assert ends
        assert not [line for line in ends if line.endswith(" ".join(("--official", *words)))]


def test_wages_stand_before_the_codes_they_rest_on(breadland: Path) -> None:
    """The answer comes first: what is paid, then under which codes the roles are counted."""
    out = output("--data", str(breadland), "pay", "--official", "baker", "--full")
    assert out.index("In EUR.") < out.index("30,000") < out.index("It bakes.")


def test_result_is_of_the_roles_named(breadland: Path) -> None:
    """Only the roles that are named are in the result."""
    ran = run("--data", str(breadland), "pay", "--official", "seller", "--json")
    assert [each["role"]["id"] for each in ran.result["roles"]] == ["bread-seller"]


@pytest.mark.parametrize(
    ("words", "error", "hint"),
    [
        *(
            (("--official", *words), "Official wages are of one country", "Leave out --country")
            for words in (
                ("--country", "us"),
                ("--year", "2024"),
                ("--experience", "senior"),
                ("--sensitivity",),
            )
        ),
        *(
            (("--official", "--by", by), f"--by {by} is for adverts.", "by industry or state")
            for by in ("title", "experience", "country", "year")
        ),
        *(
            (("--by", by), f"--by {by} is for official wages.", "Add --official.")
            for by in ("industry", "state")
        ),
        (
            ("--official", "lion"),
            "“lion” is none of the jobs that this catalogue knows.",
            "The roles are",
        ),
        (("--official", ""), "“” is none of the jobs that this catalogue knows.", "The roles are"),
    ],
)
def test_wrong_use_is_told(words: tuple[str, ...], error: str, hint: str, breadland: Path) -> None:
    """Options of adverts do not go with official wages, nor the other way round."""
    ran = run("--data", str(breadland), "pay", *words)
    assert (ran.code, ran.out) == (2, "")
    assert error in ran.err
    assert hint in ran.err


def test_a_catalogue_without_wages(bakery_directory: Path) -> None:
    """Without the file the command says which is missing, and exits 1."""
    ran = run("--data", str(bakery_directory), "pay", "--official")
    assert (ran.code, ran.out) == (1, "")
    assert "This catalogue has no official wages" in ran.err
    assert "wages.json: is missing" in ran.err
