"""``mlroles show`` and ``mlroles compare`` where a name means a job beside the roles."""

import json
from pathlib import Path

import pytest

from mlroles.parts import PARTS
from tests.bakehouse import whole_bakery
from tests.catalogues import write
from tests.running import output, run
from tests.unit.test_schemas import assert_valid

FORMATS = ((), ("--plain",), ("--format", "markdown"), ("--json",))
COMMANDS = (
    ("show", "miller"),
    ("show", "sweeper", "--evidence"),
    ("compare", "miller", "baker", "--evidence"),
    ("compare", "miller", "bread artist", "sweeper"),
    ("compare", "sweeper"),
)


@pytest.fixture
def village(tmp_path: Path) -> Path:
    """Return a folder with the bakery and the jobs beside it."""
    return write(tmp_path / "village", whole_bakery())


@pytest.mark.parametrize("options", FORMATS, ids=" ".join)
@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_jobs_are_shown_in_every_format(
    options: tuple[str, ...], command: tuple[str, ...], village: Path
) -> None:
    """The screens are there in every format, and name what was asked for."""
    out = output("--data", str(village), *options, *command)
    assert all(word.casefold() in out.casefold() for word in command[1:2])


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_next_step_runs(command: tuple[str, ...], village: Path) -> None:
    """What a screen suggests runs as it is printed."""
    chosen = {"MLROLES_DATA": str(village)}
    out = output(*command, "--plain", environment=chosen)
    steps = [line for line in out.splitlines() if line.startswith("Next: mlroles ")]
    assert steps
    for step in steps:
        words = step.removeprefix("Next: mlroles ").split()
        assert run(*words, environment=chosen).code == 0


def test_results_are_published(village: Path) -> None:
    """A job and jobs side by side have results of their own, with what other files say of them."""
    data = ("--data", str(village), "--json")
    one = json.loads(output(*data, "show", "Grinder"))
    assert one["schema"] == "mlroles/job"
    assert [(each["framework"], each["boxes"]) for each in one["result"]["placings"]] == [
        ("guild", []),
        ("census", ["Food trades"]),
    ]
    assert one["result"]["pay"] == []
    assert_valid(json.dumps(one))
    both = json.loads(output(*data, "compare", "bread-artist", "baker"))
    assert_valid(json.dumps(both))
    assert both["schema"] == "mlroles/jobs"
    artist, baker = both["result"]["jobs"]
    assert (artist["role"], baker["role"]["id"]) == (None, "baker")
    assert [each["value"] for each in artist["pay"]] == [40_000]
    assert [each["about"] for each in baker["pay"]] == ["advertised-pay"]


def test_other_files_may_be_absent(village: Path) -> None:
    """Without frameworks and pay a job is shown all the same, and they are not known."""
    for part in PARTS:
        if not part.needed and part.file != "neighbours.json":
            (village / part.file).unlink()
    result = run("--data", str(village), "--json", "show", "miller").result
    assert (result["placings"], result["pay"]) == ([], [])
    assert "not known" in output("--data", str(village), "show", "miller")


@pytest.mark.parametrize(
    ("words", "message", "hint"),
    [
        (("show", "miller", "--section", "skills"), "Miller has a short entry", "--section"),
        (("compare", "miller", "baker", "--aspect", "heat"), "Miller has a short", "--aspect"),
        (("compare", "miller", "--only-differences"), "Miller has a short", "--only-differences"),
        (("compare", "baker", "miller", "--lens", "guild"), "Miller has a short", "--lens"),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_parts_that_a_job_has_not_are_refused(
    words: tuple[str, ...], message: str, hint: str, village: Path
) -> None:
    """A part of a role's screen cannot be asked for, and it is said what to leave out."""
    ran = run("--data", str(village), *words)
    assert ran.code == 2
    assert message in ran.err
    assert hint in ran.err


@pytest.mark.parametrize("command", ["show", "compare"])
def test_a_name_that_means_nothing_is_refused(command: str, village: Path) -> None:
    """What is neither a role nor a job beside them is an unknown role."""
    ran = run("--data", str(village), command, "lion")
    assert ran.code == 2
    assert "lion" in ran.err


def test_every_claim_of_a_job_leads_back(village: Path) -> None:
    """A claim's screen names the jobs that cite it, and the id of a job leads to the job."""
    chosen = {"MLROLES_DATA": str(village)}
    assert "Miller: nearest" in output("sources", "crumb-2", environment=chosen)
    assert "mlroles show miller" in run("sources", "miller", environment=chosen).err


def test_a_claim_that_only_a_job_cites_is_cited(village: Path) -> None:
    """The check counts what the jobs beside the roles cite."""
    files = whole_bakery()
    files["sources.json"]["claims"][4]["kind"] = "practice"
    write(village, files)
    assert run("data", "check", str(village)).code == 1
    files["neighbours.json"]["neighbours"][2]["notes"] = [
        {"id": "sweeper-note", "text": "Knows the miller.", "claims": ["crumb-5"]}
    ]
    write(village, files)
    assert run("data", "check", str(village)).code == 0
