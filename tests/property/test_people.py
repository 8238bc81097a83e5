"""Profiles are never lost or changed on their way to a file and back."""

import datetime as dt
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from mlroles.people.keeping import written
from mlroles.people.models import Found, HeldJob, KnownSkill, Profile, short
from mlroles.people.store import ProfileStore, parse_profile
from tests.catalogues import HOSTILE

texts = st.one_of(st.text(max_size=300), st.sampled_from(HOSTILE)).map(short).filter(bool)
days = st.dates(dt.date(2000, 1, 1), dt.date(2100, 12, 31))
founds = st.builds(Found, file=texts, place=texts, words=texts, stated=st.one_of(st.none(), texts))
skills = st.builds(
    KnownSkill,
    level=st.one_of(st.none(), st.integers(0, 9)),
    said=st.one_of(st.none(), days),
    found=st.lists(founds, max_size=3, unique_by=lambda each: each.file).map(tuple),
)
dated = st.one_of(st.none(), st.sampled_from(("2021", "2021-05", "2021-05-31")))
jobs = st.lists(st.builds(HeldJob, title=texts, start=dated, end=dated), max_size=3, unique=True)
ids = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
profiles = st.builds(Profile, skills=st.dictionaries(ids, skills, max_size=5), jobs=jobs.map(tuple))


@given(profiles)
@settings(max_examples=50)
def test_exported_deleted_and_imported_it_is_the_same(profile: Profile) -> None:
    """Export, delete and import give the profile that was there, byte for byte."""
    with tempfile.TemporaryDirectory() as folder:
        store = ProfileStore(Path(folder) / "state")
        store.change(lambda _: profile)
        exported = written(store.load())
        assert store.forget() == profile
        assert store.load() == Profile()
        imported = parse_profile(exported, "mine.json")
        assert store.change(lambda now: now.joined(imported)) == profile
        assert written(store.load()) == exported
        assert store.warnings == []


@given(profiles, profiles)
def test_nothing_is_lost_by_joining(one: Profile, other: Profile) -> None:
    """What either knows, both know together; once more changes nothing."""
    both = one.joined(other)
    assert {*both.skills} == {*one.skills, *other.skills}
    assert {*both.levels} == {*one.levels, *other.levels}
    assert {*both.jobs} == {*one.jobs, *other.jobs}
    assert both.joined(other) == both


@given(profiles, st.dictionaries(ids, st.integers(0, 9), max_size=4), days)
def test_what_is_said_is_what_is_known(
    profile: Profile, levels: dict[str, int], day: dt.date
) -> None:
    """A level that is said is kept as it was said, and no other changes."""
    assert profile.saying(levels, day).levels == {**profile.levels, **levels}
    assert {*profile.saying(dict.fromkeys(levels), day).levels} == {*profile.levels} - {*levels}
