"""``mlroles form``."""

import shlex
from pathlib import Path
from unittest import mock

import pytest

from mlroles.cli.form import Kind, _form, _next
from mlroles.cli.request import Format, Request
from mlroles.locations import data_directory
from mlroles.parts import QUESTIONNAIRE
from mlroles.roles.load import load_catalogue
from tests.running import run

STARTS = {
    "print": b"<!doctype html>",
    "google": b"// Builds the form.",
    "xlsform": b"PK\x03\x04",
    "csv": b"id,",
}


@pytest.mark.parametrize("kind", Kind)
def test_kinds(kind: Kind, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each kind of form is written to a file, and a command for what comes back runs as it is."""
    path = tmp_path / "form"
    ran = run("form", kind, "--output", str(path))
    assert (ran.code, ran.out) == (0, "")
    told, command = ran.err.split(": mlroles ")
    assert told.startswith(f"Written to {path}. ")
    monkeypatch.chdir(tmp_path)
    code = run(*shlex.split(command)).code
    assert code == (1 if kind is Kind.CSV else 0)  # nobody has filled it in yet
    assert path.read_bytes().startswith(STARTS[kind])


def test_on_standard_output() -> None:
    """Without a file the form comes on standard output; a spreadsheet needs a file."""
    ran = run("form", "csv")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("id,")
    assert ran.out.count("\n") == 1
    ran = run("form", "xlsform")
    assert (ran.code, ran.out) == (2, "")
    assert "Name one with --output." in ran.err


def test_one_half() -> None:
    """A form of one half asks fewer questions."""
    assert run("form", "csv", "--only", "wants").out.count(",") < run("form", "csv").out.count(",")


@pytest.mark.parametrize("arguments", [(), ("pdf",)])
def test_no_kind_and_an_unknown_one(arguments: tuple[str, ...]) -> None:
    """Without a kind that is known, those that there are are named."""
    ran = run("form", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert all(kind in ran.err for kind in Kind)


def test_where_nothing_can_be_written(tmp_path: Path) -> None:
    """A file in no folder is refused."""
    path = tmp_path / "nowhere" / "form.html"
    ran = run("form", "print", "--output", str(path))
    assert (ran.code, ran.out) == (1, "")
    assert f"Error: Cannot write {path}: " in ran.err


@pytest.mark.parametrize("kind", ["print", "csv"])
def test_two_commands(kind: str, tmp_path: Path) -> None:
    """The empty form is a table without people, or says that it is no table."""
    path = tmp_path / "form.csv"
    assert run("form", kind, "--output", str(path)).code == 0
    assert run("cohort", str(path)).code == 1


def test_the_next_step_keeps_the_half_and_the_catalogue(tmp_path: Path) -> None:
    """What to do next is about the same half and the same catalogue."""
    path = tmp_path / "a form.html"
    data = str(data_directory())
    ran = run("form", "print", "--output", str(path), "--only", "wants", "--data", data)
    table = tmp_path / "a form-answers.csv"
    command = f"mlroles score --template --output '{table}' --only wants --data {data}\n"
    assert ran.err.endswith(command)
    assert run(*shlex.split(command)[1:]).code == 0


def test_a_form_of_no_kind(tmp_path: Path) -> None:
    """A kind that nothing makes is a mistake, told as such."""
    questionnaire = QUESTIONNAIRE.load(load_catalogue(data_directory()))
    with pytest.raises(AssertionError, match="clay"):
        _form("clay", questionnaire)  # type: ignore[arg-type]
    request = Request(mock.Mock(), None, Format.TERMINAL, plain=False)
    with pytest.raises(AssertionError, match="clay"):
        _next("clay", tmp_path, (), request)  # type: ignore[arg-type]
