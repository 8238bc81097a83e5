"""``mlroles frameworks`` and ``mlroles compare --lens`` on the command line."""

from pathlib import Path

import pytest

from mlroles.roles.catalogue import Catalogue
from tests.bakehouse import whole_bakery
from tests.catalogues import HOSTILE, write
from tests.frameworks import bakery_frameworks, cover
from tests.running import output, run
from tests.unit.cli.test_completion import bash

FORMATS = ((), ("--plain",), ("--format", "markdown"), ("--json",))
COMMANDS = (
    ("frameworks",),
    ("frameworks", "guild"),
    ("frameworks", "Town census"),
    ("frameworks", "guild", "--full"),
    ("frameworks", "--full"),
    ("show", "baker", "--level", "apprentice"),
    ("show", "baker", "--level", "grown", "--full"),
    ("show", "seller", "--level", "wise"),
    ("compare", "--lens", "guild"),
    ("compare", "--lens", "census", "baker"),
)


@pytest.fixture
def guilds(tmp_path: Path) -> Path:
    """Return a folder with a bakery and the frameworks that divide it."""
    return write(tmp_path, {**whole_bakery(), "frameworks.json": bakery_frameworks()})


@pytest.mark.parametrize("options", FORMATS, ids=" ".join)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_another_catalogue_is_served(
    options: tuple[str, ...], command: tuple[str, ...], guilds: Path, shipped: Catalogue
) -> None:
    """The screens are there in every format, lead on, and hold nothing of the shipped facts."""
    out = output("--data", str(guilds), *options, *command)
    assert not [role.title for role in shipped.roles if role.title in out]
    if options == ("--plain",):
        ends = [line for line in out.splitlines() if line.startswith("Next: ")]
        assert ends
        assert not [line for line in ends if line.endswith(f"--plain {' '.join(command)}")]


def test_results_are_published(guilds: Path) -> None:
    """Each way of asking has a result of its own."""
    data = ("--data", str(guilds), "--json")
    every = run(*data, "frameworks").result
    one = run(*data, "frameworks", "guild").result
    through = run(*data, "compare", "--lens", "guild", "seller").result
    assert [row["framework"]["id"] for row in every["rows"]] == ["guild", "census"]
    assert one["framework"]["id"] == "guild"
    assert [role["id"] for role in through["roles"]] == ["bread-seller"]
    level = run(*data, "show", "baker", "--level", "apprentice").result
    assert (level["asked"], level["level_id"]) == ("apprentice", "young")
    assert level["ladders"][0]["rungs"][0]["skills"][0]["can"] == ["tell dough from stone"]


def test_jobs_beside_the_roles_have_levels(tmp_path: Path) -> None:
    """A job beside the roles is shown at a level by its title; a role that fits comes first."""
    frameworks = bakery_frameworks()
    frameworks["frameworks"][0]["boxes"][0]["covers"].append(cover("miller", "mixed"))
    frameworks["frameworks"][0]["boxes"][0]["covers"][0]["fit"] = "mixed"
    frameworks["frameworks"][0]["no_box"].pop()
    miller = {"id": "miller", "title": "Grinder", "aliases": [], "nearest": [], "notes": []}
    jobs = {"schema_version": 1, "neighbours": [miller]}
    files = {**whole_bakery(), "frameworks.json": frameworks, "neighbours.json": jobs}
    data = ("--data", str(write(tmp_path, files)), "--json")
    role = run(*data, "show", "grinder", "--level", "wise").result["role"]
    assert role == {"id": "miller", "title": "Grinder", "here": False}
    assert run(*data, "show", "seller", "--level", "wise").result["role"]["id"] == "bread-seller"
    assert "none of the jobs" in run(*data, "show", "lion", "--level", "wise").err


@pytest.mark.parametrize(
    "words",
    [
        ("frameworks",),
        *(("frameworks", each) for each in ("uk", "onet", "esco", "edison", "kaggle", "bls")),
        *(("show", role, "--level", "senior") for role in ("scientist", "mle", "researcher")),
    ],
    ids=" ".join,
)
def test_a_screen_is_enough(words: tuple[str, ...]) -> None:
    """Frameworks and levels open within one screen of 24 lines."""
    assert len(output(*words).splitlines()) <= 24


@pytest.mark.parametrize(
    ("words", "error", "hint"),
    [
        (("frameworks", "lion"), "There is no framework “lion”.", "There are: guild, census."),
        (("show", "baker", "--level", "lion"), "There is no level “lion”.", "young, grown, wise"),
        (("show", "baker", "--level", "wise", "--evidence"), "no sections", "Leave out"),
        (("show", "baker", "--level", "wise", "--section", "facts"), "no sections", "Leave out"),
        (("frameworks", ""), "There is no framework “”.", "There are: guild, census."),
        (("compare", "--lens", "lion"), "There is no framework “lion”.", "guild, census"),
        (
            ("compare", "--lens", "guild", "lion"),
            "“lion” is none of the jobs that this catalogue knows.",
            "The roles are",
        ),
        (("compare", "--lens", "guild", "--only-differences"), "no aspects of ours", "Leave"),
        (("compare", "--lens", "guild", "--aspect", "heat"), "no aspects of ours", "Leave"),
    ],
)
def test_wrong_use_is_told(words: tuple[str, ...], error: str, hint: str, guilds: Path) -> None:
    """A name that is none, and options that a framework knows nothing of, exit 2 with advice."""
    ran = run("--data", str(guilds), *words)
    assert (ran.code, ran.out) == (2, "")
    assert error in ran.err
    assert hint in ran.err


@pytest.mark.parametrize("name", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_names_do_no_harm(name: str, guilds: Path) -> None:
    """Whatever is typed for a framework is told as text, without a sign that acts."""
    ran = run("--data", str(guilds), "frameworks", "--", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("Error: There is no framework")
    assert not set("\x1b\x9b\x00\x07\b\r\u202e") & set(ran.err)


@pytest.mark.parametrize(
    "words",
    [("frameworks",), ("compare", "--lens", "guild"), ("show", "baker", "--level", "wise")],
    ids=" ".join,
)
def test_a_catalogue_without_frameworks(words: tuple[str, ...], bakery_directory: Path) -> None:
    """Without the file the command says which is missing, and exits 1."""
    ran = run("--data", str(bakery_directory), *words)
    assert (ran.code, ran.out) == (1, "")
    assert "This catalogue has no frameworks" in ran.err
    assert "frameworks.json: is missing" in ran.err


@pytest.mark.parametrize("command", ["frameworks", "compare --lens"])
def test_names_complete(command: str, guilds: Path) -> None:
    """TAB offers the frameworks of the catalogue by their ids, then by their titles."""
    data = {"MLROLES_DATA": str(guilds)}
    assert bash(f"mlroles {command} ", data) == ["guild", "census"]
    assert bash(f"mlroles {command} cen", data) == ["census"]
    assert "the-census-of-trades" in bash(f"mlroles {command} the", data)
    assert bash(f"mlroles {command} lion", data) == []


def test_nothing_completes_without_frameworks(bakery_directory: Path) -> None:
    """In a catalogue without the file TAB stays silent."""
    assert bash("mlroles frameworks ", {"MLROLES_DATA": str(bakery_directory)}) == []
