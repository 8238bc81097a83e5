"""``mlroles plan``: asked for, kept, ticked off, and as a calendar."""

import io
import json
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.bakehouse import whole_bakery
from tests.catalogues import bakery, write
from tests.running import Ran, output, run
from tests.test_docs import ROOT

MOVE = ("plan", "ml-engineer", "--from", "data-scientist")


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty state folder of the person's own."""
    folder = tmp_path / "state"
    monkeypatch.setenv("MLROLES_STATE", str(folder))
    return folder


def steps(ran: Ran) -> list[str]:
    """Return the skills of the steps of a plan in JSON."""
    assert ran.code == 0
    return [step["skill"] for step in ran.result["steps"]]


@pytest.mark.parametrize(
    "asked",
    [
        MOVE,
        ("plan", "ml-engineer"),
        ("plan", "ml-engineer", "--have", "python=3,sql,statistics,scikit-learn"),
        ("plan", "ml-researcher", "--from", "ml-engineer"),
        ("plan", "data-scientist", "--from", "data-analyst", "--hours-per-week", "10"),
    ],
)
def test_the_answer_is_on_one_screen(asked: tuple[str, ...], state: Path) -> None:
    """The short answer and the prompt take a screen of 24 rows at most, and nothing is kept."""
    written = output(*asked)
    assert len(written.splitlines()) <= 23
    assert max(map(len, written.splitlines())) <= 80
    assert not state.exists()


def test_a_plan_says_what_it_rests_on() -> None:
    """The short answer says whose the hours are, and that nobody has followed such plans."""
    written = " ".join(output(*MOVE).split())
    assert "our estimate; nobody has followed people who used such a plan" in written
    assert "% of ads" in written


def test_the_whole_plan_says_why() -> None:
    """With --full each step has its reasons, what it looks like, a thing to make and resources."""
    written = " ".join(output(*MOVE, "--full").split())
    for part in ("Why", "Rests on", "You can then", "Make", "Learn from", "What no plan can know"):
        assert part in written
    assert "address never opened by us" in written


def test_first_steps_only() -> None:
    """With --top the first steps are there, and how many more there are."""
    whole, some = run(*MOVE, "--json"), run(*MOVE, "--top", "3", "--json")
    assert steps(some) == steps(whole)[:3]
    assert some.result["more"] == len(steps(whole)) - 3
    assert some.result["hours"] == whole.result["hours"]


def test_hours_in_a_week() -> None:
    """More hours in a week make fewer weeks."""
    slow, fast = (run(*MOVE, "--hours-per-week", each, "--json").result for each in ("5", "10"))
    assert slow["hours"] == fast["hours"]
    assert slow["weeks"] > fast["weeks"]
    assert fast["hours_per_week"] == 10


def test_what_is_said_wins_over_the_role() -> None:
    """Somebody who leaves a role and cannot do what its people can is sent to learn it."""
    assert "python" in steps(run(*MOVE, "--have", "python=0", "--json"))


def test_a_kept_plan_needs_no_name() -> None:
    """A plan that is kept comes back with all that it was asked for with."""
    asked = (*MOVE, "--have", "docker", "--hours-per-week", "9", "--json")
    kept = run(*asked, "--keep")
    assert run("plan", "--json").result == kept.result
    assert run("plan", "mle", "--json").result == kept.result
    assert "docker" not in steps(kept)


def test_what_is_given_now_wins_over_what_is_kept() -> None:
    """Other hours and other skills count for this once; the kept plan stays."""
    run(*MOVE, "--hours-per-week", "9", "--keep")
    now = run("plan", "--hours-per-week", "3", "--have", "linux=3", "--json")
    assert now.result["hours_per_week"] == 3
    assert "linux" not in steps(now)
    assert run("plan", "--json").result["hours_per_week"] == 9


def test_ticking_off_and_on_again() -> None:
    """What is ticked off is done and kept; undone, it is back where it was."""
    before = steps(run(*MOVE, "--json"))
    done = run(*MOVE, "--done", "docker", "--json")
    assert [each["skill"] for each in done.result["done"]] == ["docker"]
    assert "docker" not in steps(done)
    assert run("plan", "--json").result == done.result
    assert "Done" in output("plan")
    assert "--undo docker" in " ".join(output("plan", "--full").split())
    assert steps(run("plan", "--undo", "docker", "--json")) == before


def test_a_tick_counts_for_every_plan() -> None:
    """What somebody can do they can do, whichever role they want."""
    run(*MOVE, "--done", "git")
    assert "git" not in steps(run("plan", "data-scientist", "--json"))


def test_everything_is_done() -> None:
    """Where nothing is missing the plan says so, and leads on."""
    every = ",".join(f"{skill}=4" for skill in steps(run(*MOVE, "--json")))
    written = output(*MOVE, "--have", every)
    assert "Nothing that is known to be asked for is missing." in written
    assert "mlroles compare data-scientist ml-engineer" in " ".join(written.split())
    assert output(*MOVE, "--have", every, "--full")


def test_forgetting() -> None:
    """Everything that is kept is deleted when asked, and what that was is said."""
    run(*MOVE, "--done", "docker")
    assert "Deleted: 1 plan and 1 skill ticked off." in " ".join(output("plan", "--forget").split())
    assert "Nothing was kept." in output("plan", "--forget")
    assert run("plan", "--forget", "--json").result == {"plans": 0, "done": 0}


def test_calendar(tmp_path: Path) -> None:
    """The calendar has an entry for each step from the day that is named, and stdout the plan."""
    path = tmp_path / "plan.ics"
    ran = run(*MOVE, "--calendar", str(path), "--start", "2031-05-01", "--json")
    events = Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert len(events) == len(steps(ran))
    assert str(events[0].decoded("DTSTART")) == "2031-05-01"
    assert ran.err == f"Wrote {path}: an entry for each step, which a calendar program imports.\n"
    again = run(*MOVE, "--calendar", str(path))
    assert again.code == 1
    assert "is there already, and stays as it is" in again.err
    assert run(*MOVE, "--calendar", str(path), "--force").code == 0
    assert Calendar.from_ical(path.read_bytes()).walk("VEVENT")


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("plan",), 2, "There is no role that you want, and no plan is kept."),
        (("plan", "nurse"), 2, "none of the jobs that this catalogue knows"),
        (
            ("plan", "ml-engineer", "--from", "software-engineer"),
            2,
            "What people use who are “Software Engineer” is not known here.",
        ),
        ((*MOVE, "--have", "pyhton"), 2, "There is no skill “pyhton”."),
        ((*MOVE, "--have", "python=9"), 2, "has no number of a step"),
        ((*MOVE, "--done", "flying"), 2, "There is no skill “flying”."),
        ((*MOVE, "--hours-per-week", "0"), 2, "hours-per-week"),
        ((*MOVE, "--calendar", "-"), 2, "--calendar needs a file."),
        ((*MOVE, "--calendar", "."), 1, "is not a file that can be replaced"),
        ((*MOVE, "--calendar", "none/plan.ics"), 1, "Cannot write none/plan.ics"),
        ((*MOVE, "--start", "soon"), 2, "start"),
    ],
)
def test_what_is_refused(arguments: tuple[str, ...], code: int, message: str) -> None:
    """What cannot be planned, or written, is refused in a sentence."""
    ran = run(*arguments)
    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err


def test_a_plan_of_a_catalogue_that_is_gone(tmp_path: Path) -> None:
    """A kept plan for a role that this catalogue does not have is refused, and nothing is lost."""
    run(*MOVE, "--keep")
    folder = str(write(tmp_path / "bakery", whole_bakery()))
    ran = run("plan", "--data", folder)
    assert ran.code == 2
    assert "which this catalogue does not have" in ran.err
    assert run("plan").code == 0


def test_what_cannot_be_read_is_told(state: Path) -> None:
    """Plans that cannot be understood are told of, and the plan is made all the same."""
    state.mkdir()
    (state / "plans.json").write_text("{")
    ran = run(*MOVE)
    assert ran.code == 0
    assert "holds no plans that this version can read" in ran.err
    kept = run(*MOVE, "--keep")
    assert "The plans could not be read; they are now" in kept.err


def test_any_catalogue(tmp_path: Path) -> None:
    """A bakery has plans; the skills are its own."""
    folder = str(write(tmp_path / "bakery", whole_bakery()))
    ran = run("plan", "baker", "--from", "bread-seller", "--data", folder, "--json")
    assert steps(ran) == ["kneading"]
    (step,) = ran.result["steps"]
    assert step["resources"][0]["id"] == "first"
    assert step["hours"] == 10
    assert output("plan", "baker", "--data", folder, "--full")
    written = output("plan", "bread-seller", "--data", folder)
    assert "not known" in written


def test_a_catalogue_without_paths(tmp_path: Path) -> None:
    """A catalogue without learning paths says so, and suggests no plan."""
    folder = str(write(tmp_path / "bakery", bakery()))
    ran = run("plan", "baker", "--data", folder)
    assert ran.code == 1
    assert "This catalogue has no learning paths" in ran.err
    assert "mlroles plan" not in output("show", "baker", "--data", folder)


ADVERT = (ROOT / "docs" / "example-advert.txt").read_text(encoding="utf-8")


@pytest.fixture
def advert(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of an advert in the current folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "advert.txt").write_text(ADVERT, encoding="utf-8")
    return "advert.txt"


def test_a_plan_for_an_advert(advert: str) -> None:
    """What an advert names is planned on one screen, with what its text reads like."""
    written = output("plan", "--advert", advert)
    assert len(written.splitlines()) <= 23
    assert "To “Senior Data Scientist”" in written
    assert "Reads like  Machine Learning Engineer" in written
    assert "mlroles plan --advert advert.txt --full" in " ".join(written.split())
    full = " ".join(output("plan", "--advert", advert, "--full").split())
    assert "the advert says “Docker” (must)" in full
    assert "mlroles plan --advert advert.txt --done" in full


def test_a_plan_for_an_advert_knows_the_person(advert: str) -> None:
    """What somebody can do is kept, as is what people of the role do that they leave."""
    ran = run("plan", "--advert", advert, "--have", "docker", "--from", "ds", "--json")
    assert (ran.result["kind"], ran.result["to"]) == ("advert", "ml-engineer")
    assert {"docker", "python"} <= {each["skill"] for each in ran.result["keep"]}
    assert ran.result["start"] == "data-scientist"


def test_what_is_done_for_an_advert_is_kept(advert: str) -> None:
    """A tick is kept and counts anywhere; the plan of an advert is not kept."""
    run("plan", "--advert", advert, "--done", "docker", "--hours-per-week", "3")
    assert "docker" not in steps(run("plan", "ml-engineer", "--json"))
    assert run("plan").code == 2


def test_a_plan_for_a_piped_advert(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an advert from standard input no command is shown that would wait for it again."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(ADVERT.encode())))
    written = output("plan", "--advert", "-")
    assert written.endswith("Next: mlroles show ml-engineer\n")


def test_a_plan_for_an_advert_of_no_role(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no role is read, what is named is planned all the same, and the roles are listed."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Somebody with Docker.")))
    written = output("plan", "--advert", "-", "--have", "docker")
    assert "To “the advert”" in written
    assert written.endswith("Next: mlroles list\n")


@pytest.mark.parametrize(
    ("text", "arguments", "code", "message"),
    [
        (ADVERT, ("ml-engineer",), 2, "for a role or for an advert, not for both"),
        (ADVERT, ("--keep",), 2, "--keep is for a role"),
        ("We sell shoes to people.", (), 1, "asks for no skill that is known here"),
        ("", (), 1, "holds no text"),
    ],
)
def test_adverts_that_are_not_planned(
    advert: str, text: str, arguments: tuple[str, ...], code: int, message: str
) -> None:
    """An advert without a skill, and what does not go with an advert, is refused in a sentence."""
    Path(advert).write_text(text, encoding="utf-8")
    ran = run("plan", *arguments, "--advert", advert)
    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("layout", ["terminal", "markdown", "html"])
def test_every_layout(columns: int, layout: str) -> None:
    """The plan is written in every layout, and in a terminal no line is wider than that."""
    written = output(*MOVE, "--full", "--format", layout, columns=columns)
    assert "Linux" in written
    if layout == "terminal":
        words = [line for line in written.splitlines() if "http" not in line]
        assert max(map(len, words)) <= columns


def test_linear_text() -> None:
    """Linear text holds the same plan."""
    assert "Linux" in output(*MOVE, "--plain")


def test_first_steps_are_suggested() -> None:
    """Show and compare end with the plan that fits, arguments filled in."""
    assert "mlroles plan ml-engineer" in " ".join(output("show", "mle").split())
    wanted = "mlroles plan ml-engineer --from data-scientist"
    assert wanted in " ".join(output("compare", "ds", "mle").split())
    assert wanted in " ".join(output("compare", "ds", "mle", "--full").split())
    assert json.loads(output(*MOVE, "--json"))["schema"] == "mlroles/plan"
