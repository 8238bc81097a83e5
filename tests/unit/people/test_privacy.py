"""What the page about privacy says of the files of a person, and what they hold."""

from pathlib import Path

import pytest

from mlroles.people.kept import FILE
from mlroles.people.models import Found, HeldJob, KnownSkill, Profile
from mlroles.plan.kept import FILE as PLANS
from mlroles.plan.kept import MOST
from tests.running import run
from tests.unit.cli.test_quiz import TYPED, type_in

PAGE = (Path(__file__).parents[3] / "docs" / "privacy.md").read_text("utf-8")


def test_every_file_of_the_state_folder_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever is kept by the commands lies in a file that the page names."""
    state = tmp_path / "state"
    monkeypatch.setenv("MLROLES_STATE", str(state))
    run("profile", "--have", "python=3")
    run("plan", "mle", "--keep")
    type_in(monkeypatch, "1\nq\n")
    type_in(monkeypatch, "n\n" + TYPED)
    type_in(monkeypatch, "1\nq\n")
    names = {each.name.partition(".")[0] for each in state.iterdir() if each.suffix == ".json"}
    assert {FILE, PLANS} <= {each.name for each in state.iterdir()}
    for name in names - {"finished"}:
        known = f"`{name}.json`" in PAGE
        assert known or "`ID.PRINT.json`" in PAGE
    assert {"profile", "plans", "finished"} <= names
    assert "`finished.WHEN.json`" in PAGE
    assert f"newest {MOST} plans" in PAGE
    assert all(each.stat().st_mode & 0o077 == 0 for each in state.iterdir())


def test_the_page_says_all_that_a_profile_holds() -> None:
    """A field that is added to the profile has to be told of on the page."""
    told = {
        "format": "", "version": "", "skills": "the id of each skill", "jobs": "of each job",
        "level": "the level from 0", "said": "the day on which you said so",
        "found": "by which it was found", "file": "the name of the", "place": "the place in it",
        "words": "the words by which", "stated": "how well the file", "title": "the title",
        "start": "its dates", "end": "its dates",
    }  # fmt: skip
    models = (Profile, KnownSkill, Found, HeldJob)
    fields = {name for model in models for name in model.model_fields}
    assert fields == {*told}
    assert [text for text in told.values() if text not in " ".join(PAGE.split())] == []
