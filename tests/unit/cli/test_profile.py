"""``mlroles profile``: what somebody can do, asked, typed, read, kept, taken along and deleted."""

import json
import os
from pathlib import Path

import pytest

from mlroles.people.kept import FILE
from tests.catalogues import HOSTILE, bakery, write
from tests.plans import bakery_plan
from tests.running import output, run
from tests.unit.cli.test_quiz import TYPED, type_in

FORMATS: tuple[tuple[str, ...], ...] = (
    (), ("--json",), ("--format", "markdown"), ("--format", "html"), ("--plain",), ("--full",),
)  # fmt: skip
RESUME = {
    "skills": [{"name": "Docker", "level": "good"}, {"name": "Cooking"}],
    "work": [
        {"position": "Data Analyst", "startDate": "2019", "endDate": "2021"},
        {"position": "Acrobat"},
    ],
}


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which the profile is kept."""
    folder = tmp_path / "state"
    monkeypatch.setenv("MLROLES_STATE", str(folder))
    return folder


@pytest.fixture
def resume(tmp_path: Path) -> str:
    """Return the name of a resume."""
    path = tmp_path / "resume.json"
    path.write_text(json.dumps(RESUME))
    return str(path)


@pytest.fixture
def shop(tmp_path: Path) -> str:
    """Return the folder of a catalogue about a bakery, without questions and words."""
    return str(write(tmp_path / "bakery", bakery()))


def levels() -> dict[str, int]:
    """Return what the profile says, by skill."""
    found = json.loads(output("profile", "--json"))["result"]["skills"]
    return {each["id"]: each["level"] for each in found}


@pytest.mark.parametrize("arguments", FORMATS)
def test_nothing_is_known_at_first(arguments: tuple[str, ...], state: Path) -> None:
    """An empty profile leads to the ways in which it is filled, and writes nothing."""
    text = output("profile", *arguments)
    assert "--json" in arguments or "Nothing is known yet" in text
    assert not state.exists()


def test_what_is_said_is_kept() -> None:
    """Levels come by number and by word, are changed, and taken away again."""
    text = output("profile", "--have", "python=3,sql", "--have", "docker=none,k8s=lead")
    assert "You have said how well you can do 4 things." in text
    assert levels() == {"python": 3, "docker": 0, "kubernetes": 4, "sql": 2}
    assert "Jobs held" not in output("profile", "--full")
    output("profile", "--have", "python=1", "--remove", "sql, docker", "--remove", "")
    assert levels() == {"python": 1, "kubernetes": 4}


@pytest.mark.parametrize("option", ["--have", "--remove"])
def test_an_unknown_skill_is_refused(option: str, state: Path) -> None:
    """A slip is met with the likely name, and nothing is kept."""
    ran = run("profile", option, "pyhton")
    assert (ran.code, "Did you mean python?" in ran.err) == (2, True)
    assert not state.exists()


@pytest.mark.parametrize("arguments", FORMATS)
def test_a_file_names_skills(resume: str, arguments: tuple[str, ...]) -> None:
    """What a file names is shown with its place and waits; jobs are told with what they mean."""
    text = " ".join(output("profile", "--from", resume, *arguments).split())
    for each in ("Docker", "skills[0]", "good", "Cooking", "Data Analyst", "data-analyst"):
        assert each in text.replace("\\", "")
    found = json.loads(output("profile", "--json"))["result"]
    assert [each["id"] for each in found["waiting"]][-1:] == ["docker"] or found["waiting"]
    assert found["skills"] == []
    assert [each["means"] for each in found["jobs"]] == ["data-analyst", None]
    assert found["read"] is None


def test_what_is_found_waits_for_a_level(resume: str) -> None:
    """What waits is told with its place until the person says how well."""
    output("profile", "--from", resume)
    assert "you have not said yet how well" in " ".join(output("profile").split())
    output("profile", "--have", "python")
    text = " ".join(output("profile").split())
    assert "Docker (resume.json, skills[0]: “good”)" in text
    assert "wait" in text
    waiting = json.loads(output("profile", "--json"))["result"]["waiting"]
    output("profile", "--have", ",".join(each["id"] for each in waiting))
    assert json.loads(output("profile", "--json"))["result"]["waiting"] == []
    assert "you say" not in output("profile")


def test_a_file_that_names_jobs_alone(tmp_path: Path) -> None:
    """Where no skill is known, the jobs are shown without a table of skills."""
    (tmp_path / "cv.json").write_text('{"work": [{"position": "Acrobat", "start": 2020}]}')
    text = output("profile", "--from", str(tmp_path / "cv.json"), "--full")
    assert "names 0 skills and 1 job." in text
    assert "Jobs held  Acrobat (2020)" in text


def test_a_file_that_names_nothing(tmp_path: Path) -> None:
    """That a file names nothing is said, with the other ways."""
    (tmp_path / "cv.json").write_text('{"skills": []}')
    text = output("profile", "--from", str(tmp_path / "cv.json"))
    assert "names 0 skills." in text
    assert "--ask" in text


def test_a_resume_from_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash reads the file from standard input."""
    ran = type_in(monkeypatch, json.dumps(RESUME), "--from", "-", command="profile")
    assert (ran.code, "“standard input” names" in ran.out) == (0, True)


def test_asking_goes_on_where_it_was_left(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is answered is kept at once; leaving exits 130 and says how to go on."""
    ran = type_in(monkeypatch, "y\n2\nq\n", "--ask", "mle", command="profile")
    assert (ran.code, ran.out) == (130, "")
    assert ran.err.endswith("are kept.\nTo go on: mlroles profile --ask ml-engineer\n")
    assert [*levels().values()] == [2]
    again = type_in(monkeypatch, "n\n" * 9 + "\n", "--ask", "mle", command="profile")
    assert again.code == 0
    assert "You have said how well you can do 1 thing." in again.out
    assert "Answer this part?" in again.err


def test_what_was_found_is_asked_first(monkeypatch: pytest.MonkeyPatch, resume: str) -> None:
    """Without a role the skills are asked that wait."""
    output("profile", "--from", resume)
    waiting = json.loads(output("profile", "--json"))["result"]["waiting"]
    ran = type_in(monkeypatch, "y\nw\n" + "3\n" * 9, "--ask", command="profile")
    assert "A file of yours names it." in ran.err
    assert "found in resume.json" in ran.err
    assert set(levels()) <= {each["id"] for each in waiting}
    assert levels()
    left = type_in(monkeypatch, "q\n", "--ask", command="profile")
    assert left.code == 130


def test_a_role_is_chosen_where_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a role and with nothing waiting, the role is asked first; one may leave there."""
    ran = type_in(monkeypatch, "2\nw\nq\n", "--ask", command="profile")
    assert ran.err.startswith("\nQuestion 1 of 1\nThe skills of which role?\n")
    assert ran.err.endswith("To go on: mlroles profile --ask ml-engineer\n")
    left = type_in(monkeypatch, "q\n", "--ask", command="profile")
    assert left.code == 130


def test_why_a_skill_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Why tells of what a source names and what was counted, and whose the lines are."""
    typed = "y\n" + "w\ns\n" * 80
    ran = type_in(monkeypatch, typed, "--ask", "mle", command="profile")
    assert "% of adverts for this role name it." in ran.err
    assert "A source names it for Machine Learning Engineer" in ran.err
    assert "are of “mlroles frameworks uk”" in " ".join(ran.err.split())


def test_nothing_is_left_to_ask(monkeypatch: pytest.MonkeyPatch, shop: str) -> None:
    """Whoever has said all is told so, and sees the profile."""
    output("profile", "--have", "kneading,counting=3,greeting=none", "--data", shop)
    ran = type_in(monkeypatch, "", "--ask", "baker", "--data", shop, command="profile")
    assert (ran.code, "each of these skills" in ran.err) == (0, True)


def test_any_catalogue(monkeypatch: pytest.MonkeyPatch, shop: str, tmp_path: Path) -> None:
    """Another catalogue has its own skills and words; those of ours are kept beside them."""
    write(tmp_path / "bakery", {"plan.json": bakery_plan()})
    output("profile", "--have", "python=3")
    text = output("profile", "--have", "kneading=teaches", "--data", shop)
    assert "teaches it" in text
    assert "1 skill of another catalogue" in text
    assert "python" in output("profile", "--data", shop, "--full")
    assert levels() == {"python": 3}
    ran = type_in(monkeypatch, "s\n\n", "--ask", "baker", "--data", shop, command="profile")
    assert ran.code == 0


def test_a_catalogue_of_one_role_asks_for_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Where there is one role nobody is asked which, and where there are many one is named."""
    files = bakery()
    files["roles.json"]["core"] = ["baker"]
    folder = str(write(tmp_path / "one", files))
    ran = type_in(monkeypatch, "q\n", "--ask", "--data", folder, command="profile")
    assert "Which role" not in ran.err
    assert ran.code == 130
    role = files["roles.json"]["roles"][1]
    files["roles.json"].pop("core")
    files["roles.json"]["roles"] += [
        {**role, "id": f"r-{n}", "title": f"R {n}", "short_title": f"R{n}", "letter": f"L{n}",
         "summary": {**role["summary"], "id": f"s-{n}"}}
        for n in range(12)
    ]  # fmt: skip
    many = str(write(tmp_path / "many", files))
    ran = type_in(monkeypatch, "", "--ask", "--data", many, command="profile")
    assert ran.err.startswith("Error: It is not clear which")


def test_a_cv_needs_words_for_skills(shop: str, tmp_path: Path) -> None:
    """A catalogue without words for skills in text says so."""
    (tmp_path / "cv.txt").write_text("Kneading and counting")
    ran = run("profile", "--from", str(tmp_path / "cv.txt"), "--data", shop)
    assert (ran.code, "This catalogue has no" in ran.err) == (1, True)
    assert run("profile", "--from", str(tmp_path / "none"), "--data", shop).code == 1


def test_a_cv_as_text(tmp_path: Path) -> None:
    """A CV names skills, each with its line."""
    (tmp_path / "cv.md").write_text("# Ann\n\n- Python and Docker\n", encoding="utf-8")
    text = " ".join(output("profile", "--from", str(tmp_path / "cv.md")).split())
    assert "“cv.md” names" in text
    assert "Python (line 3)" in text


def test_a_profile_is_taken_along(resume: str, tmp_path: Path, state: Path) -> None:
    """Exported, deleted and imported, the profile is the same; the file is for the person alone."""
    output("profile", "--from", resume, "--have", "python=4,sql=none")
    before = (state / FILE).read_bytes()
    target = tmp_path / "mine.json"
    ran = run("profile", "--export", str(target))
    assert (ran.code, ran.out) == (0, "")
    assert "for mlroles profile --import" in ran.err
    assert target.stat().st_mode & 0o777 == 0o600
    assert target.read_bytes() == before == output("profile", "--export", "-").encode()
    assert "Deleted: " in output("profile", "--forget")
    assert not (state / FILE).exists()
    output("profile", "--import", str(target))
    assert (state / FILE).read_bytes() == before
    output("profile", "--import", str(target))
    assert (state / FILE).read_bytes() == before


def test_an_export_replaces_nothing_unasked(tmp_path: Path) -> None:
    """A file that is there stays, unless --force says otherwise."""
    target = tmp_path / "mine.json"
    target.write_text("dear")
    ran = run("profile", "--export", str(target))
    assert (ran.code, target.read_text()) == (1, "dear")
    assert run("profile", "--export", str(target), "--force").code == 0
    assert json.loads(target.read_text())["skills"] == {}


def test_an_import_from_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash reads the profile from standard input, and adds it to what is there."""
    output("profile", "--have", "docker")
    mine = '{"skills": {"python": {"level": 3, "said": "2031-05-01"}}}'
    ran = type_in(monkeypatch, mine, "--import", "-", command="profile")
    assert (ran.code, levels()) == (0, {"python": 3, "docker": 2})


def test_a_skill_without_level_and_place(tmp_path: Path) -> None:
    """A profile that says of a skill only that it is there is shown as it is."""
    (tmp_path / "mine.json").write_text('{"skills": {"docker": {}}}')
    for arguments in ((), ("--full",)):
        assert "Docker" in output("profile", "--import", str(tmp_path / "mine.json"), *arguments)


@pytest.mark.parametrize("content", ["", "{", '{"skills": {"A B": {}}}', '{"skills": []}'])
def test_what_is_no_profile_changes_nothing(content: str, tmp_path: Path) -> None:
    """A file that is no profile is refused with its places; what is kept stays."""
    output("profile", "--have", "docker")
    (tmp_path / "bad.json").write_text(content)
    ran = run("profile", "--import", str(tmp_path / "bad.json"))
    assert (ran.code, "is no profile that can be read" in ran.err) == (1, True)
    assert run("profile", "--import", str(tmp_path / "none.json")).code == 1
    assert levels() == {"docker": 2}


@pytest.mark.parametrize("arguments", FORMATS[:-1])
def test_everything_is_deleted(arguments: tuple[str, ...], state: Path) -> None:
    """--forget deletes the profile and says how much that was; a second time nothing."""
    output("profile", "--have", "docker")
    output("profile", "--forget", *arguments)
    assert not (state / FILE).exists()
    assert "Nothing was kept of you." in output("profile", "--forget")


def test_results_of_the_quiz_belong_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """The profile tells the newest result; --history all, what changed, and what was said since."""
    assert "No finished quiz is kept." in output("profile", "--history")
    type_in(monkeypatch, TYPED)
    nothing = output("profile")
    assert "Nothing is known yet" in nothing
    assert "Quiz" in nothing
    assert "nothing in your profile" in output("profile", "--history")
    output("profile", "--have", "python=3")
    assert "Quiz" in output("profile")
    assert "Quiz" in output("profile", "--full")
    text = output("profile", "--history")
    assert "1 finished quiz" in text
    assert "Python: use it well" in text
    for number in range(11):
        type_in(monkeypatch, f"1\n{1 + number % 2}\n\n", "--edit")
    assert "mlroles profile --history --full" in output("profile", "--history")
    full = output("profile", "--history", "--full")
    assert "--kept 1 --kept 2" in " ".join(full.split())
    found = json.loads(output("profile", "--history", "--json"))["result"]
    assert found["quizzes"][0]["changed"]


def test_what_is_kept_and_broken_is_told(state: Path) -> None:
    """A profile or a result that cannot be read is told of and stays."""
    state.mkdir()
    (state / FILE).write_text("{")
    (state / "finished.20310501T000000Z.json").write_text("{")
    ran = run("profile")
    assert ran.code == 0
    assert len(ran.err.splitlines()) == 2
    assert run("profile", "--history").err.count("can read") == 2
    assert "holds no levels" in run("profile", "--export", "-").err
    assert "are now" in run("profile", "--have", "docker").err


def test_a_catalogue_without_a_quiz_has_no_results(shop: str, state: Path) -> None:
    """Where there are no questions, results of others are not read."""
    state.mkdir()
    (state / "finished.20310501T000000Z.json").write_text("{")
    assert "Quiz" not in output("profile", "--data", shop)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("engineer",), "A role goes with --ask."),
        (("--force",), "--force is for --export."),
        (("--history", "--forget"), "--history goes with no --forget."),
        (("--export", "-", "--have", "sql"), "--export goes with no --have."),
        (("--import", "x", "--from", "y"), "--import goes with no --from."),
        (("--have", "sql=9"), "has no number of a step"),
        (("--ask", "nobody"), "none of the jobs"),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], said: str, state: Path) -> None:
    """What contradicts itself is refused before anything is changed."""
    ran = run("profile", *arguments)
    assert (ran.code, said in ran.err) == (2, True)
    assert not state.exists()


def test_nothing_can_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that cannot be written is told of with what to do; an export too."""
    (tmp_path / "file").touch()
    monkeypatch.setenv("MLROLES_STATE", str(tmp_path / "file" / "state"))
    ran = run("profile", "--have", "docker")
    assert (ran.code, "MLROLES_STATE" in ran.err) == (1, True)
    monkeypatch.setenv("MLROLES_STATE", str(tmp_path / "state"))
    folder = tmp_path / "locked"
    folder.mkdir(mode=0o500)
    if os.access(folder, os.W_OK):  # as the administrator of the machine nothing is refused
        assert run("profile", "--export", str(folder / "a")).code == 0
    else:
        assert run("profile", "--export", str(folder / "a")).code == 1


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_of_a_file_reaches_the_terminal_unclean(text: str, tmp_path: Path) -> None:
    """Whatever a resume holds, it is shown as text in the width that there is."""
    resume = {
        "skills": [{"name": "Python", "level": text, "keywords": [text]}],
        "work": [{"position": text, "startDate": text}],
    }
    (tmp_path / "cv.json").write_text(json.dumps(resume))
    for arguments in (("--from", str(tmp_path / "cv.json")), ("--full",)):
        shown = output("profile", *arguments)
        assert not {"\x1b", "\x9b", "\x07", "\u202e", "\x00"} & set(shown)


def test_a_plan_goes_by_the_profile() -> None:
    """What the person can do is known to the plan, unless it is said otherwise there."""
    plain = json.loads(output("plan", "mle", "--json"))["result"]
    output("profile", "--have", "docker=4,git=none")
    known = json.loads(output("plan", "mle", "--json"))["result"]
    assert (plain["known"], known["known"]) == (False, True)
    assert "docker" in {each["skill"] for each in known["keep"]}
    other = json.loads(output("plan", "mle", "--have", "docker=0", "--json"))["result"]
    assert "docker" not in {each["skill"] for each in other["keep"]}
