"""The builder of the pages finds what has drifted and mends it."""

from pathlib import Path

import pytest

from builders import docs

BLOCK = "<!-- begin: mlroles --version -->\n{}<!-- end -->\n"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a made-up checkout whose one page quotes a command as it was."""
    monkeypatch.setattr(docs, "ROOT", tmp_path)
    monkeypatch.setattr(docs, "PAGES", ("page.md",))
    monkeypatch.setattr(docs, "PICTURES", {"version": "mlroles --version"})
    monkeypatch.setattr(docs, "COMMANDS", ())
    monkeypatch.chdir(tmp_path)  # restored after the builder has gone there
    (tmp_path / "page.md").write_text(BLOCK.format("as it was\n"), "utf-8")
    return tmp_path


def test_check_finds_a_drift(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With --check a page that quotes another output is shown, and nothing is written."""
    assert docs.main(["--check"]) == 1
    told = capsys.readouterr().out
    assert "-as it was\n" in told
    assert "docs/pictures/version.svg shows another screen" in told
    assert "Not up to date: page.md, docs/commands.md" in told
    assert [path.name for path in checkout.iterdir()] == ["page.md"]


def test_what_was_written_is_up_to_date(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --check every file is written, and then nothing has drifted."""
    assert docs.main([]) == 0
    assert "wrote page.md" in capsys.readouterr().out
    assert "$ mlroles --version\nmlroles " in (checkout / "page.md").read_text("utf-8")
    assert docs.main(["--check"]) == 0
    assert capsys.readouterr().out == ""


def test_a_command_that_fails_is_not_quoted() -> None:
    """A block whose command ends with an error ends the run, with the command and the error."""
    with pytest.raises(SystemExit, match="mlroles show frob exits with 2: Error: “frob” is none"):
        docs.run("mlroles show frob", {})


def test_only_the_program_is_run() -> None:
    """A block with another command ends the run with a sentence."""
    with pytest.raises(SystemExit, match="Not a command of mlroles: rm"):
        docs.run("rm -r data", {})
