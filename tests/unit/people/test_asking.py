"""Asking how well somebody can do what a role uses."""

import datetime as dt
import io
from pathlib import Path

import pytest

from mlroles.people.asking import (
    MOST_NAMED,
    PART,
    Wanted,
    ask_levels,
    role_question,
    skill_questions,
)
from mlroles.people.levels import Levels
from mlroles.people.models import Found, Profile
from mlroles.people.store import ProfileStore
from mlroles.quiz.prompts.lines import Lines
from mlroles.roles.catalogue import Catalogue

DAY = dt.date(2031, 5, 1)
ASKED = ("python", "sql", "docker")


def wanted(*skills: str) -> Wanted:
    """Return what is asked of these skills, with lines of a framework for Python."""
    return Wanted(skills, lambda key: f"Because of {key}.", {"python": {2: ("write scripts",)}})


def asker(*typed: str) -> Lines:
    """Return what asks on lines, to which this is typed."""
    return Lines(io.StringIO("".join(f"{each}\n" for each in typed)), io.StringIO(), PART)


def test_a_question_for_each_skill_by_category(shipped: Catalogue, levels: Levels) -> None:
    """Only what has no level is asked, those of a category together, with the framework's lines."""
    place = Found(file="cv.pdf", place="line 3", words="SQL", stated="good")
    profile = Profile().finding({"sql": place}, ()).saying({"docker": 0}, DAY)
    found = skill_questions(shipped, levels, profile, wanted(*ASKED))
    assert found is not None
    assert {each.id for each in found.questions} == {"python", "sql"}
    python, sql = (found.question(each) for each in ("python", "sql"))
    assert [each.text for each in python.answers][1] == "can use it: You can write scripts"
    assert [each.id for each in python.answers] == [f"level-{n}" for n in (1, 2, 3, 4, 0)]
    assert python.answers[-1].text == "not at all"
    assert sql.text.endswith("(found in cv.pdf, line 3, says: good)")
    assert sql.why == "Because of sql."
    order = [each.half for each in found.questions]
    assert order == sorted(order, key=[each.id for each in found.halves].index)


def test_nothing_to_ask(shipped: Catalogue, levels: Levels) -> None:
    """Where every level is given there is no question."""
    profile = Profile().saying(dict.fromkeys(ASKED, 1), DAY)
    assert skill_questions(shipped, levels, profile, wanted(*ASKED)) is None


def test_a_part_names_its_skills(shipped: Catalogue, levels: Levels) -> None:
    """Before a part is asked a few of its skills are named, and the others counted."""
    every = [each.id for each in shipped.file.skills]
    found = skill_questions(shipped, levels, Profile(), wanted(*every))
    assert found is not None
    assert len(found.questions) == len(every)
    own = sum(each.half == found.halves[0].id for each in found.questions)
    longest = max(found.halves, key=lambda each: len(each.note or ""))
    assert own <= MOST_NAMED or " more." in str(longest.note)


def test_each_level_is_kept_at_once(shipped: Catalogue, levels: Levels, tmp_path: Path) -> None:
    """Whoever leaves loses nothing, and is asked only the rest when they come back."""
    store = ProfileStore(tmp_path)
    told: list[str] = []
    first = skill_questions(shipped, levels, store.load(), wanted(*ASKED))
    assert first is not None
    assert ask_levels(first, asker("y", "2", "q"), store, told.append) is False
    assert len(store.load().levels) == 1
    assert told == ["Your levels of 1 of 3 skills are kept."]
    rest = skill_questions(shipped, levels, store.load(), wanted(*ASKED))
    assert rest is not None
    assert len(rest.questions) == 2
    assert ask_levels(rest, asker("y", "5", "y", "s", ""), store, told.append) is True
    assert sorted(store.load().levels.values()) == [0, 2]


def test_a_level_is_changed_and_taken_back(
    shipped: Catalogue, levels: Levels, tmp_path: Path
) -> None:
    """What is changed before the end is changed in the profile; what is skipped is not known."""
    store = ProfileStore(tmp_path)
    told: list[str] = []
    one = skill_questions(shipped, levels, Profile(), wanted("python"))
    assert one is not None
    assert ask_levels(one, asker("1", "1", "4", ""), store, told.append)
    assert store.load().levels == {"python": 4}
    store.forget()
    assert ask_levels(one, asker("1", "1", "s", ""), store, told.append)
    assert store.load().levels == {}


def test_what_cannot_be_kept_is_told_once(shipped: Catalogue, levels: Levels) -> None:
    """An account without a home is told once that nothing is kept, and may go on."""
    told: list[str] = []
    found = skill_questions(shipped, levels, Profile(), wanted(*ASKED))
    assert found is not None
    typed = asker("y", "2", "2", "y", "2", "q")
    assert ask_levels(found, typed, ProfileStore(None), told.append) is False
    assert len(told) == 1
    assert "cannot be kept" in told[0]


def test_what_could_not_be_kept_is_tried_again(
    shipped: Catalogue, levels: Levels, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When the folder can be written again, the levels given before are kept as well."""
    store = ProfileStore(None)
    found = skill_questions(shipped, levels, Profile(), wanted(*ASKED))
    assert found is not None

    def mended(_: str) -> None:
        monkeypatch.setattr(store, "folder", tmp_path)

    assert ask_levels(found, asker("y", "2", "y", "2", "y", "2", ""), store, mended) is True
    assert len(store.load().levels) == 3


def test_the_question_for_a_role(shipped: Catalogue) -> None:
    """A role is chosen like any answer."""
    question = role_question(shipped.core)
    assert [each.id for each in question.answers] == [each.id for each in shipped.core]
