"""The profile that is kept, and one that was exported."""

import datetime as dt
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mlroles.errors import MlrolesError
from mlroles.people import keeping
from mlroles.people.kept import FILE, may_be_kept
from mlroles.people.models import Profile
from mlroles.people.store import ProfileStore, load_profile, parse_profile

DAY = dt.date(2031, 5, 1)


def test_what_is_kept_is_found_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A profile is read as it was kept, by the person alone."""
    monkeypatch.setenv("MLROLES_STATE", str(tmp_path / "state"))
    assert load_profile() == Profile()
    kept = ProfileStore(tmp_path / "state").change(lambda now: now.saying({"baking": 2}, DAY))
    assert load_profile() == kept
    assert (tmp_path / "state" / FILE).stat().st_mode & 0o777 == 0o600


def test_a_mishap_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A profile that cannot be understood is told of, and stays."""
    monkeypatch.setenv("MLROLES_STATE", str(tmp_path))
    (tmp_path / FILE).write_text("no JSON")
    told: list[str] = []
    assert load_profile(told.append) == Profile()
    assert len(told) == 1
    assert load_profile() == Profile()
    assert (tmp_path / FILE).read_text() == "no JSON"


def test_what_would_not_be_read_again_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A profile that grows too large is refused, and the one before stays."""
    own = ProfileStore(tmp_path)
    kept = own.change(lambda now: now.saying({"baking": 2}, DAY))
    monkeypatch.setattr(keeping, "LIMIT", 400)
    many = {f"skill-{number}": 1 for number in range(20)}
    with pytest.raises(MlrolesError, match="more than 400 bytes"):
        own.change(lambda now: now.saying(many, DAY))
    assert own.load() == kept


def test_everything_is_forgotten(tmp_path: Path) -> None:
    """Forgetting deletes the profile, what was put aside and what a killed writer left."""
    (tmp_path / FILE).write_text("no JSON")
    own = ProfileStore(tmp_path)
    own.change(lambda now: now.saying({"baking": 2}, DAY))
    (tmp_path / f".{FILE}.0-1-x").touch()
    (tmp_path / "plans.json").touch()
    assert own.forget().levels == {"baking": 2}
    assert sorted(each.name for each in tmp_path.iterdir()) == [".lock", "plans.json"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (None, "has more than"),
        (b"x" * (keeping.LIMIT + 1), "has more than"),
        (b"", "1 problem"),
        (b"\xff", "1 problem"),
        (b'{"format": "mlroles/profile", "skills": {"A": {}, "b": {"level": 99}}}', "2 problems"),
        (b'{"skills": {}, "skills": {}}', "1 problem"),
        (b'{"name": "Ann"}', "1 problem"),
    ],
)
def test_what_is_no_profile_is_refused(data: bytes | None, said: str) -> None:
    """A file that is no profile is refused with what is wrong and what to do."""
    with pytest.raises(MlrolesError, match=said) as error:
        parse_profile(data, "mine.json")
    assert "--export" in error.value.hint


SAY = """
import datetime, sys
from pathlib import Path
from mlroles.people.store import ProfileStore
for number in range(10):
    ProfileStore(Path(sys.argv[1])).change(
        lambda now: now.saying({f"{sys.argv[2]}-{number}": 1}, datetime.date(2031, 5, 1))
    )
"""


def test_two_windows_lose_nothing(tmp_path: Path) -> None:
    """What is said in two windows at the same time is all there afterwards."""
    running = [
        subprocess.Popen([sys.executable, "-c", SAY, str(tmp_path), name], env=os.environ)
        for name in ("left", "right")
    ]
    assert [each.wait(60) for each in running] == [0, 0]
    assert len(ProfileStore(tmp_path).load().levels) == 20


def test_whether_a_profile_may_be_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may be where its file is, or where that cannot be seen; not without a folder of one's."""
    monkeypatch.setenv("MLROLES_STATE", str(tmp_path))
    assert not may_be_kept()
    (tmp_path / FILE).write_text("{}")
    assert may_be_kept()
    monkeypatch.setenv("MLROLES_STATE", str(tmp_path / FILE))
    assert may_be_kept()
    monkeypatch.setattr("mlroles.quiz.private.state_folder", lambda: None)
    assert not may_be_kept()
