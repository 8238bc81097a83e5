"""Whatever stands in a title, reading it never fails, and forgets what does not matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.locations import data_directory
from mlroles.titles.models import TitlesFile
from mlroles.titles.read import TitleReader

FILE = TitlesFile.model_validate_json((data_directory() / "titles.json").read_bytes())
IDS = {job for rule in FILE.rules for job in (*rule.means, *rule.near)}
READER = TitleReader(FILE, IDS)

words = st.sampled_from(sorted({word for kind in FILE.kinds for word in kind.words}))
signs = st.sampled_from((" ", ", ", " - ", " / ", " (", ") ", "|", " and ", ":", " & "))
made = st.lists(st.tuples(words, signs), max_size=8).map(
    lambda parts: "".join(text for part in parts for text in part)
)


@given(st.text(max_size=400) | made)
def test_any_text_is_read(title: str) -> None:
    """Any text has an answer; what it means is known, and sure words mean something."""
    found = READER.read(title)
    assert {*found.means, *found.near} <= IDS
    assert not {*found.means} & {*found.near}
    assert bool(found.rules) == (found.sure != "unknown")
    assert found.sure not in {"named", "usual"} or found.means


@given(made)
def test_case_and_width_do_not_matter(title: str) -> None:
    """A title in capitals, or in letters of full width, means the same."""
    wide = "".join(chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in title)
    found = READER.read(title)
    for other in (title.upper(), title.title(), wide):
        again = READER.read(other)
        if len(again.left) == len(found.left):  # ß and its like have more letters in capitals
            assert (again.means, again.near, again.sure) == (found.means, found.near, found.sure)


@given(
    st.sampled_from(("Senior", "Remote", "Berlin", "(m/f/d)", "Contract", "II", "JR123456")), made
)
def test_what_is_taken_away_changes_nothing(word: str, title: str) -> None:
    """A rank, a place, terms and the like before a title change nothing of what it means."""
    with_word = READER.read(f"{word}, {title}")
    assert with_word.means == READER.read(title).means


@pytest.mark.parametrize("title", ["Data Scientist", "Machine Learning Engineer", "AI Engineer"])
def test_what_is_left_is_read_the_same(title: str) -> None:
    """What is left of a title, read again, leaves itself and means the same."""
    once = READER.read(f"Senior {title} II (m/f/d), Ads, Berlin")
    again = READER.read(once.left)
    assert (again.left, again.means, again.taken) == (once.left, once.means, ())
