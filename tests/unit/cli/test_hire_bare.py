"""``mlroles hire`` and ``mlroles team`` where a catalogue says next to nothing."""

import io
from pathlib import Path
from typing import Any

import pytest

from tests.bakehouse import whole_bakery
from tests.catalogues import bare, write
from tests.running import output, run


@pytest.fixture
def folder(tmp_path: Path) -> str:
    """Return a catalogue without stages and responsibilities, with one question and one rule."""
    files = bare(2)
    files["hire.json"] = {
        "schema_version": 1,
        "title": "Whom to hire",
        "rests_on": "Nobody counted it.",
        "not_for": "choosing",
        "questions": [
            {
                "id": "goal",
                "of": "choice",
                "title": "Goal",
                "text": "What for?",
                "why": "It decides.",
                "answers": [{"id": "any", "text": "Anything", "when": "you want anything"}],
            }
        ],
        "advice": [{"id": "one", "title": "hire one", "job": "job-0", "text": "Works."}],
        "rules": [
            {
                "id": "any",
                "when": [{"question": "goal", "any": ["any"]}],
                "advice": "one",
                "why": "Anybody can.",
            },
            {"id": "rest", "when": [], "advice": "one", "why": "Nothing decides."},
        ],
        "headings": {"job": ["job"]},
    }
    return str(write(tmp_path / "bare", files))


def test_no_stage_and_nothing_open(folder: str) -> None:
    """What there is nothing to say of is left out, in short and in full, and nothing is asked."""
    short = output("hire", "--goal", "any", "--data", folder)
    assert "Stays open" not in short
    assert "Not known" not in short
    whole = output("hire", "--goal", "any", "--full", "--data", folder)
    assert "What you said" in whole
    for heading in ("The stages then", "What else stays open", "What pays next", "--ask"):
        assert heading not in whole


def test_one_answer_is_no_question(folder: str) -> None:
    """A question with one answer alone is not asked; without options the rest counts."""
    ran = run("hire", "--json", "--data", folder)
    assert (ran.err, ran.result["rule"]) == ("", "rest")


def test_a_team_without_stages(folder: str) -> None:
    """Where the catalogue names no stage, that is said."""
    for options in ((), ("--full",)):
        written = output("team", "--have", "job 0", *options, "--data", folder)
        assert "This catalogue names no stage." in written
        assert "no task without a lead" in written


def test_a_team_of_other_jobs_alone(tmp_path: Path) -> None:
    """Where no job of the team is known, nobody is carried on to the next command."""
    folder = str(write(tmp_path / "bakery", whole_bakery()))
    path = tmp_path / "people.csv"
    path.write_text("job\nNurse\nNurse\n")
    written = output("team", str(path), "--full", "--data", folder)
    assert "2 × another job" in written
    assert "hire --have" not in " ".join(written.split())
    near = tmp_path / "near.csv"
    near.write_text("title\nML Consultant\n")
    assert "ML Consultant (near to Machine Learning Engineer" in " ".join(
        output("team", str(near), "--full").split()
    )


class Keyboard(io.TextIOWrapper):
    """A stream that says that a person sits before it."""

    def isatty(self) -> bool:
        """Say so."""
        return True


def test_whoever_leaves_is_told_how_to_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    """In a terminal, leaving ends the command; what was answered stands in what is suggested."""

    def typed() -> Any:
        return Keyboard(io.BytesIO(b"4\n1\nq\n"), "utf-8")

    monkeypatch.setattr("mlroles.cli.hire.typed_input", typed)
    ran = run("hire", "--plain")
    assert (ran.code, ran.out) == (130, "")
    assert "To go on: mlroles hire --goal product --people 1 --ask" in ran.err
