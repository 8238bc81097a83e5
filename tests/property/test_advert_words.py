"""What is looked up is what an expression, tried at every place, would find."""

import re
from collections.abc import Iterable, Iterator
from unicodedata import category

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.adverts.sentences import Phrases as Rows
from mlroles.adverts.sentences import words_of
from mlroles.adverts.terms.patterns import Phrases, groups_of, lowered, whole_words
from mlroles.text import clean
from tests.terms import shipped_sentences, shipped_terms

pytestmark = pytest.mark.uncounted

WORDS = (
    "remote",
    "on",
    "site",
    "not",
    "a",
    "b.s.",
    "bachelor's",
    "(hybrid",
    "café",
    "zł",
    "–",
    "3",
)
GAPS = (" ", "-", " - ", "/", "', '", "\n", "  ", "   -   ", "", ".", "_", "ż", "é", "’s ", "+")
YEARS = (
    *("3", "12", "five", "up to ", "maximum of ", "less than ", "$", "-", " to ", "+ ", " (5) "),
    *(" or more ", " years", " yrs", " ago", " of experience", " "),
)
phrases = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join), min_size=1, max_size=6
)
made = st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GAPS)), max_size=12).map(
    lambda parts: "".join(text for part in parts for text in part)
)
texts = made | st.text(max_size=60)


def plainly(
    wanted: Iterable[str], unless: Iterable[str], text: str, start: int, end: int
) -> Iterator[tuple[int, int]]:
    """Yield where phrases stand: every expression is tried at every place."""
    groups, hiding = groups_of(wanted), groups_of(unless)
    for place in range(start, end + 1):
        matches = (each.expression.match(text, place, end) for each in groups)
        match = next(filter(None, matches), None) if place >= start else None
        if match:
            start = match.end()
            if not any(each.expression.match(text, place) for each in hiding):
                yield match.span()


@given(phrases, phrases, texts, st.integers(0, 20), st.integers(0, 60))
def test_phrases_are_found_as_if_tried_everywhere(
    wanted: list[str], unless: list[str], text: str, start: int, end: int
) -> None:
    """Looking words up first loses no phrase and finds no other, whole text or part."""
    small = lowered(text)
    end = min(end, len(small))
    start = min(start, end)
    found = Phrases(wanted, unless)
    expected = [*plainly(wanted, unless, small, start, end)]
    assert [each.span() for each in found.finditer(small, start, end)] == expected
    whole = [*plainly(wanted, unless, small, 0, len(small))]
    known = {*whole_words(small)}
    assert [each.span() for each in found.finditer(small, 0, len(small), known)] == whole
    first = found.search(small, 0, known)
    assert (first.span() if first else None) == (whole[0] if whole else None)


@given(st.text(max_size=80) | made)
def test_words_of_a_sentence(text: str) -> None:
    """They are the rows of letters, digits, + and # that an expression finds."""
    assert words_of(text) == tuple(re.findall(r"[a-z0-9+#]+", text.lower()))


@given(
    st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=3).map(" ".join), max_size=5),
    st.lists(st.sampled_from("abcd"), max_size=12).map(tuple),
)
def test_rows_of_words(rows: list[str], words: tuple[str, ...]) -> None:
    """Rows are found where they stand word for word, and told to begin a sentence."""
    whole, found = f" {' '.join(words)} ", Rows(rows)
    standing = {row for row in rows if f" {row} " in whole}
    assert {" ".join(row) for row in found.found(words)} == standing
    assert found.any(words) == bool(standing)
    assert found.begins(words) == any(whole.startswith(f" {row} ") for row in rows)


@given(st.text(max_size=80))
def test_cleaning_sign_by_sign(text: str) -> None:
    """A text without escape sequences is cleaned as if each of its signs were."""
    bare = re.sub(r"[\x1b\x80-\x9f]", "", text)

    def one(sign: str) -> str:
        if sign.isspace():
            return " "
        kept = {"Cc": "", "Cf": sign if sign in "\u200c\u200d" else "", "Cs": "\ufffd"}
        return sign if sign.isprintable() else kept.get(category(sign), sign)

    assert clean(bare) == "".join(map(one, bare))


@given(st.lists(st.sampled_from(YEARS), max_size=9).map("".join))
def test_years_in_digits_and_in_words(text: str) -> None:
    """Years are read alike whether a number is spelt in their sentence or not."""
    found = shipped_terms().terms(text, shipped_sentences(text)).years
    spelt = f"{text} xx two"
    assert shipped_terms().terms(spelt, shipped_sentences(spelt)).years == found
