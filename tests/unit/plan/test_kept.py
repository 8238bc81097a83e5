"""Plans that are kept, and what was ticked off."""

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from mlroles.errors import MlrolesError
from mlroles.plan.kept import FILE, MOST, KeptPlan, Plans, PlansForgotten, PlanStore

NOW = dt.datetime(2031, 5, 1, 12, tzinfo=dt.UTC)
DAY = NOW.date()


def plan(to: str, **more: object) -> KeptPlan:
    """Return a plan for a role."""
    return KeptPlan.model_validate({"to": to, "kept": NOW, **more})


def test_what_is_kept_is_found_again(tmp_path: Path) -> None:
    """A plan and its ticks are read as they were kept, by the person alone."""
    store = PlanStore(tmp_path / "state")
    kept = plan("baker", start="miller", have={"kneading": 2}, hours_per_week=4)
    store.change(lambda now: now.keeping(kept).ticking({"kneading": DAY}))
    found = PlanStore(tmp_path / "state").load()
    assert (found.plans, found.done) == ((kept,), {"kneading": DAY})
    assert (tmp_path / "state" / FILE).stat().st_mode & 0o777 == 0o600


def test_the_newest_is_first() -> None:
    """The newest plan is that which is meant without a name; each role has one."""
    plans = Plans().keeping(plan("baker")).keeping(plan("miller")).keeping(plan("baker", start="x"))
    assert [each.to for each in plans.plans] == ["baker", "miller"]
    assert plans.plan_for(None) == plan("baker", start="x")
    assert plans.plan_for("miller") == plan("miller")
    assert plans.plan_for("cook") is None


def test_the_oldest_goes() -> None:
    """No more than so many plans are kept."""
    plans = Plans()
    for number in range(MOST + 2):
        plans = plans.keeping(plan(f"role-{number}"))
    assert len(plans.plans) == MOST
    assert plans.plan_for("role-0") is None


def test_ticking_off_twice_keeps_the_first_day() -> None:
    """The day on which something was ticked off stays, until it is undone."""
    plans = Plans().ticking({"kneading": DAY}).ticking({"kneading": DAY + dt.timedelta(9)})
    assert plans.done == {"kneading": DAY}
    assert plans.ticking({}, frozenset({"kneading", "never"})).done == {}


def test_nothing_is_kept_without_a_folder() -> None:
    """An account without a home has no plans, and is told why none is kept."""
    store = PlanStore(None)
    assert (store.load(), store.forget()) == (Plans(), PlansForgotten(0, 0))
    with pytest.raises(MlrolesError, match="no home folder"):
        store.change(lambda now: now)


def test_what_cannot_be_understood_is_put_aside(tmp_path: Path) -> None:
    """A file of another version is told of when it is read, and put aside when one is written."""
    (tmp_path / FILE).write_text('{"version": 99}')
    store = PlanStore(tmp_path)
    assert store.load() == Plans()
    assert store.warnings == [f"{tmp_path / FILE} holds no plans that this version can read."]
    writing = PlanStore(tmp_path)
    writing.change(lambda now: now.keeping(plan("baker")))
    aside = tmp_path / f"{FILE}.1.broken"
    assert writing.warnings == [f"The plans could not be read; they are now {aside}."]
    assert aside.read_text() == '{"version": 99}'
    assert PlanStore(tmp_path).load().plans == (plan("baker"),)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A folder in the place of the file is told of; nothing is lost and nothing raised."""
    (tmp_path / FILE).mkdir()
    store = PlanStore(tmp_path)
    assert store.load() == Plans()
    assert "cannot be read" in store.warnings[0]
    with pytest.raises(MlrolesError, match="cannot be kept in"):
        store.change(lambda now: now)


def test_everything_is_forgotten(tmp_path: Path) -> None:
    """Forgetting deletes the plans and what was put aside, and nothing else."""
    store = PlanStore(tmp_path)
    (tmp_path / "finished.json").touch()
    (tmp_path / FILE).write_text("no JSON")
    store.change(lambda now: now.keeping(plan("baker")).ticking({"kneading": DAY}))
    assert store.forget() == PlansForgotten(1, 1)
    assert sorted(each.name for each in tmp_path.iterdir() if each.name != ".lock") == [
        "finished.json"
    ]
    assert PlanStore(tmp_path / "none").forget() == PlansForgotten(0, 0)


def test_forgetting_may_fail(tmp_path: Path) -> None:
    """Where what is kept cannot be deleted, the person is told."""
    (tmp_path / FILE).mkdir()
    with pytest.raises(MlrolesError, match="cannot be deleted"):
        PlanStore(tmp_path).forget()


TICK = """
import datetime, sys
from pathlib import Path
from mlroles.plan.kept import PlanStore
for number in range(10):
    name = f"{sys.argv[2]}-{number}"
    PlanStore(Path(sys.argv[1])).change(
        lambda now: now.ticking({name: datetime.date(2031, 5, 1)})
    )
"""


def test_two_windows_lose_nothing(tmp_path: Path) -> None:
    """What two processes tick off at the same time is all there afterwards."""
    running = [
        subprocess.Popen([sys.executable, "-c", TICK, str(tmp_path), name], env=os.environ)
        for name in ("left", "right")
    ]
    assert [each.wait(60) for each in running] == [0, 0]
    assert len(PlanStore(tmp_path).load().done) == 20


def test_a_crash_loses_nothing(tmp_path: Path) -> None:
    """Whoever ends in the middle of a change leaves what was kept before, whole."""
    store = PlanStore(tmp_path)
    store.change(lambda now: now.ticking({"kneading": DAY}))

    def dies(_: Plans) -> Plans:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        store.change(dies)
    assert PlanStore(tmp_path).load().done == {"kneading": DAY}
    assert json.loads((tmp_path / FILE).read_bytes())["version"] == 1
