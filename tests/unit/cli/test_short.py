"""Short answers: what matters in one screen, and all of it when asked."""

import json
from pathlib import Path

import pytest

from mlroles.roles.catalogue import Catalogue
from tests.bakehouse import whole_bakery
from tests.catalogues import Files, bare, write
from tests.running import output, run

ROWS = 23
"""A terminal of 24 rows shows so many lines above the prompt."""

ROLES = ("data-scientist", "ml-engineer", "ml-researcher")

SHORT = (
    (),
    ("compare",),
    *(("compare", one, other) for one in ROLES for other in ROLES if one < other),
    *(("show", role) for role in ROLES),
    ("list",),
    ("skills",),
    ("responsibilities",),
    ("lifecycle",),
    ("sources",),
    ("evidence",),
    ("frameworks",),
    ("pay",),
    *(("plan", one, "--from", other) for one in ROLES for other in ROLES if one != other),
)


@pytest.mark.parametrize("command", SHORT, ids=" ".join)
def test_answer_is_one_screen(command: tuple[str, ...]) -> None:
    """At 80 columns and 24 rows each answer is seen whole, with the prompt below it."""
    assert output(*command).count("\n") <= ROWS


@pytest.mark.parametrize(
    "command",
    [
        ("list",),
        ("show", "ml-engineer"),
        ("compare",),
        ("compare", "ml-engineer", "ml-researcher"),
        ("skills",),
        ("skills", "ml-engineer"),
        ("responsibilities",),
        ("lifecycle",),
        ("sources",),
    ],
    ids=" ".join,
)
def test_short_answer_says_how_to_get_all(command: tuple[str, ...]) -> None:
    """The first command that it suggests shows more of the same, with the same choice."""
    told = output(*command, "--plain")
    suggested = told.partition("Next: ")[2].splitlines()[0].split()[1:]
    assert suggested[-1] == "--full"
    whole = output(*suggested)
    assert whole.count("\n") > told.count("\n")
    assert output(*command, "--full", "--plain") == whole


@pytest.mark.parametrize(
    "command",
    [
        ("show", "mle"),
        ("compare",),
        ("skills",),
        ("responsibilities",),
        ("lifecycle",),
        ("sources",),
        ("list",),
    ],
    ids=" ".join,
)
def test_json_is_always_whole(command: tuple[str, ...]) -> None:
    """A program gets everything, whatever a person would see first."""
    assert output(*command, "--json") == output(*command, "--full", "--json")


def test_evidence_tells_every_finding_when_asked() -> None:
    """Without a name the first few claims are told, with --full each of them."""
    few, whole = (run("evidence", *options, "--json").result for options in ((), ("--full",)))
    assert len(few["findings"]) + few["more"] == len(whole["findings"])
    assert whole["more"] == 0


def test_whom_to_hire_first_is_found() -> None:
    """The help of the program and of the list say where whom to hire first is answered."""
    for command in ((), ("list",)):
        assert "whom to hire first" in " ".join(output(*command, "--help").split())
    assert "who does what in small and in large teams" in " ".join(output("list").split())
    assert "who to hire first" in " ".join(output("list", "--full").split())


# Which roles a screen is about -----------------------------------------------------------------


def four(core: tuple[int, ...] = (0, 2)) -> Files:
    """Return four roles of which two are what the catalogue is about."""
    files = bare(4)
    file = files["roles.json"]
    file["core"] = [f"job-{number}" for number in core]
    file["stages"] = [{"id": "dough", "title": "Dough", "text": "Made.", "claims": ["crumb-1"]}]
    file["responsibilities"] = [{"id": "mix", "title": "Mix", "stage": "dough"}]
    file["categories"] = [{"id": "craft", "title": "Craft"}]
    file["skills"] = [{"id": "kneading", "title": "Kneading", "category": "craft"}]
    file["aspects"] = [{"id": "heat", "title": "Heat", "question": "How hot?"}]
    for role in file["roles"]:
        claims = ["crumb-1"]
        role["aspects"] = [{"aspect": "heat", "text": "Hot", "claims": claims}]
        role["skills"] = [{"skill": "kneading", "level": 1, "claims": claims}]
        role["responsibilities"] = [{"responsibility": "mix", "part": "leads", "claims": claims}]
    return files


@pytest.fixture
def data(tmp_path: Path) -> tuple[str, str]:
    """Return the option that names the catalogue of four roles."""
    return ("--data", str(write(tmp_path, four())))


COMMANDS = ("list", "compare", "skills", "responsibilities", "lifecycle")


def ids(command: tuple[str, ...], data: tuple[str, str]) -> list[str]:
    """Return the ids of the roles that a command is about."""
    roles = json.loads(output(*command, "--json", *data))["result"]["roles"]
    return [role.get("role", role)["id"] for role in roles]


@pytest.mark.parametrize("command", COMMANDS)
def test_unasked_a_screen_is_about_the_core(command: str, data: tuple[str, str]) -> None:
    """Where no role is named it is about those that the catalogue is about."""
    assert ids((command,), data) == ["job-0", "job-2"]


def test_home_is_about_the_core(data: tuple[str, str]) -> None:
    """So is the first screen."""
    told = output(*data)
    assert ("J 0" in told, "J 1" in told, "J 2" in told) == (True, False, True)


@pytest.mark.parametrize("command", COMMANDS)
def test_all_takes_every_role(command: str, data: tuple[str, str]) -> None:
    """With --all it is about every role of the catalogue."""
    assert ids((command, "--all"), data) == [f"job-{number}" for number in range(4)]


@pytest.mark.parametrize("command", COMMANDS[1:])
def test_a_role_outside_the_core_comes_when_named(command: str, data: tuple[str, str]) -> None:
    """A role that is named is shown, whether the catalogue is about it or not."""
    assert ids((command, "job-1", "job-0"), data) == ["job-1", "job-0"]
    assert "Job 1" in output("show", "job-1", *data)


@pytest.mark.parametrize("command", [*COMMANDS[1:], "pay"])
def test_all_contradicts_names(command: str, data: tuple[str, str]) -> None:
    """Who names roles does not want all."""
    ran = run(command, "job-1", "--all", *data)
    assert (ran.code, ran.out) == (2, "")
    assert "--all contradicts" in ran.err


@pytest.mark.parametrize("command", COMMANDS[1:])
def test_what_leads_on_keeps_all(command: str, data: tuple[str, str]) -> None:
    """The whole of a screen about all roles is about all roles."""
    told = output(command, "--all", "--plain", *data)
    assert f" {command} --all --full\n" in told
    assert f" {command} job-1 job-3 --full\n" in output(command, "job-1", "job-3", "--plain", *data)


def test_list_names_the_roles_beside_the_core(data: tuple[str, str], tmp_path: Path) -> None:
    """The list says which roles it leaves out and how to see them; where none, it does not."""
    told = output("list", *data)
    assert "Beside these: Job 1 (job-1); Job 3 (job-3)." in told
    assert "list --all" in told
    assert "Beside these: Job 1 (job-1)" in output("list", "--full", *data)
    assert "Beside" not in output("list", "--all", *data)
    assert "--all" not in output("list", "--data", str(write(tmp_path / "bare", bare(2))))


def test_list_names_the_neighbours(shipped: Catalogue) -> None:
    """With --all the jobs that have no whole profile are named too, each with its id."""
    told = " ".join(output("list", "--all").split())
    assert "Applied Scientist (applied-scientist)" in told
    assert all(role.id in told for role in shipped.roles)


# What the data choose ----------------------------------------------------------------------------


def test_headlines_are_chosen_by_the_data(tmp_path: Path) -> None:
    """The aspects that the file marks stand in the short comparison, and only those."""
    files = whole_bakery()
    files["roles.json"]["aspects"][1]["headline"] = True
    data = ("--data", str(write(tmp_path, files)))
    told = output("compare", *data)
    assert ("Heat" in told, "Rising" in told, "Wage" in told) == (True, False, False)
    assert "Rising" in output("compare", "--full", *data)


def test_parts_that_are_asked_for_are_whole() -> None:
    """A row, a section, a stage or a search is shown whole, without --full."""
    assert "as deep" in output("compare", "--aspect", "mathematics")
    assert "as deep" not in output("compare")
    assert "Kubernetes" in output("skills", "--search", "kubernetes")
    assert "Docker" in output("responsibilities", "--stage", "deployment")
    assert "Also called" in output("show", "mle", "--section", "summary")
