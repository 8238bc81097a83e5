"""``mlroles hire``: options, questions, and what is refused."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from tests.bakehouse import whole_bakery
from tests.catalogues import bakery, write
from tests.hiring import bakery_hire
from tests.running import output, run, spawn

START_UP = ("hire", "--people", "5", "--have", "nobody", "--goal", "product", "--data-in", "files")


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """Return the folder of a bakery with every file."""
    return str(write(tmp_path / "bakery", whole_bakery()))


def advised(*arguments: str) -> Any:
    """Return what is advised."""
    return run(*arguments, "--json").result["advised"]["id"]


def test_options_say_what_is_known() -> None:
    """Each option answers its question; the others are not known."""
    result = run(*START_UP, "--json").result
    known = {each["question"]: each["answers"] for each in result["situation"]}
    assert known == {
        "goal": ["product"],
        "people": ["under-10"],
        "team": [],
        "covers": None,
        "data-in": ["files"],
        "production": None,
        "known-methods": None,
        "buy": None,
    }
    assert result["advised"]["job"] == "data-scientist"


def test_a_draft_is_offered_for_a_role() -> None:
    """Whom to hire leads to an advert where it is a role; a job beside the roles has no draft."""
    role = output("hire", "--goal", "method", "--people", "300")
    beside = output("hire", "--goal", "method", "--have", "1 mlr", "--people", "300")
    assert "mlroles advert ml-researcher" in role
    assert "mlroles show research-engineer" in beside
    assert "mlroles advert" not in beside


def test_every_option() -> None:
    """All options together answer every question."""
    options = (
        "--covers",
        "deployment,monitoring",
        "--production",
        "few",
        "--known-methods",
        "work",
    )
    result = run(*START_UP, *options, "--buy", "no", "--json").result
    assert all(each["answers"] is not None for each in result["situation"])


def test_any_question_is_answered_by_its_id() -> None:
    """The general option takes every kind of answer, and says the same as the own one."""
    general = ("people=5", "team=nobody", "goal=product", "data-in=files", "covers=none")
    words = [word for each in general for word in ("--answer", each)]
    whole = run(*START_UP, "--covers", "none", "--json")
    assert run("hire", *words, "--json").result == whole.result


def test_suggested_commands_repeat_what_was_said(folder: str) -> None:
    """The commands below the answer ask for the same, and whom to add is filled in."""
    said = ("--people", "30", "--have", "1 analyst", "--covers", "none", "--production", "stuck")
    written = " ".join(output("hire", *said).split())
    assert f"{shlex.join(('mlroles', 'hire', *said))} --full" in written
    whole = " ".join(output("hire", *said, "--full").split())
    assert "mlroles team --have '1 analyst, ml-engineer'" in whole
    night = output("hire", "--answer", "light=night", "--data", folder)
    assert "--answer light=night --full" in " ".join(night.split())


def test_questions_are_asked(folder: str) -> None:
    """Without options it asks, here in numbered lines, and answers from what was said."""
    ran = spawn("hire", "--data", folder, "--json", after="<<< $'1\n2\n3\n1 3\n2\n\n'")
    assert ran.returncode == 0
    result = json.loads(ran.stdout)["result"]
    assert [each["answers"] for each in result["situation"]] == [
        ["bread"],
        ["some"],
        [],
        ["dough", "oven"],
        ["day"],
    ]
    assert b"What do you want?" in ran.stderr
    assert result["rule"] == "bread"


def test_what_was_chosen_can_be_typed(folder: str) -> None:
    """The suggested command repeats as options what was chosen."""
    ran = spawn("hire", "--data", folder, after="<<< $'1\n2\n3\n1 3\n1\n\n'")
    written = " ".join(ran.stdout.decode().split())
    options = "--goal bread --people 5 --have nobody --covers dough,oven --answer light=night"
    assert f"hire {options} --full" in written
    none = spawn("hire", "--data", folder, after="<<< $'s\ns\n1 2\n4\ns\n\n'")
    options = "--have 'baker, bread-seller' --covers none"
    assert f"hire {options} --full" in " ".join(none.stdout.decode().split())


def test_input_that_ends_is_no_answer() -> None:
    """Where nobody answers, everything is not known, and that is said."""
    ran = run("hire", "--json")
    assert ran.code == 0
    assert all(each["answers"] is None for each in ran.result["situation"])
    assert ran.result["advised"]["id"] == "find-out"


def test_only_what_is_open_is_asked() -> None:
    """Options and questions go together; what the options say is not asked again."""
    ran = run(*START_UP, "--ask", "--json")
    assert "How many people" not in ran.err
    assert "At which stages" in ran.err
    assert ran.result["advised"]["id"] == "generalist"
    everything = (
        "--covers",
        "none",
        "--production",
        "none",
        "--known-methods",
        "work",
        "--buy",
        "no",
    )
    assert run(*START_UP, *everything, "--ask").err == ""


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (("--people", "0"), "0 is no number of people", "from 1 to"),
        (("--people", "-5"), "-5 is no number of people", "from 1 to"),
        (("--people", "99999999999"), "is no number of people", "from 1 to"),
        (("--people", "many"), "many", ""),
        (("--goal", "glory"), "“glory” is no answer to “What are the data", "There are: reports"),
        (("--data-in", "s3"), "“s3” is no answer", "There are: nowhere"),
        (("--covers", "modelling"), "There is no stage “modelling”", "There are:"),
        (("--have", "2 wizards"), "none of the jobs", "mlroles title"),
        (("--have", "0 ds"), "“0 ds” has no number", "leave the job out"),
        (("--have", ""), "Nobody is named.", "--have '2 ds, 1 mle'"),
        (("--answer", "goal"), "“goal” is no question with its answer", "--answer goal=reports"),
        (("--answer", "=x"), "“=x” is no question", "Write both"),
        (("--answer", "weather=rain"), "does not ask about “weather”", "It asks: goal, people"),
        (("--answer", "people=few"), "“few” is no number", "whole number"),
        (("--answer", "people=999999999999999999999"), "is no number", "whole number"),
    ],
)
def test_what_is_refused(arguments: tuple[str, ...], message: str, hint: str) -> None:
    """What cannot be is refused in a sentence, with what can."""
    ran = run("hire", *arguments)
    assert (ran.code, ran.out) == (2, "")
    said = " ".join(ran.err.split())
    assert message in said
    assert hint in said


def test_questions_that_a_catalogue_does_not_ask(folder: str) -> None:
    """An option for something that the catalogue does not ask is refused with what it asks."""
    ran = run("hire", "--buy", "yes", "--data", folder)
    assert ran.code == 2
    assert "does not ask about “--buy”" in ran.err
    assert "goal, heads, there, done, light" in ran.err


@pytest.mark.parametrize(
    ("kind", "options"),
    [("size", ("--people", "3")), ("jobs", ("--have", "baker")), ("stages", ("--covers", "none"))],
)
def test_kinds_that_a_catalogue_does_not_ask(
    tmp_path: Path, kind: str, options: tuple[str, str]
) -> None:
    """The same holds for how many there are, who is there and what is covered."""
    document = bakery_hire()
    document["questions"] = [each for each in document["questions"] if each["of"] != kind]
    document["rules"] = document["rules"][-1:]
    files = {**whole_bakery(), "hire.json": document}
    ran = run("hire", *options, "--data", str(write(tmp_path / "less", files)))
    assert ran.code == 2
    assert f"does not ask about “{options[0]}”" in ran.err


def test_any_catalogue(folder: str) -> None:
    """A bakery has its own questions, advice and disputes."""
    written = output("hire", "--goal", "bread", "--have", "seller", "--data", folder)
    assert "First, hire a baker" in written
    assert "When do bakers rise?" in written


def test_a_catalogue_without_advice(tmp_path: Path) -> None:
    """A catalogue without advice says so for both commands, and no screen suggests them."""
    folder = str(write(tmp_path / "bakery", bakery()))
    for words in (("hire", "--people", "5"), ("team", "--have", "baker")):
        ran = run(*words, "--data", folder)
        assert ran.code == 1
        assert "This catalogue has no advice for who hires" in ran.err


@pytest.mark.parametrize("columns", [40, 80, 120])
@pytest.mark.parametrize("layout", ["terminal", "markdown", "html"])
def test_every_layout(columns: int, layout: str) -> None:
    """It is written in every layout, and in a terminal no line is wider than that."""
    written = output(*START_UP, "--full", "--format", layout, columns=columns)
    assert "experienced generalist" in written
    if layout == "terminal":
        assert max(map(len, written.splitlines())) <= columns


def test_linear_text() -> None:
    """Linear text holds the same answer."""
    assert "First, hire an experienced generalist" in output(*START_UP, "--plain")


SITUATIONS = (
    START_UP,
    ("hire", "--people", "9000", "--production", "many", "--have", "30 ds"),
    ("hire", "--people", "800", "--goal", "predictions", "--data-in", "systems"),
    ("hire", "--goal", "method"),
    ("hire", "--people", "20", "--goal", "questions", "--data-in", "systems", "--have", "1 da"),
    ("hire", "--goal", "reports", "--data-in", "one-place"),
    ("hire", "--buy", "yes", "--goal", "predictions"),
    ("hire", "--production", "stuck", "--have", "3 ds"),
    ("hire", "--known-methods", "fail", "--data-in", "one-place", "--people", "900"),
    ("hire",),
)


@pytest.mark.parametrize("words", SITUATIONS, ids=[" ".join(each[1:]) for each in SITUATIONS])
def test_the_answer_fits_a_screen(words: tuple[str, ...]) -> None:
    """At 80 columns the answer comes first and fits 24 rows, and says what it is not for."""
    ran = run(*words)
    lines = ran.out.splitlines()
    assert lines[0].startswith("First, ")
    assert len(lines) <= 24
    assert "choosing between candidates" in " ".join(ran.out.split())
    assert "Next: mlroles" in ran.out
