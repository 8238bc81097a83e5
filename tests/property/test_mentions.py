"""Whatever a text holds, mentions and terms lie in it, and reading grows with it evenly."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mlroles.adverts.sentences import sentences
from mlroles.adverts.terms.found import Term
from mlroles.locations import data_directory
from mlroles.mentions.find import MentionFinder
from mlroles.mentions.models import MentionsFile
from tests.terms import shipped_terms

FILE = MentionsFile.model_validate_json((data_directory() / "mentions.json").read_bytes())
FINDER = MentionFinder(FILE)
LISTS = (
    *(each.aliases for each in FILE.skills),
    *(each.aliases for each in FILE.further),
    *(each.phrases for each in FILE.cues),
)
ALIASES = sorted({alias.lstrip("~=") for aliases in LISTS for alias in aliases})
SIGNS = (" ", ", ", "-", "/", ".", "\n", "  ", " no ", " not required", " 3+ years ", "$90k ", "é")

made = st.lists(st.tuples(st.sampled_from(ALIASES), st.sampled_from(SIGNS)), max_size=30).map(
    lambda parts: "".join(text for part in parts for text in part)
)


@given(st.text(max_size=300) | made)
def test_mentions_lie_in_the_text(text: str) -> None:
    """The words of a mention are those at its place, in order, and never the same twice."""
    found = FINDER.find(text)
    assert all(text[each.start : each.end] == each.words != "" for each in found)
    places = [(each.start, each.end) for each in found]
    assert places == sorted(places)
    assert len({(each.id, each.start) for each in found}) == len(found)


@given(made)
def test_the_same_text_gives_the_same_mentions(text: str) -> None:
    """Reading twice gives the same, and blanks before the text only move it."""
    found = FINDER.find(text)
    assert FINDER.find(text) == found
    moved = FINDER.find(f"  {text}")
    assert [(each.id, each.start - 2) for each in moved] == [(e.id, e.start) for e in found]


@given(st.text(max_size=300) | made)
def test_terms_lie_in_the_text(text: str) -> None:
    """The words of every term are those at its place."""
    terms = shipped_terms().terms(text, sentences(text))
    values = vars(terms).values()
    for each in [e for value in values for e in (value if isinstance(value, tuple) else [value])]:
        assert each is None or (
            isinstance(each, Term) and text[each.start : each.end] == each.words != ""
        )


@pytest.mark.parametrize(
    "piece",
    [
        "python ",
        "no ",
        "not required ",
        "machine learning",
        "-",
        "a/b ",
        "$9,000 - ",
        "1 2 3 ",
        "up to three (3) ",
        "fluent german, ",
        "bachelor or ",
        "\u200b",
        "remote ",
        "location: A ",
    ],
)
def test_hostile_text_comes_to_an_end(piece: str) -> None:
    """A line of the same piece over and over is read, and nothing outside it is found."""
    text = piece * (200_000 // len(piece))
    found = FINDER.find(text)
    assert all(text[each.start : each.end] == each.words for each in found)
    shipped_terms().terms(text, sentences(text))
