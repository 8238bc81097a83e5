"""``mlroles title``: one title on a screen, many in a table."""

import io
import json
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from mlroles.__main__ import main
from mlroles.batch.titles import COLUMNS
from tests.bakehouse import whole_bakery
from tests.catalogues import bakery, write
from tests.running import Ran, output, run, spawn


@pytest.fixture
def titles(tmp_path: Path) -> Path:
    """Return a file of titles."""
    path = tmp_path / "titles.txt"
    path.write_text("Senior Data Scientist\nResearch Scientist\nNurse\n", encoding="utf-8")
    return path


def table(*arguments: str) -> Ran:
    """Run the command in this process on a stream with bytes beneath it."""
    return run("title", *arguments)


def test_title_needs_no_quotation_marks() -> None:
    """Several words are one title."""
    loose, quoted = (
        json.loads(output("title", *words, "--json"))["result"]
        for words in (("Senior", "ML", "Engineer"), ("Senior ML Engineer",))
    )
    assert loose == quoted
    assert [job["id"] for job in loose["means"]] == ["ml-engineer"]
    assert loose["taken"] == [{"kind": "level", "text": "Senior"}]
    assert (loose["level"], loose["left"], loose["sure"]) == ("Senior", "ML Engineer", "named")


def test_counts_have_their_source() -> None:
    """What is counted of such titles names how many, among how many, and by whom."""
    counted = run("title", "Research Scientist", "--json").result["counted"]
    assert {each["what"] for each in counted} == {"adverts", "learning", "occupations"}
    assert all(0 < each["count"] <= each["of"] for each in counted)


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        ((), "There is no title.", "Give one title, or --file with a title a line."),
        ((" ",), "There is no title.", "Give one title"),
        (("Baker", "--file", "x"), "A title cannot stand with --file.", "Give one title"),
        (
            ("x" * 301,),
            "A title has no more than 300 characters, this one 301.",
            "For many titles, put one a line into a file and name it with --file.",
        ),
        (
            ("--file", "x", "--format", "markdown"),
            "A table of titles is CSV, or JSON Lines with --json.",
            "Leave --format out.",
        ),
    ],
)
def test_wrong_use_is_told(arguments: tuple[str, ...], message: str, hint: str) -> None:
    """No title, two sources of titles, or a text that is none, is wrong use."""
    ran = run("title", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert f"Error: {message}\nHint: {hint}" in ran.err


def test_file_becomes_a_table(titles: Path) -> None:
    """Each title becomes a row of CSV."""
    assert table("--file", str(titles)).out.splitlines() == [
        ",".join(COLUMNS),
        "Senior Data Scientist,data-scientist,,named,Senior,Data Scientist",
        "Research Scientist,research-scientist,ml-researcher,near,,Research Scientist",
        "Nurse,,,other,,Nurse",
    ]


def test_file_becomes_lines_of_json(titles: Path) -> None:
    """With --json each title becomes a line of JSON with the same keys."""
    lines = [json.loads(line) for line in table("--file", str(titles), "--json").out.splitlines()]
    assert [line["meaning"] for line in lines] == ["data-scientist", "research-scientist", ""]
    assert {tuple(line) for line in lines} == {tuple(COLUMNS)}


def test_titles_come_through_a_pipe() -> None:
    """A dash reads standard input."""
    ran = spawn("title", "--file", "-", after="< <(printf 'Data Scientist\\n')")
    assert (ran.returncode, ran.stderr) == (0, b"")
    assert ran.stdout.splitlines()[1] == b"Data Scientist,data-scientist,,named,,Data Scientist"


def test_wrong_lines_are_told_and_stop_no_other(tmp_path: Path) -> None:
    """Lines that are no text keep their place; the first are told, all are counted."""
    path = tmp_path / "titles.txt"
    path.write_bytes(b"\xff\n" * 30 + b"Nurse\n")
    ran = table("--file", str(path))
    assert ran.code == 0
    assert ran.out.count("unread") == 30
    assert ran.err.count("a letter on the line is broken") == 20
    assert ran.err.endswith("Lines that could not be read: 30 of 31.\n")


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"\xff\n", "No line could be read."), (b"\n\n", "There is no title in it.")],
)
def test_file_without_a_title_could_not_be_read(tmp_path: Path, data: bytes, message: str) -> None:
    """A file of which nothing comes exits 1, and says why."""
    path = tmp_path / "titles.txt"
    path.write_bytes(data)
    ran = table("--file", str(path))
    assert ran.code == 1
    assert f"Error: {message}" in ran.err


def test_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A file that is not there is told with what to do."""
    ran = table("--file", str(tmp_path / "nothing"))
    assert (ran.code, ran.out) == (1, "")
    assert "no such file or directory.\nHint: Give a file with a title a line." in ran.err


class Screen(io.TextIOWrapper):
    """Standard output that is a terminal."""

    def isatty(self) -> bool:
        """Say that it is."""
        return True


def test_terminal_gets_nothing_that_it_acts_on(tmp_path: Path) -> None:
    """A table on a terminal holds no control sequence; in a file it is as it was."""
    path = tmp_path / "titles.txt"
    path.write_text("\x1b[31mNurse\n", encoding="utf-8")
    assert "\x1b" in table("--file", str(path)).out
    shown = Screen(io.BytesIO(), "utf-8", newline="")
    with redirect_stdout(shown):
        assert main(["title", "--file", str(path)]) == 0
    shown.seek(0)
    assert "Nurse,,,other,,Nurse" in (text := shown.read())
    assert "\x1b" not in text


def test_catalogue_without_titles_says_so(tmp_path: Path) -> None:
    """Without a file of titles the command says that there is none, and what to do."""
    ran = run("--data", str(write(tmp_path, bakery())), "title", "Baker")
    assert ran.code == 1
    assert "This catalogue has no job titles" in ran.err


def test_any_catalogue_may_have_titles(tmp_path: Path) -> None:
    """Titles of another field are read by that field's file."""
    ran = run("--data", str(write(tmp_path, whole_bakery())), "title", "Senior Baker", "--json")
    assert [job["id"] for job in ran.result["means"]] == ["baker"]


def test_name_that_is_none_in_a_catalogue_without_titles(tmp_path: Path) -> None:
    """Without a file of titles an unknown name leads to the roles, not to a command that fails."""
    ran = run("--data", str(write(tmp_path, bakery())), "show", "Senior", "Smith")
    assert ran.code == 2
    assert ran.err.endswith("Hint: The roles are: baker, bread-seller.\n")
