"""A file that is given where a name is wanted leads to the command that reads it."""

from pathlib import Path

import pytest

from tests.running import run


@pytest.fixture
def advert(tmp_path: Path) -> str:
    """Return the path of a file."""
    path = tmp_path / "an advert.txt"
    path.write_text("You knead dough.", encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(
    ("typed", "reads"),
    [
        ("show", "read"),
        ("compare", "read"),
        ("skills", "read"),
        ("plan", "plan --advert"),
        ("profile", "profile --from"),
        ("title", "title --file"),
        ("advert", "advert --check"),
        ("hire", "team"),
        ("quiz", "quiz --answers"),
        ("", "read"),
    ],
)
def test_a_file_for_a_name(typed: str, reads: str, advert: str) -> None:
    """The error says that it is a file, and names what reads it as it can be run."""
    found = run(*typed.split(), advert)
    assert found.code == 2
    assert f" is a file, and no name that {typed or 'mlroles'} knows." in found.err
    assert f"“mlroles {reads} '{advert}'” reads it." in found.err


def test_a_file_that_bears_a_role_s_name(advert: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that is known means the job, also where a file is called so."""
    monkeypatch.chdir(Path(advert).parent)
    Path("ml-engineer").touch()
    assert run("show", "ml-engineer").code == 0


@pytest.mark.parametrize("name", ["no such file", "x" * 5000, "nul\0in it"])
def test_what_is_no_file_is_an_unknown_name(name: str) -> None:
    """What no file is called, or can be, is told as a name that nothing has."""
    found = run("show", name)
    assert found.code == 2
    assert "is a file" not in found.err


def test_a_command_that_reads_files(advert: str) -> None:
    """Of one file too many it is not said that files are not read."""
    found = run("team", advert, advert)
    assert "is one argument too many" in found.err
    assert "is a file" not in found.err
