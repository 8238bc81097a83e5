"""What is kept of a person, and how it changes."""

import datetime as dt

from mlroles.people.models import (
    LONGEST,
    MOST_FOUND,
    MOST_JOBS,
    Found,
    HeldJob,
    KnownSkill,
    Profile,
    short,
)

DAY = dt.date(2031, 5, 1)
LATER = DAY + dt.timedelta(1)


def found(file: str, place: str = "line 1") -> Found:
    """Return a place in a file."""
    return Found(file=file, place=place, words="Dough")


def test_what_is_said_and_what_waits() -> None:
    """A level is what the person said; what was only found waits, and 0 is a level."""
    profile = Profile().finding({"kneading": found("cv.txt")}, ()).saying({"baking": 0}, DAY)
    assert profile.levels == {"baking": 0}
    assert profile.waiting == ("kneading",)
    said = profile.saying({"kneading": 3}, DAY)
    assert said.levels == {"baking": 0, "kneading": 3}
    assert said.skills["kneading"] == KnownSkill(level=3, said=DAY, found=(found("cv.txt"),))


def test_a_level_is_taken_back() -> None:
    """What was found stays without its level; what was only said is known no longer."""
    profile = Profile().finding({"kneading": found("cv.txt")}, ())
    profile = profile.saying({"kneading": 3, "baking": 1}, DAY)
    back = profile.saying({"kneading": None, "baking": None, "never": None}, LATER)
    assert back.skills == {"kneading": KnownSkill(found=(found("cv.txt"),))}


def test_a_skill_is_deleted() -> None:
    """What is known of a skill is deleted whole."""
    profile = Profile().saying({"baking": 1, "kneading": 2}, DAY)
    assert profile.without(["baking", "never"]).levels == {"kneading": 2}


def test_a_file_that_is_read_again_counts_once() -> None:
    """Of each file the newest place is kept, the newest file first, and only so many files."""
    profile = Profile().saying({"kneading": 2}, DAY)
    for number in range(MOST_FOUND + 2):
        profile = profile.finding({"kneading": found(f"{number}.txt")}, ())
    profile = profile.finding({"kneading": found("4.txt", "line 9")}, ())
    own = profile.skills["kneading"]
    assert [each.file for each in own.found] == ["4.txt", "6.txt", "5.txt", "3.txt", "2.txt"]
    assert own.found[0].place == "line 9"
    assert own.level == 2


def test_jobs_are_kept_once() -> None:
    """A job that two files name is one job, and only so many are kept."""
    jobs = [HeldJob(title=f"Baker {number}", start="2020") for number in range(MOST_JOBS + 5)]
    profile = Profile().finding({}, jobs[:2]).finding({}, jobs[1:])
    assert profile.jobs == tuple(jobs[:MOST_JOBS])


def test_two_profiles_are_joined() -> None:
    """Of a skill said twice the later day counts; of the same day, the one that is added."""
    one = Profile().saying({"a": 1, "b": 1}, DAY).saying({"c": 1}, LATER)
    other = Profile().saying({"a": 2, "c": 2, "d": 2}, DAY).saying({"b": 2}, LATER)
    assert one.joined(other).levels == {"a": 2, "b": 2, "c": 1, "d": 2}
    only_found = Profile().finding({"a": found("cv.txt")}, ())
    joined = one.joined(only_found)
    assert (joined.levels, joined.skills["a"].found) == (one.levels, (found("cv.txt"),))
    assert one.joined(one) == one


def test_a_text_is_kept_short_and_clean() -> None:
    """Nothing that a terminal acts on is kept, and no long text."""
    assert short("\x1b[31m a \n b\x00 ") == "a b"
    assert len(short("x" * 5000)) == LONGEST
    assert short("\x00\n") == ""
